/** The services that the migrations belong to: a hold on one of them blocks the migration. */

import { checkHolds } from '../../src/records/holds.ts';
import type { Cloud, Context } from '../../src/runtime/context.ts';
import type { MigrateInputs } from './inputs.ts';

/** Throws `OutcomeError` while a service of the input `services` is on hold, unless forced. */
export async function checkServices(inputs: MigrateInputs, context: Context, cloud: Cloud): Promise<void> {
  await checkHolds({
    http: cloud.http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    now: context.clock.now(),
    force: inputs.force,
    consequence: 'No migration ran and nothing was changed.',
    log: context.log,
  });
}
