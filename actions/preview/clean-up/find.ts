/** Finds previews of this repository by traffic tags, tags of images, folders of buckets, and jobs. */
import { createServices } from '../../../src/google/run/services.ts';
import { numberOfTag, parsePreviewImageTag, previewsFolder } from '../../../src/records/preview-names.ts';
import { tagsOwnedBy } from '../../../src/records/preview-owners.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import type { PreviewInputs } from '../inputs.ts';
import { openImage } from './images.ts';
import { findMigrationJobs } from './jobs.ts';
import { listFolders } from './objects.ts';

/** Numbers of the pull requests that have a preview, or a part of one. */
export async function findPreviews(
  { services, images, buckets, project, region, migrations }: PreviewInputs,
  cloud: Cloud,
  { github }: Context,
): Promise<number[]> {
  const { http, endpoints } = cloud;
  const { repository, repositoryId } = github;
  const run = createServices(http, endpoints.run);
  const found = await Promise.all([
    ...services.map(async (name) => {
      const service = await run.get(name);
      return service ? tagsOwnedBy(service, repository).map(numberOfTag) : [];
    }),
    ...images.map(async (image) => {
      const opened = openImage(cloud, image, region);
      const tags = (await opened?.versions.tags(opened.name)) ?? [];
      return tags
        .map(({ tag }) => parsePreviewImageTag(tag))
        .map((tag) => (tag?.repositoryId === repositoryId ? tag.number : undefined));
    }),
    ...buckets.map(async (bucket) => {
      const folder = previewsFolder({ repository });
      const folders = await listFolders({ http, endpoint: endpoints.storage, bucket }, folder);
      return folders.map((one) => numberOfTag(one.slice(folder.length, -1)));
    }),
    migrations
      ? findMigrationJobs(cloud, { project, region, repositoryId }).then((jobs) => jobs.map(({ number }) => number))
      : [],
  ]);
  return [...new Set(found.flat())].filter((number) => number !== undefined);
}
