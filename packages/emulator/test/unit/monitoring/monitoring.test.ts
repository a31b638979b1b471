/** Cloud Monitoring: metrics of the proxy's requests, sampled and delayed. */
import { describe, expect, test } from 'vitest';
import { REQUEST_COUNT, REQUEST_LATENCIES } from '../../../src/monitoring/metrics.ts';
import { caller, manualClock, start } from '../fixture.ts';
import { digest, PARENT, service, startFixture } from '../run/fixture.ts';

const PROJECT = 'orchestra-dev';
const resource = (revision: string) => ({
  type: 'cloud_run_revision',
  labels: { project_id: PROJECT, location: 'us-central1', service_name: 'web', revision_name: revision },
});
const MINUTE = 60;

async function monitored() {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  const emulator = await start({ clock });
  const call = caller(emulator, 'monitoring');
  const list = async (filter: string, query: Record<string, string> = {}) => {
    const parameters = new URLSearchParams({
      filter,
      'interval.startTime': new Date(Date.UTC(2026, 0, 1)).toISOString(),
      'interval.endTime': new Date(clock.now()).toISOString(),
      ...query,
    });
    return await call('GET', `/v3/projects/${PROJECT}/timeSeries?${parameters}`);
  };
  const serve = (revision: string, status: number, count: number, latencyMs = 20) =>
    emulator.monitoring.request({ project: PROJECT, resource: resource(revision), status, count, latencyMs });
  return { clock, emulator, call, list, serve };
}

describe('time series', () => {
  test('show a sampling period once the ingestion delay is over, newest first', async () => {
    const { clock, list, serve } = await monitored();
    serve('web-a', 200, 3);
    clock.advance(MINUTE);
    serve('web-a', 200, 4);
    serve('web-a', 503, 1);
    clock.advance(3 * MINUTE - 0.001);
    expect((await list(`metric.type="${REQUEST_COUNT}"`)).json.timeSeries).toBeUndefined();
    clock.advance(0.001);
    expect((await list(`metric.type="${REQUEST_COUNT}"`)).json.timeSeries).toHaveLength(1);
    clock.advance(MINUTE);
    const { timeSeries } = (await list(`metric.type="${REQUEST_COUNT}"`)).json;
    expect(timeSeries).toMatchObject([
      {
        metric: { type: REQUEST_COUNT, labels: { response_code: '200', response_code_class: '2xx' } },
        resource: resource('web-a'),
        metricKind: 'DELTA',
        valueType: 'INT64',
        points: [
          {
            interval: { startTime: '2026-01-01T00:01:00.000000Z', endTime: '2026-01-01T00:02:00.000000Z' },
            value: { int64Value: '4' },
          },
          { value: { int64Value: '3' } },
        ],
      },
      { metric: { labels: { response_code: '503', response_code_class: '5xx' } } },
    ]);
  });

  test('are chosen by labels, and a filter needs a metric type', async () => {
    const { clock, list, serve } = await monitored();
    serve('web-a', 200, 3);
    serve('web-b', 500, 2);
    clock.advance(10 * MINUTE);
    const revisions = async (filter: string) =>
      ((await list(`metric.type="${REQUEST_COUNT}" AND ${filter}`)).json.timeSeries ?? []).map(
        (series: { resource: { labels: { revision_name: string } } }) => series.resource.labels.revision_name,
      );
    expect(await revisions('resource.labels.revision_name="web-b"')).toEqual(['web-b']);
    expect(await revisions('resource.label.revision_name=one_of("web-a","web-b")')).toEqual(['web-a', 'web-b']);
    expect(await revisions('metric.labels.response_code_class="5xx"')).toEqual(['web-b']);
    expect(await revisions('resource.labels.revision_name=starts_with("web-")')).toEqual(['web-a', 'web-b']);
    expect(await revisions('resource.labels.revision_name=monitoring.regex.full_match("web-[b-z]")')).toEqual([
      'web-b',
    ]);
    expect((await list('resource.type="cloud_run_revision"')).status).toBe(400);
  });

  test('of latencies are distributions', async () => {
    const { clock, list, serve } = await monitored();
    serve('web-a', 200, 90, 100);
    serve('web-a', 200, 10, 1000);
    clock.advance(10 * MINUTE);
    const [{ points }] = (await list(`metric.type="${REQUEST_LATENCIES}"`)).json.timeSeries;
    const { count, mean, bucketOptions, bucketCounts } = points[0].value.distributionValue;
    expect([count, mean]).toEqual(['100', 190]);
    const { growthFactor, scale } = bucketOptions.exponentialBuckets;
    const upper = bucketCounts.flatMap((times: string, i: number) =>
      times === '0' ? [] : [scale * growthFactor ** i],
    );
    expect(upper[0]).toBeGreaterThan(100);
    expect(upper[0] / growthFactor).toBeLessThanOrEqual(100);
    expect(upper[1]).toBeGreaterThan(1000);
  });

  test('are aligned, and added up by label', async () => {
    const { clock, list, serve } = await monitored();
    for (const status of [200, 404, 500]) serve('web-a', status, 6);
    clock.advance(MINUTE);
    serve('web-a', 200, 6);
    clock.advance(5 * MINUTE);
    const query = {
      'aggregation.alignmentPeriod': '360s',
      'aggregation.perSeriesAligner': 'ALIGN_DELTA',
      'aggregation.crossSeriesReducer': 'REDUCE_SUM',
      'aggregation.groupByFields': 'resource.labels.revision_name',
    };
    const { timeSeries } = (await list(`metric.type="${REQUEST_COUNT}"`, query)).json;
    expect(timeSeries).toMatchObject([
      { resource: { labels: { revision_name: 'web-a' } }, points: [{ value: { int64Value: '24' } }] },
    ]);
    const rate = await list(`metric.type="${REQUEST_COUNT}" AND metric.labels.response_code="200"`, {
      'aggregation.alignmentPeriod': '360s',
      'aggregation.perSeriesAligner': 'ALIGN_RATE',
    });
    expect(rate.json.timeSeries[0]).toMatchObject({
      metricKind: 'GAUGE',
      points: [{ value: { doubleValue: 12 / 360 } }],
    });
  });

  test('come in pages of points', async () => {
    const { clock, list, serve } = await monitored();
    for (let i = 0; i < 3; i++) {
      serve('web-a', 200, i + 1);
      clock.advance(MINUTE);
    }
    clock.advance(5 * MINUTE);
    const filter = `metric.type="${REQUEST_COUNT}"`;
    const first = (await list(filter, { pageSize: '2' })).json;
    expect(first.timeSeries[0].points).toHaveLength(2);
    const second = (await list(filter, { pageSize: '2', pageToken: first.nextPageToken })).json;
    expect(second.timeSeries[0].points).toMatchObject([{ value: { int64Value: '1' } }]);
    expect(second.nextPageToken).toBeUndefined();
  });

  test('need a permission', async () => {
    const { emulator, list } = await monitored();
    emulator.core.access.deny('monitoring.timeSeries.list');
    const response = await list(`metric.type="${REQUEST_COUNT}"`);
    expect(response.status).toBe(403);
    expect(response.json.error.details[0].metadata.permission).toBe('monitoring.timeSeries.list');
  });
});

test('a metric says how often and how late it is sampled', async () => {
  const { emulator, call } = await monitored();
  const path = `/v3/projects/${PROJECT}/metricDescriptors/${REQUEST_COUNT}`;
  expect((await call('GET', path)).json).toMatchObject({
    type: REQUEST_COUNT,
    metricKind: 'DELTA',
    metadata: { samplePeriod: '60s', ingestDelay: '180s' },
  });
  emulator.monitoring.samplePeriod = 200;
  expect((await call('GET', path)).json.metadata).toMatchObject({ samplePeriod: '0.2s' });
  expect((await call('GET', `/v3/projects/${PROJECT}/metricDescriptors/nothing`)).status).toBe(404);
});

describe('the proxy', () => {
  test('counts requests that reach an instance, by revision and status, and logs them all', async () => {
    const { settle, openToAll, visit, driver, requests, logs } = await startFixture();
    driver.setBehavior(digest('a'), { http: { '/broken': 500, '*': 200 } });
    const { response } = await settle('POST', `${PARENT}/services?serviceId=web`, service('a'));
    await visit(`${response.uri}/`);
    expect(requests, 'an unauthenticated request reaches no instance').toEqual([]);
    await openToAll('web');
    await visit(`${response.uri}/`);
    await visit(`${response.uri}/broken`);
    expect(requests).toMatchObject([{ status: 200 }, { status: 500 }]);
    expect(requests[0]?.resource.labels).toMatchObject({ service_name: 'web', location: 'europe-west1' });
    expect(requests[0]?.latencyMs).toBeGreaterThanOrEqual(0);
    const logged = logs.filter(({ logName }) => logName.endsWith('run.googleapis.com%2Frequests'));
    expect(logged).toMatchObject([
      { httpRequest: { status: 403 }, severity: 'WARNING', textPayload: expect.stringContaining('not authenticated') },
      { httpRequest: { status: 200, requestUrl: `${response.uri.replace(/^http:/, 'https:').replace(/:\d+$/, '')}/` } },
      { httpRequest: { status: 500 }, severity: 'ERROR' },
    ]);
  });

  test('leaves a request without an instance to the logs', async () => {
    const { settle, openToAll, visit, driver, requests, logs } = await startFixture();
    const { response } = await settle('POST', `${PARENT}/services?serviceId=web`, service('a'));
    await openToAll('web');
    driver.setBehavior(digest('a'), { startup: 'exits' });
    driver.crash(response.latestReadyRevision.split('/').at(-1));
    expect(await visit(`${response.uri}/`)).toMatchObject({ status: 503 });
    expect(requests).toEqual([]);
    expect(logs).toContainEqual(
      expect.objectContaining({ textPayload: 'The request was aborted because there was no available instance.' }),
    );
  });
});
