/** Lists of Cloud Run's resources in a region (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services/list). */
import { type NextPage, pagesOf } from '../../src/google/http/pages.ts';
import type { Json } from '../../src/google/run/resources.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { CloudError } from '../../src/runtime/errors.ts';

type Collection = 'services' | 'workerPools' | 'jobs';

/** `location` is `projects/P/locations/L`. Without the permission to list worker pools or jobs, none are returned. */
export async function listAll<T extends Json>(
  { http, endpoints }: Pick<Cloud, 'http' | 'endpoints'>,
  location: string,
  collection: Collection,
): Promise<T[]> {
  const found: T[] = [];
  const read = (next: NextPage) =>
    http.json<Json & { nextPageToken?: string }>({
      method: 'GET',
      url: `${endpoints.run}/v2/${location}/${collection}?${new URLSearchParams({ pageSize: '100', ...next })}`,
      resource: `${collection} of ${location}`,
      permission: `run.${collection.toLowerCase()}.list`,
      role: 'roles/run.viewer',
    });
  try {
    for await (const page of pagesOf(read)) found.push(...((page[collection] ?? []) as T[]));
  } catch (error) {
    if (collection === 'services' || !(error instanceof CloudError) || error.status !== 403) throw error;
  }
  return found;
}
