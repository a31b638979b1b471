/** Cloud Storage: uploads, downloads, listing, preconditions, metadata, copies. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import fc from '../../../../../test/harness/seeded.ts';
import { selector } from '../../../src/http/field-selection.ts';
import type { Emulator } from '../../../src/start.ts';
import { crc32c, encodeCrc32c } from '../../../src/storage/content/crc32c.ts';
import { readMultipart } from '../../../src/storage/content/multipart.ts';
import { compareUtf8 } from '../../../src/storage/list.ts';
import { type Call, type CallOptions, caller, start } from '../fixture.ts';

const B = '/storage/v1/b/orchestra-dashboard';
const UP = `/upload${B}/o`;
const md5 = (bytes: Buffer | string) => createHash('md5').update(bytes).digest('base64');
const object = (name: string) => `${B}/o/${encodeURIComponent(name)}`;

async function world(): Promise<{ emulator: Emulator; call: Call }> {
  const emulator = await start();
  return { emulator, call: caller(emulator, 'storage') };
}
const media = (call: Call, name: string, body: Buffer | string, query = '', options: CallOptions = {}) =>
  call('POST', `${UP}?uploadType=media&name=${encodeURIComponent(name)}${query}`, { body, ...options });

function multipart(call: Call, metadata: object, content: Buffer | string, query = '', newline = '\r\n') {
  const part = (type: string) => `--b0undary${newline}Content-Type: ${type}${newline}${newline}`;
  const body = Buffer.concat([
    Buffer.from(`${part('application/json')}${JSON.stringify(metadata)}${newline}${part('text/css')}`),
    Buffer.from(content),
    Buffer.from(`${newline}--b0undary--${newline}`),
  ]);
  const headers = { 'content-type': `multipart/related; boundary="b0undary"` };
  return call('POST', `${UP}?uploadType=multipart${query}`, { body, headers });
}

describe('uploads', () => {
  test('media: bytes, type and hashes come back', async () => {
    const { call } = await world();
    const answer = await media(call, 'a b/ü.txt', 'hello', '', { headers: { 'content-type': 'text/plain' } });
    expect(answer.json).toMatchObject({
      kind: 'storage#object',
      name: 'a b/ü.txt',
      bucket: 'orchestra-dashboard',
      contentType: 'text/plain',
      size: '5',
      metageneration: '1',
      md5Hash: md5('hello'),
      crc32c: 'mnG7TA==',
    });
    expect(answer.json.generation).toMatch(/^\d{16}$/);
    const read = await call('GET', `${object('a b/ü.txt')}?alt=media`);
    expect(read.text).toBe('hello');
    expect(read.headers['x-goog-hash']).toBe(`crc32c=mnG7TA==,md5=${md5('hello')}`);
  });

  test.each(['\r\n', '\n'])(
    'multipart with line ends %j: metadata and bytes, delimiters inside included',
    async (newline) => {
      const { call } = await world();
      const content = `x${newline}--b0undar${newline}--${newline}`;
      const answer = await multipart(
        call,
        { name: 'x.css', cacheControl: 'no-cache', metadata: { a: '1' } },
        content,
        '',
        newline,
      );
      expect(answer.json).toMatchObject({ contentType: 'text/css', cacheControl: 'no-cache', metadata: { a: '1' } });
      expect((await call('GET', `${object('x.css')}?alt=media`)).text).toBe(content);
    },
  );

  test('the types of the two parts must be the same, letter for letter; one alone is taken', async () => {
    const { call } = await world();
    for (const contentType of ['text/html', 'TEXT/CSS', 'text/css; charset=utf-8']) {
      const refused = await multipart(call, { name: 'x.css', contentType }, 'x');
      expect([refused.status, refused.json.error.message]).toEqual([
        400,
        expect.stringContaining(
          `Content-Type specified in the upload (text/css) does not match Content-Type specified in metadata (${contentType}).`,
        ),
      ]);
      expect((await call('GET', object('x.css'))).status).toBe(404);
    }
    const large = await multipart(call, { name: 'x.css', contentType: 'text/html' }, Buffer.alloc(5_000_000));
    expect(large.status).toBe(400);
    expect((await multipart(call, { name: 'x.css', contentType: 'text/css' }, 'x')).json.contentType).toBe('text/css');
    expect((await multipart(call, { name: 'x.css', contentType: null }, 'x')).json.contentType).toBe('text/css');
    const untyped = `--b\r\n\r\n{"name":"y","contentType":"text/y"}\r\n--b\r\n\r\ny\r\n--b--\r\n`;
    const headers = { 'content-type': 'multipart/related; boundary=b' };
    const taken = await call('POST', `${UP}?uploadType=multipart`, { body: untyped, headers });
    expect(taken.json.contentType).toBe('text/y');
  });

  test('the type of a session must be that of its metadata; one alone is taken', async () => {
    const { call } = await world();
    const begin = (header: string, contentType?: string) =>
      call('POST', `${UP}?uploadType=resumable`, {
        json: { name: 'r', contentType },
        headers: header === '' ? {} : { 'x-upload-content-type': header },
      });
    expect((await begin('text/a', 'text/b')).status).toBe(400);
    for (const [header, contentType] of [['text/a', 'text/a'], ['text/a'], ['', 'text/a']] as [string, string?][]) {
      const session = await begin(header, contentType);
      const done = await call('PUT', session.headers.location ?? '', { body: 'x', token: null });
      expect(done.json.contentType).toBe('text/a');
    }
  });

  test('multipart, however the body is cut into chunks', async () => {
    const content = 'x\r\n--b0undar\r\n-\r\r\n--b';
    const body = Buffer.from(
      `--b0undary\r\nContent-Type: application/json\r\n\r\n{"name":"x"}\r\n--b0undary\r\nContent-Type: text/css\r\n\r\n${content}\r\n--b0undary--\r\n`,
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cuts, async (sizes) => {
        async function* chunks() {
          for (let at = 0, i = 0; at < body.length; i++) {
            const size = sizes[i % sizes.length] as number;
            yield body.subarray(at, at + size);
            at += size;
          }
        }
        let head: unknown[] = [];
        let read = '';
        await readMultipart(
          chunks(),
          'multipart/related; boundary=b0undary',
          (...parts) => {
            head = parts;
          },
          (chunk) => {
            read += chunk;
            return undefined;
          },
        );
        expect([head, read]).toEqual([['{"name":"x"}', 'text/css'], content]);
      }),
    );
  });

  test('multipart of several megabytes', async () => {
    const { call } = await world();
    const content = Buffer.alloc(3_000_001, '\r\n--b0undar');
    const answer = await multipart(call, { name: 'big' }, content);
    expect(answer.json.md5Hash).toBe(md5(content));
    const read = await call('GET', `${object('big')}?alt=media`);
    expect(md5(read.body)).toBe(md5(content));
  });

  test('multipart cut off before its end is refused, and nothing is stored', async () => {
    const { call } = await world();
    const headers = { 'content-type': 'multipart/related; boundary=b' };
    const body = '--b\r\n\r\n{"name":"cut"}\r\n--b\r\n\r\nhalf';
    expect((await call('POST', `${UP}?uploadType=multipart`, { headers, body })).status).toBe(400);
    expect((await call('GET', object('cut'))).status).toBe(404);
  });

  test.each([
    ['md5Hash', { md5Hash: md5('other') }],
    ['crc32c', { crc32c: encodeCrc32c(crc32c(Buffer.from('other'))) }],
  ])('a wrong %s is refused, and the old object stays', async (_, claim) => {
    const { emulator, call } = await world();
    await emulator.storage.put('orchestra-dashboard', 'x', 'old');
    const answer = await multipart(call, { name: 'x', ...claim }, 'new');
    expect(answer.status).toBe(400);
    expect(answer.json.error.message).toMatch(/doesn't match calculated/);
    expect((await emulator.storage.read('orchestra-dashboard', 'x'))?.toString()).toBe('old');
    const right = await multipart(
      call,
      { name: 'x', md5Hash: md5('new'), crc32c: encodeCrc32c(crc32c(Buffer.from('new'))) },
      'new',
    );
    expect(right.status).toBe(200);
  });

  test('hashes may come in headers', async () => {
    const { call } = await world();
    expect((await media(call, 'x', 'hello', '', { headers: { 'x-goog-hash': `md5=${md5('no')}` } })).status).toBe(400);
    expect(
      (await media(call, 'x', 'hello', '', { headers: { 'x-goog-hash': `crc32c=mnG7TA==,md5=${md5('hello')}` } }))
        .status,
    ).toBe(200);
    expect((await media(call, 'x', 'hello', '', { headers: { 'content-md5': md5('no') } })).status).toBe(400);
  });

  test.each([
    ['empty', ''],
    ['over 1024 bytes', 'ü'.repeat(513)],
    ['with a line feed', 'a\nb'],
    ['of one dot', '.'],
    ['below .well-known/acme-challenge', '.well-known/acme-challenge/x'],
  ])('a name %s is refused', async (_, name) => {
    const { call } = await world();
    expect((await media(call, name, 'x')).status).toBe(400);
  });

  test('a missing bucket is 404, in the words of the service', async () => {
    const { call } = await world();
    const answer = await call('POST', '/upload/storage/v1/b/nope/o?uploadType=media&name=x', { body: 'x' });
    expect(answer.status).toBe(404);
    expect(answer.json.error).toMatchObject({
      message: 'The specified bucket does not exist.',
      errors: [{ reason: 'notFound' }],
    });
  });
});

describe('preconditions', () => {
  test('ifGenerationMatch=0 makes an object once', async () => {
    const { call } = await world();
    expect((await media(call, 'x', '1', '&ifGenerationMatch=0')).status).toBe(200);
    const again = await media(call, 'x', '2', '&ifGenerationMatch=0');
    expect(again.status).toBe(412);
    expect(again.json.error.errors[0].reason).toBe('conditionNotMet');
    expect((await call('GET', `${object('x')}?alt=media`)).text).toBe('1');
  });

  test('of many at once with ifGenerationMatch=0, exactly one wins', async () => {
    const { call } = await world();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => media(call, 'x', String(i), '&ifGenerationMatch=0')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  test('overwrites, patches and deletes only the generation and metageneration that are named', async () => {
    const { call } = await world();
    const first = (await media(call, 'x', '1')).json.generation;
    const second = (await media(call, 'x', '2', `&ifGenerationMatch=${first}`)).json;
    expect(BigInt(second.generation)).toBeGreaterThan(BigInt(first));
    expect((await media(call, 'x', '3', `&ifGenerationMatch=${first}`)).status).toBe(412);
    expect((await call('PATCH', `${object('x')}?ifMetagenerationMatch=2`, { json: {} })).status).toBe(412);
    expect((await call('PATCH', `${object('x')}?ifMetagenerationMatch=1`, { json: {} })).json.metageneration).toBe('2');
    expect((await call('DELETE', `${object('x')}?ifGenerationMatch=${first}`)).status).toBe(412);
    expect((await call('DELETE', `${object('x')}?ifGenerationMatch=${second.generation}`)).status).toBe(204);
    expect((await call('DELETE', object('x'))).status).toBe(404);
  });

  test('reads answer 304 for what the reader has, 404 for a generation that is gone', async () => {
    const { call } = await world();
    const { generation } = (await media(call, 'x', '1')).json;
    const known = await call('GET', `${object('x')}?ifGenerationNotMatch=${generation}`);
    expect([known.status, known.text]).toEqual([304, '']);
    expect((await call('GET', `${object('x')}?generation=${generation}`)).status).toBe(200);
    expect((await call('GET', `${object('x')}?generation=1`)).status).toBe(404);
  });
});

describe('downloads', () => {
  test('ranges', async () => {
    const { emulator, call } = await world();
    await emulator.storage.put('orchestra-dashboard', 'x', '0123456789');
    const range = async (value: string) => {
      const { status, text, headers } = await call('GET', `/download${object('x')}?alt=media`, {
        headers: { range: value },
      });
      return [status, text, headers['content-range']];
    };
    expect(await range('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10']);
    expect(await range('bytes=8-')).toEqual([206, '89', 'bytes 8-9/10']);
    expect(await range('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10']);
    expect((await range('bytes=10-'))[0]).toBe(416);
  });

  test('gzip is passed to readers who take it, inflated for others, untouched with no-transform', async () => {
    const { emulator, call } = await world();
    const gz = gzipSync('hello');
    const put = (name: string, cacheControl: string) =>
      emulator.storage.put('orchestra-dashboard', name, gz, {
        contentEncoding: 'gzip',
        cacheControl,
        contentType: 'text/css',
      });
    await put('x', 'no-cache');
    await put('y', 'no-cache, no-transform');
    const read = (name: string, headers = {}) => call('GET', `${object(name)}?alt=media`, { headers });
    const taken = await read('x', { 'accept-encoding': 'gzip' });
    expect(taken.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(taken.body).toString()).toBe('hello');
    const inflated = await read('x');
    expect([inflated.text, inflated.headers['content-encoding']]).toEqual(['hello', undefined]);
    expect((await read('y')).body.equals(gz)).toBe(true);
  });
});

describe('listing', () => {
  test('pages with prefix and delimiter hold every object and prefix once, in order', async () => {
    const { emulator, call } = await world();
    const names = fc.array(fc.stringMatching(/^[ab/]{1,5}$/), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.constantFrom('', 'a', 'a/', 'b'),
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 4 }),
        async (all, prefix, delimiter, size) => {
          const bucket = emulator.storage.store.bucket('orchestra-dashboard');
          bucket.objects.clear();
          bucket.sorted = undefined;
          for (const name of all) await emulator.storage.put('orchestra-dashboard', name, '');
          const items: string[] = [];
          const prefixes: string[] = [];
          let token = '';
          do {
            const query = new URLSearchParams({
              prefix,
              maxResults: String(size),
              ...(delimiter && { delimiter }),
              ...(token && { pageToken: token }),
            });
            const { json } = await call('GET', `${B}/o?${query}`);
            expect((json.items?.length ?? 0) + (json.prefixes?.length ?? 0)).toBeLessThanOrEqual(size);
            items.push(...(json.items ?? []).map((item: { name: string }) => item.name));
            prefixes.push(...(json.prefixes ?? []));
            token = json.nextPageToken ?? '';
          } while (token !== '');
          const under = [...new Set(all)].filter((name) => name.startsWith(prefix)).sort();
          const folder = (name: string) => {
            const cut = delimiter ? name.indexOf(delimiter, prefix.length) : -1;
            return cut < 0 ? undefined : name.slice(0, cut + 1);
          };
          expect(items).toEqual(under.filter((name) => folder(name) === undefined));
          expect(prefixes).toEqual([...new Set(under.map(folder).filter((name) => name !== undefined))]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('gives only the fields that were asked for', async () => {
    const { emulator, call } = await world();
    await emulator.storage.put('orchestra-dashboard', 'x', '', { metadata: { a: '1', b: '2' } });
    const { json } = await call('GET', `${B}/o?fields=${encodeURIComponent('items(name,metadata/a),nextPageToken')}`);
    expect(json).toEqual({ items: [{ name: 'x', metadata: { a: '1' } }] });
    expect((await call('GET', `${B}/o?fields=items(`)).status).toBe(400);
  });

  test.each([
    ['*', { a: 1, b: 2 }],
    ['a', { a: 1 }],
    ['a,b', { a: 1, b: 2 }],
  ])('selection %s', (fields, expected) => {
    expect(selector(fields)({ a: 1, b: 2 })).toEqual(expected);
  });

  test('orders names by their UTF-8 bytes', () => {
    // Few characters from where UTF-16 and UTF-8 disagree, so that they meet often.
    const name = fc.string({
      unit: fc.constantFrom('a', 'ü', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'),
      maxLength: 4,
    });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe('metadata', () => {
  test('a patch merges and raises the metageneration; null removes; the rest is read-only', async () => {
    const { call } = await world();
    await multipart(call, { name: 'x', cacheControl: 'no-cache', metadata: { a: '1', b: '2' } }, '1');
    const { json } = await call('PATCH', object('x'), {
      json: { cacheControl: null, contentType: 'text/html', metadata: { a: null, c: '3' }, size: '99' },
    });
    expect(json).toMatchObject({
      contentType: 'text/html',
      metadata: { b: '2', c: '3' },
      metageneration: '2',
      size: '1',
    });
    expect(json.metadata.a).toBeUndefined();
    expect(json.cacheControl).toBeUndefined();
  });

  test('an update replaces', async () => {
    const { call } = await world();
    await multipart(call, { name: 'x', cacheControl: 'no-cache', metadata: { a: '1' } }, '1');
    const { json } = await call('PUT', object('x'), { json: { contentType: 'text/html' } });
    expect(json.metadata).toBeUndefined();
    expect(json.cacheControl).toBeUndefined();
  });

  test('customTime only moves forward', async () => {
    const { call } = await world();
    await multipart(call, { name: 'x', customTime: '2026-01-02T00:00:00Z' }, '1');
    expect((await call('PATCH', object('x'), { json: { customTime: '2026-01-01T00:00:00Z' } })).status).toBe(400);
    expect((await call('PATCH', object('x'), { json: { customTime: null } })).status).toBe(400);
    expect((await call('PATCH', object('x'), { json: { customTime: '2026-01-03T00:00:00Z' } })).status).toBe(200);
  });
});

describe('copies', () => {
  test('keeps metadata unless other is sent, and honours preconditions of both sides', async () => {
    const { emulator, call } = await world();
    const { generation } = await emulator.storage.put('orchestra-dashboard', 'a', 'hello', { contentType: 'text/css' });
    const to = `${object('a')}/rewriteTo/b/orchestra-dashboard/o/b%2Fc`;
    const first = await call('POST', `${to}?ifGenerationMatch=0&ifSourceGenerationMatch=${generation}`);
    expect(first.json).toMatchObject({
      done: true,
      resource: { name: 'b/c', contentType: 'text/css', md5Hash: md5('hello') },
    });
    expect((await call('POST', `${to}?ifGenerationMatch=0`)).status).toBe(412);
    expect((await call('POST', `${to}?ifSourceGenerationMatch=1`)).status).toBe(412);
    const other = await call('POST', to, { json: { contentType: 'text/html' } });
    expect(other.json.resource.contentType).toBe('text/html');
    const copyTo = await call('POST', to.replace('rewriteTo', 'copyTo'), { json: {} });
    expect(copyTo.json).toMatchObject({ kind: 'storage#object', contentType: 'text/css' });
  });

  test('a long rewrite goes on by its token', async () => {
    const { emulator, call } = await world();
    emulator.storage.rewrites.bytesPerCall = 4;
    await emulator.storage.put('orchestra-dashboard', 'a', '0123456789');
    const to = `${object('a')}/rewriteTo/b/orchestra-dashboard/o/b`;
    const first = (await call('POST', to)).json;
    expect(first).toMatchObject({ done: false, totalBytesRewritten: '4' });
    expect((await call('GET', object('b'))).status).toBe(404);
    const second = (await call('POST', `${to}?rewriteToken=${first.rewriteToken}`)).json;
    expect(second.done).toBe(false);
    expect((await call('POST', `${to}?rewriteToken=${first.rewriteToken}`)).json.done).toBe(true);
    expect((await call('POST', `${to}?rewriteToken=nonsense`)).status).toBe(400);
  });

  test('a copy of a large object outlives its source', async () => {
    const { emulator, call } = await world();
    const bytes = Buffer.alloc(2_000_000, 'x');
    await emulator.storage.put('orchestra-dashboard', 'a', bytes);
    await call('POST', `${object('a')}/rewriteTo/b/orchestra-dashboard/o/b`);
    await call('DELETE', object('a'));
    expect((await call('GET', `${object('b')}?alt=media`)).body.equals(bytes)).toBe(true);
  });

  test('files of large objects go when nothing holds them any more', async () => {
    const { emulator, call } = await world();
    const bytes = Buffer.alloc(2_000_000, 'x');
    const { contents } = emulator.storage.store;
    await emulator.storage.put('orchestra-dashboard', 'a', bytes);
    await emulator.storage.put('orchestra-dashboard', 'a', bytes);
    expect(contents.files).toBe(1);
    await call('POST', `${object('a')}/rewriteTo/b/orchestra-dashboard/o/b`);
    expect((await media(call, 'a', bytes, '&ifGenerationMatch=0')).status).toBe(412);
    await call('DELETE', object('a'));
    expect(contents.files).toBe(1);
    await call('DELETE', object('b'));
    expect(contents.files).toBe(0);
  });

  test('composes', async () => {
    const { emulator, call } = await world();
    await emulator.storage.put('orchestra-dashboard', 'a', 'hel');
    await emulator.storage.put('orchestra-dashboard', 'b', 'lo');
    const { json } = await call('POST', `${object('c')}/compose`, {
      json: { sourceObjects: [{ name: 'a' }, { name: 'b' }], destination: { contentType: 'text/plain' } },
    });
    expect(json).toMatchObject({ componentCount: 2, crc32c: 'mnG7TA==', contentType: 'text/plain' });
    expect(json.md5Hash).toBeUndefined();
  });
});

describe('permissions', () => {
  test.each([
    ['storage.objects.list', (call: Call) => call('GET', `${B}/o`)],
    ['storage.objects.get', (call: Call) => call('GET', object('x'))],
    ['storage.objects.create', (call: Call) => media(call, 'y', '1')],
    ['storage.objects.delete', (call: Call) => call('DELETE', object('x'))],
    ['storage.objects.delete', (call: Call) => media(call, 'x', 'overwritten')],
    ['storage.objects.update', (call: Call) => call('PATCH', object('x'), { json: {} })],
    ['storage.buckets.get', (call: Call) => call('GET', B)],
  ])('%s is asked for', async (permission, act) => {
    const { emulator, call } = await world();
    await emulator.storage.put('orchestra-dashboard', 'x', '1');
    emulator.core.access.deny(permission);
    const answer = await act(call);
    expect(answer.status).toBe(403);
    expect(answer.json.error.message).toContain(`does not have ${permission} access to the Google Cloud Storage`);
    emulator.core.access.allow(permission);
    expect((await act(call)).status).toBeLessThan(300);
  });

  test('a dead token is 401 with a challenge', async () => {
    const { call } = await world();
    const answer = await call('GET', B, { token: 'dead' });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('invalid_token');
    expect(answer.json.error.errors[0].reason).toBe('authError');
  });
});

test('CRC-32C agrees with a bit by bit one, however it is cut', () => {
  const slow = (bytes: Uint8Array) => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
    }
    return ~crc >>> 0;
  };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.uint8Array({ maxLength: 50 }), (a, b) => {
      const whole = Buffer.concat([a, b]);
      expect(crc32c(Buffer.from(b), crc32c(Buffer.from(a)))).toBe(slow(whole));
    }),
  );
});
