/** The text of the comment on a pull request: the current state, and the result of the run. */
import { shortCommit } from '../../../src/github/commit.ts';
import { code, link, type Markdown, md, plain } from '../../../src/runtime/summary.ts';

/** A service in one region, or a frontend, as it is now. */
export interface ShownPart {
  readonly name: string;
  /** A region, or `gs://BUCKET`. */
  readonly where: string;
  /** Undefined while there is nothing to see. */
  readonly url: string | undefined;
  /** The revision or release that it shows. */
  readonly version: string | undefined;
  /** Whether that is of the commit of this run. */
  readonly current: boolean;
  /** Why it could not be read. */
  readonly unknown?: true;
}

export type CommentPhase =
  | { readonly phase: 'building' }
  | { readonly phase: 'ready' }
  /** `reasons`: each a sentence or two, with what to do. */
  | { readonly phase: 'failed'; readonly reasons: readonly string[] };

export interface CommentFacts {
  readonly commit: string;
  readonly runUrl: string;
  readonly parts: readonly ShownPart[];
}

/** The comment's lines. */
export function commentLines(state: CommentPhase, { commit, runUrl, parts }: CommentFacts): Markdown[] {
  const short = plain(shortCommit(commit));
  const run = link('run', runUrl);
  if (state.phase === 'ready')
    return [
      md`**Preview** of ${short} (${run})`,
      md``,
      md`| Name | Where | URL |`,
      md`| --- | --- | --- |`,
      ...parts.map(
        ({ name, where, url }) => md`| ${plain(name)} | ${plain(where)} | ${url ? link(url, url) : plain('none')} |`,
      ),
    ];
  const shown = parts
    .filter(({ url, unknown }) => url !== undefined || unknown || state.phase === 'failed')
    .map(partLine);
  const gap = shown.length > 0 ? [md``, ...shown] : [];
  if (state.phase === 'building') return [md`⏳ **Preview** of ${short} is being built (${run}).`, ...gap];
  return [md`❌ **Preview** of ${short} failed (${run}). ${plain(state.reasons.join(' '))}`, ...gap];
}

function partLine({ name, where, url, version, current, unknown }: ShownPart): Markdown {
  const place = md`${plain(name)} in ${plain(where)}`;
  if (unknown) return md`- ${place}: what its preview shows could not be read.`;
  if (url === undefined) return md`- ${place}: no preview.`;
  if (current) return md`- ${place}: ${link(url, url)}`;
  return md`- ${place}: ${link(url, url)} still shows ${version ? code(version) : plain('an earlier commit')}.`;
}

const FIX = 'Fix it and push, or re-run the failed jobs.';
/** Steps in the order of the workflow, each with what its failure means. */
const FAILURES: Readonly<Record<string, string>> = {
  lists: 'The inputs of the workflow are not valid. The log of the run names each of them.',
  images: `An image could not be built. ${FIX}`,
  buckets: 'A bucket contains another site. Set another bucket for the frontends; the log says why.',
  migrate: `The migration failed, and no service was deployed. ${FIX}`,
  deploy: `The services could not be deployed. ${FIX}`,
  frontends: `A frontend could not be built. ${FIX}`,
  download: 'The build of a frontend could not be downloaded. Re-run all jobs.',
  publish: `The frontends could not be published. ${FIX}`,
};

const CANCELLED = 'The run was cancelled or exceeded its time limit. Re-run the failed jobs.';

/** What failed, from the results of the steps and jobs by name. A job that exceeds its time limit counts as cancelled. */
export function failuresOf(results: Readonly<Record<string, string>>): string[] {
  const failed = Object.entries(results).filter(([, result]) => result === 'failure');
  const cancelled = failed.length === 0 && Object.values(results).includes('cancelled');
  return cancelled ? [CANCELLED] : failed.map(([name]) => FAILURES[name] ?? `The step ${name} failed. ${FIX}`);
}
