/** Checks of preflight. Each can stop the step before anything is changed. */

import { BlockedError, checkFreeze, freezeOn } from '../../../src/freeze/freeze.ts';
import { isCommit } from '../../../src/github/commit.ts';
import { checkFreshness, type FreshnessOptions } from '../../../src/github/freshness.ts';
import type { Revision, Service } from '../../../src/google/run/resources.ts';
import type { Path } from '../../../src/manifest/index.ts';
import { violationProblems } from '../../../src/manifest/violations.ts';
import { COMMIT_LABEL } from '../../../src/records/annotations.ts';
import { describeServiceHold, holdOf, type ServiceHold } from '../../../src/records/holds.ts';
import { revisionName } from '../../../src/records/revision-names.ts';
import { CloudError, InputError, type Location } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import { type DesiredService, withEarlyFields, withLateFields } from '../plan/desired-service.ts';
import { serviceProblem, tagProblem } from '../plan/names.ts';
import { rolloutOf } from '../plan/records.ts';
import type { DeployInputs, DeployRequest } from '../plan/request.ts';
import { explains } from '../plan/traffic.ts';
import { changedFields, type RegionalService } from '../service/regional-service.ts';

export function checkNames({ service, kind }: RegionalService, request: DeployRequest): void {
  const problems = [
    { subject: 'Service name', message: serviceProblem(service) },
    { subject: 'Input tag', message: request.tag && kind === 'Service' ? tagProblem(service, request.tag) : undefined },
    {
      subject: 'Input tag',
      message:
        request.tag && kind === 'WorkerPool' ? 'a worker pool has no tags: nothing sends it requests.' : undefined,
    },
  ];
  const found = problems.flatMap(({ subject, message }) => (message ? [{ subject, message }] : []));
  if (found.length > 0) throw new InputError(found);
}

/**
 * A hold blocks every deploy that neither releases nor overrides it, and a freeze every one that is not forced: `BlockedError`. `notes`
 * say what this one does despite them.
 */
export function checkHold(
  regional: RegionalService,
  current: Service | undefined,
  { releaseHold, force, freeze }: Pick<DeployInputs, 'releaseHold' | 'force' | 'freeze'>,
): { readonly hold: ServiceHold | undefined; readonly notes: readonly string[] } {
  const hold = holdOf(current);
  const { log } = regional.context;
  const frozen = freezeOn(current, freeze, regional.clients.googleClock);
  checkFreeze(frozen, { force, consequence: 'Nothing was changed.', log });
  const overridden = frozen === undefined ? [] : [`Forced: the freeze was overridden. ${frozen}`];
  if (!hold) return { hold, notes: overridden };
  if (releaseHold)
    return { hold, notes: [...overridden, `This deploy releases the hold. ${describeServiceHold(hold)}`] };
  if (force)
    return {
      hold,
      notes: [...overridden, `Forced: the hold was overridden and is still set. ${describeServiceHold(hold)}`],
    };
  throw new BlockedError(
    (consequence) =>
      `The service ${regional.service} in ${regional.region} is on hold. ${describeServiceHold(hold)} ${consequence} To release it run this action with release-hold: true; to deploy once despite the hold, with force: true.`,
    'Nothing was changed.',
  );
}

/** Live commits that this one must not be older than. */
export interface KnownCommits {
  /** Of the revision with the largest share. */
  readonly live: readonly string[];
  /** Of a rollout in progress, unless its traffic was moved by others, after which it only stops. */
  readonly unfinished: readonly string[];
}

export function commitsKnown(current: Service | undefined, mainRevision: Revision | undefined): KnownCommits {
  const record = rolloutOf(current);
  const unfinished = current && record?.kind === 'deploy' && explains(record, current) ? record.commit : undefined;
  const list = (commit: string | undefined) => (commit && isCommit(commit) ? [commit] : []);
  return { live: list(mainRevision?.labels?.[COMMIT_LABEL]), unfinished: list(unfinished) };
}

/** Throws `OutcomeError` if the commit is older than one of them. */
export async function checkAge(
  commit: string,
  { live, unfinished }: KnownCommits,
  options: FreshnessOptions,
): Promise<void> {
  const checks = [
    checkFreshness(commit, live, options),
    checkFreshness(
      commit,
      unfinished.filter((other) => !live.includes(other)),
      { ...options, known: 'being deployed' },
    ),
  ];
  for (const check of checks.map(ahead)) await check;
}

/** Validates the write with `validateOnly`. */
export async function validate(
  regional: RegionalService,
  current: Service | undefined,
  desired: DesiredService,
  {
    newRevision,
    commit,
    locate,
  }: { newRevision: boolean; commit: string; locate: ((path: Path) => Location) | undefined },
): Promise<void> {
  const revision = revisionName(regional.service, commit, 0);
  const template = { ...desired.template, revision };
  try {
    if (!current) {
      await regional.api.create(regional.name, { ...desired.service, template }, { validateOnly: true });
      return;
    }
    const next = withLateFields(withEarlyFields(current, current, desired.service), current, desired.service);
    const whole = newRevision ? { ...next, template } : next;
    const mask = changedFields(current, whole);
    if (mask.length > 0) await regional.api.update(regional.name, whole, mask, { validateOnly: true });
  } catch (error) {
    if (!(error instanceof CloudError && error.status === 400)) throw error;
    throw new InputError(violationProblems(`Service ${regional.service}`, error, locate));
  }
}
