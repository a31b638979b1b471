/**
 * `spec.template` of a Service and a WorkerPool, and what a Job's template has in common with it: the annotations of a
 * revision, each of which is a field of its own in v2.
 */

import {
  carry,
  drop,
  Invalid,
  keep,
  list,
  nest,
  type Row,
  refuse,
  type Scope,
  strip,
  type Table,
} from '../decode/table.ts';
import {
  boolean,
  commaList,
  describe,
  integer,
  isRecord,
  isTextRecord,
  isTexts,
  matching,
  nonEmpty,
  oneOf,
  only,
  seconds,
  structured,
  text,
  textBoolean,
  textHours,
  textInteger,
} from '../decode/values.ts';
import { container } from './container.ts';
import { finishContainers } from './containers.ts';
import { objectMeta, textKeys } from './metadata.ts';
import { volumes } from './volumes.ts';

type Rows = Readonly<Record<string, Row>>;

const NO_V2 = 'has no equivalent in the Cloud Run v2 API. Remove it.';
const FULL_NAME = /^projects\//;

/** `project:region:instance`; the project may have a domain (`example.com:project`). */
const cloudSqlInstances = (node: Parameters<typeof commaList>[0]): string[] => {
  const instances = commaList(node);
  const bad = instances.find(
    (instance) => !/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]*:[a-z0-9-]+:[a-z][a-z0-9-]*$/.test(instance),
  );
  if (bad !== undefined)
    throw new Invalid(
      `names "${bad}". Expected project:region:instance, comma-separated, for instance \${PROJECT}:\${REGION}:database.`,
    );
  return instances;
};

/** `alias:projects/NUMBER/secrets/NAME,…` → alias → name. */
const secretAliases = (node: Parameters<typeof commaList>[0]): Map<string, string> =>
  new Map(
    commaList(node).map((item) => {
      const [, alias, name] = /^([^:]+):(projects\/[^/]+\/secrets\/[A-Za-z0-9_-]+)$/.exec(item) ?? [];
      if (!alias || !name) throw new Invalid(`has "${item}". Expected ALIAS:projects/PROJECT/secrets/NAME.`);
      return [alias, name];
    }),
  );

interface NetworkInterface {
  network?: string;
  subnetwork?: string;
  tags?: string[];
}
const isNetworkInterfaces = (value: unknown): value is NetworkInterface[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (item) =>
      isRecord(item) &&
      Object.entries(item).every(([key, part]) =>
        key === 'tags' ? isTexts(part) : ['network', 'subnetwork'].includes(key) && typeof part === 'string',
      ) &&
      (item.network !== undefined || item.subnetwork !== undefined),
  );

/** Annotations that say where and how a container runs. `at` is where v2 keeps such fields: `''`, or `template` in a Job. */
export const runtimeAnnotations = (at: '' | 'template.'): Rows => ({
  'run.googleapis.com/cloudsql-instances': keep(cloudSqlInstances),
  'run.googleapis.com/secrets': keep(secretAliases),
  'run.googleapis.com/container-dependencies': keep(
    structured(
      (value): value is Record<string, string[]> => isRecord(value) && Object.values(value).every(isTexts),
      '{"app":["proxy"]}',
    ),
  ),
  'run.googleapis.com/vpc-access-connector': carry(`${at}vpcAccess.connector`, (node, { source }) => {
    const name = nonEmpty(node);
    return FULL_NAME.test(name) ? name : `projects/${source.project}/locations/${source.region}/connectors/${name}`;
  }),
  'run.googleapis.com/vpc-access-egress': carry(
    `${at}vpcAccess.egress`,
    oneOf({ 'all-traffic': 'ALL_TRAFFIC', all: 'ALL_TRAFFIC', 'private-ranges-only': 'PRIVATE_RANGES_ONLY' }),
  ),
  'run.googleapis.com/network-interfaces': carry(
    `${at}vpcAccess.networkInterfaces`,
    structured(isNetworkInterfaces, '[{"network":"default","subnetwork":"default","tags":["web"]}]'),
  ),
  'run.googleapis.com/encryption-key': carry(`${at}encryptionKey`, nonEmpty),
  'run.googleapis.com/gpu-zonal-redundancy-disabled': carry(`${at}gpuZonalRedundancyDisabled`, textBoolean),
  'run.googleapis.com/sandbox': drop('Cloud Run chooses the sandbox itself.', text),
  'run.googleapis.com/mesh-dataplane': refuse(NO_V2),
  'run.googleapis.com/identity': refuse(NO_V2),
  'run.googleapis.com/enable-workload-certificate': refuse(NO_V2),
  'run.googleapis.com/identity-certificate-enabled': refuse(NO_V2),
  'run.googleapis.com/identity-type': refuse(NO_V2),
  'run.googleapis.com/ambient-networking': refuse(NO_V2),
  'run.googleapis.com/ambient-scope': refuse(NO_V2),
  'run.googleapis.com/overflow-scaling': refuse(NO_V2),
  'run.googleapis.com/build-config': refuse(NO_V2),
  'run.googleapis.com/secure-session-agent': refuse(
    'has no field in the v2 API that is known to mean the same. Remove it.',
  ),
});

export const executionEnvironment = oneOf({ gen1: 'EXECUTION_ENVIRONMENT_GEN1', gen2: 'EXECUTION_ENVIRONMENT_GEN2' });

/** Annotations of revisions, which Services and WorkerPools have. */
const revisionAnnotations: Rows = {
  ...runtimeAnnotations(''),
  'run.googleapis.com/post-key-revocation-action-type': carry(
    'encryptionKeyRevocationAction',
    oneOf({ 'prevent-new': 'PREVENT_NEW', 'shut-down': 'SHUTDOWN' }),
  ),
  'run.googleapis.com/encryption-key-shutdown-hours': carry('encryptionKeyShutdownDuration', textHours),
  'run.googleapis.com/mesh': carry('serviceMesh.mesh', (node, { source }) => {
    const name = nonEmpty(node);
    return FULL_NAME.test(name) ? name : `projects/${source.project}/locations/global/meshes/${name}`;
  }),
  'run.googleapis.com/base-images': keep(structured(isTextRecord, '{"app":"us-docker.pkg.dev/…"}')),
  'run.googleapis.com/sources': keep(structured(isTextRecord, '{"app":"gs://bucket/object"}')),
  'run.googleapis.com/build-function-target': strip(text),
  'run.googleapis.com/build-id': strip(text),
  'run.googleapis.com/build-source-location': strip(text),
};

/** A share such as `0.6` as text, or `disabled`. */
const utilization = (node: Parameters<typeof text>[0]): number => {
  const value = text(node);
  if (value === 'disabled') return 0;
  if (!/^0?\.\d+$/.test(value) || Number(value) === 0)
    throw new Invalid(`is ${describe(node)}. Expected a share in quotes, for instance "0.6", or "disabled".`);
  return Number(value);
};

/** Annotations that only make sense where requests come in. */
const requestAnnotations: Rows = {
  'autoscaling.knative.dev/minScale': carry('scaling.minInstanceCount', textInteger({ min: 0 })),
  'autoscaling.knative.dev/maxScale': carry('scaling.maxInstanceCount', textInteger({ min: 1 })),
  'run.googleapis.com/scaling-cpu-target': carry('scaling.cpuUtilization', utilization),
  'run.googleapis.com/scaling-concurrency-target': carry('scaling.concurrencyUtilization', utilization),
  'run.googleapis.com/cpu-throttling': keep(textBoolean),
  'run.googleapis.com/startup-cpu-boost': keep(textBoolean),
  'run.googleapis.com/sessionAffinity': carry('sessionAffinity', textBoolean),
  'run.googleapis.com/health-check-disabled': carry('healthCheckDisabled', textBoolean),
  'run.googleapis.com/execution-environment': carry('executionEnvironment', executionEnvironment),
  'run.googleapis.com/client-name': carry('client', text),
  'run.googleapis.com/client-version': carry('clientVersion', text),
};

const noRequests = 'cannot be combined with a worker pool, which takes no requests.';

const workerAnnotations: Rows = {
  ...Object.fromEntries(Object.keys(requestAnnotations).map((key) => [key, refuse(`${noRequests} Remove it.`)])),
  'autoscaling.knative.dev/minScale': refuse(
    `${noRequests} Use run.googleapis.com/manualInstanceCount in metadata.annotations.`,
  ),
  'autoscaling.knative.dev/maxScale': refuse(
    `${noRequests} Use run.googleapis.com/manualInstanceCount in metadata.annotations.`,
  ),
  'run.googleapis.com/execution-environment': drop(
    'worker pools always run in gen2.',
    only('gen2', 'Worker pools always run in gen2.'),
  ),
  'run.googleapis.com/client-name': drop('a worker pool keeps it in metadata.annotations.', text),
  'run.googleapis.com/client-version': drop('a worker pool keeps it in metadata.annotations.', text),
};

export const templateLabels: Table = textKeys(['labels'], {
  'client.knative.dev/nonce': drop('deploy-run names new revisions.', text),
  'run.googleapis.com/startupProbeType': drop('the server sets it.', text),
  'serving.knative.dev/service': strip(text),
});

const revisionName: Row = carry(
  'revision',
  matching(
    /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'at most 63 lower-case letters, digits and hyphens, a letter first, no hyphen last',
  ),
);

function finishTemplate(scope: Scope, takesRequests: boolean): void {
  const { name, words, at } = scope;
  const revision = scope.get<string>('revision');
  if (revision !== undefined && name !== '' && !revision.startsWith(`${name}-`))
    scope.problem(
      scope.locate('revision'),
      `${words}.metadata.name`,
      `is "${revision}". A revision's name starts with "${name}-".`,
    );
  if (scope.get('vpcAccess.connector') !== undefined && scope.get('vpcAccess.networkInterfaces') !== undefined)
    scope.problem(
      scope.locate('vpcAccess.networkInterfaces'),
      `${words}.metadata.annotations`,
      'has vpc-access-connector and network-interfaces. Keep one of the two.',
    );
  if (
    scope.get('encryptionKeyShutdownDuration') !== undefined &&
    scope.get('encryptionKeyRevocationAction') !== 'SHUTDOWN'
  )
    scope.problem(
      scope.locate('encryptionKeyShutdownDuration'),
      `${words}.metadata.annotations`,
      'has encryption-key-shutdown-hours, which is only allowed with post-key-revocation-action-type: shut-down.',
    );
  if (scope.get('scaling.cpuUtilization') === 0 && scope.get('scaling.concurrencyUtilization') === 0)
    scope.problem(
      scope.locate('scaling.cpuUtilization'),
      `${words}.metadata.annotations`,
      'disables both scaling targets. Keep one.',
    );
  const { minInstanceCount: min = 0, maxInstanceCount: max } =
    scope.get<{ minInstanceCount?: number; maxInstanceCount?: number }>('scaling') ?? {};
  if (max !== undefined && min > max)
    scope.problem(
      scope.locate('scaling.minInstanceCount'),
      `${words}.metadata.annotations`,
      `has a minScale of ${min}, more than the maxScale of ${max}.`,
    );
  if (!scope.has('spec')) scope.problem(at, words, 'has no spec. Expected spec.containers.');
  else finishContainers(scope, `${words}.spec`, takesRequests ? 'Service' : 'WorkerPool');
}

export const ACCELERATOR: Row = nest('', {
  rows: { 'run.googleapis.com/accelerator': carry('nodeSelector.accelerator', nonEmpty) },
});

const runtimeClass: Row = drop(
  'base-images implies it.',
  only(
    'run.googleapis.com/linux-base-image-update',
    'Cloud Run knows only run.googleapis.com/linux-base-image-update.',
  ),
);

const revisionSpec = (rows: Rows, kind: 'Service' | 'WorkerPool'): Table => ({
  rows: {
    ...rows,
    serviceAccountName: carry('serviceAccount', nonEmpty),
    containers: list('containers', container(kind)),
    volumes: list('volumes', volumes),
    nodeSelector: ACCELERATOR,
    runtimeClassName: runtimeClass,
    enableServiceLinks: drop('Cloud Run has no service links.', boolean),
    imagePullSecrets: refuse('is not supported by Cloud Run. Let the service agent read the repository instead.'),
  },
});

/** `spec.template` of a Service, at `template` in v2. */
export const serviceTemplate: Table = {
  rows: {
    metadata: nest(
      '',
      objectMeta(
        revisionName,
        templateLabels,
        textKeys(['annotations'], { ...revisionAnnotations, ...requestAnnotations }),
      ),
    ),
    spec: nest(
      '',
      revisionSpec(
        {
          containerConcurrency: carry(
            'maxInstanceRequestConcurrency',
            (node) => integer({ min: 0 })(node) || undefined,
          ),
          timeoutSeconds: carry('timeout', seconds({ min: 1 })),
        },
        'Service',
      ),
    ),
  },
  finish: (scope) => finishTemplate(scope, true),
};

/** `spec.template` of a WorkerPool. */
export const workerTemplate: Table = {
  rows: {
    metadata: nest(
      '',
      objectMeta(
        revisionName,
        templateLabels,
        textKeys(['annotations'], { ...revisionAnnotations, ...workerAnnotations }),
      ),
    ),
    spec: nest(
      '',
      revisionSpec(
        {
          containerConcurrency: drop('a worker pool takes no requests.', integer()),
          timeoutSeconds: drop('a worker pool takes no requests.', integer()),
        },
        'WorkerPool',
      ),
    ),
  },
  finish: (scope) => finishTemplate(scope, false),
};
