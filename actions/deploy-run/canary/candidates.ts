/** The members of a canary, built from their records, so that an advance can move their traffic. */

import type { Service } from '../../../src/google/run/resources.ts';
import { type CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import { type RolloutRecord, rolloutOf } from '../plan/records.ts';
import type { CanaryPlan } from '../plan/release/canary-record.ts';
import { describeMember, type FoundRelease, memberKey } from '../plan/release/decision.ts';
import { canaryOn } from '../plan/release/long-canary.ts';
import type { DeployInputs } from '../plan/request.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import { templateOf } from '../plan/serving-template.ts';
import { serving } from '../plan/traffic.ts';
import { probeIdentity } from '../probe/identity-token.ts';
import type { Candidate, LayeredMember, Release } from '../release/phases.ts';
import type { ServiceEvent } from '../service/outcome.ts';
import { OvertakenError } from '../service/ownership.ts';
import { getRevision, identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** Throws `OvertakenError` if another run has decided the canary. */
export async function checkUndecided(lead: RegionalService, id: string): Promise<void> {
  if (!canaryOn(await lead.api.get(lead.name), id))
    throw new OvertakenError('Another run has ended this canary. This run stopped.');
}

/** A member whose region does not respond. */
export interface UnreadMember extends Pick<Candidate, 'layer'> {
  readonly regional: RegionalService;
  readonly error: CloudError;
}

/**
 * Reads all members, the lead first. A region that does not respond keeps no other from being judged; without the lead, nothing can be
 * decided. Throws `OutcomeError` if a member no longer belongs to the canary, and `OvertakenError` if that is because the canary was decided.
 */
export async function readCandidates(
  found: FoundRelease,
  members: readonly RegionalService[],
  plan: CanaryPlan,
  step: StepContext,
): Promise<{ candidates: Candidate[]; unread: UnreadMember[] }> {
  const { rollout } = step.inputs;
  // The recorded plan applies. Only the account for identity tokens comes from this run.
  const account = rollout.probe.account ?? plan.probe.account;
  const inputs: DeployInputs = {
    ...step.inputs,
    rollout: { ...rollout, probe: { ...plan.probe, account }, steps: plan.steps.map(({ percent }) => percent) },
  };
  const own = { ...step, inputs };
  const read = async (regional: RegionalService, layer: number): Promise<Candidate> => {
    const service = await regional.api.get(regional.name);
    const record = rolloutOf(service);
    if (!service || record?.id !== found.id) {
      // A decision is written on the lead before any member ends.
      await checkUndecided(members[0] ?? regional, found.id);
      throw new OutcomeError(
        `${describeMember(memberKey(regional.name))} no longer belongs to the canary ${found.id}: another run or user has changed its record. Nothing was changed. End the canary with rollback-to: previous.`,
      );
    }
    const planned = {
      regional,
      plan: await planOf(regional, service, record),
      ...(await probeIdentity(regional, own, service)),
    };
    const [main, ...others] = record.baseline;
    return {
      deploy: { regional, inputs, after: [], prepare: () => Promise.resolve(planned) },
      layer,
      progress: {
        planned,
        id: found.id,
        revision: record.candidate,
        service,
        advancing: step.id,
        freeze: step.inputs.force ? undefined : step.inputs.freeze,
      },
      unchanged: others.length === 0 && main?.revision === record.candidate,
    };
  };
  const candidates: Candidate[] = [];
  const unread: UnreadMember[] = [];
  const reads = await Promise.all(
    members.map(async (regional, i) => {
      const layer = plan.layers[i] ?? 0;
      try {
        return await read(regional, layer);
      } catch (error) {
        if (i === 0 || !isTransient(error)) throw error;
        return { regional, layer, error };
      }
    }),
  );
  for (const one of reads) {
    if ('error' in one) unread.push(one);
    else candidates.push(one);
  }
  return { candidates, unread };
}

/** The members as a release in progress, for `phases.ts`. */
export const releaseOf = (
  candidates: readonly Candidate[],
  step: StepContext,
  events: ServiceEvent[],
  held: CanaryPlan,
): Release => ({
  step,
  events,
  members: candidates.map(
    ({ deploy, layer, progress }): LayeredMember => ({ deploy, layer, planned: progress.planned }),
  ),
  begun: new Set(candidates.map(({ deploy }) => deploy.regional)),
  failing: undefined,
  canary: undefined,
  held,
});

async function planOf(regional: RegionalService, service: Service, record: RolloutRecord): Promise<RolloutPlan> {
  const { candidate, baseline, tag, keepTag = false, commit, holdBefore, release, id, runUrl } = record;
  const revision = await getRevision(regional, candidate);
  if (!revision)
    throw new OutcomeError(
      `The revision ${candidate} of the canary no longer exists. Nothing was changed. End the canary with rollback-to: previous.`,
    );
  const end = release?.end;
  return {
    kind: 'deploy',
    service: identityOf(regional),
    current: service,
    base: undefined,
    serving: serving(service),
    baseline,
    candidate: { kind: 'existing', revision: candidate },
    desired: undefined,
    changes: [],
    leftAlone: [],
    template: templateOf(revision),
    accepted: new Map(),
    tag,
    keepTag,
    claim: undefined,
    commit,
    holdBefore,
    hold: undefined,
    releaseChange: { kind: 'add', image: end?.kind === 'deploy' ? end.image : '', runUrl, rollout: id },
    allowUnauthenticated: end?.kind === 'deploy' ? end.access : undefined,
    notes: [],
  };
}
