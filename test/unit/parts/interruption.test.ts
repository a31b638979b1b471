/** Ctrl-C, with real processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/parts/local.ts';
import { alive, endTree } from '../../../scripts/parts/processes/processes.ts';

const dir = mkdtempSync(join(tmpdir(), 'interruption-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const parts = new URL('../../../scripts/parts/', import.meta.url).pathname;
/** Puts a program into a group of its own, where the system has the command for it. */
const apart = process.platform === 'linux' ? 'setsid ' : '';
/** Starts a process in a group of its own, says so in a file, and waits with it. */
const step = (file: string) => `${apart}sh -c 'trap "" TERM; echo $$ >"${file}"; while :; do sleep 1; done' & wait`;
const pidIn = (file: string) =>
  waitFor('the start', 10_000, async () => existsSync(file) && Number(readFileSync(file, 'utf8').trim()));

test('a tree ends with what left its process group and ignores signals', async () => {
  const file = join(dir, 'tree');
  const child = spawn('sh', ['-c', step(file)], { stdio: 'ignore' });
  const pid = await pidIn(file);
  await endTree(child.pid as number, 'SIGTERM', 300);
  expect(await alive(pid)).toBe(false);
  expect(await alive(child.pid as number)).toBe(false);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends all programs, starts no other, says so, and exits with %i', async (signal, code) => {
  const file = join(dir, signal);
  const script = join(dir, `${signal}.ts`);
  writeFileSync(
    script,
    `import { exitOnSignal, leaveToSignal } from '${parts}processes/interruption.ts';
import { run } from '${parts}local.ts';
exitOnSignal(console.log, async () => console.log('end: ' + (await run('echo', ['in order'])).trim()));
await run('sh', ['-c', ${JSON.stringify(`${apart}sleep 60 & echo $! >"${file}"; wait`)}]).catch(() => {});
await run('sh', ['-c', 'echo >"${file}.next"']).catch((error) => console.log(error.message));
await leaveToSignal();
console.log('continued');
`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const pid = await pidIn(file);
  child.kill(signal);
  expect(await once(child, 'close')).toEqual([code, null]);
  expect(await alive(pid)).toBe(false);
  expect(existsSync(`${file}.next`)).toBe(false);
  const lines = output.trim().split('\n');
  expect(lines[0]).toBe(`${signal}: ending everything that was started here.`);
  expect(lines.slice(-2)).toEqual(['end: in order', 'Everything that was started here has ended.']);
});
