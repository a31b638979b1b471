/** Precompressed files, through the bundle and by requests to the CDN: stored with their encoding, compared, rolled back. */
import { createCipheriv } from 'node:crypto';
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gzipSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, createFixture, errors, type Fixture, logOf, type Site } from '../publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const SCRIPT = '_app/immutable/start.js';

/** Each file with the copies that SvelteKit writes with `precompress`; another `level` gives other bytes for the same content. */
function precompressed(contents: Record<string, string>, level = 9): Record<string, string | Buffer> {
  const copies = Object.entries(contents).flatMap(([path, text]): [string, string | Buffer][] => [
    [path, text],
    [`${path}.gz`, gzipSync(text, { level })],
    [`${path}.br`, brotliCompressSync(text)],
  ]);
  return Object.fromEntries(copies);
}

const text = (version: number) => ({
  'index.html': `<!doctype html><script src="/${SCRIPT}"></script>${`<p>page ${version}`.repeat(200)}`,
  [SCRIPT]: `export const version = ${'1'.repeat(2000)}`,
});
const build = (version: number, level?: number): Record<string, string | Buffer> => ({
  ...precompressed(text(version), level),
  'icon.png': 'pixels',
});
const encodings = (site: Site) =>
  ['index.html', SCRIPT, 'icon.png'].map((path) => site.object(path)?.metadata.contentEncoding);
const live = (site: Site) => site.names().filter((name) => !name.startsWith('.releases/'));

describe('precompressed', () => {
  test('gzip: a reader that accepts gzip gets the build’s bytes, any other the content', async () => {
    const site = fixture.site('gzip-copies');
    const result = await site.publish('a', build(1), { precompressed: 'gzip' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(live(site)).toEqual([SCRIPT, 'icon.png', 'index.html']);
    const packed = await site.get(`/${SCRIPT}`, { 'accept-encoding': 'gzip, br' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(packed.bytes).toEqual(build(1)[`${SCRIPT}.gz`]);
    const plain = await site.get(`/${SCRIPT}`);
    expect([plain.body, plain.headers['content-encoding']]).toEqual([text(1)[SCRIPT], undefined]);
    expect((await site.get('/index.html')).body).toBe(text(1)['index.html']);
    expect(result.log).toContain('4 compressed copies are not published under their own names');
    expect(result.log).not.toContain('does not compress');
  });

  test('the same content compressed again is unchanged, also where gzip wrote other bytes', async () => {
    const site = fixture.site('same-copies');
    await site.publish('a', build(1), { precompressed: 'gzip' });
    const again = await site.publish('a', build(1, 1), { precompressed: 'gzip' });
    expect(again.outputs).toMatchObject({ uploaded: '0', bytes: '0', unchanged: '3' });
    expect(again.summary).toContain('nothing changed');
  });

  test('br: the copy in Brotli is preferred, and sent to every reader', async () => {
    const site = fixture.site('br-copies');
    const { [`${SCRIPT}.br`]: _, ...without } = build(1);
    const result = await site.publish('a', without, { precompressed: 'br' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(encodings(site)).toEqual(['br', 'gzip', undefined]);
    const page = await site.get('/index.html');
    expect(page.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/html; charset=utf-8' });
    expect(brotliDecompressSync(page.bytes).toString()).toBe(text(1)['index.html']);
  });

  test('zstd: the copy in Zstandard is preferred, else those of br; a rollback goes back to each', async () => {
    const site = fixture.site('zst-copies');
    const page = text(1)['index.html'];
    const files = { ...build(1), 'index.html.zst': zstdCompressSync(page) };
    await site.publish('a', files, { precompressed: 'br' });
    expect([encodings(site), live(site)]).toEqual([
      ['br', 'br', undefined],
      [SCRIPT, 'icon.png', 'index.html'],
    ]);
    const result = await site.publish('b', files, { precompressed: 'zstd' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(encodings(site)).toEqual(['zstd', 'br', undefined]);
    const response = await site.get('/index.html');
    expect(response.headers).toMatchObject({ 'content-encoding': 'zstd', 'content-type': 'text/html; charset=utf-8' });
    expect(zstdDecompressSync(response.bytes).toString()).toBe(page);
    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(brotliDecompressSync((await site.get('/index.html')).bytes).toString()).toBe(page);
  });

  test('zstd: a copy that is cut off, of other content, or with a window that browsers refuse', async () => {
    const site = fixture.site('zst-stale');
    const wide = { params: { [constants.ZSTD_c_windowLog]: 24 } };
    const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(17_000_000));
    const files = {
      'index.html': '<p>',
      'index.html.zst': zstdCompressSync('<p>').subarray(0, 9),
      'app.js': 'new',
      'app.js.zst': zstdCompressSync('old'),
      'game.data': noise,
      'game.data.zst': zstdCompressSync(noise, wide),
    };
    const result = await site.publish('a', files, { precompressed: 'zstd' });
    expect(errors(result)).toContain('index.html.zst cannot be decoded as zstd');
    expect(errors(result)).toContain('app.js.zst has other content than app.js');
    expect(errors(result)).toContain('game.data.zst cannot be decoded as zstd');
    expect(site.names()).toEqual([]);
  });

  test('off: published as in 1.0, and a notice names the input', async () => {
    const site = fixture.site('no-copies');
    const result = await site.publish('a', build(1));
    expect(live(site)).toHaveLength(7);
    expect(encodings(site)).toEqual([undefined, undefined, undefined]);
    expect(result.log).toContain(`${SCRIPT}.br is published as a download, and ${SCRIPT} uncompressed.`);
    expect(result.log).toContain('Set precompressed: gzip, br or zstd');
  });

  test('a copy of other content is refused before anything is written', async () => {
    const site = fixture.site('stale-copies');
    const stale = { ...build(2), [`${SCRIPT}.gz`]: gzipSync('old'), 'index.html.gz': Buffer.from('no gzip') };
    const result = await site.publish('a', stale, { precompressed: 'gzip' });
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toContain(
      `${SCRIPT}.gz has other content than ${SCRIPT}, from which it was compressed. Delete it`,
    );
    expect(errors(result)).toContain('index.html.gz cannot be decoded as gzip');
    expect(site.names()).toEqual([]);
  });

  test.each([
    ['in place', 'false'],
    ['atomic', 'true'],
  ])('%s: a rollback to each release restores its encoding', async (name, atomic) => {
    const site = fixture.site(`encoded-${name.replace(' ', '-')}`);
    const get = async () => {
      const { headers, bytes, body } = await site.get('/index.html', { 'accept-encoding': 'gzip, br' });
      const encoding = headers['content-encoding'];
      return [encoding, encoding === 'br' ? brotliDecompressSync(bytes).toString() : body.slice(0, 9)];
    };
    const page = text(1)['index.html'];
    await site.publish('a', build(1), { atomic });
    expect(await get()).toEqual([undefined, '<!doctype']);
    const packed = await site.publish('b', build(1), { precompressed: 'br', atomic });
    expect(packed.exitCode, logOf(packed)).toBe(0);
    expect(packed.outputs.invalidated).toContain('"/index.html"');
    expect(await get()).toEqual(['br', page]);
    await site.publish('c', build(1), { precompressed: 'gzip', atomic });
    expect((await get())[0]).toBe('gzip');
    for (const [to, encoding] of [
      [commit('b'), 'br'],
      [commit('a'), undefined],
      [commit('c'), 'gzip'],
    ] as const) {
      const back = await site.run('d', { 'rollback-to': to });
      expect(back.exitCode, logOf(back)).toBe(0);
      expect((await get())[0], to).toBe(encoding);
    }
  });

  test('pruning deletes what only an encoded release needs', async () => {
    const site = fixture.site('pruned-copies');
    for (const [i, letter] of [...'abc'].entries())
      await site.publish(letter, build(i), { precompressed: 'gzip', 'keep-releases': '1', 'keep-days': '0' });
    const left = site.names().filter((name) => name.includes(commit('a')));
    // The icon is the same in all releases, so it stays where the first release stored it.
    expect(left).toHaveLength(1);
    expect((await site.get('/index.html')).body).toBe(text(2)['index.html']);
    expect(site.names().filter((name) => /\/files\/.*\.gzip$/.test(name))).toHaveLength(2);
  });
});

describe('content-encoding', () => {
  const code = Buffer.from('\0asm program '.repeat(500));
  const unity = {
    'index.html': '<script src="Build/game.loader.js"></script>',
    'Build/game.loader.js': 'fetch("game.wasm.br")',
    'Build/game.wasm.br': brotliCompressSync(code),
    'Build/game.framework.js.br': brotliCompressSync('framework'),
    'Build/game.data.gz': gzipSync('data'),
  };

  test('a Unity build: files under their compressed names get the type of their content', async () => {
    const site = fixture.site('unity');
    const result = await site.publish('a', unity, { 'content-encoding': '*.br=br\n*.gz=gzip' });
    expect(result.exitCode, logOf(result)).toBe(0);
    const wasm = await site.get('/Build/game.wasm.br');
    expect(wasm.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'application/wasm' });
    expect(brotliDecompressSync(wasm.bytes)).toEqual(code);
    expect(site.object('Build/game.framework.js.br')?.metadata.contentType).toBe('text/javascript; charset=utf-8');
    const data = await site.get('/Build/game.data.gz', { 'accept-encoding': 'gzip' });
    expect(data.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/octet-stream' });
    expect((await site.get('/Build/game.data.gz')).body).toBe('data');
    const again = await site.run('a', { path: site.bucket, 'content-encoding': '*.br=br\n*.gz=gzip' });
    expect(again.outputs.uploaded).toBe('0');
  });

  test('without it, a notice says that such files are downloads', async () => {
    const result = await fixture.site('unity-plain').publish('a', unity);
    expect(result.log).toContain('Build/game.data.gz is published as a download, without a Content-Encoding.');
    expect(result.log).toContain('set content-encoding: "*.br=br", "*.gz=gzip" or "*.zst=zstd"');
  });

  test('none keeps a download beside its original, where other copies are left out', async () => {
    const site = fixture.site('downloads');
    const files = precompressed({ 'index.html': '<p>', 'table.csv': 'a,b' });
    const result = await site.publish('a', files, { precompressed: 'gzip', 'content-encoding': 'table.csv.gz=none' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(live(site)).toEqual(['index.html', 'table.csv', 'table.csv.gz']);
    expect(site.object('table.csv.gz')?.metadata).toMatchObject({ contentType: 'application/gzip' });
    expect(site.object('table.csv')?.metadata.contentEncoding).toBeUndefined();
  });

  test('files compressed in place keep their names and types', async () => {
    const site = fixture.site('compressed-in-place');
    const files = { 'index.html': gzipSync('<script src="app.js"></script>'), 'app.js': gzipSync('run()') };
    const result = await site.publish('a', files, { 'content-encoding': '*.{html,js}=gzip' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(await site.get('/app.js')).toMatchObject({ body: 'run()' });
    const changed = { ...files, 'app.js': gzipSync('run(2)') };
    const next = await site.publish('b', changed, { 'content-encoding': '*.{html,js}=gzip' });
    expect(next.log).toContain('index.html loads app.js, which changes');
  });

  test('what is compressed is searched for credentials, and source maps stay out', async () => {
    const site = fixture.site('compressed-secrets');
    const key = `-----BEGIN PRIVATE KEY-----\n${'M'.repeat(64)}\n`;
    const files = { 'index.html': '<p>', 'app.js.gz': gzipSync(`k="${key}"`), 'app.js.map.gz': gzipSync('{}') };
    const inputs = { 'content-encoding': '*.gz=gzip' };
    const refused = await site.publish('a', files, inputs);
    expect(errors(refused)).toContain('app.js.gz contains a private key');
    await site.publish('a', { ...files, 'app.js.gz': gzipSync('fine') }, inputs);
    expect(live(site)).toEqual(['app.js.gz', 'index.html']);
  });

  test('a wrong encoding is named, in the input and in the file', async () => {
    const site = fixture.site('wrong-encodings');
    expect(errors(await site.publish('a', { 'index.html': '<p>' }, { 'content-encoding': '*.Z=compress' }))).toContain(
      'Input content-encoding: "compress" is not a supported content encoding. Use gzip, br, zstd or none.',
    );
    expect(
      errors(await site.publish('a', { 'index.html': '<p>', 'a.js.br': 'x' }, { 'content-encoding': '*.br=br' })),
    ).toContain('a.js.br cannot be decoded as br');
  });

  test('a file that is sent in pieces has its encoding too', async () => {
    const site = fixture.site('large-encoded');
    const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(9_000_000));
    const files = { 'index.html': '<p>', 'game.data.gz': gzipSync(noise, { level: 1 }) };
    const result = await site.publish('a', files, { 'content-encoding': '*.gz=gzip' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(site.object('game.data.gz')?.metadata).toMatchObject({ contentEncoding: 'gzip' });
    expect((await site.get('/game.data.gz')).bytes.equals(noise)).toBe(true);
  });
});
