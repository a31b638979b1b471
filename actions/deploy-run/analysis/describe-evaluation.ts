/** Describes an evaluation of a canary, for the log, errors and the summary. Pure. */
import type { CanaryVerdict, ComparisonResult } from './judge.ts';
import { rateOf } from './statistics/counts.ts';
import { WINDOWS_TO_DECIDE } from './statistics/sequential-test.ts';
import { decisiveObservations, type Observation } from './watch.ts';

/** `5.1 %`, `0.08 %`. */
export function formatRate(rate: number): string {
  const percent = rate * 100;
  return `${percent === 0 ? '0' : percent >= 10 ? percent.toFixed(0) : percent >= 1 ? percent.toFixed(1) : percent.toFixed(2)} %`;
}

export const formatCount = (count: number): string => Math.round(count).toLocaleString('en-US');

/** Share, requests and error rates of both revisions, one line. */
export function describeProgress({ watched, percent, results }: Observation): string {
  const [first] = results;
  const rates = (of: 'candidate' | 'baseline') =>
    results.map((result) => `${result.name} ${formatRate(rateOf(result[of]))}`).join(', ');
  const requests = (of: 'candidate' | 'baseline') =>
    `${formatCount(first?.[of].requests ?? 0)} requests${first && first[of].requests > 0 ? ` (${rates(of)})` : ''}`;
  const past = first?.fromHistory ? ' in the hour before' : '';
  return `${watched.service} in ${watched.region} at ${percent} %: ${watched.candidate} ${requests('candidate')}, baseline ${requests('baseline')}${past}: ${describeState(results)}.`;
}

function describeState(results: readonly ComparisonResult[]): string {
  const names = (result: ComparisonResult['result']) =>
    results.filter((one) => one.result === result).map(({ name }) => name);
  const worse = names('worse');
  if (worse.length > 0) return `worse (${worse.join(', ')})`;
  const undecided = names('undecided');
  return undecided.length > 0 ? `no verdict yet (${undecided.join(', ')})` : 'no regression';
}

/** `5xx 5.1 % of 1,204 requests, baseline 0.10 % of 22,810 (at least 12 times as much, confidence 99 %)`. */
export function describeResult(result: ComparisonResult, falseAlarmRate: number): string {
  const { ratio, threshold } = result;
  const confidence = `confidence ${Number(((1 - falseAlarmRate) * 100).toFixed(2))} %`;
  if (threshold !== undefined) return `${bothRates(result)} (${confidence})`;
  const bound = ratio > 0 ? `at least ${ratio >= 10 ? Math.floor(ratio) : ratio.toFixed(1)} times as much, ` : '';
  return `${bothRates(result)} (${bound}${confidence})`;
}

const rateIn = (counts: ComparisonResult['candidate']): string =>
  `${formatRate(rateOf(counts))} of ${formatCount(counts.requests)} requests`;

const bothRates = ({ name, candidate, baseline, threshold, fromHistory }: ComparisonResult): string =>
  `${name} ${rateIn(candidate)}, ${threshold === undefined ? `baseline ${rateIn(baseline)}` : `threshold ${formatRate(threshold)}`}${fromHistory ? ' in the hour before' : ''}`;

/** Why a canary is restored, or continues with a warning, and what to do. */
export function describeVerdict(
  verdict: CanaryVerdict,
  observations: readonly Observation[],
  falseAlarmRate: number,
): string {
  const where = decisiveObservations({ observations, verdict })
    .map(({ watched: { service, region }, percent }) => `${service} in ${region} at ${percent} %`)
    .join(', ');
  switch (verdict.kind) {
    case 'worse':
      return `The canary ${where} is worse than its baseline: ${verdict.results
        .map((result) => describeResult(result, falseAlarmRate))
        .join('; ')}. Read the candidate's logs, fix the cause and deploy again.`;
    case 'inconclusive': {
      if (verdict.unseen) {
        const missing = verdict.results.filter((result) => result.missing);
        if (missing.length > 0) {
          const served = Math.max(...missing.map(({ baseline }) => baseline.requests));
          return `The canary ${where} has no verdict: Cloud Monitoring shows no request to the candidate in this step, and ${formatCount(served)} to its baseline. Its data may be late, or no request reaches the candidate. Deploy again once requests are visible, or set on-inconclusive: proceed.`;
        }
        const before = Math.max(...verdict.results.map((result) => result.before));
        return `The canary ${where} has no verdict: Cloud Monitoring shows no request in this step, and ${formatCount(before)} in the hour before. Its data may be late, or no request reaches the service. Deploy again once requests are visible, or set on-inconclusive: proceed.`;
      }
      const requests = Math.min(...verdict.results.map(({ candidate }) => candidate.requests));
      const required = Math.max(...verdict.results.map((result) => result.required));
      const needs = Number.isFinite(required)
        ? ` A verdict needs about ${formatCount(required)} requests in at least ${WINDOWS_TO_DECIDE} minutes.`
        : '';
      const errors = verdict.results.some((result) => result.serverErrors)
        ? `, ${formatCount(verdict.serverErrors)} server errors`
        : '';
      const cold = Math.max(...verdict.results.map((result) => result.cold));
      const starting = cold > 0 ? ` ${cold} minutes in which it started instances do not count.` : '';
      const many = verdict.results.filter(({ uncounted }) => uncounted > 0).map(({ name }) => name);
      if (many.length > 0)
        return `The canary ${where} has no verdict (${many.join(', ')}): more log entries matched than are read, so some minutes are not counted. Narrow the filter.`;
      const close = verdict.results.filter(
        ({ candidate, required, upper, limit }) => candidate.requests >= required && upper >= limit,
      );
      if (close.length > 0)
        return `The canary ${where} has no verdict: ${close.map(bothRates).join('; ')}. The difference is too small for a regression, and too large to rule one out. Read the candidate's logs, and deploy again with a longer step-interval or a larger first step.`;
      return `The canary ${where} had too little traffic for a verdict (${verdict.results
        .map(({ name }) => name)
        .join(
          ', ',
        )}): ${formatCount(requests)} requests${errors}.${needs}${starting} Use a larger first step or a longer step-interval, or set on-inconclusive.`;
    }
    case 'no-traffic':
      return `The canary${where && ` ${where}`} had no traffic, so it was judged by its health checks alone.`;
    case 'fine':
      return 'The canary is no worse than its baseline.';
  }
}
