/**
 * For every row of the conversion's tables a value that is carried and one that is refused. `rows.test.ts` runs them all for
 * each kind that has the row, and fails if a row of the tables has no case here.
 */

import type { Table } from '../../../src/manifest/decode/table.ts';
import type { TABLES } from '../../../src/manifest/index.ts';

export type Kind = keyof typeof TABLES;

export interface Case {
  /** The key below the section, as in the manifest; lists with their index. */
  readonly key: string;
  readonly good: unknown;
  /** v2 path below the section's → value; or what happens to the key. */
  readonly becomes: Readonly<Record<string, unknown>> | 'dropped' | 'stripped' | 'checked';
  readonly bad?: unknown;
  readonly says?: RegExp;
  /** Other keys of the section that the row needs, for the good value and the bad one. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly only?: readonly Kind[];
}

/** A key that is refused whatever its value. */
export interface Refused {
  readonly key: string;
  readonly value: unknown;
  readonly says: RegExp;
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly only?: readonly Kind[];
}

export interface Section {
  readonly v1: Readonly<Partial<Record<Kind, string>>>;
  readonly v2: Readonly<Partial<Record<Kind, string>>>;
  readonly cases: readonly Case[];
  readonly refused: readonly Refused[];
}

const run = (key: string) => `annotations["run.googleapis.com/${key}"]`;
const scale = (key: string) => `annotations["autoscaling.knative.dev/${key}"]`;
const OUTPUT = ['creationTimestamp', 'deletionTimestamp', 'resourceVersion', 'uid', 'selfLink'];
const NOT_SUPPORTED = /not supported/;
const NO_V2 = /no equivalent in the Cloud Run v2 API/;
const NUMBER = /Expected a whole number/;
const TEXT = /Expected text/;
const BOOLEAN_TEXT = /Expected "true" or "false"/;
const MAPPING = /Expected keys and values below it/;

const output: Case[] = [
  { key: 'generation', good: 7, becomes: 'stripped', bad: 'seven', says: NUMBER },
  ...OUTPUT.map((key): Case => ({ key, good: 'x', becomes: 'stripped', bad: 5, says: TEXT })),
  { key: 'namespace', good: 'acme', becomes: 'checked', bad: 'other', says: /the project to deploy to is "acme"/ },
  {
    key: 'annotations',
    good: { 'example.com/a': 'b' },
    becomes: { annotations: { 'example.com/a': 'b' } },
    bad: 'a',
    says: MAPPING,
  },
  { key: 'labels', good: { team: 'core' }, becomes: { labels: { team: 'core' } }, bad: ['a'], says: MAPPING },
];
const unsupportedMeta: Refused[] = [
  { key: 'clusterName', value: 'c', says: NOT_SUPPORTED },
  { key: 'deletionGracePeriodSeconds', value: 5, says: NOT_SUPPORTED },
  { key: 'finalizers', value: ['f'], says: NOT_SUPPORTED },
  { key: 'ownerReferences', value: [{ name: 'o' }], says: NOT_SUPPORTED },
  { key: 'generateName', value: 'g-', says: NOT_SUPPORTED },
];

const resourceMetadata: Section = {
  v1: { Service: 'metadata', Job: 'metadata', WorkerPool: 'metadata' },
  v2: { Service: '', Job: '', WorkerPool: '' },
  cases: [
    { key: 'name', good: 'app', becomes: 'checked', bad: 'App_1', says: /fewer than 50 characters/ },
    ...output,
    {
      key: 'labels["cloud.googleapis.com/location"]',
      good: 'us-central1',
      becomes: 'checked',
      bad: 'europe-west1',
      says: /region to deploy to is "us-central1"/,
    },
    {
      key: 'labels["networking.knative.dev/visibility"]',
      good: 'cluster-local',
      becomes: 'dropped',
      bad: 5,
      says: TEXT,
    },
    { key: 'labels["run.googleapis.com/lastUpdatedTime"]', good: 't', becomes: 'stripped', bad: 5, says: TEXT },
    {
      key: 'labels["run.googleapis.com/multi-region-id"]',
      good: 'm',
      becomes: { multiRegionSettings: { multiRegionId: 'm' } },
      bad: '',
      says: TEXT,
      only: ['Service'],
    },
    { key: run('client-name'), good: 'gcloud', becomes: { client: 'gcloud' }, bad: 5, says: TEXT },
    { key: run('client-version'), good: '1.2', becomes: { clientVersion: '1.2' }, bad: 1.2, says: TEXT },
    {
      key: run('launch-stage'),
      good: 'BETA',
      becomes: { launchStage: 'BETA' },
      bad: 'beta',
      says: /one of: ALPHA, BETA, GA/,
    },
    {
      key: run('binary-authorization'),
      good: 'default',
      becomes: { binaryAuthorization: { useDefault: true } },
      bad: '',
      says: TEXT,
    },
    {
      key: run('binary-authorization-breakglass'),
      good: 'outage',
      becomes: { 'binaryAuthorization.breakglassJustification': 'outage' },
      beside: { [run('binary-authorization')]: 'default' },
      bad: '',
      says: TEXT,
    },
    ...[
      'serving.knative.dev/creator',
      'serving.knative.dev/lastModifier',
      'run.googleapis.com/creator',
      'run.googleapis.com/lastModifier',
      'run.googleapis.com/creatorEmail',
      'run.googleapis.com/lastModifierEmail',
      'run.googleapis.com/operation-id',
      'run.googleapis.com/satisfiesPzs',
      'run.googleapis.com/supportsPzs',
    ].map((key): Case => ({ key: `annotations["${key}"]`, good: 'x', becomes: 'stripped', bad: 5, says: TEXT })),
    { key: run('threat-detection'), good: 'true', becomes: 'stripped', bad: 'perhaps', says: BOOLEAN_TEXT },
    {
      key: run('description'),
      good: 'The API',
      becomes: { description: 'The API' },
      bad: 5,
      says: TEXT,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: run('custom-audiences'),
      good: '["https://a"]',
      becomes: { customAudiences: ['https://a'] },
      bad: 'https://a',
      says: /JSON/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: run('manualInstanceCount'),
      good: '0',
      becomes: { 'scaling.manualInstanceCount': 0 },
      bad: '-1',
      says: /at least 0/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: run('scalingMode'),
      good: 'manual',
      becomes: { 'scaling.scalingMode': 'MANUAL' },
      bad: 'MANUAL',
      says: /automatic, manual/,
      only: ['Service'],
    },
    {
      key: run('scalingMode'),
      good: 'manual',
      becomes: 'dropped',
      bad: 'automatic',
      says: /fixed number of instances/,
      only: ['WorkerPool'],
    },
    ...service(
      'ingress',
      'internal-and-cloud-load-balancing',
      { ingress: 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER' },
      'public',
      /one of: all, internal/,
    ),
    ...service('ingress-status', 'all', 'stripped', 5, TEXT),
    ...service('default-url-disabled', 'True', { defaultUriDisabled: true }, 'yes', BOOLEAN_TEXT),
    ...service('invoker-iam-disabled', 'False', { invokerIamDisabled: false }, '1', BOOLEAN_TEXT),
    ...service('iap-enabled', 'true', { iapEnabled: true }, '', BOOLEAN_TEXT),
    ...service('ssh-enabled', 'true', { sshEnabled: true }, 'on', BOOLEAN_TEXT),
    ...service('minScale', '2', { 'scaling.minInstanceCount': 2 }, 'two', NUMBER),
    ...service('maxScale', '9', { 'scaling.maxInstanceCount': 9 }, '0', /at least 1/),
    ...service(
      'regions',
      'a-b1, c-d2',
      { 'multiRegionSettings.regions': ['a-b1', 'c-d2'] },
      'a,,b',
      /without empty items/,
    ),
    ...service('urls', '["https://x"]', 'stripped', 5, TEXT),
    ...service('build-name', 'b', 'stripped', 5, TEXT),
    ...service('build-id', 'b', 'dropped', 5, TEXT),
    ...service('build-source-location', 'gs://b/o', { 'buildConfig.sourceLocation': 'gs://b/o' }, '', TEXT),
    ...service('source-location', 'gs://b/o', { 'buildConfig.sourceLocation': 'gs://b/o' }, '', TEXT),
    ...service('build-function-target', 'f', { 'buildConfig.functionTarget': 'f' }, '', TEXT),
    ...service('function-target', 'f', { 'buildConfig.functionTarget': 'f' }, '', TEXT),
    ...service('build-image-uri', 'i', { 'buildConfig.imageUri': 'i' }, '', TEXT),
    ...service('image-uri', 'i', { 'buildConfig.imageUri': 'i' }, '', TEXT),
    ...service('build-base-image', 'i', { 'buildConfig.baseImage': 'i' }, '', TEXT),
    ...service(
      'build-enable-automatic-updates',
      'true',
      { 'buildConfig.enableAutomaticUpdates': true },
      'on',
      BOOLEAN_TEXT,
    ),
    ...service(
      'enable-automatic-updates',
      'false',
      { 'buildConfig.enableAutomaticUpdates': false },
      'off',
      BOOLEAN_TEXT,
    ),
    ...service(
      'build-worker-pool',
      'projects/p/locations/l/workerPools/w',
      { 'buildConfig.workerPool': 'projects/p/locations/l/workerPools/w' },
      '',
      TEXT,
    ),
    ...service(
      'build-environment-variables',
      '{"A":"b"}',
      { 'buildConfig.environmentVariables': { A: 'b' } },
      '{"A":1}',
      /JSON/,
    ),
    ...service(
      'build-service-account',
      'projects/p/serviceAccounts/e',
      { 'buildConfig.serviceAccount': 'projects/p/serviceAccounts/e' },
      '',
      TEXT,
    ),
    ...service(
      'base-images',
      '{"":"base"}',
      { 'template.containers.0.baseImageUri': 'base' },
      '{"x":"base"}',
      /"x", which does not exist/,
    ),
  ],
  refused: [
    ...unsupportedMeta,
    ...['max-surge', 'max-unavailable'].map(
      (key): Refused => ({ key: run(key), value: '10%', says: NO_V2, only: ['Service', 'WorkerPool'] }),
    ),
    ...['gc-traffic-tags', 'presets'].map(
      (key): Refused => ({ key: run(key), value: 'x', says: NO_V2, only: ['Service'] }),
    ),
    { key: 'annotations["runapps.googleapis.com/gclb-domain-name"]', value: 'x', says: NO_V2, only: ['Service'] },
    ...['minScale', 'maxScale'].map(
      (key): Refused => ({ key: run(key), value: '1', says: /manualInstanceCount/, only: ['WorkerPool'] }),
    ),
  ],
};

function service(key: string, good: unknown, becomes: Case['becomes'], bad: unknown, says: RegExp): Case[] {
  return [{ key: run(key), good, becomes, bad, says, only: ['Service'] }];
}

const templateMetadata: Section = {
  v1: { Service: 'spec.template.metadata', Job: 'spec.template.metadata', WorkerPool: 'spec.template.metadata' },
  v2: { Service: 'template', Job: 'template', WorkerPool: 'template' },
  cases: [
    {
      key: 'name',
      good: 'app-1',
      becomes: { revision: 'app-1' },
      bad: 'other-1',
      says: /starts with "app-"/,
      only: ['Service', 'WorkerPool'],
    },
    ...output,
    { key: 'labels["client.knative.dev/nonce"]', good: 'n', becomes: 'dropped', bad: 5, says: TEXT },
    {
      key: 'labels["run.googleapis.com/startupProbeType"]',
      good: 'Default',
      becomes: 'dropped',
      bad: 5,
      says: TEXT,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: 'labels["serving.knative.dev/service"]',
      good: 'app',
      becomes: 'stripped',
      bad: 5,
      says: TEXT,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: scale('minScale'),
      good: '0',
      becomes: { 'scaling.minInstanceCount': 0 },
      bad: 0,
      says: /"0" in quotes/,
      only: ['Service'],
    },
    {
      key: scale('maxScale'),
      good: '10',
      becomes: { 'scaling.maxInstanceCount': 10 },
      bad: '0',
      says: /at least 1/,
      only: ['Service'],
    },
    ...service('scaling-cpu-target', '0.7', { 'scaling.cpuUtilization': 0.7 }, '95', /for instance "0.6"/),
    ...service(
      'scaling-concurrency-target',
      'disabled',
      { 'scaling.concurrencyUtilization': 0 },
      '60',
      /for instance "0.6"/,
    ),
    ...service('cpu-throttling', 'False', { 'containers.0.resources.cpuIdle': false }, 'no', BOOLEAN_TEXT),
    ...service('startup-cpu-boost', 'true', { 'containers.0.resources.startupCpuBoost': true }, 'on', BOOLEAN_TEXT),
    ...service('sessionAffinity', 'true', { sessionAffinity: true }, 'sticky', BOOLEAN_TEXT),
    ...service('health-check-disabled', 'True', { healthCheckDisabled: true }, 'x', BOOLEAN_TEXT),
    ...service(
      'execution-environment',
      'gen1',
      { executionEnvironment: 'EXECUTION_ENVIRONMENT_GEN1' },
      'gen3',
      /one of: gen1, gen2/,
    ),
    ...service('client-name', 'gcloud', { client: 'gcloud' }, 5, TEXT),
    ...service('client-version', '528', { clientVersion: '528' }, 528, TEXT),
    {
      key: run('execution-environment'),
      good: 'gen2',
      becomes: { 'template.executionEnvironment': 'EXECUTION_ENVIRONMENT_GEN2' },
      bad: 'gen3',
      says: /gen1, gen2/,
      only: ['Job'],
    },
    {
      key: run('execution-environment'),
      good: 'gen2',
      becomes: 'dropped',
      bad: 'gen1',
      says: /always run in gen2/,
      only: ['WorkerPool'],
    },
    { key: run('client-name'), good: 'gcloud', becomes: 'dropped', bad: 5, says: TEXT, only: ['Job', 'WorkerPool'] },
    { key: run('client-version'), good: '528', becomes: 'dropped', bad: 5, says: TEXT, only: ['Job', 'WorkerPool'] },
    ...everywhere(
      'cloudsql-instances',
      'acme:r1:db, example.com:p:r:i',
      {
        'volumes.0': { name: 'cloudsql', cloudSqlInstance: { instances: ['acme:r1:db', 'example.com:p:r:i'] } },
        'containers.0.volumeMounts.0': { name: 'cloudsql', mountPath: '/cloudsql' },
      },
      'db',
      /project:region:instance/,
    ),
    ...everywhere('secrets', 's:projects/9/secrets/far', 'dropped', 's:far', /ALIAS:projects/),
    ...everywhere('container-dependencies', '{"main":[]}', { 'containers.0.dependsOn': [] }, '["a"]', /JSON/, {
      '../spec.containers[0].name': 'main',
    }),
    ...everywhere(
      'vpc-access-connector',
      'conn',
      { 'vpcAccess.connector': 'projects/acme/locations/us-central1/connectors/conn' },
      '',
      TEXT,
    ),
    ...everywhere('vpc-access-egress', 'all', { 'vpcAccess.egress': 'ALL_TRAFFIC' }, 'none', /one of: all-traffic/),
    ...everywhere(
      'network-interfaces',
      '[{"network":"n","tags":["t"]}]',
      { 'vpcAccess.networkInterfaces': [{ network: 'n', tags: ['t'] }] },
      '[{"net":"a"}]',
      /JSON or YAML such as/,
    ),
    ...everywhere('encryption-key', 'projects/p/k', { encryptionKey: 'projects/p/k' }, '', TEXT),
    ...everywhere('gpu-zonal-redundancy-disabled', 'True', { gpuZonalRedundancyDisabled: true }, 'x', BOOLEAN_TEXT),
    ...everywhere('sandbox', 'gvisor', 'dropped', 5, TEXT),
    ...revision(
      'post-key-revocation-action-type',
      'shut-down',
      { encryptionKeyRevocationAction: 'SHUTDOWN' },
      'SHUTDOWN',
      /prevent-new, shut-down/,
    ),
    ...revision('encryption-key-shutdown-hours', '2', { encryptionKeyShutdownDuration: '7200s' }, '1.5', NUMBER, {
      [run('post-key-revocation-action-type')]: 'shut-down',
    }),
    ...revision('mesh', 'm', { 'serviceMesh.mesh': 'projects/acme/locations/global/meshes/m' }, '', TEXT),
    ...revision('base-images', '{"":"base"}', { 'containers.0.baseImageUri': 'base' }, 'base', /JSON/),
    ...revision(
      'sources',
      '{"":"gs://b/o#3"}',
      { 'containers.0.sourceCode': { cloudStorageSource: { bucket: 'b', object: 'o', generation: '3' } } },
      '{"":"b"}',
      /gs:\/\/BUCKET\/OBJECT/,
    ),
    ...revision('build-function-target', 'f', 'stripped', 5, TEXT),
    ...revision('build-id', 'f', 'stripped', 5, TEXT),
    ...revision('build-source-location', 'f', 'stripped', 5, TEXT),
  ],
  refused: [
    ...unsupportedMeta,
    { key: 'name', value: 'app-1', says: /server names the executions/, only: ['Job'] },
    ...[
      'mesh-dataplane',
      'identity',
      'enable-workload-certificate',
      'identity-certificate-enabled',
      'identity-type',
      'ambient-networking',
      'ambient-scope',
      'overflow-scaling',
      'build-config',
    ].map((key): Refused => ({ key: run(key), value: 'x', says: NO_V2 })),
    { key: run('secure-session-agent'), value: 'true', says: /not.*known to mean the same|no field in the v2 API/ },
    ...[
      'scaling-cpu-target',
      'scaling-concurrency-target',
      'cpu-throttling',
      'startup-cpu-boost',
      'sessionAffinity',
      'health-check-disabled',
    ].map((key): Refused => ({ key: run(key), value: 'true', says: /takes no requests/, only: ['WorkerPool'] })),
    ...['minScale', 'maxScale'].map(
      (key): Refused => ({ key: scale(key), value: '1', says: /manualInstanceCount/, only: ['WorkerPool'] }),
    ),
  ],
};

function everywhere(
  key: string,
  good: string,
  becomes: Case['becomes'],
  bad: unknown,
  says: RegExp,
  beside?: Case['beside'],
): Case[] {
  const inJob =
    typeof becomes === 'string'
      ? becomes
      : Object.fromEntries(Object.entries(becomes).map(([path, value]) => [`template.${path}`, value]));
  const besideJob =
    beside &&
    Object.fromEntries(
      Object.entries(beside).map(([path, value]) => [path.replace('../spec.', '../spec.template.spec.'), value]),
    );
  return [
    { key: run(key), good, becomes, bad, says, only: ['Service', 'WorkerPool'], ...(beside && { beside }) },
    { key: run(key), good, becomes: inJob, bad, says, only: ['Job'], ...(besideJob && { beside: besideJob }) },
  ];
}
function revision(
  key: string,
  good: string,
  becomes: Case['becomes'],
  bad: unknown,
  says: RegExp,
  beside?: Case['beside'],
): Case[] {
  return [{ key: run(key), good, becomes, bad, says, only: ['Service', 'WorkerPool'], ...(beside && { beside }) }];
}

const podSpec: Section = {
  v1: { Service: 'spec.template.spec', Job: 'spec.template.spec.template.spec', WorkerPool: 'spec.template.spec' },
  v2: { Service: 'template', Job: 'template.template', WorkerPool: 'template' },
  cases: [
    {
      key: 'containerConcurrency',
      good: 250,
      becomes: { maxInstanceRequestConcurrency: 250 },
      bad: -1,
      says: /at least 0/,
      only: ['Service'],
    },
    { key: 'containerConcurrency', good: 250, becomes: 'dropped', bad: 'x', says: NUMBER, only: ['WorkerPool'] },
    {
      key: 'timeoutSeconds',
      good: '300',
      becomes: { timeout: '300s' },
      bad: 0,
      says: /at least 1/,
      only: ['Service'],
    },
    { key: 'timeoutSeconds', good: 86400, becomes: { timeout: '86400s' }, bad: '10m', says: NUMBER, only: ['Job'] },
    { key: 'timeoutSeconds', good: 300, becomes: 'dropped', bad: 'x', says: NUMBER, only: ['WorkerPool'] },
    { key: 'maxRetries', good: 0, becomes: { maxRetries: 0 }, bad: -1, says: /at least 0/, only: ['Job'] },
    { key: 'serviceAccountName', good: 'a@b', becomes: { serviceAccount: 'a@b' }, bad: 5, says: TEXT },
    {
      key: 'nodeSelector',
      good: { 'run.googleapis.com/accelerator': 'nvidia-l4' },
      becomes: { nodeSelector: { accelerator: 'nvidia-l4' } },
      bad: { zone: 'a' },
      says: /not a key/,
    },
    {
      key: 'nodeSelector["run.googleapis.com/accelerator"]',
      good: 'nvidia-l4',
      becomes: { nodeSelector: { accelerator: 'nvidia-l4' } },
      bad: '',
      says: TEXT,
    },
    {
      key: 'runtimeClassName',
      good: 'run.googleapis.com/linux-base-image-update',
      becomes: 'dropped',
      bad: 'wasm',
      says: /knows only/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: 'enableServiceLinks',
      good: false,
      becomes: 'dropped',
      bad: 'false',
      says: /without quotes/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: 'containers',
      good: [{ image: 'i', workingDir: '/w' }],
      becomes: { 'containers.0.workingDir': '/w' },
      bad: [],
      says: /no containers/,
    },
    {
      key: 'volumes',
      good: [{ name: 'v', emptyDir: {} }],
      becomes: { volumes: [{ name: 'v', emptyDir: {} }] },
      bad: 'v',
      says: MAPPING,
    },
  ],
  refused: [{ key: 'imagePullSecrets', value: [{ name: 's' }], says: NOT_SUPPORTED, only: ['Service', 'WorkerPool'] }],
};

const at = (path: string, becomes: unknown): Record<string, unknown> => ({ [path]: becomes });
const ENV = { 'env[0].name': 'A' };
const REF = { ...ENV, 'env[0].valueFrom.secretKeyRef.name': 's', 'env[0].valueFrom.secretKeyRef.key': '1' };
const MOUNT = {
  '../volumes': [{ name: 'v', emptyDir: {} }],
  'volumeMounts[0].name': 'v',
  'volumeMounts[0].mountPath': '/v',
};

export const containerSection: Section = {
  v1: {
    Service: 'spec.template.spec.containers[0]',
    Job: 'spec.template.spec.template.spec.containers[0]',
    WorkerPool: 'spec.template.spec.containers[0]',
  },
  v2: { Service: 'template.containers.0', Job: 'template.template.containers.0', WorkerPool: 'template.containers.0' },
  cases: [
    { key: 'name', good: 'main', becomes: at('name', 'main'), bad: 'Main', says: /lower-case/ },
    {
      key: 'image',
      good: 'REGION-x/y:latest',
      becomes: at('image', 'REGION-x/y:latest'),
      bad: 'a b',
      says: /without spaces/,
    },
    { key: 'command', good: ['./server', '-v'], becomes: at('command', ['./server', '-v']), bad: [1], says: TEXT },
    { key: 'args', good: 'one', becomes: at('args', ['one']), bad: [['a']], says: TEXT },
    { key: 'workingDir', good: '/app', becomes: at('workingDir', '/app'), bad: true, says: TEXT },
    { key: 'sandboxLauncher', good: true, becomes: at('sandboxLauncher', true), bad: 'true', says: /without quotes/ },
    { key: 'imagePullPolicy', good: 'Always', becomes: 'dropped', bad: 5, says: TEXT },
    { key: 'terminationMessagePath', good: '/x', becomes: 'dropped', bad: 5, says: TEXT },
    { key: 'terminationMessagePolicy', good: 'File', becomes: 'dropped', bad: 5, says: TEXT },
    {
      key: 'env',
      good: [{ name: 'A', value: 'a=b, "c"' }],
      becomes: at('env', [{ name: 'A', value: 'a=b, "c"' }]),
      bad: ['A=b'],
      says: MAPPING,
    },
    { key: 'env[0].name', good: 'A', becomes: at('env.0', { name: 'A', value: '' }), bad: 'A=B', says: /without "="/ },
    { key: 'env[0].value', good: 'yes', becomes: at('env.0.value', 'yes'), bad: 1, says: /"1" in quotes/, beside: ENV },
    {
      key: 'env[0].valueFrom',
      good: { secretKeyRef: { name: 's', key: 'latest' } },
      becomes: at('env.0', { name: 'A', valueSource: { secretKeyRef: { secret: 's', version: 'latest' } } }),
      bad: {},
      says: /Expected secretKeyRef/,
      beside: ENV,
    },
    {
      key: 'env[0].valueFrom.secretKeyRef',
      good: { name: 's', key: '2' },
      becomes: at('env.0.valueSource.secretKeyRef.version', '2'),
      bad: { name: 's' },
      says: /has no key/,
      beside: ENV,
    },
    {
      key: 'env[0].valueFrom.secretKeyRef.name',
      good: 'projects/p/secrets/s',
      becomes: at('env.0.valueSource.secretKeyRef.secret', 'projects/p/secrets/s'),
      bad: 'a/b',
      says: /secret's name/,
      beside: REF,
    },
    {
      key: 'env[0].valueFrom.secretKeyRef.key',
      good: '3',
      becomes: at('env.0.valueSource.secretKeyRef.version', '3'),
      bad: 3,
      says: /"3" in quotes/,
      beside: REF,
    },
    {
      key: 'env[0].valueFrom.secretKeyRef.optional',
      good: false,
      becomes: 'checked',
      bad: true,
      says: /no optional references/,
      beside: REF,
    },
    {
      key: 'resources',
      good: { limits: { cpu: '1' } },
      becomes: at('resources.limits', { cpu: '1' }),
      bad: 'big',
      says: MAPPING,
    },
    {
      key: 'resources.limits',
      good: { memory: '1Gi' },
      becomes: at('resources.limits', { memory: '1Gi' }),
      bad: { disk: '1' },
      says: /not a key/,
    },
    {
      key: 'resources.limits.cpu',
      good: '500m',
      becomes: at('resources.limits.cpu', '500m'),
      bad: 1,
      says: /"1" in quotes/,
    },
    {
      key: 'resources.limits.memory',
      good: '512Mi',
      becomes: at('resources.limits.memory', '512Mi'),
      bad: '512 MB',
      says: /quantity/,
    },
    {
      key: 'resources.limits["nvidia.com/gpu"]',
      good: '1',
      becomes: at('resources.limits', { 'nvidia.com/gpu': '1' }),
      bad: 'one',
      says: /whole number in quotes/,
    },
    { key: 'resources.requests', good: { cpu: '1' }, becomes: 'dropped', bad: { cpu: 1 }, says: TEXT },
    {
      key: 'ports',
      good: [{ containerPort: 3000 }],
      becomes: at('ports', [{ containerPort: 3000 }]),
      bad: [{ containerPort: 1 }, { containerPort: 2 }],
      says: /Cloud Run allows 1/,
      only: ['Service', 'Job'],
    },
    {
      key: 'ports[0].containerPort',
      good: 3000,
      becomes: at('ports.0.containerPort', 3000),
      bad: 65536,
      says: /from 1 to 65535/,
      only: ['Service', 'Job'],
    },
    {
      key: 'ports[0].name',
      good: 'h2c',
      becomes: at('ports.0.name', 'h2c'),
      bad: 'http',
      says: /http1, h2c/,
      only: ['Service', 'Job'],
    },
    {
      key: 'ports[0].protocol',
      good: 'TCP',
      becomes: 'dropped',
      bad: 'UDP',
      says: /ports are TCP/,
      only: ['Service', 'Job'],
    },
    {
      key: 'volumeMounts',
      good: [{ name: 'v', mountPath: '/m' }],
      becomes: at('volumeMounts', [{ name: 'v', mountPath: '/m' }]),
      bad: [{ name: 'w', mountPath: '/m' }],
      says: /which does not exist/,
      beside: { '../volumes': MOUNT['../volumes'] },
    },
    {
      key: 'volumeMounts[0].name',
      good: 'v',
      becomes: at('volumeMounts.0.name', 'v'),
      bad: 'w',
      says: /which does not exist/,
      beside: MOUNT,
    },
    {
      key: 'volumeMounts[0].mountPath',
      good: '/m',
      becomes: at('volumeMounts.0.mountPath', '/m'),
      bad: 'm:n',
      says: /starts with "\/"/,
      beside: MOUNT,
    },
    {
      key: 'volumeMounts[0].subPath',
      good: 's',
      becomes: at('volumeMounts.0.subPath', 's'),
      bad: '',
      says: TEXT,
      beside: MOUNT,
    },
    {
      key: 'volumeMounts[0].readOnly',
      good: true,
      becomes: 'dropped',
      bad: 'true',
      says: /without quotes/,
      beside: MOUNT,
    },
    ...probeCases('startupProbe'),
    ...probeCases('livenessProbe', ['Service', 'WorkerPool']),
    ...probeCases('readinessProbe', ['Service']),
    {
      key: 'startupProbe.tcpSocket',
      good: { port: 1 },
      becomes: at('startupProbe.tcpSocket', { port: 1 }),
      bad: 1,
      says: MAPPING,
    },
    {
      key: 'startupProbe.tcpSocket.port',
      good: 1,
      becomes: at('startupProbe.tcpSocket.port', 1),
      bad: 'http',
      says: NUMBER,
    },
  ],
  refused: [
    { key: 'envFrom', value: [{ configMapRef: { name: 'c' } }], says: NOT_SUPPORTED },
    { key: 'securityContext', value: { runAsUser: 1 }, says: NOT_SUPPORTED },
    { key: 'env[0].valueFrom.configMapKeyRef', value: { name: 'c', key: 'k' }, says: NOT_SUPPORTED, beside: ENV },
    {
      key: 'env[0].valueFrom.secretKeyRef.localObjectReference',
      value: { name: 's' },
      says: NOT_SUPPORTED,
      beside: REF,
    },
    { key: 'ports', value: [{ containerPort: 1 }], says: /takes no requests/, only: ['WorkerPool'] },
    { key: 'livenessProbe', value: { httpGet: {} }, says: NOT_SUPPORTED, only: ['Job'] },
    { key: 'readinessProbe', value: { httpGet: {} }, says: /takes no requests/, only: ['Job', 'WorkerPool'] },
    { key: 'startupProbe.tcpSocket.host', value: 'h', says: NOT_SUPPORTED },
  ],
};

type ProbeKey = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

function probeCases(probe: ProbeKey, only?: readonly Kind[]): Case[] {
  const get = { [`${probe}.httpGet.path`]: '/h' };
  const field = (
    key: string,
    good: unknown,
    becomes: Case['becomes'],
    bad: unknown,
    says: RegExp,
    beside: Case['beside'] = get,
  ): Case => ({
    key: `${probe}${key}`,
    good,
    becomes,
    bad,
    says,
    beside,
    ...(only && { only }),
  });
  return [
    field('', { grpc: {} }, at(probe, { grpc: {} }), {}, /Expected one of httpGet/, {}),
    ...(probe === 'readinessProbe'
      ? []
      : [field('.initialDelaySeconds', 0, at(`${probe}.initialDelaySeconds`, 0), -1, /at least 0/)]),
    field('.timeoutSeconds', 5, at(`${probe}.timeoutSeconds`, 5), 0, /at least 1/),
    field('.periodSeconds', 20, at(`${probe}.periodSeconds`, 20), 0, /at least 1/),
    field('.failureThreshold', 2, at(`${probe}.failureThreshold`, 2), 0, /at least 1/),
    field('.successThreshold', probe === 'readinessProbe' ? 2 : 1, 'checked', 3, /knows only/),
    field('.httpGet', { path: '/x' }, at(`${probe}.httpGet`, { path: '/x' }), '/x', MAPPING, {}),
    field('.httpGet.path', '/x', at(`${probe}.httpGet.path`, '/x'), 'x', /starts with "\/"/, {}),
    field('.httpGet.port', 80, at(`${probe}.httpGet.port`, 80), 'http', NUMBER),
    field(
      '.httpGet.httpHeaders',
      [{ name: 'H', value: 'v' }],
      at(`${probe}.httpGet.httpHeaders`, [{ name: 'H', value: 'v' }]),
      [{ value: 'v' }],
      /has no name/,
    ),
    field('.httpGet.httpHeaders[0].name', 'H', at(`${probe}.httpGet.httpHeaders.0.name`, 'H'), '', TEXT),
    field('.httpGet.httpHeaders[0].value', 'v', at(`${probe}.httpGet.httpHeaders.0.value`, 'v'), 5, TEXT, {
      ...get,
      [`${probe}.httpGet.httpHeaders[0].name`]: 'H',
    }),
    field('.grpc', { service: 's' }, at(`${probe}.grpc`, { service: 's' }), [1], MAPPING, {}),
    field('.grpc.port', 90, at(`${probe}.grpc.port`, 90), 0, /from 1/, {}),
    field('.grpc.service', 's', at(`${probe}.grpc.service`, 's'), 5, TEXT, {}),
  ];
}

function probeRefused(probe: ProbeKey, only?: readonly Kind[]): Refused[] {
  const get = { [`${probe}.httpGet.path`]: '/h' };
  const item = (key: string, value: unknown): Refused => ({
    key: `${probe}.${key}`,
    value,
    says: NOT_SUPPORTED,
    beside: get,
    ...(only && { only }),
  });
  return [
    item('httpGet.host', 'h'),
    item('httpGet.scheme', 'HTTPS'),
    item('exec', { command: ['true'] }),
    ...(probe === 'readinessProbe' ? [item('initialDelaySeconds', 1)] : []),
    ...(probe === 'startupProbe' ? [] : [{ ...item('tcpSocket', { port: 1 }), says: /startup probe only/ }]),
  ];
}

const probes: Section = {
  ...containerSection,
  cases: [],
  refused: [
    ...probeRefused('startupProbe'),
    ...probeRefused('livenessProbe', ['Service', 'WorkerPool']),
    ...probeRefused('readinessProbe', ['Service']),
  ],
};

const NAME = { name: 'v' };
const SECRET = { ...NAME, 'secret.secretName': 's' };
const ITEM = { ...SECRET, 'secret.items[0].key': '1', 'secret.items[0].path': 'p' };
const BUCKET = { ...NAME, 'csi.driver': 'gcsfuse.run.googleapis.com', 'csi.volumeAttributes.bucketName': 'b' };
const NFS = { ...NAME, 'nfs.server': 's', 'nfs.path': '/p' };

const volumeSection: Section = {
  v1: {
    Service: 'spec.template.spec.volumes[0]',
    Job: 'spec.template.spec.template.spec.volumes[0]',
    WorkerPool: 'spec.template.spec.volumes[0]',
  },
  v2: { Service: 'template.volumes.0', Job: 'template.template.volumes.0', WorkerPool: 'template.volumes.0' },
  cases: [
    { key: 'name', good: 'v', becomes: at('name', 'v'), bad: 'cloudsql', says: /reserved/, beside: { emptyDir: {} } },
    {
      key: 'secret',
      good: { secretName: 's' },
      becomes: at('secret', { secret: 's' }),
      bad: {},
      says: /no secretName/,
      beside: NAME,
    },
    {
      key: 'secret.secretName',
      good: 's',
      becomes: at('secret.secret', 's'),
      bad: 'a b',
      says: /secret's name/,
      beside: NAME,
    },
    {
      key: 'secret.defaultMode',
      good: 292,
      becomes: at('secret.defaultMode', 292),
      bad: 512,
      says: /from 0 to 511/,
      beside: SECRET,
    },
    {
      key: 'secret.optional',
      good: false,
      becomes: 'checked',
      bad: true,
      says: /no optional references/,
      beside: SECRET,
    },
    {
      key: 'secret.items',
      good: [{ key: 'latest', path: 'p' }],
      becomes: at('secret.items', [{ version: 'latest', path: 'p' }]),
      bad: [{ key: 'latest' }],
      says: /has no path/,
      beside: SECRET,
    },
    {
      key: 'secret.items[0].key',
      good: '5',
      becomes: at('secret.items.0.version', '5'),
      bad: 5,
      says: /"5" in quotes/,
      beside: ITEM,
    },
    {
      key: 'secret.items[0].path',
      good: 'a/b',
      becomes: at('secret.items.0.path', 'a/b'),
      bad: '../b',
      says: /relative/,
      beside: ITEM,
    },
    {
      key: 'secret.items[0].mode',
      good: 256,
      becomes: at('secret.items.0.mode', 256),
      bad: '0o400',
      says: NUMBER,
      beside: ITEM,
    },
    { key: 'emptyDir', good: {}, becomes: at('emptyDir', {}), bad: 'x', says: MAPPING, beside: NAME },
    {
      key: 'emptyDir.medium',
      good: 'Memory',
      becomes: at('emptyDir.medium', 'MEMORY'),
      bad: 'MEMORY',
      says: /Memory, Disk/,
      beside: NAME,
    },
    {
      key: 'emptyDir.sizeLimit',
      good: '1Gi',
      becomes: at('emptyDir.sizeLimit', '1Gi'),
      bad: 5,
      says: TEXT,
      beside: NAME,
    },
    {
      key: 'csi',
      good: { driver: 'gcsfuse.run.googleapis.com', volumeAttributes: { bucketName: 'b' } },
      becomes: at('', { name: 'v', gcs: { bucket: 'b' } }),
      bad: {},
      says: /no driver/,
      beside: NAME,
    },
    {
      key: 'csi.driver',
      good: 'gcsfuse.run.googleapis.com',
      becomes: at('gcs.bucket', 'b'),
      bad: 'other',
      says: /gcsfuse/,
      beside: BUCKET,
    },
    {
      key: 'csi.readOnly',
      good: true,
      becomes: at('gcs.readOnly', true),
      bad: 'yes!',
      says: /without quotes/,
      beside: BUCKET,
    },
    {
      key: 'csi.volumeAttributes',
      good: { bucketName: 'b' },
      becomes: at('gcs', { bucket: 'b' }),
      bad: { bucket: 'b' },
      says: /Did you mean bucketName/,
      beside: { ...NAME, 'csi.driver': 'gcsfuse.run.googleapis.com' },
    },
    {
      key: 'csi.volumeAttributes.bucketName',
      good: 'c',
      becomes: at('gcs.bucket', 'c'),
      bad: '',
      says: TEXT,
      beside: BUCKET,
    },
    {
      key: 'csi.volumeAttributes.mountOptions',
      good: 'a,b=c',
      becomes: at('gcs.mountOptions', ['a', 'b=c']),
      bad: 'a,',
      says: /empty items/,
      beside: BUCKET,
    },
    {
      key: 'csi.volumeAttributes.instances',
      good: 'p:r:i',
      becomes: at('', { name: 'v', cloudSqlInstance: { instances: ['p:r:i'] } }),
      bad: '',
      says: TEXT,
      beside: { ...NAME, 'csi.driver': 'cloudsql.run.googleapis.com' },
    },
    {
      key: 'nfs',
      good: { server: 's', path: '/' },
      becomes: at('nfs', { server: 's', path: '/' }),
      bad: { path: '/' },
      says: /no server/,
      beside: NAME,
    },
    { key: 'nfs.server', good: '10.0.0.2', becomes: at('nfs.server', '10.0.0.2'), bad: 5, says: TEXT, beside: NFS },
    { key: 'nfs.path', good: '/x', becomes: at('nfs.path', '/x'), bad: 'x', says: /starts with "\/"/, beside: NFS },
    {
      key: 'nfs.readOnly',
      good: true,
      becomes: at('nfs.readOnly', true),
      bad: 'true',
      says: /without quotes/,
      beside: NFS,
    },
  ],
  refused: [{ key: 'configMap', value: { name: 'c' }, says: NOT_SUPPORTED, beside: NAME }],
};

const LATEST = 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST';
const SPLIT = 'INSTANCE_SPLIT_ALLOCATION_TYPE_';
const targets: Section = {
  v1: { Service: 'spec.traffic[0]' },
  v2: { Service: 'traffic.0' },
  cases: [
    {
      key: 'latestRevision',
      good: true,
      becomes: at('', { type: LATEST, percent: 100 }),
      bad: false,
      says: /Name the revision/,
      beside: { percent: 100 },
    },
    {
      key: 'revisionName',
      good: 'app-1',
      becomes: at('', { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'app-1', percent: 100 }),
      bad: 5,
      says: TEXT,
      beside: { percent: 100 },
    },
    { key: 'percent', good: 100, becomes: at('percent', 100), bad: 90, says: /adds up to 90/ },
    { key: 'tag', good: 'blue', becomes: at('tag', 'blue'), bad: 'no', says: /at least 3/, beside: { percent: 100 } },
    {
      key: 'configurationName',
      good: '',
      becomes: 'checked',
      bad: 'c',
      says: /no configurations/,
      beside: { percent: 100 },
    },
    { key: 'url', good: 'https://x', becomes: 'stripped', bad: 5, says: TEXT, beside: { percent: 100 } },
  ],
  refused: [],
};
const splits: Section = {
  v1: { WorkerPool: 'spec.instanceSplits[0]' },
  v2: { WorkerPool: 'instanceSplits.0' },
  cases: [
    {
      key: 'latestRevision',
      good: true,
      becomes: at('', { type: `${SPLIT}LATEST`, percent: 100 }),
      bad: 'true',
      says: /without quotes/,
      beside: { percent: 100 },
    },
    {
      key: 'revisionName',
      good: 'app-1',
      becomes: at('', { type: `${SPLIT}REVISION`, revision: 'app-1', percent: 100 }),
      bad: 5,
      says: TEXT,
      beside: { percent: 100 },
    },
    { key: 'percent', good: 100, becomes: at('percent', 100), bad: 101, says: /from 0 to 100/ },
  ],
  refused: [{ key: 'tag', value: 'blue', says: /no URL/, beside: { percent: 100 } }],
};

const KINDS: readonly Kind[] = ['Service', 'Job', 'WorkerPool'];
const API = { Service: 'serving.knative.dev/v1', Job: 'run.googleapis.com/v1', WorkerPool: 'run.googleapis.com/v1' };
const container = [{ image: 'i', workingDir: '/w' }];
const root: Section = {
  v1: { Service: '', Job: '', WorkerPool: '' },
  v2: { Service: '', Job: '', WorkerPool: '' },
  cases: [
    ...KINDS.map(
      (kind): Case => ({
        key: 'apiVersion',
        good: API[kind],
        becomes: 'checked',
        bad: 'v1',
        says: new RegExp(`Expected ${API[kind]}`),
        only: [kind],
      }),
    ),
    ...KINDS.map(
      (kind): Case => ({
        key: 'kind',
        good: kind,
        becomes: 'checked',
        bad: 'Pod',
        says: /Expected Service, Job, WorkerPool/,
        only: [kind],
      }),
    ),
    {
      key: 'metadata',
      good: { name: 'app', labels: { a: 'b' } },
      becomes: { labels: { a: 'b' } },
      bad: 'app',
      says: MAPPING,
    },
    {
      key: 'metadata.labels',
      good: { a: 'b' },
      becomes: { labels: { a: 'b' } },
      bad: { 'run.googleapis.com/client-name': 'y' },
      says: /Move it to metadata.annotations/,
    },
    {
      key: 'metadata.annotations',
      good: { 'a/b': 'c' },
      becomes: { annotations: { 'a/b': 'c' } },
      bad: { 'serving.knative.dev/x': 'y' },
      says: /not a key of metadata.annotations/,
    },
    { key: 'status', good: { url: 'https://x' }, becomes: 'stripped' },
    {
      key: 'spec',
      good: { template: { spec: { containers: container } } },
      becomes: { 'template.containers.0.workingDir': '/w' },
      bad: {},
      says: /no template/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: 'spec',
      good: { template: { spec: { template: { spec: { containers: container } } } } },
      becomes: { 'template.template.containers.0.workingDir': '/w' },
      bad: {},
      says: /no template/,
      only: ['Job'],
    },
    {
      key: 'spec.template',
      good: { spec: { containers: container } },
      becomes: { 'template.containers.0.workingDir': '/w' },
      bad: {},
      says: /no spec/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: 'spec.template',
      good: { spec: { template: { spec: { containers: container } } } },
      becomes: { 'template.template.containers.0.workingDir': '/w' },
      bad: {},
      says: /no containers/,
      only: ['Job'],
    },
    {
      key: 'spec.template.metadata',
      good: { labels: { a: 'b' } },
      becomes: { 'template.labels': { a: 'b' } },
      bad: 'x',
      says: MAPPING,
    },
    {
      key: 'spec.template.spec',
      good: { containers: container },
      becomes: { 'template.containers.0.workingDir': '/w' },
      bad: { containers: container, container: [] },
      says: /Did you mean containers/,
      only: ['Service', 'WorkerPool'],
    },
    {
      key: 'spec.template.spec',
      good: { template: { spec: { containers: container } } },
      becomes: { 'template.template.containers.0.workingDir': '/w' },
      bad: { containers: container },
      says: /not a key of spec.template.spec/,
      only: ['Job'],
    },
    {
      key: 'spec.template.spec.template',
      good: { spec: { containers: container } },
      becomes: { 'template.template.containers.0.workingDir': '/w' },
      bad: { metadata: {}, spec: { containers: container } },
      says: /metadata.*not a key|not a key/,
      only: ['Job'],
    },
    {
      key: 'spec.template.spec.template.spec',
      good: { containers: container },
      becomes: { 'template.template.containers.0.workingDir': '/w' },
      bad: {},
      says: /no containers/,
      only: ['Job'],
    },
    {
      key: 'spec.template.spec.parallelism',
      good: 0,
      becomes: { 'template.parallelism': 0 },
      bad: -1,
      says: /at least 0/,
      only: ['Job'],
    },
    {
      key: 'spec.template.spec.taskCount',
      good: 4,
      becomes: { 'template.taskCount': 4 },
      bad: 0,
      says: /at least 1/,
      only: ['Job'],
    },
    {
      key: 'spec.template.spec.delayExecution',
      good: true,
      becomes: { 'template.delayExecution': true },
      bad: 'true',
      says: /without quotes/,
      only: ['Job'],
    },
    {
      key: 'spec.startExecutionToken',
      good: 't',
      becomes: { startExecutionToken: 't' },
      bad: 't'.repeat(63),
      says: /fewer than 63/,
      only: ['Job'],
    },
    {
      key: 'spec.runExecutionToken',
      good: 't',
      becomes: { runExecutionToken: 't' },
      bad: '',
      says: TEXT,
      only: ['Job'],
    },
    {
      key: 'spec.traffic',
      good: [{ percent: 100 }],
      becomes: { traffic: [{ type: LATEST, percent: 100 }] },
      bad: [{ percent: 50 }],
      says: /adds up to 50/,
      only: ['Service'],
    },
    {
      key: 'spec.instanceSplits',
      good: [{ percent: 100 }],
      becomes: { instanceSplits: [{ type: `${SPLIT}LATEST`, percent: 100 }] },
      bad: [{ percent: 50 }],
      says: /adds up to 50/,
      only: ['WorkerPool'],
    },
  ],
  refused: [],
};

export const SECTIONS: readonly Section[] = [
  root,
  resourceMetadata,
  templateMetadata,
  podSpec,
  containerSection,
  probes,
  volumeSection,
  targets,
  splits,
];

/** Every row of a table by its words, lists as `[0]`: what must have a case. */
export function rowsOf(table: Table, words = ''): string[] {
  return Object.entries(table.rows).flatMap(([key, row]) => {
    const here = /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) ? (words === '' ? key : `${words}.${key}`) : `${words}["${key}"]`;
    if (row.does === 'nest') return [here, ...rowsOf(row.table, here)];
    if (row.does === 'list') return [here, ...rowsOf(row.table, `${here}[0]`)];
    return [here];
  });
}
