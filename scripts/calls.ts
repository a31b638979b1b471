/**
 * Call logs of the bundle tests: the calls of their steps to the local Google Cloud, in a form that is equal in two runs.
 *
 *     npm run calls -- record FOLDER [TEST-FILE…]
 *     npm run calls -- compare FOLDER FOLDER [--tests PATTERN] [--writes]
 *     npm run calls -- golden FOLDER [FOLDER…]
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isUnstable } from '../test/golden/unstable.ts';
import { difference } from '../test/harness/calls/difference.ts';
import { FAILED, namesIn, readFolder, readLogs, writeLogs, writesOf } from '../test/harness/calls/logs.ts';
import { isRead } from '../test/harness/calls/normalize.ts';

const GOLDEN = join(import.meta.dirname, '../test/golden');

const USAGE = `Usage:
  npm run calls -- record FOLDER [TEST-FILE…]     runs the bundle tests and writes their calls to FOLDER
  npm run calls -- compare BEFORE AFTER           prints what differs between two recordings, test by test
      --tests PATTERN   only tests whose "FILE > NAME" matches this regular expression
      --writes          only calls that change something
  npm run calls -- golden FOLDER [FOLDER…]        renews test/golden/ from recordings that agree`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tests: { type: 'string' }, writes: { type: 'boolean', default: false } },
  });
  const [command, ...folders] = positionals;
  const [first, second] = folders;
  if (command === 'record' && first) return record(first, folders.slice(1));
  if (command === 'compare' && first && second) return compare(first, second, values);
  if (command === 'golden' && first) return renew(folders);
  console.error(USAGE);
  return 2;
}

/** The exit code of the tests. Logs of files that did not run stay as they were. */
function record(folder: string, files: readonly string[]): number {
  const env = { ...process.env, CALL_LOGS: resolve(folder) };
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'bundle', ...files], { stdio: 'inherit', env });
  console.log(`${status === 0 ? 'Recorded' : 'Recorded, with tests that failed'}: ${folder}`);
  return status ?? 1;
}

/** 0 if the writes of all tests are equal, except for those that are known to differ between runs. */
function compare(before: string, after: string, options: { tests?: string | undefined; writes: boolean }): number {
  const wanted = new RegExp(options.tests ?? '');
  const [old, now] = [readFolder(before), readFolder(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((test) => wanted.test(test));
  const reports: string[] = [];
  const counts = { equal: 0, reads: 0, writes: 0, unstable: 0 };
  for (const test of names) {
    const [a, b] = [old.get(test), now.get(test)];
    if (!a || !b) {
      counts.writes++;
      reports.push(`${test}\n  only in ${a ? before : after}`);
      continue;
    }
    const writes = difference(writesOf(a), writesOf(b));
    const all = options.writes ? writes : difference(withoutPolls(a), withoutPolls(b));
    if (all.length === 0) counts.equal++;
    else if (isUnstable(test)) counts.unstable++;
    else {
      counts[writes.length > 0 ? 'writes' : 'reads']++;
      reports.push([test, ...all.map((line) => `  ${line}`)].join('\n'));
    }
  }
  console.log(`${counts.writes === 0 ? '✅ the writes are equal' : `❌ the writes of ${counts.writes} tests differ`}`);
  console.log(
    `${names.length} tests: ${counts.equal} equal, ${counts.reads} with other reads only, ${counts.unstable} unstable (test/golden/unstable.ts)`,
  );
  for (const report of reports) console.log(`\n${report}`);
  return counts.writes === 0 ? 0 : 1;
}

/** Whether the step polled an operation depends on the operation's speed. */
const withoutPolls = (lines: readonly string[]): string[] =>
  lines.filter((line) => !isRead(line) || !line.includes('/operations/'));

/** Writes test/golden/ from recordings. 1 if a test passed in fewer than two, or differs between them and is not listed as unstable. */
function renew(folders: readonly string[]): number {
  const differing: string[] = [];
  for (const name of new Set(folders.flatMap(namesIn))) {
    const recordings = folders.map((folder) => readLogs(folder, name)).filter(({ size }) => size > 0);
    const golden = new Map<string, readonly string[]>();
    for (const test of new Set(recordings.flatMap((logs) => [...logs.keys()]))) {
      const full = `${name} > ${test}`;
      if (isUnstable(full)) continue;
      const passed = recordings.map((logs) => logs.get(test)).filter((lines) => lines && lines[0] !== FAILED);
      const [writes = [], ...others] = passed.map((lines) => writesOf(lines as readonly string[]));
      const same = others.every((other) => difference(writes, other).length === 0);
      if (same && passed.length >= Math.min(2, folders.length)) golden.set(test, writes);
      else differing.push(full);
    }
    if (golden.size === 0) rmSync(join(GOLDEN, `${name}.calls`), { force: true });
    else writeLogs(GOLDEN, name, golden);
  }
  if (differing.length === 0) console.log('✅ test/golden/ is renewed');
  else {
    console.log(
      `❌ left out ${differing.length} tests that failed or differ between the recordings. Name them, with the reason, in test/golden/unstable.ts, or record them again:`,
    );
    for (const test of differing) console.log(`  ${test}`);
  }
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = main();
