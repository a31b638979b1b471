/**
 * Services of a release move together, so what one of them sets applies to all; of different values, the most careful one. Pure.
 */
import { parse } from 'yaml';
import { parseDuration } from '../../../src/inputs/duration.ts';
import { RELEASE_KEYS } from './keys.ts';
import { asLines, type Entry } from './lists.ts';

type ReleaseKey = (typeof RELEASE_KEYS)[number];

/** Inputs of deploy-run for all services, and what the caller should know: one sentence each. */
export function sharedOptions(services: readonly Entry[]): { options: Entry; notices: string[] } {
  const options: Record<string, unknown> = {};
  const notices: string[] = [];
  for (const key of RELEASE_KEYS) {
    const setBy = services.filter((entry) => entry[key] !== undefined);
    if (setBy.length === 0) continue;
    const usual = USUAL[key];
    const given = setBy.map((entry) => textOf(key, entry[key]));
    const all = usual !== undefined && setBy.length < services.length ? [...given, usual] : given;
    const values = [...new Set(all)];
    const chosen = values.length === 1 ? (values[0] as string) : MOST_CAREFUL[key](values);
    // A time of the steps themselves, which deploy-run does not take beside another.
    if (key === 'step-interval' && String(options.steps ?? '').includes('@')) {
      notices.push(`${key} of ${namesOf(setBy)} is not used, because the steps have their own times.`);
      continue;
    }
    if (chosen !== usual || given.includes(chosen)) options[key] = chosen;
    if (services.length > setBy.length || values.length > 1)
      notices.push(
        chosen === usual && !given.includes(chosen)
          ? `Services of a release move together: ${key} of ${namesOf(setBy)} is not used, because other services do not set it.`
          : `Services of a release move together: ${key} of ${namesOf(setBy)} (${chosen.replaceAll('\n', ', ')}) applies to all.`,
      );
  }
  return { options, notices };
}

const namesOf = (entries: readonly Entry[]): string => entries.map(({ name }) => name).join(', ');

/** As deploy-run takes it. A list of conditions stays one, since their entries are no lines. */
const textOf = (key: ReleaseKey, value: unknown): string =>
  key === 'analysis' && typeof value === 'object' ? JSON.stringify(value) : String(asLines(value));

/** What deploy-run does without the key: where it is the more careful, one service alone cannot take it from the others. */
const USUAL: Readonly<Partial<Record<ReleaseKey, string>>> = {
  'on-canary': 'wait',
  analysis: 'errors',
  'on-inconclusive': 'extend',
};

const longest = (values: readonly string[]) => heaviest(values, (text) => [duration(text)]);
const MOST_CAREFUL: Readonly<Record<ReleaseKey, (values: readonly string[]) => string>> = {
  strategy: (values) => first(['canary', 'direct'], values),
  steps: (values) => heaviest(values, weightOfSteps),
  'step-interval': longest,
  'on-canary': (values) => first(['wait', 'supersede'], values),
  'overdue-after': (values) => heaviest(values, (text) => [-duration(text)]),
  analysis: allConditions,
  'on-inconclusive': (values) => first(['restore', 'extend', 'proceed'], values),
  // The higher rate stops a canary sooner.
  'false-alarm-rate': (values) => heaviest(values, (text) => [Number.parseFloat(text)]),
  timeout: longest,
  'required-checks': (values) => [...new Set(values.flatMap((text) => text.split('\n')))].join('\n'),
};

/** The first that is given. */
const first = (order: readonly string[], values: readonly string[]): string =>
  order.find((one) => values.includes(one)) ?? (values[0] as string);

/** A canary that lasts longer, in more steps, which begin with less. */
function weightOfSteps(text: string): number[] {
  const steps = text.split(/[\s,]+/).filter((one) => one !== '');
  const times = steps.flatMap((step) => step.split('@').slice(1)).map((time) => duration(time.replace(/\+.*/, '')));
  return [times.reduce((sum, ms) => sum + ms, 0), steps.length, -Number.parseFloat(steps[0] ?? '')];
}

/** Conditions of all; what only some switch off stays on. */
function allConditions(values: readonly string[]): string {
  const texts = values.filter((text) => text.trim() !== 'off');
  const lists = texts.map((text) => conditionsOf(text));
  // What cannot be read is refused by deploy-run, in its own words.
  const unreadable = texts[lists.indexOf(undefined)];
  if (unreadable !== undefined) return unreadable;
  const conditions = new Map(lists.flatMap((list = []) => list.map((one) => [JSON.stringify(one), one] as const)));
  const all = [...conditions.values()];
  return all.length === 1 && all[0] === 'errors' ? 'errors' : JSON.stringify(all);
}

function conditionsOf(text: string): readonly unknown[] | undefined {
  if (text.trim() === 'errors') return ['errors'];
  try {
    const list = parse(text) as unknown;
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

/** The value of the largest weight, compared place by place. */
function heaviest(values: readonly string[], weight: (text: string) => readonly number[]): string {
  return values.reduce((best, one) => (isMore(weight(one), weight(best)) ? one : best));
}

function isMore(one: readonly number[], other: readonly number[]): boolean {
  const i = one.findIndex((value, at) => value !== other[at]);
  return i >= 0 && (one[i] as number) > (other[i] as number);
}

/** What cannot be read is refused by deploy-run, in its own words. */
function duration(text: string): number {
  try {
    return parseDuration(text);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
