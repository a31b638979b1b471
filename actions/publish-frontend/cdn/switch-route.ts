/** Switches the site's route to a folder of the bucket: one write to the URL map, guarded by its fingerprint. */
import { CloudError, InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import { type ComputeOperation, LOAD_BALANCER_ROLE, waitForOperation } from './compute-operations.ts';
import { type Cdn, mapUrl, readUrlMap } from './load-balancer.ts';
import { type SiteRoute, siteRoutes, withRewrite } from './url-map.ts';

/** The one route that is the site's own. Throws `InputError` if a rewrite there would move something else too. */
export function ownRoute(cdn: Cdn): SiteRoute {
  const { prefix, urlMap, bucket, below = [] } = cdn;
  const isRelease = (to: string) =>
    to.startsWith(`${prefix}releases/`) && /^[^/]+\/$/.test(to.slice(prefix.length + 9)) && !below.includes(to);
  const own = cdn.routes.filter(({ to }) => to === prefix || isRelease(to));
  const [route] = own;
  if (route && own.length === 1 && !route.shared) return route;
  const found = cdn.routes.map(({ at, to }) => `${at}* to gs://${bucket}/${to}`).join(', ');
  throw new InputError([
    {
      subject: 'Input atomic',
      message: `URL map ${urlMap} must have exactly one route to gs://${bucket}/${prefix} that serves only this site, because atomic changes its rewrite. Found: ${found}.`,
    },
  ]);
}

/** The CDN as it would be if the route led to the folder. */
export function withRoute(cdn: Cdn, folder: string): Cdn {
  const own = ownRoute(cdn);
  return { ...cdn, routes: cdn.routes.map((route) => (route === own ? { ...route, to: folder } : route)) };
}

const TRIES = 4;

/** Makes the CDN serve the new routes. Nothing is written if the route is right already. */
export async function switchRoute(cdn: Cdn, folder: string): Promise<Cdn> {
  // A route that seems right was read before the claim, so another run may have moved it since.
  let now = ownRoute(cdn).to === folder ? await readAgain(cdn) : cdn;
  for (let tries = 0; ; tries++) {
    const route = ownRoute(now);
    if (route.to === folder) return now;
    let refusal: CloudError | undefined;
    try {
      await write(now, route, folder);
    } catch (error) {
      // Another user changed the map, or a response was lost: read it again.
      if (!(error instanceof CloudError) || error.status !== 412) throw error;
      refusal = error;
    }
    const read = await readAgain(cdn);
    // The map has not changed, so the 412 has another cause, which the server names.
    if (refusal && read.map.fingerprint === now.map.fingerprint) throw refusal;
    now = read;
    if (tries === TRIES && ownRoute(now).to !== folder)
      throw new OutcomeError(
        `URL map ${cdn.urlMap} was modified concurrently; gave up after ${TRIES + 1} attempts. Run this step again.`,
        { cause: refusal },
      );
  }
}

async function readAgain(cdn: Cdn): Promise<Cdn> {
  const map = await readUrlMap(cdn);
  const ours = new Set(cdn.routes.map(({ backendBucket }) => backendBucket));
  return { ...cdn, map, routes: siteRoutes(map, cdn.host).filter((one) => ours.has(one.backendBucket)) };
}

async function write(cdn: Cdn, route: SiteRoute, folder: string): Promise<void> {
  const operation = await cdn.http.json<ComputeOperation>({
    method: 'PUT',
    url: mapUrl(cdn),
    json: withRewrite(cdn.map, route, folder),
    // With the fingerprint, repeating an executed write is a 412.
    idempotent: true,
    resource: `URL map ${cdn.urlMap}`,
    permission: 'compute.urlMaps.update',
    role: LOAD_BALANCER_ROLE,
  });
  await waitForOperation(cdn, operation, `update of URL map ${cdn.urlMap}`);
}
