/** Reads the records of sites that publish-frontend keeps in their buckets (https://cloud.google.com/storage/docs/json_api/v1). */
import { type Layout, stateName } from '../../actions/publish-frontend/store/object-names.ts';
import { parseState } from '../../actions/publish-frontend/store/site-state.ts';
import { absent } from '../../src/google/errors/not-found.ts';
import { type FoundSites, findSites } from '../../src/records/find-sites.ts';
import { parseSitePlace } from '../../src/records/sites.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { InputError, OutcomeError } from '../../src/runtime/errors.ts';
import { describeSite, type SiteRecord } from './describe-site.ts';

type Api = Pick<Cloud, 'http' | 'endpoints'>;

/** All sites in the buckets of the project. Buckets whose objects cannot be read are skipped. */
export const findSiteRecords = (api: Api, project: string): Promise<FoundSites<SiteRecord>> =>
  findSites(api, project, (place) => readSite(api, place));

/** The sites named as `BUCKET` or `BUCKET/PREFIX`. Throws `InputError` for those that were never published. */
export async function readSites(api: Api, names: readonly string[]): Promise<FoundSites<SiteRecord>> {
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

async function readSite({ http, endpoints }: Api, layout: Layout): Promise<SiteRecord | undefined> {
  const { bucket } = layout;
  const name = stateName(layout);
  const found = await absent(
    http.text({
      method: 'GET',
      url: `${endpoints.storage}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`,
      resource: `object gs://${bucket}/${name}`,
      permission: 'storage.objects.get',
      role: 'roles/storage.objectViewer',
    }),
  );
  if (!found) return undefined;
  try {
    return describeSite(layout, parseState(found.text));
  } catch (error) {
    throw new OutcomeError(`gs://${bucket}/${name} is not a valid site state: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
