/** What a clean-up requests from GitHub, and the names that it cleans up by. */
import { describe, expect, test } from 'vitest';
import { cleanUp } from '../../../actions/preview/clean-up/clean-up.ts';
import { AT_A_TIME } from '../../../actions/preview/clean-up/limits.ts';
import { mergedCommits } from '../../../actions/preview/clean-up/merged-commits.ts';
import type { PreviewInputs } from '../../../actions/preview/inputs.ts';
import type { GitHub, PullRequest } from '../../../src/github/api.ts';
import { numberOfJob, previewJob } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';

test('reads hundreds of pull requests, with no more concurrent requests than GitHub allows', async () => {
  const numbers = Array.from({ length: 300 }, (_, i) => i + 1);
  let [now, most] = [0, 0];
  const pull = async (number: number) => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    return { number, mergeCommit: `commit-${number}` } as PullRequest;
  };
  const run = { payload: {} } as Context['github'];
  expect((await mergedCommits(numbers, run, { pull })).size).toBe(300);
  expect(most).toBe(AT_A_TIME);
});

test('all comments on a pull request say that the preview is gone', async () => {
  const lines = ['projects/p/locations/r/services/web', 'gs://pages/admin', 'gs://pages/docs', 'gs://others/docs'];
  const requested: boolean[][] = [];
  const upsertComment: GitHub['upsertComment'] = async ({ alike, every }) => {
    requested.push([every === true, ...lines.map((name) => alike?.(`<!-- orchestra preview ${name} -->`) === true)]);
  };
  const json = async ({ url }: { url: string }) =>
    url.includes('delimiter') ? { prefixes: ['acme/shop/pr-7/admin/', 'acme/shop/pr-7/docs/'] } : {};
  const cloud = { http: { json }, endpoints: { storage: 'https://storage.test' } } as unknown as Cloud;
  const summary = { heading: () => {}, paragraph: () => {}, table: () => {} };
  const log = { info: () => {}, warning: () => {} };
  const run = { repository: 'acme/shop', runUrl: 'https://github.test/1', payload: {} };
  const context = { summary, log, github: run, clock: { now: () => 0 } } as unknown as Context;
  const gone = new Map([[7, 'closed' as const]]);
  const inputs = { gone, buckets: ['pages'], images: [], pages: [], services: [lines[0]], migrations: false };
  const github = { upsertComment, openPulls: async () => [], pull: async () => undefined } as unknown as GitHub;
  await cleanUp(inputs as unknown as PreviewInputs, cloud, context, github);
  expect(requested).toEqual([[true, true, true, true, false]]);
});

test('a bucket whose folders cannot be read is reported and left to the next clean-up, which finds the comment by them', async () => {
  const deleted: string[] = [];
  const json = async ({ method, url }: { method: string; url: string }) => {
    if (method === 'DELETE') deleted.push(url);
    const isBroken = url.includes('/b/broken/');
    if (isBroken && url.includes('delimiter'))
      throw new CloudError({ message: 'unavailable', status: 503, resource: 'bucket broken' });
    return url.includes('delimiter') ? {} : { items: [{ name: 'acme/shop/pr-7/docs/index.html', generation: '1' }] };
  };
  const cloud = { http: { json, text: json }, endpoints: { storage: 'https://storage.test' } } as unknown as Cloud;
  const summary = { heading: () => {}, paragraph: () => {}, table: () => {} };
  const log = { info: () => {}, warning: () => {} };
  const context = { summary, log, github: { repository: 'acme/shop', payload: {} } } as unknown as Context;
  const gone = new Map([[7, 'closed' as const]]);
  const inputs = { gone, buckets: ['broken', 'good'], images: [], pages: [], services: [], migrations: false };
  const cleaned = cleanUp(inputs as unknown as PreviewInputs, cloud, context, undefined);
  await expect(cleaned).rejects.toThrow('Bucket broken could not be cleaned up');
  expect(deleted.every((url) => url.includes('/b/good/'))).toBe(true);
  expect(deleted).toHaveLength(1);
});

describe('the job that migrates the database of a preview', () => {
  const key = { repositoryId: '123456789', number: 12345 };
  const images = [
    'api',
    'a.pi',
    'a-pi',
    'a_pi',
    `${'shop-'.repeat(8)}one`,
    `${'shop-'.repeat(8)}two`,
    'shop-'.repeat(5),
  ];
  const names = images.map((image) => previewJob(key, image));

  test('has the name of its image, and one that no other image has', () => {
    expect(names[0]).toBe('preview-123456789-12345-api');
    expect(new Set(names).size).toBe(images.length);
  });

  test.each(names)('%s is a name of a job, and is found by its pull request', (name) => {
    expect(name).toMatch(/^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])$/);
    expect(numberOfJob(name, key.repositoryId)).toBe(key.number);
    expect(numberOfJob(name, '12345678')).toBeUndefined();
  });
});
