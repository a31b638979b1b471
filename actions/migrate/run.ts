/** migrate: runs the migrations of a commit once, with the image that will be deployed. */
import type { Context } from '../../src/runtime/context.ts';
import { withDeadline } from '../../src/runtime/time-limit.ts';
import { runInDocker } from './docker/migrate-in-docker.ts';
import type { MigrateInputs } from './inputs.ts';
import { runJob } from './job/migrate-in-job.ts';

/** Milliseconds beyond `timeout` to wait for the end of a migration that timed out. */
const VERDICT_GRACE = 10_000;

export async function run(inputs: MigrateInputs, context: Context, pid: number): Promise<void> {
  const { timeout, mode } = inputs;
  const timed = timeout === undefined ? context : withDeadline(context, timeout + VERDICT_GRACE, timeout);
  await (mode === 'job' ? runJob(inputs, timed) : runInDocker(inputs, timed, pid));
}
