/** Shrinks a failing schedule as long as the same property fails. */
import type { AnySchedule, PlayResult } from './schedule.ts';

/** The smallest schedule found in at most `most` attempts. `smaller` yields slightly smaller schedules. */
export async function shrink<S extends AnySchedule>(
  schedule: S,
  property: string,
  { play, smaller }: { play(schedule: S): Promise<PlayResult>; smaller(schedule: S): Iterable<S> },
  most = 200,
): Promise<S> {
  let best = schedule;
  let left = most;
  for (let found = true; found && left > 0; ) {
    found = false;
    for (const candidate of smaller(best)) {
      if (left-- <= 0) break;
      const { violation } = await play(candidate);
      if (violation?.property !== property) continue;
      best = candidate;
      found = true;
      break;
    }
  }
  return best;
}

/** Variants without one actor or fault, with fixed latency, or without a special setting of an actor. */
export function* withoutOne<S extends AnySchedule>(schedule: S): Generator<S> {
  const { actors, faults } = schedule;
  for (const gone of actors) {
    const belongs = (name: string) => name === gone.name || name === `${gone.name}.post`;
    const rest = actors.filter((one) => one !== gone);
    if (rest.length > 0) yield { ...schedule, actors: rest, faults: faults.filter((one) => !belongs(one.actor)) };
  }
  for (const gone of faults) yield { ...schedule, faults: faults.filter((one) => one !== gone) };
  const { outage, ...without } = schedule;
  if (outage) yield without as S;
  if (!schedule.fixedLatency) yield { ...schedule, fixedLatency: true };
  for (const [i, actor] of actors.entries()) {
    const replaced = (change: object) => withActor(schedule, i, { ...actor, ...change });
    if (actor.skew !== 0) yield replaced({ skew: 0 });
    if (actor.runnerLost) yield replaced({ runnerLost: false });
  }
}

/** With another actor in place of number `index`. */
export const withActor = <S extends AnySchedule>(schedule: S, index: number, actor: S['actors'][number]): S => ({
  ...schedule,
  actors: schedule.actors.map((old, i) => (i === index ? actor : old)),
});
