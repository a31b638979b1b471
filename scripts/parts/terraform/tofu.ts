/** OpenTofu, with providers that have the schemas of resources and make no network calls (`main.go`). */
import { createHash } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireProgram, run } from '../local.ts';
import { goSource, tool } from '../tools.ts';

/** Checks and plans Terraform configurations. Its module has `replace` directives, so `go install` refuses it. */
export const ensureTofu = () =>
  tool('tofu', 'v1.10.6', 'tofu', async (dir, version) => {
    const { source, env } = await goSource(dir, 'github.com/opentofu/opentofu', version);
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', join(dir, 'tofu'), './cmd/tofu'];
    await run('go', args, { cwd: source, env });
    await rm(source, { recursive: true });
  });

/** The provider that serves the `schema.json` next to it. */
export async function ensureSchemaProvider(): Promise<string> {
  const files = await Promise.all(['main.go', 'go.sum'].map((file) => readFile(join(import.meta.dirname, file))));
  const version = createHash('sha256').update(Buffer.concat(files)).digest('hex').slice(0, 12);
  return tool('terraform-provider-schema', version, 'terraform-provider-schema', async (dir) => {
    await requireProgram('go');
    const source = join(dir, 'source');
    await cp(import.meta.dirname, source, { recursive: true });
    const env = { ...process.env, GOFLAGS: '-modcacherw', CGO_ENABLED: '0' };
    await run('go', ['build', '-trimpath', '-o', join(dir, 'terraform-provider-schema'), '.'], { cwd: source, env });
    await rm(source, { recursive: true });
  });
}
