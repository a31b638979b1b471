/** Reads the header `Retry-After`. */

type Headers = Readonly<Record<string, string | number | string[] | undefined>>;

/**
 * Milliseconds from `now` (since 1970) until the time in `Retry-After`, which is a number of seconds or a date
 * (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); undefined without the header.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = String(headers['retry-after'] ?? '').trim();
  if (value === '') return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
