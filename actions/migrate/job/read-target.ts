/** Reads and plans everything for a migration in a Cloud Run job. */

import { formatImageName } from '../../../src/container/image-reference.ts';
import { checkContainerImages } from '../../../src/container/image-repositories.ts';
import { createRegistry } from '../../../src/container/registry.ts';
import { createLogReader } from '../../../src/google/logging.ts';
import { checkNamespace } from '../../../src/google/project-number.ts';
import { createExecutions } from '../../../src/google/run/executions.ts';
import { hidingMounts } from '../../../src/google/run/hiding-mounts.ts';
import { createJobs } from '../../../src/google/run/jobs.ts';
import type { Job, TaskTemplate } from '../../../src/google/run/resources.ts';
import type { TemplateSecret } from '../../../src/google/run/secret-versions.ts';
import { createSecretManager } from '../../../src/google/secret-manager.ts';
import { type Manifest, readManifest } from '../../../src/manifest/index.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { type MigrateInputs, manifestOrigin } from '../inputs.ts';
import { isOfCommit, isUnmarked } from '../plan/decision.ts';
import { configurationOf, databaseOf, fingerprintOf } from '../plan/fingerprint.ts';
import {
  DEFAULT_TIMEOUT,
  planJob,
  type Request,
  requestOf,
  type Source,
  taskOf,
  withFingerprint,
} from '../plan/job.ts';
import { containerAt } from '../plan/merge-task.ts';
import { judgeManifestJob, judgeTakenOver } from '../policy/judge-job.ts';
import { checkServices } from '../services.ts';
import { createSecretBook, lookUpSecrets, pinSecrets, type SecretBook } from './secrets.ts';
import { readSource } from './source-service.ts';
import type { MigrationTarget, Starting } from './start-execution.ts';
import type { Following } from './wait-for-execution.ts';

/** What is known before the job was read. */
export type MigrationSession = Omit<TimedMigrationSession, 'limit' | 'timeout'>;

/** All that the steps of a migration in a job need. */
export interface TimedMigrationSession extends Following, Starting {
  /** Milliseconds that a migration may take, by the job's timeout and for the start of its container. */
  readonly limit: number;
  /** `600s`. */
  readonly timeout: string;
  readonly inputs: MigrateInputs;
  readonly context: Context;
  readonly cloud: Cloud;
  /** Sentences for the summary: exceptions from the policy, pinned images. */
  readonly notes: readonly string[];
  readonly target: MigrationTarget;
}

/** Milliseconds for scheduling and pulling the image. */
const START_UP = 300_000;

/** Reads manifest and service, and plans the job. Nothing is written yet. */
export async function prepareJob(inputs: MigrateInputs, context: Context, cloud: Cloud): Promise<MigrationSession> {
  const manifest = inputs.manifest && readManifest(manifestOrigin(inputs.manifest, inputs));
  if (manifest && manifest.kind !== 'Job')
    throw new InputError([
      {
        subject: 'Input manifest',
        message: `is a ${manifest.kind}. Pass a manifest of kind Job.`,
        location: { file: inputs.manifest?.file ?? '' },
      },
    ]);
  for (const warning of manifest?.warnings ?? [])
    context.log.warning(`${warning.subject}: ${warning.message}`, warning.location);
  if (manifest && inputs.job && inputs.job !== manifest.name)
    throw new InputError([
      {
        subject: 'Input job',
        message: `is ${inputs.job}, but the manifest is for the job ${manifest.name}. Remove one of the two.`,
      },
    ]);
  if (manifest) await checkNamespace(manifest, inputs, cloud, context.log);
  const source = await readSource(inputs, cloud, context.log);
  const book = createSecretBook(createSecretManager(cloud.http, context.endpoints.secretmanager), context.log);
  for (const warning of inputs.judged.warnings) context.log.warning(warning);
  const { request: unpinned, notes } = await judged(
    requestOf(inputs, source, manifest?.kind === 'Job' ? manifest : undefined),
    manifest,
    inputs,
    context,
    source,
    cloud,
  );
  for (const note of notes) context.log.notice(note);
  const named = new Set([...inputs.env.keys(), ...inputs.secrets.map(({ name }) => name)]);
  const request = await pinned(unpinned, inputs.project, book, {
    ofManifest: manifest?.locate,
    ofVariable: (name) => (named.has(name) ? undefined : source.locate?.(name)),
  });
  const name = `projects/${inputs.project}/locations/${inputs.region}/jobs/${manifest?.name ?? inputs.job}`;
  return {
    inputs,
    context,
    cloud,
    notes,
    clock: context.clock,
    signal: context.signal,
    log: context.log,
    jobs: createJobs(cloud.http, context.endpoints.run),
    executions: createExecutions(
      cloud.http,
      { clock: context.clock, signal: context.signal, auth: cloud.auth },
      context.endpoints.run,
    ),
    logs: createLogReader({
      http: cloud.http,
      endpoints: context.endpoints,
      clock: context.clock,
      project: inputs.project,
    }),
    target: createTarget(name, request, inputs, book, () => checkServices(inputs, context, cloud), context.log),
  };
}

/** The job says how long it may take, unless an input does. */
export function withTimeout(prepared: MigrationSession, job: Job): TimedMigrationSession {
  const timeout = taskOf(job).timeout ?? `${DEFAULT_TIMEOUT / 1000}s`;
  return { ...prepared, timeout, limit: Number.parseInt(timeout, 10) * 1000 + START_UP };
}

/** The request after the policy has looked at it; a manifest has not been judged with the inputs. */
async function judged(
  request: Request,
  manifest: Manifest | undefined,
  inputs: MigrateInputs,
  context: Context,
  source: Source,
  cloud: Cloud,
): Promise<{ request: Request; notes: readonly string[] }> {
  if (request.kind === 'inputs' || !manifest) {
    for (const warning of judgeTakenOver(source.env.filter(({ name }) => !inputs.env.has(name ?? ''))))
      context.log.warning(warning);
    return { request, notes: inputs.judged.exceptions };
  }
  const clients = { registry: createRegistry(cloud.http), cloud };
  const { job, notes } = await judgeManifestJob(request.job, manifest.locate, inputs, context, clients);
  return { request: { kind: 'manifest', job }, notes };
}

/** Where a value stands in a file. */
interface Places {
  readonly ofManifest: Manifest['locate'] | undefined;
  readonly ofVariable: NonNullable<Source['locate']>;
}

/** The request with the secret versions that it names as numbers. */
async function pinned(
  request: Request,
  project: string,
  book: SecretBook,
  { ofManifest, ofVariable }: Places,
): Promise<Request> {
  if (request.kind === 'inputs') {
    const env = request.task.containers?.[0]?.env ?? [];
    const locate = ([, , list, index]: TemplateSecret['path']) =>
      list === 'env' ? ofVariable(env[Number(index)]?.name ?? '') : undefined;
    return { ...request, task: await pinSecrets(request.task, project, book, locate) };
  }
  const task = await pinSecrets(
    taskOf(request.job),
    project,
    book,
    ofManifest && ((path) => ofManifest(['template', 'template', ...path])),
  );
  return { ...request, job: { ...request.job, template: { ...request.job.template, template: task } } };
}

function createTarget(
  name: string,
  request: Request,
  inputs: MigrateInputs,
  book: SecretBook,
  checkStart: () => Promise<void>,
  log: Context['log'],
): MigrationTarget {
  const { commit, project, image } = inputs;
  const { facts } = book;
  const ofCommit = { commit, digest: image.digest };
  const logged = new Set<string>();
  const warnOnce = (warning: string) => {
    if (!logged.has(warning)) log.warning(warning);
    logged.add(warning);
  };
  return {
    name,
    checkStart,
    async plan(current, args) {
      const job = planJob(current, request, inputs);
      const task = taskOf(job);
      checkContainerImages(task.containers ?? [], inputs.imageRepositories, log);
      for (const warning of hidingMounts(task, current && taskOf(current))) warnOnce(warning);
      // What the request does not name keeps its references as they are, and counts by what they mean now.
      await lookUpSecrets(task, project, book);
      const fingerprint = fingerprintOf(name, task, project, facts);
      const at = containerAt(task.containers ?? [], formatImageName(image));
      const override = args && { container: task.containers?.[at]?.name, args };
      const executed = args ? withArgs(task, at, args) : task;
      const configuration = configurationOf(executed, project, facts);
      return {
        job: withFingerprint(job, fingerprint),
        override,
        database: databaseOf(task, project),
        wanted: { ...ofCommit, project, fingerprint, configuration, facts },
      };
    },
    async learn(executions) {
      const unmarked = executions.filter((one) => isOfCommit(one, ofCommit) && isUnmarked(one));
      await Promise.all(unmarked.map(({ template }) => lookUpSecrets(template, project, book, true)));
    },
  };
}

const withArgs = (task: TaskTemplate, at: number, args: readonly string[]): TaskTemplate => ({
  ...task,
  containers: (task.containers ?? []).map((container, i) => (i === at ? { ...container, args: [...args] } : container)),
});
