/** A freeze blocks automatic deploys in its windows: those of the input `freeze`, and those in a service's annotation. */

import { ANNOTATION_PREFIX, type Annotated } from '../records/annotations.ts';
import type { Clock } from '../runtime/clock.ts';
import { OutcomeError } from '../runtime/errors.ts';
import type { InputReader } from '../runtime/inputs.ts';
import type { Log } from '../runtime/log.ts';
import { activeFreeze } from './occurrences.ts';
import { describeFreeze, type FreezeWindow, parseFreezeWindow } from './windows.ts';

/** Annotation of a service or worker pool that users write: the same lines as the input. */
export const FREEZE_ANNOTATION = `${ANNOTATION_PREFIX}freeze`;

export const readFreeze = (reader: InputReader): readonly FreezeWindow[] =>
  reader.parseList('freeze', parseFreezeWindow);

/** The windows in a resource's annotation, as text. */
export const freezeLines = (resource: Annotated | undefined): string[] =>
  (resource?.annotations?.[FREEZE_ANNOTATION] ?? '').split('\n').filter((line) => line.trim() !== '');

/** The freeze that is active now, by Google's `clock`. An unreadable annotation is always active, because it was meant to block. */
export function freezeOn(
  resource: Annotated | undefined,
  windows: readonly FreezeWindow[],
  clock: Pick<Clock, 'now'>,
): string | undefined {
  const active = (all: readonly FreezeWindow[]) => (all.length > 0 ? activeFreeze(all, clock.now()) : undefined);
  const own = active(windows);
  if (own) return describeFreeze(own);
  try {
    const found = active(freezeLines(resource).map(parseFreezeWindow));
    return found && describeFreeze(found);
  } catch (error) {
    return `Deploys are frozen: the annotation ${FREEZE_ANNOTATION} of the service is not valid, and blocks until it is corrected or removed. ${(error as Error).message}`;
  }
}

/**
 * A hold or a freeze blocks this step. It blocks new releases and increases of traffic, but no restore. A step that restores
 * builds its message with `describe` from the consequence, in whole sentences.
 */
export class BlockedError extends OutcomeError {
  readonly describe: (consequence: string) => string;
  constructor(describe: (consequence: string) => string, consequence: string) {
    super(describe(consequence));
    this.describe = describe;
  }
}

/** Throws `BlockedError` in a freeze, unless forced. `consequence` says what did not happen. */
export function checkFreeze(
  freeze: string | undefined,
  { force, consequence, log }: { readonly force: boolean; readonly consequence: string; readonly log: Log },
): void {
  if (freeze === undefined) return;
  if (force) {
    log.notice(`Forced: the freeze was overridden. ${freeze}`);
    return;
  }
  throw new BlockedError(
    (happened) =>
      `${freeze} ${happened} Run this again once the freeze has ended, or once despite it with force: true. A rollback is not blocked.`,
    consequence,
  );
}
