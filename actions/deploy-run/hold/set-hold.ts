/** Sets a hold without a rollback: the live revisions stay, and deploys are refused until the hold is released. */

import type { Service } from '../../../src/google/run/resources.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { describeServiceHold, holdOf, type ServiceHold } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { releasesOf, withRecords } from '../plan/records.ts';
import { serving } from '../plan/traffic.ts';
import { eachReached, type Reached } from '../release/reachable.ts';
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
export async function setHold(reached: Reached, step: StepContext, events: EventSink): Promise<RegionalResult[]> {
  const { dryRun } = step.inputs;
  const all = reached.reachable.length + reached.silent.length;
  const standing: string[] = [];
  return await eachReached(reached, step, events, async (regional) => {
    const { service, hold, existed } = await holdService(regional, step);
    if (existed)
      standing.push(
        `The service ${regional.service} in ${regional.region} is on hold already. ${describeServiceHold(hold)}`,
      );
    if (standing.length === all)
      throw new OutcomeError(
        `${standing.join(' ')} Nothing was changed. To set another reason, release ${all === 1 ? 'this hold' : 'these holds'} first.`,
      );
    const did = existed
      ? 'It was on hold already.'
      : `${dryRun ? 'Would set a hold' : 'Set a hold'}: automatic deploys are refused until it is released.`;
    return holdResult(regional, service, `${did} ${describeServiceHold(hold)}`, events);
  });
}

interface HeldNow {
  readonly service: Service;
  /** In a dry run, the one that would be set. */
  readonly hold: ServiceHold;
  /** True for a hold that another run set. */
  readonly existed: boolean;
}

async function holdService(
  regional: RegionalService,
  { context: { github, clock }, inputs }: StepContext,
): Promise<HeldNow> {
  const own = {
    reason: inputs.reason ?? 'set manually',
    by: github.actor || 'an unknown user',
    at: new Date(clock.now()).toISOString(),
    runUrl: github.runUrl,
  };
  const ownHold = (now: Service): ServiceHold => {
    const revision = serving(now)[0]?.revision ?? '';
    const release = releasesOf(now).findLast((one) => one.revision === revision);
    return { ...own, revision, commit: release?.commit ?? now.template?.labels?.[COMMIT_LABEL] ?? '' };
  };
  const { service } = await writeService(regional, {
    landed: (now) => isSameHold(holdOf(now), own),
    plan: (now) =>
      holdOf(now) || inputs.dryRun
        ? undefined
        : { ...now, annotations: withRecords(now.annotations, { hold: ownHold(now) }) },
  });
  const found = holdOf(service);
  return { service, hold: found ?? ownHold(service), existed: found !== undefined && !isSameHold(found, own) };
}
