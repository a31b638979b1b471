/**
 * The transport of google-auth-library and the generated clients. Redirects are not followed, because an identity token
 * is for one host only; responses are limited in time and size; a token endpoint must return JSON.
 */
import { Readable } from 'node:stream';
import type { IdentityPoolClientOptions } from 'google-auth-library';
import type { Clock } from '../../runtime/clock.ts';
import { CloudError } from '../../runtime/errors.ts';
import { TOKEN_ENDPOINT } from '../endpoints.ts';
import { locationOf } from './client.ts';
import { notJson, redirected, tooLarge, tooSlow } from './invalid-response.ts';
import { readBounded } from './read-bounded.ts';

type TransportOptions = NonNullable<IdentityPoolClientOptions['transporterOptions']>;
type Adapter = NonNullable<TransportOptions['adapter']>;

/** Bytes of a response: of a token endpoint, and of any other API. */
const MOST_TOKEN = 1_000_000;
const MOST_BYTES = 64_000_000;
/** Milliseconds for one attempt, its response included. */
const TIMEOUT = 30_000;

const adapter =
  (clock: Clock, tokenEndpoint: string): Adapter =>
  async (options, send) => {
    const start = clock.now();
    // The library has no setting for it.
    const url = String(options.url) === TOKEN_ENDPOINT ? tokenEndpoint : String(options.url);
    const response = await send({ ...options, url: new URL(url), redirect: 'manual', responseType: 'stream' });
    const { status, headers } = response;
    const about = { resource: new URL(url).host, url, status };
    if (status >= 300 && status < 400) throw redirected(about, locationOf(url, headers.get('location') ?? undefined));
    // A generated client decodes its stream by itself. All other requests are exchanges of tokens, some without `json`.
    const json = options.responseType !== 'stream';
    const maxBytes = json ? MOST_TOKEN : MOST_BYTES;
    const body = response.body as unknown as Readable;
    const { bytes, end } = await readBounded(body, { maxBytes, timeout: TIMEOUT - (clock.now() - start), clock });
    if (end === 'too-large') throw tooLarge(about, maxBytes);
    if (end === 'too-slow') throw tooSlow(about, TIMEOUT);
    const text = bytes.toString();
    if (status < 300 && text !== '' && !/^\s*[{[]/.test(text)) throw notJson(about, text);
    const whole = {
      status,
      statusText: response.statusText,
      ok: response.ok,
      url: response.url,
      headers,
      config: options,
      data: json ? parsed(text) : Readable.from([bytes]),
      // The library's error keeps only data of a body that was used.
      bodyUsed: json,
      body: Readable.from([bytes]),
      text: async () => text,
      json: async () => parsed(text),
      arrayBuffer: async () => new Uint8Array(bytes).buffer,
    };
    return whole as unknown as Awaited<ReturnType<typeof send>> as never;
  };

/** `tokenEndpoint` takes the place of Google's for keys and refresh tokens. */
export const authTransport = (clock: Clock, tokenEndpoint = TOKEN_ENDPOINT): TransportOptions => ({
  adapter: adapter(clock, tokenEndpoint),
  timeout: TIMEOUT,
});

/** The original error of a call; these libraries wrap each error in their own. */
export function transportError(error: unknown): CloudError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof CloudError) return cause;
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
