/** Links from a summary to the commit and the run on GitHub. */

import { link, type Markdown, md, type Summary } from '../runtime/summary.ts';
import { shortCommit } from './commit.ts';
import type { GitHubRun } from './run.ts';

/** URLs of the run and of commits. */
export type RunLinks = Pick<GitHubRun, 'serverUrl' | 'repository' | 'runUrl'>;

/** The commit and the run. Both are unknown on the command line. */
export const runLinks = (run: RunLinks | undefined, commit: string | undefined): Markdown[] => [
  ...(commit && run?.repository
    ? [link(`commit ${shortCommit(commit)}`, `${run.serverUrl}/${run.repository}/commit/${commit}`)]
    : []),
  ...(run?.runUrl ? [link('run', run.runUrl)] : []),
];

/** A line of links. */
export function writeLinks(summary: Summary, [first, ...others]: readonly Markdown[]): void {
  if (first) summary.paragraph(others.reduce((all, one) => md`${all} · ${one}`, first));
}
