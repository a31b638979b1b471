import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import fc from '../../../../../test/harness/seeded.ts';
import { selector } from '../../../src/http/field-selection.ts';
import { compareUtf8 } from '../../../src/storage/list.ts';
import type { Call } from '../fixture.ts';
import { B, fixture, md5, media, multipart, object } from './fixture.ts';

describe('downloads', () => {
  test('ranges', async () => {
    const { emulator, call } = await fixture();
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
    const { emulator, call } = await fixture();
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
  test.each([
    ['**.json', ['a/b/state.json', 'state.json']],
    ['*.json', ['state.json']],
    ['{state.json,**/state.json}', ['a/b/state.json', 'state.json']],
    ['a/?', ['a/x']],
    ['[st]*', ['state.json']],
    ['a/**', ['a/b/state.json', 'a/x']],
  ])('a listing by the glob %s', async (matchGlob, expected) => {
    const { call } = await fixture();
    for (const name of ['a/b/state.json', 'a/x', 'state.json']) await media(call, name, name);
    const { json } = await call('GET', `${B}/o?${new URLSearchParams({ matchGlob })}`);
    expect((json.items as { name: string }[]).map(({ name }) => name)).toEqual(expected);
  });

  test('pages with prefix and delimiter hold every object and prefix once, in order', async () => {
    const { emulator, call } = await fixture();
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

  test('gives only the fields that were requested', async () => {
    const { emulator, call } = await fixture();
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
    // A few characters that UTF-16 and UTF-8 sort differently, so that collisions are frequent.
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
    const { call } = await fixture();
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
    const { call } = await fixture();
    await multipart(call, { name: 'x', cacheControl: 'no-cache', metadata: { a: '1' } }, '1');
    const { json } = await call('PUT', object('x'), { json: { contentType: 'text/html' } });
    expect(json.metadata).toBeUndefined();
    expect(json.cacheControl).toBeUndefined();
  });

  test('customTime only moves forward', async () => {
    const { call } = await fixture();
    await multipart(call, { name: 'x', customTime: '2026-01-02T00:00:00Z' }, '1');
    expect((await call('PATCH', object('x'), { json: { customTime: '2026-01-01T00:00:00Z' } })).status).toBe(400);
    expect((await call('PATCH', object('x'), { json: { customTime: null } })).status).toBe(400);
    expect((await call('PATCH', object('x'), { json: { customTime: '2026-01-03T00:00:00Z' } })).status).toBe(200);
  });
});

describe('copies', () => {
  test('keeps metadata unless other is sent, and honors preconditions of both sides', async () => {
    const { emulator, call } = await fixture();
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

  test('a long rewrite continues by its token', async () => {
    const { emulator, call } = await fixture();
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
    const { emulator, call } = await fixture();
    const bytes = Buffer.alloc(2_000_000, 'x');
    await emulator.storage.put('orchestra-dashboard', 'a', bytes);
    await call('POST', `${object('a')}/rewriteTo/b/orchestra-dashboard/o/b`);
    await call('DELETE', object('a'));
    expect((await call('GET', `${object('b')}?alt=media`)).body.equals(bytes)).toBe(true);
  });

  test('files of large objects go when nothing holds them any more', async () => {
    const { emulator, call } = await fixture();
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
    const { emulator, call } = await fixture();
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
  ])('%s is requested', async (permission, act) => {
    const { emulator, call } = await fixture();
    await emulator.storage.put('orchestra-dashboard', 'x', '1');
    emulator.core.access.deny(permission);
    const response = await act(call);
    expect(response.status).toBe(403);
    expect(response.json.error.message).toContain(`does not have ${permission} access to the Google Cloud Storage`);
    emulator.core.access.allow(permission);
    expect((await act(call)).status).toBeLessThan(300);
  });

  test('an expired token is 401 with a challenge', async () => {
    const { call } = await fixture();
    const response = await call('GET', B, { token: 'dead' });
    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toContain('invalid_token');
    expect(response.json.error.errors[0].reason).toBe('authError');
  });
});
