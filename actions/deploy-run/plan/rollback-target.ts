/** The target revision of a rollback. Pure. */
import { isCommitPrefix, shortCommit } from '../../../src/github/commit.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { migratedSince, type SchemaEntry, type SchemaRecord } from '../../../src/records/schema.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { type RecordedRelease, releasesOf, rolloutOf } from './records.ts';
import { explains, planBaseline, planTraffic, requestedTraffic, sameShares, serving } from './traffic.ts';

export interface RollbackTarget {
  readonly revision: string;
  /** Its recorded success; undefined for a revision that only `force` allows. */
  readonly release: RecordedRelease | undefined;
  /** Releases after it, which this rollback withdraws. */
  readonly withdrawn: readonly RecordedRelease[];
  /** Releases of the same commit with another image, which `to` may have meant as well. */
  readonly others: readonly RecordedRelease[];
}

/**
 * `to` is `previous`, a revision's name, the id of a release, or a commit (at least 7 digits). `restored` is the baseline of a
 * release that was just restored. Throws `InputError` with the choices.
 */
export function planRollback(service: Service, to: string, force: boolean, restored?: string): RollbackTarget {
  const releases = releasesOf(service);
  const found = to === 'previous' ? previous(service, releases, restored) : named(releases, to);
  if (found)
    return {
      revision: found.revision,
      release: found,
      withdrawn: after(releases, found),
      others: isCommitPrefix(to) ? otherImages(releases, found) : [],
    };
  if (to === 'previous') throw refusal(`there is no earlier release to go back to.`, releases);
  if (isCommitPrefix(to)) throw refusal(`no release of the commit ${to} is recorded on this service.`, releases);
  if (!force)
    throw refusal(
      `the revision ${to} is not recorded as healthy on this service. If you know that it is, set force: true.`,
      releases,
    );
  return { revision: to, release: undefined, withdrawn: [], others: [] };
}

/**
 * True if a rollback may check beside its first write that the target exists and can start, to save a round trip: the record vouches for
 * it, so the check rarely fails, and what it refuses can be restored, since that write moves no traffic.
 */
export function mayCheckLater({ revision, release }: RollbackTarget, service: Service): boolean {
  // Without the commit, the revision is read for it.
  if (!release?.commit || serving(service)[0]?.revision === revision) return false;
  const first = planTraffic({ baseline: planBaseline(service), candidate: revision, percent: 0, tags: [] });
  return sameShares(requestedTraffic({ traffic: first }), requestedTraffic(service));
}

/**
 * What served before the deploy that is in progress; undefined without one. A record counts only if it matches the live revisions: after
 * a manual change the live traffic is what is rolled back from.
 */
export function servedBeforeDeploy(service: Service): string | undefined {
  const record = rolloutOf(service);
  return record?.kind === 'deploy' && explains(record, service) ? record.baseline[0]?.revision : undefined;
}

/**
 * What `previous` means once a release has ended, from what this run has found before; undefined if it says nothing. `live` is the live
 * revision of the service now.
 */
export function revisionBefore(
  restored: ReadonlyMap<string, string>,
  { name, live, alone }: { readonly name: string; readonly live: string | undefined; readonly alone: boolean },
): string | undefined {
  const before = restored.get(name);
  // A service that is rolled back alone may have changed since.
  if (alone && before !== undefined && before !== live) return undefined;
  // One that was not part of that release stays as it is.
  return restored.size === 0 ? undefined : (before ?? live);
}

/** The previous release: the baseline of the rollout in progress if there is one, else the release before the live one. */
function previous(
  service: Service,
  releases: readonly RecordedRelease[],
  restored: string | undefined,
): RecordedRelease | undefined {
  const healthy = releases.filter(({ withdrawn }) => withdrawn === undefined);
  if (restored !== undefined) return healthy.findLast((release) => release.revision === restored);
  const record = rolloutOf(service);
  const revision = servedBeforeDeploy(service);
  if (record && revision !== undefined)
    return (
      healthy.findLast((release) => release.revision === revision) ??
      // The revision of another tool is recorded only at the end of our first deploy.
      (releases.length === 0
        ? { revision, commit: '', image: '', at: record.startedAt, runUrl: '', rollout: '' }
        : undefined)
    );
  // An interrupted rollback continues from its own baseline, whether or not its traffic was moved.
  const left = record?.kind === 'rollback' && explains(record, service) ? record.baseline[0]?.revision : undefined;
  const current = left ?? serving(service)[0]?.revision;
  const position = releases.findLastIndex(({ revision }) => revision === current);
  const earlier = position < 0 ? releases : releases.slice(0, position);
  return earlier.findLast(({ revision, withdrawn }) => revision !== current && withdrawn === undefined);
}

/** The newest release, preferring those that were not rolled back from. */
function named(releases: readonly RecordedRelease[], to: string): RecordedRelease | undefined {
  const matching = releases.filter(({ commit, revision, rollout }) =>
    isCommitPrefix(to) ? commit.startsWith(to) : revision === to || rollout === to,
  );
  const commits = [...new Set(matching.map(({ commit }) => commit))];
  if (isCommitPrefix(to) && commits.length > 1)
    throw refusal(`${to} matches more than one commit: ${commits.join(', ')}. Write more digits.`, releases);
  return matching.findLast(({ withdrawn }) => withdrawn === undefined) ?? matching.at(-1);
}

function otherImages(releases: readonly RecordedRelease[], target: RecordedRelease): RecordedRelease[] {
  return releases.filter(
    ({ commit, revision, image }) =>
      commit === target.commit && revision !== target.revision && digestOf(image) !== digestOf(target.image),
  );
}

const digestOf = (image: string): string => image.split('@')[1] ?? image;

function after(releases: readonly RecordedRelease[], target: RecordedRelease): RecordedRelease[] {
  const position = releases.lastIndexOf(target);
  return releases.slice(position + 1).filter(({ revision }) => revision !== target.revision);
}

/** The records after a rollback: the releases after the target are marked as rolled back from. */
export function planReleasesAfterRollback(
  releases: readonly RecordedRelease[],
  target: RollbackTarget,
  reason: string,
): RecordedRelease[] {
  const gone = new Set(target.withdrawn.map(({ revision }) => revision));
  return releases.map((release) => {
    const { withdrawn: _, ...clean } = release;
    if (release.revision === target.revision) return clean;
    return gone.has(release.revision) ? { ...clean, withdrawn: reason } : release;
  });
}

/**
 * Notes about migrations that ran since the target was released, which a rollback does not undo. Throws if one of them is
 * incompatible with the target's code, unless forced.
 */
export function checkSchema(target: RollbackTarget, records: readonly SchemaRecord[], force: boolean): string[] {
  const { release, revision } = target;
  if (!release) return [];
  const since = migrationsSince(release, records);
  const contracting = contractedSince(target, records);
  if (contracting && !force)
    throw new InputError([
      {
        subject: 'Input rollback-to',
        message: `the migrations of ${shortCommit(contracting.commit)} contracted the database schema${afterTraffic(contracting)}, and ${revision} is older: it may fail on the new schema. Deploy a fix in a new commit, or set force: true if you know that it works.`,
      },
    ]);
  if (since.length === 0) return [];
  const commits = [...new Set(since.map(({ commit }) => shortCommit(commit)))];
  const forced = contracting
    ? ` Those of ${shortCommit(contracting.commit)} contracted it, so ${revision} might fail; force: true continues.`
    : '';
  return [
    `The database schema stays as it is: a rollback undoes no migration. Migrations of these commits ran since ${revision}: ${commits.join(', ')}.${forced}`,
  ];
}

/** The newest migration since the target's release that is incompatible with its code. */
export const contractedSince = (
  { release }: RollbackTarget,
  records: readonly SchemaRecord[],
): SchemaEntry | undefined => release && migrationsSince(release, records).find((entry) => entry.contracting);

const migrationsSince = ({ commit, at }: RecordedRelease, records: readonly SchemaRecord[]): SchemaEntry[] =>
  records.flatMap((record) => migratedSince(record, commit, at));

const afterTraffic = ({ when }: SchemaEntry): string =>
  when === 'after-traffic' ? ' once it had all traffic, and since then it only rolls forward' : '';

function refusal(message: string, releases: readonly RecordedRelease[]): InputError {
  const known = releases
    .filter(({ withdrawn }) => withdrawn === undefined)
    .slice(-5)
    .map(({ revision, commit }) => (commit ? `${revision} (${shortCommit(commit)})` : revision));
  const choices = known.length > 0 ? ` Recorded: ${known.join(', ')}.` : ' No release is recorded yet.';
  return new InputError([{ subject: 'Input rollback-to', message: message + choices }]);
}
