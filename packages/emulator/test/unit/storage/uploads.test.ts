import { describe, expect, test } from 'vitest';
import fc from '../../../../../test/harness/seeded.ts';
import { crc32c, encodeCrc32c } from '../../../src/storage/content/crc32c.ts';
import { readMultipart } from '../../../src/storage/content/multipart.ts';
import { fixture, md5, media, multipart, object, UP } from './fixture.ts';

describe('uploads', () => {
  test('media: bytes, type and hashes come back', async () => {
    const { call } = await fixture();
    const response = await media(call, 'a b/ü.txt', 'hello', '', { headers: { 'content-type': 'text/plain' } });
    expect(response.json).toMatchObject({
      kind: 'storage#object',
      name: 'a b/ü.txt',
      bucket: 'orchestra-dashboard',
      contentType: 'text/plain',
      size: '5',
      metageneration: '1',
      md5Hash: md5('hello'),
      crc32c: 'mnG7TA==',
    });
    expect(response.json.generation).toMatch(/^\d{16}$/);
    const read = await call('GET', `${object('a b/ü.txt')}?alt=media`);
    expect(read.text).toBe('hello');
    expect(read.headers['x-goog-hash']).toBe(`crc32c=mnG7TA==,md5=${md5('hello')}`);
  });

  test.each(['\r\n', '\n'])(
    'multipart with line ends %j: metadata and bytes, delimiters inside included',
    async (newline) => {
      const { call } = await fixture();
      const content = `x${newline}--b0undar${newline}--${newline}`;
      const response = await multipart(
        call,
        { name: 'x.css', cacheControl: 'no-cache', metadata: { a: '1' } },
        content,
        '',
        newline,
      );
      expect(response.json).toMatchObject({ contentType: 'text/css', cacheControl: 'no-cache', metadata: { a: '1' } });
      expect((await call('GET', `${object('x.css')}?alt=media`)).text).toBe(content);
    },
  );

  test('the types of the two parts must be the same, letter for letter; one alone is taken', async () => {
    const { call } = await fixture();
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
    const { call } = await fixture();
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
    const { call } = await fixture();
    const content = Buffer.alloc(3_000_001, '\r\n--b0undar');
    const response = await multipart(call, { name: 'big' }, content);
    expect(response.json.md5Hash).toBe(md5(content));
    const read = await call('GET', `${object('big')}?alt=media`);
    expect(md5(read.body)).toBe(md5(content));
  });

  test('multipart cut off before its end is refused, and nothing is stored', async () => {
    const { call } = await fixture();
    const headers = { 'content-type': 'multipart/related; boundary=b' };
    const body = '--b\r\n\r\n{"name":"cut"}\r\n--b\r\n\r\nhalf';
    expect((await call('POST', `${UP}?uploadType=multipart`, { headers, body })).status).toBe(400);
    expect((await call('GET', object('cut'))).status).toBe(404);
  });

  test.each([
    ['md5Hash', { md5Hash: md5('other') }],
    ['crc32c', { crc32c: encodeCrc32c(crc32c(Buffer.from('other'))) }],
  ])('a wrong %s is refused, and the old object stays', async (_, claim) => {
    const { emulator, call } = await fixture();
    await emulator.storage.put('orchestra-dashboard', 'x', 'old');
    const response = await multipart(call, { name: 'x', ...claim }, 'new');
    expect(response.status).toBe(400);
    expect(response.json.error.message).toMatch(/doesn't match calculated/);
    expect((await emulator.storage.read('orchestra-dashboard', 'x'))?.toString()).toBe('old');
    const right = await multipart(
      call,
      { name: 'x', md5Hash: md5('new'), crc32c: encodeCrc32c(crc32c(Buffer.from('new'))) },
      'new',
    );
    expect(right.status).toBe(200);
  });

  test('hashes may come in headers', async () => {
    const { call } = await fixture();
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
    const { call } = await fixture();
    expect((await media(call, name, 'x')).status).toBe(400);
  });

  test('a missing bucket is 404, in the words of the service', async () => {
    const { call } = await fixture();
    const response = await call('POST', '/upload/storage/v1/b/nope/o?uploadType=media&name=x', { body: 'x' });
    expect(response.status).toBe(404);
    expect(response.json.error).toMatchObject({
      message: 'The specified bucket does not exist.',
      errors: [{ reason: 'notFound' }],
    });
  });
});

describe('preconditions', () => {
  test('ifGenerationMatch=0 makes an object once', async () => {
    const { call } = await fixture();
    expect((await media(call, 'x', '1', '&ifGenerationMatch=0')).status).toBe(200);
    const again = await media(call, 'x', '2', '&ifGenerationMatch=0');
    expect(again.status).toBe(412);
    expect(again.json.error.errors[0].reason).toBe('conditionNotMet');
    expect((await call('GET', `${object('x')}?alt=media`)).text).toBe('1');
  });

  test('of many at once with ifGenerationMatch=0, exactly one wins', async () => {
    const { call } = await fixture();
    const responses = await Promise.all(
      Array.from({ length: 8 }, (_, i) => media(call, 'x', String(i), '&ifGenerationMatch=0')),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  test('overwrites, patches and deletes only the generation and metageneration that are named', async () => {
    const { call } = await fixture();
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

  test('reads get 304 for what the reader has, 404 for a generation that is gone', async () => {
    const { call } = await fixture();
    const { generation } = (await media(call, 'x', '1')).json;
    const known = await call('GET', `${object('x')}?ifGenerationNotMatch=${generation}`);
    expect([known.status, known.text]).toEqual([304, '']);
    expect((await call('GET', `${object('x')}?generation=${generation}`)).status).toBe(200);
    expect((await call('GET', `${object('x')}?generation=1`)).status).toBe(404);
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
