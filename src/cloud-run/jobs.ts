/**
 * Cloud Run jobs, through the official client (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs).
 * The client is loaded when it is first needed, not at start-up. Jobs go in as the REST API writes them in JSON, and come back as the few fields that we read.
 */
import type { protos } from '@google-cloud/run';
import { CloudError } from '../errors.ts';
import { type Caller, called, clientOptions, once } from './clients.ts';
import type { Job } from './resources.ts';

/** What we read of a job. */
export interface JobState {
  /** `projects/P/locations/L/jobs/J`. */
  readonly name: string;
  readonly etag: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly reconciling: boolean;
  /** Full name of the newest execution. */
  readonly latestExecution: string | undefined;
  /** Why the job cannot run, if its last write failed. */
  readonly problem: string | undefined;
}

export interface Jobs {
  get(name: string): Promise<JobState | undefined>;
  /** Sends the write; the job may still be reconciling. `validateOnly` checks alone. */
  create(name: string, job: Job, validateOnly: boolean): Promise<void>;
  /** The whole job is replaced. `job.etag` fences the write: 409 ABORTED if another write came first. */
  update(name: string, job: Job, validateOnly: boolean): Promise<void>;
  /** Starts an execution and gives its full name. `etag` fences the start; `args` replace the container's. */
  run(name: string, etag: string, args?: readonly string[]): Promise<string>;
}

type ClientJob = protos.google.cloud.run.v2.IJob;

export async function createJobs(caller: Caller, endpoint: string): Promise<Jobs> {
  const client = new (await import('@google-cloud/run/build/src/v2/jobs_client.js')).JobsClient(
    await clientOptions(caller.auth, endpoint),
  );
  const facts = (name: string, permission: string) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${permission}`,
    role: 'roles/run.developer',
  });
  return {
    async get(name) {
      try {
        const [job] = await called(caller, { ...facts(name, 'get'), reads: true }, () =>
          client.getJob({ name }, once()),
        );
        return toState(job);
      } catch (error) {
        if (error instanceof CloudError && error.status === 404) return undefined;
        throw error;
      }
    },
    async create(name, job, validateOnly) {
      const [parent, jobId] = name.split('/jobs/');
      await called(caller, facts(name, 'create'), () =>
        client.createJob({ parent: parent ?? '', jobId: jobId ?? '', job: toClient(job), validateOnly }, once()),
      );
    },
    async update(name, job, validateOnly) {
      await called(caller, facts(name, 'update'), () =>
        client.updateJob({ job: { ...toClient(job), name }, validateOnly }, once()),
      );
    },
    async run(name, etag, args) {
      const overrides = args && { containerOverrides: [{ args: [...args] }] };
      const [operation] = await called(caller, facts(name, args ? 'runWithOverrides' : 'run'), () =>
        client.runJob({ name, etag, ...(overrides && { overrides }) }, once()),
      );
      const execution = (operation.metadata as { name?: string } | null)?.name;
      if (!execution) throw new CloudError({ message: 'the answer names no execution', status: 200, resource: name });
      return execution;
    },
  };
}

/** The client wants durations as messages; everything else is spelled as in JSON. */
function toClient(job: Job): ClientJob {
  const task = job.template?.template;
  if (!task?.timeout) return job as ClientJob;
  const timeout = { seconds: Number(task.timeout.replace(/s$/, '')) };
  return { ...job, template: { ...job.template, template: { ...task, timeout } } } as ClientJob;
}

function toState(job: ClientJob): JobState {
  const condition = job.terminalCondition;
  return {
    name: job.name ?? '',
    etag: job.etag ?? '',
    labels: job.labels ?? {},
    annotations: job.annotations ?? {},
    reconciling: job.reconciling ?? false,
    latestExecution: job.latestCreatedExecution?.name || undefined,
    problem:
      !job.reconciling && condition?.state === 'CONDITION_FAILED'
        ? (condition.message ?? 'it is not ready')
        : undefined,
  };
}
