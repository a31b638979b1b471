/** URL maps as data, and the pure routing of a request to a backend bucket and object path. https://cloud.google.com/load-balancing/docs/url-map-concepts */

export interface UrlRewrite {
  pathPrefixRewrite?: string;
}
export interface RouteAction {
  urlRewrite?: UrlRewrite;
}
export interface ErrorResponsePolicy {
  errorResponseRules?: { matchResponseCodes?: string[]; path?: string; overrideResponseCode?: number }[];
  errorService?: string;
}
interface Target {
  service?: string;
  routeAction?: RouteAction;
  customErrorResponsePolicy?: ErrorResponsePolicy;
}
export interface PathRule extends Target {
  paths: string[];
}
export interface RouteRule extends Target {
  priority: number;
  matchRules?: { prefixMatch?: string; fullPathMatch?: string; ignoreCase?: boolean }[];
}
export interface PathMatcher {
  name: string;
  defaultService?: string;
  defaultRouteAction?: RouteAction;
  defaultCustomErrorResponsePolicy?: ErrorResponsePolicy;
  pathRules?: PathRule[];
  routeRules?: RouteRule[];
}
export interface UrlMap {
  name: string;
  defaultService?: string;
  defaultRouteAction?: RouteAction;
  defaultCustomErrorResponsePolicy?: ErrorResponsePolicy;
  hostRules?: { hosts: string[]; pathMatcher: string }[];
  pathMatchers?: PathMatcher[];
  [other: string]: unknown;
}

export interface Destination {
  /** The backend bucket's URL in the map. */
  readonly service: string;
  /** The path after rewriting, still percent-encoded. */
  readonly path: string;
  /** Policies from the most specific level to the map's own. */
  readonly errorPolicies: readonly ErrorResponsePolicy[];
}

/** Whether the map has a rule for exactly this host (not by `*`). */
export const namesHost = (map: UrlMap, host: string): boolean =>
  (map.hostRules ?? []).some((rule) => rule.hosts.some((pattern) => pattern !== '*' && hostMatches(pattern, host)));

/** The route of a request; undefined if the map has no service for it. */
export function destinationOf(map: UrlMap, host: string, path: string): Destination | undefined {
  const matcher = matcherOf(map, host);
  const found = matcher && (routeRule(matcher, path) ?? pathRule(matcher, path));
  const defaults = {
    service: matcher?.defaultService ?? map.defaultService,
    rewrite: undefined as UrlRewrite | undefined,
  };
  defaults.rewrite = (matcher ? matcher.defaultRouteAction : map.defaultRouteAction)?.urlRewrite;
  const service = found?.target.service ?? defaults.service;
  if (service === undefined) return undefined;
  const rewrite = found ? found.target.routeAction?.urlRewrite : defaults.rewrite;
  const matched = found ? found.matched : '/';
  const replacement = rewrite?.pathPrefixRewrite;
  return {
    service,
    path: replacement === undefined ? path : replacement + path.slice(matched.length),
    errorPolicies: [
      found?.target.customErrorResponsePolicy,
      matcher?.defaultCustomErrorResponsePolicy,
      map.defaultCustomErrorResponsePolicy,
    ].filter((policy) => policy !== undefined),
  };
}

function matcherOf(map: UrlMap, host: string): PathMatcher | undefined {
  const rules = (map.hostRules ?? []).flatMap(({ hosts, pathMatcher }) =>
    hosts.map((pattern) => ({ pattern, pathMatcher })),
  );
  // The longest pattern has precedence: an exact host, then `*.example.com`, then `*`.
  const best = rules
    .filter(({ pattern }) => hostMatches(pattern, host))
    .sort(
      (a, b) =>
        Number(a.pattern.startsWith('*')) - Number(b.pattern.startsWith('*')) || b.pattern.length - a.pattern.length,
    )[0];
  return map.pathMatchers?.find(({ name }) => name === best?.pathMatcher);
}

const hostMatches = (pattern: string, host: string): boolean =>
  pattern === '*' || pattern === host || (pattern.startsWith('*') && host.endsWith(pattern.slice(1)));

function routeRule(matcher: PathMatcher, path: string): { target: Target; matched: string } | undefined {
  for (const rule of [...(matcher.routeRules ?? [])].sort((a, b) => a.priority - b.priority)) {
    for (const { prefixMatch, fullPathMatch } of rule.matchRules ?? [{ prefixMatch: '/' }]) {
      if (prefixMatch !== undefined && path.startsWith(prefixMatch)) return { target: rule, matched: prefixMatch };
      if (fullPathMatch !== undefined && path === fullPathMatch) return { target: rule, matched: fullPathMatch };
    }
  }
  return undefined;
}

function pathRule(matcher: PathMatcher, path: string): { target: Target; matched: string } | undefined {
  const matches = (matcher.pathRules ?? []).flatMap((rule) =>
    rule.paths
      .filter((pattern) => (pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
      .map((pattern) => ({ target: rule as Target, matched: pattern.replace(/\*$/, '') })),
  );
  return matches.sort((a, b) => b.matched.length - a.matched.length)[0];
}

/** The path that an error policy sends for a status, and the status to send it with. */
export function errorPage(policies: readonly ErrorResponsePolicy[], status: number) {
  for (const { errorResponseRules = [] } of policies) {
    const wanted = [String(status), `${Math.floor(status / 100)}xx`];
    for (const code of wanted) {
      const rule = errorResponseRules.find(({ matchResponseCodes }) =>
        matchResponseCodes?.some((one) => one.toLowerCase() === code),
      );
      if (!rule?.path) continue;
      const service = policies.find(({ errorService }) => errorService !== undefined)?.errorService;
      return service ? { service, path: rule.path, status: rule.overrideResponseCode ?? status } : undefined;
    }
  }
  return undefined;
}
