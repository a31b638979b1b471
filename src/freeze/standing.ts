/** Current holds and the next freeze, at the end of each summary, whether the step succeeded or failed. */
import type { Annotated } from '../records/annotations.ts';
import { describeServiceHold, holdOf, type ReadService, servicePlace } from '../records/holds.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Context } from '../runtime/context.ts';
import { md, plain, type Summary } from '../runtime/summary.ts';
import { freezeLines } from './freeze.ts';
import { describeFreezeTimes, nextFreeze } from './next-freeze.ts';
import { type FreezeWindow, parseFreezeWindow } from './windows.ts';

/** The last read or write of a service, worker pool or site. */
export interface Standing {
  /** `service web in us-central1 of acme-prod`. */
  readonly place: string;
  /** User, time and reason of the hold, in whole sentences; undefined without one. */
  readonly hold: string | undefined;
  /** The resource whose annotation can have a freeze. */
  readonly resource?: Annotated | undefined;
}

type Now = Pick<Clock, 'now'>;

/** Replaces the lines of the summary about the same resource. `clock` is Google's. */
export function noteStanding(summary: Summary, { place, hold, resource }: Standing, clock: Now): void {
  summary.closing(
    `hold ${place}`,
    hold === undefined ? undefined : md`🔒 The ${plain(place)} is on hold. ${plain(hold)}`,
  );
  const freeze = freezeOfAnnotation(resource, clock);
  summary.closing(
    `freeze ${place}`,
    freeze === undefined ? undefined : md`📅 On the ${plain(place)}: ${plain(freeze)}`,
  );
}

export function noteService(summary: Summary, { name, resource }: ReadService, clock: Now): void {
  const hold = holdOf(resource);
  noteStanding(summary, { place: servicePlace(name), hold: hold && describeServiceHold(hold), resource }, clock);
}

/** Notes services once they are read, and the freeze of the input. */
export const noteServices =
  ({ summary, clock }: Pick<Context, 'summary' | 'clock'>, freeze: readonly FreezeWindow[]) =>
  (services: readonly ReadService[]): void => {
    noteFreeze(summary, freeze, clock);
    for (const service of services) noteService(summary, service, clock);
  };

/** The freeze of the input. */
export function noteFreeze(summary: Summary, windows: readonly FreezeWindow[], clock: Now): void {
  const next = nextOf(windows, clock);
  summary.closing('freeze', next && md`📅 ${plain(describeFreezeTimes(next))}`);
}

const nextOf = (windows: readonly FreezeWindow[], clock: Now) =>
  windows.length > 0 ? nextFreeze(windows, clock.now()) : undefined;

function freezeOfAnnotation(resource: Annotated | undefined, clock: Now): string | undefined {
  try {
    const next = nextOf(freezeLines(resource).map(parseFreezeWindow), clock);
    return next && describeFreezeTimes(next);
  } catch (error) {
    return `Deploys are frozen until the annotation is corrected. ${(error as Error).message}`;
  }
}
