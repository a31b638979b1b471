/**
 * The job's own identity token
 * (https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token). `getIDToken` of @actions/core
 * prints the mask by itself, which the runner ignores while commands are stopped: so the token is requested here.
 */
import { HttpClient, HttpClientError } from '@actions/http-client';
import { BearerCredentialHandler } from '@actions/http-client/lib/auth';
import type { Clock } from '../runtime/clock.ts';
import { readErrorBody } from './errors/error-body.ts';
import { parseResponse, redirected, tooLarge, tooSlow } from './http/invalid-response.ts';
import { readBounded } from './http/read-bounded.ts';

/** Bytes of a response: a token has about two thousand. */
const MOST_BYTES = 1_000_000;
/** Milliseconds for a response. */
const TIMEOUT = 30_000;

/** Requests a token with this audience from the runner, and masks it. */
export async function requestIdToken(
  env: Readonly<Record<string, string | undefined>>,
  audience: string,
  mask: (value: string) => void,
  clock: Pick<Clock, 'timer'>,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: base = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = '' } = env;
  const client = new HttpClient('orchestra-actions', [new BearerCredentialHandler(bearer)], {
    allowRetries: true,
    maxRetries: 10,
    // The bearer token is for the runner's own server.
    allowRedirects: false,
    socketTimeout: TIMEOUT,
  });
  const url = `${base}&audience=${encodeURIComponent(audience)}`;
  const { message } = await client.get(url, { accept: 'application/json' });
  const status = message.statusCode ?? 0;
  const response = { resource: "the job's identity token", url, status };
  if (status >= 300 && status < 400) {
    message.destroy();
    throw redirected(response, message.headers.location);
  }
  const { bytes, end } = await readBounded(message, { maxBytes: MOST_BYTES, timeout: TIMEOUT, clock });
  if (end === 'too-large') throw tooLarge(response, MOST_BYTES);
  if (end === 'too-slow') throw tooSlow(response, TIMEOUT);
  const text = bytes.toString();
  if (status >= 400) throw new HttpClientError(readErrorBody(text).message || `HTTP ${status}`, status);
  const { value } = parseResponse<{ value?: unknown }>(response, text);
  if (typeof value !== 'string' || value === '') throw new Error("The runner's response contains no identity token.");
  mask(value);
  return value;
}
