/** Publishes, stages, switches to staged releases, rolls back or releases a hold, and reports the outcome. */
import { type Context, connect } from '../../src/runtime/context.ts';
import { withTimeLimit } from '../../src/runtime/time-limit.ts';
import { openClients, type SiteStep } from './clients.ts';
import type { PublishFrontendInputs, SiteInputs } from './inputs.ts';
import { setSiteOutputs } from './report/outputs.ts';
import type { StepResult } from './report/site-result.ts';
import { summarizeSites } from './report/sites-summary.ts';
import { publishSites, releaseSiteHolds, rollBackSites, settleSites } from './run/sites.ts';

export async function run(inputs: PublishFrontendInputs, context: Context): Promise<void> {
  const result = await perform(inputs, withTimeLimit(context, inputs.sites[0]?.timeout));
  setSiteOutputs(context, result);
  summarizeSites(context, result, inputs.several);
  if (result.failure !== undefined) throw result.failure;
}

function perform(inputs: PublishFrontendInputs, context: Context): Promise<StepResult> {
  const { auth } = inputs.sites[0] as SiteInputs;
  const cloud = connect(context, auth);
  const open = <I extends SiteInputs>(site: I): SiteStep<I> => ({
    inputs: site,
    clients: openClients(site, inputs.several ? named(context, site.name) : context, cloud),
  });
  if (inputs.task === 'publish') return publishSites(inputs.sites.map(open));
  if (inputs.task === 'settle') return settleSites(inputs.sites.map(open));
  if (inputs.task === 'rollback') return rollBackSites(inputs.sites.map(open));
  return releaseSiteHolds(inputs.sites.map(open));
}

/** With several sites, log lines start with the name of the site. */
function named(context: Context, name: string): Context {
  const { log } = context;
  const say = (level: 'info' | 'notice' | 'warning') => (message: string) => log[level](`${name}: ${message}`);
  return { ...context, log: { ...log, info: say('info'), notice: say('notice'), warning: say('warning') } };
}
