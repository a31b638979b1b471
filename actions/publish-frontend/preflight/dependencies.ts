/** Checks for pages that load an unhashed script or style which changes: old and new pages would share it. */

import { InputError } from '../../../src/runtime/errors.ts';
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { unhashedDependencies } from '../site/dependencies/unhashed-dependencies.ts';
import type { SiteFile } from '../site/site-files.ts';

/** Pages that are named in warnings. */
const MAX_WARNINGS = 10;

/** Warns, or with `strict` throws `InputError`. `changing` are paths of mutable files with new content. */
export async function checkDependencies(
  { strict, layout }: PublishInputs,
  { context }: SiteClients,
  root: string,
  files: readonly SiteFile[],
  changing: readonly string[],
): Promise<void> {
  const problems = (await unhashedDependencies(root, files, changing, layout.prefix)).map(({ page, on }) => ({
    subject: 'Input strict',
    message: `${page} loads ${on}, which changes and has no content hash in its name: old and new pages share it. Configure the build to add a content hash to its name.`,
  }));
  if (strict && problems.length > 0) throw new InputError(problems);
  const shown = problems.slice(0, MAX_WARNINGS);
  for (const { message } of shown) context.log.warning(message);
  if (problems.length > shown.length)
    context.log.warning(`${problems.length - shown.length} more pages load unhashed files that change.`);
}
