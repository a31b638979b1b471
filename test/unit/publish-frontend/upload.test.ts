/** The bytes of an upload: Cloud Storage responds with 400 unless the content type is the same wherever it is named. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { md5OfFile } from '../../../actions/publish-frontend/site/digest.ts';
import { headerRules } from '../../../actions/publish-frontend/site/headers.ts';
import { describeFile, hashedBy, type SiteRules } from '../../../actions/publish-frontend/site/site-files.ts';
import type { Store } from '../../../actions/publish-frontend/store/storage-client.ts';
import { ABSENT } from '../../../actions/publish-frontend/store/stored-object.ts';
import { PIECE } from '../../../actions/publish-frontend/store/upload/resumable-upload.ts';
import { upload, uploadJson } from '../../../actions/publish-frontend/store/upload/upload.ts';
import type { HttpRequest } from '../../../src/google/http/client.ts';
import { RULES } from './fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'upload-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sent: HttpRequest[] = [];
beforeEach(() => {
  sent.length = 0;
});

/** A bucket that takes everything and remembers the requests, bodies as they were when they were sent. */
const store = {
  bucket: 'site',
  endpoint: 'http://storage.localhost',
  deadline: () => 1000,
  clock: { jitter: () => 0.5, now: () => 0, sleep: async () => {} },
  signal: new AbortController().signal,
  http: {
    async json(request: HttpRequest) {
      sent.push({ ...request, body: Buffer.from(request.body as Buffer) });
      return { generation: '1' };
    },
    async text(request: HttpRequest) {
      sent.push(request);
      const session = request.method === 'POST';
      return {
        status: 200,
        headers: session ? { location: 'http://storage.localhost/session' } : {},
        text: '{"generation":"1"}',
      };
    },
  },
} as unknown as Store;

/** The two parts of a `multipart/related` body (RFC 2387). */
function parts({ headers, body }: HttpRequest) {
  const boundary = /boundary=(\S+)$/.exec(headers?.['content-type'] ?? '')?.[1];
  const [, first = '', second = '', end] = (body as Buffer).toString('latin1').split(`--${boundary}`);
  expect(end).toBe('--\r\n');
  const split = (part: string) => {
    const at = part.indexOf('\r\n\r\n');
    return { headers: part.slice(2, at).split('\r\n'), content: part.slice(at + 4, -2) };
  };
  return { metadata: JSON.parse(split(first).content) as { contentType?: string }, media: split(second) };
}

async function send(path: string, content: string | number, rules: Partial<SiteRules> = {}) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : '');
  if (typeof content === 'number') truncateSync(file, content);
  const all = { ...RULES, ...rules };
  const size = typeof content === 'number' ? content : Buffer.byteLength(content);
  const described = describeFile({ path, size, source: path }, { md5: md5OfFile(file) }, hashedBy([], [path]), all);
  await upload(store, root, { name: path, file: described, headers: described, replaces: ABSENT });
  return described;
}

describe('an upload in one request', () => {
  const feed = { contentType: headerRules(new Map([['feed', 'application/rss+xml; charset="utf-8"; v=1']])) };
  test.each<[string, string, string, string, Partial<SiteRules>?]>([
    ['a page', 'index.html', '<p>', 'text/html; charset=utf-8'],
    ['a script', 'assets/index-Ab3dEf01.js', '1', 'text/javascript; charset=utf-8'],
    ['an image', 'logo.png', 'png', 'image/png'],
    ['an empty file', 'empty.css', '', 'text/css; charset=utf-8'],
    ['an unknown type', 'data.qqq', 'x', 'application/octet-stream'],
    ['a type of the user with parameters', 'feed', 'x', 'application/rss+xml; charset="utf-8"; v=1', feed],
    ['a page that is compressed', 'long.html', '<p>'.repeat(1000), 'text/html; charset=utf-8', { gzip: true }],
    ['a large body', 'large.html', 'x'.repeat(100_000), 'text/html; charset=utf-8'],
  ])('%s: part and metadata name the same content type', async (_, path, content, contentType, rules) => {
    await send(path, content, rules);
    const { metadata, media } = parts(sent[0] as HttpRequest);
    expect(metadata.contentType).toBe(contentType);
    expect(media.headers).toEqual([`content-type: ${contentType}`]);
    if (!rules?.gzip) expect(media.content).toBe(content);
  });

  test.each(['state.json', 'manifest.json', 'replaced.json'])('%s of a release', async (name) => {
    await uploadJson(store, `.releases/${name}`, [Buffer.from('{"a":'), Buffer.from('1}')], ABSENT);
    const { metadata, media } = parts(sent[0] as HttpRequest);
    expect(metadata.contentType).toBe('application/json; charset=utf-8');
    expect(media).toEqual({ headers: ['content-type: application/json; charset=utf-8'], content: '{"a":1}' });
  });

  test('a buffer that is used again carries nothing of the request before', async () => {
    await send('a.html', 'x'.repeat(50));
    await send('b.png', 'y');
    expect(parts(sent[1] as HttpRequest).media).toEqual({ headers: ['content-type: image/png'], content: 'y' });
  });
});

test('a resumable upload: X-Upload-Content-Type and the metadata name the same content type; pieces name none', async () => {
  const { contentType } = await send('film.html', PIECE + 1);
  const [session, ...pieces] = sent;
  expect(session?.headers?.['x-upload-content-type']).toBe(contentType);
  expect(session?.json).toMatchObject({ contentType: 'text/html; charset=utf-8' });
  expect(pieces.length).toBeGreaterThan(0);
  for (const piece of pieces) expect(Object.keys(piece.headers ?? {})).toEqual(['content-range']);
});
