/** Parsers of this action's own inputs. Each throws an Error with a message for the user. */
import { parseImageDigest } from '../../../src/container/image-reference.ts';
import { parseDuration } from '../../../src/inputs/duration.ts';
import { parseList } from '../../../src/inputs/lists.ts';
import { serviceProblem } from '../plan/names.ts';
import type { HeldStep, NamedImage, StatusRange } from '../plan/request.ts';

export function parseService(text: string): string {
  const value = text.trim();
  const problem = serviceProblem(value);
  if (problem) throw new Error(problem);
  return value;
}

/** `IMAGE@sha256:…`, or `CONTAINER=IMAGE@sha256:…`. */
export function parseNamedImage(text: string): NamedImage {
  const match = /^([a-z0-9-]+)=(.*)$/.exec(text.trim());
  return { container: match?.[1], image: parseImageDigest(match?.[2] ?? text) };
}

/** `5,25,100`, or one per line; or `5@1h,25@1d+approval,100`, whose steps outlast the run (`held`). */
export function parseSteps(text: string): { readonly steps: readonly number[]; readonly held: readonly HeldStep[] } {
  const items = parseList(text.replaceAll(',', '\n'));
  if (!text.includes('@')) return { steps: parsePercentages(items), held: [] };
  const parts = items.map((item) => item.split('@'));
  const steps = parsePercentages(parts.map(([percent = '']) => percent.trim()));
  const held = parts.map(([, time], i): HeldStep => {
    const last = i === parts.length - 1;
    if (last !== (time === undefined))
      throw new Error(
        `"${items[i]}" ${last ? 'is the last step, which has no end' : 'has no time'}. Write a time for each step but the last, for instance 5@1h,25@1d,100.`,
      );
    const [duration = '', gate] = (time ?? '0s').split('+').map((part) => part.trim());
    if (gate !== undefined && gate !== 'approval')
      throw new Error(`"+${gate}" is not known. Write for instance 25@1d+approval.`);
    return { percent: steps[i] as number, ms: parseDuration(duration), approval: gate === 'approval' };
  });
  return { steps, held };
}

function parsePercentages(items: readonly string[]): number[] {
  const steps = items.map(Number);
  const bad = items.find(
    (_, i) => !Number.isInteger(steps[i]) || (steps[i] as number) < 1 || (steps[i] as number) > 100,
  );
  if (bad !== undefined)
    throw new Error(`"${bad}" is not a percentage. Write whole numbers from 1 to 100, for instance 5,25,100.`);
  if (steps.some((step, i) => i > 0 && step <= (steps[i - 1] as number)))
    throw new Error(`"${items.join(',')}" does not rise. Each step must be larger than the one before.`);
  if (steps.at(-1) !== 100) throw new Error(`"${items.join(',')}" does not end at 100.`);
  return steps;
}

/** `200`, `200-299`, `200,204`. */
export function parseStatuses(text: string): StatusRange[] {
  return parseList(text.replaceAll(',', '\n')).map((item) => {
    const match = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replaceAll(' ', ''));
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from > to)
      throw new Error(`"${item}" is not an HTTP status. Write for instance 200, 200-299 or 200,204.`);
    return { from, to };
  });
}

export function parsePath(text: string): string {
  const value = text.trim();
  if (value.startsWith('/') && !/\s/.test(value)) return value;
  throw new Error(`"${text}" is not a path. Write for instance /health.`);
}

/** `1`, `0.5` or `500m`, as gcloud's `--cpu` takes it. */
export function parseCpu(text: string): string {
  const value = text.trim();
  if (/^(?:\d+(?:\.\d+)?|\d+m)$/.test(value)) return value;
  throw new Error(`"${text}" is not a number of CPUs. Write for instance 1, 0.5 or 500m.`);
}

/** `512Mi` or `2Gi`, as gcloud's `--memory` takes it. */
export function parseMemory(text: string): string {
  const value = text.trim();
  if (/^\d+(?:\.\d+)?(?:[KMGT]i|[kMGT])$/.test(value)) return value;
  throw new Error(`"${text}" is not an amount of memory. Write for instance 512Mi or 2Gi.`);
}

const INGRESS: Readonly<Record<string, string>> = {
  all: 'INGRESS_TRAFFIC_ALL',
  internal: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
  'internal-and-cloud-load-balancing': 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
};

/** Translates gcloud's value to the API's. */
export function parseIngress(text: string): string {
  const value = INGRESS[text.trim()];
  if (value) return value;
  throw new Error(`"${text}" is not known. Write one of: ${Object.keys(INGRESS).join(', ')}.`);
}
