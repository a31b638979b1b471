/**
 * Checks before anything changes whether the canary can be judged: sampling period and delay of the metric, and permission to read
 * it. An explicit `analysis` that cannot work fails the step; the default is switched off with a warning.
 */
import type { LogReader } from '../../../src/google/logging.ts';
import type { MetricReader, MetricTiming } from '../../../src/google/monitoring.ts';
import { formatDuration } from '../../../src/inputs/duration.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { CloudError, InputError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import type { AnalysisCondition, AnalysisOptions } from './conditions.ts';
import { metricTypeOf } from './parse-conditions.ts';
import { WINDOWS_TO_DECIDE } from './statistics/sequential-test.ts';
import { inParentheses, REFUSED_FILTER, REQUEST_COUNT } from './watch.ts';

/** Milliseconds of the shortest step that can be judged. It begins within a sampling period, which does not count. */
export const shortestStep = ({ samplePeriod, ingestDelay }: MetricTiming): number =>
  (WINDOWS_TO_DECIDE + 1) * samplePeriod + ingestDelay;

/** The part of the analysis that is possible. */
export interface PreparedAnalysis {
  readonly options: AnalysisOptions;
  readonly timing: MetricTiming;
}

/**
 * `clock` is Google's. With `held`, `stepInterval` is the shortest time in `steps`. Returns undefined if there is no analysis. With
 * `laterRuns` an outage is thrown, because a later run can judge.
 */
export async function prepareWatch(
  options: AnalysisOptions,
  stepInterval: number,
  {
    metrics,
    logs,
    log,
    clock,
    held,
    laterRuns = false,
  }: {
    metrics: MetricReader;
    logs: Pick<LogReader, 'times'>;
    log: Log;
    clock: Clock;
    held: boolean;
    laterRuns?: boolean;
  },
): Promise<PreparedAnalysis | undefined> {
  if (options.conditions.length === 0) return undefined;
  const now = clock.now();
  let timing: MetricTiming;
  let conditions: readonly AnalysisCondition[];
  try {
    [timing, conditions] = await Promise.all([
      metrics.timing(REQUEST_COUNT),
      Promise.all(
        options.conditions.map(async (condition) => {
          // A filter that cannot be read fails here, and not in the middle of a rollout.
          if (condition.kind === 'log') await logs.times(inParentheses(condition.filter), now - 1000, now);
          if (condition.kind !== 'metric') return condition;
          const read = metrics.read(condition.filter, now - 60_000, now);
          const [deltasOf] = await Promise.all([checkCounter(condition, metrics), read]);
          return { ...condition, ...(deltasOf !== undefined && { deltasOf }) };
        }),
      ),
      metrics.read(`metric.type="${REQUEST_COUNT}" AND resource.labels.service_name="-"`, now - 60_000, now),
    ]);
  } catch (error) {
    if (options.explicit || !(error instanceof CloudError) || (laterRuns && isTransient(error))) throw error;
    log.warning(
      `This canary is judged by its health checks alone: no permission to read Cloud Monitoring, or it cannot be read (${error.message}). Grant the deployer roles/monitoring.viewer, or set analysis: off.`,
    );
    return undefined;
  }
  const shortest = shortestStep(timing);
  if (stepInterval >= shortest)
    return {
      options: await withReadableLogs({ ...options, conditions }, logs, log, now),
      timing,
    };
  const given = held
    ? `the step of ${formatDuration(stepInterval)} in steps`
    : `step-interval ${formatDuration(stepInterval)}`;
  const short = `${given} is too short for the analysis: Cloud Monitoring shows requests up to ${formatDuration(timing.samplePeriod + timing.ingestDelay)} late, and a verdict needs ${WINDOWS_TO_DECIDE} sampling periods.`;
  const longer = `${held ? 'Set the time of each step to' : 'Set step-interval to'} ${formatDuration(shortest)} or longer`;
  if (options.explicit)
    throw new InputError([{ subject: 'Input analysis', message: `${short} ${longer}, or set analysis: off.` }]);
  log.warning(
    `This canary is judged by its health checks alone: ${short} ${longer} to analyze user requests, or set analysis: off.`,
  );
  return undefined;
}

/** The shortest alignment period (https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#Aggregation). */
const SHORTEST_PERIOD = 60_000;

/**
 * Throws `InputError` for a metric that is not a counter, because its values must not be added up. Returns the period in which a
 * cumulative counter is read, in milliseconds; undefined for other counters.
 */
async function checkCounter(
  { name, filter }: { readonly name: string; readonly filter: string },
  metrics: Pick<MetricReader, 'timing'>,
): Promise<number | undefined> {
  const type = metricTypeOf(filter) as string; // `parseAnalysis` refuses a filter without it.
  const { metricKind = 'DELTA', valueType = 'INT64', samplePeriod } = await metrics.timing(type);
  const isNumber = ['INT64', 'DOUBLE'].includes(valueType);
  if (isNumber && metricKind === 'DELTA') return undefined;
  if (isNumber && metricKind === 'CUMULATIVE') return Math.max(samplePeriod, SHORTEST_PERIOD);
  throw new InputError([
    {
      subject: 'Input analysis',
      message: `the metric ${type} of the condition ${name} is of kind ${metricKind} with values of type ${valueType}, and a condition takes a counter (DELTA or CUMULATIVE; INT64 or DOUBLE). Use one, for instance a log-based counter.`,
    },
  ]);
}

/** Requests without an instance are only in the logs. `errors` omits them if the logs cannot be read. */
async function withReadableLogs(
  options: AnalysisOptions,
  logs: Pick<LogReader, 'times'>,
  log: Log,
  now: number,
): Promise<AnalysisOptions> {
  if (!options.conditions.some(({ kind }) => kind === 'refused')) return options;
  try {
    await logs.times(REFUSED_FILTER, now - 1000, now);
    return options;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.notice(
      'The canary is judged without requests that no instance took: Cloud Logging cannot be read. Grant the deployer roles/logging.viewer.',
    );
    return { ...options, conditions: options.conditions.filter(({ kind }) => kind !== 'refused') };
  }
}
