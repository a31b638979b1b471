/**
 * Sites in the state of version 1.0.0: `test/fixtures/1.0.0/` holds the objects that its bundle wrote (`a` with a
 * page `old`, then `b`; while it published `c`; after it rolled back from `b` to `a`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

type Written = Record<string, { contentType: string; cacheControl: string; content: string }>;

const written = (name: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../fixtures/1.0.0/publish-frontend-${name}.json`), 'utf8'),
  ) as Written;

/** Stores an object at its name in 1.0.0. */
async function put(site: Site, name: string, { content, ...metadata }: Written[string]): Promise<void> {
  const body = [
    `--x\r\ncontent-type: application/json\r\n\r\n${JSON.stringify({ name, ...metadata })}`,
    `\r\n--x\r\ncontent-type: ${metadata.contentType}\r\n\r\n${content}\r\n--x--\r\n`,
  ].join('');
  const response = await fetch(
    `${fixture.emulator.urls.storage}/upload/storage/v1/b/${site.bucket}/o?uploadType=multipart`,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${fixture.emulator.token()}`,
        'content-type': 'multipart/related; boundary=x',
      },
      body,
    },
  );
  expect(response.status, await response.text()).toBe(200);
}

async function siteFrom(name: string, bucket: string): Promise<Site> {
  const site = fixture.site(bucket);
  for (const [path, object] of Object.entries(written(name))) await put(site, path, object);
  return site;
}

test('an unchanged build is not uploaded again, a new one continues from it, and 1.0.0’s releases roll back', async () => {
  const site = await siteFrom('published', 'from-1-0');
  const same = await site.publish('b', dashboard(2));
  expect(same.exitCode, logOf(same)).toBe(0);
  expect(same.outputs).toMatchObject({ uploaded: '0', 'previous-release': commit('a') });
  const next = await site.publish('c', dashboard(3));
  expect(next.exitCode, logOf(next)).toBe(0);
  expect(next.outputs['previous-release']).toBe(commit('b'));
  const back = await site.run('c', { 'rollback-to': commit('a') });
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(await site.live()).toMatchObject(dashboard(1, { 'old/index.html': '<p>old' }));
  expect(await site.broken()).toEqual([]);
});

test('a release of 1.0.0 comes back after one whose files are compressed', async () => {
  const site = await siteFrom('published', 'compressed-after-1-0');
  const compressed = Object.entries(dashboard(3)).map(([path, text]) => [`${path}.gz`, gzipSync(text)] as const);
  const next = await site.publish(
    'c',
    { ...dashboard(3), ...Object.fromEntries(compressed) },
    { precompressed: 'gzip' },
  );
  expect(next.exitCode, logOf(next)).toBe(0);
  expect(site.object('index.html')?.metadata.contentEncoding).toBe('gzip');
  const back = await site.run('c', { 'rollback-to': commit('b') });
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(site.object('index.html')?.metadata.contentEncoding).toBeUndefined();
  expect((await site.get('/index.html')).body).toBe(dashboard(2)['index.html']);
});

test('an older commit than the one that 1.0.0 published is refused', async () => {
  const site = await siteFrom('published', 'older-than-1-0');
  expect(errors(await site.publish('a', dashboard(1)))).toContain('aaaaaaaaaaaa is older than bbbbbbbbbbbb');
});

test('a release of 1.0.0 is pruned with all that only it needs', async () => {
  const site = await siteFrom('published', 'pruned-1-0');
  const next = await site.publish('c', dashboard(3), { 'keep-releases': '1', 'keep-days': '0' });
  expect(next.exitCode, logOf(next)).toBe(0);
  // The icon is the same in all three releases, so it stays where the first release stored it.
  const left = site.names().filter((name) => name.includes(commit('a')));
  expect(left.map((name) => site.object(name)?.metadata.contentType)).toEqual(['image/vnd.microsoft.icon']);
  expect(await site.broken()).toEqual([]);
});

test('a hold blocks until it is released', async () => {
  const site = await siteFrom('held', 'held-by-1-0');
  const refused = await site.publish('c', dashboard(3));
  expect(errors(refused)).toMatch(/This site is on hold at release a{40} since .*by octocat.*Reason: broken/);
  expect(await site.live()).toMatchObject({ 'index.html': dashboard(1)['index.html'] });
  const released = await site.publish('c', dashboard(3), { 'release-hold': 'true' });
  expect(released.exitCode, logOf(released)).toBe(0);
  // The release that 1.0.0 rolled back from is skipped.
  const back = await site.run('d', { 'rollback-to': 'previous' });
  expect(back.outputs.release).toBe(commit('a'));
});

test('a claim is waited for', async () => {
  const site = await siteFrom('claimed', 'claimed-by-1-0');
  const end = written('published')['.releases/state.json'];
  if (!end) throw new Error('no state');
  let ended: Promise<void> | undefined;
  site.build(dashboard(4));
  const result = await site.run(
    'd',
    { path: site.bucket },
    {
      onOutput: (text) => {
        if (text.includes('Waiting for another run') && !ended) ended = put(site, '.releases/state.json', end);
      },
    },
  );
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.log).toMatch(/Waiting for another run on this site: .*actions\/runs\/99 \(upload\)/);
  expect(ended).toBeDefined();
  await ended;
  expect(result.log).not.toContain('takes over');
  expect(await site.state()).toMatchObject({ current: commit('d') });
});

test('a claim of an earlier attempt is taken over at once', async () => {
  const site = await siteFrom('claimed', 'attempt-by-1-0');
  site.build(dashboard(3));
  const result = await site.run('c', { path: site.bucket }, { env: { GITHUB_RUN_ATTEMPT: '2' } });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(await site.state()).toMatchObject({ current: commit('c') });
  expect(await site.broken()).toEqual([]);
});
