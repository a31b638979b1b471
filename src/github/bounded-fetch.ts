/**
 * The fetch function of GitHub's client. Responses are limited in time and size, and redirects are followed to the same server
 * only (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects), since the
 * token is sent along.
 */

import { locationOf } from '../google/http/client.ts';
import { notJson, redirected, tooLarge, tooSlow } from '../google/http/invalid-response.ts';
import { readBounded } from '../google/http/read-bounded.ts';
import { NoResponseError } from '../google/http/text-request.ts';
import type { Clock } from '../runtime/clock.ts';

/** Bytes of a response; a page of a hundred check runs has less than one million. */
const MOST_BYTES = 16_000_000;
/** Milliseconds for a response, body included. */
const TIMEOUT = 30_000;
const MOST_REDIRECTS = 3;

/** Throws `CloudError` for a response that does not end or is no JSON, and for a redirect to another server. */
export function boundedFetch(send: typeof fetch, clock: Pick<Clock, 'timer'>): typeof fetch {
  return async (input, options = {}) => {
    const late = new AbortController();
    const cancel = clock.timer(TIMEOUT, () => late.abort(new NoResponseError(TIMEOUT)));
    const signal = AbortSignal.any([...(options.signal ? [options.signal] : []), late.signal]);
    try {
      let at = String(input);
      for (let hops = 0; ; hops++) {
        const response = await send(at, { ...options, signal, redirect: 'manual' });
        const about = { resource: `GitHub's API`, url: at, status: response.status };
        if (response.status >= 300 && response.status < 400 && response.status !== 304) {
          const next = locationOf(at, response.headers.get('location') ?? undefined);
          const same = next !== undefined && new URL(next).origin === new URL(at).origin;
          const reads = (options.method ?? 'GET') === 'GET';
          if (!same || !reads || hops >= MOST_REDIRECTS) throw redirected(about, next);
          at = next;
          continue;
        }
        if (!response.body) return response;
        const { bytes, end } = await readBounded(response.body, { maxBytes: MOST_BYTES, timeout: TIMEOUT, clock });
        if (end === 'too-large') throw tooLarge(about, MOST_BYTES);
        if (end === 'too-slow') throw tooSlow(about, TIMEOUT);
        if (response.status < 300 && bytes.length > 0 && !/^\s*[{[]/.test(bytes.subarray(0, 1000).toString()))
          throw notJson(about, bytes.subarray(0, 1000).toString());
        const whole = new Response(bytes, { status: response.status, headers: response.headers });
        // The client's pagination reads it.
        return Object.defineProperty(whole, 'url', { value: response.url });
      }
    } finally {
      cancel();
    }
  };
}
