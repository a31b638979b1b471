/** A canary analyzed by its users' requests, which pass through the emulator's proxy during a step. Sampling is 200 times faster. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMITS, createFixture, type Fixture, logOf, SERVICE } from '../deploy-run.fixture.ts';

const [A, B] = COMMITS;
const revision = (commit: string) => `${SERVICE}-${commit.slice(0, 12)}-1`;
const CANARY = { strategy: 'canary', steps: '20,100', 'step-interval': '3s' };

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
  fixture.emulator.monitoring.samplePeriod = 300;
  fixture.emulator.monitoring.ingestionDelay = 300;
  await fixture.release(SERVICE, [A]);
});
afterEach(() => fixture.stop());

/** Deploys while users request `/` of the service, about 300 times per second. */
async function deployUnderTraffic(inputs: Record<string, string>) {
  const { uri = '' } = fixture.doc();
  let ended = false;
  const user = async () => {
    while (!ended) {
      await fixture.fetch(`${uri}/`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const users = Array.from({ length: 4 }, user);
  try {
    return await deploy(inputs);
  } finally {
    ended = true;
    await Promise.all(users);
  }
}

const deploy = async (inputs: Record<string, string>) =>
  await fixture.deploy(B, {
    service: SERVICE,
    image: await fixture.image('two'),
    'probe-path': '/health',
    ...CANARY,
    ...inputs,
  });

const blind = async () =>
  fixture.emulator.fakeDriver.setBehavior(await fixture.image('two'), { http: { '/health': 200, '*': 500 } });

describe('under traffic', () => {
  test('a revision whose /health responds with 200 and all else with 500 is stopped in its first step', async () => {
    await blind();
    const result = await deployUnderTraffic({ steps: '20,50,100', analysis: 'errors' });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    expect(result.errors[0]?.message).toMatch(/is worse than its baseline: 5xx .* of .* requests, baseline 0 % of/);
    expect(result.errors[0]?.message).toContain(`${revision(A)} serves web in us-central1 as before.`);
    expect(result.log).toMatch(/web in us-central1 at 20 %: web-\S+ \d+ requests \(5xx \d+ %/);
    expect(result.log).not.toContain('at 50 %');
    expect(result.summary).toContain('xychart-beta');
    expect(result.summary).toContain('❌ worse');
    expect(result.summary.indexOf('❌')).toBeLessThan(result.summary.indexOf('xychart-beta'));
  });

  test('by default, too', async () => {
    await blind();
    const result = await deployUnderTraffic({});
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
  });

  test('a healthy revision is promoted, with its verdict in log and summary', async () => {
    // Each request counts as many: on a slow machine users send too few for a verdict.
    const { monitoring } = fixture.emulator;
    const { request } = monitoring;
    monitoring.request = (one) => request({ ...one, count: 50 });
    const result = await deployUnderTraffic({ steps: '50,100', analysis: 'errors' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(fixture.serves()).toBe(`${revision(B)}=100`);
    expect(result.log).toContain('no regression');
    expect(result.summary).toContain('✅ no regression');
    expect(result.warnings).toEqual([]);
  });

  test('a condition on logs with a threshold restores', async () => {
    const { emulator } = fixture;
    emulator.fakeDriver.setBehavior(await fixture.image('two'), {
      http: ({ path, env }) => {
        if (path === '/')
          emulator.logging.write({
            logName: 'projects/orchestra-dev/logs/run.googleapis.com%2Fstderr',
            severity: 'ERROR',
            textPayload: 'payment failed',
            resource: {
              type: 'cloud_run_revision',
              labels: { service_name: SERVICE, location: 'us-central1', revision_name: env.K_REVISION ?? '' },
            },
          });
        return 200;
      },
    });
    const analysis =
      '- errors\n- log: severity>=ERROR AND textPayload:"payment failed"\n  name: payments\n  threshold: 1%';
    const result = await deployUnderTraffic({ analysis });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/payments .* of .* requests, threshold 1\.0 %/);
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
  });
});

describe('without traffic', () => {
  test('the health checks decide, with a warning and without further waiting', async () => {
    const result = await deploy({ analysis: 'errors', 'step-interval': '2s' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      'The canary web in us-central1 at 20 % had no traffic, so it was judged by its health checks alone.',
    ]);
    expect(result.log.match(/at 20 %: /g)?.length).toBeLessThan(10);
  });

  test('on-inconclusive: restore restores', async () => {
    const result = await deploy({ analysis: 'errors', 'step-interval': '2s', 'on-inconclusive': 'restore' });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toContain('at 20 % had no traffic');
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
  });
});

describe('where the canary cannot be judged', () => {
  test.each(['monitoring.timeSeries.list', 'monitoring.metricDescriptors.get'])(
    '%s is missing: a warning by default',
    async (permission) => {
      fixture.emulator.core.access.deny(permission);
      const result = await deploy({ 'step-interval': '5ms' });
      expect(result.exitCode, logOf(result)).toBe(0);
      expect(result.warnings[0]?.message).toContain('roles/monitoring.viewer');
      expect(fixture.serves()).toBe(`${revision(B)}=100`);
    },
  );

  test('an explicit analysis fails before anything changes, and names permission and role', async () => {
    fixture.emulator.core.access.deny('monitoring.timeSeries.list');
    const before = fixture.doc().etag;
    const result = await deploy({ analysis: 'errors' });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toContain('monitoring.timeSeries.list');
    expect(result.errors[0]?.message).toContain('roles/monitoring.viewer');
    expect(fixture.doc().etag).toBe(before);
  });

  test('logs that cannot be read: `errors` omits what only they have, and a condition on them fails with permission and role', async () => {
    fixture.emulator.core.access.deny('logging.logEntries.list');
    const before = fixture.doc().etag;
    const refused = await deploy({ analysis: '- errors\n- log: severity>=ERROR' });
    expect(refused.exitCode, logOf(refused)).toBe(1);
    for (const named of ['logging.logEntries.list', 'roles/logging.viewer'])
      expect(refused.errors[0]?.message).toContain(named);
    expect(fixture.doc().etag).toBe(before);
    const result = await deploy({ analysis: 'errors' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.log).toContain('without requests that no instance took: Cloud Logging cannot be read');
    expect(fixture.serves()).toBe(`${revision(B)}=100`);
  });

  test('a step that is too short: a warning by default, refused where explicit', async () => {
    const before = fixture.doc().etag;
    const refused = await deploy({ analysis: 'errors', 'step-interval': '1s' });
    expect(refused.exitCode, logOf(refused)).toBe(1);
    expect(refused.errors[0]?.message).toContain('Set step-interval to 1.5s or longer, or set analysis: off.');
    expect(fixture.doc().etag).toBe(before);
    const result = await deploy({ 'step-interval': '5ms' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings[0]?.message).toContain(
      'judged by its health checks alone: step-interval 5ms is too short for the analysis',
    );
  });

  test('what no analysis can judge is refused or reported: no step below 100, values that are no counts, worker pools', async () => {
    const before = fixture.doc().etag;
    const refused = async (inputs: Record<string, string>) => (await deploy(inputs)).errors[0]?.message;
    expect(await refused({ steps: '100', analysis: 'errors' })).toContain(
      'Input analysis: needs a step below 100, in which both revisions get requests.',
    );
    const metric = 'metric.type="run.googleapis.com/request_latencies"';
    expect(await refused({ analysis: `- metric: ${metric}\n  name: slow` })).toContain(
      'the metric run.googleapis.com/request_latencies of the condition slow is of kind DELTA with values of type DISTRIBUTION',
    );
    expect(fixture.doc().etag).toBe(before);
    const manifest = fixture.file(
      'pool.yaml',
      'apiVersion: run.googleapis.com/v1\nkind: WorkerPool\nmetadata:\n  name: pool\nspec:\n  template:\n    spec:\n      containers:\n        - image: x\n',
    );
    const image = await fixture.image('two');
    const pool = await fixture.deploy(B, { ...CANARY, manifest, image, analysis: 'errors' });
    expect(pool.exitCode, logOf(pool)).toBe(0);
    expect(pool.warnings[0]?.message).toContain('The analysis has nothing to judge: a worker pool takes no requests');
  });

  test('a condition that matched nothing for a week: a warning, in a dry run, too', async () => {
    const metric = 'metric.type="run.googleapis.com/request_count" AND metric.labels.response_code_class="7xx"';
    const analysis = `- log: jsonPayload.total=x\n  name: carts\n- metric: ${metric}\n  name: sevens`;
    const result = await deploy({ analysis, 'dry-run': 'true' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/the condition carts \(jsonPayload\.total=x\) matched nothing of web in us-central1/),
      expect.stringMatching(/the condition sevens .* matched nothing of web in us-central1/),
    ]);
  });

  test('analysis: off reads nothing', async () => {
    const result = await deploy({ analysis: 'off', 'step-interval': '5ms' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings).toEqual([]);
    expect(fixture.emulator.core.calls.list.filter(({ api }) => api === 'monitoring')).toEqual([]);
  });

  test('conditions and settings that cannot be read are refused together', async () => {
    const result = await deploy({ analysis: '- latncy: p95', 'on-inconclusive': 'wait', 'false-alarm-rate': '1' });
    expect(result.exitCode).toBe(1);
    const messages = result.errors.map(({ message }) => message).join('\n');
    for (const expected of [
      'condition 1: expected one of latency, metric and log',
      'on-inconclusive',
      'false-alarm-rate',
    ])
      expect(messages).toContain(expected);
    expect(
      (await deploy({ strategy: 'direct', steps: '', 'step-interval': '', analysis: 'errors' })).errors[0]?.message,
    ).toContain('is only allowed with strategy: canary');
  });
});
