/** The job summary of one region: traffic before and after, changes, health checks, durations. */
import { type RunLinks, runLinks, writeLinks } from '../../../src/github/run-links.ts';
import { formatDuration } from '../../../src/inputs/duration.ts';
import {
  type Cell,
  code,
  link,
  type Markdown,
  md,
  mermaidLabel,
  plain,
  type Summary,
} from '../../../src/runtime/summary.ts';
import { summarizeCanary } from '../analysis/canary-chart.ts';
import type { TrafficShare } from '../plan/records.ts';
import type { Ending } from '../service/outcome.ts';
import { consoleUrl, logsUrl } from '../service/regional-service.ts';
import type { ServiceReport } from './report.ts';

/** Maximum number of rows of an open table; longer ones are collapsed. */
const OPEN_ROWS = 8;

export function summarizeService(summary: Summary, report: ServiceReport, title: string, run?: RunLinks): void {
  const { target, before, after = [] } = report;
  summary.heading(md`${plain(title)}: ${plain(target.service)} in ${plain(target.region)}`);
  if (report.ending) summary.paragraph(describeEnding(target.service, report.ending, title));
  if (report.ending?.kind === 'failed') explainFailure(summary, report.ending);
  writeLinks(summary, linksOf(report, run));
  for (const note of report.notes) summary.paragraph(md`> ${plain(note)}`);
  if (report.canary) summarizeCanary(summary, report.canary);
  if (report.logs) {
    summary.paragraph(
      md`The last log lines of ${code(report.logs.revision)} (${link('all of them', report.logs.url)}):`,
    );
    summary.block(report.logs.text);
  }
  if (before.length > 0 || after.length > 0) {
    if (trafficKey(before) !== trafficKey(after)) summary.block(trafficDiagram(report), 'mermaid');
    summary.table(['Revision', 'Before', 'After'], trafficRows(report));
  }
  summarizeChanges(summary, report.changes);
  if (report.probes.length > 0 || report.phases.length > 0)
    summary.collapsed('Health checks and times', () => summarizeTimes(summary, report));
}

/** The settings that change, of a service or job. */
export function summarizeChanges(summary: Summary, changes: ServiceReport['changes']): void {
  if (changes.length === 0) return;
  const write = () =>
    summary.table(
      ['Setting', 'Before', 'After'],
      changes.map(({ field, before, after }) => [code(field), brief(before), brief(after)]),
    );
  if (changes.length > OPEN_ROWS) summary.collapsed(`${changes.length} settings change`, write);
  else write();
}

function summarizeTimes(summary: Summary, report: ServiceReport): void {
  if (report.probes.length > 0)
    summary.table(
      ['Health check', 'Consecutive successes', 'Probe requests', 'Time', 'Last response'],
      report.probes.map(({ url, passes, attempts, took, lastResponse }) => [
        plain(url),
        passes,
        attempts,
        plain(formatDuration(took)),
        plain(lastResponse),
      ]),
    );
  if (report.phases.length > 0)
    summary.table(
      ['Phase', 'Time'],
      report.phases.map(({ name, ms }) => [plain(name), plain(formatDuration(ms))]),
    );
}

function explainFailure(summary: Summary, { reason, next }: Ending & { kind: 'failed' }): void {
  if (reason) summary.paragraph(md`**Why:** ${plain(reason)}`);
  if (next) summary.paragraph(md`**What to do:** ${plain(next)}`);
}

/** Links to the revision, its logs, the commit, the run and the service. */
function linksOf({ target, revision, commit, after }: ServiceReport, run: RunLinks | undefined): Markdown[] {
  return [
    ...(revision
      ? [link(`revision ${revision}`, consoleUrl(target)), link('its logs', logsUrl(target, revision))]
      : []),
    ...runLinks(run, commit),
    ...(!revision && after ? [link('the service in the console', consoleUrl(target))] : []),
  ];
}

/** The verdict, as Markdown. */
function describeEnding(service: string, ending: Ending, title: string): Markdown {
  switch (ending.kind) {
    case 'deployed': {
      const first = md` It is the first revision that passed its health checks, so there is nothing to roll back to yet.`;
      return md`✅ ${plain(service)} is on revision ${code(ending.revision)} (100 %).${ending.first ? first : md``}`;
    }
    case 'commit-recorded':
      return md`✅ ${plain(service)} stays on revision ${code(ending.revision)}: only the commit differs. The commit is recorded.`;
    case 'canary':
      return md`🕑 ${plain(service)} is in a canary of ${code(ending.revision)}. ${plain(ending.state)}`;
    case 'previewed':
      return md`${code(ending.revision)} is at ${link(ending.url, ending.url)} and gets no traffic.`;
    case 'dry-run':
      if (ending.unchanged !== undefined)
        return md`Dry run: nothing was changed. ${plain(service)} would stay on revision ${code(ending.unchanged)}: only the commit differs.`;
      return ending.previewTag === undefined
        ? md`Dry run: nothing was changed. This is the plan.`
        : md`Dry run: nothing was changed. A revision would get the tag ${code(ending.previewTag)} and no traffic.`;
    case 'done':
      return plain(ending.did);
    case 'failed':
      return md`❌ ${plain(title)} failed. ${plain(ending.state)}`;
  }
}

/** A value as code; digests are shortened. */
const brief = (value: string): Markdown => code(value.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…'));

function trafficRows({ before, after = [], tags }: ServiceReport): Cell[][] {
  const names = new Set([...before, ...after].map(({ revision }) => revision));
  const tagged = new Map(tags.map(({ revision, tag }) => [revision, tag]));
  for (const revision of tagged.keys()) names.add(revision);
  const share = (shares: readonly TrafficShare[], name: string) => {
    const found = shares.find(({ revision }) => revision === name);
    return found ? md`${found.percent} %` : md`–`;
  };
  return [...names].map((name) => {
    const tag = tagged.get(name);
    return [md`${code(name)}${tag ? md` (tag ${code(tag)})` : md``}`, share(before, name), share(after, name)];
  });
}

const trafficKey = (shares: readonly TrafficShare[]): string =>
  shares
    .map(({ revision, percent }) => `${revision}=${percent}`)
    .sort()
    .join();

/** Traffic before and after (https://mermaid.js.org/syntax/flowchart.html). */
function trafficDiagram({ before, after = [], target: { service } }: ServiceReport): string {
  const side = (title: string, id: string, shares: readonly TrafficShare[]) => [
    `  subgraph ${title}`,
    `    ${id}(["${mermaidLabel(service)}"])`,
    ...(shares.length === 0
      ? [`    ${id} --> ${id}0["nothing"]`]
      : shares.map(
          ({ revision, percent }, i) => `    ${id} -- "${percent} %" --> ${id}${i}["${mermaidLabel(revision)}"]`,
        )),
    '  end',
  ];
  return ['flowchart LR', ...side('Before', 'b', before), ...side('After', 'a', after)].join('\n');
}
