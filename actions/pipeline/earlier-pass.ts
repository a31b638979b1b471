/**
 * Looks for a run in which a check passed on the same files, with the same configuration.
 *
 * Only what this workflow concluded counts: a check of GitHub Actions by that name, in the history of a protected branch, in a run for that
 * branch, on a commit whose workflows are the same. Files are compared as GitHub has them, never as a job says.
 */
import { shortCommit } from '../../src/github/commit.ts';
import type { EndedCheck, GitHubHistory } from '../../src/github/history.ts';
import type { GitHubRun } from '../../src/github/run.ts';
import { parseDuration } from '../../src/inputs/duration.ts';
import type { Entry } from './plan/lists.ts';
import { filesDigest, passedWithin, readPassedRecord } from './plan/unchanged.ts';

/** Maximum number of earlier commits; each takes a request or two. */
const MOST_COMMITS = 20;

export interface EarlierPass {
  readonly commit: string;
  readonly check: EndedCheck;
}

/** The run that passed, or why no earlier run counts. */
export type EarlierResult = { readonly passed: EarlierPass } | { readonly because: string };

interface Subject {
  readonly entry: Entry;
  /** `configurationDigest` of this run. */
  readonly configuration: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export async function findEarlierPass(subject: Subject, run: GitHubRun, github: GitHubHistory): Promise<EarlierResult> {
  const { entry } = subject;
  if (run.runAttempt > 1) return { because: 'this is a re-run' };
  const from = startOf(run);
  if (!from) return { because: 'this run has no branch' };
  const { branch, commit } = from;
  if (!(await github.isProtected(branch)))
    return { because: `branch ${branch} is not protected, so its history can be rewritten` };
  const [files, line] = await Promise.all([github.files(run.sha), github.line(commit)]);
  if (!files) return { because: 'the repository has more files than GitHub lists at once' };
  const digest = filesDigest(entry, files);
  if (digest === undefined) return { because: `no file of the repository matches paths of ${entry.name}` };
  for (const earlier of line.slice(0, MOST_COMMITS)) {
    const found = await passAt(earlier, branch, { ...subject, digest }, github);
    if (found) return found;
  }
  return { because: `it has not passed on branch ${branch} recently` };
}

/** The branch that the run is for, and its newest commit that counts. */
function startOf({ eventName, ref, sha, payload }: GitHubRun): { branch: string; commit: string } | undefined {
  const base =
    eventName === 'merge_group'
      ? { ref: payload.merge_group?.base_ref, sha: payload.merge_group?.base_sha }
      : (payload.pull_request?.base ?? { ref, sha });
  const branch = base.ref?.replace(/^refs\/heads\//, '');
  if (!branch || !base.sha || branch.startsWith('refs/')) return undefined;
  return { branch, commit: base.sha };
}

/** What the check of that name says at one commit; undefined if it did not run there. */
async function passAt(
  commit: string,
  branch: string,
  { entry, configuration, now, digest }: Subject & { readonly digest: string },
  github: GitHubHistory,
): Promise<EarlierResult | undefined> {
  const where = `at ${shortCommit(commit)}`;
  let because: string | undefined;
  for (const check of newestOfEach(await github.endedChecks(commit), String(entry.name))) {
    if (check.conclusion !== 'success') {
      because ??= `it ended with ${check.conclusion} ${where}`;
      continue;
    }
    const recorded = readPassedRecord(await github.annotations(check.id));
    if (recorded === undefined || (await github.branchOf(check.suite)) !== branch) continue;
    if (recorded !== configuration) because ??= `its configuration has changed since it passed ${where}`;
    else if (now - check.endedAt > parseDuration(passedWithin(entry)))
      because ??= `it passed ${where} more than ${passedWithin(entry)} ago`;
    else {
      const files = await github.files(commit);
      if (files && filesDigest(entry, files) === digest) return { passed: { commit, check } };
      because ??= `files that it depends on have changed since it passed ${where}`;
    }
  }
  return because === undefined ? undefined : { because };
}

/** The calling job's name stands before that of a job of a called workflow: `Deploy / Go tests`. */
function newestOfEach(checks: readonly EndedCheck[], name: string): EndedCheck[] {
  const newest = new Map<string, EndedCheck>();
  for (const check of checks) {
    if (check.app !== 'github-actions' || (check.name !== name && !check.name.endsWith(` / ${name}`))) continue;
    const known = newest.get(check.name);
    if (!known || known.endedAt < check.endedAt) newest.set(check.name, check);
  }
  return [...newest.values()];
}
