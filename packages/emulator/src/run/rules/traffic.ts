/**
 * Traffic targets of a service (and instance splits of a worker pool): validation, and resolution of requested targets.
 * https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services#TrafficTarget
 */
import { type Failure, failures } from '../conditions.ts';
import type { Target, TargetStatus } from '../types.ts';
import type { Violation } from './violations.ts';

export interface TargetTypes {
  readonly latest: string;
  readonly revision: string;
}
export const TRAFFIC: TargetTypes = {
  latest: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST',
  revision: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION',
};
export const SPLITS: TargetTypes = {
  latest: 'INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST',
  revision: 'INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION',
};

/** All violations in a list of targets, except missing revisions, which are found during the execution. */
export function targetViolations(
  service: string,
  targets: readonly Target[],
  types: TargetTypes,
  at: string,
): Violation[] {
  const found: Violation[] = [];
  const tags = new Set<string>();
  targets.forEach((target, i) => {
    const bad = (field: string, description: string) => found.push({ field: `${at}[${i}]${field}`, description });
    const { type, revision, percent = 0, tag } = target;
    if (type === types.latest && revision) bad('.revision', 'revision must not be set when type is LATEST.');
    else if (type === types.revision && !revision) bad('.revision', 'revision must be set when type is REVISION.');
    else if (type !== types.latest && type !== types.revision) bad('.type', 'type must be specified.');
    if (revision?.includes('/')) bad('.revision', 'revision must be the short name of a revision of this service.');
    if (percent < 0 || percent > 100) bad('.percent', 'percent must be between 0 and 100.');
    if (tag === undefined) return;
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(tag))
      bad(
        '.tag',
        'Traffic tag must use only lowercase letters, numbers and hyphens, and must start and end with a letter or number.',
      );
    else if (tag.length < 3) bad('.tag', 'Traffic tag must be at least 3 characters long.');
    else if (tag.length + service.length > 46)
      bad(
        '.tag',
        `The combined length of the traffic tag and the service name must be at most 46 characters; it is ${tag.length + service.length}.`,
      );
    if (tags.has(tag)) bad('.tag', `Traffic tag '${tag}' is used more than once.`);
    tags.add(tag);
  });
  const sum = targets.reduce((total, { percent = 0 }) => total + percent, 0);
  if (sum !== 100) found.push({ field: at, description: `Traffic percentages must sum to 100; the sum is ${sum}.` });
  return found;
}

export interface Revisions {
  /** Short name of the newest ready revision. */
  readonly latestReady: string | undefined;
  state(revision: string): 'ready' | 'pending' | 'gone' | { readonly failed: Failure };
}

/** The effective targets. If one cannot serve, nothing is changed. */
export function resolveTargets(
  targets: readonly Target[],
  revisions: Revisions,
  types: TargetTypes,
  tagUri: (tag: string) => string | undefined,
): { readonly statuses: TargetStatus[] } | { readonly failure: Failure } {
  const statuses: TargetStatus[] = [];
  for (const { type = types.latest, revision: named, percent, tag } of targets) {
    const revision = type === types.latest ? revisions.latestReady : named;
    if (revision === undefined) return { failure: failures.noReadyRevision() };
    const state = revisions.state(revision);
    if (state === 'gone') return { failure: failures.revisionGone(revision) };
    if (state === 'pending') {
      return {
        failure: failures.notReady(revision, {
          code: 9,
          reason: 'WAITING_FOR_OPERATION',
          message: 'Waiting for the revision to become ready.',
        }),
      };
    }
    if (typeof state === 'object') return { failure: failures.notReady(revision, state.failed) };
    const uri = tag === undefined ? undefined : tagUri(tag);
    statuses.push({
      type,
      revision,
      ...(percent && { percent }),
      ...(tag !== undefined && { tag }),
      ...(uri !== undefined && { uri }),
    });
  }
  return { statuses };
}
