/** First deploys of a team that used gcloud: only `service` and `image`, for a new or an existing service. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFixture, type Fixture, COMMITS as HISTORY, logOf } from './deploy-run.fixture.ts';

let fixture: Fixture;
const [A, B, C] = HISTORY;

beforeAll(async () => {
  fixture = await createFixture();
});
afterEach(() => {
  fixture.emulator.run.services.clear();
  fixture.emulator.run.workerPools.clear();
});
afterAll(() => fixture.stop());

const LATEST = { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 };

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${fixture.emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBe(200);
}

/** A service after `gcloud run deploy`: the default TCP probe, names and labels of the server and the client. */
async function madeByGcloud(): Promise<void> {
  await post('services?serviceId=web', {
    client: 'gcloud',
    clientVersion: '560.0.0',
    description: 'The shop',
    template: {
      labels: { 'client.knative.dev/nonce': 'uvujxbdqbn' },
      serviceAccount: 'web@orchestra-dev.iam.gserviceaccount.com',
      containers: [
        {
          name: 'server-1',
          image: await fixture.image('old'),
          ports: [{ name: 'http1', containerPort: 3000 }],
          env: [{ name: 'LOG_LEVEL', value: 'debug' }],
          resources: { limits: { cpu: '1000m', memory: '512Mi' }, cpuIdle: true, startupCpuBoost: true },
          startupProbe: { timeoutSeconds: 240, periodSeconds: 240, failureThreshold: 1, tcpSocket: { port: 3000 } },
        },
      ],
    },
    traffic: [LATEST],
  });
  await fixture.settled();
  await post('services/web:setIamPolicy', {
    policy: { bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] },
  });
}

const container = () => fixture.doc().template?.containers?.[0];
const revision = () => fixture.serves().replace('=100', '');
const deploy = async (commit: string, inputs: Record<string, string> = {}) =>
  await fixture.deploy(commit, {
    service: 'web',
    image: await fixture.image(commit === A ? 'one' : 'two'),
    'probe-path': '/health',
    ...inputs,
  });

test('a service made by gcloud: the startup probe is derived from probe-path, and nothing else changes', async () => {
  await madeByGcloud();
  const before = revision();
  const step = await deploy(A);
  expect(step.exitCode, logOf(step)).toBe(0);
  expect(fixture.serves()).toBe('web-aaaaaaaaaaaa-1=100');
  expect(container()).toMatchObject({
    name: 'server-1',
    startupProbe: { httpGet: { path: '/health', port: 3000 }, periodSeconds: 10, failureThreshold: 24 },
    env: expect.arrayContaining([{ name: 'LOG_LEVEL', value: 'debug' }]),
  });
  expect(container()?.startupProbe).not.toHaveProperty('tcpSocket');
  expect(fixture.doc()).toMatchObject({ description: 'The shop', client: 'gcloud' });
  expect(step.notices.map(({ message }) => message).join()).toMatch(
    /startup probe requests \/health, from the input probe-path: the service had only the default TCP probe/,
  );
  const left = /^Left as it is: .*$/m.exec(step.log)?.[0];
  for (const name of ['description', 'serviceAccountName', 'env[LOG_LEVEL]', 'startup-cpu-boost'])
    expect(left).toContain(name);
  expect(step.outputs['previous-revision']).toBe(before);

  // No change requires a second revision.
  const again = await deploy(B, { image: await fixture.image('one') });
  expect(again.outputs.changed, logOf(again)).toBe('false');
  // The plan and the summary list only what is written.
  const plan = await deploy(C, { image: await fixture.image('one'), 'dry-run': 'true' });
  expect(plan.summary, logOf(plan)).toContain(
    'web would stay on revision `web-aaaaaaaaaaaa-1`: only the commit differs.',
  );
  for (const step of [again, plan]) {
    expect(step.log).not.toContain('→');
    expect(step.summary).not.toMatch(/mermaid|APP_VERSION/);
  }
});

test('rollback-to: previous works after the first deploy, without force', async () => {
  await madeByGcloud();
  const before = revision();
  await deploy(A);
  const back = await fixture.deploy(A, { service: 'web', 'rollback-to': 'previous' });
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(revision()).toBe(before);
  // The summary says once why the next deploy is refused.
  const held = await deploy(B);
  expect(held.exitCode).toBe(1);
  expect(held.summary.match(/To release it run this action/g), held.summary).toHaveLength(1);
});

test('rollback-to: the revision of gcloud by name works, too', async () => {
  await madeByGcloud();
  const before = revision();
  await deploy(A);
  await deploy(B);
  const back = await fixture.deploy(B, { service: 'web', 'rollback-to': before });
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(revision()).toBe(before);
});

test('a derived startup probe follows probe-path; one that was written does not', async () => {
  await madeByGcloud();
  await deploy(A);
  const moved = await deploy(B, { 'probe-path': '/' });
  expect(moved.exitCode, logOf(moved)).toBe(0);
  expect(container()?.startupProbe?.httpGet?.path).toBe('/');
  const status = await deploy(C, { 'probe-path': '/missing', 'probe-status': '404' });
  expect(container()?.startupProbe?.httpGet?.path, logOf(status)).toBe('/');
});

test('probe: startup with the default TCP probe warns', async () => {
  await madeByGcloud();
  const step = await deploy(A, { 'probe-path': '', probe: 'startup', policy: 'warn' });
  expect(step.exitCode, logOf(step)).toBe(0);
  expect(step.warnings.map(({ message }) => message).join()).toMatch(/has only the default TCP one/);
});

test('a service that does not exist is created, with the defaults of Cloud Run and the inputs', async () => {
  const step = await deploy(A, {
    port: '3000',
    cpu: '2',
    memory: '1Gi',
    'min-instances': '1',
    'max-instances': '5',
    concurrency: '40',
    'runtime-service-account': 'web@orchestra-dev.iam.gserviceaccount.com',
    ingress: 'all',
    env: 'LOG_LEVEL=debug',
    'allow-unauthenticated': 'true',
  });
  expect(step.exitCode, logOf(step)).toBe(0);
  expect(fixture.serves()).toBe('web-aaaaaaaaaaaa-1=100');
  expect(fixture.isPublic()).toBe(true);
  expect(fixture.doc().template).toMatchObject({
    serviceAccount: 'web@orchestra-dev.iam.gserviceaccount.com',
    maxInstanceRequestConcurrency: 40,
    scaling: { minInstanceCount: 1, maxInstanceCount: 5 },
    containers: [
      {
        ports: [{ containerPort: 3000 }],
        resources: { limits: { cpu: '2', memory: '1Gi' }, cpuIdle: true },
        startupProbe: { httpGet: { path: '/health' } },
      },
    ],
  });
  expect(step.notices.map(({ message }) => message).join()).toMatch(/web does not exist in us-central1 yet/);
});

test('the settings change a service that exists as the flags of gcloud do', async () => {
  await madeByGcloud();
  const warned = await deploy(A, {
    port: '4000',
    memory: '1Gi',
    'min-instances': '2',
    ingress: 'all',
    'probe-path': '',
    policy: 'warn',
  });
  expect(fixture.doc(), logOf(warned)).toMatchObject({
    ingress: 'INGRESS_TRAFFIC_ALL',
    template: {
      scaling: { minInstanceCount: 2 },
      containers: [
        {
          ports: [{ name: 'http1', containerPort: 4000 }],
          resources: { limits: { cpu: '1000m', memory: '1Gi' }, cpuIdle: true, startupCpuBoost: true },
          startupProbe: { tcpSocket: { port: 4000 } },
        },
      ],
    },
  });
  const none = await deploy(B, { 'min-instances': '0' });
  expect(fixture.doc().template?.scaling?.minInstanceCount ?? 0, logOf(none)).toBe(0);
});

test('a manifest as it was exported is accepted, its pinned traffic left out', async () => {
  await madeByGcloud();
  const manifest = fixture.file(
    'web.yaml',
    `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: web
  labels: {cloud.googleapis.com/location: us-central1, run.googleapis.com/satisfiesPzs: 'true'}
  annotations: {run.googleapis.com/ingress: all, run.googleapis.com/ingress-status: all}
spec:
  template:
    metadata:
      labels: {run.googleapis.com/startupProbeType: Default}
    spec:
      containers:
        - name: server-1
          image: server:1
          ports: [{name: http1, containerPort: 3000}]
          startupProbe: {timeoutSeconds: 240, periodSeconds: 240, failureThreshold: 1, tcpSocket: {port: 3000}}
  traffic: [{revisionName: web-00001-abc, percent: 100}, {revisionName: web-00001-abc, tag: blue}]
`,
  );
  const step = await fixture.deploy(A, { manifest, image: await fixture.image('one'), 'probe-path': '/health' });
  expect(step.exitCode, logOf(step)).toBe(0);
  expect(fixture.serves()).toBe('web-aaaaaaaaaaaa-1=100');
  expect(container()?.startupProbe?.httpGet?.path).toBe('/health');
  expect(step.warnings.map(({ message }) => message).join()).toMatch(/spec\.traffic.*is left out/);
});

test('unauthenticated invocations that a policy forbids fail the step, with the fix', async () => {
  const message = 'One or more users named in the policy do not belong to a permitted customer.';
  fixture.emulator.core.faults.add({ api: 'run', path: 'setIamPolicy', status: 400, message, times: 9 });
  const step = await deploy(A, { 'allow-unauthenticated': 'true' });
  fixture.emulator.core.faults.clear();
  expect(step.exitCode).not.toBe(0);
  expect(step.errors.map(({ message }) => message).join()).toMatch(
    /Unauthenticated invocations could not be allowed: .*invoker-iam-disabled/,
  );
});

test('an application that responds with 401 itself is distinguished from a private service', async () => {
  await madeByGcloud();
  const image = await fixture.image('login');
  fixture.emulator.fakeDriver.setBehavior(image, { http: { '*': 401, '/ready': 200 } });
  const step = await deploy(A, { image, 'probe-path': '/account', 'probe-timeout': '2s', policy: 'warn' });
  expect(step.exitCode).not.toBe(0);
  expect(logOf(step)).toMatch(
    /startup|application itself refused the request, since the service allows unauthenticated/,
  );
});

test('the name of a worker pool is refused: it would be another resource', async () => {
  await post('workerPools?workerPoolId=web', { template: { containers: [{ image: await fixture.image('one') }] } });
  const step = await deploy(A);
  expect(step.exitCode).not.toBe(0);
  expect(step.errors.map(({ message }) => message).join()).toMatch(/web is a worker pool in us-central1.*manifest/);
});

test('all bad settings are reported at once', async () => {
  const step = await deploy(A, {
    port: '0',
    cpu: 'two',
    memory: '512',
    'min-instances': '-1',
    'max-instances': '0',
    concurrency: 'many',
    'runtime-service-account': 'web',
    ingress: 'internal-only',
  });
  const messages = step.errors.map(({ message }) => message).join('\n');
  for (const name of [
    'port',
    'cpu',
    'memory',
    'min-instances',
    'max-instances',
    'concurrency',
    'runtime-service-account',
    'ingress',
  ])
    expect(messages).toContain(`Input ${name}`);
  expect(fixture.serves()).toBe('nothing');
});

test('a namespace that is a number is compared with the number of the project, which needs no new permission', async () => {
  const exported = (number: string) =>
    fixture.file(
      'web.yaml',
      fixture.manifest({ name: 'web' }).replace('metadata:\n', `metadata:\n  namespace: '${number}'\n`),
    );
  const step = async (number: string) => {
    exported(number);
    return await fixture.deploy(A, { manifest: 'web.yaml', image: await fixture.image('one') });
  };
  const other = await step('987654321098');
  expect(other.exitCode).not.toBe(0);
  expect(other.errors.map(({ message }) => message).join()).toMatch(
    /namespace: is 987654321098, but the number .* is 123456789012/,
  );
  expect(fixture.serves()).toBe('nothing');

  fixture.emulator.core.access.deny('resourcemanager.projects.get');
  const first = await step('123456789012');
  expect(first.exitCode, logOf(first)).toBe(0);
  expect(first.warnings.map(({ message }) => message).join()).toMatch(/namespace: 123456789012 was not compared/);
  // Cloud Run gives a second URL, which has the number.
  const withNumber = () => fixture.doc().urls?.unshift('https://web-123456789012.us-central1.run.app');
  withNumber();
  const again = await step('123456789012');
  withNumber();
  const wrong = await step('987654321098');
  fixture.emulator.core.access.allow('resourcemanager.projects.get');
  expect(again.warnings.map(({ message }) => message).join()).not.toContain('namespace');
  expect(wrong.exitCode).not.toBe(0);
});

test('without probe-path: the live image makes no revision, a new one names the input that checks its health', async () => {
  await madeByGcloud();
  const before = revision();
  const plain = async (commit: string, content: string) =>
    await fixture.deploy(commit, { service: 'web', image: await fixture.image(content) });
  const same = await plain(A, 'old');
  expect(same.outputs.changed, logOf(same)).toBe('false');
  expect(revision()).toBe(before);
  const step = await plain(B, 'one');
  expect(step.outputs.changed, logOf(step)).toBe('true');
  expect(step.warnings.map(({ message }) => message).join()).toMatch(
    /only a TCP startup probe.*Set the input probe-path/,
  );
});

test('a new service is private unless the input says otherwise, and the plan says so', async () => {
  const image = await fixture.image('one');
  const notices = ({ notices }: { notices: readonly { message: string }[] }) =>
    notices.map(({ message }) => message).join();
  const quiet = await fixture.deploy(A, { service: 'web', image });
  expect(notices(quiet), logOf(quiet)).toMatch(
    /it is created\. Only callers with roles\/run\.invoker.*allow-unauthenticated: true/,
  );
  const open = await fixture.deploy(A, { service: 'shop', image, 'allow-unauthenticated': 'true' });
  expect(notices(open), logOf(open)).toMatch(/it is created\.(?! Only)/);
});

test('lists as gcloud takes them, and a secret that hides a folder of the image, are warned of and deployed', async () => {
  const step = await deploy(A, { env: 'LOG_LEVEL=debug,MODE=fast', secrets: '/etc/jwt=jwt-secret' });
  expect(step.exitCode, logOf(step)).toBe(0);
  const warned = step.warnings.map(({ message }) => message).join('\n');
  expect(warned).toMatch(/Input env: the value of LOG_LEVEL contains MODE=\. .*one NAME=VALUE per line/);
  expect(warned).toMatch(
    /\/etc gets a secret, which hides all files that the image has there\..*such as \/secrets\/etc/,
  );
  const again = await deploy(B, { env: 'MODE=fast' });
  expect(again.warnings.map(({ message }) => message).join()).not.toContain('/etc');
  const list = await deploy(B, { secrets: 'A=jwt-secret,B=redis-url:1' });
  expect(list.errors.map(({ message }) => message)).toEqual([
    'Input secrets: A: there are several secrets in one line. gcloud separates by commas, this input by lines. Write one NAME=SECRET:VERSION per line.',
  ]);
});

test('a manifest whose image is a placeholder is deployed with the input image; a sidecar needs one, too', async () => {
  const text = fixture.manifest().replace(/image: .*/, 'image: ${IMAGE}');
  const manifest = fixture.file('placeholder.yaml', text);
  const image = await fixture.image('one');
  const step = await fixture.deploy(A, { manifest, image });
  expect(step.exitCode, logOf(step)).toBe(0);
  expect(container()?.image).toBe(image);
  const sidecar = `${text}        - name: proxy\n          image: "{{ proxy }}"\n`;
  const refused = await fixture.deploy(B, { manifest: fixture.file('sidecar.yaml', sidecar), image });
  expect(refused.errors, logOf(refused)).toEqual([
    {
      message: expect.stringMatching(
        /^digest-only: The image \{\{ proxy \}\} of the container proxy is a placeholder, and neither the input image nor substitutions replace it\. /,
      ),
      file: 'sidecar.yaml',
      line: expect.any(Number),
    },
  ]);
});

test('the guide of a first try, with a key: a private service passes its health checks', async () => {
  const guide = readFileSync(new URL('../../../docs/guides/trial.md', import.meta.url), 'utf8');
  const steps = parse(/```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '') as { with?: Record<string, string> }[];
  const { 'credentials-json': key, image, ...inputs } = steps.at(-1)?.with ?? {};
  expect([key, image]).toEqual(['${{ secrets.GCP_CREDENTIALS }}', '${{ steps.build.outputs.image }}']);
  const given = JSON.parse(JSON.stringify(inputs).replaceAll('acme-prod', 'orchestra-dev')) as Record<string, string>;
  fixture.emulator.seed.serviceAccount({ email: 'runtime@orchestra-dev.iam.gserviceaccount.com' });
  const result = await fixture.deploy(A, {
    'workload-identity-provider': '',
    'service-account': '',
    ...given,
    'credentials-json': JSON.stringify(fixture.emulator.seed.key()),
    image: await fixture.image('trial'),
  });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(logOf(result)).toContain('Set up Workload Identity Federation');
  expect(fixture.probes.at(-1)?.token).toBe(true);
});
