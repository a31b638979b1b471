/** Creates or updates a job from its manifest. Reads and writes the server's own JSON. */
import { checkContainerImages } from '../../../src/container/image-repositories.ts';
import { hidingMounts } from '../../../src/google/run/hiding-mounts.ts';
import type { Jobs } from '../../../src/google/run/jobs.ts';
import type { Container, Job, LongRunningOperation } from '../../../src/google/run/resources.ts';
import { resolveSecrets } from '../../../src/google/run/secret-versions.ts';
import { containersOf } from '../../../src/manifest/image.ts';
import { type Change, differences, type Manifest } from '../../../src/manifest/index.ts';
import { merge, namedPaths } from '../../../src/manifest/merge.ts';
import { violationProblems } from '../../../src/manifest/violations.ts';
import { COMMIT_LABEL, NAMED_ANNOTATION, namedBefore } from '../../../src/records/annotations.ts';
import { CloudError, InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import { poll, retry } from '../../../src/runtime/retry.ts';
import { describeTimeout } from '../../../src/runtime/time-limit.ts';
import { withImages } from '../plan/desired-service.ts';
import { MANAGED_BY } from '../plan/records.ts';
import type { DeployRequest } from '../plan/request.ts';
import { findImages } from '../preflight/images.ts';
import { checkProvenance } from '../preflight/provenance.ts';
import type { StepContext } from '../service/step-context.ts';
import { asItRuns } from './as-it-runs.ts';

export interface RegionalJob {
  readonly region: string;
  readonly manifest: Manifest & { readonly kind: 'Job' };
  /** Notes of the policy, for the summary. */
  readonly judged: readonly string[];
}

export const fullJobName = ({ inputs }: StepContext, region: string, job: string): string =>
  `projects/${inputs.project}/locations/${region}/jobs/${job}`;

/** The job of a manifest with its images, and with secrets pinned to versions. Throws if one does not exist. */
export async function resolveJob(
  { region, manifest }: Omit<RegionalJob, 'judged'>,
  request: DeployRequest,
  step: StepContext,
): Promise<Job> {
  const wanted = withImages(manifest.resource, request.images) as Job;
  const { template } = await resolveSecrets(wanted.template?.template ?? {}, {
    manager: step.clients.secrets,
    project: step.inputs.project,
    mode: request.secretsLatest,
    log: step.context.log,
    locate: (path) => manifest.locate(['template', 'template', ...path]),
  });
  await findImages(step.clients.registry, template, region);
  await checkProvenance(step, template);
  return { ...wanted, template: { ...wanted.template, template } };
}

/** Adds the variables to each container that does not set them. */
export function withVariables(job: Job, env: ReadonlyMap<string, string>): Job {
  const template = job.template?.template ?? {};
  const containers = withEnv(template.containers, env);
  return { ...job, template: { ...job.template, template: { ...template, ...(containers && { containers }) } } };
}

function withEnv(all: Container[] | undefined, env: ReadonlyMap<string, string>): Container[] | undefined {
  return all?.map((container) => {
    const given = container.env ?? [];
    const missing = [...env].filter(([name]) => given.every((entry) => entry.name !== name));
    return missing.length === 0
      ? container
      : { ...container, env: [...given, ...missing.map(([name, value]) => ({ name, value }))] };
  });
}

/** Jobs of other tools lack our label, which changes nothing that runs. */
const MANAGED = 'metadata.labels.managed-by';

export interface JobWrite {
  readonly changes: readonly Change[];
  /** False if executions run what they ran before: the rest is our label, or a tag or an alias that became what it means. */
  readonly changed: boolean;
}

/** After a conflict or a lost response the job is read again, and written if it still differs. */
const mayWriteAgain = (error: unknown): boolean =>
  error instanceof CloudError && (error.status === 409 || error.status === 0 || error.status >= 500);

/**
 * Creates the job, or updates it; settings that the manifest does not name stay. Returns what that changes: nothing if only the
 * commit differs.
 */
export async function writeJob(
  name: string,
  wanted: Job,
  {
    imageRepositories,
    jobs,
    manifest,
    onRead,
  }: Pick<DeployRequest, 'imageRepositories'> & {
    jobs: Jobs;
    manifest: Pick<RegionalJob['manifest'], 'name' | 'locate'>;
    /** Called after the first read. What it throws prevents the write. */
    onRead?: (() => void) | undefined;
  },
  step: StepContext,
): Promise<JobWrite> {
  const { inputs, context } = step;
  const { clock, signal } = context;
  let write: JobWrite | undefined;
  const attempt = async (): Promise<void> => {
    const current = await jobs.get(name);
    if (!write) onRead?.();
    const next = desiredJob(current, wanted, inputs.commit);
    checkContainerImages(containersOf(next), imageRepositories, context.log);
    if (!write) {
      const changes = changesOf(current, next);
      write = { changes, changed: await changesExecutions(changes, { current, next }, step) };
      for (const { field, before, after } of changes)
        context.log.info(`  ${field}: ${before || '–'} → ${after || '–'}`);
      const mounts = hidingMounts(next.template?.template ?? {}, current?.template?.template);
      for (const warning of mounts) context.log.warning(warning);
    }
    if (current && JSON.stringify(current) === JSON.stringify(next))
      return context.log.info(`The job ${name} already matches the manifest.`);
    const operation = await jobs[current ? 'update' : 'create'](name, next, inputs.dryRun).catch((error: unknown) => {
      if (!(error instanceof CloudError && error.status === 400)) throw error;
      throw new InputError(violationProblems(`Job ${manifest.name}`, error, manifest.locate));
    });
    if (!inputs.dryRun) await waitForOperation(name, operation, step);
  };
  await retry(attempt, { clock, signal, mayPass: mayWriteAgain, attempts: 6, resource: `job ${name}` });
  return write ?? { changes: [], changed: false };
}

const changesOf = (current: Job | undefined, next: Job): Change[] =>
  differences('Job', current, next).filter(({ field }) => !field.endsWith(`labels.${COMMIT_LABEL}`));

async function changesExecutions(
  changes: readonly Change[],
  { current, next }: { readonly current: Job | undefined; readonly next: Job },
  step: StepContext,
): Promise<boolean> {
  const own = changes.filter(({ field }) => field !== MANAGED);
  if (own.length === 0 || !current) return own.length > 0;
  const real = new Set(changesOf(await asItRuns(current, step), next).map(({ field }) => field));
  return own.some(({ field }) => real.has(field));
}

function desiredJob(current: Job | undefined, wanted: Job, commit: string): Job {
  const named = namedBefore(current);
  const merged = merge<Job>(current ?? {}, wanted, named);
  return {
    ...merged,
    labels: { ...merged.labels, ...MANAGED_BY, [COMMIT_LABEL]: commit },
    annotations: { ...merged.annotations, [NAMED_ANNOTATION]: JSON.stringify(namedPaths(wanted)) },
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
