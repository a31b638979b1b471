/** Publishing a site, through the bundle: uploads, headers, and unchanged files. */
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, createFixture, dashboard, errors, type Fixture, logOf } from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const HTML = { contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' };
const FOREVER = { contentType: 'text/javascript; charset=utf-8', cacheControl: 'public, max-age=31536000, immutable' };

/** Write calls to storage, as `METHOD object`. */
function writes(): string[] {
  return fixture.emulator.core.calls.list
    .filter(({ api, method }) => api === 'storage' && method !== 'GET')
    .map(({ method, path, query }) => {
      const sent = new URLSearchParams(query).get('name');
      return `${method} ${sent ?? decodeURIComponent(path.split('/o/').pop() ?? '')}`;
    });
}

describe('a first publish', () => {
  test('puts everything live with the right headers, keeps the release, and says what it did', async () => {
    const site = fixture.site('first-site');
    const result = await site.publish('a', dashboard(1));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(await site.live()).toEqual(dashboard(1));
    expect(site.object('index.html')?.metadata).toEqual(HTML);
    expect(site.object('assets/index-Ab3dEf01.js')?.metadata).toEqual(FOREVER);
    expect(result.outputs).toEqual({
      sites: expect.stringContaining('"status":"live"'),
      release: commit('a'),
      uploaded: '5',
      unchanged: '0',
      deleted: '0',
      bytes: expect.stringMatching(/^\d+$/),
      invalidated: JSON.stringify(['/', '/favicon.ico', '/help/', '/help/index.html', '/index.html']),
    });
    expect(await site.state()).toMatchObject({ current: commit('a'), published: [{ release: commit('a') }] });
    expect(await site.state()).not.toHaveProperty('claim');
    expect(result.summary).toContain(`✅ Release ${commit('a')} is live.`);
    expect(result.summary).toContain(`https://${site.host}/index.html`);
    for (const row of [
      'New or changed | 5',
      `Invalidated paths | \`/\` \`/favicon.ico\``,
      `Uploaded | ${result.outputs.bytes} B`,
    ])
      expect(result.summary).toContain(row);
    for (const phase of ['Scan', 'Read', 'Connect', 'Compare', 'Upload', 'Switch', 'Invalidate'])
      expect(result.summary).toMatch(new RegExp(`\\| ${phase} \\| [\\d.]+m?s \\|`));
    expect(await site.get('/index.html')).toMatchObject({ status: 200, body: dashboard(1)['index.html'] });
  });

  test('needs no listing, and the claim begins the switch', async () => {
    const site = fixture.site('new-site');
    fixture.emulator.core.calls.clear();
    await site.publish('a', dashboard(1));
    const order = writes();
    expect(order.filter((write) => write === 'POST .releases/state.json')).toHaveLength(2);
    expect([order[0], order.at(-1)]).toEqual(['POST .releases/state.json', 'POST .releases/state.json']);
    const looks = fixture.emulator.core.calls.list.filter(
      ({ method, path }) => method === 'GET' && path === '/storage/v1/b/new-site/o',
    );
    expect(looks.map(({ query }) => new URLSearchParams(query).get('maxResults'))).toEqual(['1']);
  });

  test('below a prefix, nothing outside it is touched', async () => {
    const site = fixture.site('prefix-site');
    await fixture.emulator.storage.put('prefix-site', 'other/index.html', 'theirs');
    const result = await site.publish('a', dashboard(1), { prefix: 'dashboard' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs.invalidated).toContain('"/dashboard/index.html"');
    expect(site.names().filter((name) => !name.startsWith('dashboard/'))).toEqual(['other/index.html']);
  });

  test('runs the build command first, in its folder', async () => {
    const site = fixture.site('built-site');
    site.build({ 'src/page': '<p>built' });
    const inputs = { 'build-command': 'mkdir out\ncp src/page out/index.html', 'working-directory': 'built-site' };
    const result = await site.run('a', { path: 'built-site/out', ...inputs });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(await site.live()).toEqual({ 'index.html': '<p>built' });
  });

  test('over a site that another tool has put there, only what differs is sent', async () => {
    const site = fixture.site('adopted-site');
    for (const [path, content] of Object.entries(dashboard(1)))
      await fixture.emulator.storage.put('adopted-site', path, content, {
        contentType: 'text/html',
        cacheControl: 'public, max-age=3600',
      });
    const result = await site.publish('a', dashboard(1));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs).toMatchObject({ uploaded: '0', unchanged: '5' });
    expect(site.object('index.html')?.metadata).toEqual(HTML);
    expect(site.object('assets/index-Ab3dEf01.js')?.metadata).toEqual(FOREVER);
    expect(site.object('assets/index-Ab3dEf01.js')?.metageneration).toBe(2);
  });
});

describe('an update', () => {
  test('sends only what changed, assets first, pages last; the old assets stay', async () => {
    const site = fixture.site('update-site');
    await site.publish('a', dashboard(1));
    fixture.emulator.core.calls.clear();
    const result = await site.publish('b', dashboard(2));
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs).toMatchObject({ uploaded: '4', unchanged: '1', 'previous-release': commit('a') });
    expect(JSON.parse(result.outputs.invalidated ?? '')).toEqual(['/', '/help/', '/help/index.html', '/index.html']);
    expect(await site.live()).toEqual({ ...dashboard(1), ...dashboard(2) });
    const order = writes().map((write) => write.replace(/[0-9a-f]{32,40}/g, 'HASH'));
    expect(order[0]).toBe('POST .releases/state.json');
    expect(order.slice(1, 6).sort()).toEqual([
      'POST .releases/HASH/files/HASH',
      'POST .releases/HASH/files/HASH',
      'POST .releases/HASH/manifest.json',
      'POST assets/chunk-Zy9xWv02.js',
      'POST assets/index-Ab3dEf02.js',
    ]);
    expect(order.slice(6)).toEqual([
      'POST .releases/state.json',
      'POST help/index.html',
      'POST index.html',
      'POST .releases/state.json',
    ]);
  });

  test('with nothing changed writes nothing', async () => {
    const site = fixture.site('same-site');
    await site.publish('a', dashboard(1));
    fixture.emulator.core.calls.clear();
    const result = await site.publish('a', dashboard(1));
    expect(result.outputs).toMatchObject({ uploaded: '0', unchanged: '5', bytes: '0', invalidated: '[]' });
    expect(result.log).toContain('nothing changed');
    expect(writes()).toEqual([]);
  });

  test('of another commit with the same files only moves the record', async () => {
    const site = fixture.site('recommit-site');
    await site.publish('a', dashboard(1));
    const before = site.object('index.html')?.generation;
    const result = await site.publish('b', dashboard(1));
    expect(result.outputs).toMatchObject({ release: commit('b'), uploaded: '0', invalidated: '[]' });
    expect(site.object('index.html')?.generation).toBe(before);
  });

  test('removes pages that are gone, keeps scripts that open pages may load', async () => {
    const site = fixture.site('removal-site');
    await site.publish('a', dashboard(1, { 'old.html': '<p>old', 'old.js': 'x' }));
    const result = await site.publish('b', dashboard(1));
    expect(result.outputs).toMatchObject({ deleted: '1', invalidated: '["/old.html"]' });
    expect(site.names()).not.toContain('old.html');
    expect(site.names()).toContain('old.js');
  });

  test('of headers only patches, and sends no content', async () => {
    const site = fixture.site('header-site');
    await site.publish('a', dashboard(1));
    const inputs = { 'cache-control': '*.html=public, max-age=60\n*.js=public, max-age=99' };
    const result = await site.publish('b', dashboard(1), inputs);
    expect(result.outputs).toMatchObject({ uploaded: '0', bytes: '0' });
    expect(JSON.parse(result.outputs.invalidated ?? '')).toEqual([
      '/',
      '/assets/chunk-Zy9xWv01.js',
      '/assets/index-Ab3dEf01.js',
      '/help/',
      '/help/index.html',
      '/index.html',
    ]);
    expect(site.object('index.html')).toMatchObject({
      metageneration: 2,
      metadata: { cacheControl: 'public, max-age=60' },
    });
    expect(site.object('assets/index-Ab3dEf01.js')?.metadata.cacheControl).toBe('public, max-age=99');
  });

  test('with gzip stores text compressed where that is smaller, and readers get the text', async () => {
    const site = fixture.site('gzip-site');
    const long = dashboard(1, {
      'long.txt': 'words '.repeat(2000),
      'photo.png': 'pixels '.repeat(2000),
      'font.woff2': 'curves '.repeat(2000),
    });
    site.build(long);
    writeFileSync(join(fixture.workspace, site.bucket, 'noise.txt'), noise(3000));
    const first = await site.run('a', { path: site.bucket, compress: 'gzip' });
    expect(first.exitCode, logOf(first)).toBe(0);
    expect(site.object('long.txt')).toMatchObject({ metadata: { contentEncoding: 'gzip' } });
    expect(site.object('long.txt')?.content.size).toBeLessThan(200);
    expect(site.object('noise.txt')).toMatchObject({ content: { size: 3000 } });
    for (const name of ['index.html', 'noise.txt', 'photo.png', 'font.woff2'])
      expect(site.object(name)?.metadata.contentEncoding, name).toBeUndefined();
    expect((await site.get('/long.txt')).body).toBe(long['long.txt']);
    const again = await site.run('a', { path: site.bucket, compress: 'gzip' });
    expect(again.outputs).toMatchObject({ uploaded: '0', bytes: '0' });
    const off = await site.publish('b', long);
    expect(off.exitCode, logOf(off)).toBe(0);
    expect(site.object('long.txt')?.metadata.contentEncoding).toBeUndefined();
    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(site.object('long.txt')?.metadata.contentEncoding).toBe('gzip');
    expect((await site.get('/long.txt')).body).toBe(long['long.txt']);
  });
});

describe('a page that depends on an unhashed script', () => {
  const version = (n: number) => dashboard(1, { 'index.html': '<script src="/app.js"></script>', 'app.js': `v${n}` });
  test('is named in a warning, and with strict refused before anything is written', async () => {
    const site = fixture.site('unhashed-site');
    await site.publish('a', version(1));
    fixture.emulator.core.calls.clear();
    const refused = await site.publish('b', version(2), { strict: 'true' });
    expect(refused.exitCode).toBe(1);
    expect(errors(refused)).toMatch(/index.html loads app.js, which changes and has no content hash in its name/);
    expect(writes()).toEqual([]);
    const warned = await site.publish('b', version(2));
    expect(warned.exitCode, logOf(warned)).toBe(0);
    expect(warned.warnings.map(({ message }) => message).join()).toMatch(/index.html loads app.js/);
  });

  test.each([
    ['by a script of its own', { 'index.html': '<script type="module">import { a } from "/late.js"</script>' }],
    ['by a preload', { 'index.html': '<link rel="preload" as="script" href="/late.js">' }],
    ['below another base', { 'index.html': '<base href="/sub/"><script src="../late.js"></script>' }],
    ['by an import map', { 'index.html': '<script type="importmap">{"imports":{"late":"/late.js"}}</script>' }],
    [
      'through scripts that stay',
      {
        'index.html': '<script type="module" src="/assets/index-Ab3dEf01.js"></script>',
        'assets/index-Ab3dEf01.js': 'import{b}from"../boot.js"',
        'boot.js': 'const late = import("./late.js")',
      },
    ],
  ])('%s, too', async (how, files) => {
    const site = fixture.site(`unhashed-${how.replaceAll(' ', '-').replace(',', '')}`);
    await site.publish('a', { ...files, 'late.js': '1' });
    const refused = await site.publish('b', { ...files, 'late.js': '2' }, { strict: 'true' });
    expect(refused.exitCode, logOf(refused)).toBe(1);
    expect(errors(refused)).toMatch(/index.html loads late.js, which changes and has no content hash/);
    const idle = await site.publish('b', { ...files, 'late.js': '1', 'other.js': '2' }, { strict: 'true' });
    expect(idle.exitCode, logOf(idle)).toBe(0);
  });

  test('and styles that styles import', async () => {
    const site = fixture.site('unhashed-styles');
    const styles = {
      'index.html': '<link rel="stylesheet" href="main.css">',
      'main.css': '@import url("parts/late.css");',
    };
    await site.publish('a', { ...styles, 'parts/late.css': 'a{}' });
    const refused = await site.publish('b', { ...styles, 'parts/late.css': 'b{}' }, { strict: 'true' });
    expect(errors(refused)).toMatch(/index.html loads parts\/late.css/);
  });
});

describe('source maps', () => {
  const contents = dashboard(1, { 'assets/index-Ab3dEf01.js.map': '{}' });
  test('are left out with a notice, and published with source-maps: true', async () => {
    const site = fixture.site('maps-site');
    const without = await site.publish('a', contents);
    expect(without.log).toMatch(/1 source maps are left out. Set source-maps: true to publish them/);
    expect(site.names()).not.toContain('assets/index-Ab3dEf01.js.map');
    const requested = await site.publish('b', contents, { 'source-maps': 'true' });
    expect(requested.outputs.uploaded).toBe('1');
    expect(site.object('assets/index-Ab3dEf01.js.map')?.metadata).toMatchObject({
      contentType: 'application/json; charset=utf-8',
    });
  });
});

/** Bytes that gzip cannot compress. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) => hash('sha256', String(i), 'buffer'));
  return Buffer.concat(blocks).subarray(0, length);
}
