/** An engine of ours that is slow to respond: others may use it. `docker` is played by a script. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'engine-test-'));
vi.stubEnv('ORCHESTRA_LOCAL', dir);
// Without apt-get no real engine is started here.
vi.stubEnv('PATH', dir);
vi.stubEnv('DOCKER_HOST', undefined);
const { ensureEngine } = await import('../../../scripts/parts/engine.ts');
const { alive } = await import('../../../scripts/parts/processes/processes.ts');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// Whose a process is, is read in /proc.
test.runIf(process.platform === 'linux')('is waited for while its process lives', async () => {
  const runDir = join(dir, 'engine/run');
  const dockerd = spawn('/bin/sleep', ['60'], { argv0: runDir, stdio: 'ignore' });
  await once(dockerd, 'spawn');
  mkdirSync(join(dir, 'engine'));
  const dockerHost = 'unix:///nowhere';
  writeFileSync(join(dir, 'engine/state.json'), JSON.stringify({ pid: dockerd.pid, dockerHost, runDir }));
  // The third request is the first that gets a response: by then it was given up twice.
  const script = `#!/bin/sh
case "$1" in
  context) exit 1 ;;
  version) echo >>'${dir}/requested'; [ "$(/usr/bin/wc -l <'${dir}/requested')" -gt 2 ] ;;
  info) echo io.containerd.snapshotter ;;
  *) echo present ;;
esac
`;
  writeFileSync(join(dir, 'docker'), script, { mode: 0o755 });
  try {
    const engine = await ensureEngine();
    expect(engine).toMatchObject({ dockerHost, startedByUs: false });
    await engine.stop();
    // Its state does not say that it ends with its last user.
    expect(dockerd.signalCode).toBeNull();
  } finally {
    dockerd.kill('SIGKILL');
  }
});

/** A `dockerd` that responds, with the state of an engine that was started for as long as it is used. */
async function temporaryEngine() {
  const runDir = join(dir, 'engine/temporary');
  const dockerd = spawn('/bin/sleep', ['60'], { argv0: runDir, stdio: 'ignore' });
  await once(dockerd, 'spawn');
  mkdirSync(join(dir, 'engine'), { recursive: true });
  const state = { pid: dockerd.pid, dockerHost: 'unix:///nowhere', runDir, keep: false };
  writeFileSync(join(dir, 'engine/state.json'), JSON.stringify(state));
  writeFileSync(
    join(dir, 'docker'),
    `#!/bin/sh
case "$1" in
  context) exit 1 ;;
  version) kill -0 ${dockerd.pid} ;;
  info) echo io.containerd.snapshotter ;;
  ps) ;;
esac
`,
    { mode: 0o755 },
  );
  return dockerd;
}

test.runIf(process.platform === 'linux')('ends with its last user, and not before', async () => {
  const dockerd = await temporaryEngine();
  try {
    const [one, two] = [await ensureEngine(), await ensureEngine()];
    await one.stop();
    expect(await alive(dockerd.pid as number)).toBe(true);
    await two.stop();
    expect(await alive(dockerd.pid as number)).toBe(false);
  } finally {
    dockerd.kill('SIGKILL');
  }
});

test.runIf(process.platform === 'linux')('a user that has ended does not keep it', async () => {
  const dockerd = await temporaryEngine();
  try {
    const engine = await ensureEngine();
    writeFileSync(join(dir, 'engine-users/1-1'), '1 0');
    await engine.stop();
    expect(await alive(dockerd.pid as number)).toBe(false);
  } finally {
    dockerd.kill('SIGKILL');
  }
});

test.runIf(process.platform === 'linux')('who comes while it stops is not given it', async () => {
  const dockerd = await temporaryEngine();
  try {
    const engine = await ensureEngine();
    // The error is that another cannot be started, and not the one that ends.
    const [, next] = await Promise.allSettled([engine.stop(), ensureEngine()]);
    expect(next).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/^No Docker Engine responds/) },
    });
    expect(await alive(dockerd.pid as number)).toBe(false);
  } finally {
    dockerd.kill('SIGKILL');
  }
});
