/** Errors with images that the simulation has found, each as its smallest schedule. */
import { actorAt } from '../engine/schedule.ts';
import type { ImageSchedule } from './schedule.ts';

export const IMAGE_REGRESSIONS: readonly { readonly name: string; readonly schedule: ImageSchedule }[] = [
  {
    name: 'a build whose step was killed after its push is run again in a repository with immutable tags',
    schedule: {
      seed: 1,
      image: { immutableTags: true, attested: true, orphans: true, buildMs: 5000 },
      actors: [actorAt(600_000, 'A', { kind: 'build', commit: 1, variant: false, both: false })],
      faults: [{ actor: 'A-build', call: 8, kind: 'kill before the response' }],
      reaches: true,
    },
  },
  {
    name: 'a build that was killed between the attestations of its image and of an image in it is run again',
    schedule: {
      seed: 1,
      image: { immutableTags: false, attested: true, orphans: true, buildMs: 5000, sign: 'required' },
      actors: [actorAt(2000, 'A', { kind: 'build', commit: 1, variant: false, both: true })],
      faults: [{ actor: 'A-build', call: 18, kind: 'kill before it is sent' }],
      reaches: true,
      fixedLatency: true,
    },
  },
];
