/** Whole canaries under a virtual clock on seeded traffic; `npm run bench:analysis` runs a thousand of each. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ERRORS } from '../../../../actions/deploy-run/analysis/conditions.ts';
import { TOLERANCE } from '../../../../actions/deploy-run/analysis/judge.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';
import { type CanaryFixture, type CanaryScenario, startCanaries } from '../../../harness/canary.ts';
import { seededRandom } from '../../../harness/seeded.ts';
import { FAILURES } from '../../../harness/traffic.ts';

// Dozens of canaries take seconds of computing, and minutes on a busy machine. A test that times out continues, and takes random values of the next one.
vi.setConfig({ testTimeout: 240_000 });

let fixture: CanaryFixture;
beforeAll(async () => {
  fixture = await startCanaries();
});
afterAll(() => fixture.stop());

const random = seededRandom('canaries');
const rate = (low: number, high: number) => low * (high / low) ** random();
const run = async (name: string, count: number, scenario: () => CanaryScenario) => {
  const results = [];
  for (let i = 0; i < count; i++) results.push(await fixture.run(`${name} ${i}`, scenario()));
  return results;
};

// More than a hundred canaries: seconds of computing, minutes on a busy machine.
describe('with enough traffic', { timeout: 300_000 }, () => {
  test('5 % errors over 0.1 % are stopped within the first step, by evidence', async () => {
    const results = await run('bad', 40, () => ({ rate: rate(20, 200), errors: { candidate: 0.05, baseline: 0.001 } }));
    expect(results.filter(({ end, percent }) => end !== 'restored' || percent !== 5)).toEqual([]);
    expect(results.filter(({ verdict, worse }) => verdict !== 'worse' || !worse.includes('5xx'))).toEqual([]);
  });

  test('a candidate whose requests all fail is stopped as soon as three windows are visible', async () => {
    const [result] = await run('broken', 1, () => ({ rate: 50, errors: { candidate: 1, baseline: 0.001 } }));
    expect(result).toMatchObject({ end: 'restored', percent: 5 });
    expect(result?.minutes).toBeLessThanOrEqual(7);
  });

  test('a healthy one is promoted, with a verdict for each step', async () => {
    const results = await run('healthy', 60, () => ({
      rate: rate(20, 200),
      errors: { candidate: 0.001, baseline: 0.001 },
    }));
    expect(results.filter(({ end, verdict }) => end !== 'promoted' || verdict !== 'fine')).toEqual([]);
  });

  test('a latency regression restores where it is a condition, and an equal latency does not', async () => {
    const scenario = (slowdown: number): CanaryScenario => ({
      rate: 30,
      errors: { candidate: 0.001, baseline: 0.001 },
      slowdown,
      latencies: true,
      conditions: [{ kind: 'errors' }, { kind: 'latency', percentile: 95 }],
    });
    const slow = await run('slow', 4, () => scenario(2));
    expect(slow.map(({ end, worse }) => [end, worse])).toEqual(slow.map(() => ['restored', ['latency p95']]));
    const equal = await run('equal', 4, () => scenario(1));
    expect(equal.filter(({ end }) => end !== 'promoted')).toEqual([]);
    expect(await fixture.run('slow 0', { ...scenario(2), conditions: [{ kind: 'errors' }] })).toMatchObject({
      end: 'promoted',
    });
  });
});

describe.each([
  ['metric', `metric.type="${FAILURES}"`],
  ['log', 'jsonPayload.event="payment-failed"'],
] as const)('a condition on a %s', (kind, filter) => {
  test.each([
    ['the baseline', { kind: 'baseline', ...TOLERANCE }],
    ['a threshold', { kind: 'threshold', rate: 0.01 }],
  ] as const)('compares with %s', async (_, model) => {
    const conditions = [{ kind, name: 'payments', filter, model }];
    const judge = (candidate: number) =>
      fixture.run(`${kind} ${model.kind}`, {
        rate: 20,
        errors: { candidate: 0.001, baseline: 0.001 },
        failures: { candidate, baseline: 0.002 },
        conditions,
      });
    expect(await judge(0.05)).toMatchObject({ end: 'restored', percent: 5, worse: ['payments'] });
    expect(await judge(0.002)).toMatchObject({ end: 'promoted', verdict: 'fine' });
  });
});

describe('with too little traffic the verdict is not left to chance', () => {
  const little = { rate: 0.3, errors: { candidate: 0, baseline: 0 } };

  test('extend: one more interval, then on with a warning if there was no server error', async () => {
    const result = await fixture.run('little', { ...little, onInconclusive: 'extend' });
    expect(result).toMatchObject({ end: 'promoted', verdict: 'inconclusive', minutes: 40 });
    expect(result.decisions).toEqual(['proceed-with-warning', 'proceed-with-warning']);
  });

  test('extend: restored after one more interval if there was one', async () => {
    const result = await fixture.run('little bad', { rate: 0.3, errors: { candidate: 0.3, baseline: 0 } });
    expect(result).toMatchObject({ end: 'restored', verdict: 'inconclusive', percent: 5, minutes: 20 });
  });

  test.each([
    ['restore', 'restored'],
    ['proceed', 'promoted'],
  ] as const)('%s: %s at once', async (onInconclusive, end) => {
    expect(await fixture.run('little', { ...little, onInconclusive })).toMatchObject({ end });
  });

  test('no traffic at all: no further interval', async () => {
    const result = await fixture.run('none', { rate: 0, errors: { candidate: 0, baseline: 0 } });
    expect(result).toMatchObject({ end: 'promoted', verdict: 'no-traffic', minutes: 20 });
  });
});

describe('a candidate that fails where the metric does not show it yet', () => {
  const healthy = { rate: 50, errors: { candidate: 0.001, baseline: 0.001 } };

  test('one that dies within its first step is stopped in it', async () => {
    for (const minute of [1, 3, 5]) {
      const result = await fixture.run(`dies after ${minute}`, { ...healthy, dies: minute * 60_000 });
      expect(result, `${minute} min`).toMatchObject({ end: 'restored', percent: 5, verdict: 'worse' });
    }
  });

  test('without a visible request after an hour with traffic, it is restored once the step was extended', async () => {
    // 25 minutes late.
    const result = await fixture.run('never', { ...healthy, dies: 0, late: 1_500_000 });
    expect(result).toMatchObject({ end: 'restored', percent: 5, verdict: 'inconclusive', minutes: 20 });
    const proceeded = await fixture.run('never', { ...healthy, late: 1_500_000, onInconclusive: 'proceed' });
    expect(proceeded.decisions).toEqual(['proceed-with-warning', 'proceed-with-warning']);
    expect(await fixture.run('never', { ...healthy, late: 1_500_000, onInconclusive: 'restore' })).toMatchObject({
      end: 'restored',
      minutes: 10,
    });
  });

  test('with values ten minutes late, it is judged once they are visible', async () => {
    const late = 10 * 60_000;
    expect(await fixture.run('late bad', { ...healthy, dies: 0, late })).toMatchObject({
      end: 'restored',
      percent: 5,
      verdict: 'worse',
    });
    expect(await fixture.run('late good', { ...healthy, late })).toMatchObject({ end: 'promoted', verdict: 'fine' });
  });

  test('values that end after the first minute are no verdict', async () => {
    const result = await fixture.run('one minute', { ...healthy, dies: 60_000, late: 5.5 * 60_000 });
    expect(result).toMatchObject({ end: 'restored', percent: 5 });
  });
});

describe('a healthy candidate is promoted with a verdict', () => {
  const healthy = { rate: 50, errors: { candidate: 0.001, baseline: 0.001 } };

  test.each([
    ['errors', ERRORS],
    ['errors and latency', [...ERRORS, { kind: 'latency', percentile: 95 } as const]],
  ] as const)('also if it starts an instance in each minute: %s', async (_, conditions) => {
    const result = await fixture.run('starts', { ...healthy, starts: true, latencies: true, conditions });
    expect(result).toMatchObject({ end: 'promoted', verdict: 'fine', decisions: ['proceed', 'proceed'] });
  });

  test.each([
    ['in a step', { from: 4, to: 9 }, ['proceed', 'proceed']],
    ['at the end of a step', { from: 8, to: 14 }, ['proceed', 'proceed']],
  ])('also if Cloud Monitoring is down for some minutes %s', async (_, down, decisions) => {
    expect(await fixture.run('down', { ...healthy, down })).toMatchObject({
      end: 'promoted',
      verdict: 'fine',
      decisions,
    });
  });
});

describe('over a baseline that fails often', () => {
  const errors = (baseline: number, candidate: number) => ({ rate: 50, errors: { baseline, candidate } });

  test.each([0.2, 0.9, 1])('(%d of the requests) a candidate that fixes it is promoted', async (rate) => {
    const conditions = [...ERRORS, { kind: 'latency', percentile: 95 } as const];
    const fixed = await fixture.run('fixed', { ...errors(rate, 0.001), latencies: true, conditions });
    expect(fixed).toMatchObject({ end: 'promoted', verdict: 'fine' });
  });

  test('one that answers no request is restored', async () => {
    expect(await fixture.run('no better', errors(0.6, 1))).toMatchObject({ end: 'restored', percent: 5 });
  });
});

describe('connections that last longer than a step are counted at their end, and failures before', () => {
  const scenario = (candidate: number): CanaryScenario => ({
    rate: 50,
    errors: { candidate, baseline: 0.001 },
    lasts: 25 * 60_000,
    onInconclusive: 'proceed',
  });

  test('a healthy candidate is not worse', async () => {
    const results = await run('long', 5, () => scenario(0.001));
    expect(results.filter(({ end, worse }) => end !== 'promoted' || worse.length > 0)).toEqual([]);
  });

  test('one that fails is', async () => {
    expect(await fixture.run('long', scenario(0.05))).toMatchObject({ end: 'restored', percent: 5, worse: ['5xx'] });
  });
});

test('Cloud Monitoring that is down for minutes does not save a candidate that fails', async () => {
  const scenario = { rate: 50, errors: { candidate: 0.05, baseline: 0.001 } };
  for (const down of [
    { from: 4, to: 9 },
    { from: 8, to: 14 },
  ])
    expect(await fixture.run('down bad', { ...scenario, down })).toMatchObject({
      end: 'restored',
      percent: 5,
      worse: ['5xx'],
    });
});

test('Cloud Monitoring that is down until the end of an extended step is an error', async () => {
  const down = { from: 4, to: 60 };
  const scenario = { rate: 50, errors: { candidate: 0.001, baseline: 0.001 }, down };
  await expect(fixture.run('down for an hour', scenario)).rejects.toThrow(CloudError);
});

test('a candidate that refuses its clients is stopped, and equal clients’ errors are none', async () => {
  const { rate, errors } = { rate: 50, errors: { candidate: 0.001, baseline: 0.001 } };
  expect(await fixture.run('refuses', { rate, errors, refused: { candidate: 1, baseline: 0 } })).toMatchObject({
    end: 'restored',
    percent: 5,
    worse: ['4xx'],
  });
  const equal = await fixture.run('equal 4xx', { rate, errors, refused: { candidate: 0.95, baseline: 0.95 } });
  expect(equal).toMatchObject({ end: 'promoted', verdict: 'fine' });
});
