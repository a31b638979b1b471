/** When log entries were written: the newest are read, and it is known which time they cover. */
import { expect, test } from 'vitest';
import type { HttpClient } from '../../../src/google/http/client.ts';
import { createLogReader } from '../../../src/google/logging.ts';
import { systemClock } from '../../../src/runtime/clock.ts';

/** A server with one entry every ten milliseconds until `end`. */
function readerOf(end: number) {
  const pages: number[] = [];
  const json = async ({ json: { filter, orderBy, pageSize, pageToken } }: { json: Record<string, string> }) => {
    expect(orderBy).toBe('timestamp desc');
    const from = Date.parse(/timestamp>="([^"]+)"/.exec(filter ?? '')?.[1] ?? '');
    const first = Number(pageToken ?? end);
    const times = Array.from({ length: Number(pageSize) }, (_, i) => first - 10 * i).filter((at) => at >= from);
    pages.push(times.length);
    return {
      entries: times.map((at) => ({
        timestamp: new Date(at).toISOString(),
        resource: { labels: { revision_name: 'new' } },
      })),
      ...(times.length === Number(pageSize) && { nextPageToken: String(first - 10 * Number(pageSize)) }),
    };
  };
  const http = { json } as unknown as HttpClient;
  const reader = createLogReader({ http, endpoints: { logging: 'http://l' }, clock: systemClock, project: 'p' });
  return { reader, pages };
}

test('few entries cover the whole time', async () => {
  const { reader } = readerOf(20_000);
  const { moments, since } = await reader.times('x', 10_000, 20_001);
  expect([moments.length, since, moments[0]]).toEqual([1001, 10_000, { revision: 'new', at: 20_000 }]);
});

test('of too many the newest are read, and cover the end of it', async () => {
  const { reader, pages } = readerOf(1_000_000);
  const { moments, since } = await reader.times('x', 0, 1_000_001);
  expect([moments.length, since, pages.length]).toEqual([10_000, 1_000_000 - 99_990 + 1, 10]);
});
