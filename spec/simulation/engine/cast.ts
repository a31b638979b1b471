/** Who takes part in a schedule. */
import type { Owner } from './scheduler.ts';

/** One process of an action. */
export interface Actor extends Owner {
  readonly name: string;
  /** `deploy-run`, or whichever it is a process of. */
  readonly action: string;
  /** Calls that it has sent. */
  calls: number;
  /** How it ended: 0 or 1 by itself, `killed`; undefined while it runs. */
  readonly end: 0 | 1 | 'killed' | undefined;
  /** Everything that it printed. */
  readonly printed: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** For `post`. */
  readonly state: Readonly<Record<string, string>>;
  /** As a machine that stands still: nothing happens in it for so long. Milliseconds. */
  stall(ms: number): void;
  /** As a lost runner. */
  kill(): void;
  /** As the runner cancels a step: SIGINT, SIGTERM 7.5 s later, the end another 2.5 s later. */
  cancel(): void;
}

/** Actors of the schedule that is played, by name. */
const cast = new Map<string, Actor>();

export const enter = (actor: Actor): void => void cast.set(actor.name, actor);
export const actorNamed = (name: string): Actor | undefined => cast.get(name);
export const leaveAll = (): void => cast.clear();
