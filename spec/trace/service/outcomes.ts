/** Checks that the log shows the result of each successful run, and that re-runs finished all other rollouts. */
import { sameShares } from '../../rollout/system.ts';
import type { TraceFacts } from '../calls.ts';
import type { ServiceWrite } from './writes.ts';

export function missingWrites(writes: readonly ServiceWrite[], { succeeded = [] }: TraceFacts): string[] {
  const services = [...new Set(writes.map(({ service }) => service))];
  return succeeded.flatMap(({ by, began, ended }) =>
    services.flatMap((service) => {
      const here = writes.filter((one) => one.service === service);
      const wrong = unfinished(by, here) ?? (/-release-hold$/.test(by) ? heldThrough(here, began, ended) : undefined);
      const problem = wrong ?? (/-hold$/.test(by) && !by.includes('release') ? unheld(by, here) : undefined);
      return problem === undefined ? [] : [`${by} succeeded, and ${problem} on ${service}`];
    }),
  );
}

/** A path of the model ends without a rollout. */
export function unfinishedRollouts(writes: readonly ServiceWrite[], { settled }: TraceFacts): string[] {
  if (!settled) return [];
  return [...new Set(writes.map(({ service }) => service))].flatMap((service) => {
    const here = writes.filter((one) => one.service === service);
    // A write with a lost response may have been executed.
    const possible = here.slice(
      Math.max(
        0,
        here.findLastIndex(({ accepted }) => accepted),
      ),
    );
    const [first] = possible.flatMap(({ record }) => record ?? []);
    return first && possible.every(({ record }) => record)
      ? [`${first.id} still stands on ${service} after the last re-run`]
      : [];
  });
}

/** A rollout that the run started and no run finished, except long canaries. */
function unfinished(by: string, writes: readonly ServiceWrite[]): string | undefined {
  const firstWrite = writes.find(
    (write, i) => write.by === by && write.record?.write === 1 && write.record.id !== writes[i - 1]?.record?.id,
  );
  const record = firstWrite?.record;
  if (!record || record.release?.canary) return undefined;
  const later = writes.slice(writes.indexOf(firstWrite));
  const isEnded =
    record.kind === 'deploy'
      ? later.some(({ rollouts }) => rollouts.includes(record.id))
      : later.some((one) => !one.record && sameShares(one.traffic, { [record.candidate]: 100 }));
  return isEnded ? undefined : `${record.id} did not end`;
}

const unheld = (by: string, writes: readonly ServiceWrite[]): string | undefined =>
  writes.some((write, i) => write.by === by && write.hold !== undefined && write.hold !== writes[i - 1]?.hold)
    ? undefined
    : 'it has set no hold';

/** The hold was set from before the run until after it. */
function heldThrough(writes: readonly ServiceWrite[], began: number, ended: number): string | undefined {
  const before = writes.findLast(({ at = 0 }) => at < began);
  const during = writes.filter(({ at = 0 }) => at >= began && at <= ended);
  const all = [before, ...during];
  return before && all.every((one) => one?.hold !== undefined) ? 'the hold stands' : undefined;
}
