/** Canaries whose steps outlast their runs: days of a virtual clock, with no runner in between. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { SERVICE } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, bad, C, createLongCanary, D, DAY, good, HOUR, type LongCanary } from './long-canary.fixture.ts';

let canary: LongCanary;
beforeEach(async () => {
  canary = await createLongCanary();
  await canary.release(SERVICE, [A]);
});
afterEach(() => canary.stop());

const stateOf = ({ outputs }: StepResult) => JSON.parse(outputs.canary || 'null');

test('three days: each run ends at once, and each advance takes it one step further', async () => {
  const begun = await good(canary.begin(B));
  expect(canary.letters()).toBe('a=95 b=5');
  expect(stateOf(begun)).toMatchObject({ commit: B, step: 1, percent: 5, overdue: false, approval: false });
  expect(begun.summary).toMatch(/🕑 web is in a canary of .*5 % since .*next step: 25 % at .* in 1h00m/);
  expect(begun.outputs.changed).toBe('false');

  const early = await good(canary.advance());
  expect(canary.letters()).toBe('a=95 b=5');
  expect(stateOf(early)).toMatchObject({ step: 1 });

  canary.pass(HOUR);
  const second = await good(canary.advance());
  expect(canary.letters()).toBe('a=75 b=25');
  expect(stateOf(second)).toMatchObject({ step: 2, percent: 25 });
  expect(second.summary).toMatch(/\| `web-a{12}-1` \| 95 % \| 75 % \|/);
  // Repeating it changes nothing.
  await good(canary.advance());
  expect(canary.letters()).toBe('a=75 b=25');

  canary.pass(DAY + 3 * HOUR);
  expect(stateOf(await good(canary.advance()))).toMatchObject({ step: 3, percent: 50 });
  canary.pass(DAY);
  const last = await good(canary.advance());
  expect(canary.letters()).toBe('b');
  expect(last.outputs.canary).toBeUndefined();
  expect(canary.annotation('rollout')).toBeUndefined();
  const releases = JSON.parse(canary.annotation('releases') ?? '[]');
  expect(releases.at(-1)).toMatchObject({ commit: B, revision: last.outputs.revision });
  expect(canary.doc().traffic?.some(({ tag }) => tag)).toBe(false);

  const none = await good(canary.advance());
  expect(none.log).toContain('There is no canary.');
  await good(canary.run(C, { service: SERVICE, 'rollback-to': 'previous', 'probe-path': '/health' }));
  expect(canary.letters()).toBe('a');
});

test('a candidate that fails its health checks is restored at any call, before its step is over', async () => {
  await good(canary.begin(B));
  canary.breaks('two');
  const result = await bad(canary.advance(), /failed its health check.*serves web in us-central1 as before/s);
  expect(canary.letters()).toBe('a');
  expect(result.summary).toContain('❌');
  expect(canary.annotation('rollout')).toBeUndefined();
});

test('a step lasts by Google’s clock, however wrong that of a runner is', async () => {
  const off = (hours: number) => ({ env: { CLOCK_AHEAD: String(canary.now() - Date.now() + hours * HOUR) } });
  const begun = await good(canary.begin(B, {}, off(-5)));
  expect(Math.abs(Date.parse(stateOf(begun).since) - canary.now())).toBeLessThan(60_000);
  expect(begun.warnings.map(({ message }) => message).join()).toMatch(/clock is (5h00m|4h59m) behind Google's/);
  const early = await good(canary.advance({}, off(5)));
  expect([canary.letters(), stateOf(early).overdue]).toEqual(['a=95 b=5', false]);
  expect(early.summary).toMatch(/next step: 25 % at .* in (1h00m|59m)/);
  // Google's time is known to a second, from a header of whole seconds.
  canary.pass(HOUR + 60_000);
  await good(canary.advance({}, off(-5)));
  expect(canary.letters()).toBe('a=75 b=25');
});

test('one that was not advanced in time is judged and not continued', async () => {
  await good(canary.begin(B, { 'overdue-after': '2h' }));
  canary.pass(4 * HOUR);
  const result = await bad(canary.advance(), /is overdue: 5 % since .* and 25 % was due at .* force: true/);
  expect(canary.letters()).toBe('a=95 b=5');
  expect(result.summary).toContain('overdue');
  expect(stateOf(result)).toMatchObject({ commit: B, overdue: true });
  // Steps that run nevertheless, such as a publish, know of the canary.
  const later = await bad(canary.begin(C, { image: await canary.image('three') }), /is overdue/);
  expect(later.outputs.waiting).toBe('true');
  expect(stateOf(later)).toMatchObject({ commit: B, overdue: true, next: C });
  await good(canary.advance({ force: 'true' }));
  expect(canary.letters()).toBe('a=75 b=25');
});

test('an approval stands between two steps', async () => {
  await good(canary.begin(B, { steps: '5@1h+approval,100' }));
  canary.pass(HOUR);
  const waiting = await good(canary.advance());
  expect(stateOf(waiting)).toMatchObject({ step: 1, approval: true });
  expect(waiting.summary).toContain('It needs an approval for 100 %');
  const { approvals = '' } = waiting.outputs;
  expect(approvals).toBe(`${stateOf(waiting).release}@1`);
  // One of an earlier canary is none of this one.
  const another = await good(canary.advance({ approved: 'an-earlier-canary@1' }));
  expect(another.summary).toContain('It needs an approval for 100 %');
  await good(canary.advance({ approved: approvals }));
  expect(canary.letters()).toBe('b');
});

describe('later pushes', () => {
  test('wait: nothing changes, the newest commit waits, and the advance that decides names it', async () => {
    await good(canary.begin(B, { steps: '5@1h,100' }));
    const third = { image: await canary.image('three') };
    const waiting = await good(canary.begin(C, third));
    expect(waiting.outputs.waiting).toBe('true');
    expect(waiting.log).toContain(`Commit ${C.slice(0, 12)} was not deployed`);
    expect(canary.letters()).toBe('a=95 b=5');
    await good(canary.begin(D, third));
    // A late older run does not replace it.
    const late = await good(canary.begin(C, third));
    expect(late.log).toContain(`the newer commit ${D.slice(0, 12)} waits`);
    expect(stateOf(late)).toMatchObject({ next: D });
    canary.pass(HOUR);
    const decided = await good(canary.advance());
    expect(canary.letters()).toBe('b');
    expect(decided.log).toMatch(new RegExp(`Commit ${D.slice(0, 12)} .*waited for this decision`));
    await good(canary.begin(D, { ...third, strategy: 'direct', steps: '' }));
    expect(canary.letters()).toBe('d');
    expect(canary.annotation('next')).toBeUndefined();
  });

  test('the same commit again continues its own canary', async () => {
    await good(canary.begin(B));
    canary.pass(HOUR);
    const again = await good(canary.begin(B));
    expect(canary.letters()).toBe('a=75 b=25');
    expect(stateOf(again).next).toBeUndefined();
  });

  test('an older commit is refused', async () => {
    await good(canary.begin(C));
    await bad(canary.begin(B), /is older than/);
    expect(canary.letters()).toBe('a=95 c=5');
  });

  test('supersede: the old revisions are restored first', async () => {
    await good(canary.begin(B));
    const inputs = { image: await canary.image('three'), 'on-canary': 'supersede' };
    const gate = await good(canary.advance({ 'on-canary': 'supersede' }));
    expect(canary.letters()).toBe('a');
    expect(gate.outputs.waiting).toBeUndefined();
    await good(canary.begin(C, inputs));
    expect(canary.letters()).toBe('a=95 c=5');
    await good(canary.begin(D, { ...inputs, steps: '10@1h,100' }));
    expect(canary.letters()).toBe('a=90 d=10');
  });
});

test('a rollback ends the canary, and sets its hold', async () => {
  await good(canary.begin(B));
  await good(canary.run(D, { service: SERVICE, 'rollback-to': 'previous', 'probe-path': '/health', reason: 'slow' }));
  expect(canary.letters()).toBe('a');
  expect(canary.annotation('hold')).toContain('slow');
  canary.pass(HOUR);
  const after = await good(canary.advance());
  expect(after.log).toContain('There is no canary.');
  expect(canary.letters()).toBe('a');
});

test('a hold stops the increase and nothing else', async () => {
  await good(canary.begin(B));
  await good(canary.run(D, { service: SERVICE, hold: 'true', reason: 'incident 4711' }));
  canary.pass(HOUR);
  const held = await good(canary.advance());
  expect(canary.letters()).toBe('a=95 b=5');
  expect(held.summary).toMatch(/🔒 The service web in \S+ of \S+ is on hold\. .*incident 4711/);
  canary.breaks('two');
  const failed = await bad(canary.advance(), /failed its health check/);
  expect(failed.summary).toMatch(/🔒 The service .*incident 4711/);
  expect(canary.letters()).toBe('a');
  expect(canary.annotation('hold')).toContain('incident 4711');
});

test('a format that is newer is refused, and nothing is changed', async () => {
  await good(canary.begin(B));
  const doc = canary.doc();
  const record = JSON.parse(canary.annotation('rollout') ?? '{}');
  expect(record.release.format).toBe(3);
  record.release.format = 5;
  (doc.annotations as Record<string, string>)['actions.orchestra.dev/rollout'] = JSON.stringify(record);
  await bad(canary.advance(), /has format 5, and this version reads formats up to 4/);
  await bad(canary.begin(C), /has format 5/);
  expect(canary.letters()).toBe('a=95 b=5');
});

describe('judged by its users', () => {
  /** One request per second for the candidate and nine for the baseline, for each minute until now. */
  const traffic = (minutes: number, errors: number) => {
    const revision = (name: string) => ({
      type: 'cloud_run_revision',
      labels: {
        project_id: 'orchestra-dev',
        location: 'us-central1',
        service_name: SERVICE,
        revision_name: `${SERVICE}-${name.slice(0, 12)}-1`,
        configuration_name: SERVICE,
      },
    });
    const send = (commit: string, status: number, count: number, at: number) =>
      canary.emulator.monitoring.request({
        project: 'orchestra-dev',
        resource: revision(commit),
        status,
        latencyMs: 50,
        at,
        count,
      });
    for (let i = 0; i < minutes * 6; i++) {
      const at = canary.now() - i * 10_000;
      send(A, 200, 90, at);
      send(B, 200, 10 - errors, at);
      if (errors > 0) send(B, 500, errors, at);
    }
  };
  const judged = { steps: '10@1h,100', analysis: 'errors' };

  test('one that is worse is restored within its first step', async () => {
    await good(canary.begin(B, judged));
    canary.pass(20 * 60_000);
    traffic(18, 2);
    const result = await bad(canary.advance(), /is worse than its baseline: 5xx/);
    expect(canary.letters()).toBe('a');
    expect(result.summary).toContain('xychart-beta');
  });

  test('one that is no worse continues once its step is over, and not before', async () => {
    await good(canary.begin(B, judged));
    canary.pass(30 * 60_000);
    traffic(28, 0);
    await good(canary.advance());
    expect(canary.letters()).toBe('a=90 b=10');
    canary.pass(30 * 60_000);
    traffic(30, 0);
    const result = await good(canary.advance());
    expect(canary.letters()).toBe('b');
    expect(result.log).toContain('no regression');
  });

  test('one without a verdict has its step extended once', async () => {
    await good(canary.begin(B, judged));
    canary.pass(30 * 60_000);
    traffic(2, 0);
    canary.pass(31 * 60_000);
    const extended = await good(canary.advance());
    expect(canary.letters()).toBe('a=90 b=10');
    expect(extended.summary).toContain('The step lasts another 1h00m.');
    canary.pass(HOUR);
    await good(canary.advance());
    expect(canary.letters()).toBe('b');
  });
});

test('a freeze blocks the increase and new deploys, and a rollback continues', async () => {
  await good(canary.begin(B));
  canary.pass(HOUR);
  const year = new Date(canary.now()).getUTCFullYear();
  const freeze = `${year - 1}-12-20 - ${year + 1}-01-02: holidays`;
  const frozen = await good(canary.advance({ freeze }));
  expect(frozen.summary).toContain('The freeze blocks its next step. Deploys are frozen');
  expect(canary.letters()).toBe('a=95 b=5');
  await good(canary.run(D, { service: SERVICE, 'rollback-to': 'previous', 'probe-path': '/health', freeze }));
  expect(canary.letters()).toBe('a');
  const next = `${year + 1}-12-20 - ${year + 2}-01-02: next holidays`;
  const released = await good(canary.run(D, { service: SERVICE, 'release-hold': 'true', freeze: next }));
  expect(released.summary).not.toContain('🔒');
  expect(released.summary).toContain(`📅 The next freeze is from ${year + 1}-12-20 00:00 UTC until`);
  const direct = { strategy: 'direct', steps: '' };
  await bad(canary.begin(B, { ...direct, freeze }), /Deploys are frozen .*: holidays\. Nothing was changed\./);
  const annotations = canary.doc().annotations as Record<string, string>;
  annotations['actions.orchestra.dev/freeze'] = freeze;
  const refused = await bad(canary.begin(B, direct), /Deploys are frozen/);
  expect(refused.summary).toMatch(/📅 On the service .*: Deploys are frozen until \d{4}-01-03 00:00 UTC/);
  expect(canary.letters()).toBe('a');
  const forced = await good(canary.begin(B, { ...direct, force: 'true' }));
  expect(forced.summary).toContain('Forced: the freeze was overridden.');
  expect(canary.letters()).toBe('b');
});

test('a pipeline checks first: its commit waits, and continues once the canary is decided', async () => {
  await good(canary.begin(B, { steps: '5@1h,100' }));
  const ask = (service = SERVICE) => canary.run(C, { service, advance: 'true', 'on-canary': 'wait' });
  const waiting = await good(ask());
  expect(waiting.outputs.waiting).toBe('true');
  expect(canary.annotation('next')).toContain(C);
  canary.pass(HOUR);
  const decided = await good(ask());
  expect(canary.letters()).toBe('b');
  expect(decided.outputs.waiting).toBeUndefined();
  // A service before its first deploy has none.
  const absent = await good(ask('made-later'));
  expect(absent.outputs.waiting).toBeUndefined();
  await bad(canary.run(C, { service: 'made-later', advance: 'true' }), /there is no service or worker pool made-later/);
});

test('two services move together, and are committed together', async () => {
  await canary.release('api', [A]);
  const image = await canary.image('two');
  const services = JSON.stringify([
    { service: SERVICE, image },
    { service: 'api', image },
  ]);
  const whole = { service: '', image: '', services };
  await good(canary.begin(B, { ...whole, steps: '5@1h,100' }));
  expect([canary.letters(), canary.letters('api')]).toEqual(['a=95 b=5', 'a=95 b=5']);
  canary.pass(HOUR);
  // Each of them names the canary.
  const result = await good(canary.run(D, { service: 'api', advance: 'true' }));
  expect([canary.letters(), canary.letters('api')]).toEqual(['b', 'b']);
  expect(result.summary).toContain('api');
  for (const service of [SERVICE, 'api']) expect(canary.annotation('rollout', service)).toBeUndefined();
  const [first] = JSON.parse(canary.annotation('releases') ?? '[]').slice(-1);
  expect(Object.keys(first.members)).toEqual(['us-central1/services/web', 'us-central1/services/api']);
  const back = JSON.stringify([{ service: SERVICE }, { service: 'api' }]);
  await good(canary.run(D, { services: back, 'rollback-to': 'previous', 'probe-path': '/health' }));
  expect([canary.letters(), canary.letters('api')]).toEqual(['a', 'a']);
});
