/** Plans the Cloud Run job that runs the migrations: what the inputs or the manifest name, over what is deployed. Pure. */
import { createHash } from 'node:crypto';
import { formatImageDigest, formatImageName } from '../../../src/container/image-reference.ts';
import type { Container, EnvVar, Job, Json, TaskTemplate, Volume } from '../../../src/google/run/resources.ts';
import { mountSecretFiles } from '../../../src/google/run/secret-files.ts';
import { type Path, withImage } from '../../../src/manifest/index.ts';
import { merge, namedPaths } from '../../../src/manifest/merge.ts';
import { ANNOTATION_PREFIX, COMMIT_LABEL, NAMED_ANNOTATION, readAnnotation } from '../../../src/records/annotations.ts';
import { InputError, type Location, type Problem } from '../../../src/runtime/errors.ts';
import type { MigrateInputs } from '../inputs.ts';
import { namedSettings, overTask } from './merge-task.ts';

/** Annotation of an execution: the digest that it runs. */
export const DIGEST_ANNOTATION = `${ANNOTATION_PREFIX}digest`;
/** Annotation of an execution: see `fingerprintOf`. Version 1.0 wrote none. */
export const FINGERPRINT_ANNOTATION = `${ANNOTATION_PREFIX}fingerprint`;
/** Annotation of the job: hash of the plan that wrote it, so that a write is known again whatever the server made of it. */
export const PLAN_ANNOTATION = `${ANNOTATION_PREFIX}plan`;

/** Milliseconds that a migration has where neither the input `timeout` nor the job's manifest says it. */
export const DEFAULT_TIMEOUT = 600_000;

/** What is taken over from a service. */
export interface Source {
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Volume[];
  readonly volumeMounts: NonNullable<Container['volumeMounts']>;
  readonly vpcAccess: TaskTemplate['vpcAccess'];
  readonly serviceAccount: string | undefined;
  /** Where a variable stands in the manifest, if the service is one. */
  readonly locate?: (variable: string) => Location | undefined;
}

export const NO_SOURCE: Source = {
  env: [],
  volumes: [],
  volumeMounts: [],
  vpcAccess: undefined,
  serviceAccount: undefined,
};

/** What the user named of the job, and nothing more. */
export type Request =
  /** A task of one container. */
  { readonly kind: 'inputs'; readonly task: TaskTemplate } | { readonly kind: 'manifest'; readonly job: Job };

/** A converted manifest of kind Job; `locate` says where a value of it stands in the file. */
export interface JobManifest {
  readonly resource: Job;
  locate(path: Path): Location;
}

/** `manifest` is the converted manifest, if there is one. Throws `InputError` for one that does not run once. */
export function requestOf(inputs: MigrateInputs, source: Source, manifest: JobManifest | undefined): Request {
  return manifest
    ? { kind: 'manifest', job: fromManifest(manifest, inputs) }
    : { kind: 'inputs', task: fromInputs(inputs, source) };
}

export const taskOf = (job: Job): TaskTemplate => job.template?.template ?? {};

/**
 * The planned job, over the server's own JSON of `current`: whatever the request does not name survives, but for what
 * an earlier run named. One task without retries is forced.
 */
export function planJob(current: Job | undefined, request: Request, inputs: MigrateInputs): Job {
  const named = new Set(readAnnotation<string[]>(current, NAMED_ANNOTATION, Array.isArray) ?? []);
  const base = current ?? {};
  const merged =
    request.kind === 'manifest'
      ? merge<Job>(base, request.job, named)
      : {
          ...base,
          template: {
            ...base.template,
            template: overTask(taskOf(base), request.task, named, formatImageName(inputs.image)),
          },
        };
  const labels = { 'managed-by': 'github-actions', [COMMIT_LABEL]: inputs.commit };
  const task = current ? taskOf(merged) : withOurDefaults(taskOf(merged), request);
  const job: Job = {
    ...merged,
    labels: { ...merged.labels, ...labels },
    template: {
      ...merged.template,
      labels: { ...merged.template?.labels, ...labels },
      annotations: { ...merged.template?.annotations, [DIGEST_ANNOTATION]: inputs.image.digest },
      taskCount: 1,
      parallelism: 1,
      // 0 must really be sent: the server's default is 3, and a failed migration must not run again by itself.
      template: { timeout: seconds(DEFAULT_TIMEOUT), ...task, maxRetries: 0 },
    },
  };
  const paths = request.kind === 'manifest' ? namedPaths(request.job) : namedSettings(request.task);
  const hash = createHash('sha256').update(JSON.stringify([job.labels, job.template]));
  return {
    ...job,
    annotations: {
      ...job.annotations,
      [NAMED_ANNOTATION]: JSON.stringify(paths),
      [PLAN_ANNOTATION]: hash.digest('hex').slice(0, 32),
    },
  };
}

/** The job with its fingerprint on each execution to come. */
export const withFingerprint = (job: Job, fingerprint: string): Job => ({
  ...job,
  template: { ...job.template, annotations: { ...job.template?.annotations, [FINGERPRINT_ANNOTATION]: fingerprint } },
});

function withOurDefaults(task: TaskTemplate, request: Request): TaskTemplate {
  if (request.kind === 'manifest') return task;
  const containers = (task.containers ?? []).map((container) => ({
    ...container,
    resources: { limits: { cpu: '1', memory: '512Mi' } },
  }));
  return { ...task, containers };
}

const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)}s`;

function fromInputs(inputs: MigrateInputs, source: Source): TaskTemplate {
  const sql = inputs.cloudsqlInstances.length > 0;
  const serviceAccount = inputs.runtimeServiceAccount ?? source.serviceAccount;
  const container: Container = {
    image: formatImageDigest(inputs.image),
    ...(inputs.command.length > 0 && { command: [...inputs.command] }),
    ...(inputs.args.length > 0 && { args: [...inputs.args] }),
    env: planEnv(source.env, [...plain(inputs.env), ...inputs.secrets]),
    volumeMounts: [...source.volumeMounts, ...(sql ? [{ name: SQL_VOLUME, mountPath: '/cloudsql' }] : [])],
  };
  const task: TaskTemplate = {
    containers: [container],
    volumes: [
      ...source.volumes,
      ...(sql ? [{ name: SQL_VOLUME, cloudSqlInstance: { instances: [...inputs.cloudsqlInstances] } }] : []),
    ],
    ...(inputs.timeout !== undefined && { timeout: seconds(inputs.timeout) }),
    ...(serviceAccount && { serviceAccount }),
    ...(source.vpcAccess && { vpcAccess: source.vpcAccess }),
  };
  return mountSecretFiles(task, 0, inputs.secretFiles);
}

/** The volume that the input `cloudsql-instances` makes. */
const SQL_VOLUME = 'migrate-cloudsql';

function fromManifest({ resource, locate }: JobManifest, inputs: MigrateInputs): Job {
  const template: Json = resource.template ?? {};
  const problem = (message: string, path: Path): Problem => ({
    subject: 'Input manifest',
    message,
    location: locate(path),
  });
  const problems = [
    ...((resource.template?.template?.maxRetries ?? 0) !== 0
      ? [
          problem('maxRetries must be 0: a migration that failed must not run again by itself.', [
            'template',
            'template',
            'maxRetries',
          ]),
        ]
      : []),
    ...((template.taskCount ?? 1) !== 1
      ? [problem('taskCount must be 1: migrations run once.', ['template', 'taskCount'])]
      : []),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const job = withImage(resource, undefined, formatImageDigest(inputs.image));
  if (inputs.timeout === undefined) return job;
  return { ...job, template: { ...job.template, template: { ...taskOf(job), timeout: seconds(inputs.timeout) } } };
}

const plain = (env: ReadonlyMap<string, string>): EnvVar[] => [...env].map(([name, value]) => ({ name, value }));

/** Later ones win, also a value over a secret and the other way round. */
function planEnv(...lists: readonly (readonly EnvVar[])[]): EnvVar[] {
  const byName = new Map<string, EnvVar>();
  for (const list of lists) for (const variable of list) byName.set(variable.name ?? '', variable);
  return [...byName.values()];
}
