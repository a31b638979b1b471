/** migrate: apply the migrations of a commit once, by the image that will serve. */
import type { Context } from '../../src/context.ts';
import { runInDocker } from './docker-mode.ts';
import type { Inputs } from './inputs.ts';
import { runJob } from './job-mode.ts';

export async function run(inputs: Inputs, context: Context, pid: number): Promise<void> {
  await (inputs.mode === 'job' ? runJob(inputs, context) : runInDocker(inputs, context, pid));
}
