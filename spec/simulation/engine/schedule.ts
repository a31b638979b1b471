/** A schedule and the result of playing it, for every action. */
import type { Call } from '../../trace/calls.ts';
import type { Actor } from './actors.ts';
import type { FaultKind } from './network.ts';

/** A property that a schedule violates. */
export class Violation extends Error {
  readonly property: string;
  constructor(property: string, message: string) {
    super(`${property}: ${message}`);
    this.property = property;
  }
}

/** When an actor starts, and on which machine. */
export interface ScheduledActor {
  readonly name: string;
  /** Milliseconds after the start. */
  readonly at: number;
  /** Milliseconds by which its clock is ahead. */
  readonly skew: number;
  /** Its `post` never runs, since its whole runner is lost. */
  readonly runnerLost: boolean;
}

/** An actor that starts `at` milliseconds after the start. `letter` is the first of its name. */
export const actorAt = <const A extends { readonly kind: string }>(
  at: number,
  letter: string,
  action: A,
  machine: Partial<Pick<ScheduledActor, 'skew' | 'runnerLost'>> = {},
): ScheduledActor & { readonly action: A } => ({
  name: `${letter}-${action.kind}`,
  action,
  at,
  skew: 0,
  runnerLost: false,
  ...machine,
});

export interface Fault {
  readonly actor: string;
  /** Number of the actor's call, from 1. */
  readonly call: number;
  readonly kind: FaultKind;
}

/** A period in which an API responds only with 503, in one region or in all; milliseconds after the start. */
export interface Outage {
  readonly api: string;
  readonly region?: string;
  readonly from: number;
  readonly until: number;
}

/** The fields that the schedules of all actions share. */
export interface AnySchedule {
  readonly seed: number;
  readonly actors: readonly ScheduledActor[];
  readonly faults: readonly Fault[];
  readonly outage?: Outage;
  /** All calls take the same time. */
  readonly fixedLatency?: boolean;
}

export interface PlayResult {
  readonly violation: Violation | undefined;
  /** All events, one per line. */
  readonly trace: readonly string[];
  /** Faults that hit a call: `KIND: CALL`. */
  readonly hit: readonly string[];
  /** The calls made while faults were on, by name, each with the first call that had no fault. */
  readonly calls: ReadonlyMap<string, Pick<Fault, 'actor' | 'call'> | undefined>;
  readonly callsOf: Readonly<Record<string, number>>;
  /** All writes, with the responses. */
  readonly writes: readonly Call[];
  /** The findings of the trace check. */
  readonly findings: readonly string[];
  /** How each actor ended. */
  readonly ends: Readonly<Record<string, Actor['end']>>;
  readonly printed: Readonly<Record<string, string>>;
}
