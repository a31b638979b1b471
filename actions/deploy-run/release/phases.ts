/** The phases of a release, each for all members. With one member they are the rollout of one service. */
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import type { CanaryPlan } from '../plan/release/canary-record.ts';
import { memberKey, planClaim, planSnapshot } from '../plan/release/decision.ts';
import { servedBeforeDeploy } from '../plan/rollback-target.ts';
import type { ReleaseEnd } from '../plan/rollout-plan.ts';
import { sameShares, serving } from '../plan/traffic.ts';
import { InterruptedReleaseError } from '../preflight/interrupted-release.ts';
import { checkSchemaAgain } from '../preflight/rollback.ts';
import { OutdatedPlanError } from '../rollout/create-candidate.ts';
import { recordUnchanged } from '../rollout/record-unchanged.ts';
import {
  beginRollout,
  checkStillOurs,
  giveShare,
  type RolloutProgress,
  recordSuccess,
  verifyService,
  waitUntilHealthy,
  watchShare,
} from '../rollout/rollout.ts';
import type { RollbackUndo } from '../rollout/undo.ts';
import type { RegionalResult, ServiceEvent } from '../service/outcome.ts';
import { OvertakenError } from '../service/ownership.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import type { JudgedCandidate, ReleaseCanary } from './canary.ts';
import { readResult } from './describe-release.ts';
import { MOST_PREPARATIONS, type PlannedMember, planRegion, type RegionalDeploy } from './plan-members.ts';

/** A planned member and its place in the order of traffic, from 0. */
export interface LayeredMember extends PlannedMember {
  readonly layer: number;
}

/** State that the phases of a release share. */
export interface Release {
  readonly step: StepContext;
  readonly events: ServiceEvent[];
  /** The first is the lead. */
  readonly members: readonly LayeredMember[];
  /** Members that this run has begun to change, and the first one that failed. */
  readonly begun: Set<RegionalService>;
  failing: RegionalService | undefined;
  /** Of a rollback with one member, whose last traffic write also records its success. Called before that write. */
  readonly keepUndo?: ((undo: RollbackUndo) => void) | undefined;
  /** What `keepUndo` was called with. */
  undo?: RollbackUndo;
  /** Judges the steps by users' requests; undefined without analysis. */
  readonly canary: ReleaseCanary | undefined;
  /** The plan of a canary that outlasts this run. */
  readonly held: CanaryPlan | undefined;
}

/** A member with this run's record. One that needs no revision only gets its final record. */
export interface Candidate {
  readonly deploy: RegionalDeploy;
  readonly layer: number;
  readonly progress: RolloutProgress;
  readonly unchanged: boolean;
}

/** Creates all candidates at 0 %, the lead's first, and waits until every one has passed its health checks. */
export async function createCandidates(release: Release): Promise<Candidate[]> {
  const { members, events } = release;
  const [lead, ...others] = members as [LayeredMember, ...LayeredMember[]];
  const first = await forEach(release, [lead], (member) => createMemberCandidate(release, member));
  const candidates = [
    ...first,
    ...(await forEach(release, others, (member) => createMemberCandidate(release, member))),
  ];
  const schema = ahead(
    forEach(release, candidates, ({ progress, deploy }) => checkSchemaAgain(progress.planned, deploy.inputs.force)),
  );
  await forEach(release, changed(candidates), ({ progress, deploy }) =>
    waitUntilHealthy(progress, deploy.inputs, events),
  );
  await schema;
  return candidates;
}

/** Moves the traffic of all members together, step by step, and probes them at each. */
export async function moveTraffic(release: Release, candidates: readonly Candidate[]): Promise<void> {
  const { step, events, canary } = release;
  const { steps } = step.inputs.rollout;
  const moving = changed(candidates);
  for (const [i, percent] of steps.entries()) {
    await shift(release, candidates, percent);
    if (percent < 100) {
      // All members are at the same percentage here.
      await canary?.judgeStep(moving.map(toJudged), { index: i, percent }, (regional) => {
        release.failing ??= regional;
      });
      await forEach(release, moving, ({ progress, deploy }) =>
        watchShare(progress, percent, deploy.inputs, events, canary !== undefined),
      );
      if (moving.some(({ progress: { planned } }) => planned.plan.baseline.length > 0))
        step.context.log.info(`Step ${i + 1} of ${steps.length}: health checks passed at ${percent} %.`);
    }
  }
  await verifyAll(release, candidates);
}

/** Moves the share to all candidates, layer by layer. */
export async function shift(release: Release, candidates: readonly Candidate[], percent: number): Promise<void> {
  const moving = changed(candidates);
  const layers = [...new Set(moving.map(({ layer }) => layer))].sort((a, b) => a - b);
  for (const layer of layers) {
    await checkMembers(release, candidates);
    const now = moving.filter((candidate) => candidate.layer === layer);
    const keepUndo = percent === 100 ? release.keepUndo : undefined;
    await forEach(release, now, ({ progress }) => giveShare(progress, percent, release.events, keepUndo));
  }
}

/** Probes all candidates at their share. */
export async function probeShares(release: Release, candidates: readonly Candidate[], percent: number): Promise<void> {
  await forEach(release, changed(candidates), ({ progress, deploy }) =>
    watchShare(progress, percent, deploy.inputs, release.events, true),
  );
}

/** Probes all services at 100 %, and sets who may invoke them. */
export async function verifyAll(release: Release, candidates: readonly Candidate[]): Promise<void> {
  await forEach(release, changed(candidates), ({ progress, deploy }) =>
    verifyService(progress, deploy.inputs, release.events),
  );
}

/** The commit point: from this write to the lead on, everyone brings the others forward. */
export async function commit(release: Release, candidates: readonly Candidate[]): Promise<void> {
  // The last traffic write of the rollback has recorded it.
  if (release.undo) return;
  const several = candidates.length > 1;
  if (several) {
    const services = await checkMembers(release, candidates);
    for (const [i, { progress, unchanged }] of candidates.entries()) {
      const shares = serving(services[i] ?? {});
      if (unchanged || sameShares(shares, [{ revision: progress.revision, percent: 100 }])) continue;
      const { service, region } = progress.planned.regional;
      throw new OutcomeError(`The traffic of ${service} in ${region} was moved by another run or user meanwhile.`);
    }
  }
  const members = planSnapshot(
    candidates.map(({ progress: { planned, revision } }) => ({ plan: planned.plan, revision })),
  );
  await forEach(release, candidates.slice(0, 1), (lead) => record(release, lead, several ? { members } : undefined));
}

/** Records the success of the others, and returns the live revisions. */
export async function finishOthers(release: Release, candidates: readonly Candidate[]): Promise<RegionalResult[]> {
  const [lead, ...others] = candidates;
  const end = lead && { lead: memberKey(lead.deploy.regional.name) };
  await forEach(release, others, (candidate) => record(release, candidate, end ?? {}));
  return await Promise.all(
    candidates.map(({ progress: { planned, revision, service: recorded }, unchanged }) =>
      readResult(planned, { revision, recorded, changed: !unchanged }, release.events),
    ),
  );
}

async function record(
  { step }: Release,
  { progress, unchanged }: Candidate,
  end: Omit<ReleaseEnd, 'id'> | undefined,
): Promise<void> {
  const release = end && { id: step.id, ...end };
  if (unchanged)
    progress.service = await recordUnchanged(progress.planned, step, { claimed: end !== undefined, release });
  else await recordSuccess(progress, release);
}

export const toJudged = ({ progress: { planned, revision } }: Candidate): JudgedCandidate => ({
  regional: planned.regional,
  plan: planned.plan,
  revision,
});

export const changed = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ unchanged }) => !unchanged);

/** The first write to a member. Plans again if the service was modified. */
async function createMemberCandidate(
  release: Release,
  { deploy, planned: first, layer, restored }: LayeredMember,
): Promise<Candidate> {
  const { step, events, members } = release;
  const { service, region } = deploy.regional;
  const keys =
    members.length > 1 || release.held ? members.map((member) => memberKey(member.deploy.regional.name)) : undefined;
  release.begun.add(deploy.regional);
  let planned: PlannedRollout = first;
  const before = new Map(restored);
  for (let tries = 1; ; tries++) {
    const { candidate, current } = planned.plan;
    const unchanged = candidate.kind === 'serving';
    if (unchanged && !keys)
      return {
        deploy,
        layer,
        unchanged,
        progress: { planned, id: step.id, revision: candidate.revision, service: current ?? {} },
      };
    try {
      const progress = await beginRollout(
        planned,
        step.id,
        events,
        keys && planClaim(planned.plan, keys, release.held),
      );
      const { inputs } = deploy;
      const freeze = planned.plan.kind === 'rollback' || inputs.force ? undefined : inputs.freeze;
      return { deploy, layer, unchanged, progress: { ...progress, freeze } };
    } catch (error) {
      // If Cloud Run refuses the revision of a rollback, the check of that revision says why.
      if (error instanceof CloudError) await planned.target;
      if (!(error instanceof OutdatedPlanError)) throw error;
      if (tries >= MOST_PREPARATIONS)
        throw new OutcomeError(
          `The service ${service} in ${region} was modified concurrently; gave up after ${tries} attempts. Run this step again.`,
        );
      step.context.log.info(`Reading ${service} again: ${error.message}.`);
      // The run of the deploy that a rollback found may have restored it since.
      const found = planned.plan.kind === 'rollback' && members.length === 1 && servedBeforeDeploy(current ?? {});
      if (found) before.set(deploy.regional.name, found);
      planned = await planAgain(deploy, events, before);
    }
  }
}

/** Another release that has come first is not settled in the middle of this one. */
async function planAgain(
  deploy: RegionalDeploy,
  events: ServiceEvent[],
  restored: ReadonlyMap<string, string>,
): Promise<PlannedRollout> {
  try {
    return await planRegion(deploy, events, restored);
  } catch (error) {
    if (!(error instanceof InterruptedReleaseError)) throw error;
    const { service, region } = deploy.regional;
    throw new OvertakenError(
      `${error.found.by} has taken over ${service} in ${region} meanwhile. This run stopped. Run this step again once that one has ended.`,
    );
  }
}

/**
 * Checks before each traffic write and at the commit point that every member still belongs to this release and has no new hold. A release with
 * one member checks this in the write itself.
 */
export async function checkMembers(
  release: Release,
  candidates: readonly Candidate[],
): Promise<RegionalResult['service'][]> {
  if (candidates.length < 2) return [];
  return await forEach(release, candidates, async ({ progress }) => {
    const { regional } = progress.planned;
    const now = await regional.api.get(regional.name);
    if (!now)
      throw new OutcomeError(`The service ${regional.service} in ${regional.region} was deleted during this run.`);
    checkStillOurs(progress, now);
    progress.service = now;
    return now;
  });
}

/** Runs the work for all in parallel. The first failure stops the others, and is thrown after they have stopped. */
async function forEach<M extends { readonly deploy: RegionalDeploy }, T>(
  release: Release,
  members: readonly M[],
  work: (member: M) => Promise<T>,
): Promise<T[]> {
  let failure: { readonly error: unknown } | undefined;
  const done = await Promise.all(
    members.map(async (member) => {
      try {
        return [await work(member)];
      } catch (error) {
        failure ??= { error };
        release.failing ??= member.deploy.regional;
        if (members.length > 1) release.step.stopOthers(error);
        return [];
      }
    }),
  );
  if (failure) throw failure.error;
  return done.flat();
}
