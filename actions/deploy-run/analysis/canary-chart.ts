/** A canary in the job summary: the verdict of each comparison, and the error rate of both revisions over time. Pure. */
import { mermaidLabel, plain, type Summary } from '../../../src/runtime/summary.ts';
import { describeProgress, formatCount, formatRate } from './describe-evaluation.ts';
import type { ComparisonResult } from './judge.ts';
import { type EventCounts, rateOf, sumCounts } from './statistics/counts.ts';
import type { Observation } from './watch.ts';

const MARKS = { worse: '❌ worse', fine: '✅ no regression', undecided: '⚠️ no verdict' } as const;
/** Maximum number of points in a chart; more windows are pooled. */
const MOST_POINTS = 60;
/** Candidate, baseline. */
const COLORS = ['#d1242f', '#1f6feb'];

export function summarizeCanary(summary: Summary, last: Observation): void {
  const { results, watched, percent } = last;
  summary.paragraph(plain(describeProgress(last)));
  const counts = (of: EventCounts) => `${formatRate(rateOf(of))} of ${formatCount(of.requests)}`;
  summary.table(
    ['Analysis', `Candidate at ${percent} %`, 'Baseline', 'Limit', 'Verdict'],
    results.map(({ name, candidate, baseline, threshold, limit, result }) => [
      plain(name),
      plain(counts(candidate)),
      plain(threshold === undefined ? counts(baseline) : `threshold ${formatRate(threshold)}`),
      plain(formatRate(limit)),
      plain(MARKS[result]),
    ]),
  );
  const shown = results.find(({ result }) => result === 'worse') ?? results[0];
  if (!shown || shown.windows.length < 2) return;
  summary.block(canaryChart(shown, watched.service), 'mermaid');
  summary.paragraph(plain(`Red: candidate ${watched.candidate}. Blue: baseline ${watched.baseline.join(', ')}.`));
}

/** https://mermaid.js.org/syntax/xyChart.html; GitHub draws it. Percent of the requests, window by window. */
export function canaryChart({ name, windows }: ComparisonResult, service: string): string {
  const size = Math.ceil(windows.length / MOST_POINTS);
  const groups = Array.from({ length: Math.ceil(windows.length / size) }, (_, i) =>
    windows.slice(i * size, (i + 1) * size),
  );
  const line = (of: 'candidate' | 'baseline') =>
    groups.map((group) => (rateOf(sumCounts(group.map((window) => window[of]))) * 100).toFixed(2));
  const lines = [line('candidate'), line('baseline')];
  const most = Math.max(1, ...lines.flat().map(Number));
  return [
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${COLORS.join(', ')}"}}}}%%`,
    'xychart-beta',
    `  title "${mermaidLabel(`${name} of ${service}, percent of the requests`)}"`,
    `  x-axis "sampling periods" 1 --> ${groups.length}`,
    `  y-axis "percent" 0 --> ${Math.ceil(most)}`,
    ...lines.map((values) => `  line [${values.join(', ')}]`),
  ].join('\n');
}
