/**
 * Checks that the writes of a call log are a path of the models (`../README.md`): each has its fence, and the protocol
 * plans it from the state that the log shows before it.
 */
import { type Call, isRefused, type TraceFacts } from './calls.ts';
import { unfencedWrites } from './fences.ts';
import { unexpectedExecutions } from './jobs.ts';
import { unexpectedTags } from './registry.ts';
import { unexpectedServiceWrites } from './service/check.ts';
import { missingWrites, unfinishedRollouts } from './service/outcomes.ts';
import { serviceWrites } from './service/writes.ts';
import { unexpectedSiteWrites } from './site/check.ts';

/** A message for each write that is on no path of the models. */
export function unexpectedCalls(calls: readonly Call[], facts: TraceFacts = {}): string[] {
  const services = serviceWrites(calls, facts.complete);
  const refused = new Set(calls.filter((call) => call.api === 'run' && isRefused(call)).map(({ by }) => by));
  return [
    ...unfencedWrites(calls),
    ...unexpectedServiceWrites(services, { ...facts, refused }),
    ...missingWrites(services, facts),
    ...unfinishedRollouts(services, facts),
    ...unexpectedSiteWrites(calls, facts),
    ...unexpectedExecutions(calls, facts),
    ...unexpectedTags(calls, facts),
  ];
}
