/**
 * One HTTP exchange whose response is read to its end as text. Calls undici's dispatcher by itself: without the streams that its
 * `request` puts around every response, which thousands of small calls would pay for in time and memory.
 */
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { formatDuration } from '../../inputs/duration.ts';
import type { Clock } from '../../runtime/clock.ts';

export interface TextResponse {
  readonly status: number;
  /** By lower-case name; of repeated ones the last. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** The bytes as UTF-8. */
  readonly text: string;
}

export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | Readable | null;
  /** Milliseconds until the response's headers, and between its bytes. */
  readonly timeout: number;
  /** Milliseconds until the response's headers, the wait for a connection included; undefined for a request with a body. */
  readonly patience: number | undefined;
  /** Milliseconds from the response's headers to its end. */
  readonly bodyTime: number;
  /** Bytes of the response at most. */
  readonly maxBytes: number;
}

/** No response within the time that an attempt has, the wait for its connection included. */
export class NoResponseError extends Error {
  readonly code = 'UND_ERR_HEADERS_TIMEOUT';
  constructor(ms: number) {
    super(`no response within ${formatDuration(ms)}`);
  }
}

/** A response whose bytes come too slowly. */
export class SlowResponseError extends Error {
  readonly code = 'UND_ERR_BODY_TIMEOUT';
  constructor(host: string, ms: number, bytes: number) {
    super(`the response of ${host} was not complete after ${formatDuration(ms)}; ${bytes} bytes were received`);
  }
}

/** A response that is larger than the call allows. */
export class LargeResponseError extends Error {
  readonly status: number;
  readonly limit: number;
  constructor(status: number, limit: number) {
    super(`the response has more than ${limit} bytes`);
    this.status = status;
    this.limit = limit;
  }
}

/** Returns a function that exchanges; all that run end with the signal's reason when it aborts. */
export function createExchange(dispatcher: Dispatcher, signal: AbortSignal, clock: Pick<Clock, 'timer'>) {
  const running = new Set<(error: Error) => void>();
  signal.addEventListener('abort', () => {
    for (const end of running) end(signal.reason as Error);
  });

  return ({
    method,
    url,
    headers,
    body,
    timeout,
    patience,
    bodyTime,
    maxBytes,
  }: ExchangeRequest): Promise<TextResponse> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const { origin, pathname, search } = new URL(url);
      const chunks: Buffer[] = [];
      let size = 0;
      let status = 0;
      let received: readonly (Buffer | string)[] = [];
      let abort: ((error: Error) => void) | undefined;
      // Before there is a connection nothing can be aborted, but no one need wait for one.
      let ended: Error | undefined;
      const end = (error: Error) => {
        ended ??= error;
        cancel?.();
        running.delete(end);
        if (abort) abort(error);
        else reject(error);
      };
      running.add(end);
      let cancel = patience === undefined ? undefined : clock.timer(patience, () => end(new NoResponseError(patience)));
      const settle = (work: () => void) => {
        cancel?.();
        running.delete(end);
        work();
      };
      dispatcher.dispatch(
        {
          origin,
          path: pathname + search,
          method: method as Dispatcher.HttpMethod,
          headers,
          body,
          headersTimeout: timeout,
          bodyTimeout: timeout,
        },
        {
          onConnect(aborts) {
            abort = aborts as (error: Error) => void;
            if (signal.aborted) abort(signal.reason as Error);
            else if (ended) abort(ended);
          },
          onHeaders(statusCode, raw) {
            cancel?.();
            cancel = clock.timer(bodyTime, () => end(new SlowResponseError(new URL(url).host, bodyTime, size)));
            status = statusCode;
            received = raw as readonly (Buffer | string)[];
            return true;
          },
          onData(chunk) {
            size += chunk.length;
            if (size > maxBytes) end(new LargeResponseError(status, maxBytes));
            else chunks.push(chunk);
            return true;
          },
          onComplete() {
            const [first] = chunks;
            const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
            settle(() =>
              resolve({
                status,
                headers: headersOf(received),
                bytes: whole,
                get text() {
                  return whole.toString();
                },
              }),
            );
          },
          onError(error) {
            settle(() => reject(error));
          },
        },
      );
    });
}

/** `raw` is `[name, value, name, value …]`. */
function headersOf(raw: readonly (Buffer | string)[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) headers[String(raw[i]).toLowerCase()] = String(raw[i + 1]);
  return headers;
}
