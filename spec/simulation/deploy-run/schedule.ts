/** A schedule: when each actor starts, and which of its calls get which fault. Data, derived from a seed. */

import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { FAULTS } from '../engine/network.ts';
import { between, createRandom, deriveSeed, pick, type Random } from '../engine/random.ts';
import type { AnySchedule, Fault, Outage, ScheduledActor } from '../engine/schedule.ts';
import type { Delays, ImageKind } from './cloud.ts';

/**
 * `service` is one service in one region, which allows unauthenticated invocations and has two releases; `fleet` has four services in
 * two regions each. In `long-canary` the steps of a canary outlast its run, and later runs advance it. In `judged` all deploys are
 * canaries that are analyzed by their users' requests; in `long-judged` they outlast their runs, too. `jobs` are two services with
 * jobs before and after traffic.
 */
export type Shape =
  | 'service'
  | 'long-canary'
  | 'judged'
  | 'long-judged'
  /** A multi-region service in two regions. */
  | 'global'
  | 'jobs'
  | 'services'
  | 'regions'
  | 'fleet'
  | 'private'
  | 'first'
  | 'preview'
  | 'worker-pool'
  | 'job';

export type RunAction =
  | {
      readonly kind: 'deploy';
      readonly commit: number;
      readonly image: ImageKind;
      readonly steps: 'direct' | 'canary';
      readonly releaseHold?: true;
    }
  | { readonly kind: 'rollback' }
  /** Analyzes a long canary, and continues it. */
  | { readonly kind: 'advance' }
  /** Runs the migrations of a commit as a job; with `cancels`, cancelling the step cancels the execution. */
  | { readonly kind: 'migrate'; readonly commit: number; readonly cancels?: true }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release-hold' }
  /** A person in the console changes a field, freezes the service, or moves all traffic to the first revision. */
  | {
      readonly kind: 'console';
      readonly field: 'annotation' | 'min-instances' | 'traffic' | 'freeze';
      readonly think: number;
    };

/** The modes of the sweep. */
export const MODES = [
  'direct',
  'canary',
  'long-canary',
  'advance',
  'first',
  'preview',
  'rollback',
  'worker-pool',
  'job',
  'private',
  'regions',
  'services',
  'global',
  'jobs',
  'hanging-jobs',
  'lingering-jobs',
  'judged',
  'long-judged',
  'advance-judged',
  'restore',
  'restore-services',
  'post',
  'post-services',
  'migrate',
  'migrate-cancels',
  'post-migrate',
] as const;
/** Played by name only, since a case takes as long as ten of the others. */
export const LARGE_MODES = ['fleet'] as const;
export type Mode = (typeof MODES)[number] | (typeof LARGE_MODES)[number];

export interface ActorPlan extends ScheduledActor {
  readonly action: RunAction;
}

export interface Schedule extends AnySchedule {
  readonly shape: Shape;
  readonly delays: Delays;
  readonly actors: readonly ActorPlan[];
  /** Users' requests per second for an analysis; 20 by default. */
  readonly rate?: number;
  /** The input `analysis` is not set, so canaries use its default. */
  readonly unnamedAnalysis?: true;
  /** A later commit is deployed at the end. */
  readonly newest: boolean;
  /** The last actor, or its re-run, must succeed, and this commit must serve then; counted from 0. */
  readonly reaches?: number;
}

/** The regions of a service in several. */
export const REGIONS = [DEFAULTS.region, 'europe-west1'] as const;

/** The API executes each change at once. */
export const INSTANT: Delays = { readyMs: 0, trafficMs: 0, operationMs: 0 };
/** The API executes each change within half a second. */
export const QUICK: Delays = { readyMs: 500, trafficMs: 100, operationMs: 500 };

/** Approximate number of calls of a fault-free run. */
const CALLS: Readonly<Record<RunAction['kind'], number>> = {
  deploy: 28,
  rollback: 22,
  advance: 12,
  migrate: 19,
  hold: 3,
  'release-hold': 2,
  console: 3,
};

const ACTION_KINDS = [
  'deploy',
  'deploy',
  'deploy',
  'migrate',
  'migrate',
  'rollback',
  'rollback',
  'hold',
  'release-hold',
  'console',
  'console',
] as const;

/** Shapes of random schedules. The sweep plays the others. */
const DRAWN_SHAPES = [
  ...(['service', 'service', 'service', 'service', 'service'] as const),
  ...(['services', 'regions', 'private', 'long-canary', 'judged', 'long-judged', 'jobs', 'global'] as const),
] as const;

/** How many times more calls a run makes than with one service. */
const CALL_FACTOR: Partial<Record<Shape, number>> = {
  services: 2,
  regions: 2,
  jobs: 2.5,
  judged: 1.5,
  'long-judged': 1.5,
};

/** Additional kinds of image that deploys draw. */
const EXTRA_IMAGES: Partial<Record<Shape, readonly ImageKind[]>> = {
  judged: ['worse'],
  'long-judged': ['worse'],
  jobs: ['jobless', 'hanging', 'lingering'],
};

/** How long after the first actor the others may start, if longer than the default. */
const START_WINDOW_MS: Partial<Record<Shape, number>> = {
  'long-canary': 150_000,
  judged: 600_000,
  'long-judged': 1_500_000,
};

/** Whether canaries outlast their runs. */
export const isLong = (shape: Shape): boolean => shape === 'long-canary' || shape === 'long-judged';

/** Whether canaries are analyzed by users' requests. */
export const isJudgedShape = (shape: Shape): boolean => shape === 'judged' || shape === 'long-judged';

export function planSchedule(seed: number): Schedule {
  const next = createRandom(deriveSeed(seed, 'schedule'));
  const shape = pick(next, DRAWN_SHAPES);
  const first: RunAction = next() < 0.15 ? migrate(next, 2) : deploy(next, 2, shape);
  const actions = [
    first,
    ...Array.from({ length: between(next, 1, 2) }, () =>
      advances(next, shape) ? { kind: 'advance' as const } : action(next, shape),
    ),
  ];
  const within = START_WINDOW_MS[shape] ?? 40_000;
  const actors = actions.map((one, i) => plan(next, `${'ABCD'[i]}-${one.kind}`, one, i, within));
  const faults = Array.from({ length: between(next, 1, 3) }, () => fault(next, actors, CALL_FACTOR[shape] ?? 1));
  const slow = next() < 0.5;
  const delays = slow
    ? { readyMs: between(next, 0, 20_000), trafficMs: between(next, 0, 5000), operationMs: between(next, 0, 20_000) }
    : QUICK;
  return {
    seed,
    shape,
    delays,
    actors,
    faults,
    newest: next() < 0.25,
    ...(shape === 'long-judged' && analysisConditions(next)),
    ...(shape === 'regions' && next() < 0.5 && { outage: regionOutage(next) }),
  };
}

/** One of the two regions is down. */
function regionOutage(next: Random): Outage {
  const from = between(next, 0, 60_000);
  return { api: 'run', region: pick(next, REGIONS), from, until: from + between(next, 10_000, 600_000) };
}

/** The conditions of the analysis of a long canary: many users or few, and an outage of Cloud Monitoring. */
function analysisConditions(next: Random): Pick<Schedule, 'rate' | 'unnamedAnalysis' | 'outage'> {
  const from = between(next, 0, 1_500_000);
  return {
    rate: pick(next, [20, 2]),
    ...(next() < 0.5 && { unnamedAnalysis: true }),
    ...(next() < 0.5 && { outage: { api: 'monitoring', from, until: from + between(next, 60_000, 900_000) } }),
  };
}

const advances = (next: Random, shape: Shape): boolean => isLong(shape) && next() < 0.6;

function plan(next: Random, name: string, action: RunAction, index: number, within: number): ActorPlan {
  return {
    name,
    action,
    at: 2000 + (index === 0 ? 0 : between(next, 0, within)),
    skew: next() < 0.3 ? between(next, -300_000, 300_000) : 0,
    runnerLost: next() < 0.4,
  };
}

function action(next: Random, shape: Shape): RunAction {
  const kind = pick(next, ACTION_KINDS);
  if (kind === 'migrate') return migrate(next, between(next, 2, 3));
  if (kind === 'deploy') return deploy(next, between(next, 2, 3), shape);
  if (kind === 'console')
    return {
      kind,
      field: pick(next, ['annotation', 'min-instances', 'traffic', 'freeze']),
      think: between(next, 10, 5000),
    };
  return { kind };
}

const migrate = (next: Random, commit: number): RunAction => ({
  kind: 'migrate',
  commit,
  ...(next() < 0.4 && { cancels: true }),
});

const deploy = (next: Random, commit: number, shape: Shape): RunAction => ({
  kind: 'deploy',
  commit,
  image: pick(next, [
    'good',
    'good',
    'good',
    shape === 'long-judged' ? 'poor' : 'sick',
    ...(EXTRA_IMAGES[shape] ?? ['crash']),
  ]),
  steps: next() < 0.4 || isLong(shape) || isJudgedShape(shape) ? 'canary' : 'direct',
});

function fault(next: Random, actors: readonly ActorPlan[], services: number): Fault {
  // A person in the console has no faults.
  const { name, action } = pick(
    next,
    actors.filter((one) => one.action.kind !== 'console'),
  );
  // Sometimes a call of `post`, which has few calls.
  const post = next() < 0.1;
  const call = 1 + Math.floor(next() * (post ? 8 : CALLS[action.kind] * (action.kind === 'migrate' ? 1 : services)));
  return { actor: post ? `${name}.post` : name, call, kind: pick(next, FAULTS) };
}
