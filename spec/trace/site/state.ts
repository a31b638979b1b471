/** Checks that a write of a site's state follows from the one before it by `../../site/protocol.ts`. Pure. */
import type { Call, TraceFacts } from '../calls.ts';

export interface TracedClaim {
  readonly run: string;
  readonly attempt: number;
  readonly work: 'upload' | 'switch' | 'prune';
  readonly beat: number;
  readonly token: string;
}

interface Published {
  readonly release: string;
  readonly undone?: true;
}

/** The object `state.json`. */
export interface TracedState {
  readonly format?: number;
  readonly current?: string;
  readonly published: readonly Published[];
  readonly atomic?: boolean;
  readonly hold?: { readonly release: string; readonly run: string };
  readonly released?: { readonly release: string; readonly run: string };
  readonly unfinished?: { readonly from: readonly string[]; readonly to: string; readonly pruning?: string };
  readonly claim?: TracedClaim;
  readonly staged?: { readonly release: string };
}

/** Milliseconds without a write after which a claim may be taken over. */
const DEAD_AFTER = 45_000;

/** `sinceLastWrite` is the time since the last write of the state. Returns the problem of the write. */
export function judgeState(
  before: TracedState | undefined,
  next: TracedState,
  call: Call,
  sinceLastWrite: number,
  facts: TraceFacts,
): string | undefined {
  const had = before?.claim;
  const has = next.claim;
  if (has && has.token !== had?.token)
    return taken(before ?? (facts.complete ? NEW : undefined), next, has, call, sinceLastWrite, facts);
  if (!before || !had) return facts.complete || !has ? 'it has no claim on the site' : undefined;
  if (has && has.beat !== had.beat)
    return has.beat === had.beat + 1 && same(withBeat(next), withBeat(before)) ? undefined : 'it is no renewal';
  const steps: readonly (TracedState | undefined)[] = has
    ? [withSwitchStarted(before, next), ...finished(before, next), forgotten(before, next)]
    : [...finished(before, next), forgotten(before, next), staged(before, next), withoutClaim(before), before];
  const rest = ({ claim: _, ...state }: TracedState) => state;
  if (!steps.some((step) => step && same(rest(step), rest(next))))
    return `from ${text(before)} no step leads to ${text(next)}`;
  if (has && has.work !== had.work && !(has.work === 'switch' ? had.work === 'upload' : has.work === 'prune'))
    return `its work goes from ${had.work} to ${has.work}`;
  return undefined;
}

const NEW: TracedState = { format: 1, published: [] };

function taken(
  before: TracedState | undefined,
  next: TracedState,
  claim: TracedClaim,
  { by }: Call,
  sinceLastWrite: number,
  facts: TraceFacts,
): string | undefined {
  const { hold } = next;
  const isRollback = claim.work === 'switch';
  if (claim.beat !== 0) return `its claim begins with beat ${claim.beat}`;
  if (isRollback && (hold?.run !== claim.run || next.unfinished?.to !== hold.release))
    return 'it claims the site to switch it, without a hold of its own on the release that it goes to';
  if (!isRollback && hold) return 'it claims the site under a hold';
  if (!before) return undefined;
  const had = before.claim;
  const earlier = had && had.run === claim.run && had.attempt < claim.attempt;
  if (had && !earlier && !(isRollback && had.work === 'upload') && sinceLastWrite <= DEAD_AFTER)
    return `it takes the claim of ${had.run}, which was renewed ${sinceLastWrite} ms before`;
  if (!isRollback && before.hold && facts.unforced && !facts.releases?.(by)) return 'it claims a site that is on hold';
  const { claim: _, hold: __, released, staged: ships, unfinished, ...rest } = next;
  const {
    claim: ___,
    hold: was,
    released: lastReleased,
    staged: shipped,
    unfinished: left,
    ...known
  } = withoutClaim(before);
  // A rollback drops the staged release; so does a claim that ends its wait.
  if (!same(rest, known) || (ships && (isRollback || !same(ships, shipped))))
    return `its claim changes ${text(before)} to ${text(next)}`;
  const ended = isRollback ? undefined : was && !hold ? { release: was.release, run: was.run } : lastReleased;
  if (!same(released, ended)) return `its claim does not keep which rollback had set the hold: ${text(next)}`;
  const to = unfinished?.to ?? '';
  const target = isRollback ? targetOf(before, claim.run) : undefined;
  // Nor does it go further back than another site of its step with an unfinished publish.
  const stays = (shipped !== undefined || facts.siteOfSeveral === true) && to === before.current;
  if (isRollback && facts.unforced && target !== to && !stays) return `it goes back to ${to}, and not to ${target}`;
  const begins = isRollback || before.current === undefined;
  const wanted = begins && unfinished ? withSwitchStarted(withoutClaim(before), next)?.unfinished : left;
  return same(wanted, unfinished) ? undefined : `its claim begins the switch ${text(next)} after ${text(before)}`;
}

/** The target of `rollback-to: previous`. */
function targetOf({ hold, released, current, unfinished, published }: TracedState, run: string): string | undefined {
  const own = hold ?? released;
  if (own?.run === run) return own.release;
  if (unfinished && hold?.release === unfinished.to) return unfinished.to;
  if (unfinished && unfinished.to !== current) return current;
  const at = published.findIndex(({ release }) => release === current);
  return published.slice(0, Math.max(at, 0)).findLast(({ undone }) => !undone)?.release;
}

/** From now on pages can belong to any of these releases. */
function withSwitchStarted(before: TracedState, { unfinished }: TracedState): TracedState | undefined {
  const to = unfinished?.to;
  if (to === undefined) return undefined;
  const { current, unfinished: left } = before;
  const from = new Set([...(left?.from ?? []), ...(left ? [left.to] : []), ...(current ? [current] : [])]);
  from.delete(to);
  return {
    ...before,
    unfinished: { from: [...from], to, ...(left?.pruning !== undefined && { pruning: left.pruning }) },
  };
}

/** All pages belong to the release. If the caches were not invalidated, the switch stays unfinished. */
function finished(before: TracedState, next: TracedState): TracedState[] {
  const { unfinished, published, claim, current, staged: _, released: __, ...rest } = before;
  const to = unfinished?.to;
  if (to === undefined || (claim?.work !== 'switch' && current !== undefined)) return [];
  const newest = next.published.at(-1);
  const atomic = next.atomic ?? false;
  const went = { ...rest, published, current: to, atomic };
  const at = published.findIndex(({ release }) => release === current);
  const history = published
    .map(({ undone, ...one }, i) =>
      (undone && i !== at) || (at >= 0 && i > at) ? { ...one, undone: true as const } : one,
    )
    .filter(({ release }) => release !== to);
  const isBack = before.hold?.run === claim?.run && before.hold?.release === to;
  const done = isBack || newest?.release !== to ? went : { ...went, published: [...history, newest] };
  if (!isBack && newest?.release !== to) return [];
  return unfinished ? [done, { ...done, unfinished }] : [done];
}

/** The release is complete in the bucket, and waits. */
function staged(before: TracedState, next: TracedState): TracedState | undefined {
  return next.staged && before.claim?.work === 'upload' ? { ...before, staged: next.staged } : undefined;
}

/** Pruned releases are removed from the history, except the live one and the one before. */
function forgotten(before: TracedState, next: TracedState): TracedState | undefined {
  if (before.claim?.work !== 'prune') return undefined;
  const left = before.published.filter(({ release }) => next.published.some((one) => one.release === release));
  return left.some(({ release }) => release === before.current) ? { ...before, published: left } : undefined;
}

function withoutClaim(before: TracedState): TracedState {
  const { claim, current, unfinished } = before;
  return claim?.work === 'prune' && current !== undefined && !unfinished
    ? { ...before, unfinished: { from: [], to: current, pruning: current } }
    : before;
}

const withBeat = ({ claim, ...state }: TracedState) => ({ ...state, claim: { ...claim, beat: 0 } });

/** Equal except for the order of keys. */
const same = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

const text = ({ current, unfinished, published, claim, hold }: TracedState): string =>
  JSON.stringify({
    current: current?.slice(0, 8),
    unfinished,
    published: published.map(({ release }) => release.slice(0, 8)),
    work: claim?.work,
    hold: hold?.release.slice(0, 8),
  });
