/**
 * Cloud Monitoring v3: `projects.timeSeries.list` and `projects.metricDescriptors.get`, for series that the Cloud Run proxy
 * writes. A value is visible after its sampling period and the ingestion delay.
 * https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.timeSeries/list
 */
import type { Core } from '../core/core.ts';
import { timestamp } from '../core/ids.ts';
import { ApiError, invalid } from '../http/errors.ts';
import { type ApiRequest, type Reply, type Route, route } from '../http/routes.ts';
import { aggregate, readAggregation, type SeriesPoints } from './aggregation.ts';
import { parseMonitoringFilter } from './filter.ts';
import { distributionJson } from './metrics.ts';
import { createMetricStore, kindOf, type MetricStore } from './store.ts';

export interface Monitoring extends MetricStore {
  readonly routes: readonly Route[];
}

/** The largest page, which is also the default. */
const MOST_POINTS = 100_000;

const LIST_QUERY = [
  ...['filter', 'interval.startTime', 'interval.endTime', 'view', 'pageSize', 'pageToken'],
  ...['perSeriesAligner', 'crossSeriesReducer', 'groupByFields', 'alignmentPeriod'].map(
    (name) => `aggregation.${name}`,
  ),
];

export function createMonitoring(core: Core): Monitoring {
  const store = createMetricStore(core.clock);
  const list = (request: ApiRequest): Reply => {
    const { query } = request;
    const project = projectId(core, request.params.project ?? '');
    core.access.check(request.principal, 'monitoring.timeSeries.list', `projects/${request.params.project}`);
    const end = time(query, 'interval.endTime');
    if (end === undefined) throw invalid('Field interval.endTime had an invalid value: it is required.');
    const start = time(query, 'interval.startTime') ?? end;
    if (start > end) throw invalid('Field interval.startTime had an invalid value: it is later than the end time.');
    const matches = parseMonitoringFilter(query.get('filter') ?? '');
    const view = query.get('view') ?? 'FULL';
    if (!['FULL', 'HEADERS', '0', '1'].includes(view)) throw invalid(`Invalid view: ${view}.`);
    const visible = core.clock.now() - store.ingestionDelay;
    const found: SeriesPoints[] = [];
    for (const series of store.series.values()) {
      if (series.project !== project || !matches({ metric: series.metric, resource: series.resource })) continue;
      const points = [...series.points]
        .filter(([at]) => at > start && at <= end && at <= visible)
        .sort(([a], [b]) => b - a)
        .map(([at, value]) => ({ start: at - store.samplePeriod, end: at, value }));
      if (points.length > 0) found.push({ metric: series.metric, resource: series.resource, points });
    }
    const types = new Set(found.map(({ metric }) => metric.type));
    if (types.size > 1) throw invalid('Field filter had an invalid value: it must specify a single metric type.');
    const all = aggregate(found, readAggregation(query), end);
    return { body: pageOf(all, query, ['HEADERS', '1'].includes(view), (series) => toJson(series, query)) };
  };
  return Object.assign(store, {
    routes: [
      route('GET', '/v3/projects/{project}/timeSeries', list, { query: LIST_QUERY }),
      route('GET', '/v3/projects/{project}/metricDescriptors/{type=**}', (request) => {
        const { project = '', type = '' } = request.params;
        core.access.check(request.principal, 'monitoring.metricDescriptors.get', `projects/${project}`);
        if (!/^(run|logging)\.googleapis\.com\//.test(type))
          throw new ApiError(404, `Could not find descriptor for metric '${type}'.`);
        const { labels, ...kind } = kindOf(type);
        return {
          body: {
            name: `projects/${project}/metricDescriptors/${type}`,
            type,
            ...kind,
            labels: labels.map((key) => ({ key })),
            launchStage: 'GA',
            metadata: {
              launchStage: 'GA',
              samplePeriod: seconds(store.samplePeriod),
              ingestDelay: seconds(store.ingestionDelay),
            },
            monitoredResourceTypes: ['cloud_run_revision'],
          },
        };
      }),
    ],
  });
}

/** Page sizes count points, or series if only headers are requested. The token is the number of earlier ones. */
function pageOf(
  all: readonly SeriesPoints[],
  query: URLSearchParams,
  headers: boolean,
  json: (series: SeriesPoints) => object,
): object {
  const size = Math.min(Number(query.get('pageSize') ?? 0) || MOST_POINTS, MOST_POINTS);
  const from = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(from) || from < 0) throw invalid('The page token is invalid.');
  const items: { series: SeriesPoints; point?: SeriesPoints['points'][number] }[] = headers
    ? all.map((series) => ({ series }))
    : all.flatMap((series) => series.points.map((point) => ({ series, point })));
  const timeSeries = new Map<SeriesPoints, SeriesPoints['points'][number][]>();
  for (const { series, point } of items.slice(from, from + size))
    timeSeries.set(series, [...(timeSeries.get(series) ?? []), ...(point ? [point] : [])]);
  return {
    ...(timeSeries.size > 0 && { timeSeries: [...timeSeries].map(([series, points]) => json({ ...series, points })) }),
    ...(from + size < items.length && { nextPageToken: String(from + size) }),
    unit: kindOf(all[0]?.metric.type ?? '').unit,
  };
}

function toJson({ metric, resource, points }: SeriesPoints, query: URLSearchParams): object {
  const rate = query.get('aggregation.perSeriesAligner') === 'ALIGN_RATE';
  const { valueType, metricKind } = kindOf(metric.type);
  return {
    metric,
    resource,
    metricKind: rate ? 'GAUGE' : metricKind,
    valueType: rate ? 'DOUBLE' : valueType,
    points: points.map(({ start, end, value }) => ({
      interval: { startTime: timestamp(start), endTime: timestamp(end) },
      value:
        typeof value !== 'number'
          ? { distributionValue: distributionJson(value) }
          : rate || valueType === 'DOUBLE'
            ? { doubleValue: value }
            : { int64Value: String(value) },
    })),
  };
}

/** Projects are named by id or by number. */
const projectId = (core: Core, name: string): string =>
  [...core.projects].find(([, number]) => number === name)?.[0] ?? name;

function time(query: URLSearchParams, field: string): number | undefined {
  const text = query.get(field);
  if (text === null || text === '') return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw invalid(`Field ${field} had an invalid value of "${text}": it is no timestamp.`);
  return at;
}

const seconds = (ms: number): string => `${ms / 1000}s`;
