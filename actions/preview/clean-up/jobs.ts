/** Cloud Run jobs that migrate the databases of previews: they delete the database, where they know how, and are deleted. */
import { createExecutions, type ExecutionState } from '../../../src/google/run/executions.ts';
import { createJobs } from '../../../src/google/run/jobs.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { CLEAN_UP_VARIABLE, numberOfJob, previewJobPrefix } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { poll } from '../../../src/runtime/retry.ts';

export interface MigrationJob {
  /** Full name. */
  readonly name: string;
  /** The pull request's. */
  readonly number: number;
}

/** Milliseconds for a job to delete a database. */
const PATIENCE = 600_000;

/** Those of this repository's previews, in one region. */
export async function findMigrationJobs(
  { http, endpoints }: Cloud,
  {
    project,
    region,
    repositoryId,
  }: { readonly project: string; readonly region: string; readonly repositoryId: string },
): Promise<MigrationJob[]> {
  const all = await createJobs(http, endpoints.run).list(`projects/${project}/locations/${region}`);
  return all.flatMap(({ name = '' }) => {
    const number = numberOfJob(name.split('/').at(-1) ?? '', repositoryId);
    return number === undefined ? [] : [{ name, number }];
  });
}

export interface RemovedJobs {
  readonly count: number;
  /** Pull requests whose database or job could not be deleted. */
  readonly failures: ReadonlyMap<number, CloudError>;
}

/** Deletes the databases and jobs of the pull requests, each if `isGone` says so then. */
export async function removeMigrationJobs(
  cloud: Cloud,
  context: Context,
  place: { readonly project: string; readonly region: string },
  numbers: ReadonlySet<number>,
  isGone: (number: number) => Promise<boolean>,
): Promise<RemovedJobs> {
  const { repositoryId } = context.github;
  const found = (await findMigrationJobs(cloud, { ...place, repositoryId })).filter(({ number }) =>
    numbers.has(number),
  );
  const jobs = createJobs(cloud.http, cloud.endpoints.run);
  const failures = new Map<number, CloudError>();
  let count = 0;
  for (const { name, number } of found) {
    if (!(await isGone(number))) continue;
    if (!name.includes(`/jobs/${previewJobPrefix({ repositoryId, number })}`))
      throw new Error(`${name} is not the job of a preview`);
    try {
      const job = await jobs.get(name);
      if (!job) continue;
      await removeDatabase(name, job, cloud, context);
      await jobs.remove(name);
      count++;
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      failures.set(number, error);
    }
  }
  return { count, failures };
}

/** Runs the job with the arguments that delete its database. Throws `CloudError` if that fails: the job stays for the next time. */
async function removeDatabase(
  name: string,
  job: Job,
  cloud: Cloud,
  { clock, signal, endpoints }: Context,
): Promise<void> {
  const [container] = job.template?.template?.containers ?? [];
  const text = container?.env?.find((one) => one.name === CLEAN_UP_VARIABLE)?.value;
  if (!container || text === undefined) return;
  const args = JSON.parse(text) as string[];
  const jobs = createJobs(cloud.http, endpoints.run);
  const executions = createExecutions(cloud.http, { clock, signal, auth: cloud.auth }, endpoints.run);
  const execution = await jobs.run(name, undefined, [{ container: container.name, args }]);
  const done = await poll(
    async () => {
      const state = await executions.get(execution);
      return !state || state.ended ? (state ?? {}) : undefined;
    },
    { clock, signal, until: clock.now() + PATIENCE },
  );
  const { completed, logUri = execution } = (done ?? {}) as Partial<ExecutionState>;
  if (completed?.state === 'CONDITION_SUCCEEDED') return;
  throw new CloudError({
    message: `the execution that deletes its database ${done ? `failed: ${completed?.message ?? 'it is gone'}` : 'has not ended'}. Its log: ${logUri}. The job stays, so that a re-run tries again`,
    status: 200,
    resource: `job ${name}`,
  });
}
