/**
 * Whether the writes of a call log are a path of the models (`../README.md`): each carries its fence, and each is one that the protocol
 * plans from what the log says before it.
 */
import { type Call, isRefused, type TraceFacts } from './calls.ts';
import { unfencedWrites } from './fences.ts';
import { strayExecutions } from './jobs.ts';
import { strayTags } from './registry.ts';
import { strayWrites } from './service/check.ts';
import { missingWrites, unfinishedRollouts } from './service/outcomes.ts';
import { serviceWrites } from './service/writes.ts';
import { straySiteWrites } from './site/check.ts';

/** The texts of all writes that no path has. */
export function strayCalls(calls: readonly Call[], facts: TraceFacts = {}): string[] {
  const services = serviceWrites(calls, facts.complete);
  const refused = new Set(calls.filter((call) => call.api === 'run' && isRefused(call)).map(({ by }) => by));
  return [
    ...unfencedWrites(calls),
    ...strayWrites(services, { ...facts, refused }),
    ...missingWrites(services, facts),
    ...unfinishedRollouts(services, facts),
    ...straySiteWrites(calls, facts),
    ...strayExecutions(calls, facts),
    ...strayTags(calls, facts),
  ];
}
