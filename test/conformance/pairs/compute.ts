/** The load balancer and Cloud CDN against `@googleapis/compute`. */

import { compute_v1 } from '@googleapis/compute';
import { invalidate } from '../../../actions/publish-frontend/cdn/invalidate.ts';
import { type Cdn, openCdn } from '../../../actions/publish-frontend/cdn/load-balancer.ts';
import { switchRoute } from '../../../actions/publish-frontend/cdn/switch-route.ts';
import { systemRandom } from '../../../src/runtime/clock.ts';
import { discoveryOptions } from '../official.ts';
import { NO_PAUSE, silentLog, withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';
import type { Respond } from '../recorder.ts';

const project = 'acme-prod';
const urlMap = 'site';
/** RFC 4122, as the API wants it; ours is random, and the comparison drops it. */
const REQUEST_ID = '3b241101-e2bb-4255-8caf-4136c566a962';
const BACKEND = `https://www.googleapis.com/compute/v1/projects/${project}/global/backendBuckets/site-backend`;

const map = {
  name: urlMap,
  id: '9007199254740993',
  fingerprint: 'vAgD3p1tQfA=',
  defaultService: BACKEND,
  hostRules: [{ hosts: ['shop.example.com'], pathMatcher: 'shop' }],
  pathMatchers: [
    {
      name: 'shop',
      defaultService: BACKEND,
      routeRules: [
        {
          priority: 0,
          matchRules: [{ prefixMatch: '/' }],
          service: BACKEND,
          routeAction: { urlRewrite: { pathPrefixRewrite: '/site/' } },
        },
      ],
    },
  ],
};

/** The map as it should be written back: nothing but the rewrite differs. */
const moved = structuredClone(map);
for (const { routeAction } of moved.pathMatchers[0]?.routeRules ?? [])
  routeAction.urlRewrite.pathPrefixRewrite = '/site/releases/1/';

const respond: Respond = ({ method, target }, _url, count) => {
  if (target.includes('/backendBuckets/'))
    return {
      json: {
        name: 'site-backend',
        bucketName: 'site-bucket',
        enableCdn: true,
        cdnPolicy: { cacheMode: 'USE_ORIGIN_HEADERS' },
      },
    };
  if (target.includes('/operations/')) return { json: { name: 'operation-1', status: 'DONE' } };
  return { json: method === 'GET' ? (count < 2 ? map : moved) : { name: 'operation-1', status: 'RUNNING' } };
};

const open = (url: string, work: (cdn: Cdn) => Promise<unknown> = async () => {}) =>
  withHttp(async (http) => {
    const where = { http, endpoint: url, project, urlMap, host: 'shop.example.com', bucket: 'site-bucket' };
    return work(
      await openCdn({
        ...where,
        prefix: 'site/',
        uncompressed: false,
        log: silentLog,
        random: systemRandom,
        ...NO_PAUSE,
      }),
    );
  });

async function officialOpen(url: string): Promise<compute_v1.Compute> {
  const compute = new compute_v1.Compute(discoveryOptions(url));
  await compute.urlMaps.get({ project, urlMap });
  await compute.backendBuckets.get({ project, backendBucket: 'site-backend' });
  return compute;
}

export const compute: readonly Pair[] = [
  {
    name: 'compute: invalidation of a path, until it is done',
    respond,
    ours: (url) => open(url, (cdn) => invalidate(cdn, ['/a b/ü/*'], true)),
    official: async (url) => {
      const client = await officialOpen(url);
      const requestBody = { path: '/a b/ü/*', host: 'shop.example.com' };
      await client.urlMaps.invalidateCache({ project, urlMap, requestId: REQUEST_ID, requestBody });
      await client.globalOperations.wait({ project, operation: 'operation-1' });
    },
  },
  {
    name: 'compute: another folder at the route of the site',
    respond,
    ours: (url) => open(url, (cdn) => switchRoute(cdn, 'site/releases/1/')),
    official: async (url) => {
      const client = await officialOpen(url);
      const requestBody = moved as compute_v1.Schema$UrlMap;
      await client.urlMaps.update({ project, urlMap, requestBody });
      await client.globalOperations.wait({ project, operation: 'operation-1' });
      await client.urlMaps.get({ project, urlMap });
    },
  },
];
