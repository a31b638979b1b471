/**
 * publish-frontend against fake-gcs-server, an implementation of Cloud Storage independent of our emulator. Tokens, the load
 * balancer and GitHub are the emulator's.
 */
import { closeSync, openSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeGcs, startFakeGcs } from '../../harness/fake-gcs.ts';
import {
  commit,
  createFixture,
  dashboard,
  errors,
  type Fixture,
  logOf,
  type Site,
} from './publish-frontend.fixture.ts';

let fixture: Fixture;
let gcs: FakeGcs;
beforeAll(async () => {
  [fixture, gcs] = await Promise.all([createFixture(), startFakeGcs()]);
}, 300_000);
afterAll(async () => {
  await Promise.all([fixture?.stop(), gcs?.stop()]);
});

const LIVE = /^(?!.*\.releases\/)/;

/** A site whose objects are in fake-gcs-server. */
async function siteOf(name: string, more: Record<string, string> = {}) {
  const site = fixture.site(name);
  await gcs.createBucket(name);
  const run: Site['run'] = (letter, inputs, options) =>
    site.run(
      letter,
      { ...more, ...inputs },
      { env: { CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: `${gcs.url}/` }, ...options },
    );
  return {
    ...site,
    run,
    publish(letter: string, contents: Record<string, string>, inputs: Record<string, string> = {}) {
      site.build(contents);
      return run(letter, { path: name, ...inputs });
    },
    async live() {
      const objects = Object.entries(await gcs.objects(name)).filter(([path]) => LIVE.test(path));
      return Object.fromEntries(objects.map(([path, { content }]) => [path, content]));
    },
    async state() {
      return JSON.parse((await gcs.objects(name))['.releases/state.json']?.content ?? '{}') as Record<string, unknown>;
    },
  };
}

const pagesOf = (contents: Record<string, string>) =>
  Object.fromEntries(Object.entries(contents).filter(([path]) => !path.startsWith('assets/')));

describe('a site in fake-gcs-server', () => {
  test('is published, unchanged on a repeat, updated, loses a page, is rolled back, held and pruned', {
    timeout: 180_000,
  }, async () => {
    const site = await siteOf('foreign');
    const one = dashboard(1, { 'old/index.html': '<p>old', 'empty.txt': '', 'a b/ü.html': '<p>ü' });
    const first = await site.publish('a', one);
    expect(first.exitCode, logOf(first)).toBe(0);
    expect(await site.live()).toEqual(one);
    const objects = await gcs.objects('foreign');
    expect(objects['index.html']).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'no-cache',
    });
    expect(objects['assets/index-Ab3dEf01.js']).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(objects['.releases/state.json']?.contentType).toBe('application/json; charset=utf-8');
    expect(JSON.parse(first.outputs.invalidated ?? '')).toContain('/index.html');

    const same = await site.publish('a', one);
    expect(same.exitCode, logOf(same)).toBe(0);
    expect(same.outputs).toMatchObject({ uploaded: '0', bytes: '0', invalidated: '[]' });

    const two = dashboard(2, { 'empty.txt': '', 'a b/ü.html': '<p>ü' });
    const update = await site.publish('b', two);
    expect(update.exitCode, logOf(update)).toBe(0);
    expect(update.outputs).toMatchObject({ release: commit('b'), 'previous-release': commit('a') });
    // Deleted pages are removed; hashed assets stay for open pages.
    expect(await site.live()).toEqual({ ...one, ...two, 'old/index.html': undefined });

    const reheaded = await site.publish('b', two, { 'cache-control': 'favicon.ico=public, max-age=60' });
    expect(reheaded.exitCode, logOf(reheaded)).toBe(0);
    expect((await gcs.objects('foreign'))['favicon.ico']?.cacheControl).toBe('public, max-age=60');

    const back = await site.run('b', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(await site.live()).toMatchObject(pagesOf(one));
    expect(errors(await site.publish('c', dashboard(3)))).toContain('This site is on hold at release');

    const three = await site.publish('c', dashboard(3), {
      'release-hold': 'true',
      'keep-releases': '1',
      'keep-days': '0',
    });
    expect(three.exitCode, logOf(three)).toBe(0);
    expect(Number(three.outputs.deleted)).toBeGreaterThan(0);
    expect(three.summary).toContain('Pruned releases');
    expect(await site.live()).toMatchObject(dashboard(3));
    expect(Object.keys(await site.live())).not.toContain('assets/index-Ab3dEf02.js');
    expect(await site.state()).not.toHaveProperty('claim');
  });

  test('with gzip keeps what was compressed apart', async () => {
    const site = await siteOf('foreign-gzip', { compress: 'gzip' });
    const long = { 'index.html': '<p>long '.repeat(500) };
    const first = await site.publish('a', long);
    expect(first.exitCode, logOf(first)).toBe(0);
    expect((await site.publish('a', long)).outputs.uploaded).toBe('0');
  });

  test('takes a large file in pieces, and existing files are not sent again', { timeout: 120_000 }, async () => {
    const site = await siteOf('foreign-large');
    site.build(dashboard(1));
    const file = join(fixture.workspace, 'foreign-large', 'film.mp4');
    closeSync(openSync(file, 'w'));
    truncateSync(file, 20 * 1024 * 1024 + 7);
    const first = await site.run('a', { path: 'foreign-large' });
    expect(first.exitCode, logOf(first)).toBe(0);
    expect((await gcs.objects('foreign-large'))['film.mp4']).toMatchObject({ contentType: 'video/mp4' });
    const again = await site.run('b', { path: 'foreign-large' });
    expect(again.outputs).toMatchObject({ uploaded: '0' });
  });

  test('with a prefix each, two sites of a bucket stay apart', async () => {
    const site = await siteOf('foreign-two');
    const [app, docs] = [{ 'index.html': 'app', 'x.html': 'x' }, { 'index.html': 'docs' }];
    expect((await site.publish('a', app, { prefix: 'app', 'url-map': '', host: '' })).exitCode).toBe(0);
    expect((await site.publish('a', docs, { prefix: 'docs', 'url-map': '', host: '' })).exitCode).toBe(0);
    const one = await site.publish('b', { 'index.html': 'app2' }, { prefix: 'app', 'url-map': '', host: '' });
    expect(one.exitCode, logOf(one)).toBe(0);
    expect(await site.live()).toEqual({ 'app/index.html': 'app2', 'docs/index.html': 'docs' });
  });
});
