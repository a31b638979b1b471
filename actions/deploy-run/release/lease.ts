/**
 * The lease of a release: its owner writes to the lead at least every `BEAT`, so that others can detect a lost run.
 * Clocks of machines differ, so an observer measures the time without a write by its own clock.
 */
import { CloudError } from '../../../src/runtime/errors.ts';
import { poll } from '../../../src/runtime/retry.ts';
import { rolloutOf, withRecords } from '../plan/records.ts';
import { decisionOf } from '../plan/release/decision.ts';
import { writeService } from '../service/fenced-write.ts';
import type { RegionalService } from '../service/regional-service.ts';

/** Milliseconds. */
const BEAT = 20_000;
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
  poll(beat, { clock, signal, until: Number.POSITIVE_INFINITY, first: BEAT, longest: BEAT }).catch(() => {});
  return { stop: () => ended.abort(new Error('the release ended')) };
}

/**
 * Watches the lead of another run's undecided release: `moving` as soon as another run writes or decides it, `expired` without a
 * write for `LEASE`.
 */
export async function watchLease(lead: RegionalService, id: string): Promise<'moving' | 'expired'> {
  const { clock, signal } = lead.context;
  const began = clock.now();
  let first: number | undefined;
  const look = async (): Promise<'moving' | 'expired' | undefined> => {
    const now = await lead.api.get(lead.name);
    const write = decisionOf(now, id) === 'undecided' ? rolloutOf(now)?.write : undefined;
    first ??= write;
    if (write === undefined || write !== first) return 'moving';
    return clock.now() - began >= LEASE ? 'expired' : undefined;
  };
  const until = began + 2 * LEASE;
  return (await poll(look, { clock, signal, until, first: 1000, longest: 3000 })) ?? 'expired';
}
