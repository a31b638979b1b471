/** Sites as builders write them, through the bundle and by requests to the CDN: a folder per language, pages without an extension. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, createFixture, errors, type Fixture, logOf, type Site } from '../publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** Objects of the site, in the order in which they were written. */
function written(): string[] {
  return fixture.emulator.core.calls.list
    .filter(({ api, method, path }) => api === 'storage' && method === 'POST' && path.includes('/rewriteTo/'))
    .map(({ path }) => decodeURIComponent(path.split('/o/').pop() ?? ''));
}

/** A site whose bucket serves `index.html` for folders, as `gcloud storage buckets update --web-main-page-suffix` sets it. */
function website(name: string): Site {
  const site = fixture.site(name);
  fixture.emulator.storage.store.bucket(name).settings.website = { mainPageSuffix: 'index.html' };
  return site;
}

const page = (text: string) => `<!doctype html><script src="app.js"></script><p>${text}`;

describe('a build with one folder per language', () => {
  const localized = (version: number) => ({
    'de/index.html': page(`Seite ${version}`),
    'de/app.js': `de(${version})`,
    'en-US/index.html': page(`page ${version}`),
    'en-US/app.js': `en(${version})`,
  });

  test('is refused by default, with the input that allows it', async () => {
    const site = fixture.site('localized-refused');
    const result = await site.publish('a', localized(1));
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toContain('has no index.html, the entry page of the site.');
    expect(errors(result)).toContain('such as a build with one folder per language, set index: optional.');
    expect(site.names()).toEqual([]);
  });

  test('is published, updated and rolled back; the summary links its first page', async () => {
    const site = website('localized');
    const inputs = { index: 'optional' };
    const first = await site.publish('a', localized(1), inputs);
    expect(first.exitCode, logOf(first)).toBe(0);
    expect(first.summary).toContain(`https://${site.host}/de/index.html`);
    expect((await site.get('/en-US/')).body).toBe(page('page 1'));
    const { 'de/index.html': _, ...english } = localized(2);
    const next = await site.publish('b', english, inputs);
    expect(next.exitCode, logOf(next)).toBe(0);
    expect([(await site.get('/en-US/')).body, (await site.get('/de/')).status]).toEqual([page('page 2'), 404]);
    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(back.summary).toContain(`https://${site.host}/de/index.html`);
    expect((await site.get('/de/')).body).toBe(page('Seite 1'));
  });

  test('an empty folder is refused anyway', async () => {
    const site = fixture.site('localized-empty');
    const result = await site.publish('a', { 'source.js.map': '{}' }, { index: 'optional' });
    expect(errors(result)).toContain('has no files');
  });
});

describe('pages without an extension', () => {
  const site1 = {
    'index.html': page('home'),
    about: `﻿<!-- made by a tool -->\n${page('about')}`,
    'team/people': '<html lang="en"><p>people',
    feed: '<rss version="2.0">',
    data: 'no page, <html> stands later',
    'app.js': 'one',
  };

  const inputs = { 'pages-without-extension': 'true' };
  const download = 'application/octet-stream';

  test('are downloads by default, as in 1.0, with a warning that names the input', async () => {
    const site = fixture.site('bare-default');
    const result = await site.publish('a', site1);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(['about', 'team/people'].map((path) => site.object(path)?.metadata.contentType)).toEqual([
      download,
      download,
    ]);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      '2 files, such as about, begin like pages, but have no extension. They are served as application/octet-stream, which browsers download. Set pages-without-extension: true to serve them as text/html, or false to keep this without a warning. In version 2, true will be the default.',
    ]);
    // A content type set by a rule is kept.
    const one = await site.publish('b', site1, { 'content-type': 'team/people=text/plain' });
    expect(one.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('about begins like a page, but has no extension. It is served as'),
    ]);
    const chosen = await site.publish('c', site1, { 'pages-without-extension': 'false' });
    expect(chosen.warnings).toEqual([]);
    expect(site.object('about')?.metadata.contentType).toBe(download);
  });

  test('are found by their content and have the headers of pages', async () => {
    const site = fixture.site('bare-pages');
    const result = await site.publish('a', site1, { ...inputs, 'content-type': 'feed=application/rss+xml' });
    expect(result.exitCode, logOf(result)).toBe(0);
    for (const path of ['about', 'team/people'])
      expect(site.object(path)?.metadata, path).toEqual({
        contentType: 'text/html; charset=utf-8',
        cacheControl: 'no-cache',
      });
    expect(await site.get('/about')).toMatchObject({
      status: 200,
      body: site1.about,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(site.object('feed')?.metadata.contentType).toBe('application/rss+xml');
    expect(site.object('data')?.metadata.contentType).toBe('application/octet-stream');
  });

  test('are switched after what they load, removed, invalidated, and brought back by a rollback', async () => {
    const site = fixture.site('bare-switched');
    await site.publish('a', site1, inputs);
    fixture.emulator.core.calls.clear();
    const { 'team/people': _, ...rest } = site1;
    const changed = { ...rest, about: page('about 2'), 'app.js': 'two', 'z.css': 'new' };
    const next = await site.publish('b', changed, inputs);
    expect(next.exitCode, logOf(next)).toBe(0);
    expect(written()).toEqual(['app.js', 'z.css', 'about'].map((path) => expect.stringContaining(path)));
    expect(JSON.parse(next.outputs.invalidated ?? '')).toEqual(
      expect.arrayContaining(['/about', '/team/people', '/app.js']),
    );
    expect(next.log).toContain('about loads app.js, which changes');
    expect((await site.get('/team/people')).status).toBe(404);
    const back = await site.run('c', { 'rollback-to': commit('a') });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect((await site.get('/team/people')).body).toBe(site1['team/people']);
    expect((await site.get('/about')).body).toBe(site1.about);
  });

  test('that an old release had are pruned with it', async () => {
    const site = fixture.site('bare-pruned');
    await site.publish('a', site1, inputs);
    await site.publish('b', { 'index.html': page('home') }, { 'keep-releases': '1', 'keep-days': '0' });
    expect(site.names().filter((name) => name.includes('about') || name.includes('team'))).toEqual([]);
  });

  test('a rule makes any file a page', async () => {
    const site = fixture.site('ruled-page');
    await site.publish('a', { ...site1, fragment: '<p>part' }, { 'content-type': 'fragment=text/html' });
    expect(site.object('fragment')?.metadata).toEqual({ contentType: 'text/html', cacheControl: 'no-cache' });
    await site.publish('b', site1);
    expect(site.object('fragment')).toBeUndefined();
  });
});

describe('clean-urls', () => {
  // The output of `next build` with `output: 'export'`: links to /about, and the file about.html.
  const exported = {
    'index.html': page('home'),
    'about.html': page('about'),
    'about/team.html': page('team'),
    'docs/index.html': page('docs'),
    'taken.html': page('taken'),
    taken: 'a file of its own',
    '_next/static/chunk.js': 'chunk',
  };

  test('serves each page under its name without .html, too', async () => {
    const site = website('clean');
    const result = await site.publish('a', exported, { 'clean-urls': 'true', 'cache-control': '*.html=max-age=60' });
    expect(result.exitCode, logOf(result)).toBe(0);
    for (const [path, body] of [
      ['/about', page('about')],
      ['/about.html', page('about')],
      ['/about/team', page('team')],
      ['/docs/', page('docs')],
      ['/taken', 'a file of its own'],
    ] as const)
      expect((await site.get(path)).body, path).toBe(body);
    expect(site.object('about')?.metadata).toEqual({
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'max-age=60',
    });
    expect(site.names().filter((name) => /(^|\/)index$/.test(name))).toEqual([]);
    expect(result.outputs.invalidated).toContain('"/about"');
    expect(result.log).toContain('taken.html is not published as taken, because the site has a file taken');
  });

  test('a page that is gone is gone under both names, and both come back', async () => {
    const site = fixture.site('clean-removed');
    await site.publish('a', exported, { 'clean-urls': 'true' });
    const { 'about.html': _, ...rest } = exported;
    const next = await site.publish('b', rest, { 'clean-urls': 'true' });
    expect(next.exitCode, logOf(next)).toBe(0);
    expect([(await site.get('/about')).status, (await site.get('/about.html')).status]).toEqual([404, 404]);
    await site.run('c', { 'rollback-to': 'previous' });
    expect([(await site.get('/about')).body, (await site.get('/about.html')).body]).toEqual([
      page('about'),
      page('about'),
    ]);
  });

  test('is off by default', async () => {
    const site = fixture.site('clean-off');
    await site.publish('a', exported);
    expect((await site.get('/about')).status).toBe(404);
  });
});
