/**
 * Runs test files of the copy whenever it is asked to, in a process of its own: Vitest starts once, and transforms each file once. Each
 * test file is a new process, which reads which mutants are active. Its argument is the tier; a message is a list of files.
 */
import { createVitest } from 'vitest/node';

const vitest = await createVitest('test', {
  project: [process.argv[2] ?? ''],
  watch: false,
  bail: 1,
  maxWorkers: 1,
  reporters: [{}],
});
await vitest.standalone();

async function run(files: readonly string[]): Promise<'none' | 'passed' | 'failed'> {
  const specifications = await vitest.globTestSpecifications([...files]);
  if (specifications.length === 0) return 'none';
  // What failed before counts for `bail`, too.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  return testModules.every((one) => one.ok()) && unhandledErrors.length === 0 ? 'passed' : 'failed';
}

process.on('message', (files: readonly string[]) => void run(files).then((answer) => process.send?.({ answer })));
// A process group of its own, with the processes of the tests, does not hear Ctrl-C.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
