/** The one comment on a pull request that shows its preview. */
import { CloudError } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import type { Markdown } from '../runtime/summary.ts';
import type { GitHub } from './api.ts';

/** Which preview the comment is about. */
export interface CommentedPreview {
  readonly number: number;
  /** Full names; of a preview without services the places of its sites, `gs://BUCKET`. At least one. */
  readonly services: readonly string[];
}

/**
 * Creates the comment, or changes the one that stands. Services of one name in two projects or regions have a comment each. A comment is
 * a help: that it cannot be written is a warning.
 */
export async function writePreviewComment(
  github: GitHub,
  log: Log,
  { number, services }: CommentedPreview,
  lines: readonly Markdown[],
): Promise<void> {
  // Version 1.0 named the service alone.
  const former = services[0]?.split('/').at(-1);
  try {
    await github.upsertComment(
      number,
      `<!-- orchestra preview ${services.join(' ')} -->`,
      lines.join('\n'),
      `<!-- orchestra preview ${former} -->`,
    );
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `The comment on the pull request could not be written: ${error.message}.${error.permission ? ' Add "pull-requests: write" to the permissions of the job.' : ''}`,
    );
  }
}
