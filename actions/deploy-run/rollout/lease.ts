/**
 * The lease of a release: its owner writes to the lead at least every `BEAT`, so that others can detect a lost run.
 * Clocks of machines differ, so an observer measures the time without a write by its own clock.
 */
import { CloudError } from '../../../src/runtime/errors.ts';
import { poll } from '../../../src/runtime/retry.ts';
import { type RolloutRecord, rolloutOf, withRecords } from '../plan/records.ts';
import { decisionOf } from '../plan/release/decision.ts';
import { writeService } from '../service/fenced-write.ts';
import type { RegionalService } from '../service/regional-service.ts';

/** Milliseconds between two renewals. */
const BEAT = 20_000;
/** Milliseconds without a write after which a lease has expired. */
const LEASE = 60_000;

/** Writes to the lead periodically until it is stopped. A failed write is followed by the next one. */
export function keepLease(lead: RegionalService, id: string): { readonly stop: () => void } {
  const ended = new AbortController();
  const { clock, log } = lead.context;
  const signal = AbortSignal.any([lead.context.signal, ended.signal]);
  let begun = false;
  const beat = async (): Promise<true | undefined> => {
    if (!begun) {
      begun = true;
      return undefined;
    }
    try {
      let ours = true;
      await writeService(
        { ...lead, context: { ...lead.context, signal } },
        {
          landed: () => true,
          plan: (now) => {
            const record = rolloutOf(now);
            ours = record?.id === id && !record.release?.aborted;
            if (!record || !ours || ended.signal.aborted) return undefined;
            return {
              ...now,
              annotations: withRecords(now.annotations, { rollout: { ...record, write: record.write + 1 } }),
            };
          },
        },
      );
      return ours ? undefined : true;
    } catch (error) {
      if (error instanceof CloudError) log.debug(`The lease was not renewed: ${error.message}`);
      return undefined;
    }
  };
  poll(beat, { clock, signal, first: BEAT, longest: BEAT }).catch(() => {});
  return { stop: () => ended.abort(new Error('the release ended')) };
}

/**
 * Watches the lead of another run's undecided release: `moving` as soon as another run writes or decides it; the number of its last
 * write if two reads that are `LEASE` apart find that write. The time counts from the response to the first read until the second is
 * sent: a machine may pause between a request and its response, which then is of long ago. The owner can still wake up, so whoever
 * ends the release makes its first write only onto that number (`checkExpired`).
 */
export async function watchLease(lead: RegionalService, id: string): Promise<'moving' | number> {
  const { clock, signal } = lead.context;
  let first: { readonly write: number; readonly at: number } | undefined;
  const look = async (): Promise<'moving' | number | undefined> => {
    const sent = clock.now();
    const now = await lead.api.get(lead.name);
    const write = decisionOf(now, id) === 'undecided' ? rolloutOf(now)?.write : undefined;
    if (write === undefined) return 'moving';
    first ??= { write, at: clock.now() };
    if (write !== first.write) return 'moving';
    return sent - first.at >= LEASE ? write : undefined;
  };
  return await poll(look, { clock, signal, first: 1000, longest: 3000 });
}

/** The owner of a rollout whose lease had expired has written again. */
export class RolloutContinuesError extends Error {}

/** Throws `RolloutContinuesError` if the record has another write than the last one of the expired lease. */
export function checkExpired({ id, write }: RolloutRecord, expired: number | undefined): void {
  if (expired !== undefined && write !== expired) throw new RolloutContinuesError(`the rollout ${id} continues`);
}
