/** Runs the program in its job as soon as nothing else runs there; with `status-args`, to read the schema's version. */
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { dirtyMessage, parseStatus } from '../migrations/schema-version.ts';
import type { SchemaStatus } from '../migrations/status-formats.ts';
import { succeeded } from '../plan/decision.ts';
import { describeFailure } from '../report/outcome.ts';
import type { TimedMigrationSession } from './read-target.ts';
import { type StartOptions, startOnce } from './start-execution.ts';
import { followToEnd, waitForEnd } from './wait-for-execution.ts';

/** Starts an execution as soon as no other runs in the job. */
export async function startAfterOthers(
  work: TimedMigrationSession,
  options: StartOptions,
): Promise<{ execution: string; started: boolean }> {
  const end = work.clock.now() + work.limit;
  for (;;) {
    const start = await startOnce(work, work.target, options);
    if ('execution' in start) return start;
    work.log.info(`Waiting for ${start.other}, which runs in the same job.`);
    await waitForEnd(work, start.other, Math.max(0, end - work.clock.now()));
  }
}

/** Runs the program with `status-args` in the same job. A dirty schema ends the step. Undefined if no line says the version. */
export async function askStatus(work: TimedMigrationSession, when: string): Promise<SchemaStatus | undefined> {
  const { statusArgs } = work.inputs;
  if (statusArgs.length === 0) return undefined;
  const { execution: name } = await startAfterOthers(work, { args: statusArgs, record: (record) => record });
  const quiet = { ...work, log: { ...work.log, info: work.log.debug } };
  const { execution, lines } = await followToEnd(quiet, name, work.limit, undefined);
  const status = parseStatus(lines);
  if (status?.dirty) throw new OutcomeError(dirtyMessage(status));
  if (status) work.log.info(`Schema ${when}: version ${status.version}`);
  else if (!execution || !succeeded(execution)) {
    const failure = describeFailure(execution, await work.executions.taskResults(name).catch(() => []), work.timeout);
    throw new OutcomeError(`status-args failed ${when} the migration. ${failure}`);
  } else {
    work.log.warning(
      'The version of the schema is unknown: status-args printed no version, or its log lines cannot be read.',
    );
  }
  return status;
}
