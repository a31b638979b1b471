/** What all methods of the API do alike: query parameters, masks, etags, pages, canonical comparison. */
import { ApiError, aborted, invalid } from '../errors.ts';
import type { ApiRequest } from '../http.ts';
import { shortName } from './resource-names.ts';

const COMMON = new Set(['$alt', 'alt', 'key', 'prettyPrint', '$prettyPrint', 'quotaUser']);

/** Refuses query parameters that the method does not have, as the real API does. */
export function onlyQuery({ query }: ApiRequest, ...allowed: string[]): void {
  for (const name of query.keys()) {
    if (COMMON.has(name) || allowed.includes(name)) continue;
    throw invalid(
      `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
    );
  }
}

export function flag({ query }: ApiRequest, name: string): boolean {
  const value = query.get(name);
  if (value === null || value === 'false') return false;
  if (value === 'true') return true;
  throw invalid(`Invalid value at '${name}' (TYPE_BOOL), "${value}"`);
}

export const maskOf = ({ query }: ApiRequest): string[] =>
  (query.get('updateMask') ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean);

/** A lost race: the caller's etag is not the resource's. No etag means no check. */
export function checkEtag(given: string | undefined, current: string | undefined, name: string): void {
  if (!given || given === current) return;
  throw aborted(
    `Conflict for resource '${shortName(name)}': version '${given}' was specified but current version is '${current}'.`,
  );
}

export const alreadyExists = (id: string) => new ApiError(409, `Resource '${id}' already exists.`);
/** FAILED_PRECONDITION is HTTP 400. */
export const failedPrecondition = (message: string) =>
  new ApiError(400, message, {}, { reason: 'FAILED_PRECONDITION' });

/** One page of a list; the token is the index to go on from. */
export function page<T>(request: ApiRequest, items: readonly T[]): { items: readonly T[]; nextPageToken?: string } {
  const start = Number(request.query.get('pageToken') ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalid('The page token is invalid.');
  const size = Number(request.query.get('pageSize') ?? 0) || 100;
  const end = start + size;
  return { items: items.slice(start, end), ...(end < items.length && { nextPageToken: String(end) }) };
}

/** JSON with sorted keys, to compare configurations. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
