/** The actors of a schedule. */
import type { Owner } from './scheduler.ts';

/** One process of an action. */
export interface Actor extends Owner {
  readonly name: string;
  /** The action whose process it is. */
  readonly action: string;
  /** Number of its calls. */
  calls: number;
  /** Its exit code, or `killed`; undefined while it runs. */
  readonly end: 0 | 1 | 'killed' | undefined;
  /** Its output. */
  readonly printed: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** For `post`. */
  readonly state: Readonly<Record<string, string>>;
  /** Pauses the process, as a suspended machine does. Milliseconds. */
  stall(ms: number): void;
  /** Ends it as the loss of its runner does. */
  kill(): void;
  /** Cancels it as the runner does: SIGINT, SIGTERM 7.5 s later, killed another 2.5 s later. */
  cancel(): void;
}

/** The actors of the current schedule, by name. */
const actors = new Map<string, Actor>();

export const addActor = (actor: Actor): void => void actors.set(actor.name, actor);
export const actorNamed = (name: string): Actor | undefined => actors.get(name);
export const clearActors = (): void => actors.clear();
