/** Runs an existing Cloud Run job with the URLs of the candidates, without changing it. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { JobInputs, JobSource } from '../plan/request.ts';
import type { StepContext } from '../service/step-context.ts';
import { executeJob, jobClients, overridesOf } from './execute-job.ts';
import type { RunnableJob } from './runnable-job.ts';
import { fullJobName } from './write-job.ts';

/** Throws `InputError` if the job does not exist in each of its regions. */
export async function loadExisting(
  { inputs: { project, regions, dryRun }, list, label }: JobInputs,
  { job }: Extract<JobSource, { kind: 'existing' }>,
  step: StepContext,
): Promise<RunnableJob> {
  const { jobs } = jobClients(step);
  const found = await Promise.all(
    regions.map(async (region) => {
      const name = fullJobName(step, region, job);
      return { region, name, resource: await jobs.get(name) };
    }),
  );
  const missing = found.filter(({ resource }) => !resource).map(({ region }) => region);
  if (missing.length > 0)
    throw new InputError([
      {
        subject: `Input ${list}, ${label}, job`,
        message: `there is no Cloud Run job ${job} in ${missing.join(' and ')} of ${project}. Create it, set its region, or use manifest.`,
      },
    ]);
  return {
    plan: async () => found.map(({ name }) => ({ name, execute: true })),
    async run(_, urlsIn) {
      for (const { region, name, resource } of found) {
        if (dryRun) {
          step.context.log.info(`The job ${job} in ${region} would run.`);
          continue;
        }
        await step.context.log.group(`${job} in ${region}: run the job`, () =>
          executeJob(name, step, { overrides: overridesOf(resource, urlsIn(region)) }),
        );
      }
    },
  };
}
