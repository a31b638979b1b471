/**
 * Runs test files of the copy on request, in a separate process: Vitest starts once, and transforms each file once. Each
 * test file is a new process, which reads which mutants are active. Its argument is the tier; a message is a list of files.
 */
import { createVitest } from 'vitest/node';
import type { TestEnd } from './detectors.ts';

const vitest = await createVitest('test', {
  project: [process.argv[2] ?? ''],
  watch: false,
  bail: 1,
  maxWorkers: 1,
  reporters: [{}],
});
await vitest.standalone();

async function run(files: readonly string[]): Promise<TestEnd | 'none'> {
  const specifications = await vitest.globTestSpecifications([...files]);
  if (specifications.length === 0) return 'none';
  // Earlier failures count for `bail`, too.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  if (testModules.every((one) => one.ok()) && unhandledErrors.length === 0) return { end: 'passed' };
  const failed = testModules.flatMap(({ children }) => [...children.allTests('failed')]);
  const errors = [...failed.flatMap((one) => one.result().errors ?? []), ...testModules.flatMap((one) => one.errors())];
  const [error = unhandledErrors[0]] = errors;
  const message = (error as { message?: string } | undefined)?.message?.split('\n')[0] ?? 'no message';
  return { end: 'failed', why: `${failed[0]?.fullName ?? 'outside of tests'}: ${message.slice(0, 160)}` };
}

process.on('message', (files: readonly string[]) => void run(files).then((result) => process.send?.({ result })));
// A separate process group, with the processes of the tests, does not receive Ctrl-C.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
