/** Smaller variants of a schedule, for shrinking a failing one. */
import { withActor, withoutOne } from '../engine/shrink.ts';
import { INSTANT, isJudgedShape, type Schedule } from './schedule.ts';

export function* smallerDeploys(schedule: Schedule): Generator<Schedule> {
  const { actors, shape, delays } = schedule;
  yield* withoutOne(schedule);
  // Analyzed canaries and jobs have invariants of their own, so their shape stays.
  const isOwn = isJudgedShape(shape) || shape === 'jobs';
  if (shape !== 'service' && !isOwn) yield { ...schedule, shape: 'service' };
  if (schedule.newest) yield { ...schedule, newest: false };
  if (delays.readyMs + delays.trafficMs + delays.operationMs > 0) yield { ...schedule, delays: INSTANT };
  for (const [i, actor] of actors.entries())
    if (actor.action.kind === 'deploy' && actor.action.steps === 'canary' && !isJudgedShape(shape))
      yield withActor(schedule, i, { ...actor, action: { ...actor.action, steps: 'direct' } });
}
