/** Validation of URL maps. */
import { ApiError } from '../http/errors.ts';
import type { ErrorResponsePolicy, RouteAction, UrlMap } from './url-map.ts';

const refuse = (field: string, message: string) => new ApiError(400, `Invalid value for field '${field}': ${message}`);

/** Throws 400 for a map with references to missing resources, or with malformed paths. */
export function checkUrlMap(map: UrlMap, exists: (service: string) => boolean): void {
  const service = (field: string, url: string | undefined) => {
    if (url !== undefined && !exists(url)) throw refuse(field, `'${url}'. The referenced resource cannot be found.`);
  };
  const action = (field: string, routeAction: RouteAction | undefined) => {
    const rewrite = routeAction?.urlRewrite?.pathPrefixRewrite;
    if (rewrite === undefined || (rewrite.startsWith('/') && rewrite.length <= 1024)) return;
    throw refuse(
      `${field}.urlRewrite.pathPrefixRewrite`,
      `'${rewrite}'. It must start with '/' and have at most 1024 characters.`,
    );
  };
  const policy = (field: string, errors: ErrorResponsePolicy | undefined) => {
    service(`${field}.errorService`, errors?.errorService);
    for (const { path } of errors?.errorResponseRules ?? []) {
      if (!path?.startsWith('/') || path.endsWith('/')) {
        throw refuse(
          `${field}.errorResponseRules.path`,
          `'${path}'. It must start with '/' and must not end with one.`,
        );
      }
    }
  };

  if (map.defaultService === undefined && map.defaultRouteAction === undefined) {
    throw refuse('resource.defaultService', "''. A default service is required.");
  }
  service('resource.defaultService', map.defaultService);
  action('resource.defaultRouteAction', map.defaultRouteAction);
  policy('resource.defaultCustomErrorResponsePolicy', map.defaultCustomErrorResponsePolicy);
  for (const [i, { hosts, pathMatcher }] of (map.hostRules ?? []).entries()) {
    if (!hosts?.length) throw refuse(`resource.hostRules[${i}].hosts`, "''. At least one host is required.");
    if (!map.pathMatchers?.some(({ name }) => name === pathMatcher)) {
      throw refuse(`resource.hostRules[${i}].pathMatcher`, `'${pathMatcher}'. No path matcher has this name.`);
    }
  }
  for (const [i, matcher] of (map.pathMatchers ?? []).entries()) {
    const field = `resource.pathMatchers[${i}]`;
    if (matcher.pathRules?.length && matcher.routeRules?.length) {
      throw refuse(field, 'Only one of pathRules and routeRules may be set.');
    }
    service(`${field}.defaultService`, matcher.defaultService);
    action(`${field}.defaultRouteAction`, matcher.defaultRouteAction);
    policy(`${field}.defaultCustomErrorResponsePolicy`, matcher.defaultCustomErrorResponsePolicy);
    for (const rule of [...(matcher.pathRules ?? []), ...(matcher.routeRules ?? [])]) {
      service(`${field}.service`, rule.service);
      action(`${field}.routeAction`, rule.routeAction);
      policy(`${field}.customErrorResponsePolicy`, rule.customErrorResponsePolicy);
    }
    for (const path of matcher.pathRules?.flatMap(({ paths }) => paths) ?? []) {
      if (!path.startsWith('/') || /\*(?!$)|[^/]\*$/.test(path)) {
        throw refuse(
          `${field}.pathRules.paths`,
          `'${path}'. It must start with '/', with '*' only at its end after a '/'.`,
        );
      }
    }
  }
}
