/** docs/canary.md says what the code does: its conditions parse, and its numbers are those of the code. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { EFFECT, MISS_RATE, TOLERANCE, UNSEEN } from '../../../../actions/deploy-run/analysis/judge.ts';
import { parseAnalysis, parseFalseAlarmRate } from '../../../../actions/deploy-run/analysis/parse-conditions.ts';
import { shortestStep } from '../../../../actions/deploy-run/analysis/prepare-watch.ts';
import { LEAST_DISPERSION } from '../../../../actions/deploy-run/analysis/statistics/dispersion.ts';
import { requiredRequests } from '../../../../actions/deploy-run/analysis/statistics/rate-bounds.ts';
import { parseFreezeWindow } from '../../../../src/freeze/windows.ts';
import { parseSteps } from '../../../../src/inputs/steps.ts';

const page = readFileSync(new URL('../../../../docs/canary.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text));

test('the list of conditions is read', () => {
  const { analysis } = blocks.find((block) => 'analysis' in block) as { analysis: string };
  expect(parseAnalysis(analysis)).toMatchObject([
    { kind: 'errors' },
    { kind: 'refused' },
    { kind: 'latency', percentile: 95 },
    { kind: 'metric', name: 'payments', model: { kind: 'baseline' } },
    { kind: 'log', name: 'checkout', model: { kind: 'threshold', rate: 0.01 } },
  ]);
});

test('the steps of a canary of days, and the times of a freeze, are read', () => {
  const steps = blocks.flat().flatMap((step: { with?: Record<string, string> }) => (step.with ? [step.with] : []));
  expect(steps.flatMap((given) => (given.steps ? [parseSteps(given.steps).held.length] : []))).toEqual([0, 3]);
  const lines = steps.flatMap((given) => (given.freeze ?? '').split('\n').filter((line) => line !== ''));
  expect(lines.map((line) => parseFreezeWindow(line).zone)).toEqual(lines.map(() => 'Europe/Berlin'));
  expect(lines).toHaveLength(3);
});

test('the numbers are those of the code', () => {
  expect(shortestStep({ samplePeriod: 60_000, ingestDelay: 180_000 })).toBe(7 * 60_000);
  expect(requiredRequests(0, EFFECT.absolute, MISS_RATE, LEAST_DISPERSION)).toBe(180);
  expect(TOLERANCE).toEqual({ ratio: 1.5, absolute: 0.0005 });
  expect(EFFECT).toEqual({ ratio: 2, absolute: 0.05 });
  expect(UNSEEN).toBe(300);
  for (const number of [
    '7 minutes',
    'about 180',
    '1.5 times',
    '0.05 percentage points',
    '(confidence 99 %)',
    '5 percentage points',
    'at least 3 minutes',
    '300 or more',
  ])
    expect(page).toContain(number);
});

test.each([
  ['error', 'expected off, errors, or a list'],
  ['- latncy: p95', 'expected one of latency, metric and log'],
  ['- latency: p42', 'latency expects p50'],
  ['- latency: p95\n  treshold: 1%', 'unknown key treshold'],
  ['- metric: resource.type="x"', 'the filter contains no metric'],
  // The kind of the metric could not be checked.
  ['- metric: metric.type=starts_with("run.googleapis.com/request_lat")', 'the filter contains no metric'],
  ['- log: x\n  threshold: 2', 'a share of the requests'],
  ['- log: x\n  threshold: 1%\n  compare: baseline', 'cannot be combined'],
  ['- log: x\n  compare: yesterday', 'compare expects baseline'],
  ['- log: x\n  name: a\n- log: y\n  name: a', 'names the condition "a" twice'],
  ['- errors\n- log: x\n  name: no instance', 'names the condition "no instance" twice'],
  ['- errors\n- log: x\n  name: 5xx', 'names the condition "5xx" twice'],
  ['- errors: true', 'errors takes no value. Write "- errors".'],
  ['- log: x\n  name: "a|b"', 'name has at most 40'],
  ['- [', 'is not valid YAML or JSON'],
])('%j is refused: %s', (text, message) => expect(() => parseAnalysis(text)).toThrow(message));

test('a false-alarm rate is a percentage', () => {
  expect(parseFalseAlarmRate('0.5 %')).toBe(0.005);
  for (const text of ['1', '0%', '50%', 'x']) expect(() => parseFalseAlarmRate(text)).toThrow('percentage from 0.01%');
});
