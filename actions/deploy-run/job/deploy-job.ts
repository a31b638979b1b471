/** A Job from a manifest: created or updated at the digest, and run if asked to. Read and written as the server's own JSON. */

import { absent } from '../../../src/google/errors/not-found.ts';
import { executionFilter } from '../../../src/google/logging.ts';
import { type WriteTarget, write } from '../../../src/google/run/calls.ts';
import type { Execution, Job, LongRunningOperation } from '../../../src/google/run/resources.ts';
import { resolveSecrets } from '../../../src/google/run/secret-versions.ts';
import type { Manifest } from '../../../src/manifest/index.ts';
import { merge, namedPaths } from '../../../src/manifest/merge.ts';
import { isReservedPath } from '../../../src/records/annotations.ts';
import { CloudError, InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import { backoff } from '../../../src/runtime/retry.ts';
import { code, link, plain } from '../../../src/runtime/summary.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import { withImages } from '../plan/desired-service.ts';
import { COMMIT_LABEL, MANAGED_BY, NAMED } from '../plan/records.ts';
import type { DeployRequest } from '../plan/request.ts';
import { findImages } from '../preflight/images.ts';
import type { StepContext } from '../service/step-context.ts';

export interface RegionalJob {
  readonly region: string;
  readonly manifest: Manifest & { readonly kind: 'Job' };
}

export async function deployJob(
  deploys: readonly RegionalJob[],
  request: DeployRequest,
  step: StepContext,
): Promise<void> {
  const { context, inputs } = step;
  const [given] = [
    ...(request.tag ? ['tag'] : []),
    ...(request.preview ? ['no-traffic'] : []),
    ...(request.allowUnauthenticated !== undefined ? ['allow-unauthenticated'] : []),
    ...inputs.rollout.probe.given,
  ];
  if (given)
    throw new InputError([{ subject: `Input ${given}`, message: 'does not go with a Job: it takes no requests.' }]);
  for (const { region, manifest } of deploys) {
    const name = `projects/${inputs.project}/locations/${region}/jobs/${manifest.name}`;
    const url = `https://console.cloud.google.com/run/jobs/details/${region}/${manifest.name}?project=${inputs.project}`;
    const wanted = withImages(manifest.resource, request.images) as Job;
    const execution = wanted.template?.template ?? {};
    const resolved = await resolveSecrets(execution, {
      manager: step.clients.secrets,
      project: inputs.project,
      mode: request.secretsLatest,
      log: context.log,
    });
    await findImages(step.clients.registry, resolved, region);
    const job: Job = { ...wanted, template: { ...wanted.template, template: resolved } };
    await put(name, job, step);
    context.summary.heading(`Job: ${plain(manifest.name)} in ${plain(region)}`);
    context.output('console-url', url);
    const image = resolved.containers?.[0]?.image;
    context.output('image', image);
    context.output('digest', image?.split('@')[1]);
    if (inputs.dryRun)
      context.summary.paragraph(`Dry run: nothing was changed. The job would run ${code(image ?? '')}.`);
    else context.summary.paragraph(`The job runs ${code(image ?? '')} (${link('console', url)}).`);
    if (request.execute && !inputs.dryRun) await execute(name, step);
  }
}

const target = ({ clients: { cloud } }: StepContext): WriteTarget => ({
  http: cloud.http,
  endpoint: cloud.endpoints.run,
  collection: 'jobs',
  word: 'job',
  permission: 'run.jobs',
});

const read = <T>({ clients: { cloud } }: StepContext, name: string, word: string): Promise<T | undefined> =>
  absent(
    cloud.http.json<T>({
      method: 'GET',
      url: `${cloud.endpoints.run}/v2/${name}`,
      resource: `${word} ${name}`,
      permission: `run.${word}s.get`,
      role: 'roles/run.viewer',
    }),
  );

/** Creates the job, or writes the manifest over what is deployed; what it does not name survives. */
async function put(name: string, wanted: Job, step: StepContext): Promise<void> {
  const { inputs, context } = step;
  for (let tries = 0; ; tries++) {
    const current = await read<Job>(step, name, 'job');
    const named = new Set(parseNamed(current?.annotations?.[NAMED]));
    const merged = merge<Job>(current ?? {}, wanted, named);
    const mark = { ...MANAGED_BY, [COMMIT_LABEL]: inputs.commit };
    const next: Job = {
      ...merged,
      labels: { ...merged.labels, ...mark },
      annotations: { ...merged.annotations, [NAMED]: JSON.stringify(namedPaths(wanted)) },
    };
    const unchanged = current && JSON.stringify(current) === JSON.stringify(next);
    if (unchanged) return context.log.info(`The job ${name} is as the manifest says.`);
    try {
      const operation = await write(target(step), current ? 'update' : 'create', name, next, [], inputs.dryRun);
      if (!inputs.dryRun) await settled(name, operation, step);
      return;
    } catch (error) {
      const again = error instanceof CloudError && (error.status === 409 || error.status === 0 || error.status >= 500);
      if (!again || tries >= 5) throw error;
      await context.clock.sleep(backoff(tries), context.signal);
    }
  }
}

async function settled(name: string, operation: LongRunningOperation, step: StepContext): Promise<void> {
  const { context, clients } = step;
  for (let tries = 0; context.clock.now() < context.deadline; tries++) {
    const found = await clients.operations.get(operation.name ?? '');
    if (found?.error) throw new OutcomeError(`The job ${name} is not ready: ${found.error.message}`);
    if (!found || found.done) return;
    await context.clock.sleep(Math.min(3000, 200 * 1.5 ** tries), context.signal);
  }
  throw new OutcomeError(`The job ${name} was not ready within ${describeTimeout(context)}.`);
}

/** Runs the job and waits for its end. */
async function execute(name: string, step: StepContext): Promise<void> {
  const { context, clients } = step;
  const operation = await clients.cloud.http.json<LongRunningOperation>({
    method: 'POST',
    url: `${clients.cloud.endpoints.run}/v2/${name}:run`,
    json: {},
    resource: `job ${name}`,
    permission: 'run.jobs.run',
    role: 'roles/run.developer',
  });
  const execution = String(operation.metadata?.name ?? '');
  if (!execution) throw new OutcomeError(`The job ${name} was started, and the answer names no execution.`);
  context.log.info(`Running ${execution}.`);
  for (let tries = 0; ; tries++) {
    const found = await read<Execution>(step, execution, 'execution');
    if (!found) throw new OutcomeError(`The execution ${execution} was deleted.`);
    if (found.completionTime) return await judgeExecution(execution, found, step);
    const pause = Math.min(3000, 300 * 1.5 ** tries);
    if (context.clock.now() + pause > context.deadline)
      throw new OutcomeError(
        `The execution ${execution} did not end within ${describeTimeout(context)}. It is still running.`,
      );
    await context.clock.sleep(pause, context.signal);
  }
}

async function judgeExecution(name: string, execution: Execution, { clients, context }: StepContext): Promise<void> {
  const { taskCount = 1, succeededCount = 0, failedCount = 0, cancelledCount = 0 } = execution;
  const completed = execution.conditions?.find(({ type }) => type === 'Completed');
  const counts = `${succeededCount} of ${taskCount} tasks succeeded, ${failedCount} failed, ${cancelledCount} were cancelled`;
  context.summary.paragraph(`${code(name.split('/').at(-1) ?? '')}: ${counts}.`);
  const good = succeededCount === taskCount && failedCount === 0 && cancelledCount === 0;
  if (good && completed?.state === 'CONDITION_SUCCEEDED') return context.log.info(`${counts}.`);
  const [, , , , , job = '', , id = ''] = name.split('/');
  const lines = await clients.logs.tail(executionFilter(job, id), 20).catch(() => []);
  if (lines.length > 0)
    await context.log.group(`The last log lines of ${id}`, async () =>
      context.log.output(lines.map(({ text }) => text).join('\n')),
    );
  throw new OutcomeError(`The execution ${id} failed: ${counts}. ${completed?.message ?? ''}`.trim());
}

function parseNamed(text: string | undefined): string[] {
  try {
    const value = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(value) ? value.map(String).filter((path) => !isReservedPath(path)) : [];
  } catch {
    return [];
  }
}
