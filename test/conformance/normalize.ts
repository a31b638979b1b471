/**
 * A recorded request as comparable data. What differs from call to call (dates, boundaries, ids) or names the program that
 * calls (user agent) is dropped; everything else is kept in the spelling of the wire. Pure.
 */
import { createHash } from 'node:crypto';
import type { Recorded } from './recorder.ts';

export interface Wire {
  readonly method: string;
  /** As sent, with its percent-encoding. */
  readonly path: string;
  /** Decoded; a repeated name holds a list. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** How the end of the body is marked: `content-length`, `chunked` or `none`. */
  readonly framing: string;
  readonly body: unknown;
}

/** Names of headers that say who calls, over which connection or with which trace, and nothing of what the call asks for. */
const IDENTITY = new Set([
  'host',
  'connection',
  'keep-alive',
  'user-agent',
  'x-goog-api-client',
  'x-goog-gcs-idempotency-token',
  'traceparent',
  'content-length',
  'transfer-encoding',
]);

/** Ids that each side draws at random. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function normalize(request: Recorded): Wire {
  const [path = '', query = ''] = split(request.target, '?');
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (!IDENTITY.has(key)) headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  const type = headers['content-type'] ?? '';
  if (headers['content-type'] !== undefined) headers['content-type'] = type.replace(/boundary=[^;]+/, 'boundary=*');
  // Without weights the order says nothing (RFC 9110, section 12.5.1).
  if (headers.accept && !headers.accept.includes('q=')) headers.accept = headers.accept.split(/, */).sort().join(', ');
  // The scheme is compared; the token is each side's own.
  if (headers.authorization) headers.authorization = headers.authorization.replace(/ .*/, ' *');
  return {
    method: request.method,
    path,
    query: readQuery(query),
    headers,
    framing: framing(request),
    body: readBody(request.body, type),
  };
}

function framing({ headers }: Recorded): string {
  const names = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  if (names.has('transfer-encoding')) return String(names.get('transfer-encoding'));
  return names.has('content-length') ? 'content-length' : 'none';
}

function readQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const parameters = new URLSearchParams(text);
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name).map((value) => value.replace(UUID, 'UUID'));
    query[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return query;
}

function readBody(body: Buffer, type: string): unknown {
  if (body.length === 0) return undefined;
  const boundary = /^multipart\/\S+;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) return readParts(body, boundary);
  if (/^application\/json|\+json/.test(type)) return JSON.parse(body.toString());
  if (type.startsWith('application/x-www-form-urlencoded')) return readQuery(body.toString());
  return readBytes(body);
}

/** Text as it is; other content by length and hash. */
function readBytes(body: Buffer): unknown {
  const text = body.toString();
  if (body.length < 4096 && Buffer.from(text).equals(body)) return text;
  return { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') };
}

/** The parts of a `multipart` body (RFC 2046, section 5.1.1), and how its lines end. */
function readParts(body: Buffer, boundary: string): unknown {
  const parts = body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => {
      const [head = '', content = ''] = split(part, '\r\n\r\n');
      if (part.startsWith('--')) return { end: part.slice(2).trim() };
      const headers: Record<string, string> = {};
      for (const line of head.split('\r\n').filter(Boolean)) {
        const [name = '', value = ''] = split(line, ':');
        headers[name.toLowerCase()] = value.trim();
      }
      const bytes = Buffer.from(content.replace(/\r\n$/, ''), 'latin1');
      return { headers, body: readBody(bytes, headers['content-type'] ?? '') };
    });
  return { parts };
}

function split(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
}
