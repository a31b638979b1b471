/** Plans all members of a release before anything is changed. */

import { BlockedError } from '../../../src/freeze/freeze.ts';
import { mergeErrors, OutcomeError, withState } from '../../../src/runtime/errors.ts';
import type { TagUrls } from '../plan/preview-links.ts';
import { listShares } from '../plan/records.ts';
import type { FoundRelease } from '../plan/release/decision.ts';
import type { DeployInputs } from '../plan/request.ts';
import { InterruptedReleaseError } from '../preflight/interrupted-release.ts';
import { type EventSink, type ServiceEvent, sharesBefore } from '../service/outcome.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { explainFailure, recordFailure } from './describe-failure.ts';
import { settleRelease, UndecidedCanaryError } from './earlier-release.ts';
import { restoreBlocked } from './restore-blocked.ts';

/** The service in one region, with a function that reads it and plans its rollout. Called again if the plan is outdated. */
export interface RegionalDeploy {
  readonly regional: RegionalService;
  /** The inputs for this service. */
  readonly inputs: DeployInputs;
  /** The name of its entry in `services`. */
  readonly alias?: string | undefined;
  /** Names of services or entries of the same release that get their traffic before. */
  readonly after: readonly string[];
  /** `restored` are the live revisions of the members of a release that this run has just restored, by full name. */
  readonly prepare: (restored: ReadonlyMap<string, string>) => Promise<PlannedRollout>;
  /** Variables `URL_NAME` that a preview needs from its other services; empty elsewhere. */
  readonly links?: readonly string[];
  /** Plans the preview with those filled in. */
  readonly prepareLinked?: (urls: TagUrls) => Promise<PlannedRollout>;
}

export interface PlannedMember {
  readonly deploy: RegionalDeploy;
  readonly planned: PlannedRollout;
  /** The live revisions that it was planned from: whoever plans it again starts from the same, as the other members did. */
  readonly restored?: ReadonlyMap<string, string>;
}

/** How often a member is planned again because the service has changed meanwhile. */
export const MOST_PREPARATIONS = 4;

/**
 * Plans all members in parallel. Releases of other runs are ended first, and then everything is planned again. If one fails,
 * this run has changed nothing, and the report of each member says so. A hold or freeze blocks neither that nor restoring a rollout
 * that was interrupted.
 */
export async function planMembers(
  deploys: readonly RegionalDeploy[],
  step: StepContext,
  events: ServiceEvent[],
): Promise<PlannedMember[]> {
  const restored = new Map<string, string>();
  /** Sentences about what was restored, by full name. */
  const changed = new Map<string, string>();
  try {
    for (let tries = 1; ; tries++) {
      const plans = await Promise.allSettled(deploys.map((deploy) => planRegion(deploy, events, restored)));
      const failed = plans.flatMap((plan) => (plan.status === 'rejected' ? [plan.reason as unknown] : []));
      const found = failed.find((error) => error instanceof InterruptedReleaseError);
      if (failed.length === 0)
        return plans.flatMap((plan, i) =>
          plan.status === 'fulfilled' ? [{ deploy: deploys[i] as RegionalDeploy, planned: plan.value, restored }] : [],
        );
      const blocked = failed.find((error) => error instanceof BlockedError);
      const wrong = failed.filter(
        (error) => !(error instanceof InterruptedReleaseError || error instanceof BlockedError),
      );
      if (wrong.length > 0) throw mergeErrors(wrong);
      if (step.inputs.dryRun && blocked) throw blocked;
      if (step.inputs.dryRun && found && waitsFor(found.found, step)) throw new UndecidedCanaryError(found.found);
      if (step.inputs.dryRun && found) return endsReleaseFirst(found, deploys, step, events);
      if (!found) {
        for (const { name, shares, sentence } of await restoreBlocked(
          deploys.map(({ regional }) => regional),
          step,
        )) {
          changed.set(name, sentence);
          if (shares) events.push({ name, kind: 'serves', shares, tags: [] });
        }
        throw describeBlocked(blocked as BlockedError, deploys, changed);
      }
      if (tries > MOST_PREPARATIONS)
        throw new OutcomeError(
          `Other runs keep releasing these services; gave up after ${tries} attempts. Run this step again.`,
        );
      for (const [name, revision] of await settleRelease(found.found, found.regional, step))
        restored.set(name, revision);
      step.settledReleases.add(found.found.id);
    }
  } catch (error) {
    // The deploy waits for the canary, which is no failure.
    if (error instanceof UndecidedCanaryError) throw error;
    const sentences = deploys.map(({ regional }) => changed.get(regional.name) ?? describeUnchanged(regional, events));
    for (const [i, { regional }] of deploys.entries())
      recordFailure([regional.name], sentences.slice(i, i + 1), { error, events, step });
    // A hold or freeze says itself that nothing was changed.
    if (deploys.length < 2) throw error instanceof BlockedError ? error : withState(error, sentences.join(' '));
    throw explainFailure(error, sentences, step);
  }
}

/** Whether a deploy leaves the decision of this release to later runs. */
const waitsFor = ({ outlasts }: FoundRelease, { inputs: { request, rollout } }: StepContext): boolean =>
  outlasts === true && request.kind !== 'rollback' && rollout.onCanary === 'wait';

/** The error with a sentence about each restored service. */
function describeBlocked(
  blocked: BlockedError,
  { length }: readonly RegionalDeploy[],
  changed: ReadonlyMap<string, string>,
): BlockedError {
  if (changed.size === 0) return blocked;
  const restored = length < 2 ? [...changed.values()] : [];
  return new BlockedError(blocked.describe, ['No new release was started.', ...restored].join(' '));
}

/**
 * The step ends the other release first, and a dry run cannot show the live revisions after that. It is no refusal: a workflow checks
 * the deploy before its migration runs, also after a run that was killed.
 */
function endsReleaseFirst(
  { found }: InterruptedReleaseError,
  deploys: readonly RegionalDeploy[],
  { context, inputs: { request } }: StepContext,
  events: EventSink,
): PlannedMember[] {
  const first =
    request.kind === 'rollback' && found.kind === 'deploy'
      ? 'The rollback ends it first; `previous` then means the revisions that were live before it.'
      : `The ${request.kind} ends it first, and is planned after that.`;
  context.log.notice(`${found.by} has not ended on all its members. ${first}`);
  for (const { regional } of deploys) events.push({ name: regional.name, kind: 'ended', ending: { kind: 'dry-run' } });
  return [];
}

/** Plans one region. */
export async function planRegion(
  { regional: { name }, prepare }: RegionalDeploy,
  events: EventSink,
  restored: ReadonlyMap<string, string> = new Map(),
): Promise<PlannedRollout> {
  const planned = await prepare(restored);
  events.push({ name, kind: 'planned', plan: planned.plan });
  return planned;
}

/** The live revisions if this run has changed nothing. */
export function describeUnchanged({ service, region, name }: RegionalService, events: readonly ServiceEvent[]): string {
  const before = sharesBefore(events, name);
  const serves = before.length > 0 ? `: ${listShares(before)} still serves` : '';
  return `Nothing was changed for ${service} in ${region}${serves}.`;
}
