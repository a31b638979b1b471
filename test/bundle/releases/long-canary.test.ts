/** Canaries whose steps outlast their runs: days under a virtual clock, with no runner in between. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { SERVICE, said } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createLongCanary, D, DAY, HOUR, type LongCanary } from './long-canary.fixture.ts';

let canary: LongCanary;
beforeEach(async () => {
  canary = await createLongCanary();
  await canary.release(SERVICE, [A]);
});
afterEach(() => canary.stop());

async function good(work: Promise<StepResult>): Promise<StepResult> {
  const result = await work;
  expect(result.exitCode, said(result)).toBe(0);
  return result;
}

async function bad(work: Promise<StepResult>, message: RegExp): Promise<StepResult> {
  const result = await work;
  expect(result.exitCode, said(result)).toBe(1);
  expect(result.errors.map((error) => error.message).join('\n'), said(result)).toMatch(message);
  return result;
}

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
  // Twice is once.
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

test('one that nobody advanced in time is judged and not continued', async () => {
  await good(canary.begin(B, { 'overdue-after': '2h' }));
  canary.pass(4 * HOUR);
  const result = await bad(canary.advance(), /is overdue: 5 % since .* and 25 % was due at .* force: true/);
  expect(canary.letters()).toBe('a=95 b=5');
  expect(result.summary).toContain('overdue');
  await good(canary.advance({ force: 'true' }));
  expect(canary.letters()).toBe('a=75 b=25');
});

test('an approval stands between two steps', async () => {
  await good(canary.begin(B, { steps: '5@1h+approval,100' }));
  canary.pass(HOUR);
  const waiting = await good(canary.advance());
  expect(stateOf(waiting)).toMatchObject({ step: 1, approval: true });
  expect(waiting.summary).toContain('It needs an approval for 100 %');
  await good(canary.advance({ approved: 'true' }));
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
    // An older run that comes late does not take its place.
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
  expect(held.summary).toContain('incident 4711');
  canary.breaks('two');
  await bad(canary.advance(), /failed its health check/);
  expect(canary.letters()).toBe('a');
  expect(canary.annotation('hold')).toContain('incident 4711');
});

test('a format that is newer is refused, and nothing is changed', async () => {
  await good(canary.begin(B));
  const doc = canary.doc();
  const record = JSON.parse(canary.annotation('rollout') ?? '{}');
  expect(record.release.format).toBe(3);
  record.release.format = 4;
  (doc.annotations as Record<string, string>)['actions.orchestra.dev/rollout'] = JSON.stringify(record);
  await bad(canary.advance(), /has format 4, and this version reads formats up to 3/);
  await bad(canary.begin(C), /has format 4/);
  expect(canary.letters()).toBe('a=95 b=5');
});
