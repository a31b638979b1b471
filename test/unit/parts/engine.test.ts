/** An engine of ours that is slow to answer: others may use it. `docker` is played by a script. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'engine-test-'));
vi.stubEnv('ORCHESTRA_LOCAL', dir);
vi.stubEnv('PATH', `${dir}:${process.env.PATH}`);
vi.stubEnv('DOCKER_HOST', undefined);
const { ensureEngine } = await import('../../../scripts/parts/engine.ts');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// Whose a process is, is read in /proc.
test.runIf(process.platform === 'linux')('is waited for while its process lives', async () => {
  const runDir = join(dir, 'engine/run');
  const dockerd = spawn('sleep', ['60'], { argv0: runDir, stdio: 'ignore' });
  await once(dockerd, 'spawn');
  mkdirSync(join(dir, 'engine'));
  const dockerHost = 'unix:///nowhere';
  writeFileSync(join(dir, 'engine/state.json'), JSON.stringify({ pid: dockerd.pid, dockerHost, runDir }));
  // The third question is the first that is answered: by then it was given up twice.
  const script = `#!/bin/sh
case "$1" in
  context) exit 1 ;;
  version) echo >>'${dir}/asked'; [ "$(wc -l <'${dir}/asked')" -gt 2 ] ;;
  info) echo io.containerd.snapshotter ;;
  *) echo present ;;
esac
`;
  writeFileSync(join(dir, 'docker'), script, { mode: 0o755 });
  try {
    expect(await ensureEngine()).toMatchObject({ dockerHost, startedByUs: false });
    expect(dockerd.signalCode).toBeNull();
  } finally {
    dockerd.kill('SIGKILL');
  }
});
