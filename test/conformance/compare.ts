/** The differences between two lists of requests, each with its place. Pure. */
import type { Wire } from './normalize.ts';

export interface Difference {
  /** For instance `headers.content-type` or `body.parts.1.headers.content-type`; of a second request `[1].headers.…`. */
  readonly at: string;
  /** `undefined` where this side sends nothing. */
  readonly ours: unknown;
  readonly official: unknown;
}

export function compare(ours: readonly Wire[], official: readonly Wire[]): Difference[] {
  if (ours.length !== official.length)
    return [{ at: 'requests', ours: ours.map(title), official: official.map(title) }];
  return ours.flatMap((request, index) => {
    const start = index === 0 ? '' : `[${index}].`;
    return differences('', request, official[index]).map((one) => ({ ...one, at: start + one.at }));
  });
}

/** The requests in an order of their own, for calls that go out at the same time. */
export const sorted = (requests: readonly Wire[]): Wire[] =>
  requests.toSorted((a, b) => title(a).localeCompare(title(b)));

const title = ({ method, path }: Wire): string => `${method} ${path}`;

function differences(at: string, ours: unknown, official: unknown): Difference[] {
  if (isTree(ours) && isTree(official) && Array.isArray(ours) === Array.isArray(official)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(official)]);
    return [...keys].flatMap((key) => differences(at === '' ? key : `${at}.${key}`, ours[key], official[key]));
  }
  return Object.is(ours, official) ? [] : [{ at, ours, official }];
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One line, for messages. */
export const describeDifference = ({ at, ours, official }: Difference): string =>
  `${at}: ours ${JSON.stringify(ours) ?? 'absent'}, official ${JSON.stringify(official) ?? 'absent'}`;
