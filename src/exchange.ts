/**
 * One HTTP exchange whose answer is read to its end as text. Calls undici's dispatcher by itself: without the streams that its
 * `request` puts around every answer, which thousands of small calls would pay for in time and memory.
 */
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';

export interface TextAnswer {
  readonly status: number;
  /** By lower-case name; of repeated ones the last. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | Readable | null;
  /** Milliseconds until the answer's headers, and between its bytes. */
  readonly timeout: number;
}

/** Gives a function that exchanges; all that run end with the signal's reason when it aborts. */
export function createExchange(dispatcher: Dispatcher, signal: AbortSignal) {
  const running = new Set<(error: Error) => void>();
  signal.addEventListener('abort', () => {
    for (const end of running) end(signal.reason as Error);
  });

  return ({ method, url, headers, body, timeout }: ExchangeRequest): Promise<TextAnswer> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const { origin, pathname, search } = new URL(url);
      const chunks: Buffer[] = [];
      let status = 0;
      let received: Record<string, string> = {};
      let end: ((error: Error) => void) | undefined;
      const settle = (work: () => void) => {
        if (end) running.delete(end);
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
          onConnect(abort) {
            end = abort as (error: Error) => void;
            if (signal.aborted) end(signal.reason as Error);
            else running.add(end);
          },
          onHeaders(statusCode, raw) {
            status = statusCode;
            received = named(raw as readonly (Buffer | string)[]);
            return true;
          },
          onData(chunk) {
            chunks.push(chunk);
            return true;
          },
          onComplete() {
            const [first] = chunks;
            const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
            settle(() => resolve({ status, headers: received, text: whole.toString() }));
          },
          onError(error) {
            settle(() => reject(error));
          },
        },
      );
    });
}

/** `[name, value, name, value …]` → names in lower case to values. */
function named(raw: readonly (Buffer | string)[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) headers[String(raw[i]).toLowerCase()] = String(raw[i + 1]);
  return headers;
}
