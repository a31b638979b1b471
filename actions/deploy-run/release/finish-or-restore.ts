/**
 * Finishes every member of a release: forward if the lead shows that it was committed, back otherwise. Before going back, a run
 * writes the decision on the lead, and the lead is restored last.
 */
import { ahead, poll } from '../../../src/runtime/retry.ts';
import { rolloutOf, type TrafficShare, withRecords } from '../plan/records.ts';
import { decisionOf } from '../plan/release/decision.ts';
import { serving } from '../plan/traffic.ts';
import { finishMember } from '../rollout/finish-member.ts';
import { checkExpired } from '../rollout/lease.ts';
import { type RestoreOptions, type RestoreOutcome, restore } from '../rollout/restore.ts';
import { writeService } from '../service/fenced-write.ts';
import type { RegionalService } from '../service/regional-service.ts';

/** The result of one member. */
export type MemberOutcome = { readonly regional: RegionalService } & (
  | RestoreOutcome
  | { readonly kind: 'finished'; readonly shares: readonly TrafficShare[] }
  /** `left`: the decision is unknown, so it was not changed. */
  | { readonly kind: 'left' | 'failed'; readonly error: Error }
);

export interface Conclusion {
  readonly decision: 'committed' | 'aborted' | 'unknown';
  readonly members: readonly MemberOutcome[];
}

/** Milliseconds after which the next layer is restored even if the one before has not finished. */
const PATIENCE = 3000;

/**
 * `layers` are the members in the order in which they got traffic; the first of `members` is the lead. `mayBeCommitted` is
 * false if the commit was never sent: then members are restored even if the lead does not respond. If the lead has a later write than
 * `expired`, nothing is changed and the error is a `RolloutContinuesError`.
 */
export async function conclude(
  id: string,
  members: readonly RegionalService[],
  options: RestoreOptions & {
    readonly layers?: readonly (readonly RegionalService[])[];
    readonly mayBeCommitted: boolean;
  },
): Promise<Conclusion> {
  const [lead, ...others] = members;
  if (!lead) return { decision: 'aborted', members: [] };
  if (others.length === 0) return { decision: 'aborted', members: [await goBack(lead, id, options)] };
  const deciding = ahead(decide(lead, id, options.expired));
  if (!options.mayBeCommitted) await inTime(deciding, lead);
  else {
    try {
      if ((await deciding) === 'committed')
        return {
          decision: 'committed',
          members: await Promise.all(members.map((regional) => goForward(regional, id))),
        };
    } catch (error) {
      const left = { kind: 'left', error: error as Error } as const;
      return { decision: 'unknown', members: members.map((regional) => ({ regional, ...left })) };
    }
  }
  const layers = (options.layers ?? [others]).map((layer) => layer.filter((one) => one !== lead)).toReversed();
  const restored: Promise<MemberOutcome[]>[] = [];
  for (const layer of layers) {
    const restoring = Promise.all(layer.map((regional) => goBack(regional, id)));
    restored.push(restoring);
    await inTime(restoring, lead);
  }
  restored.unshift(Promise.all([goBack(lead, id)]));
  return { decision: 'aborted', members: (await Promise.all(restored)).flat() };
}

/** Waits for the work, but not for a region that does not respond. */
async function inTime(work: Promise<unknown>, { context: { clock, signal } }: RegionalService): Promise<void> {
  let done = false;
  const end = () => {
    done = true;
  };
  work.then(end, end);
  const look = async () => (done ? true : undefined);
  await poll(look, { clock, signal, until: clock.now() + PATIENCE, first: 5, longest: 200 }).catch(() => {});
}

/** Reads the decision of a release. If it is undecided, aborts it. */
async function decide(lead: RegionalService, id: string, expired?: number): Promise<'committed' | 'aborted'> {
  let decision: 'committed' | 'aborted' = 'aborted';
  await writeService(lead, {
    landed: (now) => decisionOf(now, id) === 'aborted',
    plan: (now) => {
      const found = decisionOf(now, id);
      const record = rolloutOf(now);
      decision = found === 'committed' ? 'committed' : 'aborted';
      if (found !== 'undecided' || !record?.release) return undefined;
      checkExpired(record, expired);
      const release = { ...record.release, aborted: true as const };
      return {
        ...now,
        annotations: withRecords(now.annotations, { rollout: { ...record, write: record.write + 1, release } }),
      };
    },
  });
  return decision;
}

async function goForward(regional: RegionalService, id: string): Promise<MemberOutcome> {
  try {
    return { regional, kind: 'finished', shares: serving(await finishMember(regional, id)) };
  } catch (error) {
    return { regional, kind: 'failed', error: error as Error };
  }
}

async function goBack(regional: RegionalService, id: string, options?: RestoreOptions): Promise<MemberOutcome> {
  try {
    return { regional, ...(await restore(regional, id, options)) };
  } catch (error) {
    return { regional, kind: 'failed', error: error as Error };
  }
}
