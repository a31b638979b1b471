/** The first step of a canary that outlasts its run: its state is recorded on the lead, and the run ends. */

import { describeCanary } from '../canary/describe.ts';
import { writeLead } from '../canary/lead-record.ts';
import type { CanaryPlan } from '../plan/release/canary-record.ts';
import type { RegionalResult } from '../service/outcome.ts';
import { type Candidate, probeShares, type Release, shift } from './phases.ts';

/** Gives all candidates their first share, and returns the live revisions. Throws the error of a failed step. */
export async function takeFirstStep(
  release: Release,
  candidates: readonly Candidate[],
  { steps }: CanaryPlan,
): Promise<RegionalResult[]> {
  const { step, events } = release;
  const percent = steps[0]?.percent ?? 100;
  await shift(release, candidates, percent);
  await probeShares(release, candidates, percent);
  const [lead] = candidates as [Candidate];
  const since = new Date(step.clients.googleClock.now()).toISOString();
  await writeLead(lead.progress.planned.regional, step.id, (record) => ({
    ...record,
    at: { step: 0, since, spans: [] },
  }));
  return await describeCanary(
    candidates.map(({ deploy }) => deploy.regional),
    step,
    events,
  );
}
