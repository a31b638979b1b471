/** Publishes, rolls back or ends a hold, and reports what was done. */
import type { Context } from '../../src/runtime/context.ts';
import type { Inputs } from './inputs.ts';
import { openSite, type Site } from './open-site.ts';
import { publish } from './publish.ts';
import type { Outcome } from './release.ts';
import { releaseHold, rollback } from './rollback.ts';
import { summarize } from './summarize.ts';

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
