/**
 * Runs in each file of the bundle tier. With `CALL_LOGS=FOLDER` it writes the calls of each test to `FOLDER/FILE.calls`. Without it
 * it compares the writes of each test with `test/golden/`, if there is an entry: a test passes only if they are equal.
 * Renew them with `npm run calls` (CONTRIBUTING.md). In either case the writes must be a path of the models (spec/README.md).
 */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, type RunnerTask } from 'vitest';
import { callsOf, historiesOf } from '../../../spec/trace/calls.ts';
import { unexpectedCalls } from '../../../spec/trace/check.ts';
import { bySite } from './by-site.ts';
import { difference } from './difference.ts';
import { entriesWithoutTest, FAILED, nameOf, numbered, readLogs, writeLogs, writesOf } from './logs.ts';
import { normalize } from './normalize.ts';
import { startRecording, takeRecording } from './recorder.ts';

const folder = process.env.CALL_LOGS;
const GOLDEN = join(import.meta.dirname, '../../golden');
const recorded = new Map<string, readonly string[]>();
const unique = numbered();
let name = '';
let golden: ReturnType<typeof readLogs>;

startRecording();

beforeAll(() => {
  name = nameOf(expect.getState().testPath ?? '');
  golden = readLogs(GOLDEN, name);
});

beforeEach(({ task }) => {
  if (!task.concurrent) takeRecording();
});

afterEach(({ task }) => {
  // Concurrent tests share one recording, which is checked once all of them have ended.
  if (task.concurrent) return;
  const failed = task.result?.state === 'fail';
  const lines = normalize(takeRecording());
  const test = unique(task.fullTestName);
  if (folder) {
    recorded.set(test, failed ? [FAILED, ...lines] : lines);
    return;
  }
  if (failed) return;
  // Writes that the golden logs leave out, since their order differs, are still checked against the models.
  checkPaths(lines);
  const expected = golden.get(test);
  if (!expected) return;
  const differences = difference(expected, writesOf(lines));
  if (differences.length > 0) throw new Error(message(differences));
});

// biome-ignore lint/correctness/noEmptyPattern: Vitest takes no other first parameter
afterAll(({}, file) => {
  if (folder) writeLogs(folder, name, recorded);
  else checkEntries(file);
  for (const recording of bySite(takeRecording())) checkPaths(normalize(recording));
});

function checkPaths(lines: readonly string[]): void {
  const stray = historiesOf(lines).flatMap((history) => unexpectedCalls(callsOf(history)));
  if (stray.length > 0)
    throw new Error(`These writes are no path of the models (spec/README.md):\n${stray.join('\n')}`);
}

function checkEntries(file: RunnerTask): void {
  const stale = entriesWithoutTest(golden, testsOf(file));
  if (stale.length > 0)
    throw new Error(
      `test/golden/${name}.calls has entries that name no test. Rename or remove them:\n${stale.join('\n')}`,
    );
}

/** Full names of all tests, those that a filter skips included. */
const testsOf = (task: RunnerTask): string[] => ('tasks' in task ? task.tasks.flatMap(testsOf) : [task.fullTestName]);

const message = (differences: readonly string[]): string =>
  `The writes differ from test/golden/${name}.calls (- expected, + made, ~ made with other values):
${differences.join('\n')}

If that is meant, record them anew: CONTRIBUTING.md, "Golden call logs".`;
