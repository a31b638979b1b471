/** A build-command on a machine whose registry has a certificate of a private CA, with nothing cached. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type PrivateRegistry, startPrivateRegistry } from '../../harness/private-registry.ts';
import { createFixture, type Fixture } from '../publish-frontend/publish-frontend.fixture.ts';

let registry: PrivateRegistry;
let fixture: Fixture;
const home = mkdtempSync(join(tmpdir(), 'private-registry-home-'));

beforeAll(async () => {
  registry = await startPrivateRegistry();
  fixture = await createFixture();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fixture.stop();
  await registry.stop();
  rmSync(home, { recursive: true, force: true });
});

test('installs through what the machine trusts', async () => {
  vi.stubEnv('HOME', home);
  vi.stubEnv('NODE_EXTRA_CA_CERTS', registry.caFile);
  vi.stubEnv('npm_config_registry', registry.url);
  vi.stubEnv('npm_config_cache', join(home, 'cache'));
  // `npm test` passes on the location of the machine's npm configuration, which may name other certificates.
  for (const [name] of Object.entries(process.env).filter(([name]) =>
    /^npm_config_(userconfig|globalconfig|ca|cafile)$/i.test(name),
  ))
    vi.stubEnv(name, undefined);
  const manifest = { private: true, dependencies: { greeting: '1.0.0' } };
  writeFileSync(join(fixture.workspace, 'package.json'), JSON.stringify(manifest));
  const site = fixture.site('private');
  const result = await site.run('a', {
    path: 'dist',
    'build-command':
      'npm install --no-audit --no-fund --fetch-retries=0 && mkdir dist && cp node_modules/greeting/index.html dist',
  });
  expect(result.exitCode, result.log).toBe(0);
  expect(registry.requested).toContain('/greeting/-/greeting-1.0.0.tgz');
  expect((await site.live())['index.html']).toBe('<p>from the private registry');
});
