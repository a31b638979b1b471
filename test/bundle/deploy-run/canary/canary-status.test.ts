/** What a scheduled advance reports: the status of the GitHub deployment, and each of several canaries. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  A,
  B,
  bad,
  C,
  createLongCanary,
  D,
  DAY,
  good,
  HOUR,
  type LongCanary,
} from '../../releases/long-canary.fixture.ts';
import { SERVICE } from '../deploy-run.fixture.ts';

let canary: LongCanary;
beforeEach(async () => {
  canary = await createLongCanary();
  await canary.release(SERVICE, [A]);
});
afterEach(() => canary.stop());

/** The deployment of the canary's commit. */
function deployment() {
  const made = { id: 7, sha: B, environment: 'production', statuses: [] as { state: string; description: string }[] };
  canary.emulator.github.runs.deployments.push(made);
  return made;
}
const inputs = { 'deployment-environment': 'production' };

test('the run of the commit that waits is started, and the deployment shows the canary', async () => {
  const { runs } = canary.emulator.github;
  const { statuses } = deployment();
  await good(canary.begin(B, { steps: '5@1h,100' }));
  await good(canary.begin(C, { image: await canary.image('three') }, { env: { GITHUB_RUN_ID: '4711' } }));
  runs.runs.add('4711');
  await good(canary.advance(inputs));
  canary.pass(HOUR);
  const decided = await good(canary.advance(inputs));
  expect(runs.reruns).toEqual(['4711']);
  expect(decided.log).toContain('Its run was started again');
  expect(canary.annotation('next')).toBeUndefined();
  expect(statuses.map(({ state }) => state)).toEqual(['in_progress', 'success']);
});

test('a token without permission to start runs or set statuses costs a line each', async () => {
  await good(canary.begin(B, { steps: '5@1h,100' }));
  await good(canary.begin(C, { image: await canary.image('three') }));
  canary.breaks('two');
  const restored = await bad(canary.advance({ ...inputs, 'github-token': 'ghs_wrong' }), /failed its health check/);
  expect(restored.log).toContain('(needs actions: write)');
  expect(restored.log).toContain('(needs deployments: write)');
  expect(canary.letters()).toBe('a');
  expect(canary.annotation('next')).toContain(C);
});

test('the deployment of a canary that a rollback has begun to end has failed', async () => {
  const { statuses } = deployment();
  await good(canary.begin(B, { steps: '5@1h,100' }));
  const record = JSON.parse(canary.annotation('rollout') ?? '{}');
  record.release.aborted = true;
  (canary.doc().annotations as Record<string, string>)['actions.orchestra.dev/rollout'] = JSON.stringify(record);
  await good(canary.advance(inputs));
  expect(canary.letters()).toBe('a');
  expect(statuses).toMatchObject([{ state: 'failure', description: 'The canary ended before it had all traffic.' }]);
});

test('the deployment of a canary that a rollback or a newer commit has ended is ended by the next advance', async () => {
  const place = `service ${SERVICE} in us-central1 of orchestra-dev`;
  const other = { state: 'in_progress', description: `Canary of ${place.replace(SERVICE, 'api')}: 5 % since today` };
  const job = { state: 'in_progress', description: '' };
  for (const [id, status] of [other, job].entries())
    canary.emulator.github.runs.deployments.push({ id, sha: C, environment: 'production', statuses: [status] });
  const { statuses } = deployment();
  const shown = () => statuses.map(({ state }) => state).join(' ');
  await good(canary.begin(B, { steps: '5@1h,100' }));
  await good(canary.advance(inputs));
  expect(statuses[0]?.description).toContain(`Canary of ${place}: 5 % since `);
  await good(canary.run(D, { service: SERVICE, 'rollback-to': 'previous', 'probe-path': '/health' }));
  await good(canary.advance(inputs));
  await good(canary.advance(inputs));
  expect(shown()).toBe('in_progress failure');
  await good(canary.run(D, { service: SERVICE, 'release-hold': 'true' }));
  await good(canary.begin(B, { steps: '5@1h,100' }));
  await good(canary.advance(inputs));
  const supersede = { steps: '5@1h,100', image: await canary.image('three'), 'on-canary': 'supersede' };
  await good(canary.begin(C, supersede));
  await good(canary.advance(inputs));
  expect(shown()).toBe('in_progress failure in_progress failure');
  expect(canary.emulator.github.runs.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual([
    'in_progress',
    'in_progress',
    'failure',
  ]);
});

describe('two canaries', () => {
  const both = { service: '', services: JSON.stringify([{ service: SERVICE }, { service: 'api' }]) };
  beforeEach(() => canary.release('api', [A]));

  test('one that cannot continue does not keep the other from being judged', async () => {
    await good(canary.begin(B, { steps: '5@1h,100' }));
    canary.pass(2 * DAY);
    await good(canary.begin(C, { service: 'api', image: await canary.image('three'), steps: '5@1h,100' }));
    canary.breaks('three');
    const result = await bad(canary.advance(both), /The canary of b{12} is overdue.*\n.*failed its health check/s);
    expect(JSON.parse(result.outputs.canary ?? '')).toMatchObject({ commit: B, percent: 5, overdue: true });
    expect(result.outputs).not.toHaveProperty('revision');
    expect([canary.letters(), canary.letters('api')]).toEqual(['a=95 b=5', 'a']);
    expect(result.summary).toContain('| `api-aaaaaaaaaaaa-1` | 95 % | 100 % |');
  });

  test('the one that needs an approval is in the output', async () => {
    await good(canary.begin(B, { steps: '5@1d,100' }));
    await good(canary.begin(C, { service: 'api', image: await canary.image('three'), steps: '5@1h+approval,100' }));
    canary.pass(HOUR);
    const { outputs } = await good(canary.advance(both));
    expect(JSON.parse(outputs.canary ?? '')).toMatchObject({ commit: C, approval: true });
  });
});

test('a step without a verdict is extended before it needs an approval', async () => {
  await good(canary.begin(B, { steps: '5@1h+approval,100', analysis: 'errors' }));
  const { monitoring } = canary.emulator;
  const send = (commit: string, at: number) =>
    monitoring.request({
      project: 'orchestra-dev',
      resource: {
        type: 'cloud_run_revision',
        labels: {
          project_id: 'orchestra-dev',
          location: 'us-central1',
          service_name: SERVICE,
          revision_name: `${SERVICE}-${commit.slice(0, 12)}-1`,
          configuration_name: SERVICE,
        },
      },
      status: 200,
      latencyMs: 50,
      at,
      count: 1,
    });
  canary.pass(30 * 60_000);
  for (const commit of [A, B]) send(commit, canary.now());
  canary.pass(30 * 60_000);
  const extended = await good(canary.advance());
  expect(extended.summary).toContain('The step lasts another 1h00m.');
  expect(JSON.parse(extended.outputs.canary ?? '')).toMatchObject({ percent: 5, approval: false });
  canary.pass(HOUR);
  const due = await good(canary.advance());
  expect(due.summary).toContain('It needs an approval for 100 %');
  expect(JSON.parse(due.outputs.canary ?? '')).toMatchObject({ approval: true });
  await good(canary.advance({ approved: 'true' }));
  expect(canary.letters()).toBe('b');
});

describe('changed by other users between two runs', () => {
  const name = `projects/orchestra-dev/locations/us-central1/services/${SERVICE}`;
  type Traffic = NonNullable<ReturnType<LongCanary['doc']>['traffic']>;

  async function setTraffic(change: (traffic: Traffic) => Traffic): Promise<void> {
    const { emulator } = canary;
    const { traffic = [], etag } = canary.doc();
    const response = await fetch(`${emulator.urls.run}/v2/${name}?updateMask=traffic`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ etag, traffic: change(traffic) }),
    });
    expect(response.status, await response.text()).toBe(200);
    await canary.settled();
  }

  const share = (percent: number) =>
    setTraffic((traffic) =>
      traffic.map((target) =>
        target.percent
          ? { ...target, percent: target.revision?.includes(B.slice(0, 12)) ? percent : 100 - percent }
          : target,
      ),
    );

  test('a candidate whose share a user changed gets no more traffic, except by force', async () => {
    await good(canary.begin(B, { steps: '5@1h,25@1h,100' }));
    canary.pass(HOUR);
    for (const percent of [50, 1]) {
      await share(percent);
      const { summary } = await good(canary.advance());
      expect(summary).toContain(`web-bbbbbbbbbbbb-1 has ${percent} % instead of 5 %. The canary does not continue.`);
      expect(canary.letters()).toBe(`a=${100 - percent} b=${percent}`);
    }
    await good(canary.advance({ force: 'true' }));
    expect(canary.letters()).toBe('a=75 b=25');
    canary.pass(HOUR);
    await share(5);
    await good(canary.advance());
    expect(canary.letters()).toBe('a=95 b=5');
  });

  test('a candidate with more traffic than its next step does not continue by force either', async () => {
    await good(canary.begin(B, { steps: '5@1h,25@1h,100' }));
    canary.pass(HOUR);
    await share(50);
    const { summary } = await good(canary.advance({ force: 'true' }));
    expect(summary).toContain(
      'has 50 % instead of 5 %. The canary does not continue. To continue it, set 5 % again; to',
    );
    expect(canary.letters()).toBe('a=50 b=50');
    await share(5);
    await good(canary.advance());
    expect(canary.letters()).toBe('a=75 b=25');
  });

  test('an overdue canary continues by what its error says', async () => {
    const overdue = async () => (await bad(canary.advance(), /is overdue/)).errors[0]?.message;
    const forced = 'run this action with advance: true and force: true; to end it, with rollback-to: previous.';
    await good(canary.begin(B, { steps: '5@1h,25@1h+approval,100' }));
    await good(canary.run(D, { service: SERVICE, hold: 'true', reason: 'incident 4711' }));
    canary.pass(2 * DAY);
    expect(await overdue()).toContain(`incident 4711`);
    expect(await overdue()).toContain(`To continue it, release the hold, then ${forced}`);
    await good(canary.advance({ force: 'true' }));
    expect(canary.letters()).toBe('a=95 b=5');
    await good(canary.run(D, { service: SERVICE, 'release-hold': 'true' }));
    await share(50);
    expect(await overdue()).toContain(`To continue it, set 5 % again, then ${forced}`);
    await share(1);
    expect(await overdue()).toContain(`To continue it anyway, ${forced}`);
    await good(canary.advance({ force: 'true' }));
    expect(canary.letters()).toBe('a=75 b=25');
    canary.pass(2 * DAY);
    expect(await overdue()).toContain(
      'needs an approval for 100 %: run this action with advance: true, approved: true and force: true;',
    );
    await good(canary.advance({ approved: 'true', force: 'true' }));
    expect(canary.letters()).toBe('b');
  });

  test('a candidate whose tag a user removed is restored, with that reason', async () => {
    await good(canary.begin(B, { steps: '5@1h,100' }));
    await setTraffic((traffic) => traffic.filter(({ tag }) => !tag));
    await bad(canary.advance(), /The tag of the revision is missing in web, so it has no URL to probe/);
    expect(canary.letters()).toBe('a');
  });

  test('a candidate that Cloud Run reports as failed is restored, with that reason', async () => {
    await good(canary.begin(B, { steps: '5@1h,100' }));
    const { doc } = canary.emulator.run.services.get(name)?.revisions.get(`${SERVICE}-${B.slice(0, 12)}-1`) ?? {};
    const ready = doc?.conditions?.find(({ type }) => type === 'Ready');
    Object.assign(ready ?? {}, { state: 'CONDITION_FAILED', message: 'The image is gone.' });
    await bad(canary.advance(), /The revision web-b{12}-1 failed after it was ready: The image is gone\./);
    expect(canary.letters()).toBe('a');
  });
});
