/** Publishes, rolls back or ends a hold, and reports what was done. */
import type { Context } from '../../src/runtime/context.ts';
import type { Inputs } from './inputs.ts';
import type { Outcome } from './report/outcome.ts';
import { summarize } from './report/summary.ts';
import { openSite, type Site } from './run/clients.ts';
import { publish } from './run/publish.ts';
import { releaseHold, rollback } from './run/rollback.ts';

export async function run(inputs: Inputs, context: Context): Promise<void> {
  const site = openSite(inputs, context);
  const outcome = await work(inputs, site);
  context.output('release', outcome.release);
  context.output('previous-release', outcome.previous);
  context.output('uploaded', outcome.sent.length);
  context.output('unchanged', outcome.unchanged);
  context.output('deleted', outcome.deleted);
  context.output('bytes', outcome.bytes);
  context.output('invalidated', outcome.invalidated);
  summarize(outcome, site);
  if (outcome.failure !== undefined) throw outcome.failure;
}

function work(inputs: Inputs, site: Site): Promise<Outcome> {
  if (inputs.task === 'publish') return publish(inputs, site);
  if (inputs.task === 'rollback') return rollback(inputs, site);
  return releaseHold(inputs, site);
}
