/**
 * Checks that the commit of the source is in the history of this branch. The record alone is not trusted: whoever can write to the source could
 * name any commit, that of a fork included, and its manifests would be deployed.
 */
import { shortCommit } from '../../../src/github/commit.ts';
import { openGitHub } from '../../../src/github/open.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';

/** Throws `OutcomeError` for a commit that is not in the history of the commit of this run, or where that cannot be read. */
export async function checkHistory(commit: string, token: string | undefined, context: Context): Promise<void> {
  const what = `Nothing was promoted or changed. The source serves commit ${shortCommit(commit)}`;
  const { github: run } = context;
  if (commit === run.sha) return;
  const open = openGitHub(token, context);
  if (!open)
    throw new OutcomeError(
      `${what}, and without github-token its history cannot be read. Grant the job contents: read.`,
    );
  const relation = await (await open()).compare(run.sha, commit);
  if (relation === 'behind' || relation === 'identical') return;
  throw new OutcomeError(
    `${what}, which is not in the history of ${shortCommit(run.sha)} (${run.ref}), the commit of this run. Release a commit of that branch at the source, or start the promotion on the branch that the source was released from.`,
  );
}
