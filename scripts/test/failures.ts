/** The JSON report of vitest: which tests failed, and why. */
import { relative } from 'node:path';

/** The used fields of the JSON report: https://vitest.dev/guide/reporters#json-reporter */
export interface TestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Each failed test, or the file that could not be run, with the first lines of its message, without the stack. */
export function readFailures({ testResults = [] }: TestReport): readonly string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const file = relative(process.cwd(), name);
    if (failed.length === 0) return status === 'failed' ? [describeFailure(file, message)] : [];
    return failed.map(({ fullName, failureMessages }) =>
      describeFailure(`${file} > ${fullName.trim()}`, failureMessages?.[0]),
    );
  });
}

const describeFailure = (test: string, message = ''): string => {
  const lines = message.split('\n');
  const stack = lines.findIndex((line) => /^\s+at /.test(line));
  const text = lines.slice(0, stack < 0 ? undefined : stack).slice(0, 20);
  return [test, ...text.map((line) => `    ${line.slice(0, 500)}`)].join('\n');
};
