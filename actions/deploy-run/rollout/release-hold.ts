/** Releases the hold that a rollback set. */

import { describeServiceHold, holdOf } from '../../../src/records/holds.ts';
import { plain } from '../../../src/runtime/summary.ts';
import { withRecords } from '../plan/records.ts';
import { serving } from '../plan/traffic.ts';
import type { RegionalResult } from '../report/outputs.ts';
import { writeService } from '../service/fenced-write.ts';
import { consoleUrl, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

export async function releaseHold(
  services: readonly RegionalService[],
  { context, inputs }: StepContext,
): Promise<RegionalResult[]> {
  const results: RegionalResult[] = [];
  for (const regional of services) {
    let said = '';
    const { service } = await writeService(regional, {
      landed: (now) => holdOf(now) === undefined,
      plan: (now) => {
        const hold = holdOf(now);
        regional.report.before = regional.report.after = serving(now);
        regional.report.consoleUrl = consoleUrl(regional);
        said = hold
          ? `${inputs.dryRun ? 'Would release' : 'Released'} the hold. ${describeServiceHold(hold)}`
          : 'There was no hold.';
        regional.report.outcome = plain(said);
        if (!hold || inputs.dryRun) return undefined;
        return { ...now, annotations: withRecords(now.annotations, { hold: null }) };
      },
    });
    context.log.info(`${regional.service} in ${regional.region}: ${said}`);
    const revision = serving(service)[0]?.revision ?? '';
    results.push({ regional, service, revision, template: service.template ?? {}, tag: undefined, changed: false });
  }
  return results;
}
