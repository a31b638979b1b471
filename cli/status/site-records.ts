/** Reads the records of sites that publish-frontend keeps in their buckets (https://cloud.google.com/storage/docs/json_api/v1). */
import type { Layout } from '../../actions/publish-frontend/store/object-names.ts';
import { stateName } from '../../actions/publish-frontend/store/object-names.ts';
import { parseState } from '../../actions/publish-frontend/store/site-state.ts';
import { type NextPage, pagesOf } from '../../src/google/http/pages.ts';
import { parseSitePlace } from '../../src/records/sites.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { CloudError, InputError, OutcomeError } from '../../src/runtime/errors.ts';
import { describeSite, type SiteRecord } from './describe-site.ts';

type Api = Pick<Cloud, 'http' | 'endpoints'>;

const ROLE = 'roles/storage.objectViewer';
/** The root of the bucket, and any prefix. The server filters, so that a large bucket is not listed. */
const STATES = `{${stateName({ bucket: '', prefix: '' })},**/${stateName({ bucket: '', prefix: '' })}}`;

export interface FoundSites {
  readonly sites: readonly SiteRecord[];
  /** The missing permission for listing sites. */
  readonly missing?: string;
}

/** All sites in the buckets of the project. Buckets whose objects cannot be listed are skipped. */
export async function findSites(api: Api, project: string): Promise<FoundSites> {
  let buckets: string[];
  try {
    buckets = await listNames(api, `/storage/v1/b`, { project }, `buckets of ${project}`, 'storage.buckets.list');
  } catch (error) {
    if (isForbidden(error)) return { sites: [], missing: 'storage.buckets.list' };
    throw error;
  }
  const found = await Promise.all(buckets.map((bucket) => sitesOf(api, bucket)));
  return { sites: found.flat() };
}

/** The sites named as `BUCKET` or `BUCKET/PREFIX`. Throws `InputError` for those that were never published. */
export async function readSites(api: Api, names: readonly string[]): Promise<FoundSites> {
  const layouts = names.map(parseSitePlace);
  const sites = await Promise.all(layouts.map((layout) => readSite(api, layout)));
  const missing = layouts.filter((_, i) => sites[i] === undefined);
  if (missing.length > 0)
    throw new InputError(
      missing.map(({ bucket, prefix }) => ({
        subject: 'Option --site',
        message: `there is no site in gs://${bucket}/${prefix}. Write BUCKET or BUCKET/PREFIX, as bucket and prefix of publish-frontend.`,
      })),
    );
  return { sites: sites.filter((site) => site !== undefined) };
}

async function sitesOf(api: Api, bucket: string): Promise<SiteRecord[]> {
  try {
    const states = await listNames(
      api,
      `/storage/v1/b/${bucket}/o`,
      { matchGlob: STATES },
      `bucket ${bucket}`,
      'storage.objects.list',
    );
    const end = stateName({ bucket, prefix: '' });
    const sites = await Promise.all(
      states.map((name) => readSite(api, { bucket, prefix: name.slice(0, -end.length) })),
    );
    return sites.filter((site) => site !== undefined);
  } catch (error) {
    if (isForbidden(error)) return [];
    throw error;
  }
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
      role: permission === 'storage.buckets.list' ? 'roles/storage.bucketViewer' : ROLE,
    });
  for await (const { items = [] } of pagesOf(read)) names.push(...items.map(({ name }) => name));
  return names;
}

async function readSite({ http, endpoints }: Api, layout: Layout): Promise<SiteRecord | undefined> {
  const { bucket } = layout;
  const name = stateName(layout);
  let text: string;
  try {
    ({ text } = await http.text({
      method: 'GET',
      url: `${endpoints.storage}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`,
      resource: `object gs://${bucket}/${name}`,
      permission: 'storage.objects.get',
      role: ROLE,
    }));
  } catch (error) {
    if (error instanceof CloudError && error.status === 404) return undefined;
    throw error;
  }
  try {
    return describeSite(layout, parseState(text));
  } catch (error) {
    throw new OutcomeError(`gs://${bucket}/${name} is not a valid site state: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof CloudError && error.status === 403;
}
