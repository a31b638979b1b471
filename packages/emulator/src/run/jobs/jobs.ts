/** Jobs: their methods, and `:run` with its overrides. https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.jobs */
import type { Principal } from '../../core/core.ts';
import { etag, timestamp, uuid } from '../../core/ids.ts';
import { invalid } from '../../http/errors.ts';
import { page } from '../../http/pagination.ts';
import { wantsNumbers } from '../../http/query-parameters.ts';
import { type ApiRequest, type Route, route } from '../../http/routes.ts';
import { condition, type Failure } from '../conditions.ts';
import { type Context, emailOf, now, projectNumber } from '../context.ts';
import { findImages, StartFailure } from '../instances/runtime.ts';
import { type Operation, validated } from '../operations.ts';
import { alreadyExists, checkEtag, flag } from '../requests/requests.ts';
import { doesNotExist, type Location, locationOf, parentOf, suffix } from '../requests/resource-names.ts';
import { defaultServiceAccount, jobDefaults } from '../rules/defaults.ts';
import { jobViolations, nameViolations, refuse } from '../rules/rules.ts';
import { checkActAs } from '../services/owner-routes.ts';
import type { Job } from '../types.ts';
import { createExecution, removeExecution } from './executions.ts';
import { type Overrides, overridden } from './overrides.ts';
import type { JobRecord, Jobs } from './records.ts';

/** The methods of jobs. */
export function jobRoutes(context: Context, jobs: Jobs): Route[] {
  const { core, schema, operations } = context;
  const base = '/v2/projects/{project}/locations/{location}/jobs';
  const one = `${base}/{id}`;
  const nameOf = ({ params }: ApiRequest) => `${parentOf(locationOf(core, params))}/jobs/${params.id}`;
  const find = (request: ApiRequest, permission: string): JobRecord => {
    const name = nameOf(request);
    core.access.check(request.principal, `run.jobs.${permission}`, name);
    const job = jobs.get(name);
    if (!job) throw doesNotExist('JOB', name);
    return job;
  };
  const show = (request: ApiRequest, operation: Operation) => ({
    body: operations.render(operation, wantsNumbers(request.query)),
  });
  const body = async (request: ApiRequest) => schema.parse('Job', await request.json(), 'job') as Job;
  const newJob = (where: Location, id: string): JobRecord => ({
    ...where,
    id,
    name: `${parentOf(where)}/jobs/${id}`,
    doc: {},
    generation: 0,
    policy: {},
    executions: new Map(),
  });

  function create(request: ApiRequest, job: JobRecord, given: Job) {
    core.access.check(request.principal, 'run.jobs.create', job.name);
    refuse(nameViolations(job.id, 'CreateJobRequest.job_id', 64));
    if (jobs.has(job.name)) throw alreadyExists(job.id);
    return carryOut(request, job, given, 'Create');
  }

  function carryOut(request: ApiRequest, job: JobRecord, given: Job, verb: 'Create' | 'Update') {
    const { etag: _, name: __, startExecutionToken, runExecutionToken, ...wish } = schema.writable('Job', given) as Job;
    refuse(jobViolations(wish, `${verb}JobRequest.job`));
    const number = projectNumber(context, job.project);
    const desired = jobDefaults(wish, number);
    checkActAs(context, request.principal, desired.template?.template?.serviceAccount ?? defaultServiceAccount(number));
    const doc = described(context, job, desired, request.principal);
    if (flag(request, 'validateOnly')) return show(request, validated(job, 'Job', doc));
    jobs.set(job.name, job);
    job.doc = doc;
    const generation = ++job.generation;
    const token = startExecutionToken ?? runExecutionToken;
    const operation = operations.start(
      `jobs.${verb.toLowerCase()}`,
      'Job',
      job.name,
      () => job.doc,
      async () => {
        const failure = await settle(context, job, generation);
        if (failure || token === undefined || job.generation !== generation) return failure;
        const execution = createExecution(context, job, request.principal, {
          id: `${job.id}-${token}`,
          template: job.doc.template ?? {},
        });
        if (runExecutionToken !== undefined) return execution.finished;
        return undefined;
      },
    );
    return show(request, operation);
  }

  return [
    route(
      'POST',
      base,
      async (request) => {
        const id = request.query.get('jobId');
        if (!id) throw invalid('Violation in CreateJobRequest.job_id: required field not present.');
        return create(request, newJob(locationOf(core, request.params), id), await body(request));
      },
      { query: ['jobId', 'validateOnly'] },
    ),
    route(
      'GET',
      base,
      (request) => {
        const parent = parentOf(locationOf(core, request.params));
        core.access.check(request.principal, 'run.jobs.list', parent);
        const { items, ...token } = page(
          request,
          [...jobs.values()].filter(({ name }) => name.startsWith(`${parent}/`)).reverse(),
        );
        const docs = items.map(({ doc }) => schema.render('Job', doc, wantsNumbers(request.query)));
        return { body: { ...(docs.length > 0 && { jobs: docs }), ...token } };
      },
      { query: ['pageSize', 'pageToken', 'showDeleted=false'] },
    ),
    route('GET', one, (request) => {
      return { body: schema.render('Job', find(request, 'get').doc, wantsNumbers(request.query)) };
    }),
    route(
      'PATCH',
      one,
      async (request) => {
        // Jobs have no update mask, so the whole job is replaced.
        const given = await body(request);
        const name = nameOf(request);
        core.access.check(request.principal, 'run.jobs.update', name);
        const job = jobs.get(name);
        if (!job) {
          if (!flag(request, 'allowMissing')) throw doesNotExist('JOB', name);
          return create(request, newJob(locationOf(core, request.params), request.params.id ?? ''), given);
        }
        checkEtag(given.etag, job.doc.etag, name);
        return carryOut(request, job, given, 'Update');
      },
      { query: ['validateOnly', 'allowMissing'] },
    ),
    route(
      'DELETE',
      one,
      (request) => {
        const job = find(request, 'delete');
        checkEtag(request.query.get('etag') ?? undefined, job.doc.etag, job.name);
        const doc = { ...job.doc, deleteTime: now(context), expireTime: timestamp(core.clock.now() + 30 * 86_400_000) };
        if (!flag(request, 'validateOnly')) jobs.delete(job.name);
        const operation = operations.start(
          'jobs.delete',
          'Job',
          job.name,
          () => doc,
          async () => {
            if (!jobs.has(job.name))
              await Promise.all([...job.executions.values()].map((execution) => removeExecution(job, execution)));
            return undefined;
          },
        );
        return show(request, operation);
      },
      { query: ['validateOnly', 'etag'] },
    ),
    route('POST', `${one}:run`, async (request) => {
      const {
        name: _,
        etag: given,
        validateOnly,
        overrides,
      } = schema.parse('RunJobRequest', await request.json(), 'run_job_request') as {
        name?: string;
        etag?: string;
        validateOnly?: boolean;
        overrides?: Overrides;
      };
      const job = find(request, 'run');
      if (overrides) core.access.check(request.principal, 'run.jobs.runWithOverrides', job.name);
      checkEtag(given, job.doc.etag, job.name);
      const template = overridden(job.doc.template ?? {}, overrides ?? {});
      if (validateOnly) return show(request, validated(job, 'Job', job.doc));
      const execution = createExecution(context, job, request.principal, {
        id: `${job.id.slice(0, 57)}-${suffix(5)}`,
        template,
      });
      const operation = operations.start(
        'jobs.run',
        'Execution',
        `${job.name}/executions/${execution.id}`,
        () => execution.doc,
        () => execution.finished,
      );
      return show(request, operation);
    }),
  ];
}

function described(context: Context, job: JobRecord, desired: Job, principal: Principal | undefined): Job {
  const at = now(context);
  return {
    ...desired,
    name: job.name,
    uid: job.doc.uid ?? uuid(),
    generation: String(job.generation + 1),
    createTime: job.doc.createTime ?? at,
    updateTime: at,
    creator: job.doc.creator ?? emailOf(principal),
    lastModifier: emailOf(principal),
    ...(job.doc.observedGeneration !== undefined && { observedGeneration: job.doc.observedGeneration }),
    ...(job.doc.executionCount !== undefined && { executionCount: job.doc.executionCount }),
    ...(job.doc.latestCreatedExecution && { latestCreatedExecution: job.doc.latestCreatedExecution }),
    reconciling: true,
    terminalCondition: condition('Ready', 'CONDITION_RECONCILING', at),
    etag: etag(),
  };
}

/** A job is ready if its images exist; secrets and permissions are checked when it runs. */
async function settle(context: Context, job: JobRecord, generation: number): Promise<Failure | undefined> {
  let failure: Failure | undefined;
  try {
    await findImages(context, job.project, job.doc.template?.template?.containers ?? []);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    failure = error.failure;
  }
  if (job.generation !== generation) return failure;
  const at = now(context);
  const { reconciling: _, ...doc } = job.doc;
  job.doc = {
    ...doc,
    terminalCondition: condition('Ready', failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failure),
    conditions: [condition('ResourcesAvailable', failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failure)],
    ...(!failure && { observedGeneration: String(generation) }),
    etag: etag(),
  };
  return failure;
}
