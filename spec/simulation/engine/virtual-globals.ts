/**
 * Replaces Node's time, timers and random values for everything in this process, libraries and the emulator included.
 * The actions get theirs from their context; this covers all other code. Import it first.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { createRandom, type Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

const RealDate = Date;
const realTimeout = setTimeout;
let current: { readonly scheduler: Scheduler; readonly next: Random } | undefined;

/** From now on, time and random values are those of this schedule. */
export function useVirtualTime(scheduler: Scheduler, seed: number): void {
  current = { scheduler, next: createRandom(seed) };
}

/** The real time, for measurements. Milliseconds. */
export const realTime = (): number => performance.now();

const now = () => current?.scheduler.now() ?? 0;
const next = () => (current?.next ?? (() => 0.5))();

class VirtualDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [now()] : given) as [number]));
  }
  static override now(): number {
    return now();
  }
}

function bytes(size: number): Buffer {
  const buffer = Buffer.alloc(size);
  for (let i = 0; i < size; i++) buffer[i] = next() * 256;
  return buffer;
}

function uuid(): string {
  const hex = bytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A timer of a library: it belongs to no actor, and ends with the schedule. */
function timeout(work: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): object {
  if (!current) return realTimeout(work, ms, ...given);
  const cancel = current.scheduler.after(ms, () => work(...given));
  return { cancel, ref: () => {}, unref: () => {}, hasRef: () => true };
}

Object.assign(globalThis, {
  Date: VirtualDate,
  setTimeout: timeout,
  clearTimeout: (timer: unknown) => (timer as { cancel?(): void } | undefined)?.cancel?.(),
});
AbortSignal.timeout = (ms) => {
  const late = new AbortController();
  timeout(() => late.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms);
  return late.signal;
};
// Node retains each signal of its own `any` with listeners until it aborts, and with it the whole schedule.
AbortSignal.any = (signals) => {
  const any = new AbortController();
  for (const one of signals) {
    if (one.aborted) any.abort(one.reason);
    else one.addEventListener('abort', () => any.abort(one.reason), { once: true });
  }
  return any.signal;
};
Math.random = next;
Object.assign(globalThis.crypto, { randomUUID: uuid });
Object.assign(crypto, {
  randomBytes: (size: number) => bytes(size),
  randomUUID: uuid,
  randomInt: (low: number, high?: number) =>
    high === undefined ? Math.floor(next() * low) : low + Math.floor(next() * (high - low)),
});
Object.assign(timers, {
  setTimeout: (ms: number) => current?.scheduler.sleep(ms),
  // A real turn of the event loop would run within the next event.
  setImmediate: async () => {},
});
syncBuiltinESMExports();
