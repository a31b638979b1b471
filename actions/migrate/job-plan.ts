/** Plans the Cloud Run job that runs the migrations. Pure. */
import { createHash } from 'node:crypto';
import type { Container, EnvVar, Job, TaskTemplate, Volume } from '../../src/cloud-run/resources.ts';
import { InputError } from '../../src/errors.ts';
import { formatImageDigest } from '../../src/image-reference.ts';
import { withImage } from '../../src/manifest/index.ts';
import { DEFAULT_TIMEOUT, type Inputs } from './inputs.ts';

export const COMMIT_LABEL = 'commit-sha';
/** Annotation of an execution: the digest that it runs. */
export const DIGEST_ANNOTATION = 'actions.orchestra.dev/digest';
/** Annotation of the job: hash of the plan that wrote it, so that an equal plan need not be written again. */
export const PLAN_ANNOTATION = 'actions.orchestra.dev/plan';

/** What is taken over from a service. */
export interface Source {
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Volume[];
  readonly volumeMounts: NonNullable<Container['volumeMounts']>;
  readonly vpcAccess: TaskTemplate['vpcAccess'];
  readonly serviceAccount: string | undefined;
}

export const NO_SOURCE: Source = {
  env: [],
  volumes: [],
  volumeMounts: [],
  vpcAccess: undefined,
  serviceAccount: undefined,
};

/** The job as it should be, without etag and schema annotation. `manifest` is the converted manifest, if there is one. */
export function planJob(inputs: Inputs, source: Source, manifest: Job | undefined): Job {
  const base = manifest ? fromManifest(manifest, inputs) : fromInputs(inputs, source);
  const labels = { 'managed-by': 'github-actions', [COMMIT_LABEL]: inputs.commit };
  const job: Job = {
    ...base,
    labels: { ...base.labels, ...labels },
    template: {
      ...base.template,
      labels: { ...base.template?.labels, ...labels },
      annotations: { ...base.template?.annotations, [DIGEST_ANNOTATION]: inputs.image.digest },
      taskCount: 1,
      parallelism: 1,
    },
  };
  return { ...job, annotations: { ...job.annotations, [PLAN_ANNOTATION]: planHash(job) } };
}

const planHash = (job: Job): string => createHash('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 32);

function fromInputs(inputs: Inputs, source: Source): Job {
  const sql = inputs.cloudsqlInstances.length > 0;
  const container: Container = {
    image: formatImageDigest(inputs.image),
    ...(inputs.command.length > 0 && { command: [...inputs.command] }),
    ...(inputs.args.length > 0 && { args: [...inputs.args] }),
    env: planEnv(source.env, [...plain(inputs.env), ...inputs.secrets]),
    resources: { limits: { cpu: '1', memory: '512Mi' } },
    volumeMounts: [...source.volumeMounts, ...(sql ? [{ name: 'migrate-cloudsql', mountPath: '/cloudsql' }] : [])],
  };
  const task: TaskTemplate = {
    containers: [container],
    volumes: [
      ...source.volumes,
      ...(sql ? [{ name: 'migrate-cloudsql', cloudSqlInstance: { instances: [...inputs.cloudsqlInstances] } }] : []),
    ],
    // 0 must really be sent: the server's default is 3, and a failed migration must not run again by itself.
    maxRetries: 0,
    timeout: `${Math.ceil((inputs.timeout ?? DEFAULT_TIMEOUT) / 1000)}s`,
    ...accountOf(inputs.runtimeServiceAccount ?? source.serviceAccount),
    ...(source.vpcAccess && { vpcAccess: source.vpcAccess }),
  };
  return { template: { template: task } };
}

const accountOf = (serviceAccount: string | undefined) => (serviceAccount ? { serviceAccount } : {});

function fromManifest(manifest: Job, inputs: Inputs): Job {
  const problems = [
    ...((manifest.template?.template?.maxRetries ?? 0) !== 0
      ? ['maxRetries must be 0: a migration that failed must not run again by itself.']
      : []),
    ...((manifest.template?.taskCount ?? 1) !== 1 ? ['taskCount must be 1: migrations run once.'] : []),
  ];
  if (problems.length > 0)
    throw new InputError(
      problems.map((message) => ({
        subject: 'Input manifest',
        message,
        location: { file: inputs.manifest?.file ?? '' },
      })),
    );
  const job = withImage(manifest, undefined, formatImageDigest(inputs.image));
  const task: TaskTemplate = {
    ...job.template?.template,
    maxRetries: 0,
    ...(inputs.timeout !== undefined && { timeout: `${Math.ceil(inputs.timeout / 1000)}s` }),
  };
  return { ...job, template: { ...job.template, template: { timeout: `${DEFAULT_TIMEOUT / 1000}s`, ...task } } };
}

const plain = (env: ReadonlyMap<string, string>): EnvVar[] => [...env].map(([name, value]) => ({ name, value }));

/** Later ones win, also a value over a secret and the other way round. */
function planEnv(...lists: readonly (readonly EnvVar[])[]): EnvVar[] {
  const byName = new Map<string, EnvVar>();
  for (const list of lists) for (const variable of list) byName.set(variable.name ?? '', variable);
  return [...byName.values()];
}
