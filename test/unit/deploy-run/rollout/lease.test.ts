/** Whether the release of another run is in progress, and the lease that its owner keeps; with a fake clock. */
import { describe, expect, test } from 'vitest';
import { keepLease, watchLease } from '../../../../actions/deploy-run/rollout/lease.ts';
import type { RegionalService } from '../../../../actions/deploy-run/service/regional-service.ts';
import type { Service } from '../../../../src/google/run/resources.ts';

const withRecord = (write: number, more: object = {}): Service => ({
  annotations: {
    'actions.orchestra.dev/rollout': JSON.stringify({
      id: '1',
      baseline: [],
      write,
      release: { format: 2, members: ['a', 'b'] },
      ...more,
    }),
  },
});

/** A lead that shows what `state` gives at a time. `end`: ends the wait that reaches it; `pauses`: milliseconds before each response arrives. */
function leadOf(
  state: (ms: number) => Service | undefined,
  end = Number.POSITIVE_INFINITY,
  pauses: readonly number[] = [],
) {
  let now = 0;
  let reads = 0;
  const writes: number[] = [];
  const lead = {
    name: 'projects/p/locations/r/services/web',
    service: 'web',
    region: 'r',
    api: {
      get: async () => {
        const read = state(now);
        now += pauses[reads++] ?? 0;
        return read;
      },
      update: async () => {
        writes.push(now);
        return {};
      },
    },
    context: {
      signal: new AbortController().signal,
      log: { debug: () => {}, info: () => {} },
      clock: {
        now: () => now,
        sleep: async (ms: number) => {
          now += ms;
          if (now > end) throw new Error('the test ends here');
        },
      },
    },
  } as unknown as RegionalService;
  return { lead, writes, now: () => now };
}

describe('the lease of another', () => {
  test.each<[string, (ms: number) => Service | undefined, 'moving' | number]>([
    ['nobody writes', () => withRecord(3), 3],
    ['its owner writes', (ms) => withRecord(ms < 30_000 ? 3 : 4), 'moving'],
    [
      'it is aborted meanwhile',
      (ms) => (ms < 30_000 ? withRecord(3) : withRecord(3, { release: { aborted: true } })),
      'moving',
    ],
    ['it ends meanwhile', (ms) => (ms < 30_000 ? withRecord(3) : {}), 'moving'],
  ])('%s', async (_, state, expected) => {
    const { lead, now } = leadOf(state);
    expect(await watchLease(lead, '1')).toBe(expected);
    if (expected === 3) expect(now()).toBeGreaterThanOrEqual(60_000);
    else expect(now()).toBeLessThan(40_000);
  });

  test.each([
    ['the first read', [90_000]],
    ['the second read', [0, 90_000]],
    ['both', [150_000, 150_000]],
  ])('a machine that pauses in %s notices that its owner has written', async (_, pauses) => {
    const { lead } = leadOf((ms) => withRecord(Math.floor(ms / 20_000)), undefined, pauses);
    expect(await watchLease(lead, '1')).toBe('moving');
  });
});

describe('the own lease', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  test('is renewed three times in a minute', async () => {
    const { lead, writes } = leadOf(() => withRecord(1), 65_000);
    keepLease(lead, '1');
    await settled();
    expect(writes).toEqual([20_000, 40_000, 60_000]);
  });

  test.each<[string, Service]>([
    ['another run ended the release', withRecord(1, { release: { format: 2, members: [], aborted: true } })],
    ['the service is no longer its', withRecord(1, { id: '2' })],
  ])('is not renewed where %s', async (_, state) => {
    const { lead, writes, now } = leadOf(() => state, 200_000);
    keepLease(lead, '1');
    await settled();
    expect(writes).toEqual([]);
    expect(now()).toBe(20_000);
  });
});
