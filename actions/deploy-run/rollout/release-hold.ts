/** Releases the hold that a rollback set. */

import { describeServiceHold, holdOf } from '../../../src/records/holds.ts';
import { plain } from '../../../src/runtime/summary.ts';
import { withRecords } from '../plan/records.ts';
import { serving } from '../plan/traffic.ts';
import type { Result } from '../report/outputs.ts';
import { writeService } from '../service/fenced-write.ts';
import { consoleUrl, type Site } from '../service/regional-service.ts';
import type { Session } from '../service/session.ts';

export async function releaseHold(sites: readonly Site[], { context, inputs }: Session): Promise<Result[]> {
  const results: Result[] = [];
  for (const site of sites) {
    let said = '';
    const { service } = await writeService(site, {
      landed: (now) => holdOf(now) === undefined,
      plan: (now) => {
        const hold = holdOf(now);
        site.report.before = site.report.after = serving(now);
        site.report.consoleUrl = consoleUrl(site);
        said = hold
          ? `${inputs.dryRun ? 'Would release' : 'Released'} the hold. ${describeServiceHold(hold)}`
          : 'There was no hold.';
        site.report.outcome = plain(said);
        if (!hold || inputs.dryRun) return undefined;
        return { ...now, annotations: withRecords(now.annotations, { hold: null }) };
      },
    });
    context.log.info(`${site.service} in ${site.region}: ${said}`);
    const revision = serving(service)[0]?.revision ?? '';
    results.push({ site, service, revision, template: service.template ?? {}, tag: undefined, changed: false });
  }
  return results;
}
