/**
 * Deletes the parts of previews other than traffic tags, which deploy-run has removed: objects, then images. A part that
 * cannot be deleted does not stop the others.
 */

import { formatImageName } from '../../../src/container/image-reference.ts';
import type { GitHub } from '../../../src/github/api.ts';
import { writePreviewComment } from '../../../src/github/preview-comment.ts';
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import { commentedSite, previewFolder } from '../../../src/records/preview-names.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { listed, md, plain } from '../../../src/runtime/summary.ts';
import type { PreviewInputs } from '../inputs.ts';
import { type PreviewImageTags, readTags, removeImages } from './images.ts';
import { removeMigrationJobs } from './jobs.ts';
import { AT_A_TIME, IMAGES_GRACE } from './limits.ts';
import { mergedCommits } from './merged-commits.ts';
import { listFolders, removePreviewFolder } from './objects.ts';
import { gonePulls, stillGone } from './still-gone.ts';

/** The result for one bucket or image. */
interface Part {
  readonly what: string;
  /** How many objects or images were deleted. */
  readonly count: number;
  readonly failure: CloudError | undefined;
}

/** Throws `OutcomeError` if something is left. */
export async function cleanUp(
  inputs: PreviewInputs,
  cloud: Cloud,
  context: Context,
  github: GitHub | undefined,
): Promise<void> {
  // Tags are read before the state of the pull requests: all of these belong to runs before a pull request was reopened.
  const grace = () => graceAfter(context.signal, IMAGES_GRACE, context.clock);
  const registry = inputs.images.length > 0 ? { ...cloud, http: cloud.client({ signal: grace() }) } : cloud;
  const images = await Promise.allSettled(inputs.images.map((image) => readTags(registry, image, inputs.region)));
  const gone = await stillGone(inputs, context, github);
  const { summary, log } = context;
  const back = [...inputs.gone.keys()].filter((number) => !gone.has(number)).map((number) => `#${number}`);
  if (back.length > 0) log.notice(`${back.join(', ')}: open or active again, so the preview stays.`);
  if (gone.size === 0) return;
  const numbers = [...gone.keys()];
  const { sites, unread } = await sitesOf(inputs, numbers, cloud, context);
  const { isGone, returned } = gonePulls(inputs, context, github);
  const cleanOne = async (bucket: string) =>
    unread.get(bucket) ?? (await cleanBucket(bucket, numbers, isGone, cloud, context));
  const buckets = await Promise.all(inputs.buckets.map(cleanOne));
  const jobs = await cleanJobs(inputs, numbers, isGone, cloud, context);
  const removed = numbers.filter((number) => !returned.has(number));
  // A job that is left needs its image to delete the database next time.
  const unused = removed.filter((number) => !jobs.left.has(number));
  const imageParts = await cleanImages(inputs.images, images, unused, registry, context, github);
  const parts = [...buckets, ...jobs.parts, ...imageParts];
  summary.heading(md`Previews removed`);
  summary.paragraph(
    md`Pull requests: ${listed(
      removed.map((number) => plain(`#${number}`)),
      ', ',
    )}`,
  );
  summary.table(
    ['Where', 'Deleted', ''],
    parts.map(({ what, count, failure }) => [plain(what), count, failure && plain(describeCloudError(failure))]),
  );
  for (const { what, count } of parts) log.info(`${what}: ${count} deleted.`);
  const left = parts.flatMap(({ what, failure }) => (failure === undefined ? [] : [{ what, failure }]));
  const placesOf = (number: number) => [...inputs.services, ...(sites.get(number) ?? [])];
  await writeComments(removed, gone, placesOf, context, github, left);
  // Version 1.0 needed no permission to delete images, so not all of its callers grant it.
  const isNew = ({ status, retryAfterMs }: CloudError) =>
    status === 403 && retryAfterMs === undefined && context.github.payload.pull_request !== undefined;
  const messages = left.map(({ what, failure }) => ({
    text: `${what} could not be cleaned up: ${describeCloudError(failure)}`,
    fails: !isNew(failure),
  }));
  for (const { text, fails } of messages) if (!fails) log.warning(text);
  const failures = messages.filter(({ fails }) => fails);
  if (failures.length > 0) throw new OutcomeError(failures.map(({ text }) => text).join('\n'));
}

/**
 * What the comment of a preview without services is found by. The scheduled clean-up knows the frontends by their folders alone. A bucket
 * whose folders cannot be read is left to the next clean-up, which would not find the comment without them.
 */
async function sitesOf(
  { pages, buckets }: PreviewInputs,
  numbers: readonly number[],
  { http, endpoints }: Cloud,
  { github: { repository } }: Context,
): Promise<{ readonly sites: ReadonlyMap<number, readonly string[]>; readonly unread: ReadonlyMap<string, Part> }> {
  const unread = new Map<string, Part>();
  if (pages.length > 0) return { sites: new Map(numbers.map((number) => [number, pages.map(commentedSite)])), unread };
  const found = await inParallel(numbers, AT_A_TIME, async (number) => {
    const folder = previewFolder({ repository, number });
    const names = await Promise.all(
      buckets.map(async (bucket) => {
        let folders: readonly string[] = [];
        const part = await attempt(bucketPart(bucket), async () => {
          folders = await listFolders({ http, endpoint: endpoints.storage, bucket }, folder);
          return 0;
        });
        if (part.failure) unread.set(bucket, part);
        return folders.map((prefix) => commentedSite({ bucket, prefix }));
      }),
    );
    return [number, names.flat()] as const;
  });
  return { sites: new Map(found), unread };
}

const bucketPart = (bucket: string): string => `Bucket ${bucket}`;

async function cleanBucket(
  bucket: string,
  numbers: readonly number[],
  isGone: (number: number) => Promise<boolean>,
  { http, endpoints }: Cloud,
  { github }: Context,
): Promise<Part> {
  const { repository } = github;
  return await attempt(bucketPart(bucket), async () => {
    let count = 0;
    for (const number of numbers)
      if (await isGone(number))
        count += await removePreviewFolder(
          { http, endpoint: endpoints.storage, bucket },
          previewFolder({ repository, number }),
        );
    return count;
  });
}

async function cleanJobs(
  { migrations, project, region }: PreviewInputs,
  numbers: readonly number[],
  isGone: (number: number) => Promise<boolean>,
  cloud: Cloud,
  context: Context,
): Promise<{ readonly parts: readonly Part[]; readonly left: ReadonlySet<number> }> {
  if (!migrations) return { parts: [], left: new Set() };
  const what = 'Databases and their jobs';
  // All are left if they cannot be listed.
  let left: ReadonlyMap<number, CloudError> = new Map();
  const part = await attempt(what, async () => {
    const { count, failures } = await removeMigrationJobs(
      cloud,
      context,
      { project, region },
      new Set(numbers),
      isGone,
    );
    left = failures;
    return count;
  });
  if (part.failure) return { parts: [part], left: new Set(numbers) };
  const failed = [...left].map(([number, failure]) => ({ what: `Database of #${number}`, count: 0, failure }));
  return { parts: [part, ...failed], left: new Set(left.keys()) };
}

/** `tagged`: `images` with their tags, in the same order. */
async function cleanImages(
  images: PreviewInputs['images'],
  tagged: readonly PromiseSettledResult<PreviewImageTags | undefined>[],
  numbers: readonly number[],
  cloud: Cloud,
  { github: run, signal }: Context,
  github: GitHub | undefined,
): Promise<Part[]> {
  if (images.length === 0) return [];
  const merged = mergedCommits(numbers, run, github);
  // Without an event's pull request nothing is about to build on the caches.
  const caches = run.payload.pull_request === undefined;
  const parts = await Promise.all(
    images.map((image, i) =>
      attempt(`Image ${formatImageName(image)}`, async () => {
        const read = tagged[i];
        if (read?.status === 'rejected') throw read.reason;
        const previews = { repositoryId: run.repositoryId, numbers: new Set(numbers), merged: await merged };
        return read?.value ? await removeImages(cloud, read.value, previews, caches, signal) : 0;
      }),
    ),
  );
  // What is left keeps its tags, and the comments do not say that it is gone.
  signal.throwIfAborted();
  return parts;
}

async function attempt(what: string, work: () => Promise<number>): Promise<Part> {
  try {
    return { what, count: await work(), failure: undefined };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { what, count: 0, failure: error };
  }
}

/**
 * `placesOf`: what the comments on a pull request are found by. A rate limit that lasts would refuse the other comments as well, so none
 * is tried after it.
 */
async function writeComments(
  removed: readonly number[],
  gone: PreviewInputs['gone'],
  placesOf: (number: number) => readonly string[],
  { log, github: { runUrl } }: Context,
  github: GitHub | undefined,
  left: readonly Pick<Part, 'what'>[],
): Promise<void> {
  const numbers = removed.filter((number) => placesOf(number).length > 0);
  if (!github) return;
  for (const [i, number] of numbers.entries()) {
    const failure = await writePreviewComment(github, log, { number, services: placesOf(number), removed: true }, [
      gone.get(number) === 'inactive'
        ? md`**Preview** was removed, because this pull request had no recent activity. Push to it, or close and reopen it, to get another one.`
        : md`**Preview** was removed.`,
      ...left.map(({ what }) => md`- ⚠️ ${plain(what)} could not be cleaned up (${plain(runUrl)}).`),
    ]);
    const rest = numbers.slice(i + 1);
    if (failure?.retryAfterMs === undefined || rest.length === 0) continue;
    log.warning(
      `The comments on ${rest.map((one) => `#${one}`).join(', ')} still show previews that were removed: GitHub's rate limit is reached.`,
    );
    return;
  }
}
