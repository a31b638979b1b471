/** The result of the release, by the names of the lists. Pure. */
import { type CallLists, isDeployed } from './call.ts';
import { type Entry, regionsOf, textOrEmpty } from './lists.ts';

export interface Served {
  /** The service or frontend, by its name in the lists. */
  readonly name: string;
  /** A revision, or a release of a frontend. */
  readonly version: string;
  readonly url: string;
}

/**
 * `deployed` and `published`: outputs `services` of deploy-run and `sites` of publish-frontend, empty if they did not run. Their
 * rows are in the order of the lists; a service has one for each region, and the first counts.
 */
export function servedNow(
  lists: CallLists,
  jobManifests: ReadonlySet<string>,
  region: string,
  deployed: readonly Entry[],
  published: readonly Entry[],
): Served[] {
  let row = 0;
  const services = lists.services
    .filter((entry) => isDeployed(entry) && !jobManifests.has(String(entry.manifest)))
    .flatMap((entry) => {
      const found = deployed[row];
      row += regionsOf(entry, region).length;
      return found
        ? [{ name: String(entry.name), version: textOrEmpty(found.revision), url: textOrEmpty(found.url) }]
        : [];
    });
  const sites = lists.frontends.flatMap(({ name, url }, i) =>
    published[i]?.release
      ? [{ name: String(name), version: textOrEmpty(published[i].release), url: textOrEmpty(url) }]
      : [],
  );
  return [...services, ...sites];
}
