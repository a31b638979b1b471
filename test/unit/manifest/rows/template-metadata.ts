/** Rows of the `metadata` of the template. */
import { output, unsupportedMeta } from './metadata.ts';
import {
  BOOLEAN_TEXT,
  type Case,
  NO_V2,
  NUMBER,
  type Refused,
  run,
  type Section,
  scale,
  service,
  TEXT,
} from './types.ts';

export const templateMetadata: Section = {
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
