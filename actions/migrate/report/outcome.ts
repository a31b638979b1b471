/** Describes how an execution ended. Pure. */
import type { ExecutionState, TaskResult } from '../../../src/google/run/executions.ts';

/** Why an execution is no success. `undefined` represents an execution that is gone. */
export function describeFailure(
  execution: ExecutionState | undefined,
  tasks: readonly TaskResult[],
  timeout: string,
): string {
  if (!execution || execution.deleted)
    return 'The execution was deleted while it ran, so its result is unknown. Check the database before you run it again.';
  const { completed } = execution;
  if (execution.cancelled > 0 || completed?.reason === 'CANCELLED')
    return 'The execution was cancelled while it ran. Migrations that were complete are applied; see the log for the last one.';
  const task = tasks.find(({ exitCode, signal, message }) => exitCode !== 0 || signal !== 0 || message !== '');
  const messages = [completed?.message ?? '', task?.message ?? ''].join(' ');
  if (/timeout|DEADLINE/i.test(`${messages} ${completed?.reason}`))
    return `The migration timed out after ${timeout} and was stopped. Increase the input timeout, or split the migration.`;
  // A shell that starts the program turns its end by SIGKILL into exit code 137.
  if (/memory/i.test(messages) || task?.signal === 9 || task?.exitCode === 137)
    return 'The migration was killed, most likely because it ran out of memory. Increase resources.limits in a manifest.';
  if (task && task.signal !== 0) return `The migration was terminated by signal ${task.signal}.`;
  if (task && task.exitCode !== 0) return `The migration failed with exit code ${task.exitCode}.`;
  const reason = completed?.message || completed?.reason || 'Cloud Run gave no reason';
  return `The migration failed: ${reason.replace(/\.?$/, '.')}`;
}
