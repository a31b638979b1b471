/** Sets a hold without a rollback: the live revisions stay, and deploys are refused until the hold is released. */

import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { describeServiceHold, holdOf, type ServiceHold } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { releasesOf, withRecords } from '../plan/records.ts';
import { serving } from '../plan/traffic.ts';
import { writeService } from '../service/fenced-write.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import { isSameHold } from '../service/ownership.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { holdResult } from './hold-result.ts';

/** An existing hold is not replaced: its reason and user stay. */
export async function setHold(
  services: readonly RegionalService[],
  { context, inputs }: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  const { github, clock } = context;
  const results: RegionalResult[] = [];
  for (const regional of services) {
    let set: ServiceHold | undefined;
    const { service } = await writeService(regional, {
      landed: (now) => isSameHold(holdOf(now), set),
      plan: (now) => {
        const stands = holdOf(now);
        if (stands)
          throw new OutcomeError(
            `The service ${regional.service} in ${regional.region} is on hold already, and nothing was changed. ${describeServiceHold(stands)} To set another reason, release this hold first.`,
          );
        const [main] = serving(now);
        const revision = main?.revision ?? '';
        set = {
          reason: inputs.reason ?? 'set manually',
          by: github.actor || 'an unknown user',
          at: new Date(clock.now()).toISOString(),
          runUrl: github.runUrl,
          revision,
          commit:
            releasesOf(now).findLast((release) => release.revision === revision)?.commit ??
            now.template?.labels?.[COMMIT_LABEL] ??
            '',
        };
        return inputs.dryRun ? undefined : { ...now, annotations: withRecords(now.annotations, { hold: set }) };
      },
    });
    const did = `${inputs.dryRun ? 'Would set a hold' : 'Set a hold'}: automatic deploys are refused until it is released. ${set ? describeServiceHold(set) : ''}`;
    results.push(holdResult(regional, service, did, events));
  }
  return results;
}
