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

/**
 * An existing hold is not replaced: its reason and user stay. Of several services, the others are then held, so that a run that
 * was interrupted can be repeated; if all are on hold already, that is an `OutcomeError`.
 */
export async function setHold(
  services: readonly RegionalService[],
  { context, inputs }: StepContext,
  events: EventSink,
): Promise<RegionalResult[]> {
  const { github, clock } = context;
  const results: RegionalResult[] = [];
  const standing: string[] = [];
  for (const regional of services) {
    let set: ServiceHold | undefined;
    let stands: ServiceHold | undefined;
    const { service } = await writeService(regional, {
      landed: (now) => isSameHold(holdOf(now), set),
      plan: (now) => {
        set = undefined;
        stands = holdOf(now);
        if (stands) return undefined;
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
    if (stands)
      standing.push(
        `The service ${regional.service} in ${regional.region} is on hold already. ${describeServiceHold(stands)}`,
      );
    if (standing.length === services.length)
      throw new OutcomeError(
        `${standing.join(' ')} Nothing was changed. To set another reason, release ${standing.length === 1 ? 'this hold' : 'these holds'} first.`,
      );
    const now = stands ?? set;
    const did = stands
      ? 'It was on hold already.'
      : `${inputs.dryRun ? 'Would set a hold' : 'Set a hold'}: automatic deploys are refused until it is released.`;
    results.push(holdResult(regional, service, `${did} ${now ? describeServiceHold(now) : ''}`, events));
  }
  return results;
}
