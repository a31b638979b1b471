/** A schedule: who acts when, and which of their calls meet which fault. Data, made from a seed alone. */
import { between, type Chance, chance, derive, pick } from '../engine/chance.ts';
import { FAULTS } from '../engine/network.ts';
import type { AnySchedule, Entrance, Fault } from '../engine/played.ts';
import type { Delays, ImageKind } from './cloud.ts';

/**
 * `service` is one in one region, open to all, which has two releases; `fleet` are four services in two regions each. On a
 * `long-canary` the steps of a canary outlast its run, and later runs advance it. On a `judged` one all deploys are canaries that are
 * judged by their users' requests; on a `long-judged` one they outlast their runs, too. `jobs` are two services with jobs before and after their traffic.
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
  /** Judges a canary that outlasts its run, and continues it. */
  | { readonly kind: 'advance' }
  /** Runs the migrations of a commit as a job; one that `cancels` stops the execution where the step is cancelled. */
  | { readonly kind: 'migrate'; readonly commit: number; readonly cancels?: true }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release-hold' }
  /** A person in the console changes a field, freezes the service, or moves all traffic to the first revision. */
  | {
      readonly kind: 'console';
      readonly field: 'annotation' | 'min-instances' | 'traffic' | 'freeze';
      readonly think: number;
    };

/** What the sweep plays. */
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

export interface ActorPlan extends Entrance {
  readonly action: RunAction;
}

export interface Schedule extends AnySchedule {
  readonly shape: Shape;
  readonly delays: Delays;
  readonly actors: readonly ActorPlan[];
  /** Requests of users a second, where they judge; 20 by default. */
  readonly rate?: number;
  /** The analysis of canaries is not named, so it is that of a default. */
  readonly unnamedAnalysis?: true;
  /** In the end, a later commit is deployed. */
  readonly newest: boolean;
  /** The last actor, or its re-run, must succeed, and this commit must serve then; counted from 0. */
  readonly reaches?: number;
}

/** Calls that a run makes where nothing goes wrong, about. */
const CALLS: Readonly<Record<RunAction['kind'], number>> = {
  deploy: 28,
  rollback: 22,
  advance: 12,
  migrate: 19,
  hold: 3,
  'release-hold': 2,
  console: 3,
};

const DEEDS = [
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

/** Shapes of drawn schedules. The sweep plays the others. */
const DRAWN = [
  ...(['service', 'service', 'service', 'service', 'service'] as const),
  ...(['services', 'regions', 'private', 'long-canary', 'judged', 'long-judged', 'jobs', 'global'] as const),
] as const;

/** By how much a run makes more calls than on one service. */
const MORE: Partial<Record<Shape, number>> = { services: 2, regions: 2, jobs: 2.5, judged: 1.5, 'long-judged': 1.5 };

/** What is new in an image of a deploy, beside health. */
const ALSO: Partial<Record<Shape, ImageKind>> = { judged: 'worse', 'long-judged': 'worse', jobs: 'jobless' };

/** How long others may begin after the first, where it is longer than usual. Milliseconds. */
const WITHIN: Partial<Record<Shape, number>> = { 'long-canary': 150_000, judged: 600_000, 'long-judged': 1_500_000 };

/** Whether canaries outlast their runs. */
export const isLong = (shape: Shape): boolean => shape === 'long-canary' || shape === 'long-judged';

/** Whether users' requests judge canaries. */
export const isJudgedShape = (shape: Shape): boolean => shape === 'judged' || shape === 'long-judged';

export function planSchedule(seed: number): Schedule {
  const next = chance(derive(seed, 'schedule'));
  const shape = pick(next, DRAWN);
  const first: RunAction = next() < 0.15 ? migrate(next, 2) : deploy(next, 2, shape);
  const actions = [
    first,
    ...Array.from({ length: between(next, 1, 2) }, () =>
      advances(next, shape) ? { kind: 'advance' as const } : action(next, shape),
    ),
  ];
  const within = WITHIN[shape] ?? 40_000;
  const actors = actions.map((one, i) => plan(next, `${'ABCD'[i]}-${one.kind}`, one, i, within));
  const faults = Array.from({ length: between(next, 1, 3) }, () => fault(next, actors, MORE[shape] ?? 1));
  const slow = next() < 0.5;
  const delays = slow
    ? { readyMs: between(next, 0, 20_000), trafficMs: between(next, 0, 5000), operationMs: between(next, 0, 20_000) }
    : { readyMs: 500, trafficMs: 100, operationMs: 500 };
  return { seed, shape, delays, actors, faults, newest: next() < 0.25, ...(shape === 'long-judged' && judging(next)) };
}

/** How a canary without a runner is judged: by many users or few, with Cloud Monitoring down for a while. */
function judging(next: Chance): Pick<Schedule, 'rate' | 'unnamedAnalysis' | 'outage'> {
  const from = between(next, 0, 1_500_000);
  return {
    rate: pick(next, [20, 2]),
    ...(next() < 0.5 && { unnamedAnalysis: true }),
    ...(next() < 0.5 && { outage: { api: 'monitoring', from, until: from + between(next, 60_000, 900_000) } }),
  };
}

const advances = (next: Chance, shape: Shape): boolean => isLong(shape) && next() < 0.6;

function plan(next: Chance, name: string, action: RunAction, index: number, within: number): ActorPlan {
  return {
    name,
    action,
    at: 2000 + (index === 0 ? 0 : between(next, 0, within)),
    skew: next() < 0.3 ? between(next, -300_000, 300_000) : 0,
    runnerLost: next() < 0.4,
  };
}

function action(next: Chance, shape: Shape): RunAction {
  const kind = pick(next, DEEDS);
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

const migrate = (next: Chance, commit: number): RunAction => ({
  kind: 'migrate',
  commit,
  ...(next() < 0.4 && { cancels: true }),
});

const deploy = (next: Chance, commit: number, shape: Shape): RunAction => ({
  kind: 'deploy',
  commit,
  image: pick(next, ['good', 'good', 'good', shape === 'long-judged' ? 'poor' : 'sick', ALSO[shape] ?? 'crash']),
  steps: next() < 0.4 || isLong(shape) || isJudgedShape(shape) ? 'canary' : 'direct',
});

function fault(next: Chance, actors: readonly ActorPlan[], services: number): Fault {
  // Nothing fails for a person in the console.
  const { name, action } = pick(
    next,
    actors.filter((one) => one.action.kind !== 'console'),
  );
  // Some calls of `post`, of which there are few.
  const post = next() < 0.1;
  const call = 1 + Math.floor(next() * (post ? 8 : CALLS[action.kind] * (action.kind === 'migrate' ? 1 : services)));
  return { actor: post ? `${name}.post` : name, call, kind: pick(next, FAULTS) };
}
