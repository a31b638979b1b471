/**
 * Preflight of a rollback: checks that the target was healthy. Whether it still exists and can run is read beside the first write, and
 * awaited before traffic moves.
 */

import { shortCommit } from '../../../src/github/commit.ts';
import type { GitHubRun } from '../../../src/github/run.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { resolveSecrets } from '../../../src/google/run/secret-versions.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { holdOf } from '../../../src/records/holds.ts';
import { lastNumber } from '../../../src/records/revision-names.ts';
import { readSchemaRecords, type SchemaRecord } from '../../../src/records/schema.ts';
import { CloudError, InputError, OutcomeError } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import { candidateTag } from '../plan/names.ts';
import { wasReleasedTogether } from '../plan/release/decision.ts';
import type { DeployInputs } from '../plan/request.ts';
import {
  checkSchema,
  contractedSince,
  mayCheckLater,
  planRollback,
  type RollbackTarget,
  revisionBefore,
} from '../plan/rollback-target.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import { templateOf } from '../plan/serving-template.ts';
import { planBaseline, serving } from '../plan/traffic.ts';
import { probeIdentity, sendsRequests } from '../probe/identity-token.ts';
import { readOpenPolicy } from '../service/access.ts';
import { GLOBAL, serviceRegions } from '../service/multi-region.ts';
import type { PlannedRollout, TargetConfiguration } from '../service/planned-rollout.ts';
import { getRevision, identityOf, type RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';
import { findImages } from './images.ts';
import { checkProvenance } from './provenance.ts';
import { readSettledService } from './read-stable-service.ts';

export interface RollbackRequest {
  /**
   * `to`: the input `rollback-to` or, for a combination, a revision; undefined for a service that stays. `note`: a sentence about that
   * choice, for the summary.
   */
  readonly target: () => Promise<{ readonly to: string | undefined; readonly note?: string }>;
  /** Live revisions of the members of a release that this run has just restored: `previous` then selects them. */
  readonly restored: ReadonlyMap<string, string>;
  /** Only this service is rolled back. */
  readonly alone: boolean;
  /** Added to the recorded reason: what was not rolled back with it. */
  readonly missing?: string | undefined;
  /** The service if it was just read. */
  readonly read: Service | undefined;
  /** What was read beside it. */
  readonly beside?: RollbackReads | undefined;
}

/** What a rollback reads of a service besides the service itself. */
export interface RollbackReads {
  readonly schema: Promise<readonly SchemaRecord[]>;
  /** `readOpenPolicy`, if the health checks send requests. */
  readonly policy: Promise<boolean | undefined> | undefined;
}

/** Starts these reads. They need only the service's name, but a multi-region service names its regions first. */
export function readForRollback(
  regional: RegionalService,
  inputs: DeployInputs,
  current?: Service,
): RollbackReads | undefined {
  if (regional.region === GLOBAL && !current) return undefined;
  return {
    schema: ahead(schemaRecords(regional, current)),
    policy: sendsRequests(regional, inputs) ? ahead(readOpenPolicy(regional, current)) : undefined,
  };
}

export async function planRollbackTo(
  regional: RegionalService,
  step: StepContext,
  { target: choose, restored, alone, missing, read, beside }: RollbackRequest,
): Promise<PlannedRollout> {
  const { inputs, context } = step;
  const early = beside ?? readForRollback(regional, inputs);
  const { service: current, notes } = await readSettledService(regional, step.settledReleases, read, step.unreachable);
  if (!current) throw refusal(`there is no service ${regional.service} in ${regional.region}.`);
  const live = serving(current)[0]?.revision;
  const beforeRelease = revisionBefore(restored, { name: regional.name, live, alone });
  const done = beforeRelease === undefined ? doneBefore(current, context.github) : undefined;
  const { to, note = undefined } = done === undefined ? await choose() : { to: done };
  const target = planRollback(current, to ?? live ?? '', inputs.force || to === undefined, beforeRelease);
  const { schema: records, policy } = early ?? (readForRollback(regional, inputs, current) as RollbackReads);
  const identity = ahead(probeIdentity(regional, step, current, policy));
  const reading = ahead(readTarget(regional, step, target));
  const schema = checkSchema(target, await records, inputs.force);
  const later = !inputs.dryRun && mayCheckLater(target, current);
  const found = later ? undefined : await reading;
  const commit = target.release?.commit || (found?.commit ?? inputs.commit);
  const reason = [inputs.reason ?? `rollback to ${target.revision}`, ...(missing ? [`(${missing})`] : [])].join(' ');
  const hold = {
    reason,
    by: context.github.actor || 'an unknown user',
    at: new Date(context.clock.now()).toISOString(),
    runUrl: context.github.runUrl,
    revision: target.revision,
    commit,
  };
  const held = `Once this rollback has succeeded, automatic deploys are refused until a run with release-hold: true. Reason: ${reason.replace(/\.?$/, '.')}`;
  const ambiguous =
    target.others.length > 0
      ? [
          `The commit ${shortCommit(commit)} was released with several images. This rolls back to ${target.revision}; ${target.others.map(({ revision }) => revision).join(', ')} ran another image. To choose another one, set rollback-to to its name.`,
        ]
      : [];
  const apart = alone && restored.size === 0 && wasReleasedTogether(current) ? [apartNote(regional.service)] : [];
  const plan: RolloutPlan = {
    kind: 'rollback',
    service: identityOf(regional),
    current,
    base: undefined,
    serving: serving(current),
    changes: [],
    leftAlone: [],
    baseline: planBaseline(current),
    candidate: { kind: 'existing', revision: target.revision },
    desired: undefined,
    ...(found?.configuration ?? recordedConfiguration(target)),
    tag: sendsRequests(regional, inputs)
      ? candidateTag(regional.service, commit, lastNumber(regional.service, commit, [target.revision]))
      : undefined,
    keepTag: false,
    claim: undefined,
    commit,
    holdBefore: holdOf(current),
    hold,
    releaseChange: { kind: 'withdraw', target, reason },
    allowUnauthenticated: undefined,
    notes: [...notes, ...(to === undefined ? [] : [held]), ...(note ? [note] : []), ...schema, ...ambiguous, ...apart],
  };
  const configuration = later ? ahead(reading.then(({ configuration }) => configuration)) : undefined;
  return { regional, plan, target: configuration, ...(await identity) };
}

/** The image that the release records, until its revision has been read. */
const recordedConfiguration = ({ release }: RollbackTarget): TargetConfiguration => ({
  template: { containers: release?.image ? [{ image: release.image }] : [] },
  accepted: new Map(),
});

/**
 * Reads the target and what it needs to start: images and secrets. Throws if one of them is gone. `require-provenance` only warns about
 * a recorded target; it refuses an image without a digest, and then no traffic has moved either.
 */
async function readTarget(
  regional: RegionalService,
  step: StepContext,
  target: RollbackTarget,
): Promise<{ readonly configuration: TargetConfiguration; readonly commit: string | undefined }> {
  const { registry, secrets } = regional.clients;
  // The release contains the requested image, the revision the image of its platform.
  const recorded = ahead(findImages(registry, recordedConfiguration(target).template, regional.region));
  const revision = await getRevision(regional, target.revision);
  const { release } = target;
  if (!revision)
    throw refusal(
      `the revision ${target.revision} no longer exists: Cloud Run keeps the newest 1,000. Deploy its commit${release?.commit ? ` ${release.commit}` : ''} again.`,
    );
  const { state, condition } = readiness(revision);
  if (state !== 'ready')
    throw refusal(`the revision ${target.revision} is not ready: ${condition?.message ?? 'no reason was given'}`);
  const template = templateOf(revision);
  const known = await recorded.catch(() => undefined);
  const accepted = await findImages(registry, template, regional.region, known);
  await checkProvenance(step, template, { served: release !== undefined });
  const { project } = step.inputs;
  await resolveSecrets(template, { manager: secrets, project, mode: 'keep', log: step.context.log });
  return { configuration: { template, accepted }, commit: revision.labels?.[COMMIT_LABEL] };
}

/**
 * The revision that an earlier attempt of the same run rolled back to. Its last response may have been lost, and `previous` must not
 * go one release further.
 */
export function doneBefore(service: Service, { runUrl, runId, runAttempt }: GitHubRun): string | undefined {
  const hold = holdOf(service);
  return runId !== '' && runAttempt > 1 && hold?.runUrl === runUrl ? hold.revision : undefined;
}

/**
 * Called after the hold of the rollback is written: a migration reads the hold after it wrote its record, so one of the two sees the
 * other (the model in `spec/migration`). Throws `OutcomeError` for a migration that was recorded meanwhile.
 */
export async function checkSchemaAgain({ regional, plan }: PlannedRollout, force: boolean): Promise<void> {
  const { releaseChange, current } = plan;
  if (releaseChange.kind !== 'withdraw' || !current || force) return;
  const { target } = releaseChange;
  const quiet = { ...regional, context: { ...regional.context, log: { ...regional.context.log, warning: () => {} } } };
  const contracting = contractedSince(target, await schemaRecords(quiet, current));
  if (!contracting) return;
  throw new OutcomeError(
    `The migrations of ${shortCommit(contracting.commit)} began to contract the database schema meanwhile, and ${target.revision} is older: it may fail on the new schema. Deploy a fix in a new commit, or set force: true if you know that it works.`,
  );
}

/** Reads the records of migrate. Without permission the rollback continues, with a warning. */
async function schemaRecords(regional: RegionalService, current: Service | undefined): Promise<SchemaRecord[]> {
  const { http, endpoints } = regional.clients.cloud;
  try {
    const found = await Promise.all(
      serviceRegions(regional.region, current).map((region) =>
        readSchemaRecords(http, endpoints.run, `projects/${regional.project}/locations/${region}`),
      ),
    );
    return found.flat();
  } catch (error) {
    if (!(error instanceof CloudError) || (error.status !== 401 && error.status !== 403)) throw error;
    regional.context.log.warning(
      `It is unknown whether a contracting migration ran in between: ${error.message} Needs run.jobs.list, for instance roles/run.viewer.`,
    );
    return [];
  }
}

const refusal = (message: string) => new InputError([{ subject: 'Input rollback-to', message }]);

const apartNote = (service: string): string =>
  `${service} was released together with other services. Rolled back alone, it runs with their newer versions, a combination that never ran. To roll back all of them, set services.`;
