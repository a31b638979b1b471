/** The one comment on a pull request that shows its preview. */
import { CloudError } from '../runtime/errors.ts';
import type { Log } from '../runtime/log.ts';
import type { Markdown } from '../runtime/summary.ts';
import type { GitHub } from './api.ts';

/** Which preview the comment is about. */
export interface CommentedPreview {
  readonly number: number;
  /** Full names, at least one; for a preview without services its frontends, `gs://BUCKET/NAME`. */
  readonly services: readonly string[];
  /** True if the preview was removed: all comments of any of the services say so. Two workflows have a comment each. None is created. */
  readonly removed?: boolean;
}

/**
 * Creates the comment, or updates that of any of the services, because a preview can get more of them. Services with the same
 * name in two projects or regions have a comment each. If it cannot be written, a warning says so, and the error is returned.
 */
export async function writePreviewComment(
  github: GitHub,
  log: Log,
  { number, services, removed = false }: CommentedPreview,
  lines: readonly Markdown[],
): Promise<CloudError | undefined> {
  // Version 1.0 named the service alone.
  const early = removed ? services.filter((name) => name.startsWith('projects/')) : services.slice(0, 1);
  const known = new Set([...services, ...early.map((name) => name.split('/').at(-1))]);
  const alike = (line: string) =>
    /^<!-- orchestra preview (.*) -->/
      .exec(line)?.[1]
      ?.split(' ')
      .some((name) => known.has(name)) ?? false;
  try {
    const marker = `<!-- orchestra preview ${services.join(' ')} -->`;
    await github.upsertComment({ issue: number, marker, body: lines.join('\n'), alike, every: removed });
    return undefined;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    log.warning(
      `The comment on pull request #${number} could not be written: ${error.message}.${error.permission ? ' Add "pull-requests: write" to the permissions of the job.' : ''}`,
    );
    return error;
  }
}
