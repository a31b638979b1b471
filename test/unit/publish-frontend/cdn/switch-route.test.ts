/** A switch of the route that meets other writes to the URL map. */
import { expect, test } from 'vitest';
import type { Cdn } from '../../../../actions/publish-frontend/cdn/load-balancer.ts';
import { switchRoute } from '../../../../actions/publish-frontend/cdn/switch-route.ts';
import { type SiteRoute, siteRoutes, type UrlMap } from '../../../../actions/publish-frontend/cdn/url-map.ts';
import { besideSites, requireRoute } from '../../../../actions/publish-frontend/preflight/route.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';

const backend = 'https://www.googleapis.com/compute/v1/projects/p/global/backendBuckets/site';
const mapAt = (fingerprint: string, folder: string) =>
  ({
    fingerprint,
    hostRules: [{ hosts: ['app.test'], pathMatcher: 'app' }],
    pathMatchers: [
      {
        name: 'app',
        defaultService: backend,
        pathRules: [
          {
            paths: ['/app', '/app/*'],
            service: backend,
            routeAction: { urlRewrite: { pathPrefixRewrite: `/${folder}` } },
          },
        ],
      },
    ],
  }) as unknown as UrlMap;

/** The map of the server is `mapAt` this; the first write is refused, and `others` change the map then. */
async function change(others: (fingerprint: string) => string) {
  let fingerprint = 'one';
  const sent: string[] = [];
  const http = {
    json: async ({ method, json }: { method: string; json?: UrlMap }) => {
      if (method === 'GET') return mapAt(fingerprint, 'app/releases/r1/');
      sent.push(json?.fingerprint ?? '');
      if (sent.length > 1) return { name: 'operation', status: 'DONE' };
      fingerprint = others(fingerprint);
      throw new CloudError({ message: 'conditionNotMet', status: 412, resource: 'URL map' });
    },
  };
  const map = mapAt('one', 'app/releases/r1/');
  const clock = { now: () => 0, sleep: async () => {} };
  const cdn = {
    http,
    clock,
    map,
    host: 'app.test',
    prefix: 'app/',
    bucket: 'site',
    urlMap: 'map',
    endpoint: '',
    project: 'p',
  };
  const done = switchRoute(
    { ...cdn, routes: siteRoutes(map, 'app.test').filter(({ at }) => at === '/app/') } as unknown as Cdn,
    'app/releases/r2/',
  );
  return { done, sent };
}

test('a conflicting write is repeated from the current state', async () => {
  const { done, sent } = await change(() => 'two');
  await done.catch(() => {});
  expect(sent.slice(0, 2)).toEqual(['one', 'two']);
});

test('a write that is refused although the map has not changed fails with the reason of the server', async () => {
  const { done, sent } = await change((same) => same);
  await expect(done).rejects.toThrow('conditionNotMet');
  expect(sent).toEqual(['one']);
});

test('the route of another site, whose prefix looks like a release of the root site, is not switched', () => {
  const route = { backendBucket: 'site', at: '/blog/', to: 'releases/blog/', place: [], shared: false };
  const own = { ...route, at: '/', to: 'releases/r1/' };
  const cdnOf = (...routes: readonly SiteRoute[]) =>
    besideSites({ prefix: '', bucket: 'site', urlMap: 'map', routes } as unknown as Cdn, { below: ['releases/blog/'] });
  expect(() => requireRoute(cdnOf(route), true)).toThrow('exactly one route');
  expect(requireRoute(cdnOf(route, own), true)).toBe(own);
});
