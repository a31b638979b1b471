/** The load balancer and its CDN: reads and judges the settings, and invalidates paths. https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps */
import { randomUUID } from 'node:crypto';
import type { HttpClient } from '../../../src/google/http/client.ts';
import { CloudError, InputError, OutcomeError, type Problem } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { Layout } from '../store/object-names.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import { type BackendBucket, judgeBackend } from './backend-bucket.ts';
import { patternsOf } from './path-patterns.ts';
import { hasHostRule, publicPath, type SiteRoute, siteRoutes, type UrlMap } from './url-map.ts';

export interface CdnOptions {
  readonly http: HttpClient;
  /** Base URL of the Compute Engine API. */
  readonly endpoint: string;
  readonly project: string;
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
  /** False if nothing is cached, so nothing needs to be invalidated. */
  readonly cached: boolean;
}

export const ROLE = 'roles/compute.loadBalancerAdmin';

/** Reads the map and the backend buckets of the site. Throws for settings under which the site would go stale. */
export async function openCdn(options: CdnOptions): Promise<Cdn> {
  const map = await readUrlMap(options);
  if (options.host !== undefined && map.hostRules && !hasHostRule(map, options.host))
    options.log.notice(
      `No host rule of URL map ${options.urlMap} names ${options.host}: its default rule is what is checked and invalidated.`,
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
        message: `${options.urlMap} has no route from ${where} to gs://${options.bucket}/${options.prefix}. Backend buckets there: ${found}. Mend host, bucket or prefix, or add the route.`,
      },
    ]);
  }
  const judgements = [...ours.values()].map((backend) => judgeBackend(backend, options));
  const problems: Problem[] = judgements.flatMap(({ errors }) =>
    errors.map((message) => ({ subject: 'Input url-map', message })),
  );
  if (problems.length > 0) throw new InputError(problems);
  for (const { warnings } of judgements) for (const warning of warnings) options.log.warning(warning);
  return { ...options, map, routes: leading, cached: judgements.some(({ cached }) => cached) };
}

/** Patterns for all public addresses of the objects. */
export function addresses(cdn: Cdn, objects: Iterable<string>): Set<string> {
  const paths = new Set<string>();
  for (const object of objects) {
    for (const route of cdn.routes) {
      const path = publicPath(route, object);
      if (path !== undefined) for (const pattern of patternsOf(path)) paths.add(pattern);
    }
  }
  return paths;
}

/** Where a reader finds the entry page. */
export function siteLink(cdn: Cdn | undefined, { bucket, prefix }: Layout): string {
  const route = cdn?.routes[0];
  if (!cdn?.host || !route) return `https://storage.googleapis.com/${bucket}/${prefix}index.html`;
  return `https://${cdn.host}${publicPath(route, `${prefix}index.html`) ?? `${route.at}index.html`}`;
}

export interface Invalidation {
  readonly invalidated: readonly string[];
  /** Why the other paths were not invalidated; undefined if all were. */
  readonly failure: unknown;
}

/** Invalidates the paths; with `wait` it ends when the CDN has done so. A path that is refused does not stop the others. */
export async function invalidate(cdn: Cdn, paths: readonly string[], wait: boolean): Promise<Invalidation> {
  const done = new Set<string>();
  const refused: { readonly path: string; readonly error: CloudError }[] = [];
  let failure: unknown;
  try {
    await transferAll(paths, { concurrency: 8 }, async (path) => {
      try {
        await invalidateOne(cdn, path, wait);
        done.add(path);
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 400) throw error;
        refused.push({ path, error });
      }
    });
  } catch (error) {
    failure = error;
  }
  const invalidated = paths.filter((path) => done.has(path));
  const [first] = refused;
  if (failure !== undefined || !first) return { invalidated, failure };
  if (refused.length === 1) return { invalidated, failure: first.error };
  const list = refused.map(({ path, error }) => `${path} (${error.message})`).join(', ');
  const message = `URL map ${cdn.urlMap} refused to invalidate ${refused.length} of ${paths.length} paths: ${list}.`;
  return { invalidated, failure: new OutcomeError(message, { cause: first.error }) };
}

async function invalidateOne(cdn: Cdn, path: string, wait: boolean): Promise<void> {
  const { http, host } = cdn;
  const operation = await http.json<Operation>({
    method: 'POST',
    // The id makes a repetition after a lost answer harmless.
    url: `${mapUrl(cdn)}/invalidateCache?requestId=${randomUUID()}`,
    json: { path, ...(host !== undefined && { host }) },
    idempotent: true,
    resource: `invalidation of ${path} in URL map ${cdn.urlMap}`,
    permission: 'compute.urlMaps.invalidateCache',
    role: ROLE,
  });
  if (wait) await finish(cdn, operation, `invalidation of ${path}`);
  else throwFailure(operation, `invalidation of ${path}`);
}

export interface Operation {
  readonly name: string;
  readonly status: 'PENDING' | 'RUNNING' | 'DONE';
  readonly error?: { readonly errors?: readonly { readonly code?: string; readonly message?: string }[] };
}

const WAIT_FOR = 600_000;

/** Waits for the end of an operation (https://cloud.google.com/compute/docs/reference/rest/v1/globalOperations/wait). */
export async function finish(cdn: CdnOptions, operation: Operation, what: string): Promise<void> {
  const end = performance.now() + WAIT_FOR;
  let now = operation;
  while (now.status !== 'DONE') {
    if (performance.now() > end) throw new OutcomeError(`The ${what} has not ended within 10 minutes.`);
    now = await cdn.http.json<Operation>({
      method: 'POST',
      url: `${projectUrl(cdn)}/operations/${operation.name}/wait`,
      idempotent: true,
      attemptTimeout: 150_000,
      deadline: 300_000,
      resource: `operation ${operation.name}`,
      permission: 'compute.globalOperations.get',
      role: ROLE,
    });
  }
  throwFailure(now, what);
}

function throwFailure({ error }: Operation, what: string): void {
  const first = error?.errors?.[0];
  if (first)
    throw new CloudError({ message: first.message ?? 'it failed', code: first.code, status: 0, resource: what });
}

export function projectUrl({ endpoint, project }: Pick<CdnOptions, 'endpoint' | 'project'>): string {
  return `${endpoint}/compute/v1/projects/${project}/global`;
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
      role: ROLE,
    });
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 404 || error.resource !== resource) throw error;
    const message = `"${urlMap}" is not a global URL map of project ${project} (404). Give a name that this lists: gcloud compute url-maps list --global --project=${project}`;
    throw new InputError([{ subject: 'Input url-map', message }], { cause: error });
  }
}

function readBackend(options: CdnOptions, name: string): Promise<BackendBucket> {
  return options.http.json<BackendBucket>({
    method: 'GET',
    url: `${projectUrl(options)}/backendBuckets/${name}`,
    resource: `backend bucket ${name}`,
    permission: 'compute.backendBuckets.get',
    role: ROLE,
  });
}
