/** Reads and checks the load balancer and its CDN. https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps */
import { CloudError, InputError, type Problem } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { type BackendBucket, checkBackend } from './backend-bucket.ts';
import { type ComputeProject, LOAD_BALANCER_ROLE, projectUrl } from './compute-operations.ts';
import { hasHostRule, type SiteRoute, siteRoutes, type UrlMap } from './url-map.ts';

export interface CdnOptions extends ComputeProject {
  readonly urlMap: string;
  readonly host: string | undefined;
  readonly bucket: string;
  /** Start of the names of the site's objects. */
  readonly prefix: string;
  /** True if compression is left to the CDN. */
  readonly uncompressed: boolean;
  readonly log: Log;
}

export interface Cdn extends CdnOptions {
  readonly map: UrlMap;
  /** The routes that lead to the site's objects. */
  readonly routes: readonly SiteRoute[];
  /** Prefixes of other sites below ours, whose routes are not ours; undefined until the bucket is read. */
  readonly below?: readonly string[];
  /** False if nothing is cached, so nothing needs to be invalidated. */
  readonly cached: boolean;
}

/** Reads the map and the backend buckets of the site. Throws for settings that would keep old pages in caches. */
export async function openCdn(options: CdnOptions): Promise<Cdn> {
  const map = await readUrlMap(options);
  if (options.host !== undefined && map.hostRules && !hasHostRule(map, options.host))
    options.log.notice(
      `No host rule of URL map ${options.urlMap} matches ${options.host}. Its default rule is checked and invalidated instead.`,
    );
  const routes = siteRoutes(map, options.host).filter(
    ({ to }) => to.startsWith(options.prefix) || options.prefix.startsWith(to),
  );
  const names = [...new Set(routes.map(({ backendBucket }) => backendBucket))];
  const backends = await Promise.all(names.map((name) => readBackend(options, name)));
  const ours = new Map(
    backends.filter(({ bucketName }) => bucketName === options.bucket).map((one) => [one.name, one]),
  );
  const leading = routes.filter(({ backendBucket }) => ours.has(backendBucket));
  if (leading.length === 0) {
    const where = options.host === undefined ? 'its default rule' : `host ${options.host}`;
    const found = backends.map(({ name, bucketName }) => `${name} (gs://${bucketName})`).join(', ') || 'none';
    throw new InputError([
      {
        subject: 'Input url-map',
        message: `${options.urlMap} has no route from ${where} to gs://${options.bucket}/${options.prefix}. Backend buckets there: ${found}. Fix host, bucket or prefix, or add the route.`,
      },
    ]);
  }
  const checks = [...ours.values()].map((backend) => checkBackend(backend, options));
  const problems: Problem[] = checks.flatMap(({ errors }) =>
    errors.map((message) => ({ subject: 'Input url-map', message })),
  );
  if (problems.length > 0) throw new InputError(problems);
  for (const { warnings } of checks) for (const warning of warnings) options.log.warning(warning);
  return { ...options, map, routes: leading, cached: checks.some(({ cached }) => cached) };
}

export function mapUrl(options: CdnOptions): string {
  return `${projectUrl(options)}/urlMaps/${options.urlMap}`;
}

export async function readUrlMap(options: CdnOptions): Promise<UrlMap> {
  const { urlMap, project } = options;
  const resource = `URL map ${urlMap}`;
  try {
    return await options.http.json<UrlMap>({
      method: 'GET',
      url: mapUrl(options),
      resource,
      permission: 'compute.urlMaps.get',
      role: LOAD_BALANCER_ROLE,
    });
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 404 || error.resource !== resource) throw error;
    const message = `"${urlMap}" is not a global URL map of project ${project} (404). List the URL maps with: gcloud compute url-maps list --global --project=${project}`;
    throw new InputError([{ subject: 'Input url-map', message }], { cause: error });
  }
}

function readBackend(options: CdnOptions, name: string): Promise<BackendBucket> {
  return options.http.json<BackendBucket>({
    method: 'GET',
    url: `${projectUrl(options)}/backendBuckets/${name}`,
    resource: `backend bucket ${name}`,
    permission: 'compute.backendBuckets.get',
    role: LOAD_BALANCER_ROLE,
  });
}
