/** An older run that finishes last must not win: a commit that is a strict ancestor of what serves is refused. */
import { OutcomeError } from '../../src/errors.ts';
import type { GitHub } from '../../src/github-api.ts';
import type { Log } from '../../src/log.ts';

export interface Freshness {
  readonly github: GitHub | undefined;
  readonly log: Log;
  readonly force: boolean;
}

/** `known` are commits that serve, or that a rollout in flight is for. Throws `OutcomeError` if `commit` is older than one. */
export async function checkFreshness(
  commit: string,
  known: readonly string[],
  { github, log, force }: Freshness,
): Promise<void> {
  for (const other of new Set(known)) {
    if (other === commit) continue;
    if (!github) {
      log.notice('Whether this commit is older than what serves was not checked: there is no github-token.');
      return;
    }
    const status = await github.compare(other, commit);
    if (status === undefined)
      log.warning(
        `GitHub does not know both ${other.slice(0, 12)}, which serves, and ${commit.slice(0, 12)}: which is older was not checked.`,
      );
    if (status !== 'behind') continue;
    const message = `The commit ${commit.slice(0, 12)} is older than ${other.slice(0, 12)}, which serves already.`;
    if (!force)
      throw new OutcomeError(
        `${message} Nothing was changed. To go back on purpose use rollback-to, or force: true to deploy it all the same.`,
      );
    log.warning(`${message} It is deployed all the same: force is true.`);
  }
}
