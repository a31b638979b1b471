/**
 * Releases all services, in all their regions, together: each phase is completed for all before the next begins. `spec/release`
 * models the protocol. A single service in one region is a release with one member.
 */
import { BlockedError } from '../../../src/freeze/freeze.ts';
import { isAbort } from '../../../src/runtime/errors.ts';
import { inExtraTime, withServices } from '../job/extra-time.ts';
import { planLaterJobs, type ReleaseJob, runJobs } from '../job/release-jobs.ts';
import type { CanaryPlan } from '../plan/release/canary-record.ts';
import { describeMember, memberKey, planLayers } from '../plan/release/decision.ts';
import { planCanary } from '../plan/release/long-canary.ts';
import { isFirst } from '../plan/rollout-plan.ts';
import { keepLease } from '../rollout/lease.ts';
import { recordUnchanged } from '../rollout/record-unchanged.ts';
import { showLogs } from '../rollout/revision-logs.ts';
import type { RollbackUndo } from '../rollout/undo.ts';
import { createdRevision, type RegionalResult, type ServiceEvent, sharesBefore } from '../service/outcome.ts';
import { OvertakenError } from '../service/ownership.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { prepareCanary } from './canary.ts';
import { explainFailure, recordFailure } from './describe-failure.ts';
import { describePlan, dryRunResult, readResult } from './describe-release.ts';
import { clearRolloutState, describeEnded, endRelease, type RolloutStage, saveRolloutState } from './end-release.ts';
import { takeFirstStep } from './first-step.ts';
import {
  type Candidate,
  commit,
  createCandidates,
  finishOthers,
  type LayeredMember,
  moveTraffic,
  type Release,
} from './phases.ts';
import { describeUnchanged, type PlannedMember, planMembers, type RegionalDeploy } from './plan-members.ts';

/** Returns the live revision of each service. On failure `events` has what happened. */
export async function deployRelease(
  deploys: readonly RegionalDeploy[],
  step: StepContext,
  events: ServiceEvent[],
  jobs: readonly ReleaseJob[] = [],
): Promise<RegionalResult[]> {
  const order = planLayers(
    deploys.map((deploy) => ({
      deploy,
      service: deploy.regional.service,
      alias: deploy.alias,
      after: deploy.after,
    })),
  );
  const planned = await planMembers(deploys, step, events);
  if (step.inputs.dryRun && planned.length === 0) return [];
  for (const {
    planned: { plan },
    deploy,
  } of planned)
    describePlan(plan, deploy.inputs, step);
  const canary = await beforeChanges(planned, step, events, () =>
    prepareCanary(
      planned.map((one) => one.planned.plan),
      step,
      events,
    ),
  );
  if (step.inputs.dryRun) {
    for (const when of ['before-traffic', 'after-traffic'] as const) await runJobs(jobs, when, []);
    return planned.map((one) => dryRunResult(one.planned, step, events));
  }
  const layerOf = (deploy: RegionalDeploy) => order.findIndex((layer) => layer.some((one) => one.deploy === deploy));
  const layered = planned.map((member) => ({ ...member, layer: layerOf(member.deploy) }));
  const { moving, untouched } = splitRollback(layered, step);
  const held = await beforeChanges(moving, step, events, () => heldPlan(moving, jobs, step));
  const results = await carryOut(moving, jobs, step, events, { canary, held });
  return [...results, ...untouched.map((member) => stays(member, events))];
}

/** Runs the last check before anything is changed. If it fails, the report of each service says that nothing was changed. */
async function beforeChanges<T>(
  planned: readonly PlannedMember[],
  step: StepContext,
  events: ServiceEvent[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const sentences = planned.map(({ deploy }) => describeUnchanged(deploy.regional, events));
    for (const [i, { deploy }] of planned.entries())
      recordFailure([deploy.regional.name], sentences.slice(i, i + 1), { error, events, step });
    throw explainFailure(error, sentences, step);
  }
}

/** Services that a rollback of several does not change: those with the same revision in both combinations, or new in this one. */
function splitRollback(
  members: readonly LayeredMember[],
  { settledReleases }: StepContext,
): { readonly moving: readonly LayeredMember[]; readonly untouched: readonly LayeredMember[] } {
  const same = ({ planned: { plan } }: LayeredMember): boolean => {
    const [main, ...others] = plan.serving;
    const { candidate } = plan;
    return (
      plan.kind === 'rollback' &&
      others.length === 0 &&
      candidate.kind === 'existing' &&
      main?.revision === candidate.revision
    );
  };
  const moving = members.filter((member) => !same(member));
  // A rollback that ended a release, or that moves nothing, still sets its hold everywhere.
  if (moving.length === 0 || settledReleases.size > 0) return { moving: members, untouched: [] };
  return { moving, untouched: members.filter(same) };
}

function stays({ planned: { plan } }: LayeredMember, events: ServiceEvent[]): RegionalResult {
  const { service: target, current = {}, serving, template } = plan;
  const { name } = target;
  const revision = serving[0]?.revision ?? '';
  const did = `${target.service} stays on ${revision}, which the rollback leaves alone.`;
  events.push(
    { name, kind: 'serves', shares: serving, tags: [] },
    { name, kind: 'ended', ending: { kind: 'done', did } },
  );
  return { target, before: serving, service: current, revision, template, tag: undefined, changed: false };
}

async function carryOut(
  members: readonly LayeredMember[],
  jobs: readonly ReleaseJob[],
  step: StepContext,
  events: ServiceEvent[],
  { canary, held }: Pick<Release, 'canary' | 'held'>,
): Promise<RegionalResult[]> {
  const { context, id } = step;
  if (
    members.length > 1 &&
    jobs.length === 0 &&
    members.every(({ planned: { plan } }) => plan.candidate.kind === 'serving')
  )
    return await recordAll(members, step, events);
  const saveState = (more: RolloutStage = {}) =>
    saveRolloutState(
      context,
      id,
      members.map(({ deploy: { regional }, layer }) => ({ regional, layer })),
      more,
    );
  const [lead] = members as [LayeredMember];
  const endsWithTraffic = members.length === 1 && lead.planned.plan.kind === 'rollback';
  const keepUndo = (undo: RollbackUndo) => {
    release.undo = undo;
    saveState({ undo });
  };
  const release: Release = {
    step,
    events,
    members,
    begun: new Set(),
    failing: undefined,
    ...(endsWithTraffic && { keepUndo }),
    canary,
    held,
  };
  saveState();
  const lease = members.length > 1 || held ? keepLease(lead.deploy.regional, id) : undefined;
  let committing = false;
  let committed = false;
  let finished = false;
  let candidates: readonly Candidate[] = [];
  try {
    candidates = await createCandidates(release);
    await runJobs(jobs, 'before-traffic', candidates);
    if (held) {
      const results = await takeFirstStep(release, candidates, held);
      clearRolloutState(context);
      finished = true;
      return results;
    }
    await moveTraffic(release, candidates);
    const failed = await runJobs(jobs, 'after-traffic', candidates);
    candidates = withServices(candidates, inExtraTime(step));
    committing = members.length > 1;
    if (committing) saveState({ committing });
    await commit(release, candidates);
    committed = true;
    const results = await finishOthers(release, candidates);
    clearRolloutState(context);
    finished = true;
    if (failed !== undefined) throw failed;
    return results;
  } catch (error) {
    lease?.stop();
    if (finished) throw error;
    // A release with one member is complete with its record.
    if (committed && members.length === 1) {
      clearRolloutState(context);
      throw error;
    }
    throw await endFailed(release, error, committing);
  } finally {
    lease?.stop();
  }
}

/** The plan of a canary that outlasts this run; undefined without one, or without a baseline. */
async function heldPlan(
  members: readonly LayeredMember[],
  jobs: readonly ReleaseJob[],
  { inputs }: StepContext,
): Promise<CanaryPlan | undefined> {
  const moving = members.some(
    ({ planned: { plan } }) => plan.kind === 'deploy' && plan.candidate.kind !== 'serving' && !isFirst(plan),
  );
  if (inputs.rollout.held.length === 0 || !moving) return undefined;
  return planCanary(
    inputs.rollout,
    members.map(({ layer }) => layer),
    await planLaterJobs(
      jobs,
      members.map(({ planned: { plan } }) => plan),
    ),
  );
}

/** Restores or completes all members, and returns the error that names the live revisions. */
async function endFailed(release: Release, error: unknown, mayBeCommitted: boolean): Promise<unknown> {
  const { step, events, members, begun, failing } = release;
  const touched = members.filter(({ deploy: { regional } }) => begun.has(regional));
  const ended = await endRelease(
    step.context,
    step.inputs,
    step.id,
    touched.map(({ deploy: { regional }, layer }) => ({
      regional,
      layer,
      before: sharesBefore(events, regional.name),
    })),
    { mayBeCommitted, undo: release.undo, again: 'The post step tries again.' },
  );
  // Log lines are read after the restore, which must not wait for them.
  const broken = !(isAbort(error) || error instanceof OvertakenError || error instanceof BlockedError);
  if (failing && broken) await recordLogs(failing, step, events);
  for (const { name, shares } of ended.members) if (shares) events.push({ name, kind: 'serves', shares, tags: [] });
  if (ended.committed && ended.complete) clearRolloutState(step.context);
  const untouched = members.flatMap(({ deploy: { regional } }) =>
    begun.has(regional) ? [] : [describeUnchanged(regional, events)],
  );
  const at =
    members.length > 1 && failing && !isAbort(error)
      ? [`It failed at ${describeMember(memberKey(failing.name))}.`]
      : [];
  const became = [...describeEnded(ended.members), ...untouched].filter((text) => text !== '');
  const sentences = became.length > 0 ? [...at, ...became] : [];
  recordFailure(
    members.map(({ deploy }) => deploy.regional.name),
    sentences,
    { error, events, step },
  );
  return explainFailure(error, sentences, step);
}

/** Shows the logs of the candidate, if there is one. Failing to read them is no error. */
async function recordLogs(failing: RegionalService, { context }: StepContext, events: ServiceEvent[]): Promise<void> {
  const { name } = failing;
  const candidate = createdRevision(events, name);
  const logs = candidate && (await showLogs({ ...failing, context }, candidate).catch(() => undefined));
  if (logs) events.push({ name, kind: 'logs', logs });
}

/** Only the commit differs for all members, so no traffic moves and no decision is needed. */
async function recordAll(
  members: readonly PlannedMember[],
  step: StepContext,
  events: ServiceEvent[],
): Promise<RegionalResult[]> {
  const results: RegionalResult[] = [];
  for (const { planned } of members) {
    const recorded = await recordUnchanged(planned, step);
    const { candidate } = planned.plan;
    const revision = candidate.kind === 'new' ? '' : candidate.revision;
    results.push(await readResult(planned, { revision, recorded, changed: false }, events));
  }
  return results;
}
