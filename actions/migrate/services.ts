/** The services that the migrations belong to: a hold on one of them blocks the migration, and after traffic, all must run its commit. */

import { noteServices } from '../../src/freeze/standing.ts';
import { shortCommit } from '../../src/github/commit.ts';
import { checkHolds, servicePlace } from '../../src/records/holds.ts';
import { unreleased } from '../../src/records/live-release.ts';
import type { Cloud, Context } from '../../src/runtime/context.ts';
import { OutcomeError } from '../../src/runtime/errors.ts';
import type { MigrateInputs } from './inputs.ts';

const CONSEQUENCE = 'No migration ran and nothing was changed.';

/**
 * Throws `OutcomeError` while a service of the input `services` is on hold or in a freeze, unless forced; with `when: after-traffic`, also
 * unless the release of the commit has all traffic of each of them.
 */
export async function checkServices(inputs: MigrateInputs, context: Context, cloud: Cloud): Promise<void> {
  const services = await checkHolds({
    http: cloud.http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    clock: cloud.clock,
    force: inputs.force,
    consequence: CONSEQUENCE,
    log: context.log,
    onRead: noteServices({ summary: context.summary, clock: cloud.clock }, inputs.freeze),
  });
  // A dry run comes before the deploy, too, to show its plan.
  if (inputs.when !== 'after-traffic' || inputs.dryRun) return;
  const problems = services.flatMap(({ name, resource }) => {
    const problem = unreleased(resource, inputs.commit);
    return problem === undefined ? [] : [`The ${servicePlace(name)} ${problem}.`];
  });
  if (problems.length > 0)
    throw new OutcomeError(
      `${problems.join(' ')} With when: after-traffic the migration runs once the release of its commit ${shortCommit(inputs.commit)} has all traffic of its services. ${CONSEQUENCE} Deploy the commit with deploy-run first, and run this step after it.`,
    );
}
