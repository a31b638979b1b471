/**
 * The alignments and reductions that charts and deployment clients use: raw points, `ALIGN_DELTA` and `ALIGN_RATE`, then
 * `REDUCE_NONE` or `REDUCE_SUM` by labels.
 * https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#Aggregation
 */
import { invalid } from '../http/errors.ts';
import { type Distribution, merge } from './metrics.ts';
import type { Labeled } from './store.ts';

export type PointValue = number | Distribution;

export interface SeriesPoints {
  readonly metric: Labeled;
  readonly resource: Labeled;
  /** Start and end in milliseconds. */
  readonly points: readonly { readonly start: number; readonly end: number; readonly value: PointValue }[];
}

export interface AggregationRequest {
  readonly aligner: string;
  /** Milliseconds. */
  readonly period: number;
  readonly reducer: string;
  readonly groupBy: readonly string[];
}

export function readAggregation(query: URLSearchParams): AggregationRequest {
  const aligner = query.get('aggregation.perSeriesAligner') ?? 'ALIGN_NONE';
  const reducer = query.get('aggregation.crossSeriesReducer') ?? 'REDUCE_NONE';
  if (!['ALIGN_NONE', 'ALIGN_DELTA', 'ALIGN_RATE'].includes(aligner)) throw invalid(`Unsupported aligner: ${aligner}.`);
  if (!['REDUCE_NONE', 'REDUCE_SUM'].includes(reducer)) throw invalid(`Unsupported reducer: ${reducer}.`);
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(query.get('aggregation.alignmentPeriod') ?? '')?.[1];
  if (aligner !== 'ALIGN_NONE' && seconds === undefined)
    throw invalid('Field aggregation.alignmentPeriod had an invalid value: it is required with an aligner.');
  if (aligner === 'ALIGN_NONE' && reducer !== 'REDUCE_NONE')
    throw invalid('Field aggregation.perSeriesAligner had an invalid value: reduction needs aligned series.');
  return {
    aligner,
    period: Number(seconds ?? 0) * 1000,
    reducer,
    groupBy: query.getAll('aggregation.groupByFields'),
  };
}

/** Alignment periods are counted back from the end of the requested interval. */
export function aggregate(all: readonly SeriesPoints[], request: AggregationRequest, until: number): SeriesPoints[] {
  const aligned = all.map((series) => ({ ...series, points: align(series.points, request, until) }));
  if (request.reducer === 'REDUCE_NONE') return aligned;
  const groups = new Map<string, SeriesPoints[]>();
  for (const series of aligned) {
    const key = JSON.stringify(request.groupBy.map((field) => [field, labelAt(series, field)]));
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()].map((members) => {
    const [first] = members as [SeriesPoints];
    const kept = (part: 'metric' | 'resource') =>
      Object.fromEntries(
        Object.entries(first[part].labels).filter(([name]) => request.groupBy.includes(`${part}.labels.${name}`)),
      );
    const ends = [...new Set(members.flatMap(({ points }) => points.map(({ end }) => end)))].sort((a, b) => b - a);
    return {
      metric: { type: first.metric.type, labels: kept('metric') },
      resource: { type: first.resource.type, labels: { ...kept('resource') } },
      points: ends.map((end) => ({
        start: end - request.period,
        end,
        value: add(
          members.flatMap(({ points }) => points.filter((point) => point.end === end)).map(({ value }) => value),
        ),
      })),
    };
  });
}

function align(
  points: SeriesPoints['points'],
  { aligner, period }: AggregationRequest,
  until: number,
): SeriesPoints['points'] {
  if (aligner === 'ALIGN_NONE') return points;
  const periods = new Map<number, PointValue[]>();
  for (const { end, value } of points) {
    const aligned = until - Math.floor((until - end) / period) * period;
    periods.set(aligned, [...(periods.get(aligned) ?? []), value]);
  }
  return [...periods]
    .sort(([a], [b]) => b - a)
    .map(([end, values]) => {
      const value = add(values);
      if (aligner === 'ALIGN_DELTA') return { start: end - period, end, value };
      if (typeof value !== 'number') throw invalid('ALIGN_RATE is for numeric values.');
      return { start: end, end, value: value / (period / 1000) };
    });
}

function add(values: readonly PointValue[]): PointValue {
  const distributions = values.filter((value) => typeof value !== 'number');
  return distributions.length > 0 ? merge(distributions) : (values as number[]).reduce((sum, value) => sum + value, 0);
}

function labelAt({ metric, resource }: SeriesPoints, field: string): string | undefined {
  const [part, , name = ''] = field.split('.');
  return (part === 'metric' ? metric : resource).labels[name];
}
