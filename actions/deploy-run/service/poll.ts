/** Waits for a state of a service, within the time of the step. */
import { poll } from '../../../src/runtime/retry.ts';
import type { RegionalService } from './regional-service.ts';

/** Milliseconds between two looks at most: what is ready is seen within a second. */
const LONGEST = 1000;

/** Polls until `look` gives something. Undefined when the time of the step is over. */
export const pollService = <T>(
  { context }: RegionalService,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> =>
  poll(look, { clock: context.clock, signal: context.signal, until: context.deadline, longest: LONGEST });
