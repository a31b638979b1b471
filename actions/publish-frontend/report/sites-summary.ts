/** The summary of the sites: a section for one, a row each for several. */
import type { Context } from '../../../src/runtime/context.ts';
import { type Cell, code, link, md, plain } from '../../../src/runtime/summary.ts';
import type { SiteResult, SiteStatus, StepResult } from './site-result.ts';
import { showChanges, siteVerdict, summarizeSite } from './summary.ts';

const SIGNS: Readonly<Record<SiteStatus, string>> = {
  live: '✅',
  unchanged: '✅',
  kept: '⚠️',
  released: '✅',
  planned: 'ℹ️',
  failed: '❌',
  'not-started': '⏸️',
  staged: '⏸️',
  dropped: 'ℹ️',
};

export function summarizeSites(context: Context, { results, failure }: StepResult, several: boolean): void {
  const [only] = results;
  if (!several && only) {
    summarizeSite(context, only.outcome, only.inputs, only.timings);
    return;
  }
  const { summary, log } = context;
  summary.heading(md`Frontends`);
  for (const result of results) log.info(`${result.inputs.name}: ${sentenceFor(result)}`);
  const done = results.filter(({ status }) => status !== 'failed' && status !== 'not-started').length;
  const dryRun = results.some(({ inputs }) => inputs.dryRun);
  const verdict = dryRun
    ? `Dry run of ${results.length} sites. Nothing was changed.`
    : `${done} of ${results.length} sites are done.`;
  summary.paragraph(md`${plain(failure !== undefined ? '❌' : dryRun ? 'ℹ️' : '✅')} ${plain(verdict)}`);
  summary.table(
    ['', 'Site', 'Was', 'Release', 'New or changed', 'Unchanged', 'Pages removed', 'Invalidated paths', 'Result'],
    results.map(rowOf),
  );
  for (const { inputs, outcome } of results) showChanges(context, outcome, inputs);
}

function rowOf(result: SiteResult): Cell[] {
  const { inputs, status, outcome } = result;
  const place = `gs://${inputs.layout.bucket}/${inputs.layout.prefix}`;
  const name = outcome.link ? link(inputs.name, outcome.link) : plain(inputs.name);
  return [
    plain(SIGNS[status]),
    md`${name} ${code(place)}`,
    code(outcome.previous ?? ''),
    code(outcome.release ?? ''),
    outcome.sent.length + outcome.patched.length,
    outcome.unchanged,
    outcome.removed.length,
    outcome.invalidated.length,
    plain(sentenceFor(result)),
  ];
}

function sentenceFor({ inputs, status, outcome }: SiteResult): string {
  const serves = outcome.previous === undefined ? 'nothing' : `release ${outcome.previous}`;
  if (status === 'failed') return 'Failed. Run this step again to finish.';
  if (status === 'not-started' && !outcome.note) return `Not switched: it still serves (${serves}).`;
  const [, verdict] = siteVerdict(outcome, inputs.dryRun);
  return outcome.holdEnded === undefined
    ? verdict
    : `${verdict} ${inputs.dryRun ? 'Hold to release' : 'Released hold'}: at release ${outcome.holdEnded}.`;
}
