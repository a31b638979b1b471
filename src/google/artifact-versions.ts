/**
 * Tags and versions of an image in Artifact Registry, over the REST API
 * (https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.packages).
 */
import { CloudError } from '../runtime/errors.ts';
import { absent } from './errors/not-found.ts';
import type { HttpClient } from './http/client.ts';
import { pagesOf } from './http/pages.ts';

export interface ImageTag {
  readonly tag: string;
  /** `sha256:…`. */
  readonly digest: string;
}

export interface ArtifactVersions {
  /** All tags of the image; none if it does not exist. */
  tags(image: string): Promise<readonly ImageTag[]>;
  /** Deletes a tag. One that no longer exists is no error. */
  removeTag(image: string, tag: string): Promise<void>;
  /**
   * Deletes a version. False for one that has a tag or that an index still refers to, which Artifact Registry keeps
   * (https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.packages.versions/delete,
   * https://github.com/GoogleCloudPlatform/gcr-cleaner/issues/118); one that no longer exists is no error.
   */
  removeVersion(image: string, digest: string): Promise<boolean>;
}

interface TagPage {
  readonly tags?: readonly { readonly name?: string; readonly version?: string }[];
  readonly nextPageToken?: string;
}

const ROLE = 'roles/artifactregistry.repoAdmin';

const isInUse = ({ code, message }: CloudError): boolean =>
  code === 'FAILED_PRECONDITION' || /still referenced/.test(message);

/** `repository` is `projects/P/locations/L/repositories/R`; an image is named below it, for instance `team/web`. */
export function createArtifactVersions(http: HttpClient, endpoint: string, repository: string): ArtifactVersions {
  const nameOf = (image: string) => `${repository}/packages/${encodeURIComponent(image)}`;
  const facts = (image: string, verb: string) => ({
    resource: `image ${image} of ${repository}`,
    permission: `artifactregistry.${verb}`,
    role: ROLE,
  });
  return {
    async tags(image) {
      const found: ImageTag[] = [];
      const pages = pagesOf(async (next) => {
        const url = `${endpoint}/v1/${nameOf(image)}/tags?${new URLSearchParams({ pageSize: '1000', ...next })}`;
        return (await absent(http.json<TagPage>({ method: 'GET', url, ...facts(image, 'tags.list') }))) ?? {};
      });
      for await (const { tags = [] } of pages)
        for (const { name = '', version = '' } of tags)
          found.push({ tag: name.split('/').at(-1) ?? '', digest: version.split('/').at(-1) ?? '' });
      return found;
    },
    async removeTag(image, tag) {
      await absent(
        http.json({
          method: 'DELETE',
          url: `${endpoint}/v1/${nameOf(image)}/tags/${tag}`,
          ...facts(image, 'tags.delete'),
        }),
      );
    },
    async removeVersion(image, digest) {
      try {
        await absent(
          http.json({
            method: 'DELETE',
            url: `${endpoint}/v1/${nameOf(image)}/versions/${encodeURIComponent(digest)}`,
            ...facts(image, 'versions.delete'),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof CloudError && error.status === 400 && isInUse(error)) return false;
        throw error;
      }
    },
  };
}
