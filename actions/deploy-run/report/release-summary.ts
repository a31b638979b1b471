/** The job summary of several services: the verdict, and a row for each. */
import { code, md, plain, type Summary } from '../../../src/runtime/summary.ts';
import { listShares } from '../plan/records.ts';
import type { ServiceReport } from './report.ts';

/** `id` is that of the release, for `rollback-to`. */
export function summarizeRelease(
  summary: Summary,
  reports: readonly ServiceReport[],
  { title, id }: { readonly title: string; readonly id: string },
): void {
  const released = reports.some(({ ending }) => ending?.kind === 'deployed' || ending?.kind === 'commit-recorded');
  const failed = reports.filter(({ ending }) => ending === undefined || ending.kind === 'failed').length;
  const planned = reports.some(({ ending }) => ending?.kind === 'dry-run');
  const rolledBack = title === 'Rollback' && failed < reports.length;
  const all = `${reports.length} services`;
  // Each canary is judged by itself.
  const together = title !== 'Canary';
  summary.heading(plain(`${title}: ${all}`));
  if (planned) summary.paragraph(plain('Dry run: nothing was changed. This is the plan.'));
  else if (failed === 0)
    summary.paragraph(
      title === 'Deploy' && released
        ? md`✅ All ${plain(all)} are live together, as release ${code(id)}.`
        : plain(`✅ ${title}: all ${all}${together ? ' together' : ''}.`),
    );
  else if (rolledBack)
    summary.paragraph(
      plain(`❌ Rollback: ${reports.length - failed} of ${all} are rolled back. The live revisions are below.`),
    );
  else
    summary.paragraph(
      plain(
        `❌ ${title} failed${together ? `: ${all} are deployed together or not at all` : ''}. The live revisions are below.`,
      ),
    );
  summary.table(
    ['Service', 'Region', 'Before', 'Revision of this step', planned ? 'Would serve' : 'Serves now'],
    reports.map(({ target, before, isRead, candidate, after }) => [
      plain(target.service),
      plain(target.region),
      plain(isRead ? listShares(before) : 'unknown'),
      candidate ? code(candidate) : md`–`,
      after ? plain(listShares(after)) : plain(planned ? '–' : 'unknown'),
    ]),
  );
}
