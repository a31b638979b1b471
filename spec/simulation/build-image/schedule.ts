/** A schedule of image builds: when each actor starts, and which of its calls get which fault. Data, derived from a seed. */

import { FAULTS } from '../engine/network.ts';
import { between, createRandom, deriveSeed, pick, type Random } from '../engine/random.ts';
import type { AnySchedule, Fault, ScheduledActor } from '../engine/schedule.ts';

export type ImageAction =
  /** One step that builds both platforms, or one. `variant` has another build argument. */
  | { readonly kind: 'build'; readonly commit: number; readonly variant: boolean; readonly both: boolean }
  /** A job for each platform, and one that merges what they pushed. */
  | { readonly kind: 'platforms'; readonly commit: number; readonly variant: boolean }
  /** A clean-up policy, which deletes the image of a commit, then its parts. */
  | { readonly kind: 'clean'; readonly commit: number }
  /** A user with write access moves the tags of all inputs to the image of a commit. */
  | { readonly kind: 'retag'; readonly commit: number };

export interface ImageActor extends ScheduledActor {
  readonly action: ImageAction;
}

export interface ImageSettings {
  readonly immutableTags: boolean;
  /** Whether BuildKit attaches provenance, which makes an index of every image. */
  readonly attested: boolean;
  /** Whether docker continues after its step was killed. */
  readonly orphans: boolean;
  /** Milliseconds that a build takes. */
  readonly buildMs: number;
  /** The input `sign`, with a key; `off` if it is left out. */
  readonly sign?: 'auto' | 'required';
  /** The Dockerfile has a cache mount, which is kept. */
  readonly mounts?: true;
}

export interface ImageSchedule extends AnySchedule {
  readonly image: ImageSettings;
  readonly actors: readonly ImageActor[];
  /** The last actor, or its re-run, must succeed. */
  readonly reaches?: true;
}

export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;

/** With required signatures. */
const SIGNED_MODES = ['signed', 'signed-docker', 'signed-reuse', 'immutable-signed', 'signed-merge'] as const;

const MOUNT_MODES = ['mounts', 'mounts-docker', 'signed-mounts'] as const;

/** The modes of the sweep. In `docker` the calls of docker get the faults; in `platform` and `merge` those of these steps. */
export const IMAGE_MODES = [
  'build',
  'docker',
  'reuse',
  'immutable',
  'immutable-docker',
  'platform',
  'merge',
  ...SIGNED_MODES,
  ...MOUNT_MODES,
] as const;
export type ImageMode = (typeof IMAGE_MODES)[number];

/** Approximate number of calls of a fault-free step, and of docker for one platform. */
const CALLS = { step: 16, docker: 9, merge: 20, sign: 14 } as const;

const ACTION_KINDS = ['build', 'build', 'build', 'platforms', 'clean', 'retag'] as const;

export function planImageSchedule(seed: number): ImageSchedule {
  const next = createRandom(deriveSeed(seed, 'image'));
  const image: ImageSettings = {
    immutableTags: next() < 0.4,
    attested: next() < 0.6,
    orphans: next() < 0.5,
    buildMs: pick(next, [500, 5000, 30_000]),
  };
  const actions = [build(next), ...Array.from({ length: between(next, 1, 2) }, () => action(next, image))];
  const within = next() < 0.5 ? 20_000 : 200_000;
  const actors = actions.map((one, i) => actorOf(next, one, i, within));
  const signing = createRandom(deriveSeed(seed, 'signatures'));
  const sign = signing() < 0.35 ? pick(signing, ['auto', 'required', 'required'] as const) : undefined;
  const faults = Array.from({ length: between(next, 1, 3) }, () => fault(next, actors, sign !== undefined));
  const mounts = createRandom(deriveSeed(seed, 'mounts'))() < 0.25;
  return { seed, image: { ...image, ...(sign && { sign }), ...(mounts && { mounts }) }, actors, faults };
}

function actorOf(next: Random, action: ImageAction, index: number, within: number): ImageActor {
  return {
    name: `${'ABCD'[index]}-${action.kind}`,
    action,
    at: 2000 + (index === 0 ? 0 : between(next, 0, within)),
    skew: next() < 0.3 ? between(next, -150_000, 150_000) : 0,
    runnerLost: next() < 0.4,
  };
}

/** Mostly of one commit. */
const build = (next: Random): ImageAction => ({
  kind: 'build',
  commit: pick(next, [1, 1, 1, 2, 3]),
  variant: next() < 0.15,
  both: next() < 0.3,
});

function action(next: Random, { immutableTags }: ImageSettings): ImageAction {
  const kind = pick(next, ACTION_KINDS);
  const commit = pick(next, [1, 1, 1, 2, 3]);
  if (kind === 'build') return build(next);
  if (kind === 'platforms') return { kind, commit, variant: next() < 0.15 };
  // Immutable tags are neither deleted nor moved.
  return immutableTags ? build(next) : { kind, commit };
}

/** Names of an actor's processes that call the registry. */
export function processesOf({ name, action }: Pick<ImageActor, 'name' | 'action'>): readonly string[] {
  if (action.kind === 'build') return [name, `${name}.docker`];
  if (action.kind !== 'platforms') return [];
  const steps = PLATFORMS.map((platform) => platformStep(name, platform));
  return [...steps, ...steps.map((step) => `${step}.docker`), mergeOf(name)];
}

export const platformStep = (name: string, platform: string): string => `${name}.${platform.replace('/', '-')}`;
export const mergeOf = (name: string): string => `${name}.merge`;

function fault(next: Random, actors: readonly ImageActor[], isSigned: boolean): Fault {
  const actor = pick(next, actors.flatMap(processesOf));
  const own = actor.endsWith('.merge') ? CALLS.merge : CALLS.step;
  const calls = actor.endsWith('.docker') ? CALLS.docker : own + (isSigned ? CALLS.sign : 0);
  return { actor, call: 1 + Math.floor(next() * calls), kind: pick(next, FAULTS) };
}
