/** Shared code of Compute Engine's resources: names, links, fingerprints, permissions, merge patches. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import type { ApiRequest } from '../http/routes.ts';

export const GLOBAL = '/compute/v1/projects/{project}/global';

export const notFound = (resource: string) => new ApiError(404, `The resource '${resource}' was not found`);
export const link = (project: string, path: string) =>
  `https://www.googleapis.com/compute/v1/projects/${project}/global/${path}`;
export const fingerprint = () => randomBytes(8).toString('base64');
export const numericId = () => String(randomInt(2 ** 47));

/** Throws 404 for a project that does not exist, and 403 with this API's message for a missing permission. */
export function may(core: Core, request: ApiRequest, permission: string, resource: string): void {
  const { project = '' } = request.params;
  if (!core.projects.has(project)) throw notFound(`projects/${project}`);
  try {
    core.access.check(request.principal, permission, resource);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(403, `Required '${permission}' permission for '${resource}'`);
  }
}

/** https://cloud.google.com/compute/docs/naming-resources */
export function checkName(name: unknown): string {
  if (typeof name === 'string' && /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) return name;
  throw new ApiError(
    400,
    `Invalid value for field 'resource.name': '${name ?? ''}'. Must be a match of regex '(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)'`,
  );
}

/** JSON merge patch (RFC 7396), which PATCH follows: objects merge, lists and values replace, null removes. */
export function merge(target: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const before = result[key];
    if (value === null) delete result[key];
    else if (isObject(value)) result[key] = merge(isObject(before) ? before : {}, value);
    else result[key] = value;
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
