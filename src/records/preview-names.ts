/**
 * What belongs to the preview of a pull request, by name: a traffic tag, tags of images, a folder of a bucket. A name holds all that
 * tells one pull request from another, so that nothing of another repository is taken for one's own. Pure.
 */

import { createHash } from 'node:crypto';

/** A pull request of a repository. */
export interface PreviewKey {
  /** `OWNER/REPOSITORY`. */
  readonly repository: string;
  /** GitHub's id of the repository, which does not change when it is renamed. */
  readonly repositoryId: string;
  readonly number: number;
}

/** The traffic tag. Services record its repository beside it (see `preview-owners.ts`). */
export const previewTag = ({ number }: Pick<PreviewKey, 'number'>): string => `pr-${number}`;

/** The number in a traffic tag; undefined for another tag. */
export function numberOfTag(tag: string): number | undefined {
  const found = /^pr-([1-9]\d*)$/.exec(tag)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A tag of an image: which pull request it was built for, and at which commit. */
export interface PreviewImageTag extends Pick<PreviewKey, 'repositoryId' | 'number'> {
  readonly commit: string;
}

/**
 * `attempt`: `RUN-ATTEMPT`. Each attempt of a run sets a tag of its own, so a clean-up that read the tags before never deletes the tag
 * of a later run, nor the image, if that run reuses it.
 */
export const previewImageTag = ({ repositoryId, number, commit }: PreviewImageTag, attempt: string): string =>
  `preview-${repositoryId}-${number}-${commit}-${attempt}`;

/** Undefined for a tag that no preview set. */
export function parsePreviewImageTag(tag: string): PreviewImageTag | undefined {
  const [, repositoryId, number, commit] = /^preview-(\d*)-([1-9]\d*)-([0-9a-f]{40})-\d+-\d+$/.exec(tag) ?? [];
  if (repositoryId === undefined || commit === undefined) return undefined;
  return { repositoryId, number: Number(number), commit };
}

/** Name of the database or schema of a preview, as PostgreSQL and MySQL take it without quotes. */
export const previewDatabase = ({ repositoryId, number }: Pick<PreviewKey, 'repositoryId' | 'number'>): string =>
  `preview_${repositoryId}_${number}`;

/** What the Cloud Run jobs of a preview begin with. */
export const previewJobPrefix = ({ repositoryId, number }: Pick<PreviewKey, 'repositoryId' | 'number'>): string =>
  `preview-${repositoryId}-${number}-`;

/**
 * The Cloud Run job that migrates the database of a preview, at most 49 characters. `image`: whose migrations they are. An image whose
 * name does not fit has a hash in it, so that no two images of a pull request share a job.
 */
export function previewJob(key: Pick<PreviewKey, 'repositoryId' | 'number'>, image: string): string {
  const slug = image.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const name = `${previewJobPrefix(key)}${slug}`;
  if (slug === image && name.length <= 49 && !name.endsWith('-')) return name;
  const hash = createHash('sha256').update(image).digest('hex').slice(0, 8);
  return `${name.slice(0, 40).replace(/-+$/, '')}-${hash}`;
}

/** Variable of the job that migrates: arguments that delete the database, a JSON list. */
export const CLEAN_UP_VARIABLE = 'PREVIEW_CLEAN_UP_ARGS';

/** The number in the name of a job of this repository's previews; undefined for another job. */
export function numberOfJob(job: string, repositoryId: string): number | undefined {
  const [, id, number] = /^preview-(\d*)-([1-9]\d*)-/.exec(job) ?? [];
  return id === repositoryId ? Number(number) : undefined;
}

/** The variable with the URL of a service or frontend, such as `URL_WEB`. */
export const urlVariable = (name: string): string => `URL_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;

/** The folder of all previews of a repository in a bucket, with a slash at its end. Names on GitHub never differ in their case alone. */
export const previewsFolder = ({ repository }: Pick<PreviewKey, 'repository'>): string =>
  `${repository.toLowerCase()}/`;

/** The folder of one preview, with a slash at its end; each frontend has a folder in it. */
export const previewFolder = (key: Pick<PreviewKey, 'repository' | 'number'>): string =>
  `${previewsFolder(key)}${previewTag(key)}/`;

/** A frontend as the comment on its pull request names it. `prefix`: of its objects, with or without a slash at its end. */
export const commentedSite = ({ bucket, prefix }: { readonly bucket: string; readonly prefix: string }): string =>
  `gs://${bucket}/${prefix.replace(/\/$/, '').split('/').at(-1)}`;
