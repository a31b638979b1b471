/** The result of a run that sets or releases a hold: the live revisions stay. */

import type { Service } from '../../../src/google/run/resources.ts';
import { serving } from '../plan/traffic.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import { identityOf, type RegionalService } from '../service/regional-service.ts';

/** Logs and records what the run did, in whole sentences. `service` is the written one. */
export function holdResult(
  regional: RegionalService,
  service: Service,
  did: string,
  events: EventSink,
): RegionalResult {
  const target = identityOf(regional);
  const { name } = target;
  const shares = serving(service);
  regional.context.log.info(`${target.service} in ${target.region}: ${did}`);
  events.push(
    { name, kind: 'serves', shares, before: shares, tags: [] },
    { name, kind: 'ended', ending: { kind: 'done', did } },
  );
  return {
    target,
    before: shares,
    service,
    revision: shares[0]?.revision ?? '',
    template: service.template ?? {},
    tag: undefined,
    changed: false,
  };
}
