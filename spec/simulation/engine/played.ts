/** The request and the result of a run, for every action. */
import type { Call } from '../../trace/calls.ts';
import type { Actor } from './cast.ts';
import type { FaultKind } from './network.ts';

/** A schedule in which something does not hold. */
export class Violation extends Error {
  readonly property: string;
  constructor(property: string, message: string) {
    super(`${property}: ${message}`);
    this.property = property;
  }
}

/** When an actor acts, and on what machine. */
export interface Entrance {
  readonly name: string;
  /** Milliseconds after the start. */
  readonly at: number;
  /** Milliseconds by which its clock is ahead. */
  readonly skew: number;
  /** Its `post` never runs, as where the whole runner was lost. */
  readonly runnerLost: boolean;
}

export interface Fault {
  readonly actor: string;
  /** Number of the actor's call, from 1. */
  readonly call: number;
  readonly kind: FaultKind;
}

/** An API that answers nothing but 503 for a while; milliseconds after the start. */
export interface Outage {
  readonly api: string;
  readonly from: number;
  readonly until: number;
}

/** What every schedule has, whichever action it is for. */
export interface AnySchedule {
  readonly seed: number;
  readonly actors: readonly Entrance[];
  readonly faults: readonly Fault[];
  readonly outage?: Outage;
  /** All calls take the same time. */
  readonly calm?: boolean;
}

export interface Played {
  readonly violation: Violation | undefined;
  /** Everything that happened, a line each. */
  readonly trace: readonly string[];
  /** Faults that hit a call: `KIND: CALL`. */
  readonly hit: readonly string[];
  /** The calls that were made while faults were possible, by name, and the first of each that met none. */
  readonly calls: ReadonlyMap<string, Pick<Fault, 'actor' | 'call'> | undefined>;
  readonly callsOf: Readonly<Record<string, number>>;
  /** The requested change, and whether the server made it. */
  readonly writes: readonly Call[];
  /** What of it no path of the model writes. */
  readonly stray: readonly string[];
  /** How each actor ended. */
  readonly ends: Readonly<Record<string, Actor['end']>>;
  readonly printed: Readonly<Record<string, string>>;
}
