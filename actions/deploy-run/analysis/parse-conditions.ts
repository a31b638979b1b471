/** The grammar of the inputs `analysis` and `false-alarm-rate`. Each throws an Error with a message for the user. Pure. */
import { parse } from 'yaml';
import { describeYamlError } from '../../../src/manifest/yaml-error.ts';
import { CLASSES, REFUSED } from './comparisons.ts';
import { type AnalysisCondition, ERRORS } from './conditions.ts';
import { TOLERANCE } from './judge.ts';
import type { NullModel } from './statistics/sequential-test.ts';

const EXAMPLE = '- errors\n- latency: p95\n- log: severity>=ERROR\n  threshold: 1%';
const PERCENTILES = [50, 75, 90, 95, 99];

/** `off` (no conditions), `errors`, or a list in YAML or JSON. */
export function parseAnalysis(text: string): AnalysisCondition[] {
  const value = text.trim();
  if (value === 'off') return [];
  if (value === 'errors') return [...ERRORS];
  let list: unknown;
  try {
    list = parse(text);
  } catch (error) {
    throw new Error(describeYamlError(error));
  }
  if (!Array.isArray(list) || list.length === 0)
    throw new Error(`expected off, errors, or a list of conditions, got "${value}". Write for instance:\n${EXAMPLE}`);
  const conditions = list.flatMap(parseCondition);
  const names = conditions.flatMap(namesOf);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new Error(`names the condition "${twice}" twice. Use a different name for each condition.`);
  return conditions;
}

export const nameOf = (condition: AnalysisCondition): string =>
  'name' in condition
    ? condition.name
    : condition.kind === 'latency'
      ? `latency p${condition.percentile}`
      : condition.kind;

/** Those of all its comparisons, too: counts are kept by name. */
const namesOf = (condition: AnalysisCondition): string[] =>
  condition.kind === 'errors'
    ? [nameOf(condition), ...CLASSES.map(({ name }) => name)]
    : condition.kind === 'refused'
      ? [REFUSED]
      : [nameOf(condition)];

/** Its kind decides how its values are counted, so a condition names one type exactly. */
export const metricTypeOf = (filter: string): string | undefined => /\bmetric\.type\s*=\s*"([^"]+)"/.exec(filter)?.[1];

function parseCondition(item: unknown, index: number): AnalysisCondition | readonly AnalysisCondition[] {
  const at = `condition ${index + 1}`;
  if (item === 'errors') return ERRORS;
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw new Error(
      `${at}: expected errors, latency, metric or log, got ${JSON.stringify(item)}. Write for instance:\n${EXAMPLE}`,
    );
  const fields = Object.entries(item);
  if (fields.some(([key]) => key === 'errors')) throw new Error(`${at}: errors takes no value. Write "- errors".`);
  const kinds = fields.map(([key]) => key).filter((key) => ['latency', 'metric', 'log'].includes(key));
  if (kinds.length !== 1)
    throw new Error(
      `${at}: expected one of latency, metric and log, got ${fields.map(([key]) => key).join(', ') || 'nothing'}.`,
    );
  const [kind] = kinds as ['latency' | 'metric' | 'log'];
  const known = kind === 'latency' ? ['latency'] : [kind, 'name', 'compare', 'threshold'];
  const unknown = fields.find(([key]) => !known.includes(key))?.[0];
  if (unknown !== undefined) throw new Error(`${at}: unknown key ${unknown}. Known with ${kind}: ${known.join(', ')}.`);
  const value = (key: string) => fields.find(([name]) => name === key)?.[1] as unknown;
  if (kind === 'latency') return { kind, percentile: parsePercentile(at, value(kind)) };
  const filter = value(kind);
  if (typeof filter !== 'string' || filter.trim() === '')
    throw new Error(`${at}: ${kind} expects a filter of Cloud ${kind === 'log' ? 'Logging' : 'Monitoring'}, as text.`);
  if (kind === 'metric' && metricTypeOf(filter) === undefined)
    throw new Error(
      `${at}: the filter contains no metric. It needs metric.type="…", for a counter with the label revision_name.`,
    );
  const name = value('name') ?? `${kind} ${index + 1}`;
  if (typeof name !== 'string' || !/^[\w .-]{1,40}$/.test(name))
    throw new Error(
      `${at}: name has at most 40 letters, digits, spaces, dots, "-" and "_", got ${JSON.stringify(name)}.`,
    );
  return { kind, name, filter: filter.trim(), model: parseModel(at, value('compare'), value('threshold')) };
}

function parseModel(at: string, compare: unknown, threshold: unknown): NullModel {
  if (compare !== undefined && threshold !== undefined)
    throw new Error(`${at}: threshold and compare cannot be combined.`);
  if (compare !== undefined && compare !== 'baseline')
    throw new Error(`${at}: compare expects baseline, got ${JSON.stringify(compare)}.`);
  if (threshold === undefined) return { kind: 'baseline', ...TOLERANCE };
  return { kind: 'threshold', rate: parsePercent(at, threshold) };
}

function parsePercentile(at: string, value: unknown): number {
  const percentile = Number(/^p(\d\d)$/.exec(String(value))?.[1]);
  if (PERCENTILES.includes(percentile)) return percentile;
  throw new Error(
    `${at}: latency expects ${PERCENTILES.map((one) => `p${one}`).join(', ')}, got ${JSON.stringify(value)}.`,
  );
}

function parsePercent(at: string, value: unknown): number {
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(String(value).trim())?.[1]);
  if (percent > 0 && percent < 100) return percent / 100;
  throw new Error(`${at}: threshold expects a share of the requests, for instance 1%, got ${JSON.stringify(value)}.`);
}

/** `1%`, `0.1%`. */
export function parseFalseAlarmRate(text: string): number {
  const percent = Number(/^(\d+(?:\.\d+)?) ?%$/.exec(text.trim())?.[1]);
  if (percent >= 0.01 && percent <= 20) return percent / 100;
  throw new Error(`expected a percentage from 0.01% to 20%, got "${text}". Write for instance 1%.`);
}
