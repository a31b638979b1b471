/** Conditions of the user: those that match nothing get a warning, and cumulative counters are read as deltas. */
import { describe, expect, test } from 'vitest';
import type { AnalysisCondition, AnalysisOptions } from '../../../../actions/deploy-run/analysis/conditions.ts';
import { prepareWatch } from '../../../../actions/deploy-run/analysis/prepare-watch.ts';
import { warnOfSilentConditions } from '../../../../actions/deploy-run/analysis/silent-conditions.ts';
import type { HttpClient } from '../../../../src/google/http/client.ts';
import { createLogReader } from '../../../../src/google/logging.ts';
import { createMetricReader } from '../../../../src/google/monitoring.ts';
import { CloudError } from '../../../../src/runtime/errors.ts';

const NOW = Date.UTC(2026, 0, 8);
const clock = { now: () => NOW, sleep: async () => {}, timer: () => () => {}, jitter: () => 0 };
const model = { kind: 'baseline', ratio: 1.5, absolute: 0.0005 } as const;
const LOG: AnalysisCondition = { kind: 'log', name: 'carts', filter: "jsonPayload.cart='x'", model };
const METRIC: AnalysisCondition = { kind: 'metric', name: 'orders', filter: 'metric.type="custom/orders"', model };

interface Requested {
  readonly url: string;
  readonly filter: string;
}

/** Readers on a server that responds by `respond`. */
function readers(respond: (requested: Requested) => object) {
  const requested: Requested[] = [];
  const call = async ({ url, json }: { url: string; json?: { filter: string } }) => {
    const one = { url, filter: json?.filter ?? new URL(url).searchParams.get('filter') ?? '' };
    requested.push(one);
    return respond(one);
  };
  const http = {
    json: call,
    text: async (request: { url: string }) => ({ status: 200, text: JSON.stringify(await call(request)) }),
  } as unknown as HttpClient;
  const endpoints = { monitoring: 'http://m', logging: 'http://l' };
  return {
    requested,
    metrics: createMetricReader({ http, endpoints, project: 'acme' }),
    logs: createLogReader({ http, endpoints, clock, project: 'acme' }),
  };
}

const PLACES = [
  { service: 'web', region: 'us-central1' },
  { service: 'api', region: 'us-central1' },
];

async function warningsOf(respond: (requested: Requested) => object, conditions = [LOG, METRIC]) {
  const warnings: string[] = [];
  const log = { warning: (text: string) => warnings.push(text), debug: () => {} };
  const { requested, ...reading } = readers(respond);
  await warnOfSilentConditions(conditions, PLACES, { ...reading, log, clock, project: 'acme' });
  return { requested, warnings };
}

describe('a condition that matched nothing for a week', () => {
  test('gets one warning, with its filter, the window, and how to check it', async () => {
    const { requested, warnings } = await warningsOf(() => ({}));
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain(
      "the condition carts (jsonPayload.cart='x') matched nothing of web in us-central1, api in us-central1 in the last 7 days.",
    );
    expect(warnings[0]).toContain(
      String.raw`gcloud logging read 'jsonPayload.cart='\''x'\''' --freshness=7d --limit=1 --project=acme`,
    );
    expect(warnings[1]).toMatch(/the condition orders .*https:\/\/console\S+metrics-explorer\?project=acme/);
    expect(requested.every(({ filter }) => filter.includes('resource.labels.service_name='))).toBe(true);
    // An OR of the user must not reach past the service.
    for (const { filter } of requested) expect(filter).toMatch(/^\([^)]+\) AND resource\.type=/);
    const metric = new URL(requested.find(({ url }) => url.includes('timeSeries'))?.url ?? '').searchParams;
    expect(Object.fromEntries(metric)).toMatchObject({
      view: 'HEADERS',
      pageSize: '1',
      'interval.startTime': '2026-01-01T00:00:00.000Z',
      'interval.endTime': '2026-01-08T00:00:00.000Z',
    });
  });

  test.each<[string, (requested: Requested) => object]>([
    [
      'it matched one of the services',
      ({ filter }) => (filter.includes('"api"') ? { entries: [{}], timeSeries: [{}] } : {}),
    ],
    ['the server had no time to search all', () => ({ nextPageToken: 'more' })],
    [
      'it cannot be read',
      () => {
        throw new CloudError({ message: 'denied', status: 403, resource: 'logs' });
      },
    ],
  ])('gets none where %s', async (_, respond) => {
    expect((await warningsOf(respond)).warnings).toEqual([]);
  });

  test('that is ours cannot be used by the user', async () => {
    expect(await warningsOf(() => ({}), [{ kind: 'errors' }, { kind: 'refused' }])).toEqual({
      requested: [],
      warnings: [],
    });
  });
});

describe('a metric of a condition', () => {
  const prepare = async (descriptor: object, stepInterval = 3_600_000) => {
    const { requested, ...reading } = readers(({ url }) => (url.includes('custom/orders') ? descriptor : {}));
    const options: AnalysisOptions = {
      conditions: [METRIC],
      explicit: true,
      onInconclusive: 'extend',
      falseAlarmRate: 0.01,
    };
    return await prepareWatch(options, stepInterval, { ...reading, log: {} as never, clock, held: true });
  };

  test('that is cumulative is read as what was counted in each period', async () => {
    const metadata = { samplePeriod: '120s' };
    const prepared = await prepare({ metricKind: 'CUMULATIVE', valueType: 'INT64', metadata });
    expect(prepared?.options.conditions).toEqual([{ ...METRIC, deltasOf: 120_000 }]);
    const { requested, metrics } = readers(() => ({}));
    await metrics.read('x', NOW - 60_000, NOW, { deltasOf: 120_000 });
    expect(Object.fromEntries(new URL(requested[0]?.url ?? '').searchParams)).toMatchObject({
      'aggregation.perSeriesAligner': 'ALIGN_DELTA',
      'aggregation.alignmentPeriod': '120s',
    });
  });

  test('that is a delta is read unchanged, and one of another kind is refused', async () => {
    expect((await prepare({ metricKind: 'DELTA', valueType: 'INT64' }))?.options.conditions).toEqual([METRIC]);
    await expect(prepare({ metricKind: 'GAUGE', valueType: 'INT64' })).rejects.toThrow(/takes a counter \(DELTA or C/);
    await expect(prepare({ metricKind: 'CUMULATIVE', valueType: 'DISTRIBUTION' })).rejects.toThrow(
      /of kind CUMULATIVE/,
    );
  });

  test('in steps that are too short is refused, with the time that each of them needs', async () => {
    await expect(prepare({}, 300_000)).rejects.toThrow(
      /the step of 5m00s in steps is too short .* Set the time of each step to 7m00s or longer, or set analysis: off\./,
    );
  });
});
