/** From points of Cloud Monitoring to comparisons: which minutes count, for which revisions, and what they come to. */
import { describe, expect, test } from 'vitest';
import { canaryChart } from '../../../../actions/deploy-run/analysis/canary-chart.ts';
import { compareAll, type Readings } from '../../../../actions/deploy-run/analysis/comparisons.ts';
import { type AnalysisCondition, ERRORS } from '../../../../actions/deploy-run/analysis/conditions.ts';
import { describeProgress, describeVerdict } from '../../../../actions/deploy-run/analysis/describe-evaluation.ts';
import { assessComparison, decideStep, verdictOf } from '../../../../actions/deploy-run/analysis/judge.ts';
import { percentileBound } from '../../../../actions/deploy-run/analysis/latency.ts';
import type { CanaryView } from '../../../../actions/deploy-run/analysis/windows.ts';
import type { MetricPoint } from '../../../../src/google/monitoring.ts';

const MINUTE = 60_000;
const TIMING = { samplePeriod: MINUTE, ingestDelay: 3 * MINUTE };
/** Minute 100 is when the first step began, in the middle of it. */
const view: CanaryView = {
  candidate: 'new',
  baseline: ['old', 'older'],
  spans: [{ step: 0, percent: 5, from: 100.5 * MINUTE, to: undefined }],
};
const NONE: Readings = { requests: [], latencies: [], startups: [], counters: new Map() };

const at = (minute: number, revision: string, value: MetricPoint['value'], code = '200'): MetricPoint => ({
  labels: { response_code: code, response_code_class: `${code[0]}xx` },
  resourceLabels: { revision_name: revision },
  start: (minute - 1) * MINUTE,
  end: minute * MINUTE,
  value,
});
const minutes = (from: number, to: number, make: (minute: number) => MetricPoint[]) =>
  Array.from({ length: to - from + 1 }, (_, i) => make(from + i)).flat();
const histogram = (fast: number, slow: number) => ({
  count: fast + slow,
  bounds: [100, 200, 400, Number.POSITIVE_INFINITY],
  counts: [fast, 0, slow, 0],
});
const compare = (
  readings: Partial<Readings>,
  now: number,
  conditions: readonly AnalysisCondition[] = ERRORS,
  seen = view,
) =>
  new Map(compareAll(conditions, { ...NONE, ...readings }, seen, TIMING, now * MINUTE).map((one) => [one.name, one]));

describe('windows', () => {
  const requests = minutes(95, 120, (minute) => [
    at(minute, 'new', 10),
    at(minute, 'old', 100),
    at(minute, 'older', 90),
  ]);

  test('begin after the step did, and end before the ingestion delay', () => {
    const windows = compare({ requests }, 107).get('5xx')?.windows;
    // Minutes 101–102 to 103–104.
    expect(windows?.map(({ candidate }) => candidate.requests)).toEqual([10, 10, 10]);
  });

  test('pool the baseline, and leave other revisions out', () => {
    const others = [...requests, at(103, 'preview', 1000, '500')];
    const [first] = compare({ requests: others }, 107).get('5xx')?.windows ?? [];
    expect(first).toEqual({
      step: 0,
      percent: 5,
      candidate: { requests: 10, events: 0 },
      baseline: { requests: 190, events: 0 },
    });
  });

  test('that a change of shares falls into belong to no step', () => {
    const spans = [
      { step: 0, percent: 5, from: 100.5 * MINUTE, to: 104.5 * MINUTE },
      { step: 1, percent: 25, from: 104.6 * MINUTE, to: undefined },
    ];
    const windows = compare({ requests }, 110, ERRORS, { ...view, spans }).get('5xx')?.windows;
    expect(windows?.map(({ step }) => step)).toEqual([0, 0, 0, 1, 1]);
  });

  test('follow series that are sampled within the minute', () => {
    const late = requests.map((point) => ({ ...point, start: point.start + 7000, end: point.end + 7000 }));
    // The third ends seven seconds after the last that is visible.
    expect(
      compare({ requests: late }, 107)
        .get('5xx')
        ?.windows.map(({ candidate }) => candidate.requests),
    ).toEqual([10, 10]);
  });
});

describe('classes', () => {
  const requests = minutes(101, 110, (minute) => [
    at(minute, 'new', 6, '200'),
    at(minute, 'new', 1, '500'),
    at(minute, 'new', 1, '404'),
    at(minute, 'new', 2, '499'),
    at(minute, 'old', 100, '200'),
  ]);

  test('are counted apart, client errors of the requests without a server error', () => {
    const found = compare({ requests }, 108);
    const first = (name: string) => found.get(name)?.windows[0]?.candidate;
    expect(first('5xx')).toEqual({ requests: 10, events: 1 });
    expect(first('4xx')).toEqual({ requests: 9, events: 1 });
    expect(first('499')).toEqual({ requests: 9, events: 2 });
  });

  test('499 and latency leave out minutes in which the candidate starts instances', () => {
    const latencies = minutes(90, 110, (minute) => [
      at(minute, 'new', histogram(5, 5)),
      at(minute, 'old', histogram(98, 2)),
      // A failure is no response to compare.
      at(minute, 'old', histogram(1000, 0), '500'),
    ]);
    const startups = [at(102, 'new', histogram(1, 0)), at(103, 'old', histogram(1, 0))];
    const found = compare({ requests, latencies, startups }, 108, [...ERRORS, { kind: 'latency', percentile: 95 }]);
    expect(found.get('5xx')?.windows).toHaveLength(4);
    expect(found.get('499')?.windows).toHaveLength(3);
    expect(found.get('latency p95')?.windows[0]).toMatchObject({
      candidate: { requests: 10, events: 5 },
      baseline: { requests: 100, events: 2 },
    });
  });

  test('requests that no instance took come on top of those that the metric has', () => {
    const counters = new Map([['no instance', [at(102, 'new', 5)]]]);
    expect(compare({ requests, counters }, 108).get('no instance')?.windows[0]?.candidate).toEqual({
      requests: 15,
      events: 5,
    });
  });

  test('minutes whose log entries could not all be read count for no condition on logs', () => {
    const counters = new Map([
      ['no instance', [at(102, 'new', 5)]],
      ['checkout', [at(102, 'new', 5)]],
    ]);
    const log = { kind: 'log', name: 'checkout', filter: 'x', model: { kind: 'threshold', rate: 0.01 } } as const;
    const judge = (to: number) => {
      const gaps = new Map([['checkout', [{ from: 0, to: to * MINUTE }]]]);
      return [...compare({ requests, counters, gaps }, 120, [...ERRORS, log]).values()];
    };
    const windows = (to: number) => new Map(judge(to).map((one) => [one.name, one.windows.length]));
    const all = windows(0).get('checkout') ?? 0;
    expect(windows(105.5)).toEqual(new Map([...windows(0), ['checkout', all - 5]]));
    const options = { falseAlarmRate: 0.01, comparisons: 5, steps: 1, step: 0, percent: 5 };
    const [checkout] = judge(200).slice(-1);
    const result = assessComparison(checkout as NonNullable<typeof checkout>, options);
    // Nothing is known of it, which is neither "no regression" nor "no traffic".
    expect(result).toMatchObject({ result: 'undecided', uncounted: all });
    const verdict = verdictOf([result]);
    expect(verdict).toMatchObject({ kind: 'inconclusive', results: [{ name: 'checkout' }] });
    const watched = { service: 'web', region: 'r', candidate: 'new', baseline: ['old'] };
    expect(describeVerdict(verdict, [{ watched, percent: 5, results: [result], readings: NONE }], 0.01)).toBe(
      'The canary web in r at 5 % has no verdict (checkout): more log entries matched than are read, so some minutes are not counted. Narrow the filter.',
    );
  });

  test('the bound of a percentile is that of its bucket', () => {
    expect(percentileBound([histogram(98, 2)], 95)).toBe(100);
    expect(percentileBound([histogram(90, 10)], 95)).toBe(400);
    expect(percentileBound([], 95)).toBeUndefined();
  });
});

describe('a verdict', () => {
  const options = { falseAlarmRate: 0.01, comparisons: 4, steps: 2, step: 0, percent: 5 };
  const assess = (requests: MetricPoint[], now = 110) =>
    [...compare({ requests }, now).values()].map((comparison) => assessComparison(comparison, options));
  const serving = (good: number, bad: number, old: number) =>
    minutes(40, 110, (minute) => [
      ...(minute > 100 ? [at(minute, 'new', good), at(minute, 'new', bad, '500')] : []),
      ...(old > 0 ? [at(minute, 'old', old)] : []),
    ]);

  test('is worse, fine or inconclusive', () => {
    expect(verdictOf(assess(serving(90, 10, 1900)))).toMatchObject({ kind: 'worse', results: [{ name: '5xx' }] });
    expect(verdictOf(assess(serving(100, 0, 1900)))).toEqual({ kind: 'fine' });
    expect(verdictOf(assess(serving(3, 0, 60)))).toMatchObject({ kind: 'inconclusive', serverErrors: 0 });
    expect(verdictOf(assess([]))).toEqual({ kind: 'no-traffic' });
  });

  test('is none where the difference is neither a regression nor none, and says so', () => {
    const hour = minutes(40, 110, (minute) => [at(minute, 'old', 1843), at(minute, 'old', 57, '500')]);
    const results = assess([...serving(94, 6, 0), ...hour]);
    const verdict = verdictOf(results);
    expect(verdict).toMatchObject({ kind: 'inconclusive', results: [{ name: '5xx' }] });
    const watched = { service: 'web', region: 'r', candidate: 'new', baseline: ['old'] };
    expect(describeVerdict(verdict, [{ watched, percent: 5, results, readings: NONE }], 0.01)).toMatch(
      /^The canary web in r at 5 % has no verdict: 5xx 6\.0 % of 600 requests, baseline 3\.0 % of 11,400 requests\. The difference is too small for a regression, and too large to rule one out\./,
    );
  });

  test('takes the last hour of a baseline without traffic', () => {
    const hour = minutes(40, 100, (minute) => [at(minute, 'old', 1000), at(minute, 'old', 1, '500')]);
    const alone = (bad: number) =>
      minutes(101, 110, (minute) => [at(minute, 'new', 100 - bad), at(minute, 'new', bad, '500')]);
    const worse = assess([...hour, ...alone(10)]);
    expect(worse[0]).toMatchObject({ name: '5xx', result: 'worse', fromHistory: true });
    expect(assess([...hour, ...alone(0)])[0]).toMatchObject({ result: 'fine', fromHistory: true });
  });

  test('needs requests of the candidate in three minutes', () => {
    const lively = (last: number) =>
      minutes(40, 110, (minute) => [
        at(minute, 'old', 5000),
        ...(minute > 101 && minute <= last ? [at(minute, 'new', 260)] : []),
      ]);
    expect(verdictOf(assess(lively(103)))).toMatchObject({ kind: 'inconclusive', serverErrors: 0 });
    expect(verdictOf(assess(lively(104)))).toEqual({ kind: 'fine' });
  });

  test('is none where no request is visible and there were many just before', () => {
    const until = (end: number, count: number) => minutes(40, end, (minute) => [at(minute, 'old', count)]);
    const results = assess(until(101, 100));
    const verdict = verdictOf(results);
    expect(verdict).toMatchObject({ kind: 'inconclusive', unseen: true });
    expect(decideStep(verdict, 'extend', false)).toBe('extend');
    expect(decideStep(verdict, 'extend', true)).toBe('restore');
    expect(decideStep(verdict, 'proceed', true)).toBe('proceed-with-warning');
    const watched = { service: 'web', region: 'us-central1', candidate: 'new', baseline: ['old'] };
    expect(describeVerdict(verdict, [{ watched, percent: 5, results, readings: NONE }], 0.01)).toMatch(
      /^The canary web in us-central1 at 5 % has no verdict: Cloud Monitoring shows no request in this step, and 6,\d{3} in the hour before\./,
    );
    // The health checks of an earlier deploy; users who have gone, while those of this deploy are visible.
    expect(verdictOf(assess(until(101, 4)))).toEqual({ kind: 'no-traffic' });
    expect(verdictOf(assess([...until(101, 100), at(101, 'new', 3)]))).toEqual({ kind: 'no-traffic' });
    expect(verdictOf(assess([...until(101, 100), at(80, 'new', 3)]))).toMatchObject({ unseen: true });
  });

  test('is none where no request to the candidate is visible, and many should be', () => {
    const old = (count: number) => minutes(40, 110, (minute) => [at(minute, 'old', count)]);
    // Six minutes of the step are visible: its share would be 316 requests, and 253.
    const results = assess(old(1000));
    const verdict = verdictOf(results);
    expect(verdict).toMatchObject({ kind: 'inconclusive', unseen: true });
    expect(decideStep(verdict, 'extend', true)).toBe('restore');
    const watched = { service: 'web', region: 'us-central1', candidate: 'new', baseline: ['old'] };
    expect(describeVerdict(verdict, [{ watched, percent: 5, results, readings: NONE }], 0.01)).toMatch(
      /^The canary web in us-central1 at 5 % has no verdict: Cloud Monitoring shows no request to the candidate in this step, and \d,000 to its baseline\./,
    );
    expect(verdictOf(assess(old(800)))).not.toHaveProperty('unseen');
    // Its health checks are visible, so its metric is not late.
    expect(verdictOf(assess([...old(1000), at(101, 'new', 3)]))).not.toHaveProperty('unseen');
    expect(verdictOf([...assess(serving(100, 0, 1900)), ...results])).toMatchObject({ unseen: true });
  });

  test('of one service without traffic does not keep the others waiting', () => {
    const busy = assess(serving(100, 0, 1900));
    expect(decideStep(verdictOf([...busy, ...assess([])]), 'extend', false)).toBe('proceed-with-warning');
    expect(decideStep(verdictOf([...busy, ...assess([])]), 'restore', false)).toBe('restore');
    expect(verdictOf([...assess(serving(90, 10, 1900)), ...assess([])])).toMatchObject({ kind: 'worse' });
    expect(verdictOf([...assess(serving(3, 0, 60)), ...assess([])])).toMatchObject({ kind: 'inconclusive' });
  });

  test('of one service with little traffic does not count the usual errors of another one', () => {
    const usual = (minute: number) => [at(minute, 'new', 1, '500'), at(minute, 'old', 20, '500')];
    const busy = assess([...serving(999, 0, 19_980), ...minutes(101, 110, usual)]);
    expect(verdictOf(busy)).toEqual({ kind: 'fine' });
    const verdict = verdictOf([...busy, ...assess(serving(3, 0, 60))]);
    expect(verdict).toMatchObject({ kind: 'inconclusive', serverErrors: 0 });
    expect(decideStep(verdict, 'extend', true)).toBe('proceed-with-warning');
    const failing = verdictOf([...busy, ...assess([...serving(3, 0, 60), at(102, 'new', 1, '500')])]);
    expect(failing).toMatchObject({ kind: 'inconclusive', serverErrors: 1 });
  });

  test('counts minutes in which instances start only for the candidate', () => {
    const startups = minutes(101, 110, (minute) => [at(minute, 'new', histogram(1, 0))]);
    const latency = { kind: 'latency', percentile: 95 } as const;
    const judge = (slow: number) => {
      const latencies = minutes(40, 110, (minute) => [
        ...(minute > 100 ? [at(minute, 'new', histogram(100 - slow, slow))] : []),
        at(minute, 'old', histogram(1860, 40)),
      ]);
      const requests = serving(100, 0, 1900);
      return [...compare({ requests, latencies, startups }, 110, [latency]).values()].map((one) =>
        assessComparison(one, { ...options, comparisons: 1 }),
      );
    };
    expect(verdictOf(judge(2))).toEqual({ kind: 'fine' });
    // Slow starts are no regression, and there is no other minute.
    const slow = verdictOf(judge(50));
    expect(slow).toMatchObject({ kind: 'inconclusive', serverErrors: 0, results: [{ cold: 6 }] });
    const watched = { service: 'web', region: 'r', candidate: 'new', baseline: ['old'] };
    expect(describeVerdict(slow, [{ watched, percent: 5, results: judge(50), readings: NONE }], 0.01)).toContain(
      '6 minutes in which it started instances do not count.',
    );
  });

  test('of a candidate without a request is none, whatever it may have', () => {
    const requests = minutes(40, 110, (minute) => [at(minute, 'old', 100, '500')]);
    const half = { kind: 'log', name: 'half', filter: 'x', model: { kind: 'threshold', rate: 0.6 } } as const;
    const results = [...compare({ requests }, 110, [...ERRORS, half]).values()].map((one) =>
      assessComparison(one, { ...options, comparisons: 5 }),
    );
    expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['undecided']));
  });

  test('without any baseline is none', () => {
    expect(verdictOf(assess(serving(50, 50, 0)))).toMatchObject({
      kind: 'inconclusive',
      serverErrors: expect.any(Number),
    });
  });

  test.each([
    ['extend', false, 0, 'extend'],
    ['extend', true, 0, 'proceed-with-warning'],
    ['extend', true, 1, 'restore'],
    ['restore', false, 0, 'restore'],
    ['proceed', false, 1, 'proceed-with-warning'],
  ] as const)(
    'inconclusive with %s (extended: %s, server errors: %s): %s',
    (policy, extended, serverErrors, decision) => {
      expect(decideStep({ kind: 'inconclusive', results: [], serverErrors }, policy, extended)).toBe(decision);
    },
  );

  test('is shown with share, requests and rates, and as a chart that contains only numbers', () => {
    const results = assess(serving(90, 10, 1900));
    const watched = { service: 'web', region: 'us-central1', candidate: 'new', baseline: ['old'] };
    expect(describeProgress({ watched, percent: 5, results, readings: NONE })).toMatch(
      /^web in us-central1 at 5 %: new 600 requests \(5xx 10 %, .*\), baseline 11,400 requests \(5xx 0 %, .*\): worse \(5xx\)\.$/,
    );
    const [first] = results;
    expect(
      canaryChart({ ...(first as NonNullable<typeof first>), name: '5xx "]\n' }, 'web')
        .split('\n')
        .slice(1),
    ).toEqual([
      'xychart-beta',
      expect.stringMatching(/^ {2}title "5xx [^"\]\n]*of web, percent of the requests"$/),
      '  x-axis "sampling periods" 1 --> 6',
      '  y-axis "percent" 0 --> 10',
      `  line [${Array(6).fill('10.00').join(', ')}]`,
      `  line [${Array(6).fill('0.00').join(', ')}]`,
    ]);
  });
});
