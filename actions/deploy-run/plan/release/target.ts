/** The target of a rollback of several services: a combination of revisions that was live. Pure. */
import { isCommitPrefix, shortCommit } from '../../../../src/github/commit.ts';
import type { Service } from '../../../../src/google/run/resources.ts';
import { InputError } from '../../../../src/runtime/errors.ts';
import { KEPT_RELEASES, type RecordedRelease, releasesOf } from '../records.ts';
import { serving } from '../traffic.ts';
import { describeMember } from './decision.ts';

/** A member by its key, and the service as it was read. */
export interface ReleaseMember {
  readonly key: string;
  readonly service: Service;
}

/** Revisions by member key that served together. */
interface Combination {
  /** Id and commit of the release; undefined for the state before our first one. */
  readonly id: string | undefined;
  readonly commit: string | undefined;
  readonly revisions: ReadonlyMap<string, string>;
  readonly withdrawn: boolean;
  /** Whether a release followed this combination. */
  readonly isLater: (release: RecordedRelease) => boolean;
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * `to` is `previous`, the id of a release, or a commit (at least 7 digits). `chosen` are the revisions, by member, that an earlier attempt of
 * the same run has rolled back to: the combination contains them. Returns the revision of each member; none for `previous`
 * if no combination is recorded and `onUnknown` is `warn`. A member that was released for the first time after the combination has no
 * revision in it: with `warn` that is undefined. Throws `InputError` if no such combination is recorded.
 */
export function planReleaseRollback(
  members: readonly ReleaseMember[],
  to: string,
  onUnknown: 'refuse' | 'warn' = 'refuse',
  chosen: ReadonlyMap<string, string> = NONE,
): ReadonlyMap<string, string | undefined> {
  const known = combinations(members);
  const without = ({ revisions }: Combination) => members.filter(({ key }) => !revisions.has(key));
  const whole = known.filter((one) => without(one).length === 0);
  const older = known.filter((one) => {
    const missing = without(one);
    return missing.length < members.length && missing.every(({ service }) => isNewerThan(one, service));
  });
  const find = (among: readonly Combination[]) =>
    withAll(among, chosen) ?? (to === 'previous' ? previous(among, members) : named(among, to));
  const found = find(onUnknown === 'warn' ? older : whole);
  if (found) return new Map(members.map(({ key }) => [key, found.revisions.get(key)]));
  if (to === 'previous' && onUnknown === 'warn') return new Map();
  const partly = find(older) ?? (to === 'previous' ? undefined : named(known, to));
  const missing = partly && without(partly).map(({ key }) => describeMember(key));
  const isNewer = partly !== undefined && older.includes(partly);
  const why = missing
    ? `the release ${to === 'previous' ? 'before' : to} did not have ${missing.join(', ')}, so this combination never ran. ${isNewer ? 'To roll back the others and leave that as it is, set on-unknown-combination: warn.' : 'Roll back the other services alone, or roll forward.'}`
    : to === 'previous'
      ? 'no earlier combination of these services is recorded.'
      : `no combination of these services ran as ${to}. Use previous, the id of a release, or a commit.`;
  const choices = whole
    .flatMap(({ id, commit, withdrawn }) =>
      id && !withdrawn ? [`${id}${commit ? ` (${shortCommit(commit)})` : ''}`] : [],
    )
    .slice(0, 5);
  throw new InputError([
    { subject: 'Input rollback-to', message: `${why}${choices.length > 0 ? ` Recorded: ${choices.join(', ')}.` : ''}` },
  ]);
}

/** True for a service that was released for the first time after the combination. The oldest of many releases are not recorded. */
function isNewerThan({ isLater }: Combination, service: Service): boolean {
  const releases = releasesOf(service);
  return releases.length > 0 && releases.length < KEPT_RELEASES && releases.every(isLater);
}

/** The newest combination that has all these revisions. */
function withAll(whole: readonly Combination[], wanted: ReadonlyMap<string, string>): Combination | undefined {
  if (wanted.size === 0) return undefined;
  return whole.find(({ revisions }) => [...wanted].every(([key, revision]) => revisions.get(key) === revision));
}

function previous(whole: readonly Combination[], members: readonly ReleaseMember[]): Combination | undefined {
  const current = new Map(members.map(({ key, service }) => [key, serving(service)[0]?.revision]));
  const same = ({ revisions }: Combination) =>
    members.every(({ key }) => (revisions.get(key) ?? current.get(key)) === current.get(key));
  const position = whole.findIndex(same);
  return whole.slice(position + 1).find((one) => !one.withdrawn && !same(one));
}

/** The newest combination, preferring those that were not rolled back from. */
function named(known: readonly Combination[], to: string): Combination | undefined {
  const matching = known.filter(({ id, commit }) => id === to || (isCommitPrefix(to) && commit?.startsWith(to)));
  return matching.find(({ withdrawn }) => !withdrawn) ?? matching[0];
}

/**
 * All combinations that are recorded on any of the members, newest first. Version 1.0 recorded none: they follow from its releases. One that
 * any member was rolled back from counts as withdrawn, possibly because the lead did not respond.
 */
function combinations(members: readonly ReleaseMember[]): Combination[] {
  const stored = members.flatMap(({ service }) => releasesOf(service).filter((entry) => entry.members));
  const derived = releasesOf(members[0]?.service).filter((entry) => !entry.members);
  const all = [...stored, ...derived].sort((a, b) => (a.at < b.at ? 1 : -1));
  const withdrawn = new Set(
    members.flatMap(({ service }) =>
      releasesOf(service).flatMap((one) => (one.withdrawn && one.rollout ? [one.rollout] : [])),
    ),
  );
  return all
    .flatMap((entry) => (entry.members ? ofRelease(entry, entry.members) : together(entry, members)))
    .map((one) => (one.id !== undefined && withdrawn.has(one.id) ? { ...one, withdrawn: true } : one));
}

function ofRelease(
  { rollout: id, commit, withdrawn, at }: RecordedRelease,
  recorded: NonNullable<RecordedRelease['members']>,
): Combination[] {
  const entries = Object.entries(recorded);
  const revisions = new Map(entries.map(([key, { revision }]) => [key, revision]));
  const before = new Map(
    entries.flatMap(([key, one]) => (one.before === undefined ? [] : [[key, one.before] as const])),
  );
  const after = (release: RecordedRelease) => release.at > at;
  return [
    { id, commit, revisions, withdrawn: withdrawn !== undefined, isLater: after },
    {
      id: undefined,
      commit: undefined,
      revisions: before,
      withdrawn: false,
      isLater: (release) => release.rollout === id || after(release),
    },
  ];
}

/** The releases of the other members in the same run, else from the same commit. */
function together(entry: RecordedRelease, members: readonly ReleaseMember[]): Combination[] {
  const revisions = new Map<string, string>();
  for (const { key, service } of members) {
    const releases = releasesOf(service);
    const same =
      releases.findLast(({ rollout }) => rollout === entry.rollout) ??
      releases.findLast(({ commit, withdrawn }) => commit === entry.commit && withdrawn === undefined);
    if (same) revisions.set(key, same.revision);
  }
  const { rollout: id, commit, withdrawn, at } = entry;
  return [{ id, commit, revisions, withdrawn: withdrawn !== undefined, isLater: (release) => release.at > at }];
}
