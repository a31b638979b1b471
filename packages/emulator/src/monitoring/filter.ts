/**
 * Monitoring filters (https://cloud.google.com/monitoring/api/v3/filters): comparisons of `metric.type`, `metric.labels.KEY`,
 * `resource.type` and `resource.labels.KEY`, with AND, OR, NOT, and the functions `one_of`, `starts_with`, `ends_with`,
 * `has_substring` and `monitoring.regex.full_match`. The grammar is that of Logging's query language otherwise.
 */
import { invalid } from '../http/errors.ts';
import { type Predicate, parseFilter } from '../logging/filter.ts';

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const regexText = (quoted: string): string => quoted.slice(1, -1).replace(/[.*+?^$()|[\]{}]/g, '\\\\$&');

/** Throws INVALID_ARGUMENT for a filter that names no metric type, or cannot be read. */
export function parseMonitoringFilter(text: string): Predicate {
  if (!/\bmetric\.type\b/.test(text))
    throw invalid('Field filter had an invalid value: a filter for time series must specify a metric type.');
  const rewritten = text
    .replace(/\b(metric|resource)\.label\./g, '$1.labels.')
    .replace(
      new RegExp(`=\\s*one_of\\(\\s*(${TEXT}(?:\\s*,\\s*${TEXT})*)\\s*\\)`, 'g'),
      (_, list: string) => `=(${list.replace(/"\s*,\s*"/g, '" OR "')})`,
    )
    .replace(
      new RegExp(`=\\s*starts_with\\(\\s*(${TEXT})\\s*\\)`, 'g'),
      (_, value: string) => `=~"^${regexText(value)}"`,
    )
    .replace(new RegExp(`=\\s*ends_with\\(\\s*(${TEXT})\\s*\\)`, 'g'), (_, value: string) => `=~"${regexText(value)}$"`)
    .replace(new RegExp(`=\\s*has_substring\\(\\s*(${TEXT})\\s*\\)`, 'g'), ':$1')
    .replace(
      new RegExp(`=\\s*monitoring\\.regex\\.full_match\\(\\s*(${TEXT})\\s*\\)`, 'g'),
      (_, value: string) => `=~"^(?:${value.slice(1, -1)})$"`,
    );
  return parseFilter(rewritten);
}
