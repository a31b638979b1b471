/**
 * Responses that the APIs do not give: too large, not JSON, a redirect. The usual cause is a proxy or a wrong
 * endpoint, so each message names the server.
 */
import { formatDuration } from '../../inputs/duration.ts';
import { CloudError } from '../../runtime/errors.ts';

interface UnusableResponse {
  readonly resource: string;
  readonly url: string;
  /** HTTP status of the response. */
  readonly status: number;
}

const ADVICE =
  'Check what is between this runner and that server: a proxy, a firewall or sign-in page, or an endpoint override (CLOUDSDK_API_ENDPOINT_OVERRIDES_…).';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

function unusable({ resource, url, status }: UnusableResponse, what: string, cause?: unknown): CloudError {
  const message = `the server ${hostOf(url)} ${what}`;
  return new CloudError({ message, status, resource, advice: ADVICE, final: true }, { cause });
}

/** The same error of a call that is about something else. */
export const about = (resource: string, { message, status, advice }: CloudError, cause: unknown): CloudError =>
  new CloudError({ message, status, advice, resource, final: true }, { cause });

/** The body has more bytes than are read. */
export const tooLarge = (response: UnusableResponse, limit: number): CloudError =>
  unusable(response, `sends more than ${formatLimit(limit)}, more than any response to this call has`);

/** The body does not end in time. */
export const tooSlow = (response: UnusableResponse, ms: number): CloudError =>
  unusable(response, `did not complete its response within ${formatDuration(ms)}`);

/** A redirect, which could lead to another host than the token is for. */
export const redirected = (response: UnusableResponse, location: string | undefined): CloudError =>
  unusable(response, `redirects to ${location ? hostOf(location) : 'nowhere'}, and redirects are not followed`);

/** A success whose body is no JSON object. */
export function notJson(response: UnusableResponse, text: string, cause?: unknown): CloudError {
  const html = /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text);
  const title = /<title[^>]*>([^<]{1,100})/i.exec(text)?.[1]?.trim();
  const start = title ?? text.replace(/\s+/g, ' ').trim().slice(0, 80);
  return unusable(response, `responded with ${html ? 'a web page' : 'text'} instead of JSON: "${start}"`, cause);
}

/** The response's JSON, which is an object; `{}` for an empty response. Throws `CloudError` for anything else. */
export function parseResponse<T>(response: UnusableResponse, text: string): T {
  if (text === '') return {} as T;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw notJson(response, text, error);
  }
  if (typeof value !== 'object' || value === null) throw notJson(response, text);
  return value as T;
}

const formatLimit = (bytes: number): string =>
  bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${Math.round(bytes / 1000)} kB`;
