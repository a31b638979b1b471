/** A schedule of a site: when each actor starts, and which of its calls get which fault. Data, derived from a seed. */

import { FAULTS } from '../engine/network.ts';
import { between, createRandom, deriveSeed, pick, type Random } from '../engine/random.ts';
import type { AnySchedule, Fault, ScheduledActor } from '../engine/schedule.ts';

/**
 * How the site is published: its pages in place, or each release in a folder of its own. `mixed` goes from the first to the second;
 * `sites` are two in one bucket, in one step, and of `uneven` ones the second has fewer releases; `fresh` has no release yet.
 */
export type SiteShape = 'in-place' | 'atomic' | 'mixed' | 'sites' | 'uneven' | 'fresh';

/** Only the canary of a schedule has this commit. */
export const STAGED_COMMIT = 2;

export type SiteAction =
  /** `variant` is another build of the same commit. */
  | { readonly kind: 'publish'; readonly commit: number; readonly variant: boolean; readonly releaseHold?: true }
  /** With `keep`, a site without an earlier release stays as it is. */
  | { readonly kind: 'rollback'; readonly keep?: true }
  | { readonly kind: 'release-hold' }
  /** Stores the release of the canary's commit, for a later `switch-staged`. With `publishes`, after a deploy that began the canary: publishes it once the canary is promoted. */
  | { readonly kind: 'stage'; readonly commit: typeof STAGED_COMMIT; readonly publishes?: true }
  | { readonly kind: 'switch-staged' }
  /** The canary of the services is decided. */
  | { readonly kind: 'decide' }
  /** A person in the console reads the URL map, waits, and writes it. */
  | { readonly kind: 'console'; readonly think: number };

export interface SiteActor extends ScheduledActor {
  readonly action: SiteAction;
}

export interface SiteSettings {
  readonly shape: SiteShape;
  readonly keepReleases: number;
  readonly maxDelete: number;
  /** Whether the step waits for the invalidation of the CDN. */
  readonly wait: boolean;
  /** Whether pages can be cached. */
  readonly cachedPages: boolean;
  /** Milliseconds until the load balancer has applied a change. */
  readonly operationMs: number;
  /** The services have a canary, which is decided so. */
  readonly canary?: 'promoted' | 'restored';
}

export interface SiteSchedule extends AnySchedule {
  readonly site: SiteSettings;
  readonly actors: readonly SiteActor[];
  /** A later commit is published at the end, then rolled back. */
  readonly newest: boolean;
  /** The last actor, or its re-run, must succeed, and this commit must be live then; counted from 0. */
  readonly reaches?: number;
}

/** The modes of the sweep. `prune` deletes what only old releases need; `again` publishes another build of the live commit. */
export const SITE_MODES = [
  'in-place',
  'atomic',
  'mixed',
  'sites',
  'fresh',
  'prune',
  'again',
  'rollback',
  'atomic-rollback',
  'rollbacks',
  'release-hold',
  'stage',
  'switch-staged',
  'drop-staged',
] as const;
export type SiteMode = (typeof SITE_MODES)[number];

/** Approximate number of calls of a fault-free run. */
const CALLS: Readonly<Record<SiteAction['kind'], number>> = {
  publish: 36,
  rollback: 24,
  'release-hold': 3,
  stage: 30,
  'switch-staged': 24,
  decide: 1,
  console: 2,
};

const ACTION_KINDS = ['publish', 'publish', 'publish', 'rollback', 'rollback', 'release-hold', 'console'] as const;
const CANARY_ACTION_KINDS = [
  ...(['switch-staged', 'switch-staged', 'switch-staged', 'decide', 'decide', 'decide', 'stage'] as const),
  ...(['publish', 'rollback', 'rollback', 'release-hold'] as const),
] as const;
const SHAPES = ['in-place', 'in-place', 'in-place', 'atomic', 'atomic', 'mixed', 'sites', 'uneven', 'fresh'] as const;

export function planSiteSchedule(seed: number): SiteSchedule {
  const next = createRandom(deriveSeed(seed, 'site'));
  const shape = pick(next, SHAPES);
  const site: SiteSettings = {
    shape,
    keepReleases: shape === 'uneven' ? 3 : between(next, 1, 2),
    maxDelete: pick(next, [1000, 1000, 2]),
    wait: next() < 0.5,
    cachedPages: next() < 0.5,
    operationMs: pick(next, [0, 500, 5000]),
    ...(shape !== 'uneven' && next() < 0.25 && { canary: pick(next, ['promoted', 'promoted', 'restored']) }),
  };
  const actions = site.canary
    ? [stage(next), ...Array.from({ length: between(next, 1, 3) }, () => canaryAction(next))]
    : [publish(next), ...Array.from({ length: between(next, 1, 2) }, () => action(next, shape))];
  const actors = actions.map((one, i) => actorOf(next, one, i));
  const faults = Array.from({ length: between(next, 1, 3) }, () => fault(next, actors));
  return { seed, site, actors, faults, newest: next() < 0.5 };
}

function actorOf(next: Random, action: SiteAction, index: number): SiteActor {
  const releasing = action.kind === 'publish' && action.releaseHold ? '-releasing' : '';
  return {
    name: `${'ABCD'[index]}-${action.kind}${releasing}`,
    action,
    at: 2000 + (index === 0 ? 0 : between(next, 0, 60_000)),
    skew: next() < 0.3 ? between(next, -300_000, 300_000) : 0,
    runnerLost: false,
  };
}

function action(next: Random, shape: SiteShape): SiteAction {
  const kind = shape === 'uneven' && next() < 0.7 ? 'rollback' : pick(next, ACTION_KINDS);
  if (kind === 'publish') return publish(next);
  if (kind === 'rollback') return { kind, ...(shape === 'uneven' && next() < 0.5 && { keep: true }) };
  return kind === 'console' ? { kind, think: between(next, 10, 5000) } : { kind };
}

const stage = (next: Random): SiteAction => ({
  kind: 'stage',
  commit: STAGED_COMMIT,
  ...(next() < 0.5 && { publishes: true }),
});

function canaryAction(next: Random): SiteAction {
  const kind = pick(next, CANARY_ACTION_KINDS);
  if (kind === 'stage') return stage(next);
  return kind === 'publish' ? { kind, commit: pick(next, [3, 4]), variant: false } : { kind };
}

/** Mostly a release newer than the live one; sometimes one that exists already. */
const publish = (next: Random): SiteAction => ({
  kind: 'publish',
  commit: pick(next, [1, 2, 2, 3, 3, 4]),
  variant: next() < 0.15,
  ...(next() < 0.15 && { releaseHold: true }),
});

function fault(next: Random, actors: readonly SiteActor[]): Fault {
  const { name, action } = pick(next, actors);
  return { actor: name, call: 1 + Math.floor(next() * CALLS[action.kind]), kind: pick(next, FAULTS) };
}
