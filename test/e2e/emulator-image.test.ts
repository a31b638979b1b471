/** The emulator as a container: its image is built from the repository, and started as its README shows. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PORTS } from '../../packages/emulator/src/emulator.ts';
import { type Engine, ensureEngine } from '../../scripts/parts/engine.ts';
import { ensureBaseImages } from '../../scripts/parts/images.ts';
import { projectDir, run } from '../../scripts/parts/local.ts';

const engine: Engine | undefined = await ensureEngine().catch((error: unknown) => {
  if (process.env.CI === 'true') throw error;
  console.log(`Left out: the image of the emulator, since there is no engine (${(error as Error).message})`);
  return undefined;
});

describe.skipIf(!engine)('the image of the emulator', () => {
  const env = { ...process.env, ...engine?.env };
  const docker = async (...args: string[]) => (await run('docker', args, { env })).trim();
  let folder: string;
  let image: string;
  let container: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'emulator-image-'));
    await ensureBaseImages(engine as Engine, ['node']);
    const file = join(projectDir, 'packages/emulator/Dockerfile');
    image = await docker('build', '--quiet', '--network=none', '-f', file, projectDir);
    // Without a network, it listens on all addresses of a namespace that has only loopback.
    container = await docker('run', '--detach', '--network=none', image, '--project', 'mine');
  });
  afterAll(async () => {
    if (container) await docker('rm', '--force', container);
    if (image) await docker('rmi', '--force', image);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a module in the container. */
  const inside = (program: string) => docker('exec', container, 'node', '--input-type=module', '--eval', program);

  test('listens on all addresses, on the ports that it exposes; prints its environment; ends when it is stopped', async () => {
    await expect.poll(() => docker('logs', container), { timeout: 60_000 }).toContain('ORCHESTRA_EMULATOR=');
    const exposed = JSON.parse(await docker('image', 'inspect', '--format', '{{json .Config.ExposedPorts}}', image));
    const listening = await inside(`
      import { readFileSync } from 'node:fs';
      const rows = readFileSync('/proc/net/tcp', 'utf8').split('\\n').map((row) => row.trim().split(/\\s+/));
      const ports = rows.filter((row) => row[3] === '0A' && row[1].startsWith('00000000:'));
      console.log(JSON.stringify(ports.map((row) => parseInt(row[1].split(':')[1], 16)).sort()));
    `);
    const ports = Array.from({ length: PORTS.length + 1 }, (_, index) => 8780 + index);
    expect(JSON.parse(listening)).toEqual(ports);
    const readme = readFileSync(join(projectDir, 'packages/emulator/README.md'), 'utf8');
    expect(readme).toContain(`-p 127.0.0.1:${ports[0]}-${ports.at(-1)}:${ports[0]}-${ports.at(-1)} `);
    expect(Object.keys(exposed)).toEqual(ports.map((port) => `${port}/tcp`));

    const logs = await docker('logs', container);
    const [, url] = /ORCHESTRA_EMULATOR='(.*)'/.exec(logs) ?? [];
    expect(url).toBe('http://127.0.0.1:8780');
    const seen = await inside(`console.log(await (await fetch('${url}/env')).text())`);
    expect(logs).toContain(`export GITHUB_API_URL='${JSON.parse(seen).GITHUB_API_URL}'`);

    const [, credentials] = /GOOGLE_APPLICATION_CREDENTIALS='(.*)'/.exec(logs) ?? [];
    const copy = join(folder, 'credentials.json');
    await docker('cp', `${container}:${credentials}`, copy);
    expect(JSON.parse(readFileSync(copy, 'utf8'))).toMatchObject({ type: 'external_account' });

    await docker('stop', container);
    expect(await docker('inspect', '--format', '{{.State.ExitCode}}', container)).toBe('143');
  });
});
