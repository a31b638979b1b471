/** A clean-up of many previews deletes the database of none that has come back, and keeps what the next one needs for the rest. */
import { expect, test } from 'vitest';
import { cleanUp } from '../../../actions/preview/clean-up/clean-up.ts';
import type { PreviewInputs } from '../../../actions/preview/inputs.ts';
import { parseImageName } from '../../../src/container/image-reference.ts';
import type { GitHub, MarkedComment, PullRequest } from '../../../src/github/api.ts';
import { previewImageTag, previewJob } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';

const KEY = { repositoryId: '1001', commit: 'c'.repeat(40) };
const NUMBERS = [1, 2, 3];
const JOBS = 'projects/p/locations/us-central1/jobs';
const jobOf = (number: number) => previewJob({ ...KEY, number }, 'api');
const tagOf = (number: number) => previewImageTag({ ...KEY, number }, '1-1');
const notFound = () => new CloudError({ message: 'Not found', status: 404, resource: 'image' });

/** Cleans up three pull requests. `pull`: how GitHub has one when it is read again. `broken`: its job cannot be read. */
async function cleaned({ pull, broken }: { pull?: (number: number) => object | undefined; broken?: number }) {
  const jobs = new Set(NUMBERS.map(jobOf));
  const tags = new Set(NUMBERS.map(tagOf));
  const json = async ({ method, url }: { method: string; url: string }) => {
    const last = decodeURIComponent(url.split('?')[0]?.split('/').at(-1) ?? '');
    if (url.includes('storage.test')) {
      if (url.includes('delimiter')) return {};
      const number = /pr-(\d)/.exec(decodeURIComponent(url))?.[1];
      return { items: [{ name: `acme/shop/pr-${number}/site/index.html`, generation: '1' }] };
    }
    if (last === 'tags')
      return { tags: [...tags].map((tag, i) => ({ name: `t/tags/${tag}`, version: `v/versions/sha256:${i}` })) };
    if (last === 'jobs') return { jobs: [...jobs].map((name) => ({ name: `${JOBS}/${name}` })) };
    if (broken !== undefined && last === jobOf(broken))
      throw new CloudError({ message: 'The job is broken', status: 500, resource: 'job' });
    if (method === 'DELETE') for (const set of [jobs, tags]) set.delete(last);
    return method === 'DELETE' ? { done: true } : {};
  };
  const pages: string[] = [];
  const text = async ({ method, url }: { method: string; url: string }) => {
    if (method !== 'DELETE') throw notFound();
    pages.push(/pr-\d/.exec(decodeURIComponent(url))?.[0] ?? url);
    return {};
  };
  const http = { json, text };
  const hosts = ['run', 'storage', 'artifactregistry'].map((api) => [api, `https://${api}.test`]);
  const cloud = { http, client: () => http, endpoints: Object.fromEntries(hosts) };
  const notices: string[] = [];
  const comments: number[] = [];
  const context = {
    endpoints: cloud.endpoints,
    signal: new AbortController().signal,
    clock: { now: () => 0, timer: () => () => {} },
    summary: { heading: () => {}, paragraph: () => {}, table: () => {} },
    log: { info: () => {}, warning: () => {}, notice: (message: string) => void notices.push(message) },
    github: { repository: 'acme/shop', repositoryId: '1001', runUrl: 'https://github.test/1', payload: {} },
  };
  const inputs = {
    gone: new Map(NUMBERS.map((number) => [number, 'inactive' as const])),
    maxAge: 1,
    project: 'p',
    region: 'us-central1',
    images: [parseImageName('us-central1-docker.pkg.dev/p/previews/api')],
    buckets: ['previews'],
    services: ['projects/p/locations/r/services/web'],
    ...{ pages: [], migrations: true },
  };
  const inactive = (number: number) => ({ number, open: true, updatedAt: -2 });
  const github = {
    openPulls: async () => NUMBERS.map(inactive),
    pull: async (number: number) => (pull ? pull(number) : inactive(number)) as PullRequest,
    upsertComment: async ({ issue }: MarkedComment) => void comments.push(issue),
  };
  const failure = await cleanUp(
    inputs as unknown as PreviewInputs,
    cloud as unknown as Cloud,
    context as unknown as Context,
    github as unknown as GitHub,
  ).then(
    () => '',
    (error: Error) => error.message,
  );
  return { failure, notices, comments, pages, left: { jobs: [...jobs], tags: [...tags] } };
}

test('a pull request that was pushed to meanwhile keeps its pages, database, images and comment', async () => {
  const whole = await cleaned({});
  expect(whole).toMatchObject({ failure: '', notices: [], comments: NUMBERS, left: { jobs: [], tags: [] } });
  expect(whole.pages).toEqual(['pr-1', 'pr-2', 'pr-3']);

  const { failure, comments, pages, left, notices } = await cleaned({
    pull: (number) => (number === 2 ? { number, open: true, updatedAt: 0 } : { number, open: true, updatedAt: -2 }),
  });
  expect({ failure, comments, pages }).toEqual({ failure: '', comments: [1, 3], pages: ['pr-1', 'pr-3'] });
  expect(left).toEqual({ jobs: [jobOf(2)], tags: [tagOf(2)] });
  expect(notices).toEqual(['#2: open or active again, so the rest of its preview stays.']);
});

test('a pull request that cannot be read again is as it was read first', async () => {
  const { left } = await cleaned({
    pull: () => {
      throw new CloudError({ message: 'rate limit', status: 403, resource: 'pull request' });
    },
  });
  expect(left.jobs).toEqual([]);
});

test('a database that cannot be deleted stops no other, and the image of its job stays', async () => {
  const { failure, pages, left } = await cleaned({ broken: 1 });
  expect(failure).toBe('Database of #1 could not be cleaned up: job: 500: The job is broken.');
  expect(pages).toEqual(['pr-1', 'pr-2', 'pr-3']);
  expect(left).toEqual({ jobs: [jobOf(1)], tags: [tagOf(1)] });
});
