/** How parts take turns and end what they started: with real processes and files. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'parts-test-'));
vi.stubEnv('ORCHESTRA_LOCAL', dir);
const { endProcess, hashOf, run, waitFor, withLock } = await import('../../../scripts/parts/local.ts');
const { alive } = await import('../../../scripts/parts/processes/processes.ts');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a failing program is an error with its command line, exit code and last lines', async () => {
  await expect(run('sh', ['-c', 'echo one; echo two >&2; exit 3'])).rejects.toThrow(
    /^sh -c .* ended with exit code 3:\none\ntwo$|^sh -c .* ended with exit code 3:\ntwo\none$/,
  );
});

test('a lock has one holder at a time, and is released after an error', async () => {
  const events: string[] = [];
  const work = (name: string) =>
    withLock('turns', async () => {
      events.push(`${name} in`);
      await new Promise(setImmediate);
      events.push(`${name} out`);
      if (name === 'a') throw new Error('a failed');
    });
  const [a, b] = await Promise.allSettled([work('a'), work('b')]);
  expect([a.status, b.status]).toEqual(['rejected', 'fulfilled']);
  expect(events.map((event) => event.slice(2))).toEqual(['in', 'out', 'in', 'out']);
  expect(existsSync(join(dir, 'turns.lock'))).toBe(false);
});

test('a lock whose holder has ended is taken over', async () => {
  const child = spawn('true');
  await new Promise((done) => child.once('close', done));
  writeFileSync(join(dir, 'orphan.lock'), String(child.pid));
  expect(await withLock('orphan', async () => 'mine')).toBe('mine');
});

test('a lock is taken over although the process that was removing it has ended', async () => {
  for (const file of ['half.lock', 'half.lock.stale']) writeFileSync(join(dir, file), `${process.pid} 1`);
  expect(await withLock('half', async () => 'mine')).toBe('mine');
  expect(readdirSync(dir).filter((name) => name.startsWith('half'))).toEqual([]);
});

test('a lock whose number belongs to another process by now is taken over', async () => {
  writeFileSync(join(dir, 'reused.lock'), `${process.pid} 1`);
  expect(await withLock('reused', async () => 'mine')).toBe('mine');
});

test('a process that ignores the first signal is killed', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo ready; while :; do read -r line || exec sleep 60; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise((done) => child.stdout.once('data', done));
  const pid = child.pid as number;
  await endProcess(pid, 'SIGTERM', 200);
  expect(await alive(pid)).toBe(false);
  await waitFor('the exit event', 5_000, async () => child.signalCode === 'SIGKILL');
});

test('a timeout names what it waited for', async () => {
  await expect(waitFor('rain', 30, async () => false)).rejects.toThrow('timed out after 0.03 s waiting for rain');
});

test('the hash of one long text differs from that of two short ones', () => {
  expect(hashOf('ab')).not.toBe(hashOf('a', 'b'));
  expect(hashOf('a', 'b')).toBe(hashOf('a', 'b'));
});

test('a program that takes too long is ended with what it started, and named', async () => {
  const file = join(dir, 'late');
  const script = `sh -c 'echo $$ >"${file}"; echo waiting; while :; do sleep 1; done' & wait`;
  await expect(run('sh', ['-c', script], { timeout: 500 })).rejects.toThrow(
    /was stopped after 0\.5 s, since it was still running:\nwaiting$/,
  );
  expect(await alive(Number(readFileSync(file, 'utf8')))).toBe(false);
});

test('a process that waits for a lock logs its holder once', async () => {
  const held = Promise.withResolvers<void>();
  const holders: number[] = [];
  const taken = Promise.withResolvers<void>();
  const first = withLock('held', () => {
    taken.resolve();
    return held.promise;
  });
  await taken.promise;
  const second = withLock(
    'held',
    async () => 'mine',
    (holder) => {
      holders.push(holder);
      held.resolve();
    },
  );
  expect(await second).toBe('mine');
  await first;
  expect(holders).toEqual([process.pid]);
});

describe('a Go command', () => {
  /** A `go` that fails with a message the first time. */
  const failingOnce = (message: string) => {
    const bin = mkdtempSync(join(dir, 'go-'));
    writeFileSync(join(bin, 'message'), message);
    const script = `#!/bin/sh\necho run >>${bin}/runs\n[ $(wc -l <${bin}/runs) -gt 1 ] || { cat ${bin}/message >&2; exit 1; }\necho done\n`;
    writeFileSync(join(bin, 'go'), script, { mode: 0o755 });
    return { PATH: `${bin}:${process.env.PATH}` };
  };

  test.each([
    'go: golang.org/x/text@v0.24.0: reading https://proxy/golang.org/x/text/@v/v0.24.0.zip: 503 Service Unavailable',
    'go: golang.org/x/text@v0.24.0: Get "https://proxy/golang.org/x/text/@v/v0.24.0.zip": EOF',
    "fatal: unable to access 'https://go.googlesource.com/text/': Could not resolve host: go.googlesource.com",
  ])('is repeated after a failed download: %s', async (message) => {
    expect(await run('go', ['mod', 'download'], { env: failingOnce(message) })).toBe('done\n');
  });

  test.each([
    'go: a@v1: reading https://proxy/a/@v/v1.mod: 404 Not Found',
    'main.go:1:1: expected package',
    'main.go:9:2: undefined: Docs // see https://go.dev/doc',
  ])('is not repeated otherwise: %s', async (message) => {
    await expect(run('go', ['build'], { env: failingOnce(message) })).rejects.toThrow('exit code 1');
  });
});
