/**
 * Query parameters: each route lists those that it supports, and every other one is refused, so that no call means more than
 * what is done. The system parameters of all Google APIs come on top: https://cloud.google.com/apis/docs/system-parameters
 */
import { invalid } from './errors.ts';

/** A name, or `name=value` where the API has more values than the emulator. */
export type KnownQuery = readonly string[] | typeof ANY_QUERY;
/** For servers that are no Google API: a site, the emulator's own API. */
export const ANY_QUERY: unique symbol = Symbol('any query parameter');

/** What says how to answer, not what to do. `callback` and tokens in the query are not supported. */
const SYSTEM = new Set([
  ...['alt', '$alt', 'fields', '$fields', 'key', '$key', 'prettyPrint', '$prettyPrint', '$.xgafv', '$xgafv'],
  ...['quotaUser', '$quotaUser', 'userIp', '$userProject', 'uploadType', 'upload_protocol'],
]);

/** Returns in JSON, in JSON with enums as numbers, or the bytes themselves; no other form is supported. */
const FORMS = /^(?:json|media)(?:;enum-encoding=(?:int|string))?$/;

/** Throws 400, in the words of the real APIs, for the first parameter that the route does not know. */
export function checkQuery(query: URLSearchParams, known: KnownQuery, system: boolean): void {
  if (known === ANY_QUERY) return;
  for (const [name, value] of query) {
    if (system && (name === 'alt' || name === '$alt') && !FORMS.test(value)) {
      throw invalid(`Invalid value "${value}" for query parameter "${name}".`);
    }
    if (known.includes(name) || known.includes(`${name}=${value.toLowerCase()}`)) continue;
    if (system && SYSTEM.has(name)) continue;
    throw invalid(
      `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
    );
  }
}

/** Whether the answer shall have enums as numbers, which Google's generated clients ask for. */
export const wantsNumbers = (query: URLSearchParams): boolean =>
  [query.get('$alt'), query.get('alt')].some((alt) => alt?.includes('enum-encoding=int') ?? false);
