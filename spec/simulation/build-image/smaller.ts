/** Smaller variants of a schedule, for shrinking a failing one. */
import { withActor, withoutOne } from '../engine/shrink.ts';
import { type ImageSchedule, processesOf } from './schedule.ts';

export function* smallerImages(schedule: ImageSchedule): Generator<ImageSchedule> {
  const { actors, image } = schedule;
  for (const one of withoutOne(schedule)) {
    // Without faults of processes that no longer exist.
    const names = one.actors.flatMap(processesOf);
    yield { ...one, faults: one.faults.filter(({ actor }) => names.includes(actor)) };
  }
  if (image.immutableTags) yield { ...schedule, image: { ...image, immutableTags: false } };
  const { mounts, ...plain } = image;
  if (mounts) yield { ...schedule, image: plain };
  const { sign, ...unsigned } = image;
  if (sign !== undefined) yield { ...schedule, image: unsigned };
  if (image.attested) yield { ...schedule, image: { ...image, attested: false } };
  if (image.orphans) yield { ...schedule, image: { ...image, orphans: false } };
  if (image.buildMs > 500) yield { ...schedule, image: { ...image, buildMs: 500 } };
  for (const [i, actor] of actors.entries()) {
    const { action } = actor;
    if ('variant' in action && action.variant)
      yield withActor(schedule, i, { ...actor, action: { ...action, variant: false } });
    if (action.kind === 'build' && action.both)
      yield withActor(schedule, i, { ...actor, action: { ...action, both: false } });
  }
}
