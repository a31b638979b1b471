import { expect, test } from 'vitest';
import { jobDefaults, serviceDefaults } from '../../../src/run/rules/defaults.ts';
import { jobViolations, nameViolations, serviceViolations } from '../../../src/run/rules/rules.ts';
import { LATEST, REVISION } from './fixture.ts';

const container = (rest: object = {}) => ({ image: 'r/p/server@sha256:1', ...rest });
const judged = (template: object, rest: object = {}) =>
  serviceViolations('server', { template: { containers: [container()], ...template }, ...rest }, 'S').map(
    ({ field, description }) => `${field}: ${description}`,
  );
const withContainer = (rest: object, template: object = {}) => judged({ ...template, containers: [container(rest)] });
const probe = (rest: object) => withContainer({ startupProbe: { httpGet: { path: '/' }, ...rest } });
const gpu = (accelerator: string, limits: object, rest: object = {}) =>
  withContainer(
    { resources: { limits: { 'nvidia.com/gpu': '1', ...limits } }, ...rest },
    { nodeSelector: { accelerator } },
  );
const target = (rest: object) => ({ type: REVISION, revision: 'server-1', percent: 100, ...rest });

test('a plain service is fine', () => {
  expect(judged({})).toEqual([]);
});

test.each<[string, string[], RegExp]>([
  [
    'no template',
    serviceViolations('server', {}, 'S').map(({ field, description }) => `${field}: ${description}`),
    /^S\.template: required field not present/,
  ],
  ['no container', judged({ containers: [] }), /at least one container/],
  ['no image', judged({ containers: [{}] }), /containers\[0\]\.image: required field/],
  [
    'a revision of another name',
    judged({ revision: 'other-1' }),
    /must be prefixed by the name of the enclosing Service/,
  ],
  ['a revision name that is too long', judged({ revision: `server-${'x'.repeat(57)}` }), /Maximum length is 63/],
  [
    'a system annotation',
    judged({ annotations: { 'run.googleapis.com/cpu-throttling': 'true' } }),
    /not supported in v2/,
  ],
  [
    'a system annotation of the service',
    judged({}, { annotations: { 'serving.knative.dev/creator': 'me' } }),
    /not supported in v2/,
  ],
  ['a system label', judged({}, { labels: { 'cloud.googleapis.com/location': 'x' } }), /not supported in v2/],
  ['a label in capitals', judged({}, { labels: { team: 'Core' } }), /Label value 'Core'/],
  ['two ports', withContainer({ ports: [{ containerPort: 1 }, { containerPort: 2 }] }), /0 or 1 port/],
  ['a port out of range', withContainer({ ports: [{ containerPort: 70_000 }] }), /between 1 and 65535/],
  ['a port of an unknown name', withContainer({ ports: [{ name: 'grpc' }] }), /'http1' or 'h2c'/],
  [
    'PORT in the environment',
    withContainer({ env: [{ name: 'PORT', value: '1' }] }),
    /reserved env names were provided: PORT/,
  ],
  ['a variable twice', withContainer({ env: [{ name: 'A' }, { name: 'A' }] }), /set more than once/],
  [
    'a secret without version',
    withContainer({ env: [{ name: 'A', valueSource: { secretKeyRef: { secret: 's' } } }] }),
    /secret_key_ref\.version: required/,
  ],
  [
    'two containers, none with a port',
    judged({ containers: [container({ name: 'a' }), container({ name: 'b' })] }),
    /exactly one container with an exposed port; found 0/,
  ],
  [
    'a dependency on a container without a startup probe',
    judged({ containers: [container({ name: 'a', ports: [{}], dependsOn: ['b'] }), container({ name: 'b' })] }),
    /Container 'b' must have a startup probe/,
  ],
  ['a dependency on nobody', withContainer({ name: 'a', dependsOn: ['b'] }), /Container 'b' does not exist/],
  [
    'a mount of no volume',
    withContainer({ volumeMounts: [{ name: 'v', mountPath: '/v' }] }),
    /Volume 'v' does not exist/,
  ],
  [
    'a relative mount',
    withContainer({ volumeMounts: [{ name: 'v', mountPath: 'v' }] }, { volumes: [{ name: 'v', emptyDir: {} }] }),
    /must be absolute/,
  ],
  [
    'a Cloud SQL mount elsewhere',
    withContainer(
      { volumeMounts: [{ name: 'v', mountPath: '/sql' }] },
      { volumes: [{ name: 'v', cloudSqlInstance: {} }] },
    ),
    /\/cloudsql/,
  ],
  ['a volume of no type', judged({ volumes: [{ name: 'v' }] }), /exactly one volume type/],
  [
    'a path that leaves the volume',
    judged({ volumes: [{ name: 'v', secret: { secret: 's', items: [{ path: '../x', version: '1' }] } }] }),
    /must be relative/,
  ],
  ['an unknown resource', withContainer({ resources: { limits: { disk: '1' } } }), /'disk' is not supported/],
  ['three CPUs', withContainer({ resources: { limits: { cpu: '3' } } }), /Invalid value specified for cpu/],
  [
    'four CPUs with little memory',
    withContainer({ resources: { limits: { cpu: '4', memory: '1Gi' } } }),
    /4 CPUs need 2Gi to 16Gi/,
  ],
  [
    'memory without sense',
    withContainer({ resources: { limits: { memory: 'much' } } }),
    /Invalid value specified for memory/,
  ],
  ['a probe of no type', withContainer({ startupProbe: {} }), /Exactly one of/],
  ['a probe that waits too long', probe({ periodSeconds: 100, failureThreshold: 7 }), /600 seconds/],
  ['five GiB for one CPU', withContainer({ resources: { limits: { memory: '5Gi' } } }), /1 CPUs need 128Mi to 4Gi/],
  [
    'a whole GiB for a fraction',
    withContainer({ resources: { limits: { cpu: '0.4', memory: '1Gi' } } }),
    /128Mi to 512Mi/,
  ],
  ['20 CPUs without a GPU', withContainer({ resources: { limits: { cpu: '20', memory: '80Gi' } } }), /2, 4, 6 or 8/],
  ['two GPUs', gpu('nvidia-l4', { cpu: '4', memory: '16Gi', 'nvidia.com/gpu': '2' }), /nvidia.com\/gpu: '2'/],
  ['a GPU with too few CPUs', gpu('nvidia-rtx-pro-6000', { cpu: '8', memory: '80Gi' }), /from 20 to 44/],
  ['a GPU with too little memory', gpu('nvidia-l4', { cpu: '4', memory: '8Gi' }), /need 16Gi to 32Gi/],
  [
    'a GPU that is billed by request',
    gpu(
      'nvidia-l4',
      { cpu: '4', memory: '16Gi' },
      {
        resources: { limits: { cpu: '4', memory: '16Gi', 'nvidia.com/gpu': '1' }, cpuIdle: true },
      },
    ),
    /A GPU requires instance-based billing/,
  ],
  ['a GPU that nobody knows', gpu('nvidia-x', { cpu: '4', memory: '16Gi' }), /Unknown accelerator 'nvidia-x'/],
  ['a disk without a size', judged({ volumes: [{ name: 'v', emptyDir: { medium: 'DISK' } }] }), /needs a size/],
  ['a timeout above the period', probe({ timeoutSeconds: 11 }), /not be greater than period_seconds/],
  ['a threshold of -1', probe({ failureThreshold: -1 }), /at least 1/],
  ['a timeout of two hours', judged({ timeout: '7200s' }), /between 1 and 3600/],
  [
    'a minimum above the maximum',
    judged({ scaling: { minInstanceCount: 3, maxInstanceCount: 2 } }),
    /must not be greater than max/,
  ],
  ['concurrency of 1001', judged({ maxInstanceRequestConcurrency: 1001 }), /between 1 and 1000/],
  ['connector and interface', judged({ vpcAccess: { connector: 'c', networkInterfaces: [{}] } }), /mutually exclusive/],
  ['99 %', judged({}, { traffic: [target({ percent: 99 })] }), /must sum to 100; the sum is 99/],
  ['nothing but a tag', judged({}, { traffic: [target({ percent: 0, tag: 'one' })] }), /must sum to 100/],
  ['LATEST with a revision', judged({}, { traffic: [target({ type: LATEST })] }), /must not be set/],
  ['a target of no type', judged({}, { traffic: [{ revision: 'server-1', percent: 100 }] }), /type must be specified/],
  ['a full revision name', judged({}, { traffic: [target({ revision: 'projects/p/x/server-1' })] }), /short name/],
  ['a tag of two letters', judged({}, { traffic: [target({ tag: 'ab' })] }), /at least 3 characters/],
  ['a tag in capitals', judged({}, { traffic: [target({ tag: 'ABC' })] }), /lowercase/],
  [
    'a tag that is too long with the name',
    judged({}, { traffic: [target({ tag: 'x'.repeat(41) })] }),
    /at most 46 characters; it is 47/,
  ],
  [
    'a tag twice',
    judged({}, { traffic: [target({ percent: 50, tag: 'abc' }), target({ percent: 50, tag: 'abc' })] }),
    /more than once/,
  ],
])('%s is refused', (_, violations, message) => {
  expect(violations).toHaveLength(1);
  expect(violations[0]).toMatch(message);
});

test.each([
  ['a', true],
  ['a'.repeat(49), true],
  ['a'.repeat(50), false],
  ['1a', false],
  ['a-', false],
  ['A', false],
  ['a_b', false],
])('the service name %s: %s', (name, fine) => {
  expect(nameViolations(name, 'x')).toHaveLength(fine ? 0 : 1);
});

test('limits are inclusive: tag and name of 46, a revision of 63, a probe of 600 seconds, 1,800 with a GPU', () => {
  expect(judged({ revision: `server-${'x'.repeat(56)}` }, { traffic: [target({ tag: 'x'.repeat(40) })] })).toEqual([]);
  expect(probe({ periodSeconds: 60, failureThreshold: 10 })).toEqual([]);
  const slow = { httpGet: { path: '/' }, periodSeconds: 60, failureThreshold: 30 };
  expect(gpu('nvidia-l4', { cpu: '4', memory: '16Gi' }, { startupProbe: slow })).toEqual([]);
  expect(gpu('nvidia-rtx-pro-6000', { cpu: '20', memory: '80Gi' })).toEqual([]);
});

test('a sidecar can set PORT, the container that takes requests cannot', () => {
  const env = [{ name: 'PORT', value: '3000' }];
  const pair = (first: object, second: object) =>
    judged({ containers: [container({ name: 'a', ports: [{}], ...first }), container({ name: 'b', ...second })] });
  expect(pair({}, { env })).toEqual([]);
  expect(pair({ env }, {})).toHaveLength(1);
});

test('defaults depend on what was sent', () => {
  const made = serviceDefaults(
    {
      template: {
        containers: [
          container({
            resources: { limits: { cpu: '500m' } },
            startupProbe: { grpc: {} },
            ports: [{ name: 'h2c', containerPort: 50051 }],
          }),
        ],
      },
    },
    '1',
  );
  expect(made.template?.maxInstanceRequestConcurrency).toBe(1);
  expect(made.template?.containers?.[0]).toMatchObject({
    resources: { limits: { cpu: '500m', memory: '512Mi' } },
    startupProbe: { grpc: { port: 50051 }, timeoutSeconds: 1, periodSeconds: 10, failureThreshold: 3 },
  });
  // cpuIdle is true by default only where resources were not sent at all.
  expect(made.template?.containers?.[0]?.resources?.cpuIdle).toBeUndefined();
  expect(
    serviceDefaults({ template: { containers: [container()] } }, '1').template?.containers?.[0]?.resources?.cpuIdle,
  ).toBe(true);
});

test('defaults are stable: what was read back and sent again stays as it is', () => {
  const once = serviceDefaults({ template: { containers: [container({ startupProbe: { httpGet: {} } })] } }, '1');
  expect(serviceDefaults(once, '1')).toEqual(once);
  const job = jobDefaults({ template: { template: { containers: [container()], maxRetries: 0 } } }, '1');
  expect(job.template?.template?.maxRetries).toBe(0);
  expect(jobDefaults(job, '1')).toEqual(job);
});

test.each<[string, object, RegExp]>([
  ['eleven retries', { maxRetries: 11 }, /max_retries/],
  ['eight days', { timeout: '691200s' }, /between 1 and 604800/],
  ['a liveness probe', { containers: [container({ livenessProbe: { httpGet: {} } })] }, /not supported for jobs/],
])('a job with %s is refused', (_, task, message) => {
  const [violation] = jobViolations({ template: { template: { containers: [container()], ...task } } }, 'J');
  expect(violation?.field.concat(': ', violation.description)).toMatch(message);
});

test('of several containers those without a name get one', () => {
  const containers = [container({ ports: [{}] }), container({ name: 'own' }), container({ image: 'r/p/Side.car:1' })];
  expect(judged({ containers })).toEqual([]);
  const made = serviceDefaults({ template: { containers } }, '1').template?.containers;
  expect(made?.map(({ name }) => name)).toEqual(['server-1', 'own', 'side-car-3']);
});
