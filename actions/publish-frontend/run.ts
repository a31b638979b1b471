/** Publishes, rolls back or ends a hold, and reports what was done. */
import type { Context } from '../../src/runtime/context.ts';
import { openClients, type SiteClients } from './clients.ts';
import type { PublishFrontendInputs } from './inputs.ts';
import type { PublishOutcome } from './report/outcome.ts';
import { setSiteOutputs } from './report/outputs.ts';
import { summarizeSite } from './report/summary.ts';
import { publish } from './run/publish.ts';
import { releaseSiteHold } from './run/release-hold.ts';
import { rollBackSite } from './run/rollback.ts';

export async function run(inputs: PublishFrontendInputs, context: Context): Promise<void> {
  const clients = openClients(inputs, context);
  const outcome = await perform(inputs, clients);
  setSiteOutputs(context, outcome);
  summarizeSite(context, outcome, inputs, clients.timings.rows());
  if (outcome.failure !== undefined) throw outcome.failure;
}

function perform(inputs: PublishFrontendInputs, clients: SiteClients): Promise<PublishOutcome> {
  if (inputs.task === 'publish') return publish(inputs, clients);
  if (inputs.task === 'rollback') return rollBackSite(inputs, clients);
  return releaseSiteHold(inputs, clients);
}
