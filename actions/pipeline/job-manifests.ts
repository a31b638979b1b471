/** Which manifests are of kind Job: they are deployed as jobs of the release, since they have no traffic. */
import { parseAllDocuments } from 'yaml';
import { readTextFile } from '../../src/inputs/read-file.ts';

/** The paths, as given. A file that cannot be read or parsed is left to deploy-run, which says what is wrong with it. */
export function findJobManifests(paths: readonly string[], absolute: (path: string) => string): ReadonlySet<string> {
  return new Set(paths.filter((path) => kindOf(absolute(path)) === 'Job'));
}

function kindOf(file: string): unknown {
  try {
    return parseAllDocuments(readTextFile(file))[0]?.get('kind');
  } catch {
    return undefined;
  }
}
