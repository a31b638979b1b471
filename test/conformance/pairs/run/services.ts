/** Cloud Run's services, worker pools, revisions, operations and policies against `@google-cloud/run`. */
import { createRequire } from 'node:module';
import { RevisionsClient, ServicesClient, WorkerPoolsClient } from '@google-cloud/run';
import { createOperations } from '../../../../src/google/run/operations.ts';
import { createRevisions } from '../../../../src/google/run/revisions.ts';
import { createServices, type Services } from '../../../../src/google/run/services.ts';
import { createWorkerPools, type WorkerPools } from '../../../../src/google/run/worker-pools.ts';
import { readNamedServices } from '../../../../src/records/holds.ts';
import { message, named, restOptions } from '../../official.ts';
import { withHttp } from '../../ours.ts';
import type { Pair } from '../../pair.ts';

export const RUN_PROTOS = createRequire(import.meta.url)('@google-cloud/run/build/protos/protos.json') as object;
export const LOCATION = 'projects/acme-prod/locations/europe-west1';
const SERVICE = `${LOCATION}/services/web`;
const POOL = `${LOCATION}/workerPools/worker`;
const OPERATION = `${LOCATION}/operations/1f2e3d`;

/** Every encoding at once: 64-bit integers as text, durations, enums, times, maps, zero and false that count. */
const service = {
  name: SERVICE,
  etag: '"CMjQ9MMGEJD/3bUB/cHJvamVjdHM"',
  labels: { 'commit-sha': 'a'.repeat(40) },
  annotations: { 'actions.orchestra.dev/rollout': '{"id":"42-1"}' },
  ingress: 'INGRESS_TRAFFIC_ALL',
  launchStage: 'GA',
  generation: '9007199254740993',
  createTime: '2026-01-02T03:04:05.678901Z',
  scaling: { minInstanceCount: 2, scalingMode: 'AUTOMATIC' },
  template: {
    revision: 'web-3f2a1c-1',
    timeout: '300s',
    serviceAccount: 'web@acme-prod.iam.gserviceaccount.com',
    executionEnvironment: 'EXECUTION_ENVIRONMENT_GEN2',
    maxInstanceRequestConcurrency: 80,
    sessionAffinity: true,
    containers: [
      {
        name: 'web',
        image: `europe-west1-docker.pkg.dev/acme-prod/web/web@sha256:${'b'.repeat(64)}`,
        env: [
          { name: 'EMPTY', value: '' },
          { name: 'KEY', valueSource: { secretKeyRef: { secret: 'key', version: '3' } } },
        ],
        resources: { limits: { cpu: '1', memory: '512Mi' }, startupCpuBoost: true },
        ports: [{ name: 'http1', containerPort: 8080 }],
        startupProbe: { httpGet: { path: '/health', port: 8080 }, periodSeconds: 1, failureThreshold: 30 },
      },
    ],
    volumes: [{ name: 'sql', cloudSqlInstance: { instances: ['acme-prod:europe-west1:db'] } }],
  },
  traffic: [
    { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'web-9e8d7c-2', percent: 100 },
    { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'web-3f2a1c-1', tag: 'c3f2a1c' },
  ],
};

const pool = {
  name: POOL,
  etag: '"abc"',
  template: { revision: 'worker-1', containers: [{ image: 'example.com/worker' }] },
  instanceSplits: [{ type: 'INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION', revision: 'worker-1', percent: 100 }],
};

const serviceMessage = () => message(RUN_PROTOS, 'google.cloud.run.v2.Service', service);
const poolMessage = () => message(RUN_PROTOS, 'google.cloud.run.v2.WorkerPool', pool);

const services = (url: string, work: (services: Services) => Promise<unknown>) =>
  withHttp((http) => work(createServices(http, url)));
const pools = (url: string, work: (pools: WorkerPools) => Promise<unknown>) =>
  withHttp((http) => work(createWorkerPools(http, url)));

export const operation = () => ({ json: { name: OPERATION, done: false } });
const MASK = ['template', 'traffic', 'annotations'];

export const runServices: readonly Pair[] = [
  {
    name: 'run: a service',
    respond: () => ({ json: { name: SERVICE } }),
    ours: (url) => services(url, (s) => s.get(SERVICE)),
    official: (url) => named(new ServicesClient(restOptions(url))).getService({ name: SERVICE }),
  },
  {
    name: 'run: creation of a service',
    respond: operation,
    ours: (url) => services(url, (s) => s.create(SERVICE, service)),
    official: (url) =>
      named(new ServicesClient(restOptions(url))).createService({
        parent: LOCATION,
        serviceId: 'web',
        service: serviceMessage(),
      }),
  },
  {
    name: 'run: validation of a new service',
    respond: operation,
    ours: (url) => services(url, (s) => s.create(SERVICE, service, { validateOnly: true })),
    official: (url) =>
      named(new ServicesClient(restOptions(url))).createService({
        parent: LOCATION,
        serviceId: 'web',
        service: serviceMessage(),
        validateOnly: true,
      }),
  },
  {
    name: 'run: update of a service with a mask',
    respond: operation,
    ours: (url) => services(url, (s) => s.update(SERVICE, service, MASK)),
    official: (url) =>
      named(new ServicesClient(restOptions(url))).updateService({
        service: serviceMessage(),
        updateMask: { paths: MASK },
      }),
  },
  {
    name: 'run: validation of a changed service',
    respond: operation,
    ours: (url) => services(url, (s) => s.update(SERVICE, service, [], { validateOnly: true })),
    official: (url) =>
      named(new ServicesClient(restOptions(url))).updateService({ service: serviceMessage(), validateOnly: true }),
  },
  {
    name: 'run: deletion of a service',
    respond: operation,
    ours: (url) => services(url, (s) => s.remove(SERVICE, '"abc"')),
    official: (url) => named(new ServicesClient(restOptions(url))).deleteService({ name: SERVICE, etag: '"abc"' }),
  },
  {
    name: 'run: IAM policy of a service',
    respond: () => ({ json: {} }),
    ours: (url) => services(url, (s) => s.getIamPolicy(SERVICE)),
    official: (url) =>
      named(new ServicesClient(restOptions(url))).getIamPolicy({
        resource: SERVICE,
        options: { requestedPolicyVersion: 3 },
      }),
  },
  {
    name: 'run: change of the IAM policy of a service',
    respond: () => ({ json: {} }),
    ours: (url) =>
      services(url, (s) =>
        s.setIamPolicy(SERVICE, {
          version: 3,
          etag: 'BwXhqDVNAQQ=',
          bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }],
        }),
      ),
    official: (url) =>
      named(new ServicesClient(restOptions(url))).setIamPolicy({
        resource: SERVICE,
        policy: {
          version: 3,
          etag: Buffer.from('BwXhqDVNAQQ=', 'base64'),
          bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }],
        },
      }),
  },
  {
    name: 'run: a revision of a service',
    respond: () => ({ json: {} }),
    ours: (url) => withHttp((http) => createRevisions(http, url).get(`${SERVICE}/revisions/web-1`)),
    official: (url) => named(new RevisionsClient(restOptions(url))).getRevision({ name: `${SERVICE}/revisions/web-1` }),
  },
  {
    name: 'run: a revision of a worker pool',
    respond: () => ({ json: {} }),
    ours: (url) => withHttp((http) => createRevisions(http, url).get(`${POOL}/revisions/worker-1`)),
    official: (url) => named(new RevisionsClient(restOptions(url))).getRevision({ name: `${POOL}/revisions/worker-1` }),
  },
  {
    name: 'run: an operation',
    respond: operation,
    ours: (url) => withHttp((http) => createOperations(http, url).get(OPERATION)),
    official: (url) => named(new ServicesClient(restOptions(url))).checkUpdateServiceProgress(OPERATION),
  },
  {
    name: 'run: a worker pool',
    respond: () => ({ json: { name: POOL } }),
    ours: (url) => pools(url, (p) => p.get(POOL)),
    official: (url) => named(new WorkerPoolsClient(restOptions(url))).getWorkerPool({ name: POOL }),
  },
  {
    name: 'run: creation of a worker pool',
    respond: operation,
    ours: (url) => pools(url, (p) => p.create(POOL, pool)),
    official: (url) =>
      named(new WorkerPoolsClient(restOptions(url))).createWorkerPool({
        parent: LOCATION,
        workerPoolId: 'worker',
        workerPool: poolMessage(),
      }),
  },
  {
    name: 'run: update of a worker pool with a mask',
    respond: operation,
    ours: (url) => pools(url, (p) => p.update(POOL, pool, ['template'])),
    official: (url) =>
      named(new WorkerPoolsClient(restOptions(url))).updateWorkerPool({
        workerPool: poolMessage(),
        updateMask: { paths: ['template'] },
      }),
  },
  {
    name: 'run: the hold of a service that may be a worker pool',
    respond: (_request, _url, count) =>
      count === 0
        ? { status: 404, json: { error: { code: 404, status: 'NOT_FOUND', message: 'no such service' } } }
        : { json: {} },
    ours: (url) => withHttp((http) => readNamedServices(http, url, [`${LOCATION}/services/worker`])),
    official: async (url) => {
      await named(new ServicesClient(restOptions(url)))
        .getService({ name: `${LOCATION}/services/worker` })
        .catch(() => {});
      await named(new WorkerPoolsClient(restOptions(url))).getWorkerPool({ name: POOL });
    },
  },
];
