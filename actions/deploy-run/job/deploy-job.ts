/** A Job from a manifest: created or updated at the digest, and run if asked to. Read and written as the server's own JSON. */

import { checkContainerImages } from '../../../src/container/image-repositories.ts';
import { checkFreeze, freezeOn } from '../../../src/freeze/freeze.ts';
import { executionFilter } from '../../../src/google/logging.ts';
import { createExecutions, type ExecutionState, type Executions } from '../../../src/google/run/executions.ts';
import { type ContainerOverride, createJobs, type Jobs } from '../../../src/google/run/jobs.ts';
import type { Container, Job, LongRunningOperation } from '../../../src/google/run/resources.ts';
import { resolveSecrets } from '../../../src/google/run/secret-versions.ts';
import { containersOf } from '../../../src/manifest/image.ts';
import type { Manifest } from '../../../src/manifest/index.ts';
import { merge, namedPaths } from '../../../src/manifest/merge.ts';
import { violationProblems } from '../../../src/manifest/violations.ts';
import { COMMIT_LABEL, isReservedPath } from '../../../src/records/annotations.ts';
import { CloudError, InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import { poll, retry } from '../../../src/runtime/retry.ts';
import { code, link, md, plain } from '../../../src/runtime/summary.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import { withImages } from '../plan/desired-service.ts';
import { MANAGED_BY, NAMED } from '../plan/records.ts';
import type { DeployRequest } from '../plan/request.ts';
import { findImages } from '../preflight/images.ts';
import { checkProvenance } from '../preflight/provenance.ts';
import type { StepContext } from '../service/step-context.ts';

export interface RegionalJob {
  readonly region: string;
  readonly manifest: Manifest & { readonly kind: 'Job' };
  /** What the policy has to say about it, for the reader. */
  readonly judged: readonly string[];
}

/** `env` are variables that the containers get, unless the manifest has them. */
export async function deployJob(
  deploys: readonly RegionalJob[],
  request: DeployRequest,
  step: StepContext,
  env: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const { context, inputs } = step;
  const [given] = [
    ...(request.tag ? ['tag'] : []),
    ...(request.preview ? ['no-traffic'] : []),
    ...(request.allowUnauthenticated !== undefined ? ['allow-unauthenticated'] : []),
    ...inputs.rollout.probe.given,
  ];
  if (given)
    throw new InputError([
      { subject: `Input ${given}`, message: 'cannot be combined with a Job: it takes no requests.' },
    ]);
  const frozen = freezeOn(undefined, inputs.freeze, context.clock.now());
  checkFreeze(frozen, { force: inputs.force, consequence: 'Nothing was changed.', log: context.log });
  const apis = jobClients(step);
  for (const { region, manifest, judged } of deploys) {
    for (const note of judged) context.log.notice(note);
    const name = `projects/${inputs.project}/locations/${region}/jobs/${manifest.name}`;
    const url = `https://console.cloud.google.com/run/jobs/details/${region}/${manifest.name}?project=${inputs.project}`;
    const wanted = withImages(manifest.resource, request.images) as Job;
    const execution = wanted.template?.template ?? {};
    const resolved = await resolveSecrets(execution, {
      manager: step.clients.secrets,
      project: inputs.project,
      mode: request.secretsLatest,
      log: context.log,
      locate: (path) => manifest.locate(['template', 'template', ...path]),
    });
    await findImages(step.clients.registry, resolved, region);
    await checkProvenance(step, resolved);
    const job: Job = { ...wanted, template: { ...wanted.template, template: withVariables(resolved, env) } };
    await writeJob(name, job, { request, jobs: apis.jobs, manifest }, step);
    context.summary.heading(md`Job: ${plain(manifest.name)} in ${plain(region)}`);
    for (const note of judged) context.summary.paragraph(md`> ${plain(note)}`);
    context.output('console-url', url);
    const image = resolved.containers?.[0]?.image;
    context.output('image', image);
    context.output('digest', image?.split('@')[1]);
    if (inputs.dryRun)
      context.summary.paragraph(md`Dry run: nothing was changed. The job would run ${code(image ?? '')}.`);
    else context.summary.paragraph(md`The job runs ${code(image ?? '')} (${link('console', url)}).`);
    if (request.execute && !inputs.dryRun) await executeJob(name, step);
  }
}

function withVariables<T extends { containers?: Container[] }>(template: T, env: ReadonlyMap<string, string>): T {
  if (env.size === 0) return template;
  const containers = template.containers?.map((container) => {
    const given = container.env ?? [];
    const missing = [...env].filter(([name]) => given.every((entry) => entry.name !== name));
    return { ...container, env: [...given, ...missing.map(([name, value]) => ({ name, value }))] };
  });
  return { ...template, ...(containers && { containers }) };
}

/** The modules for jobs and executions, for one step. */
export function jobClients({ clients: { cloud }, context, signal }: StepContext): {
  jobs: Jobs;
  executions: Executions;
} {
  const { http, auth, endpoints } = cloud;
  return {
    jobs: createJobs(http, endpoints.run),
    executions: createExecutions(http, { clock: context.clock, signal, auth }, endpoints.run),
  };
}

/** A conflict, or an answer that was lost: the job is read again, and what is still missing is written. */
const mayWriteAgain = (error: unknown): boolean =>
  error instanceof CloudError && (error.status === 409 || error.status === 0 || error.status >= 500);

/** Creates the job, or writes the manifest over what is deployed; what it does not name survives. */
async function writeJob(
  name: string,
  wanted: Job,
  {
    request: { imageRepositories },
    jobs,
    manifest,
  }: { request: DeployRequest; jobs: Jobs; manifest: RegionalJob['manifest'] },
  step: StepContext,
): Promise<void> {
  const { inputs, context } = step;
  const { clock, signal } = context;
  const attempt = async (): Promise<void> => {
    const current = await jobs.get(name);
    const next = desiredJob(current, wanted, inputs.commit);
    checkContainerImages(containersOf(next), imageRepositories, context.log);
    if (current && JSON.stringify(current) === JSON.stringify(next))
      return context.log.info(`The job ${name} already matches the manifest.`);
    const operation = await jobs[current ? 'update' : 'create'](name, next, inputs.dryRun).catch((error: unknown) => {
      if (!(error instanceof CloudError && error.status === 400)) throw error;
      throw new InputError(violationProblems(`Job ${manifest.name}`, error, manifest.locate));
    });
    if (!inputs.dryRun) await waitForOperation(name, operation, step);
  };
  await retry(attempt, { clock, signal, mayPass: mayWriteAgain, attempts: 6, resource: `job ${name}` });
}

function desiredJob(current: Job | undefined, wanted: Job, commit: string): Job {
  const named = new Set(parseNamed(current?.annotations?.[NAMED]));
  const merged = merge<Job>(current ?? {}, wanted, named);
  return {
    ...merged,
    labels: { ...merged.labels, ...MANAGED_BY, [COMMIT_LABEL]: commit },
    annotations: { ...merged.annotations, [NAMED]: JSON.stringify(namedPaths(wanted)) },
  };
}

/** Waits until the write is executed. */
async function waitForOperation(
  name: string,
  operation: LongRunningOperation,
  { context, clients }: StepContext,
): Promise<void> {
  const { clock, signal, deadline } = context;
  const look = async () => {
    const found = await clients.operations.get(operation.name ?? '');
    if (found?.error) throw new OutcomeError(`The job ${name} is not ready: ${found.error.message}`);
    return !found || found.done ? { found } : undefined;
  };
  if (await poll(look, { clock, signal, until: deadline, first: 200 })) return;
  throw new OutcomeError(`The job ${name} was not ready within ${describeTimeout(context)}.`);
}

/** Runs the job and waits for its end. Throws `OutcomeError` unless all tasks succeed. */
export async function executeJob(
  name: string,
  step: StepContext,
  overrides: readonly ContainerOverride[] = [],
): Promise<void> {
  const { context } = step;
  const { jobs, executions } = jobClients(step);
  const { clock, signal, deadline } = context;
  const execution = await jobs.run(name, undefined, overrides);
  context.log.info(`Running ${execution}.`);
  const look = async () => {
    const found = await executions.get(execution);
    if (!found) throw new OutcomeError(`The execution ${execution} was deleted.`);
    return found.ended ? found : undefined;
  };
  const ended = await poll(look, { clock, signal, until: deadline, first: 300 });
  if (ended) return await reportExecution(execution, ended, step);
  throw new OutcomeError(
    `The execution ${execution} timed out after ${describeTimeout(context)}. It is still running.`,
  );
}

async function reportExecution(name: string, execution: ExecutionState, { clients, context }: StepContext) {
  const { taskCount, succeeded, failed, cancelled, completed } = execution;
  const counts = `${succeeded} of ${taskCount} tasks succeeded, ${failed} failed, ${cancelled} were cancelled`;
  context.summary.paragraph(md`${code(name.split('/').at(-1) ?? '')}: ${plain(counts)}.`);
  const good = succeeded === taskCount && failed === 0 && cancelled === 0;
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
