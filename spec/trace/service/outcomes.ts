/** Checks that the log shows the result of each successful run, and that re-runs finished all other rollouts. */
import { sameShares } from '../../rollout/system.ts';
import type { Success, TraceFacts } from '../calls.ts';
import type { ServiceWrite } from './writes.ts';

export function missingWrites(writes: readonly ServiceWrite[], { succeeded = [] }: TraceFacts): string[] {
  const services = [...new Set(writes.map(({ service }) => service))];
  return succeeded.flatMap((run) => {
    const { by } = run;
    const releasesHold = /-release-hold$/.test(by);
    const setsHold = !releasesHold && /-hold$/.test(by);
    const hasSet = writes.some((one) => one.by === by && one.hold !== undefined);
    return services.flatMap((service) => {
      const here = writes.filter((one) => one.service === service);
      const problem =
        unfinished(by, here) ??
        (releasesHold && isHeldThrough(here, run) ? 'the hold stands' : undefined) ??
        // The hold of another run is not replaced. Then this run sets one on at least one other service.
        (setsHold && !(hasSet && isHeldOnce(here, run)) ? 'it has set no hold' : undefined);
      return problem === undefined ? [] : [`${by} succeeded, and ${problem} on ${service}`];
    });
  });
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

/** The state before the run, if the log has it, and the states until the run ended. */
function statesDuring(writes: readonly ServiceWrite[], { began, ended }: Success) {
  const before = writes.findLast(({ at = 0 }) => at < began);
  return { before, during: writes.filter(({ at = 0 }) => at >= began && at <= ended) };
}

/** The hold was set from before the run until after it. */
function isHeldThrough(writes: readonly ServiceWrite[], run: Success): boolean {
  const { before, during } = statesDuring(writes, run);
  return before?.hold !== undefined && during.every(({ hold }) => hold !== undefined);
}

/** A hold was set at some time of the run. */
function isHeldOnce(writes: readonly ServiceWrite[], run: Success): boolean {
  const { before, during } = statesDuring(writes, run);
  return [before, ...during].some((one) => one?.hold !== undefined);
}
