import { describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../../../src/runtime/clock.ts';
import { CloudError, TimedOutError } from '../../../../src/runtime/errors.ts';
import { poll, retry } from '../../../../src/runtime/retry.ts';

function virtualClock(): Clock & { readonly pauses: number[] } {
  let time = 0;
  const pauses: number[] = [];
  return {
    ...systemClock,
    pauses,
    now: () => time,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      pauses.push(ms);
      time += ms;
    },
  };
}

const failing = (status: number, retryAfterMs?: number) =>
  new CloudError({ message: `status ${status}`, status, resource: 'thing', retryAfterMs });

/** Fails with each error in turn, then succeeds. */
const work = (...errors: Error[]) => {
  const calls = { count: 0 };
  return {
    calls,
    run: async () => {
      const error = errors[calls.count++];
      if (error) throw error;
      return 'done';
    },
  };
};

const { signal } = new AbortController();

describe('retry', () => {
  test.each([0, 408, 429, 500, 502, 503, 504])('repeats on %d', async (status) => {
    const { run, calls } = work(failing(status), failing(status));
    expect(await retry(run, { clock: virtualClock(), signal })).toBe('done');
    expect(calls.count).toBe(3);
  });

  test.each([400, 401, 403, 404, 409, 412, 501])('does not repeat on %d', async (status) => {
    const { run, calls } = work(failing(status));
    await expect(retry(run, { clock: virtualClock(), signal })).rejects.toThrow(`status ${status}`);
    expect(calls.count).toBe(1);
  });

  test('does not repeat an error of ours', async () => {
    const { run } = work(new TypeError('a bug'));
    await expect(retry(run, { clock: virtualClock(), signal })).rejects.toThrow('a bug');
  });

  test('pauses longer each time, and at least as long as the server asks', async () => {
    const clock = virtualClock();
    const { run } = work(failing(503), failing(503), failing(429, 60_000));
    await retry(run, { clock, signal });
    const [first = 0, second = 0, third = 0] = clock.pauses;
    expect(first).toBeGreaterThanOrEqual(125);
    expect(first).toBeLessThanOrEqual(250);
    expect(second).toBeGreaterThanOrEqual(250);
    expect(second).toBeLessThanOrEqual(500);
    expect(third).toBe(60_000);
  });

  test('gives up after the attempts, or when the next one would begin too late', async () => {
    const often = work(...Array.from({ length: 9 }, () => failing(503)));
    await expect(retry(often.run, { clock: virtualClock(), signal, attempts: 4 })).rejects.toThrow('status 503');
    expect(often.calls.count).toBe(4);
    const late = work(failing(503, 5000));
    await expect(retry(late.run, { clock: virtualClock(), signal, until: 4999 })).rejects.toThrow('status 503');
    expect(late.calls.count).toBe(1);
  });

  test('an abort in a pause ends it, and says what it was waiting for', async () => {
    const cancel = new AbortController();
    const clock = { ...virtualClock(), sleep: async () => Promise.reject(cancel.signal.reason) };
    const { run } = work(failing(503));
    const options = {
      clock,
      signal: cancel.signal,
      resource: 'bucket b',
      onRetry: () => cancel.abort(new TimedOutError(1000)),
    };
    await expect(retry(run, options)).rejects.toThrow(/bucket b: status 503/);
  });
});

describe('poll', () => {
  test('polls until there is a value', async () => {
    let looks = 0;
    const found = await poll(async () => (++looks === 4 ? 'it' : undefined), {
      clock: virtualClock(),
      signal,
      until: 10_000,
    });
    expect(found).toBe('it');
  });

  test('ends at the time limit', async () => {
    const clock = virtualClock();
    expect(
      await poll(async () => undefined, { clock, signal, until: 10_000, first: 1000, longest: 2000 }),
    ).toBeUndefined();
    expect(clock.now()).toBeLessThanOrEqual(10_000);
    expect(clock.pauses.slice(0, 4)).toEqual([1000, 1500, 2000, 2000]);
  });

  test('without a time limit only the signal ends it', async () => {
    let looks = 0;
    const clock = virtualClock();
    const found: string = await poll(async () => (++looks === 1000 ? 'it' : undefined), { clock, signal });
    expect(found).toBe('it');
  });
});
