/** The grammar of the input `services`: Cloud Run services that something belongs to, one per line. */
import type { InputReader } from '../runtime/inputs.ts';
import { readManifestName } from './service-manifest.ts';
import { parseProject, parseRegion } from './shared.ts';

/** Where a name without a place is looked up; `undefined` or `''` if the action has no such input. */
export interface Place {
  readonly project: string | undefined;
  readonly region: string | undefined;
  /** For lines that name a manifest. */
  readonly commit: string;
  /** Folder that paths of manifests start from. */
  readonly workspace: string;
}

/**
 * Reads the input `services` as full names `projects/P/locations/R/services/N` (or `…/workerPools/N`), each once. A line
 * is `NAME` (in the action's own project and region), `REGION/NAME`, a full name, or JSON that names a manifest (see
 * `readManifestName`). Problems are the reader's. `input` is where another input than `services` holds them.
 */
export function readServiceNames(reader: InputReader, place: Place, input = 'services'): readonly string[] {
  const names = reader.parseList(input, (line) => readServiceName(line, place));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** One such line; undefined for a manifest of a job. Throws an Error with a message for the user. */
export function readServiceName(line: string, place: Place): string | undefined {
  const { project } = place;
  if (!line.startsWith('{')) return parseServiceName(line, place);
  if (!project) throw new Error(`${line} needs the input project.`);
  return readManifestName(line, { ...place, project });
}

/** Pure. Throws an Error with a message for the user. */
export function parseServiceName(line: string, place: Pick<Place, 'project' | 'region'>): string {
  const text = line.trim();
  const full = /^projects\/([^/]+)\/locations\/([^/]+)\/(services|workerPools)\/([^/]+)$/.exec(text);
  const [, project, location, collection, fullName] = full ?? [];
  if (project && location && collection && fullName)
    return `projects/${parseProject(project)}/locations/${parseLocation(location)}/${collection}/${parseName(fullName, text)}`;
  const parts = text.split('/');
  if (parts.length > 2)
    throw new Error(
      `"${text}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME.`,
    );
  const name = parseName(parts.at(-1) ?? '', text);
  if (!place.project)
    throw new Error(
      `"${text}" does not say its project. Set the input project, or write projects/PROJECT/locations/REGION/services/${name}.`,
    );
  const region = parts.length === 2 ? parseRegion(parts[0] ?? '') : place.region;
  if (!region)
    throw new Error(`"${text}" does not say its region. Write REGION/${name}, for instance us-central1/${name}.`);
  return `projects/${place.project}/locations/${region}/services/${name}`;
}

/** A location of the API, which need not be a single region. */
function parseLocation(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new Error(`"${text}" is not a region. Write for instance us-central1 or europe-west1.`);
}

/** https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services: the length is for the server to judge. */
function parseName(name: string, line: string): string {
  if (/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(name)) return name;
  throw new Error(
    `"${line}" is not a service. Write NAME, REGION/NAME, or projects/PROJECT/locations/REGION/services/NAME; a name has lower-case letters, digits and hyphens.`,
  );
}
