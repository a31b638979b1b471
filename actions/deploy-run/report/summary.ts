/** The job summary of one region: traffic before and after, what changed, the probes, the times. */
import { formatDuration } from '../../../src/inputs/duration.ts';
import { code, link, mermaidLabel, plain, type Summary } from '../../../src/runtime/summary.ts';
import type { TrafficShare } from '../plan/records.ts';
import type { RolloutReport } from '../service/rollout-report.ts';

export function summarize(summary: Summary, report: RolloutReport, title: string): void {
  summary.heading(`${title}: ${plain(report.service)} in ${plain(report.region)}`);
  if (report.outcome) summary.paragraph(report.outcome);
  for (const note of report.notes) summary.paragraph(`> ${plain(note)}`);
  if (report.logs) {
    summary.paragraph(`The last log lines of ${code(report.logs.revision)} (${link('all of them', report.logs.url)}):`);
    summary.block(report.logs.text);
  }
  if (report.before.length > 0 || report.after.length > 0) {
    summary.block(trafficDiagram(report), 'mermaid');
    summary.table(['Revision', 'Before', 'After'], trafficRows(report));
  }
  if (report.changes.length > 0)
    summary.table(
      ['Setting', 'Before', 'After'],
      report.changes.map(({ field, before, after }) => [code(field), brief(before), brief(after)]),
    );
  if (report.probes.length > 0)
    summary.table(
      ['Health check', 'Consecutive successes', 'Probe requests', 'Time', 'Last answer'],
      report.probes.map(({ url, passes, attempts, took, lastAnswer }) => [
        plain(url),
        passes,
        attempts,
        formatDuration(took),
        plain(lastAnswer),
      ]),
    );
  if (report.phases.length > 0)
    summary.table(
      ['Phase', 'Time'],
      report.phases.map(({ name, ms }) => [name, formatDuration(ms)]),
    );
  if (report.consoleUrl) summary.paragraph(link('The service in the console', report.consoleUrl));
}

/** A value as code; of a digest its start is enough. */
const brief = (value: string): string => value && code(value.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}/g, '$1…'));

function trafficRows({ before, after, tags }: RolloutReport): string[][] {
  const names = new Set([...before, ...after].map(({ revision }) => revision));
  const tagged = new Map(tags.map(({ revision, tag }) => [revision, tag]));
  for (const revision of tagged.keys()) names.add(revision);
  const share = (shares: readonly TrafficShare[], name: string) => {
    const found = shares.find(({ revision }) => revision === name);
    return found ? `${found.percent} %` : '–';
  };
  return [...names].map((name) => {
    const tag = tagged.get(name);
    return [`${code(name)}${tag ? ` (tag ${code(tag)})` : ''}`, share(before, name), share(after, name)];
  });
}

/** Before on the left, after on the right (https://mermaid.js.org/syntax/flowchart.html). */
export function trafficDiagram({ before, after, service }: RolloutReport): string {
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
