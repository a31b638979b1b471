/** A clean-up that is cancelled ends the images that it has begun: no later one finds a version without a tag. */
import { expect, test } from 'vitest';
import { cleanUp } from '../../../actions/preview/clean-up/clean-up.ts';
import { AT_A_TIME } from '../../../actions/preview/clean-up/limits.ts';
import type { PreviewInputs } from '../../../actions/preview/inputs.ts';
import { parseImageName } from '../../../src/container/image-reference.ts';
import type { GitHub, MarkedComment } from '../../../src/github/api.ts';
import { previewImageTag } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CancelledError, CloudError } from '../../../src/runtime/errors.ts';

/** More than are deleted at once. */
const COUNT = AT_A_TIME + 6;
const NUMBERS = Array.from({ length: COUNT }, (_, i) => i + 1);
const commitOf = (number: number) => number.toString(16).padStart(2, '0').repeat(20);

/** Cleans up, cancelled before a write; the versions that are left, with the number of their tags. */
async function cancelledBefore(write: number) {
  const versions = new Map(
    NUMBERS.map((number) => [
      `sha256:${String(number).padStart(64, '0')}`,
      new Set([previewImageTag({ repositoryId: '1001', number, commit: commitOf(number) }, '1-1'), commitOf(number)]),
    ]),
  );
  const cancel = new AbortController();
  let writes = 0;
  const server = async (signal: AbortSignal, method: string, url: string): Promise<object> => {
    if (method === 'DELETE' && writes++ === write) cancel.abort(new CancelledError('SIGINT'));
    signal.throwIfAborted();
    const last = decodeURIComponent(url.split('/').at(-1) ?? '');
    if (method === 'GET')
      return {
        tags: [...versions].flatMap(([digest, tags]) =>
          [...tags].map((tag) => ({ name: `t/tags/${tag}`, version: `v/versions/${digest}` })),
        ),
      };
    if (url.includes('/versions/')) versions.delete(last);
    else for (const tags of versions.values()) tags.delete(last);
    return {};
  };
  const client = ({ signal = cancel.signal }: { signal?: AbortSignal }) => ({
    json: ({ method, url }: { method: string; url: string }) => server(signal, method, url),
    text: async () => {
      throw new CloudError({ message: 'Not found', status: 404, resource: 'image' });
    },
  });
  const cloud = { client, http: client({}), endpoints: { artifactregistry: 'https://registry.test' } };
  const comments: string[] = [];
  const context = {
    signal: cancel.signal,
    clock: { now: () => 0, timer: () => () => {} },
    summary: { heading: () => {}, paragraph: () => {}, table: () => {} },
    log: { info: () => {}, warning: () => {} },
    github: { repository: 'acme/shop', repositoryId: '1001', payload: {} },
  };
  const inputs = {
    gone: new Map(NUMBERS.map((number) => [number, 'inactive' as const])),
    region: 'us-central1',
    images: [parseImageName('us-central1-docker.pkg.dev/p/previews/shop')],
    ...{ buckets: [], pages: [], services: ['projects/p/locations/r/services/web'], migrations: false },
  };
  const github = {
    openPulls: async () => NUMBERS.map((number) => ({ number, updatedAt: -1 })),
    pull: async () => undefined,
    upsertComment: async ({ issue }: MarkedComment) => void comments.push(String(issue)),
  };
  const done = await cleanUp(
    inputs as unknown as PreviewInputs,
    cloud as unknown as Cloud,
    context as unknown as Context,
    github as unknown as GitHub,
  ).then(
    () => 'done',
    (error: unknown) => (error === cancel.signal.reason ? 'cancelled' : String(error)),
  );
  return { done, comments, writes, left: [...versions.values()].map((tags) => tags.size) };
}

test('whenever it is cancelled, each image is deleted or keeps a tag, and no comment says that the preview is gone', async () => {
  const whole = await cancelledBefore(-1);
  expect(whole).toMatchObject({ done: 'done', left: [], writes: 3 * COUNT });
  expect(whole.comments).toHaveLength(COUNT);
  for (let write = 0; write < whole.writes; write += 7) {
    const { done, comments, left } = await cancelledBefore(write);
    expect(left, `before write ${write}`).not.toContain(0);
    expect({ done, comments }, `before write ${write}`).toEqual({ done: 'cancelled', comments: [] });
  }
  const early = await cancelledBefore(AT_A_TIME);
  expect(early.left).toHaveLength(COUNT - AT_A_TIME);
});
