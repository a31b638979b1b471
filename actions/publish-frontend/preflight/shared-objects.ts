/** Refuses to overwrite what is live in another site of the bucket. */
import { InputError } from '../../../src/runtime/errors.ts';
import type { SiteInputs } from '../inputs.ts';
import { type Neighbours, sharedObjects } from '../plan/neighbouring-sites.ts';
import type { Site } from '../run/clients.ts';

/** `names` are objects that are to be written. Throws `InputError` if one is live in another site, unless forced. */
export function refuseShared(
  names: Iterable<string>,
  neighbours: Neighbours,
  { layout, force }: SiteInputs,
  { context }: Site,
): void {
  const shared = sharedObjects(names, neighbours);
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
      message: `${message} Nothing was changed. Take these files out of one of the two sites, or give this one another prefix; force: true overwrites them.`,
    },
  ]);
}
