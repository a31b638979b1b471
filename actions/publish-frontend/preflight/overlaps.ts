/** Refuses sites of one step that would write the same objects. What is live in other sites is judged by `overwrites.ts`. */

import { InputError, type Problem } from '../../../src/runtime/errors.ts';
import type { SiteStep } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { siteRoot } from '../store/object-names.ts';
import type { PublishPreflight } from './preflight.ts';

type Checked = SiteStep<PublishInputs> & { readonly found: PublishPreflight };

/** Throws `InputError`. `force` does not help: each site would undo the other's files at every publish. */
export function checkOverlaps(sites: readonly Checked[]): void {
  if (sites.length < 2) return;
  const owners = new Map<string, string>();
  const problems = sites.flatMap(({ inputs, found }): Problem[] => {
    const { layout, release, name } = inputs;
    const { manifest } = found.plan;
    const root = `gs://${layout.bucket}/${siteRoot(layout, release, manifest.atomic)}`;
    const names = [...manifest.files.keys()].map((path) => root + path);
    const first = names.find((object) => owners.has(object));
    for (const object of names) owners.set(object, name);
    if (first === undefined) return [];
    const message = `${first} is also a file of another site of this step. Nothing was changed. Remove it from one of the sites, or change the prefix of one.`;
    return [{ subject: `Input sites, ${name}, path`, message }];
  });
  if (problems.length > 0) throw new InputError(problems);
}
