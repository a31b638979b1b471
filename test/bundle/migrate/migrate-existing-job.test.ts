/** A job that another tool created, and holds of the services of the migrations, through the bundle. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/google/run/resources.ts';
import { createFixture, type Fixture, JOB } from './migrate.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const messagesOf = (list: readonly { message: string }[]) => list.map(({ message }) => message).join('\n');
const api = async (method: string, path: string, body?: object) => {
  const response = await fetch(`${fixture.emulator.urls.run}/v2/${path}`, {
    method,
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as Job;
};
const jobDoc = () => api('GET', JOB);

/** A job as Terraform creates it. */
const TASK = () => ({
  maxRetries: 3,
  timeout: '3600s',
  serviceAccount: 'deployer@orchestra-dev.iam.gserviceaccount.com',
  vpcAccess: {
    connector: 'projects/orchestra-dev/locations/us-central1/connectors/c',
    egress: 'PRIVATE_RANGES_ONLY',
  },
  volumes: [{ name: 'cloudsql', cloudSqlInstance: { instances: ['orchestra-dev:us-central1:db'] } }],
  futureTask: 'kept',
  containers: [
    {
      image: fixture.image,
      args: ['old'],
      env: [
        { name: 'DATABASE_URL', valueSource: { secretKeyRef: { secret: 'database-url', version: '1' } } },
        { name: 'LOG_LEVEL', value: 'info' },
      ],
      volumeMounts: [{ name: 'cloudsql', mountPath: '/cloudsql' }],
      resources: { limits: { cpu: '2', memory: '2Gi' } },
      futureContainer: 'kept',
    },
  ],
});

describe('a job that Terraform made', () => {
  beforeEach(async () => {
    for (const [type, field] of [
      ['Job', 'futureJob'],
      ['TaskTemplate', 'futureTask'],
      ['Container', 'futureContainer'],
    ] as const)
      fixture.emulator.run.extend(type, field, 'string');
    await api('POST', `${JOB.replace(/\/migrate$/, '')}?jobId=migrate`, {
      labels: { team: 'shop' },
      annotations: { 'example.com/owner': 'shop' },
      futureJob: 'kept',
      template: { taskCount: 4, parallelism: 2, template: TASK() },
    });
  });

  it('keeps what the inputs do not name; one task and no retries are forced', async () => {
    const { containers, ...task } = TASK();
    const result = await fixture.step({ with: { env: 'LOG_LEVEL=debug\nTARGET=production' } });
    expect(result.exitCode, result.log).toBe(0);
    const job = await jobDoc();
    expect(job).toMatchObject({
      labels: { team: 'shop', 'commit-sha': 'a'.repeat(40) },
      annotations: { 'example.com/owner': 'shop' },
      futureJob: 'kept',
      template: {
        taskCount: 1,
        parallelism: 1,
        template: {
          ...task,
          maxRetries: 0,
          containers: [
            {
              ...containers[0],
              args: ['migrate'],
              env: [
                containers[0]?.env[0],
                { name: 'LOG_LEVEL', value: 'debug' },
                { name: 'TARGET', value: 'production' },
              ],
            },
          ],
        },
      },
    });
    const again = await fixture.step({ with: { env: 'LOG_LEVEL=debug\nTARGET=production' } });
    expect(again.outputs['already-applied'], again.log).toBe('true');
  });

  it('loses what an earlier run named and this one does not', async () => {
    await fixture.step({ with: { env: 'TARGET=production', 'cloudsql-instances': 'orchestra-dev:us-central1:other' } });
    const [first] = (await jobDoc()).template?.template?.volumes ?? [];
    expect(first?.cloudSqlInstance?.instances).toEqual([
      'orchestra-dev:us-central1:db',
      'orchestra-dev:us-central1:other',
    ]);
    await fixture.step({ with: { env: 'OTHER=1' }, commit: 'b'.repeat(40) });
    const env = (await jobDoc()).template?.template?.containers?.[0]?.env?.map(({ name }) => name);
    expect(env).toEqual(['DATABASE_URL', 'LOG_LEVEL', 'OTHER']);
  });

  it('is shown change by change in a dry run, which changes nothing', async () => {
    const before = await jobDoc();
    const result = await fixture.step({ with: { 'dry-run': 'true', env: 'LOG_LEVEL=debug' } });
    expect(result.exitCode, result.log).toBe(0);
    for (const line of [
      'spec.template.spec.taskCount: 4 → 1',
      'spec.template.spec.template.spec.maxRetries: 3 → 0',
      'containers[0].args: ["old"] → ["migrate"]',
      'containers[0].env[LOG_LEVEL]: "info" → "debug"',
    ])
      expect(result.log).toContain(line);
    for (const kept of ['vpcAccess', 'vpc-access', 'serviceAccount', 'timeout', 'memory', 'DATABASE_URL'])
      expect(result.summary).not.toContain(kept);
    expect(await jobDoc()).toEqual(before);
  });
});

describe('a hold on a service of the migration', () => {
  beforeEach(() => fixture.load('1.0.0/deploy-run-held.json'));
  const services = 'api\nweb';

  it('blocks it before anything is changed, also as version 1.0 wrote it', async () => {
    for (const extra of [{}, { 'dry-run': 'true' }]) {
      const result = await fixture.step({ with: { services, ...extra } });
      expect(result.exitCode).toBe(1);
      expect(messagesOf(result.errors)).toMatch(
        /service web in us-central1 of orchestra-dev is on hold\. octocat .* at 20\S+: .*https:\/\/github\.com\/.*No migration ran.*release-hold/,
      );
    }
    expect(fixture.emulator.run.jobs.get(JOB)).toBeUndefined();
  });

  it('does not block it for other services, for another region, or if it is forced', async () => {
    const freeze = '2099-12-20 - 2100-01-02: holidays';
    for (const given of [{}, { services: 'api' }, { services: 'europe-west1/web' }, { services, force: 'true' }]) {
      const result = await fixture.step({ with: { ...given, freeze } });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.summary.includes('🔒 The service web in us-central1 of orchestra-dev is on hold.')).toBe(
        'force' in given,
      );
      expect(result.summary).toContain('📅 The next freeze is from 2099-12-20 00:00 UTC until 2100-01-03 00:00 UTC');
    }
  });

  it('that is set while the step prepares blocks the start', async () => {
    const service = [...fixture.emulator.run.services.values()][0];
    const hold = service?.doc.annotations?.['actions.orchestra.dev/hold'] ?? '';
    delete service?.doc.annotations?.['actions.orchestra.dev/hold'];
    fixture.emulator.core.calls.onCall(async ({ method, path }) => {
      if (service && method === 'POST' && path.endsWith('/jobs'))
        service.doc.annotations = { ...service.doc.annotations, 'actions.orchestra.dev/hold': hold };
    });
    const result = await fixture.step({ with: { services } });
    expect(messagesOf(result.errors)).toContain('is on hold');
    expect(fixture.migrations()).toEqual([]);
  });

  it('cannot be overlooked because a permission is missing', async () => {
    fixture.emulator.core.access.deny('run.services.get');
    const result = await fixture.step({ with: { services } });
    expect(result.exitCode).toBe(1);
    expect(messagesOf(result.errors)).toContain('run.services.get');
    expect(fixture.migrations()).toEqual([]);
  });
});
