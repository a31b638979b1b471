/**
 * Warns of conditions whose filter matched nothing in the days before the canary. They count as zero events, which is right if the errors
 * do not occur, but hides a wrong filter. The verdict stays the same.
 */
import type { LogReader } from '../../../src/google/logging.ts';
import type { MetricReader } from '../../../src/google/monitoring.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { AnalysisCondition } from './conditions.ts';
import { inParentheses, ofService } from './watch.ts';

/** Days before the canary. */
const DAYS = 7;

type CustomCondition = Extract<AnalysisCondition, { readonly kind: 'metric' | 'log' }>;

interface Reading {
  readonly metrics: Pick<MetricReader, 'exists'>;
  readonly logs: Pick<LogReader, 'exists'>;
  readonly log: Pick<Log, 'warning' | 'debug'>;
  /** Google's. */
  readonly clock: Pick<Clock, 'now'>;
  readonly project: string;
}

/** `services` are all of the release, in each of their regions. One warning for each condition that matched none of them. */
export async function warnOfSilentConditions(
  conditions: readonly AnalysisCondition[],
  services: readonly { readonly service: string; readonly region: string }[],
  reading: Reading,
): Promise<void> {
  const custom = conditions.filter((one): one is CustomCondition => one.kind === 'metric' || one.kind === 'log');
  const places = services.map(({ service, region }) => `${service} in ${region}`).join(', ');
  const found = await Promise.all(
    custom.map((condition) => Promise.all(services.map((one) => matches(condition, one, reading)))),
  );
  for (const [i, condition] of custom.entries())
    if (!found[i]?.some(Boolean))
      reading.log.warning(
        `Input analysis: the condition ${condition.name} (${condition.filter}) matched nothing of ${places} in the last ${DAYS} days. It counts as zero events, so it does not stop this canary unless it matches during it. If that is not expected, check the filter: ${howToCheck(condition, reading.project)}`,
      );
}

/** An error counts as a match: the analysis itself reports it. */
async function matches(
  { kind, filter }: CustomCondition,
  { service, region }: { readonly service: string; readonly region: string },
  { metrics, logs, log, clock }: Reading,
): Promise<boolean> {
  const to = clock.now();
  const from = to - DAYS * 86_400_000;
  const ofPlace = `${inParentheses(filter)} AND ${ofService(service, region)}`;
  try {
    return kind === 'metric' ? await metrics.exists(ofPlace, from, to) : await logs.exists(ofPlace, from, to);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.debug(error.message);
    return true;
  }
}

const howToCheck = ({ kind, filter }: CustomCondition, project: string): string =>
  kind === 'log'
    ? `gcloud logging read '${filter.replaceAll("'", String.raw`'\''`)}' --freshness=${DAYS}d --limit=1 --project=${project}`
    : `https://console.cloud.google.com/monitoring/metrics-explorer?project=${project}. Its series need the resource type cloud_run_revision.`;
