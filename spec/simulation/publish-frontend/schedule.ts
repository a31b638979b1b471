/** A schedule of a site: who acts when, and which of their calls meet which fault. Data, made from a seed alone. */
import { between, type Chance, chance, derive, pick } from '../engine/chance.ts';
import { FAULTS } from '../engine/network.ts';
import type { AnySchedule, Entrance, Fault } from '../engine/played.ts';

/**
 * How the site is published: its pages in place, or each release in a folder of its own. `mixed` goes from the first to the second;
 * `sites` are two in one bucket, in one step; `fresh` has no release yet.
 */
export type SiteShape = 'in-place' | 'atomic' | 'mixed' | 'sites' | 'fresh';

export type SiteAction =
  /** `variant` is another build of the same commit. */
  | { readonly kind: 'publish'; readonly commit: number; readonly variant: boolean; readonly releaseHold?: true }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'release-hold' }
  /** A person in the console reads the URL map, thinks, and writes it. */
  | { readonly kind: 'console'; readonly think: number };

export interface SiteActor extends Entrance {
  readonly action: SiteAction;
}

export interface SiteSettings {
  readonly shape: SiteShape;
  readonly keepReleases: number;
  readonly maxDelete: number;
  /** Whether the step waits until the CDN has invalidated. */
  readonly wait: boolean;
  /** Whether caches may keep pages. */
  readonly cachedPages: boolean;
  /** Milliseconds until the load balancer has applied a change. */
  readonly operationMs: number;
}

export interface SiteSchedule extends AnySchedule {
  readonly site: SiteSettings;
  readonly actors: readonly SiteActor[];
  /** In the end, a later commit is published, and rolled back. */
  readonly newest: boolean;
  /** The last actor, or its re-run, must succeed, and this commit must be live then; counted from 0. */
  readonly reaches?: number;
}

/** What the sweep plays. `prune` deletes what only old releases need; `again` publishes another build of the live commit. */
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
  'release-hold',
] as const;
export type SiteMode = (typeof SITE_MODES)[number];

/** Calls that a run makes where nothing goes wrong, about. */
const CALLS: Readonly<Record<SiteAction['kind'], number>> = {
  publish: 36,
  rollback: 24,
  'release-hold': 3,
  console: 2,
};

const DEEDS = ['publish', 'publish', 'publish', 'rollback', 'rollback', 'release-hold', 'console'] as const;
const SHAPES = ['in-place', 'in-place', 'in-place', 'atomic', 'atomic', 'mixed', 'sites', 'fresh'] as const;

export function planSiteSchedule(seed: number): SiteSchedule {
  const next = chance(derive(seed, 'site'));
  const site: SiteSettings = {
    shape: pick(next, SHAPES),
    keepReleases: between(next, 1, 2),
    maxDelete: pick(next, [1000, 1000, 2]),
    wait: next() < 0.5,
    cachedPages: next() < 0.5,
    operationMs: pick(next, [0, 500, 5000]),
  };
  const actions = [publish(next), ...Array.from({ length: between(next, 1, 2) }, () => action(next))];
  const actors = actions.map((one, i) => actorOf(next, one, i));
  const faults = Array.from({ length: between(next, 1, 3) }, () => fault(next, actors));
  return { seed, site, actors, faults, newest: next() < 0.5 };
}

function actorOf(next: Chance, action: SiteAction, index: number): SiteActor {
  const releasing = action.kind === 'publish' && action.releaseHold ? '-releasing' : '';
  return {
    name: `${'ABCD'[index]}-${action.kind}${releasing}`,
    action,
    at: 2000 + (index === 0 ? 0 : between(next, 0, 60_000)),
    skew: next() < 0.3 ? between(next, -300_000, 300_000) : 0,
    runnerLost: false,
  };
}

function action(next: Chance): SiteAction {
  const kind = pick(next, DEEDS);
  if (kind === 'publish') return publish(next);
  return kind === 'console' ? { kind, think: between(next, 10, 5000) } : { kind };
}

/** Of what is newer than the live release, mostly; once in a while of a release that is there already. */
const publish = (next: Chance): SiteAction => ({
  kind: 'publish',
  commit: pick(next, [1, 2, 2, 3, 3, 4]),
  variant: next() < 0.15,
  ...(next() < 0.15 && { releaseHold: true }),
});

function fault(next: Chance, actors: readonly SiteActor[]): Fault {
  const { name, action } = pick(next, actors);
  return { actor: name, call: 1 + Math.floor(next() * CALLS[action.kind]), kind: pick(next, FAULTS) };
}
