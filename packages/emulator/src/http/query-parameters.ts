/**
 * Query parameters: each route lists those that it supports, and refuses all others, so that no parameter is
 * ignored. The system parameters of all Google APIs are added: https://cloud.google.com/apis/docs/system-parameters
 */
import { invalid } from './errors.ts';

/** A name, or `name=value` if the emulator supports only some of the API's values. */
export type KnownQuery = readonly string[] | typeof ANY_QUERY;
/** For servers other than Google APIs: a site, the emulator's admin API. */
export const ANY_QUERY: unique symbol = Symbol('any query parameter');

/** Parameters of the response format. `callback` and tokens in the query are not supported. */
const SYSTEM = new Set([
  ...['alt', '$alt', 'fields', '$fields', 'key', '$key', 'prettyPrint', '$prettyPrint', '$.xgafv', '$xgafv'],
  ...['quotaUser', '$quotaUser', 'userIp', '$userProject', 'uploadType', 'upload_protocol'],
]);

/** Returns in JSON, in JSON with enums as numbers, or the bytes themselves; no other form is supported. */
const FORMS = /^(?:json|media)(?:;enum-encoding=(?:int|string))?$/;

/** Throws 400, with the real APIs' message, for the first unknown parameter. */
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

/** Whether the response has enums as numbers, as Google's generated clients request. */
export const wantsNumbers = (query: URLSearchParams): boolean =>
  [query.get('$alt'), query.get('alt')].some((alt) => alt?.includes('enum-encoding=int') ?? false);
