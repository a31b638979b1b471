/** The first step of a canary that outlasts its run: its state is recorded on the lead, and the run ends. */

import { canaryStatus, describeCanary } from '../canary/describe.ts';
import { writeLead } from '../canary/lead-record.ts';
import type { CanaryPlan } from '../plan/release/canary-record.ts';
import type { RegionalResult } from '../service/outcome.ts';
import { type Candidate, probeShares, type Release, shift } from './phases.ts';

/**
 * Gives all candidates their first share, and returns the live revisions. Each result has the canary that this run leaves, even if another
 * run has ended it since: a publish of frontends must not take its commit for one without a canary. Throws the error of a failed step.
 */
export async function takeFirstStep(
  release: Release,
  candidates: readonly Candidate[],
  plan: CanaryPlan,
): Promise<RegionalResult[]> {
  const { step, events } = release;
  const percent = plan.steps[0]?.percent ?? 100;
  await shift(release, candidates, percent);
  await probeShares(release, candidates, percent);
  const [lead] = candidates as [Candidate];
  const { regional, plan: rollout } = lead.progress.planned;
  const now = step.clients.googleClock.now();
  const at = { step: 0, since: new Date(now).toISOString(), spans: [] };
  await writeLead(regional, step.id, (canary) => ({ ...canary, at }));
  const record = { id: step.id, commit: rollout.commit };
  const left = canaryStatus({ record, canary: { plan, at } }, { lead: regional.name, next: undefined, now });
  const results = await describeCanary(
    candidates.map(({ deploy }) => deploy.regional),
    step,
    events,
    { none: 'The canary was started, and another run has ended it since.' },
  );
  return results.map((result) => ({ ...result, canary: result.canary ?? left }));
}
