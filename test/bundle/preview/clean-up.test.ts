/** Clean-up of previews of closed or expired pull requests: everything of theirs is deleted, and nothing else. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { COMMITS, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { BUCKET, COMMENT, commitOf, createPreviews, type PreviewFixture, SERVICE } from './preview.fixture.ts';

const [A] = COMMITS;
let previews: PreviewFixture;
beforeEach(async () => {
  previews = await createPreviews();
});
afterEach(() => previews.stop());

/** All resources of production and of another repository's previews. */
async function others() {
  const { emulator } = previews;
  return structuredClone({
    production: previews.doc('production'),
    site: previews.objects(DEFAULTS.bucket),
    image: await previews.images('production'),
    foreign: previews.objects().filter((name) => !name.startsWith('acme/shop/')),
    writes: emulator.core.calls.list.filter(
      ({ method, path }) => method !== 'GET' && /production|orchestra-dashboard/.test(path),
    ).length,
  });
}

async function seedOthers(): Promise<void> {
  const { emulator } = previews;
  await previews.release('production', [A]);
  await emulator.seed.image({ repository: 'previews', name: 'production', content: 'live', tags: [A, 'latest'] });
  const authorization = `Bearer ${emulator.token()}`;
  for (const [bucket, name] of [
    [DEFAULTS.bucket, 'index.html'],
    [DEFAULTS.bucket, 'acme/shop/pr-1/index.html'],
    [BUCKET, 'acme/shop-admin/pr-1/web/index.html'],
    [BUCKET, 'index.html'],
  ] as const)
    await fetch(
      `${emulator.urls.storage}/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${encodeURIComponent(name)}`,
      { method: 'POST', headers: { authorization }, body: 'x' },
    );
}

test('fifty pull requests with service, frontend, images and database, then all closed: nothing of them is left', async () => {
  await seedOthers();
  const first = await previews.preview(1);
  expect(first.exitCode, logOf(first)).toBe(0);
  const second = await previews.preview(2);
  expect(second.exitCode, logOf(second)).toBe(0);
  const numbers = Array.from({ length: 50 }, (_, i) => i + 1);
  // Pull requests that do not change this image share it.
  for (const number of numbers) await previews.seed(number, { content: String(number % 40) });
  for (const number of numbers) await previews.job(`preview-1001-${number}-shop`);
  for (const job of ['preview-1001-51-shop', 'preview-2002-1-shop', 'production-migrate']) await previews.job(job);
  expect(new Set(previews.tags()).size).toBe(50);
  expect(previews.objects().filter((name) => name.startsWith('acme/shop/'))).toHaveLength(150);
  expect((await previews.images()).versions).toHaveLength(120);
  const before = await others();

  const open = [...numbers];
  const worker = async () => {
    for (let number = open.shift(); number !== undefined; number = open.shift())
      for (const result of await previews.close(number)) expect(result.exitCode, logOf(result)).toBe(0);
  };
  await Promise.all(Array.from({ length: 4 }, worker));

  expect(previews.tags()).toBeUndefined();
  expect(previews.emulator.run.services.has(nameOf(SERVICE))).toBe(false);
  expect(previews.objects()).toEqual(before.foreign);
  expect(await previews.images()).toEqual({ versions: [], tags: [] });
  expect(previews.jobs()).toEqual(['preview-1001-51-shop', 'preview-2002-1-shop', 'production-migrate']);
  expect(await others()).toEqual(before);
  for (const number of numbers)
    expect(previews.emulator.github.comments(number).map(({ body }) => body)).toEqual([
      expect.stringContaining('**Preview** was removed.'),
    ]);
}, 600_000);

test('by age: pull requests whose closing was lost, and those without activity; the others stay', async () => {
  await seedOthers();
  const { github } = previews.emulator;
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  expect((await previews.preview(1)).exitCode).toBe(0);
  for (const number of [1, 2, 3, 4, 5]) await previews.seed(number);
  github.setPull(1, { state: 'open', updated_at: ago(1) });
  github.setPull(2, { state: 'closed', updated_at: ago(1) });
  github.setPull(3, { state: 'open', updated_at: ago(30) });
  // Merged by fast-forward: production may run an image of this very commit. 5 is unknown to GitHub.
  github.setPull(4, { state: 'closed', updated_at: ago(1), merge_commit_sha: commitOf(4) });
  const before = await others();

  const found = await previews.step({ task: 'find', 'max-age': '14d' });
  expect(found.exitCode, logOf(found)).toBe(0);
  expect(JSON.parse(found.outputs.previews ?? '')).toEqual({ 2: 'closed', 3: 'inactive', 4: 'closed', 5: 'closed' });
  expect(found.outputs.tags).toBe('pr-2\npr-3\npr-4\npr-5');
  const removed = await previews.deploy(A, {
    service: SERVICE,
    'remove-tag': found.outputs.tags ?? '',
    'github-token': '',
  });
  expect(removed.exitCode, logOf(removed)).toBe(0);
  const cleaned = await previews.step({ task: 'clean-up', previews: found.outputs.previews ?? '' });
  expect(cleaned.exitCode, logOf(cleaned)).toBe(0);

  expect(previews.tags()).toEqual(['pr-1']);
  expect(previews.objects().filter((name) => name.startsWith('acme/shop/'))).toHaveLength(3);
  const { tags } = await previews.images();
  const kept = [`preview-1001-1-${commitOf(1)}-1-1`, ...[1, 4].flatMap((n) => [commitOf(n), commitOf(n).slice(0, 7)])];
  expect(tags.sort()).toEqual(kept.sort());
  expect(await others()).toEqual(before);
  expect(github.comments(3).map(({ body }) => body)).toEqual([expect.stringContaining('no recent activity')]);
  expect(github.comments(1).map(({ body }) => body)).toEqual([expect.stringContaining(COMMENT)]);

  const again = await previews.step({ task: 'find', 'max-age': '14d' });
  expect(again.outputs.previews ?? '').toBe('');
});

describe('never another repository’s', () => {
  test('tag, object or image, whatever its number', async () => {
    expect((await previews.preview(1)).exitCode).toBe(0);
    await previews.seed(1, { content: 'same' });
    await previews.seed(2, { content: 'same', repository: 'acme/blog', repositoryId: '2002' });
    // Our own pull request 7 could not get the tag. Its other parts go, and the run says whose tag stays.
    await previews.seed(7, { content: 'our 7', untagged: true });
    await previews.seed(7, { repository: 'acme/blog', repositoryId: '2002' });
    const closed = [...(await previews.close(7)), ...(await previews.close(1))];
    for (const result of closed) expect(result.exitCode, logOf(result)).toBe(0);
    expect(closed[0]?.summary).toContain('The tag pr-7 stays: it is a preview of the repository acme/blog.');
    expect(previews.tags()).toEqual(['pr-2', 'pr-7']);
    expect(previews.objects().every((name) => name.startsWith('acme/blog/'))).toBe(true);
    const { versions, tags } = await previews.images();
    expect(versions).toHaveLength(6);
    expect(tags.sort()).toEqual(
      [2, 7].flatMap((n) => [`preview-2002-${n}-${commitOf(n)}-1-1`, commitOf(n), commitOf(n).slice(0, 7)]).sort(),
    );
    const found = await previews.step({ task: 'find' });
    expect(found.outputs.previews ?? '').toBe('');
  });

  test('an image that has a tag of another origin stays', async () => {
    await previews.seed(1, { tags: ['v1.0.0'] });
    for (const result of await previews.close(1)) expect(result.exitCode, logOf(result)).toBe(0);
    expect((await previews.images()).tags).toEqual(['v1.0.0']);
  });

  test('a service that no preview created stays', async () => {
    await previews.release(SERVICE, [A]);
    expect((await previews.preview(1)).exitCode).toBe(0);
    // Nothing is left to do, which is no error.
    for (let times = 0; times < 2; times++)
      for (const result of await previews.close(1)) expect(result.exitCode, logOf(result)).toBe(0);
    expect(previews.tags()).toEqual([]);
  });
});

test('a pull request without a comment, such as one whose comment was deleted, gets none when its preview is removed', async () => {
  expect((await previews.preview(1)).exitCode).toBe(0);
  for (const result of await previews.close(1)) expect(result.exitCode, logOf(result)).toBe(0);
  await previews.job('preview-1001-2-shop');
  const inputs = { task: 'clean-up', previews: '{"2": "closed"}', migrations: 'true' };
  expect((await previews.step(inputs)).exitCode).toBe(0);
  expect(previews.jobs()).toEqual([]);
  for (const number of [1, 2]) expect(previews.emulator.github.comments(number)).toEqual([]);
});

describe('what cannot be deleted', () => {
  test('for a permission that version 1.0 did not need is a warning with the role, and the comment says so', async () => {
    expect((await previews.preview(1)).exitCode).toBe(0);
    await previews.seed(1);
    previews.emulator.core.faults.add({ api: 'artifactregistry', method: 'DELETE', status: 403, times: 9 });
    const [, cleaned] = await previews.close(1);
    expect(cleaned?.exitCode, cleaned && logOf(cleaned)).toBe(0);
    expect(cleaned?.warnings.map(({ message }) => message).join()).toContain('roles/artifactregistry.repoAdmin');
    expect(previews.objects()).toEqual([]);
    expect(previews.emulator.github.comments(1)[0]?.body).toMatch(/removed[\s\S]*could not be cleaned up/);
  });

  test('for a rate limit of GitHub that lasts is named, and the other comments are not tried', async () => {
    const { github, core } = previews.emulator;
    for (const number of [1, 2, 3]) {
      await previews.seed(number);
      github.setPull(number, { state: 'closed' });
    }
    const limit = { api: 'github', status: 403, headers: { 'retry-after': '3000' }, message: 'secondary rate limit' };
    core.faults.add({ ...limit, method: 'PATCH', path: '/comments', times: 9 });
    const gone = JSON.stringify({ 1: 'closed', 2: 'closed', 3: 'closed' });
    const result = await previews.step({ task: 'clean-up', previews: gone });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(previews.objects()).toEqual([]);
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The comment on pull request #1 could not be written: secondary rate limit/),
      expect.stringMatching(/^The comments on #2, #3 still show previews that were removed/),
    ]);
    expect(core.calls.list.filter(({ method, path }) => method === 'PATCH' && /comments/.test(path))).toHaveLength(1);
  });

  test('because GitHub does not say which pull requests were merged: images stay, all else goes, and the step fails', async () => {
    await previews.seed(1);
    const limit = { api: 'github', status: 403, headers: { 'retry-after': '3000' }, message: 'rate limit' };
    previews.emulator.core.faults.add({ ...limit, method: 'GET', path: '/pulls/1', times: 9 });
    const before = await previews.images();
    const result = await previews.step({ task: 'clean-up', previews: '{"1": "closed"}' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.map(({ message }) => message).join()).toMatch(
      /shop could not be cleaned up: pull request #1 of acme\/shop: 403: rate limit/,
    );
    expect(previews.objects()).toEqual([]);
    expect(await previews.images()).toEqual(before);
    expect(previews.emulator.github.comments(1)[0]?.body).toMatch(/removed[\s\S]*shop could not be cleaned up/);
  });

  test('fails the scheduled clean-up, after all else is deleted', async () => {
    await previews.seed(1);
    previews.emulator.core.faults.add({ api: 'artifactregistry', method: 'DELETE', status: 403, times: 9 });
    const result = await previews.step({ task: 'clean-up', previews: '{"1": "closed"}' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.map(({ message }) => message).join()).toContain('could not be cleaned up');
    expect(previews.objects()).toEqual([]);
  });
});

test('a service that was deleted by hand: closing succeeds, and the next push creates it again', async () => {
  expect((await previews.preview(1)).exitCode).toBe(0);
  await previews.seed(1);
  const { emulator } = previews;
  const headers = { authorization: `Bearer ${emulator.token()}` };
  const remove = () => fetch(`${emulator.urls.run}/v2/${nameOf(SERVICE)}`, { method: 'DELETE', headers });
  expect((await remove()).status).toBe(200);
  await expect.poll(() => previews.tags(), { timeout: 30_000 }).toBeUndefined();
  const commented = await previews.step(
    { task: 'comment', buckets: '', images: '', results: '{"deploy": "failure"}' },
    { event: { pull_request: { number: 1, head: { sha: commitOf(1) } } } },
  );
  expect(commented.exitCode, logOf(commented)).toBe(0);
  expect(emulator.github.comments(1).at(-1)?.body).toContain(`${SERVICE} in ${DEFAULTS.region}: no preview.`);
  for (const result of await previews.close(1)) expect(result.exitCode, logOf(result)).toBe(0);
  expect(previews.objects()).toEqual([]);
  expect((await previews.images()).tags).toEqual([]);

  expect((await previews.preview(2)).exitCode).toBe(0);
  expect(previews.tags()).toEqual(['pr-2']);
});

test('layers for the next build go with the scheduled clean-up, once no image is left', async () => {
  const { emulator } = previews;
  await previews.seed(1);
  await emulator.seed.image({
    repository: 'previews',
    name: 'shop',
    content: 'layers',
    tags: ['buildcache-linux-amd64'],
  });
  for (const result of await previews.close(1)) expect(result.exitCode, logOf(result)).toBe(0);
  expect((await previews.images()).tags).toEqual(['buildcache-linux-amd64']);
  await previews.seed(2);
  const result = await previews.step({ task: 'clean-up', previews: '{"2": "closed"}' });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(await previews.images()).toEqual({ versions: [], tags: [] });
});

test('a pull request that was closed while its images were built gets no preview', async () => {
  const { github } = previews.emulator;
  const check = (number: number) =>
    previews.step({ task: 'check' }, { event: { pull_request: { number, head: { sha: commitOf(number) } } } });
  github.setPull(1, { state: 'closed' });
  github.setPull(2, { state: 'open' });
  expect((await check(1)).outputs.open).toBe('false');
  expect((await check(2)).outputs.open).toBe('true');
});

const nameOf = (service: string) => `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services/${service}`;
