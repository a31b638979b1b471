/** migrate: apply the migrations of a commit once, by the image that will serve. */
import type { Context } from '../../src/runtime/context.ts';
import { withDeadline } from '../../src/runtime/time-limit.ts';
import { runInDocker } from './docker/migrate-in-docker.ts';
import type { MigrateInputs } from './inputs.ts';
import { runJob } from './job/migrate-in-job.ts';

/** Milliseconds beyond `timeout` in which the end of a migration that was stopped for its timeout is waited for. */
const VERDICT_GRACE = 10_000;

export async function run(inputs: MigrateInputs, context: Context, pid: number): Promise<void> {
  const { timeout, mode } = inputs;
  const timed = timeout === undefined ? context : withDeadline(context, timeout + VERDICT_GRACE, timeout);
  await (mode === 'job' ? runJob(inputs, timed) : runInDocker(inputs, timed, pid));
}
