/** The tests and bounds by themselves: error rates hold, evidence adds up, bursts and outages decide nothing. */
import { describe, expect, test } from 'vitest';
import type { WindowCounts } from '../../../../actions/deploy-run/analysis/statistics/counts.ts';
import { estimateDispersion } from '../../../../actions/deploy-run/analysis/statistics/dispersion.ts';
import {
  lowerRate,
  requiredRequests,
  upperRate,
} from '../../../../actions/deploy-run/analysis/statistics/rate-bounds.ts';
import {
  isWorse,
  logEvidence,
  ratioBound,
  type SequentialTest,
} from '../../../../actions/deploy-run/analysis/statistics/sequential-test.ts';
import { seededRandom } from '../../../harness/seeded.ts';

const against: SequentialTest = {
  model: { kind: 'baseline', ratio: 1, absolute: 0 },
  alpha: 0.01,
  dispersion: 1,
  steps: 1,
};
const window = (candidate: [number, number], baseline: [number, number], step = 0): WindowCounts => ({
  step,
  candidate: { requests: candidate[0], events: candidate[1] },
  baseline: { requests: baseline[0], events: baseline[1] },
});
const times = (count: number, one: WindowCounts) => Array.from({ length: count }, () => one);

describe('the sequential test', () => {
  test('holds its error rate over 60 looks at two equal revisions with 5 % and 95 % of the traffic', () => {
    const random = seededRandom('null');
    const draw = (n: number, p: number) => Array.from({ length: n }, random).filter((u) => u < p).length;
    let alarms = 0;
    for (let rollout = 0; rollout < 1000; rollout++) {
      const windows: WindowCounts[] = [];
      for (let look = 0; look < 60; look++) {
        windows.push(window([10, draw(10, 0.05)], [190, draw(190, 0.05)]));
        if (isWorse(windows, { ...against, alpha: 0.05 })) {
          alarms++;
          break;
        }
      }
    }
    expect(alarms).toBeGreaterThan(0);
    expect(alarms).toBeLessThanOrEqual(50);
  });

  test('finds 5 % over 0.1 %', () => {
    expect(isWorse(times(3, window([100, 5], [1900, 2])), against)).toBe(true);
    expect(isWorse(times(3, window([100, 0], [1900, 2])), against)).toBe(false);
  });

  test('is not decided by fewer than three windows, however bad they are', () => {
    const broken = window([1000, 1000], [19_000, 0]);
    const fine = window([1000, 0], [19_000, 19]);
    expect(isWorse([broken, broken], against)).toBe(false);
    expect(isWorse([broken, fine, broken], against)).toBe(false);
    expect(isWorse([broken, broken, broken], against)).toBe(true);
  });

  test('ignores what strikes both revisions, in windows of any size', () => {
    const outage = window([50, 25], [950, 475]);
    expect(isWorse([window([50, 0], [950, 1]), ...times(10, outage)], against)).toBe(false);
  });

  test('finds a regression that begins with the second step, after a long first one without errors', () => {
    const first = times(60, window([100, 0], [1900, 20], 0));
    const second = times(5, window([500, 25], [1500, 15], 1));
    expect(isWorse([...first, ...second], { ...against, steps: 2 })).toBe(true);
  });

  test('needs as much more as the events cluster', () => {
    const windows = times(5, window([100, 1], [1900, 1]));
    const independent = logEvidence(windows, against);
    expect(logEvidence(windows, { ...against, dispersion: 3 })).toBeLessThan(independent / 2);
  });

  test('tolerates what the model tolerates', () => {
    const small = times(30, window([10_000, 14], [190_000, 190]));
    expect(isWorse(small, against)).toBe(true);
    expect(isWorse(small, { ...against, model: { kind: 'baseline', ratio: 1.5, absolute: 0.0005 } })).toBe(false);
  });

  test('tolerates few events over a baseline without any', () => {
    const few = times(30, window([10_000, 4], [190_000, 0]));
    expect(isWorse(few, against)).toBe(true);
    expect(isWorse(few, { ...against, model: { kind: 'baseline', ratio: 1.5, absolute: 0.0005 } })).toBe(false);
  });

  test('returns a lower bound that is below the true ratio', () => {
    const bound = ratioBound(times(10, window([100, 5], [1900, 2])), against);
    expect(bound).toBeGreaterThan(5);
    expect(bound).toBeLessThan(47.5);
    expect(ratioBound(times(10, window([100, 0], [1900, 2])), against)).toBe(0);
  });

  test('compares with a threshold', () => {
    const threshold: SequentialTest = { ...against, model: { kind: 'threshold', rate: 0.01 } };
    expect(isWorse(times(5, window([1000, 50], [0, 0])), threshold)).toBe(true);
    expect(isWorse(times(5, window([1000, 10], [0, 0])), threshold)).toBe(false);
  });

  test('decides nothing without a baseline', () => {
    expect(logEvidence(times(5, window([1000, 1000], [0, 0])), against)).toBe(0);
  });
});

describe('bounds of a rate', () => {
  test('without events are those of Clopper and Pearson', () => {
    expect(upperRate({ requests: 100, events: 0 }, 0.05, 1)).toBeCloseTo(1 - 0.05 ** (1 / 100), 6);
    expect(lowerRate({ requests: 100, events: 100 }, 0.05, 1)).toBeCloseTo(0.05 ** (1 / 100), 6);
  });

  test('enclose the rate, and widen with the dispersion', () => {
    const counts = { requests: 1000, events: 50 };
    expect(lowerRate(counts, 0.01, 1)).toBeLessThan(0.05);
    expect(upperRate(counts, 0.01, 1)).toBeGreaterThan(0.05);
    expect(upperRate(counts, 0.01, 4)).toBeGreaterThan(upperRate(counts, 0.01, 1));
    expect(upperRate({ requests: 0, events: 0 }, 0.01, 1)).toBe(1);
  });

  test('say how many requests are required', () => {
    const required = requiredRequests(0, 0.05, 0.01, 2);
    expect(upperRate({ requests: required, events: 0 }, 0.01, 2)).toBeLessThanOrEqual(0.05);
    expect(upperRate({ requests: required - 2, events: 0 }, 0.01, 2)).toBeGreaterThan(0.05);
    expect(requiredRequests(0.05, 0.05, 0.01, 2)).toBe(Infinity);
  });
});

describe('dispersion', () => {
  const minutes = (events: (i: number) => number) =>
    Array.from({ length: 60 }, (_, i) => ({ requests: 1000, events: events(i) }));

  test('is at least 2', () => expect(estimateDispersion(minutes(() => 10))).toBe(2));
  test('grows with errors that come together', () =>
    expect(estimateDispersion(minutes((i) => (i % 2 === 0 ? 2 : 18)))).toBeGreaterThan(5));
  test('is not driven by an outage', () =>
    expect(estimateDispersion(minutes((i) => (i < 6 ? 500 : 10 + (i % 3))))).toBe(2));
});
