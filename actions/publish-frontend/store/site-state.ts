/**
 * The state of a site, stored in one object that is only replaced in the generation that was read: the live release, the
 * history, the hold after a rollback, and the run that works on the site. Pure; `claim.ts` writes it.
 */

import type { SiteStaged } from '../../../src/records/sites.ts';

/** A release that went live. */
export interface Published {
  readonly release: string;
  readonly commit: string;
  /** ISO 8601. */
  readonly at: string;
  /** True once something was published after a rollback behind it: `previous` passes over it. */
  readonly undone?: true;
}

/** Set by a rollback: the next publish is refused until it is released. */
export interface Hold {
  readonly release: string;
  readonly reason: string;
  readonly by: string;
  readonly run: string;
  readonly at: string;
}

/** What follows "on hold at release". */
export function describeHold({ release, at, by, run, reason }: Hold): string {
  return `${release} since ${at}, by ${by} (${run})${reason === '' ? '' : `. Reason: ${reason}`}`;
}

/** What the hold was, and why it is over. */
export function endOfHold(hold: Hold, reason: string): string {
  return `${describeHold(hold)}${reason === '' ? '' : `. Released: ${reason}`}`;
}

export type ClaimWork = 'upload' | 'switch' | 'prune';

/** The run that works on the site. It renews its claim; a claim that is not renewed belongs to a stopped run. */
export interface Claim {
  /** Page of the run. */
  readonly run: string;
  readonly attempt: number;
  readonly job: string;
  readonly work: ClaimWork;
  /** Counts renewals. */
  readonly beat: number;
  /** Distinguishes two processes of one job. */
  readonly token: string;
}

/** A switch that was begun and not finished: some pages may be of `from`, some of `to`, and caches may hold old ones. */
export interface Unfinished {
  readonly from: readonly string[];
  readonly to: string;
  /** The release that a run had made current before it stopped while it pruned: its deletions may still arrive. */
  readonly pruning?: string;
}

export interface StagedRelease extends SiteStaged {
  /** Full names of the services whose holds and freezes block the switch. */
  readonly services: readonly string[];
  /** Paths whose headers or encoding staging changed: caches forget them at the switch. */
  readonly changed: readonly string[];
}

export interface State {
  readonly current?: string;
  /** Oldest first. */
  readonly published: readonly Published[];
  readonly atomic?: boolean;
  readonly hold?: Hold;
  /** The last hold, if it was released and nothing was published or rolled back since: a re-run of its rollback stays on its release. */
  readonly released?: Pick<Hold, 'release' | 'run'>;
  readonly unfinished?: Unfinished;
  readonly claim?: Claim;
  readonly staged?: StagedRelease;
}

export const EMPTY: State = { published: [] };

/** Throws an Error if it is not a state that this version can read. */
export function parseState(text: string): State {
  const { format, ...state } = JSON.parse(text) as State & { format: number };
  if (format !== 1) throw new Error(`its format is ${format}, and this version of publish-frontend reads format 1`);
  return state;
}

export function serializeState(state: State): string {
  return `${JSON.stringify({ format: 1, ...state }, undefined, 2)}\n`;
}

/** Whether a claim belongs to an earlier attempt of the same run, which has ended. */
export function isOurEarlierAttempt(claim: Claim, ours: Claim): boolean {
  return claim.run === ours.run && claim.attempt < ours.attempt;
}

/** True if the two differ in nothing but a renewal of the claim. */
export function isRenewalOf(now: State, before: State): boolean {
  const still = ({ claim, ...rest }: State) => JSON.stringify({ ...rest, claim: claim && { ...claim, beat: 0 } });
  return still(now) === still(before);
}

/** True if another run continued from `ours`, which replaced `before`: our write was executed although its response was lost. */
export function continuesFrom(now: State, ours: State, before: State): boolean {
  const has = ({ published }: State, one: Published) =>
    published.some(({ release, at }) => release === one.release && at === one.at);
  const newest = ours.published.at(-1);
  if (newest && !has(before, newest)) return has(now, newest);
  return now.current === ours.current && now.hold?.at === ours.hold?.at;
}

/** Work of a run that stopped, whose last writes may still arrive. */
export interface StoppedWork {
  readonly release: string;
  /** `either`: the run gave its claim back, so that what it did last is not known. */
  readonly work: 'switch' | 'prune' | 'either';
}

/**
 * The releases that stopped runs switched to, or had made current before they pruned. A run that was only uploading has changed
 * no live object, and a run that made its release current has nothing on the way but deletions; see `givenBack`.
 */
export function stoppedWork({ claim, current, unfinished }: State): StoppedWork[] {
  const stopped = (release: string, work: StoppedWork['work']): StoppedWork => ({ release, work });
  const deleting = claim?.work === 'prune' ? current : unfinished?.pruning;
  const pruning = deleting === undefined ? [] : [stopped(deleting, 'prune')];
  if (!unfinished) return pruning;
  const { from, to } = unfinished;
  // 1.0 recorded no `pruning`.
  if (to === current) return from.length === 0 ? [stopped(to, 'either')] : pruning;
  const work = claim?.work === 'switch' ? 'switch' : 'either';
  return [...pruning, ...[...from.filter((release) => release !== current), to].map((one) => stopped(one, work))];
}

/**
 * The claim released after a failure. If the run was pruning, its deletions may still arrive: the state then records that the
 * switch to the current release is unfinished, for the next run.
 */
export function givenBack({ claim, ...state }: State): State {
  const { current, unfinished } = state;
  if (claim?.work !== 'prune' || current === undefined || unfinished) return state;
  return { ...state, unfinished: { from: [], to: current, pruning: current } };
}

/**
 * Whether all pages that stopped runs may still create are of the release: a switch to it was interrupted, or the run that made another
 * release live was pruning.
 */
export function onlyOwnPagesArrive({ current, unfinished }: State, release: string): boolean {
  if (!unfinished) return true;
  const { from, to, pruning } = unfinished;
  return from.every((one) => one === current) && (to === release || (to === current && to === pruning));
}

/** The site is about to be switched to `to`. All releases that pages may be of are remembered until it is done. */
export function beginSwitch(state: State, to: string): State {
  const { current, unfinished } = state;
  const from = new Set([
    ...(unfinished?.from ?? []),
    ...(unfinished ? [unfinished.to] : []),
    ...(current ? [current] : []),
  ]);
  from.delete(to);
  const pruning = unfinished?.pruning;
  return { ...state, unfinished: { from: [...from], to, ...(pruning !== undefined && { pruning }) } };
}

/** The site is switched, and nothing is staged any more; `settled` is false while caches may still hold old pages, so that a re-run handles them. */
export function finishSwitch(state: State, published: Published, atomic: boolean, settled: boolean): State {
  const { unfinished, staged: _, released: __, ...rest } = state;
  return {
    ...rest,
    current: published.release,
    atomic,
    published: [...markUndone(state).filter(({ release }) => release !== published.release), published],
    ...(!settled && unfinished && { unfinished }),
  };
}

/** The history once it continues after a rollback: what was rolled back from is undone, what was rolled back to is not. */
function markUndone({ published, current }: State): Published[] {
  const at = published.findIndex(({ release }) => release === current);
  return published.map(({ undone, ...one }, index) =>
    (undone && index !== at) || (at >= 0 && index > at) ? { ...one, undone: true } : one,
  );
}

/** A rollback moves the pointer, not the history: rolling back twice goes back twice. */
export function finishRollback(state: State, release: string, atomic: boolean, settled: boolean): State {
  const { unfinished, ...rest } = state;
  return { ...rest, current: release, atomic, ...(!settled && unfinished && { unfinished }) };
}

/** The release that was live when the current one was published, or `undefined`. */
export function previousRelease({ published, current }: State): string | undefined {
  const at = published.findIndex(({ release }) => release === current);
  return published.slice(0, Math.max(at, 0)).findLast(({ undone }) => !undone)?.release;
}

/** All releases that live pages may be of: the current one, and those of a switch that was not finished. */
export function liveReleases({ current, unfinished }: State): string[] {
  return [...new Set([current, ...(unfinished?.from ?? []), unfinished?.to])].filter(
    (release) => release !== undefined,
  );
}

/**
 * The live release, if its switch was not finished: caches may still hold old pages. Under a hold, the switch is that of a rollback,
 * whose re-run finishes it. `changed`: what staging changed is not known any more.
 */
export function unsettled({
  current,
  unfinished,
  hold,
}: State): Pick<StagedRelease, 'release' | 'changed'> | undefined {
  return current !== undefined && unfinished?.to === current && !hold ? { release: current, changed: [] } : undefined;
}

/** Under a hold nothing is staged: it would go live once a canary is promoted. */
export function withHold({ staged: _, released: __, ...state }: State, hold: Hold): State {
  return { ...state, hold };
}

export function withoutHold({ hold, ...state }: State): State {
  return hold ? { ...state, released: { release: hold.release, run: hold.run } } : state;
}

export function withStaged(state: State, staged: StagedRelease): State {
  return { ...state, staged };
}

export function withoutStaged({ staged: _, ...state }: State): State {
  return state;
}

export function withClaim(state: State, claim: Claim): State {
  return { ...state, claim };
}

export function withoutClaim({ claim: _, ...state }: State): State {
  return state;
}

/** Pruned releases leave the history. */
export function withoutReleases(state: State, pruned: ReadonlySet<string>): State {
  return { ...state, published: state.published.filter(({ release }) => !pruned.has(release)) };
}
