/** Names: of resources (`projects/P/locations/L/services/S/revisions/R` and the like), of images, and of the hosts of services. */
import { createHash, randomInt } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import { ApiError } from '../../http/errors.ts';

export interface Location {
  readonly project: string;
  readonly location: string;
}

/** The location of multi-region services (https://cloud.google.com/run/docs/multiple-regions#deploy). */
export const GLOBAL = 'global';

export const isRegion = (location: string): boolean => /^[a-z]+(-[a-z]+)+\d+$/.test(location);

/**
 * Parameters of a route → the project by id (numbers are accepted, like by the real API) and the location, which can be `global`
 * if `global` is set.
 */
export function locationOf(core: Core, params: Readonly<Record<string, string>>, global = false): Location {
  const given = params.project ?? '';
  const project = [...core.projects].find(([id, number]) => id === given || number === given)?.[0] ?? given;
  const location = params.location ?? '';
  if (!isRegion(location) && !(global && location === GLOBAL))
    throw new ApiError(400, `Location '${location}' is not a valid region.`);
  return { project, location };
}

export const parentOf = ({ project, location }: Location) => `projects/${project}/locations/${location}`;
/** The last segment of a resource name. */
export const shortName = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/** `NAME:tag` or `NAME@…` → `NAME@digest`. */
export const pinned = (image: string, digest: string) =>
  `${image.replace(/@.*$/, '').replace(/:[^/:]+$/, '')}@${digest}`;

export function doesNotExist(kind: string, name: string): ApiError {
  const [, project, , location] = name.split('/');
  return new ApiError(
    404,
    `Resource '${shortName(name)}' of kind '${kind}' in region '${location}' in project '${project}' does not exist.`,
  );
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz2456789';
/** A random suffix like Cloud Run's, without vowels so that it forms no words. */
export const suffix = (length: number) =>
  Array.from({ length }, () => CONSONANTS[randomInt(CONSONANTS.length)]).join('');

/** Host of a service, as `SERVICE-HASH.REGION.run.localhost`: names under .localhost are loopback (RFC 6761). */
export function serviceHost({ project, location }: Location, service: string): string {
  const sha256 = createHash('sha256').update(`${project}/${location}`).digest('hex');
  return `${service}-${BigInt(`0x${sha256}`).toString(36).slice(0, 10)}.${location}.run.localhost`;
}
