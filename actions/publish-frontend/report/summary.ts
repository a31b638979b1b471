/** Reports the outcome: a line in the log, a section in the job summary. */

import { runLinks, writeLinks } from '../../../src/github/run-links.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { type Cell, code, link, listed, type Markdown, md, plain } from '../../../src/runtime/summary.ts';
import type { SiteInputs } from '../inputs.ts';
import type { PublishOutcome } from './outcome.ts';

/** Paths shown of each kind. */
const SHOWN = 20;

/** `timings`: name and duration of each part of the run. */
export function summarizeSite(
  { summary, log, github }: Context,
  outcome: PublishOutcome,
  inputs: SiteInputs,
  timings: readonly (readonly [name: string, duration: string])[],
): void {
  const [sign, verdict] = siteVerdict(outcome, inputs.dryRun);
  log.info(verdict);
  summary.heading(md`Frontend: ${code(`gs://${inputs.layout.bucket}/${inputs.layout.prefix}`)}`);
  summary.paragraph(md`${plain(sign)} ${plain(verdict)}`);
  writeLinks(summary, runLinks(github, inputs.commit));
  if (outcome.holdEnded !== undefined) {
    const ended = `${inputs.dryRun ? 'Hold to release' : 'Released hold'}: at release ${outcome.holdEnded}.`;
    log.info(ended);
    summary.paragraph(plain(ended));
  }
  if (outcome.task === 'release-hold' || (outcome.task === 'settle' && outcome.note)) return;
  const rows: [Markdown, Cell][] = [
    [md`Release`, code(outcome.release ?? '')],
    [md`Previous release`, code(outcome.previous ?? '')],
    [md`New or changed`, outcome.sent.length],
    [md`Headers changed`, outcome.patched.length],
    [md`Unchanged`, outcome.unchanged],
    [md`Pages removed`, outcome.removed.length],
    [md`Uploaded`, plain(formatBytes(outcome.bytes))],
    [md`Deleted objects`, outcome.deleted],
    [md`Pruned releases`, listed(outcome.pruned.map(code), ', ')],
    [md`Invalidated paths`, list(outcome.invalidated)],
    [md`Link`, outcome.link ? link(outcome.link, outcome.link) : undefined],
  ];
  summary.table(
    ['', ''],
    rows.filter(([, value]) => value !== undefined && value !== ''),
  );
  showChanges({ summary, log }, outcome, inputs);
  summary.collapsed('Times', () =>
    summary.table(
      ['Phase', 'Time'],
      timings.map(([name, duration]) => [plain(name), plain(duration)]),
    ),
  );
}

/** The first changed files in the summary; all of a dry run in the log. */
export function showChanges(
  { summary, log }: Pick<Context, 'summary' | 'log'>,
  outcome: PublishOutcome,
  inputs: SiteInputs,
): void {
  const changes = [
    ...outcome.sent.map((path) => `+ ${path}`),
    ...outcome.patched.map((path) => `~ ${path}`),
    ...outcome.removed.map((path) => `- ${path}`),
  ];
  if (changes.length > 0) {
    const more = changes.length - SHOWN;
    summary.block([...changes.slice(0, SHOWN), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'), 'diff');
    if (inputs.dryRun) for (const change of changes) log.info(change);
  }
}

/** The verdict in one sentence, with the sign that the summary puts before it. */
export function siteVerdict(outcome: PublishOutcome, dryRun: boolean): readonly [sign: string, verdict: string] {
  const { task, release, sent, patched, removed, holdEnded, failure, note } = outcome;
  if (note) return dryRun ? ['ℹ️', `Dry run: nothing was changed. ${note[1]}`] : note;
  if (task === 'release-hold') {
    if (holdEnded === undefined) return ['✅', 'The site has no hold.'];
    return dryRun ? ['ℹ️', 'Dry run: the hold would be released.'] : ['✅', 'The hold is released.'];
  }
  const changes = sent.length + patched.length + removed.length;
  if (dryRun) {
    const verb = task === 'rollback' ? 'roll back to' : 'publish';
    return ['ℹ️', `Dry run: would ${verb} release ${release} and change ${changes} files.`];
  }
  if (failure !== undefined)
    return ['⚠️', `Release ${release} is live, but not all changed paths were invalidated. Run this step again.`];
  if (task === 'rollback')
    return ['✅', `Rolled back to release ${release}. A hold blocks publishing until a run with release-hold: true.`];
  return ['✅', changes === 0 ? `Release ${release} is live; nothing changed.` : `Release ${release} is live.`];
}

function list(paths: readonly string[]): Markdown | undefined {
  if (paths.length === 0) return undefined;
  const more = paths.length > SHOWN ? md` … and ${paths.length - SHOWN} more` : md``;
  return md`${listed(paths.slice(0, SHOWN).map(code), ' ')}${more}`;
}

/** 1234567 → `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
