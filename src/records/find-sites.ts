/** Finds the sites of publish-frontend in the buckets of a project (https://cloud.google.com/storage/docs/json_api/v1). */
import { type NextPage, pagesOf } from '../google/http/pages.ts';
import type { Cloud } from '../runtime/context.ts';
import { CloudError, isAbort } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import { describeStaged, readSiteState, SITE_STATE, type SitePlace } from './sites.ts';

type Api = Pick<Cloud, 'http' | 'endpoints'>;
type Place = Pick<SitePlace, 'bucket' | 'prefix'>;

export interface FoundSites<T> {
  readonly sites: readonly T[];
  /** The permission without which sites could not be looked for. */
  readonly missing?: string;
}

/** What `read` gives for all sites in the buckets of the project. Buckets whose objects cannot be read are skipped. */
export async function findSites<T>(
  api: Api,
  project: string,
  read: (place: Place) => Promise<T | undefined>,
): Promise<FoundSites<T>> {
  const buckets = await allowed(
    listNames(api, '/storage/v1/b', { project }, `buckets of ${project}`, 'storage.buckets.list'),
  );
  if (!buckets) return { sites: [], missing: 'storage.buckets.list' };
  const found = await Promise.all(buckets.map(async (bucket) => (await allowed(sitesOf(api, bucket, read))) ?? []));
  return { sites: found.flat() };
}

/**
 * A sentence for each site of the project with a release that is staged for the canary of this release. The log says why where sites
 * cannot be read: that fails no step.
 */
export async function findStaged(
  api: Api,
  { project, release, log }: { readonly project: string; readonly release: string; readonly log: Pick<Log, 'info'> },
): Promise<readonly string[]> {
  const bucket = { http: api.http, endpoint: api.endpoints.storage };
  const leftOut = (why: string) => log.info(`Staged frontends are not shown: ${why}`);
  try {
    const { sites, missing } = await findSites(api, project, async (place) => {
      const name = `${place.bucket}/${place.prefix}`.replace(/\/$/, '');
      const staged = (await readSiteState(bucket, { ...place, name }))?.staged;
      return staged?.canary.release === release ? `Site ${name}: ${describeStaged(staged)}` : undefined;
    });
    if (missing !== undefined) leftOut(`no permission ${missing} on ${project} (roles/storage.bucketViewer).`);
    return sites;
  } catch (error) {
    if (isAbort(error)) throw error;
    leftOut((error as Error).message);
    return [];
  }
}

async function sitesOf<T>(
  api: Api,
  bucket: string,
  read: (place: Place) => Promise<T | undefined>,
): Promise<readonly T[]> {
  // The server looks for them in the root and below any prefix, so that a large bucket is not listed.
  const matchGlob = `{${SITE_STATE},**/${SITE_STATE}}`;
  const states = await listNames(
    api,
    `/storage/v1/b/${bucket}/o`,
    { matchGlob },
    `bucket ${bucket}`,
    'storage.objects.list',
  );
  const sites = await Promise.all(states.map((name) => read({ bucket, prefix: name.slice(0, -SITE_STATE.length) })));
  return sites.filter((site) => site !== undefined);
}

async function listNames(
  { http, endpoints }: Api,
  path: string,
  query: Readonly<Record<string, string>>,
  resource: string,
  permission: string,
): Promise<string[]> {
  const names: string[] = [];
  const read = (next: NextPage) =>
    http.json<{ items?: { name: string }[]; nextPageToken?: string }>({
      method: 'GET',
      url: `${endpoints.storage}${path}?${new URLSearchParams({ ...query, fields: 'nextPageToken,items(name)', ...next })}`,
      resource,
      permission,
      role: permission === 'storage.buckets.list' ? 'roles/storage.bucketViewer' : 'roles/storage.objectViewer',
    });
  for await (const { items = [] } of pagesOf(read)) names.push(...items.map(({ name }) => name));
  return names;
}

/** The response, or undefined without permission. */
async function allowed<T>(response: Promise<T>): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return undefined;
    throw error;
  }
}
