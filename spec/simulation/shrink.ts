/** Makes a schedule that fails smaller, as long as the same property fails. */
import { play } from './deploy-run/play.ts';
import type { Schedule } from './deploy-run/schedule.ts';

/** The smallest schedule that was found, after at most `most` attempts. */
export async function shrink(schedule: Schedule, property: string, most = 200): Promise<Schedule> {
  let best = schedule;
  let left = most;
  for (let found = true; found && left > 0; ) {
    found = false;
    for (const smaller of candidates(best)) {
      if (left-- <= 0) break;
      const { violation } = await play(smaller);
      if (violation?.property !== property) continue;
      best = smaller;
      found = true;
      break;
    }
  }
  return best;
}

const QUICK = { readyMs: 0, trafficMs: 0, operationMs: 0 };

function* candidates(schedule: Schedule): Generator<Schedule> {
  const { actors, faults, shape, delays } = schedule;
  for (const gone of actors) {
    const belongs = (name: string) => name === gone.name || name === `${gone.name}.post`;
    const rest = actors.filter((one) => one !== gone);
    if (rest.length > 0) yield { ...schedule, actors: rest, faults: faults.filter((one) => !belongs(one.actor)) };
  }
  for (const gone of faults) yield { ...schedule, faults: faults.filter((one) => one !== gone) };
  if (shape !== 'service') yield { ...schedule, shape: 'service' };
  if (!schedule.calm) yield { ...schedule, calm: true };
  if (schedule.newest) yield { ...schedule, newest: false };
  if (delays.readyMs + delays.trafficMs + delays.operationMs > 0) yield { ...schedule, delays: QUICK };
  for (const [i, actor] of actors.entries()) {
    const replaced = (one: typeof actor) => ({ ...schedule, actors: actors.map((old, n) => (n === i ? one : old)) });
    if (actor.skew !== 0) yield replaced({ ...actor, skew: 0 });
    if (actor.runnerLost) yield replaced({ ...actor, runnerLost: false });
    if (actor.deed.kind === 'deploy' && actor.deed.steps === 'canary')
      yield replaced({ ...actor, deed: { ...actor.deed, steps: 'direct' } });
  }
}
