/** publish-frontend's main job through the committed bundle: publish, update, roll back, hold, prune. */
import { hash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, createFixture, dashboard, errors, type Fixture, said } from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const HTML = { contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' };
const FOREVER = { contentType: 'text/javascript; charset=utf-8', cacheControl: 'public, max-age=31536000, immutable' };

/** Calls to storage that write, as `METHOD object`. */
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
    expect(result.exitCode, said(result)).toBe(0);
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
    expect(result.exitCode, said(result)).toBe(0);
    expect(result.outputs.invalidated).toContain('"/dashboard/index.html"');
    expect(site.names().filter((name) => !name.startsWith('dashboard/'))).toEqual(['other/index.html']);
  });

  test('runs the build command first, in its folder', async () => {
    const site = fixture.site('built-site');
    site.build({ 'src/page': '<p>built' });
    const inputs = { 'build-command': 'mkdir out\ncp src/page out/index.html', 'working-directory': 'built-site' };
    const result = await site.run('a', { path: 'built-site/out', ...inputs });
    expect(result.exitCode, said(result)).toBe(0);
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
    expect(result.exitCode, said(result)).toBe(0);
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
    expect(result.exitCode, said(result)).toBe(0);
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

  test('of headers alone patches, and sends nothing', async () => {
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
    expect(first.exitCode, said(first)).toBe(0);
    expect(site.object('long.txt')).toMatchObject({ metadata: { contentEncoding: 'gzip' } });
    expect(site.object('long.txt')?.content.size).toBeLessThan(200);
    expect(site.object('noise.txt')).toMatchObject({ content: { size: 3000 } });
    for (const name of ['index.html', 'noise.txt', 'photo.png', 'font.woff2'])
      expect(site.object(name)?.metadata.contentEncoding, name).toBeUndefined();
    expect((await site.get('/long.txt')).body).toBe(long['long.txt']);
    const again = await site.run('a', { path: site.bucket, compress: 'gzip' });
    expect(again.outputs).toMatchObject({ uploaded: '0', bytes: '0' });
    const off = await site.publish('b', long);
    expect(off.exitCode, said(off)).toBe(0);
    expect(site.object('long.txt')?.metadata.contentEncoding).toBeUndefined();
    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(back.exitCode, said(back)).toBe(0);
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
    expect(warned.exitCode, said(warned)).toBe(0);
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
    expect(refused.exitCode, said(refused)).toBe(1);
    expect(errors(refused)).toMatch(/index.html loads late.js, which changes and has no content hash/);
    const idle = await site.publish('b', { ...files, 'late.js': '1', 'other.js': '2' }, { strict: 'true' });
    expect(idle.exitCode, said(idle)).toBe(0);
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

describe('a rollback', () => {
  test('brings back the release before, holds the site, and the hold is released on request', async () => {
    const site = fixture.site('rollback-site');
    await site.publish('a', dashboard(1, { 'only-one.html': 'x' }));
    await site.publish('b', dashboard(2, { 'only-two.html': 'y' }));
    fixture.emulator.core.calls.clear();
    const back = await site.run('c', { 'rollback-to': 'previous', reason: 'broken login' });
    expect(back.exitCode, said(back)).toBe(0);
    expect(writes().filter((write) => write === 'POST .releases/state.json')).toHaveLength(2);
    expect(back.outputs).toMatchObject({ release: commit('a'), 'previous-release': commit('b') });
    expect((await site.get('/index.html')).body).toContain('v1');
    expect(site.names()).toContain('only-one.html');
    expect(site.names()).not.toContain('only-two.html');

    const refused = await site.publish('d', dashboard(3));
    expect(refused.exitCode).toBe(1);
    expect(errors(refused)).toMatch(/on hold at release a{40} since .* by octocat .*broken login.*release-hold: true/);
    expect((await site.get('/index.html')).body).toContain('v1');

    const unbuilt = await site.publish('d', dashboard(3), { 'build-command': 'touch built' });
    expect(errors(unbuilt)).toMatch(/on hold at release/);
    expect(existsSync(join(fixture.workspace, 'built'))).toBe(false);

    const released = await site.publish('d', dashboard(3), { 'release-hold': 'true' });
    expect(released.exitCode, said(released)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v3');
    expect(await site.state()).not.toHaveProperty('hold');

    // What was rolled back from served before the fix, too, but is not what to go back to.
    const before = await site.run('e', { 'rollback-to': 'previous', reason: 'the fix is broken, too' });
    expect(before.outputs).toMatchObject({ release: commit('a'), 'previous-release': commit('d') });
    expect((await site.get('/index.html')).body).toContain('v1');
    const forward = await site.publish('f', dashboard(4), { 'release-hold': 'true', reason: 'mended' });
    expect(forward.summary).toMatch(
      /Released hold: at release a{40} .*Reason: the fix is broken, too. Released: mended/,
    );
  });

  test('to a release by name, twice the same, and the hold ended without publishing', async () => {
    const site = fixture.site('named-site');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    await site.publish('c', dashboard(3));
    for (let i = 0; i < 2; i++) {
      const back = await site.run('d', { 'rollback-to': commit('a').slice(0, 12) });
      expect(back.exitCode, said(back)).toBe(0);
      expect((await site.get('/index.html')).body).toContain('v1');
    }
    const ended = await site.run('e', { 'release-hold': 'true' });
    expect(ended.exitCode, said(ended)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect((await site.publish('f', dashboard(2))).exitCode).toBe(0);
  });

  test('is refused to what was pruned, half uploaded or never there; nothing changes', async () => {
    const site = fixture.site('refused-site');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    fixture.emulator.storage.store.remove(site.object('assets/chunk-Zy9xWv01.js') as never);
    fixture.emulator.core.faults.add({ api: 'storage', path: '^/upload/.*assets', status: 403, times: -1 });
    expect((await site.publish('e', dashboard(5))).exitCode).toBe(1);
    fixture.emulator.core.faults.clear();
    const unfinished = await site.run('c', { 'rollback-to': commit('e') });
    expect(errors(unfinished)).toMatch(
      /Release e{40} cannot be rolled back to: it was never completely published here/,
    );
    const before = site.names();
    const half = await site.run('c', { 'rollback-to': commit('a') });
    expect(errors(half)).toMatch(
      /cannot be rolled back to: 1 of its 5 files are missing or changed, for instance assets\/chunk-Zy9xWv01.js/,
    );
    const never = await site.run('c', { 'rollback-to': commit('f') });
    expect(errors(never)).toMatch(
      /was never completely published here, or was pruned. Kept releases, newest first: b{40}, a{40}/,
    );
    const none = await fixture.site('empty-site').run('c', { 'rollback-to': 'previous' });
    expect(errors(none)).toMatch(/nothing was published here yet/);
    expect(site.names()).toEqual(before);
    expect(await site.state()).not.toHaveProperty('hold');
  });
});

describe('source maps', () => {
  const contents = dashboard(1, { 'assets/index-Ab3dEf01.js.map': '{}' });
  test('are left out, which is said, and published when asked for', async () => {
    const site = fixture.site('maps-site');
    const without = await site.publish('a', contents);
    expect(without.log).toMatch(/1 source maps are left out. Set source-maps: true to publish them/);
    expect(site.names()).not.toContain('assets/index-Ab3dEf01.js.map');
    const asked = await site.publish('b', contents, { 'source-maps': 'true' });
    expect(asked.outputs.uploaded).toBe('1');
    expect(site.object('assets/index-Ab3dEf01.js.map')?.metadata).toMatchObject({
      contentType: 'application/json; charset=utf-8',
    });
  });
});

describe('pruning', () => {
  test('goes by days, too, and never leaves the prefix', async () => {
    const site = fixture.site('pruned-prefix');
    const rules = { prefix: 'app', 'keep-releases': '1', 'keep-days': '30' };
    await site.publish('a', dashboard(1), { ...rules, prefix: 'admin' });
    for (const [i, letter] of ['a', 'b', 'c'].entries()) await site.publish(letter, dashboard(i + 1), rules);
    const young = site.names();
    expect(young.filter((name) => name.startsWith('app/assets/'))).toHaveLength(6);
    // As if the first release were older than that.
    const name = 'app/.releases/state.json';
    const state = (await fixture.emulator.storage.read(site.bucket, name))?.toString() ?? '';
    const old = new Date(Date.now() - 31 * 86_400_000).toISOString();
    await fixture.emulator.storage.put(site.bucket, name, state.replace(/"at": "[^"]*"/, `"at": "${old}"`));
    const pruned = await site.publish('d', dashboard(4), rules);
    expect(pruned.summary).toContain(`Pruned releases | \`${commit('a')}\` |`);
    const gone = young.filter((one) => !site.names().includes(one));
    expect(gone.length).toBeGreaterThan(3);
    expect(gone.filter((one) => !/^app\/(assets\/.*01\.js$|\.releases\/a+\/)/.test(one))).toEqual([]);
  });

  test('deletes what only old releases need, bounded, and spares the rest', async () => {
    const site = fixture.site('pruned-site');
    const rules = { 'keep-releases': '2', 'keep-days': '0' };
    for (const [i, letter] of ['a', 'b', 'c'].entries())
      expect((await site.publish(letter, dashboard(i + 1), { ...rules, 'max-delete': '0' })).exitCode).toBe(0);
    await fixture.emulator.storage.put('pruned-site', 'assets/foreign.js', 'theirs');
    const bounded = await site.publish('c', dashboard(3), { ...rules, 'max-delete': '2' });
    expect(bounded.outputs.deleted).toBe('2');
    expect(bounded.notices.map(({ message }) => message).join()).toMatch(
      /3 more objects of old releases are left for the next run/,
    );
    const rest = await site.publish('c', dashboard(3), rules);
    expect(rest.outputs.deleted).toBe('3');
    expect(rest.summary).toContain(`Pruned releases | \`${commit('a')}\``);
    expect(site.names().filter((name) => name.includes('01.js') || name.includes(`${commit('a')}/manifest`))).toEqual(
      [],
    );
    expect(await site.live()).toEqual({ ...dashboard(2), ...dashboard(3), 'assets/foreign.js': 'theirs' });
    expect(await site.broken()).toEqual([]);
    const back = await site.run('d', { 'rollback-to': 'previous' });
    expect(back.exitCode, said(back)).toBe(0);
    expect(await site.broken()).toEqual([]);
  });

  test('spares what someone else has written under a name that the site no longer has', async () => {
    const site = fixture.site('pruned-foreign');
    const rules = { 'keep-releases': '1', 'keep-days': '0', 'max-delete': '0' };
    await site.publish('a', dashboard(1, { 'config.json': '1', 'own.json': '1' }), rules);
    await site.publish('b', dashboard(2), rules);
    await site.publish('c', dashboard(3), rules);
    await fixture.emulator.storage.put('pruned-foreign', 'config.json', 'theirs');
    const pruned = await site.publish('d', dashboard(4), { ...rules, 'max-delete': '1000' });
    expect(pruned.summary).toContain(`Pruned releases | \`${commit('a')}\``);
    expect((await site.live())['config.json']).toBe('theirs');
    expect(site.names()).not.toContain('own.json');
    expect(pruned.warnings.map(({ message }) => message).join()).toMatch(
      /1 objects have names of pruned releases.* for instance config.json/,
    );
    const gone = await site.run('e', { 'rollback-to': commit('a') });
    expect(errors(gone)).toMatch(
      /Release a{40} cannot be rolled back to: .* was pruned. Kept releases, newest first: d/,
    );
  });
});

describe('a dry run', () => {
  test('prints the plan and changes nothing', async () => {
    const site = fixture.site('dry-site');
    await site.publish('a', dashboard(1, { 'old.html': '' }));
    fixture.emulator.core.calls.clear();
    const rules = { 'dry-run': 'true', 'keep-releases': '1', 'keep-days': '0' };
    const publish = await site.publish('b', dashboard(2), rules);
    expect(publish.exitCode, said(publish)).toBe(0);
    expect(publish.log).toMatch(/Dry run: would publish release b{40} and change 5 files/);
    expect(publish.log).toContain('+ assets/index-Ab3dEf02.js');
    expect(publish.log).toContain('- old.html');
    expect(publish.summary).not.toContain('Pruned releases');
    expect(JSON.parse(publish.outputs.invalidated ?? '')).toEqual(PAGES);
    expect(writes()).toEqual([]);
    const real = await site.publish('b', dashboard(2));
    expect(JSON.parse(real.outputs.invalidated ?? '')).toEqual(PAGES);
    const prunes = await site.publish('c', dashboard(3), rules);
    expect(prunes.summary).toContain(`Pruned releases | \`${commit('a')}\``);
    fixture.emulator.core.calls.clear();
    const rollback = await site.run('c', { 'rollback-to': 'previous', 'dry-run': 'true' });
    expect(rollback.log).toMatch(/Dry run: would roll back to release a{40}/);
    expect(JSON.parse(rollback.outputs.invalidated ?? '')).toEqual(PAGES);
    expect(writes()).toEqual([]);
    expect(fixture.emulator.core.calls.list.some(({ path }) => path.includes('invalidateCache'))).toBe(false);
  });
});

/** What readers may have asked for when both pages changed and another was gone or came. */
const PAGES = ['/', '/help/', '/help/index.html', '/index.html', '/old.html'];

/** Bytes that gzip cannot shrink. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) => hash('sha256', String(i), 'buffer'));
  return Buffer.concat(blocks).subarray(0, length);
}
