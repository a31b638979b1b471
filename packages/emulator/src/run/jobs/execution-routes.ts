/** The methods of executions and their tasks. */
import { page } from '../../http/pagination.ts';
import { wantsNumbers } from '../../http/query-parameters.ts';
import { type ApiRequest, type Route, route } from '../../http/routes.ts';
import type { Context } from '../context.ts';
import { checkEtag, failedPrecondition, flag } from '../requests/requests.ts';
import { doesNotExist, locationOf, parentOf } from '../requests/resource-names.ts';
import { removeExecution } from './executions.ts';
import type { Jobs } from './records.ts';

export function executionRoutes(context: Context, jobs: Jobs): Route[] {
  const { core, schema, operations } = context;
  const base = '/v2/projects/{project}/locations/{location}/jobs/{id}/executions';
  const one = `${base}/{execution}`;
  const jobName = ({ params }: ApiRequest) => `${parentOf(locationOf(core, params))}/jobs/${params.id}`;
  const find = (request: ApiRequest, permission: string) => {
    const name = `${jobName(request)}/executions/${request.params.execution}`;
    core.access.check(request.principal, `run.${permission}`, name);
    const job = jobs.get(jobName(request));
    const execution = job?.executions.get(request.params.execution ?? '');
    if (!job || !execution) throw doesNotExist('EXECUTION', name);
    return { job, execution };
  };
  const numbers = (request: ApiRequest) => wantsNumbers(request.query);
  return [
    route(
      'GET',
      base,
      (request) => {
        core.access.check(request.principal, 'run.executions.list', jobName(request));
        const job = jobs.get(jobName(request));
        if (!job) throw doesNotExist('JOB', jobName(request));
        const { items, ...token } = page(request, [...job.executions.values()].reverse());
        const docs = items.map(({ doc }) => schema.render('Execution', doc, numbers(request)));
        return { body: { ...(docs.length > 0 && { executions: docs }), ...token } };
      },
      { query: ['pageSize', 'pageToken', 'showDeleted=false'] },
    ),
    route('GET', one, (request) => {
      return { body: schema.render('Execution', find(request, 'executions.get').execution.doc, numbers(request)) };
    }),
    route(
      'DELETE',
      one,
      (request) => {
        const { job, execution } = find(request, 'executions.delete');
        checkEtag(request.query.get('etag') ?? undefined, execution.doc.etag, execution.id);
        const only = flag(request, 'validateOnly');
        const operation = operations.start(
          'executions.delete',
          'Execution',
          job.name,
          () => execution.doc,
          async () => {
            if (!only) await removeExecution(job, execution);
            return undefined;
          },
        );
        return { body: operations.render(operation, numbers(request)) };
      },
      { query: ['validateOnly', 'etag'] },
    ),
    route('POST', `${one}:cancel`, async (request) => {
      const { etag: given } = schema.parse(
        'CancelExecutionRequest',
        await request.json(),
        'cancel_execution_request',
      ) as { etag?: string };
      const { job, execution } = find(request, 'executions.cancel');
      checkEtag(given, execution.doc.etag, execution.id);
      if (execution.doc.completionTime !== undefined)
        throw failedPrecondition(`Execution '${execution.id}' is already completed and cannot be cancelled.`);
      execution.cancel();
      const operation = operations.start(
        'executions.cancel',
        'Execution',
        job.name,
        () => execution.doc,
        async () => {
          await execution.finished;
          return undefined;
        },
      );
      return { body: operations.render(operation, numbers(request)) };
    }),
    route(
      'GET',
      `${one}/tasks`,
      (request) => {
        const { execution } = find(request, 'tasks.list');
        const { items, ...token } = page(request, execution.tasks);
        return { body: { tasks: items.map((task) => schema.render('Task', task, numbers(request))), ...token } };
      },
      { query: ['pageSize', 'pageToken', 'showDeleted=false'] },
    ),
    route('GET', `${one}/tasks/{task}`, (request) => {
      const { execution } = find(request, 'tasks.get');
      const task = execution.tasks.find(({ name }) => name?.endsWith(`/${request.params.task}`));
      if (!task) throw doesNotExist('TASK', `${execution.doc.name}/tasks/${request.params.task}`);
      return { body: schema.render('Task', task, numbers(request)) };
    }),
  ];
}
