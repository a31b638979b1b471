/**
 * A lock on the site: one run at a time. A claim in the state object is taken, renewed and released by writes that name the
 * generation they replace. A claim that is not renewed for `DEAD_AFTER` belongs to a stopped process and is taken over. If that
 * process resumes, it has stopped writing before: `TRUST_FOR` after its last renewal all its calls end and no other starts.
 * Requests already on the network may still arrive; `plan/switch.ts` makes the server refuse them.
 */
import type { GitHubRun } from '../../../src/github/run.ts';
import { type Clock, every, type Random } from '../../../src/runtime/clock.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { poll } from '../../../src/runtime/retry.ts';
import { type Layout, stateName } from './object-names.ts';
import { hasStatus } from './preconditions.ts';
import { readState, type StoredState } from './read-state.ts';
import {
  type Claim,
  type ClaimWork,
  continuesFrom,
  givenBack,
  isOurEarlierAttempt,
  type State,
  serializeState,
  withClaim,
  withoutClaim,
} from './site-state.ts';
import type { Store } from './storage-client.ts';
import { uploadJson } from './upload/upload.ts';

const RENEW_EVERY = 10_000;
const TRUST_FOR = 30_000;
const DEAD_AFTER = 45_000;
const LOOK_EVERY = 1_000;
const DOUBT_EVERY = 1_000;
/** How long to wait for another running publish. */
const WAIT_FOR = 600_000;

export interface HeldClaim {
  readonly state: State;
  /** Changes the state, and with `work` what the claim is for. Throws if another run has taken over. */
  update(change: (state: State) => State, work?: ClaimWork): Promise<void>;
  /** True once the claim is released or abandoned. */
  readonly released: boolean;
  /** Releases the claim with a last change to the state; later calls do nothing. */
  release(change?: (state: State) => State): Promise<void>;
  /** Leaves the claim until it expires: the next run waits for what this one has sent. */
  abandon(): void;
}

export interface ClaimOptions {
  readonly store: Store;
  readonly layout: Layout;
  /** A dry run takes no claim, so it waits for none. */
  readonly dryRun: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly github: GitHubRun;
  readonly log: Log;
  /** Called when the claim is lost or can no longer be trusted, so that transfers stop. */
  readonly onLost: (error: Error) => void;
  /** Called once the claim is held. `assertOurs` throws unless it is certain that no run has taken over; call it before each write. */
  readonly onHeld: (assertOurs: () => void) => void;
  /** Called with each state that was written. */
  readonly onWritten: (state: State) => void;
}

/**
 * Waits until no run works on the site, and returns the state. A dry run does not wait. `mayTake` lets a rollback replace the claim of a publish that has
 * not begun to switch: that run finds its claim replaced and stops.
 */
export async function waitUntilFree(
  options: ClaimOptions,
  mayTake: (claim: Claim) => boolean = () => false,
): Promise<StoredState> {
  const { store, layout, clock, log } = options;
  if (options.dryRun) return await readState(store, layout);
  const ours = newClaim(options, 'upload');
  let seen = { generation: '', since: 0 };
  let holder = '';
  const look = async (): Promise<StoredState | undefined> => {
    // A machine may pause before it reads the response, which is stale by then.
    const sent = clock.now();
    const stored = await readState(store, layout);
    const { claim } = stored.state;
    if (!claim || isOurEarlierAttempt(claim, ours) || mayTake(claim)) return stored;
    if (seen.generation !== stored.generation) {
      if (seen.generation === '') log.info(`Waiting for another run on this site: ${claim.run} (${claim.work}).`);
      seen = { generation: stored.generation, since: clock.now() };
    }
    if (sent - seen.since > DEAD_AFTER) {
      log.warning(`${claim.run} stopped before it finished on this site. This run takes over.`);
      return stored;
    }
    holder = claim.run;
    return undefined;
  };
  const until = clock.now() + WAIT_FOR;
  const free = await poll(look, { clock, signal: store.signal, until, first: LOOK_EVERY, longest: LOOK_EVERY });
  if (free) return free;
  throw new OutcomeError(
    `Timed out: ${holder} is still running on this site. Nothing was changed. Run this step again later.`,
  );
}

/** Whether an earlier attempt of this run did all that it claimed the site for, and stopped before it released its claim. */
export const isLeftByThisRun = ({ claim }: State, { runUrl }: GitHubRun): boolean =>
  claim?.work === 'upload' && claim.run === runUrl;

/** Attempts to claim a site while other runs write to it. */
export const ATTEMPTS = 5;

/**
 * Repeats work that returns `undefined` if another run wrote first. Each attempt after the first has to check the site again.
 * @throws {OutcomeError} After `ATTEMPTS` attempts.
 */
export async function untilClaimed<T>(work: (attempt: number) => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const done = await work(attempt);
    if (done !== undefined) return done;
  }
  throw new OutcomeError(
    `The site was modified concurrently by other runs; gave up after ${ATTEMPTS} attempts. Run this step again.`,
  );
}

/** Claims the site in the generation that was read; `undefined` if another run wrote first. */
export async function takeClaim(
  options: ClaimOptions,
  from: StoredState,
  work: ClaimWork,
  change: (state: State) => State = (state) => state,
): Promise<HeldClaim | undefined> {
  const { store, layout, clock } = options;
  let { generation } = from;
  const claim = newClaim(options, work);
  // The claim of a run that stopped while it pruned is recorded, because its deletions may still arrive.
  let state = withClaim(change(givenBack(from.state)), claim);
  let renewed = clock.now();
  let lost: Error | undefined;
  let released = false;

  const write = async (next: State) => {
    const before = clock.now();
    ({ generation } = await uploadJson(store, stateName(layout), [Buffer.from(serializeState(next))], generation));
    state = next;
    renewed = before;
    options.onWritten(next);
  };
  try {
    await write(state);
  } catch (error) {
    if (hasStatus(error, 412)) return undefined;
    throw error;
  }

  // The response to our last write may be lost, and another run may continue from it before it is retried.
  const wasDone = async (next: State): Promise<boolean> => {
    if (next.claim) return false;
    const { state: now } = await readState(store, layout);
    return now.claim?.token !== claim.token && continuesFrom(now, next, state);
  };

  // Renewals and changes go one after the other: each replaces the generation that the one before made.
  let queue: Promise<void> = Promise.resolve();
  const enqueue = (next: () => State): Promise<void> => {
    queue = queue
      .catch(() => undefined)
      .then(async () => {
        if (lost) throw lost;
        const wanted = next();
        try {
          await write(wanted);
        } catch (error) {
          if (!hasStatus(error, 412)) throw error;
          if (await wasDone(wanted)) return;
          lost = new OutcomeError(
            'Another run, for instance a rollback, took over this site, so this step stopped. Every page of the site still loads.',
            { cause: error },
          );
          options.onLost(lost);
          throw lost;
        }
      });
    return queue;
  };
  const beat = () => ({ ...state, ...(state.claim && { claim: { ...state.claim, beat: state.claim.beat + 1 } }) });
  const stopBeats = every(clock, RENEW_EVERY, () => void enqueue(beat).catch(() => undefined));

  const assertOurs = () => {
    if (lost) throw lost;
    if (clock.now() - renewed <= TRUST_FOR) return;
    throw new OutcomeError(
      'The lock on this site could not be renewed in time, so this step stopped. Run this step again.',
    );
  };
  const stopWatch = every(clock, DOUBT_EVERY, () => {
    try {
      assertOurs();
    } catch (error) {
      stopWatch();
      options.onLost(error as Error);
    }
  });
  options.onHeld(assertOurs);
  const stop = () => {
    stopBeats();
    stopWatch();
  };

  return {
    get state() {
      return state;
    },
    update: (change, to) =>
      enqueue(() => {
        const next = change(state);
        return to && next.claim ? { ...next, claim: { ...next.claim, work: to } } : next;
      }),
    get released() {
      return released;
    },
    async release(change = (same) => same) {
      if (released) return;
      stop();
      await enqueue(() => withoutClaim(change(state)));
      released = true;
    },
    abandon() {
      stop();
      released = true;
    },
  };
}

function newClaim({ github, random }: ClaimOptions, work: ClaimWork): Claim {
  return { run: github.runUrl, attempt: github.runAttempt, job: github.job, work, beat: 0, token: random.uuid() };
}
