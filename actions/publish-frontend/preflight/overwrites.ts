/** Refuses to overwrite objects that are live in another site of the bucket, and hashed files with other content. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { SiteClients } from '../clients.ts';
import type { SiteInputs } from '../inputs.ts';
import { type Neighbors, recordOfOther, sharedObjects } from '../plan/neighboring-sites.ts';
import type { PublishPlan } from '../plan/publish.ts';

/**
 * `names` are objects that are to be written. Throws `InputError` if one is a record of another site, or, unless forced, is live in
 * one.
 */
export function checkSharedObjects(
  names: readonly string[],
  neighbors: Neighbors,
  { layout, force }: SiteInputs,
  { context }: SiteClients,
): void {
  const record = recordOfOther(names, neighbors);
  if (record)
    throw new InputError([
      {
        subject: 'Input path',
        message: `${record.name} is a record of another site, gs://${layout.bucket}/${record.prefix}. Nothing was changed. Remove the folder ${record.prefix}.releases from the files.`,
      },
    ]);
  const shared = sharedObjects(names, neighbors);
  const [first] = shared;
  if (!first) return;
  const message = `${shared.length} of the files belong to another site, gs://${layout.bucket}/${first.prefix}, for instance ${first.name}.`;
  if (force) {
    context.log.warning(`${message} They are overwritten because force is true.`);
    return;
  }
  throw new InputError([
    {
      subject: 'Input prefix',
      message: `${message} Nothing was changed. Remove these files from one of the sites, set another prefix for this site, or set force: true to overwrite them.`,
    },
  ]);
}

/** Throws `InputError` if a hashed name represents other content in the bucket: open pages and caches would break. */
export function checkHashedNames({ clashes }: PublishPlan): void {
  if (clashes.length === 0) return;
  throw new InputError(
    clashes.map((path) => ({
      subject: 'Input mutable',
      message: `${path} has what looks like a content hash in its name, but the bucket has other content under this name. If the name stays when the content changes, add "${path}" to mutable.`,
    })),
  );
}
