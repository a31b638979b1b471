import { expect, test } from 'vitest';
import { readFailures } from '../../../scripts/test/failures.ts';

const file = (name: string) => `${process.cwd()}/test/${name}`;

test('failed tests, and files that could not be run, are listed with their message, without the stack', () => {
  const report = {
    testResults: [
      {
        name: file('a.test.ts'),
        status: 'failed',
        assertionResults: [
          {
            fullName: ' a merge is refused',
            status: 'failed',
            failureMessages: ['AssertionError: not so\n- one\n+ two\n    at merge (a.ts:1:2)'],
          },
          { fullName: ' a merge is written', status: 'passed', failureMessages: [] },
        ],
      },
      { name: file('b.test.ts'), status: 'failed', message: 'Cannot find module\nRequire stack', assertionResults: [] },
      { name: file('c.test.ts'), status: 'passed', message: '', assertionResults: [] },
    ],
  };
  expect(readFailures(report)).toEqual([
    'test/a.test.ts > a merge is refused\n    AssertionError: not so\n    - one\n    + two',
    'test/b.test.ts\n    Cannot find module\n    Require stack',
  ]);
});
