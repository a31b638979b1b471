/** Which revisions a rollback of several services means: a combination that ran. Pure. */
import type { Service } from '../../../../src/google/run/resources.ts';
import { InputError } from '../../../../src/runtime/errors.ts';
import { type RecordedRelease, releasesOf } from '../records.ts';
import { serving } from '../traffic.ts';
import { describeMember } from './decision.ts';

/** A member by its key, and the service as it was read. */
export interface ReleaseMember {
  readonly key: string;
  readonly service: Service;
}

/** Revisions by member key that served together. */
interface Combination {
  /** Id and commit of the release; undefined for what served before our first one. */
  readonly id: string | undefined;
  readonly commit: string | undefined;
  readonly revisions: ReadonlyMap<string, string>;
  readonly withdrawn: boolean;
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * `to` is `previous`, the id of a release, or a commit (at least 7 digits). `chosen` are the revisions, by member, that an earlier attempt of
 * the same run has rolled back to: the combination has them, whatever the traffic of the others is now. Gives the revision of each member; none for `previous`
 * where no combination is recorded and `onUnknown` is `warn`. Throws `InputError` where no such combination ran.
 */
export function planReleaseRollback(
  members: readonly ReleaseMember[],
  to: string,
  onUnknown: 'refuse' | 'warn' = 'refuse',
  chosen: ReadonlyMap<string, string> = NONE,
): ReadonlyMap<string, string> {
  const known = combinations(members);
  const whole = known.filter(({ revisions }) => members.every(({ key }) => revisions.has(key)));
  const found = withAll(whole, chosen) ?? (to === 'previous' ? previous(whole, members) : named(whole, to));
  if (found) return found.revisions;
  if (to === 'previous' && onUnknown === 'warn') return new Map();
  const partly = to === 'previous' ? undefined : named(known, to);
  const missing =
    partly && members.filter(({ key }) => !partly.revisions.has(key)).map(({ key }) => describeMember(key));
  const why = missing
    ? `the release ${to} did not have ${missing.join(', ')}, so this combination never ran. Roll back the other services alone, or roll forward.`
    : to === 'previous'
      ? 'no earlier combination of these services is recorded.'
      : `no combination of these services ran as ${to}. Give previous, the id of a release, or a commit.`;
  const choices = whole
    .flatMap(({ id, commit, withdrawn }) =>
      id && !withdrawn ? [`${id}${commit ? ` (${commit.slice(0, 12)})` : ''}`] : [],
    )
    .slice(0, 5);
  throw new InputError([
    { subject: 'Input rollback-to', message: `${why}${choices.length > 0 ? ` Recorded: ${choices.join(', ')}.` : ''}` },
  ]);
}

/** The newest one that has all these revisions; undefined for none of them. */
function withAll(whole: readonly Combination[], wanted: ReadonlyMap<string, string>): Combination | undefined {
  if (wanted.size === 0) return undefined;
  return whole.find(({ revisions }) => [...wanted].every(([key, revision]) => revisions.get(key) === revision));
}

function previous(whole: readonly Combination[], members: readonly ReleaseMember[]): Combination | undefined {
  const current = new Map(members.map(({ key, service }) => [key, serving(service)[0]?.revision]));
  const same = ({ revisions }: Combination) => members.every(({ key }) => revisions.get(key) === current.get(key));
  const position = whole.findIndex(same);
  return whole.slice(position + 1).find((one) => !one.withdrawn && !same(one));
}

/** The newest one that stands; one that was rolled back from only if there is no other. */
function named(known: readonly Combination[], to: string): Combination | undefined {
  const isCommit = /^[0-9a-f]{7,40}$/.test(to);
  const matching = known.filter(({ id, commit }) => id === to || (isCommit && commit?.startsWith(to)));
  return matching.find(({ withdrawn }) => !withdrawn) ?? matching[0];
}

/** All combinations that are recorded on any of the members, newest first. Version 1.0 recorded none: they follow from its releases. */
function combinations(members: readonly ReleaseMember[]): Combination[] {
  const stored = members.flatMap(({ service }) => releasesOf(service).filter((entry) => entry.members));
  const derived = releasesOf(members[0]?.service).filter((entry) => !entry.members);
  const all = [...stored, ...derived].sort((a, b) => (a.at < b.at ? 1 : -1));
  return all.flatMap((entry) => (entry.members ? ofRelease(entry, entry.members) : together(entry, members)));
}

function ofRelease(
  { rollout: id, commit, withdrawn }: RecordedRelease,
  recorded: NonNullable<RecordedRelease['members']>,
): Combination[] {
  const entries = Object.entries(recorded);
  const revisions = new Map(entries.map(([key, { revision }]) => [key, revision]));
  const before = new Map(
    entries.flatMap(([key, one]) => (one.before === undefined ? [] : [[key, one.before] as const])),
  );
  return [
    { id, commit, revisions, withdrawn: withdrawn !== undefined },
    { id: undefined, commit: undefined, revisions: before, withdrawn: false },
  ];
}

/** What the other members released in the same run, or else from the same commit. */
function together(entry: RecordedRelease, members: readonly ReleaseMember[]): Combination[] {
  const revisions = new Map<string, string>();
  for (const { key, service } of members) {
    const releases = releasesOf(service);
    const same =
      releases.findLast(({ rollout }) => rollout === entry.rollout) ??
      releases.findLast(({ commit, withdrawn }) => commit === entry.commit && withdrawn === undefined);
    if (same) revisions.set(key, same.revision);
  }
  const { rollout: id, commit, withdrawn } = entry;
  return [{ id, commit, revisions, withdrawn: withdrawn !== undefined }];
}
