/**
 * Cloud Run jobs over the REST API, as the server's own JSON: what is read, changed and written back keeps every field,
 * those that are newer than us included (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs).
 */

import { CloudError } from '../../runtime/errors.ts';
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import { type NextPage, pagesOf } from '../http/pages.ts';
import { type WriteTarget, write } from './calls.ts';
import type { Job, LongRunningOperation } from './resources.ts';

/** Overrides of one execution: arguments, and additional variables. */
export interface ContainerOverride {
  /** Name of the container that they are for, if it has one. */
  readonly container: string | undefined;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
}

export interface Jobs {
  /** Undefined if it does not exist. `name` is `projects/P/locations/L/jobs/J` everywhere. */
  get(name: string): Promise<Job | undefined>;
  /** Sends the write once; the job may still be reconciling. `validateOnly` checks alone. */
  create(name: string, job: Job, validateOnly: boolean): Promise<LongRunningOperation>;
  /** The whole job is replaced: there is no mask. `job.etag` fences the write: 409 ABORTED if another write came first. */
  update(name: string, job: Job, validateOnly: boolean): Promise<LongRunningOperation>;
  /** All of a location, `projects/P/locations/L`. */
  list(location: string): Promise<Job[]>;
  /** Deletes it with its executions; one that does not exist is no error. */
  remove(name: string): Promise<void>;
  /** Starts an execution, once, and gives its full name. `etag`, if given, fences the start. */
  run(name: string, etag: string | undefined, overrides?: readonly ContainerOverride[]): Promise<string>;
}

/** `endpoint` is the base URL of Cloud Run. */
export function createJobs(http: HttpClient, endpoint: string): Jobs {
  const target: WriteTarget = { http, endpoint, collection: 'jobs', word: 'job', permission: 'run.jobs' };
  const facts = (name: string, verb: string) => ({
    resource: `job ${name}`,
    permission: `run.jobs.${verb}`,
    role: 'roles/run.developer',
  });
  return {
    get: (name) => absent(http.json<Job>({ method: 'GET', url: `${endpoint}/v2/${name}`, ...facts(name, 'get') })),
    create: (name, job, validateOnly) => write(target, 'create', name, withoutTokens(job), [], validateOnly),
    update: (name, job, validateOnly) => write(target, 'update', name, withoutTokens(job), [], validateOnly),
    async list(location) {
      const jobs: Job[] = [];
      const read = (next: NextPage) =>
        http.json<{ readonly jobs?: readonly Job[]; readonly nextPageToken?: string }>({
          method: 'GET',
          url: `${endpoint}/v2/${location}/jobs?${new URLSearchParams({ pageSize: '100', ...next })}`,
          resource: `jobs in ${location}`,
          permission: 'run.jobs.list',
          role: 'roles/run.viewer',
        });
      for await (const page of pagesOf(read)) jobs.push(...(page.jobs ?? []));
      return jobs;
    },
    async remove(name) {
      await absent(http.json({ method: 'DELETE', url: `${endpoint}/v2/${name}`, ...facts(name, 'delete') }));
    },
    async run(name, etag, overrides = []) {
      const containerOverrides = overrides.map(({ container, ...rest }) => ({
        ...(container && { name: container }),
        ...rest,
      }));
      const operation = await http.json<LongRunningOperation>({
        method: 'POST',
        url: `${endpoint}/v2/${name}:run`,
        json: {
          etag,
          ...(containerOverrides.length > 0 && { overrides: { containerOverrides } }),
        },
        attemptTimeout: 30_000,
        deadline: 60_000,
        ...facts(name, overrides.length > 0 ? 'runWithOverrides' : 'run'),
      });
      const execution = operation.metadata?.name;
      if (typeof execution === 'string' && execution !== '') return execution;
      throw new CloudError({ message: 'the response contains no execution', status: 200, resource: `job ${name}` });
    },
  };
}

/** A write with one of these fields would start an execution without the fence. */
function withoutTokens({ startExecutionToken: _, runExecutionToken: __, ...job }: Job): Job {
  return job;
}

/** Why the job cannot run, if its last write failed. */
export const jobProblem = ({ reconciling, terminalCondition }: Job): string | undefined =>
  !reconciling && terminalCondition?.state === 'CONDITION_FAILED'
    ? (terminalCondition.message ?? 'it is not ready')
    : undefined;
