/** Waits for the end of an execution and shows its log lines. */

import { executionFilter, type LogLine, type LogReader } from '../../../src/google/logging.ts';
import type { ExecutionState, Executions } from '../../../src/google/run/executions.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { poll } from '../../../src/runtime/retry.ts';

export interface Following {
  readonly executions: Executions;
  readonly logs: LogReader;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Lines reach Cloud Logging a little after they are written. */
const STRAGGLERS = 3000;

/** Waits until the execution has ended, at most `limit` milliseconds; undefined if it is gone. */
export async function waitForEnd(
  following: Following,
  name: string,
  limit: number,
): Promise<ExecutionState | undefined> {
  const { executions, clock, signal } = following;
  const look = async () => {
    const execution = await executions.get(name);
    return !execution || execution.ended || execution.deleted ? { execution } : undefined;
  };
  const found = await poll(look, { clock, signal, until: clock.now() + limit, first: 500, longest: 4000 });
  if (found) return found.execution;
  throw new OutcomeError(
    `The execution ${name} timed out after ${Math.round(limit / 1000)} s and is still running. The next run of this commit waits for it.`,
  );
}

/** As `waitForEnd`, with the lines printed meanwhile. `lines` are all that were seen. */
export async function followToEnd(
  following: Following,
  name: string,
  limit: number,
  logUri: string | undefined,
): Promise<{ execution: ExecutionState | undefined; lines: string[] }> {
  const { logs, log, clock } = following;
  const filter = executionFilter(name);
  const lines: string[] = [];
  const onLine = ({ text, severity }: LogLine) => {
    for (const line of text.split('\n')) {
      lines.push(line);
      log.output(`${marks[severity] ?? ' '} ${line}`);
    }
  };
  const done = new AbortController();
  const reading = logs.follow(filter, onLine, done.signal).catch((error: Error) => error);
  try {
    const ended = await waitForEnd(following, name, limit);
    const { signal } = following;
    const any = async () => lines.length > 0 || undefined;
    // A cancellation ends the wait, and nothing else: the execution has ended.
    await poll(any, { clock, signal, until: clock.now() + STRAGGLERS, longest: 250 }).catch(() => {});
    done.abort();
    const problem = await reading;
    if (problem instanceof CloudError)
      log.notice(
        `The log lines of the migration cannot be shown (${problem.status}: ${problem.message} Needs ${problem.permission ?? 'logging.logEntries.list'}, for instance ${problem.role ?? 'roles/logging.viewer'}). ${logUri ?? ''}`,
      );
    return { execution: ended, lines };
  } finally {
    done.abort();
  }
}

const marks: Readonly<Record<string, string>> = { WARNING: '!', ERROR: '✗', CRITICAL: '✗', ALERT: '✗', EMERGENCY: '✗' };
