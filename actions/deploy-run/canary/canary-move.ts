/** The arguments of functions that move a canary. */
import type { CanaryState } from '../plan/release/canary-record.ts';
import type { FoundCanary } from '../plan/release/long-canary.ts';
import type { Candidate, Release } from '../release/phases.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { UnreadMember } from './candidates.ts';

/** A canary, with its members and clients. */
export interface CanaryMove {
  /** As it was judged. */
  readonly found: FoundCanary;
  /** The lead first. */
  readonly candidates: readonly Candidate[];
  /** Members that cannot be read: the canary does not continue, and is restored in them, too. */
  readonly unread: readonly UnreadMember[];
  readonly lead: RegionalService;
  readonly working: Release;
}

/** Whether the canary is still in the state that was judged. */
export const sameState = (a: CanaryState | undefined, b: CanaryState): boolean =>
  a?.step === b.step && a.since === b.since && a.extended === b.extended && a.jobs?.ended === b.jobs?.ended;
