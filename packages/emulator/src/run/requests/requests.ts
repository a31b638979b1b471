/** Shared code of the API's methods: flags, masks, etags, canonical comparison. */
import { ApiError, aborted, invalid } from '../../http/errors.ts';
import type { ApiRequest } from '../../http/routes.ts';
import { shortName } from './resource-names.ts';

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

/** A conflict: the caller's etag is outdated. Without an etag there is no check. */
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

/** JSON with sorted keys, to compare configurations. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
