/** Waits for a state of a service, within the time of the step. */
import { poll } from '../../../src/runtime/retry.ts';
import type { Site } from './regional-service.ts';

/** Polls until `look` gives something. Undefined when the time of the step is over. */
export const pollService = <T>({ context }: Site, look: () => Promise<T | undefined>): Promise<T | undefined> =>
  poll(look, { clock: context.clock, signal: context.signal, until: context.deadline });
