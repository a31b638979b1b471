/** Several calls in one request. https://cloud.google.com/storage/docs/batch */
import { randomBytes } from 'node:crypto';
import { Readable, Stream } from 'node:stream';
import type { ApiRequest, Reply } from '../http/routes.ts';
import { bad } from './errors.ts';

const MAX_CALLS = 100;

interface Part {
  readonly id: string | undefined;
  readonly method: string;
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** Executes the calls in order, each with its own status; calls without a token use the outer one. */
export async function batch(request: ApiRequest): Promise<Reply> {
  const parts = readParts(await request.body(), request.headers['content-type'] ?? '');
  if (parts.length > MAX_CALLS) throw bad(`The batch has ${parts.length} calls, but at most ${MAX_CALLS} are allowed.`);
  const boundary = `batch_${randomBytes(12).toString('base64url')}`;
  const { authorization } = request.headers;
  const replies: Buffer[] = [];
  for (const { id, method, target, headers, body } of parts) {
    const url = new URL(target, request.url.origin);
    if (
      /^\/(?:resumable\/)?(?:upload|download|batch)\//.test(url.pathname) ||
      url.searchParams.get('alt') === 'media'
    ) {
      throw bad('Uploads, downloads and batches are not allowed in a batch.');
    }
    const reply = await request.inner({
      method,
      url: new URL(url.pathname + url.search, request.url.origin),
      headers: { ...(authorization && { authorization }), ...headers },
      stream: Readable.from([body]),
      body: async () => body,
    });
    const contentId = id === undefined ? '' : `Content-ID: ${id.replace(/^<?/, '<response-').replace(/>?$/, '>')}\r\n`;
    replies.push(
      Buffer.from(`--${boundary}\r\nContent-Type: application/http\r\n${contentId}\r\n${asHttp(reply)}\r\n`),
    );
  }
  replies.push(Buffer.from(`--${boundary}--\r\n`));
  return { headers: { 'content-type': `multipart/mixed; boundary=${boundary}` }, body: Buffer.concat(replies) };
}

function readParts(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name || !/^multipart\/mixed/i.test(contentType)) throw bad('Failed to parse batch request, error: no boundary.');
  // Calls are JSON in UTF-8 and headers in ASCII, so the text can be split by characters.
  const pieces = `\n${body.toString().replaceAll('\r\n', '\n')}`.split(`\n--${name}`);
  if (pieces.length < 3 || !pieces.at(-1)?.startsWith('--'))
    throw bad('Failed to parse batch request, error: no parts.');
  return pieces.slice(1, -1).map(readPart);
}

function readPart(piece: string): Part {
  const [outer = '', rest] = divided(piece.trimStart());
  const [head = '', text = ''] = divided(rest);
  const [line = '', ...lines] = head.split('\n');
  const [, method, target] = /^([A-Z]+) (\S+)(?: HTTP\/1\.\d)?$/.exec(line.trim()) ?? [];
  if (!/^content-type:\s*application\/http/im.test(outer) || !method || !target) {
    throw bad('Failed to parse batch request, error: a part is no HTTP request.');
  }
  const headers = Object.fromEntries(
    lines.map((one) => {
      const colon = one.indexOf(':');
      return [one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()];
    }),
  );
  return { id: /^content-id:\s*(.+)$/im.exec(outer)?.[1], method, target, headers, body: Buffer.from(text.trim()) };
}

/** The headers, and the body after the first blank line. */
function divided(text = ''): [string, string] {
  const end = text.indexOf('\n\n');
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)];
}

function asHttp({ status = 200, headers = {}, body }: Reply): string {
  if (body instanceof Stream || Buffer.isBuffer(body)) throw bad('Media is not allowed in a batch.');
  const text = body === undefined || status === 204 ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = text === '' || typeof body === 'string' ? {} : { 'content-type': 'application/json; charset=UTF-8' };
  const lines = Object.entries({ ...type, ...headers, 'content-length': Buffer.byteLength(text) });
  return [`HTTP/1.1 ${status} ${REASON[status] ?? 'Status'}`, ...lines.map(([k, v]) => `${k}: ${v}`), '', text].join(
    '\r\n',
  );
}

const REASON: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};
