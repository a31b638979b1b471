/** The HTTP probe: one GET without redirects; checks status and body. */

import { type HttpClient, isConnectionFault } from '../../../src/google/http/client.ts';
import { readBounded } from '../../../src/google/http/read-bounded.ts';
import { NoResponseError } from '../../../src/google/http/text-request.ts';
import { formatDuration } from '../../../src/inputs/duration.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { StatusRange } from '../plan/request.ts';
import { accessHint, INTERNAL_INGRESS, type ProbeAccess } from './access-hint.ts';
import type { ProbeResponse } from './probe.ts';

export interface HttpExpectation {
  readonly statuses: readonly StatusRange[];
  /** Text that the body must contain. */
  readonly contains: string | undefined;
  /** Whether the service allows unauthenticated invocations; undefined if unknown. */
  readonly open?: boolean | undefined;
}

/** Maximum number of bytes of a body that are read. */
const MOST_BODY = 1_000_000;

/** `token` gives an identity token for a service that is not public. */
export function httpProbe(
  http: HttpClient,
  clock: Clock,
  url: string,
  expectation: HttpExpectation,
  token: () => Promise<string | undefined>,
): (timeout: number) => Promise<ProbeResponse> {
  return async (timeout) => {
    const bearer = await token();
    const start = clock.now();
    try {
      const response = await http.raw({
        method: 'GET',
        url,
        authenticated: false,
        // Not `authorization`: that one may belong to the application
        // (https://cloud.google.com/run/docs/authenticating/service-to-service#acquire-token).
        headers: bearer ? { 'x-serverless-authorization': `Bearer ${bearer}` } : {},
        attemptTimeout: timeout,
        resource: url,
      });
      const { bytes, end } = await readBounded(response.body, {
        maxBytes: MOST_BODY,
        timeout: Math.max(1, timeout - (clock.now() - start)),
        clock,
      });
      if (end === 'too-slow')
        return {
          healthy: false,
          timedOut: true,
          detail: `${response.status}, but its body did not end within ${formatDuration(timeout)} (${bytes.length} bytes came)`,
        };
      const body = bytes.toString('utf8');
      return judgeHttp(
        { status: response.status, body, location: header(response.headers.location), private: bearer !== undefined },
        expectation,
        clock.now() - start,
      );
    } catch (error) {
      if (!isConnectionFault(error)) throw error;
      return {
        healthy: false,
        timedOut: isTimeout(error),
        detail: `no response (${(error as Error).message || (error as NodeJS.ErrnoException).code})`,
      };
    }
  };
}

/** Ours, or undici's between two pieces of a body (https://undici.nodejs.org/#/docs/api/Errors). */
const isTimeout = (error: unknown): boolean =>
  error instanceof NoResponseError ||
  /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test((error as NodeJS.ErrnoException).code ?? '');

/** The health that a response reports. Pure. */
export function judgeHttp(
  response: { status: number; body: string; location?: string | undefined; private: boolean },
  { statuses, contains, open }: HttpExpectation,
  took: number,
): ProbeResponse {
  const { status, body, location } = response;
  const expected = statuses.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
  if (!statuses.some(({ from, to }) => status >= from && status <= to))
    return {
      healthy: false,
      detail: `${status}, expected ${expected}${hint(status, location, { tokenSent: response.private, open })}`,
    };
  if (contains !== undefined && !body.includes(contains))
    return { healthy: false, detail: `${status}, but the body does not contain "${contains}"` };
  return { healthy: true, detail: `${status} in ${formatDuration(took)}` };
}

function hint(status: number, location: string | undefined, access: ProbeAccess): string {
  if (status >= 300 && status < 400)
    return ` (redirects to ${location ?? 'nowhere'}; redirects are not followed, probe the target path)`;
  if (status === 401 || status === 403)
    return ` (${accessHint(access, `set a probe-path that needs no login, or probe-status: ${status} if this is a healthy response`)})`;
  if (status === 404) return ` (set probe-path to a path of the application. ${INTERNAL_INGRESS})`;
  return '';
}

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
