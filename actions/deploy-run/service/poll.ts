/** Polls a service within the time limit of the step. */
import { poll } from '../../../src/runtime/retry.ts';
import type { RegionalService } from './regional-service.ts';

/** Longest pause between two reads, in milliseconds. */
const LONGEST = 1000;

/** Polls until `look` returns a value. Undefined when the step times out. */
export const pollService = <T>(
  { context }: RegionalService,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> =>
  poll(look, { clock: context.clock, signal: context.signal, until: context.deadline, longest: LONGEST });
