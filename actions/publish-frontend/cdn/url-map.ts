/**
 * Which public paths of a load balancer lead to which objects of a bucket, from its URL map
 * (https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps). Pure.
 */

interface RouteAction {
  readonly urlRewrite?: { readonly pathPrefixRewrite?: string };
  readonly [other: string]: unknown;
}

interface PathRule {
  readonly paths?: readonly string[];
  readonly service?: string;
  readonly routeAction?: RouteAction;
}

interface RouteRule {
  readonly matchRules?: readonly { readonly prefixMatch?: string }[];
  readonly service?: string;
  readonly routeAction?: RouteAction;
}

interface PathMatcher {
  readonly name: string;
  readonly defaultService?: string;
  readonly defaultRouteAction?: RouteAction;
  readonly pathRules?: readonly PathRule[];
  readonly routeRules?: readonly RouteRule[];
}

/** As the API gives it; what we do not name travels along untouched. */
export interface UrlMap {
  readonly name: string;
  readonly fingerprint: string;
  readonly defaultService?: string;
  readonly defaultRouteAction?: RouteAction;
  readonly hostRules?: readonly { readonly hosts: readonly string[]; readonly pathMatcher: string }[];
  readonly pathMatchers?: readonly PathMatcher[];
}

/** A rule of the map that leads to a backend bucket: requests below `at` go to objects below `to`. */
export interface SiteRoute {
  /** Name of the backend bucket. */
  readonly backendBucket: string;
  /** Start of the public path, such as `/` or `/dashboard/`. */
  readonly at: string;
  /** Start of the object's name, such as `` or `dashboard/`. */
  readonly to: string;
  /** Where the rule's action stands in the map, for changing its rewrite. */
  readonly place: readonly (string | number)[];
  /** True if the rule serves other paths too, which a rewrite would move as well. */
  readonly shared: boolean;
}

/** The routes of the host, without one those of the map's default; routes to other services are left out. */
export function siteRoutes(map: UrlMap, host: string | undefined): SiteRoute[] {
  const index = host === undefined ? -1 : matcherIndex(map, host);
  const routes: SiteRoute[] = [];
  const add = (
    service: string | undefined,
    action: RouteAction | undefined,
    at: string,
    place: (string | number)[],
    shared = false,
  ) => {
    const backendBucket = /\/backendBuckets\/([^/]+)$/.exec(service ?? '')?.[1];
    if (backendBucket === undefined || !at.endsWith('/')) return;
    const rewrite = action?.urlRewrite?.pathPrefixRewrite;
    routes.push({ backendBucket, at, to: (rewrite ?? at).slice(1), place, shared });
  };
  const matcher = map.pathMatchers?.[index];
  if (!matcher) {
    add(map.defaultService, map.defaultRouteAction, '/', ['defaultRouteAction']);
    return routes;
  }
  const place = ['pathMatchers', index];
  matcher.routeRules?.forEach((rule, i) => {
    // A rule with several prefixes cannot be told apart by one rewrite.
    const prefixes = (rule.matchRules ?? []).map(({ prefixMatch }) => prefixMatch);
    if (prefixes.length === 1 && prefixes[0] !== undefined)
      add(rule.service, rule.routeAction, prefixes[0], [...place, 'routeRules', i, 'routeAction']);
  });
  matcher.pathRules?.forEach((rule, i) => {
    const folders = (rule.paths ?? []).filter((path) => path.endsWith('/*'));
    for (const folder of folders) {
      const action = [...place, 'pathRules', i, 'routeAction'];
      add(rule.service, rule.routeAction, folder.slice(0, -1), action, folders.length > 1);
    }
  });
  add(matcher.defaultService, matcher.defaultRouteAction, '/', [...place, 'defaultRouteAction']);
  return routes;
}

/** False if the host falls to the map's default rule. */
export function hasHostRule(map: UrlMap, host: string): boolean {
  return matcherIndex(map, host) >= 0;
}

/** The longest host pattern wins: an exact one over `*.example.com` over `*`. */
function matcherIndex(map: UrlMap, host: string): number {
  let best = { length: -1, name: '' };
  for (const { hosts, pathMatcher } of map.hostRules ?? []) {
    for (const pattern of hosts) {
      const matches =
        pattern === host || pattern === '*' || (pattern.startsWith('*') && host.endsWith(pattern.slice(1)));
      const length = pattern === host ? Number.POSITIVE_INFINITY : pattern.length;
      if (matches && length > best.length) best = { length, name: pathMatcher };
    }
  }
  return map.pathMatchers?.findIndex(({ name }) => name === best.name) ?? -1;
}

/** The public path of an object, if the route leads to it. */
export function publicPath(route: SiteRoute, object: string): string | undefined {
  return object.startsWith(route.to) ? route.at + encodePath(object.slice(route.to.length)) : undefined;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The map with another rewrite at the route, and with the error pages that lie in the old folder taken from the new one: those
 * name objects of the bucket, not public paths. Nothing else differs.
 */
export function withRewrite(map: UrlMap, route: SiteRoute, to: string): UrlMap {
  const copy = structuredClone(map) as unknown as Json;
  let at = copy;
  for (const step of route.place) {
    // On the way down lie the map, the path matcher and the rule, each with an error policy of its own.
    moveErrorPages(at, route, to);
    at[step] ??= {};
    at = at[step] as Json;
  }
  at.urlRewrite = { ...(at.urlRewrite as object | undefined), pathPrefixRewrite: `/${to}` };
  return copy as unknown as UrlMap;
}

type Json = Record<string | number, unknown>;

interface ErrorPolicy {
  readonly errorService?: string;
  readonly errorResponseRules?: { path?: string }[];
}

/** https://cloud.google.com/load-balancing/docs/https/custom-error-response */
function moveErrorPages(level: Json, route: SiteRoute, to: string): void {
  for (const name of ['defaultCustomErrorResponsePolicy', 'customErrorResponsePolicy']) {
    const policy = level[name] as ErrorPolicy | undefined;
    if (!policy?.errorService?.endsWith(`/backendBuckets/${route.backendBucket}`)) continue;
    for (const rule of policy.errorResponseRules ?? [])
      if (rule.path?.startsWith(`/${route.to}`)) rule.path = `/${to}${rule.path.slice(route.to.length + 1)}`;
  }
}
