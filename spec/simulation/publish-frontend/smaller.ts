/** Smaller variants of a schedule, for shrinking a failing one. */
import { withActor, withoutOne } from '../engine/shrink.ts';
import type { SiteSchedule } from './schedule.ts';

export function* smallerSites(schedule: SiteSchedule): Generator<SiteSchedule> {
  const { actors, site } = schedule;
  yield* withoutOne(schedule);
  if (schedule.newest) yield { ...schedule, newest: false };
  if (site.shape !== 'in-place') yield { ...schedule, site: { ...site, shape: 'in-place' } };
  if (site.maxDelete !== 1000) yield { ...schedule, site: { ...site, maxDelete: 1000 } };
  if (site.operationMs > 0) yield { ...schedule, site: { ...site, operationMs: 0 } };
  if (site.cachedPages) yield { ...schedule, site: { ...site, cachedPages: false } };
  for (const [i, actor] of actors.entries())
    if (actor.action.kind === 'publish' && actor.action.variant)
      yield withActor(schedule, i, { ...actor, action: { ...actor.action, variant: false } });
}
