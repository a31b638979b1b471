/** The state of a service, from the resource and its records. Pure. */

import { releasesOf, rolloutOf, waitingOn } from '../../actions/deploy-run/plan/records.ts';
import { canaryOn, timesOf } from '../../actions/deploy-run/plan/release/long-canary.ts';
import { serving, tagsInEffect, tagUrl } from '../../actions/deploy-run/plan/traffic.ts';
import { toService } from '../../actions/deploy-run/service/worker-pools.ts';
import { FREEZE_ANNOTATION } from '../../src/freeze/freeze.ts';
import type { Job, Revision, Service, WorkerPool } from '../../src/google/run/resources.ts';
import { shortName } from '../../src/google/run/revisions.ts';
import { ingressIndex } from '../../src/manifest/index.ts';
import { COMMIT_LABEL } from '../../src/records/annotations.ts';
import { holdOf, type ServiceHold } from '../../src/records/holds.ts';
import { readRecord, SCHEMA_ANNOTATION } from '../../src/records/schema.ts';

export interface ServingRevision {
  readonly revision: string;
  readonly percent: number;
  /** Empty if unknown. */
  readonly commit: string;
  readonly image: string;
  /** When it was recorded as healthy, RFC 3339; empty for a revision that other tools made. */
  readonly released: string;
}

export interface ServiceStatus {
  readonly service: string;
  readonly kind: 'Service' | 'WorkerPool';
  readonly region: string;
  readonly url: string;
  readonly serving: readonly ServingRevision[];
  readonly tags: readonly { readonly tag: string; readonly revision: string; readonly url: string }[];
  readonly hold: ServiceHold | null;
  /** A rollout that has not ended. */
  readonly rollout: {
    readonly kind: string;
    readonly commit: string;
    readonly candidate: string;
    readonly by: string;
    readonly since: string;
  } | null;
  /** A canary whose steps outlast its runs; on the lead of its release. */
  readonly canary: {
    readonly commit: string;
    readonly percent: number;
    /** RFC 3339. */
    readonly since: string;
    readonly due: string;
    readonly overdue: boolean;
    /** The share of the next step, and whether it needs an approval. */
    readonly nextPercent: number;
    readonly approval: boolean;
    /** The commit that waits for the decision; empty without one. */
    readonly waiting: string;
  } | null;
  /** The lines of the freeze on the service; empty without one. */
  readonly freeze: string;
  /** Releases that `rollback` can go back to, newest first. */
  readonly releases: readonly {
    readonly revision: string;
    readonly commit: string;
    readonly at: string;
    readonly withdrawn?: string;
  }[];
  /** The problem that Cloud Run reports; empty without one. */
  readonly problem: string;
}

export interface AppliedSchema {
  readonly job: string;
  readonly region: string;
  readonly commit: string;
  /** Empty if unknown. */
  readonly version: string;
  readonly state: string;
  readonly at: string;
}

/** `revisions` are those that serve, as far as they could be read. `now` in milliseconds since 1970. */
export function describeService(
  kind: ServiceStatus['kind'],
  resource: Service | WorkerPool,
  revisions: readonly Revision[],
  now: number,
): ServiceStatus {
  const service = kind === 'WorkerPool' ? toService(resource as WorkerPool) : (resource as Service);
  const [, , , region = ''] = (service.name ?? '').split('/');
  const releases = releasesOf(service);
  const rollout = rolloutOf(service);
  const { terminalCondition: condition } = service;
  return {
    service: shortName(service.name ?? ''),
    kind,
    region,
    url: service.uri ?? '',
    serving: serving(service).map(({ revision, percent }) => {
      const release = releases.findLast((one) => one.revision === revision);
      const found = revisions.find(({ name = '' }) => shortName(name) === revision);
      const containers = found?.containers ?? [];
      return {
        revision,
        percent,
        commit: release?.commit ?? found?.labels?.[COMMIT_LABEL] ?? '',
        image: release?.image ?? containers[Math.max(0, ingressIndex(containers))]?.image ?? '',
        released: release?.at ?? '',
      };
    }),
    tags: tagsInEffect(service).map(({ tag, revision }) => ({ tag, revision, url: tagUrl(service, tag) ?? '' })),
    hold: holdOf(service) ?? null,
    rollout: rollout
      ? {
          kind: rollout.kind,
          commit: rollout.commit,
          candidate: rollout.candidate,
          by: rollout.actor,
          since: rollout.startedAt,
        }
      : null,
    canary: describeCanary(service, now),
    freeze: service.annotations?.[FREEZE_ANNOTATION] ?? '',
    releases: releases
      .map(({ revision, commit, at, withdrawn }) => ({
        revision,
        commit,
        at,
        ...(withdrawn !== undefined && { withdrawn }),
      }))
      .reverse(),
    problem: condition?.state === 'CONDITION_FAILED' ? (condition.message ?? 'Cloud Run gives no reason.') : '',
  };
}

function describeCanary(service: Service, now: number): ServiceStatus['canary'] {
  const found = canaryOn(service);
  if (!found) return null;
  const { percent, due, overdue, next, approval } = timesOf(found.canary);
  return {
    commit: found.record.commit,
    percent,
    since: found.canary.at.since,
    due: new Date(due).toISOString(),
    overdue: now > overdue,
    nextPercent: next,
    approval,
    waiting: waitingOn(service)?.commit ?? '',
  };
}

/** The newest migration of each job that keeps a record of the schema. */
export function describeSchemas(jobs: readonly Job[]): AppliedSchema[] {
  return jobs.flatMap(({ name = '', annotations }) => {
    const [newest] = readRecord(annotations?.[SCHEMA_ANNOTATION]).history;
    if (!newest) return [];
    const { commit, version = '', state, at } = newest;
    return [{ job: shortName(name), region: name.split('/')[3] ?? '', commit, version, state, at }];
  });
}
