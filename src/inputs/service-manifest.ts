/** A line of the input `services` that names a service by its manifest, as the pipeline does. */
import { resolve } from 'node:path';
import { type Manifest, readManifest } from '../manifest/index.ts';
import { parseMap } from './lists.ts';
import { readTextFile } from './read-file.ts';

/** What a manifest is read with; its path is relative to `workspace`. */
export interface ManifestPlace {
  readonly project: string;
  /** Where the line does not say it. */
  readonly region: string | undefined;
  readonly commit: string;
  readonly workspace: string;
}

const EXPECTED = '{"manifest": "PATH", "region": "REGION", "substitutions": {"NAME": "value"}}';
const COLLECTIONS: Readonly<Record<Manifest['kind'], string | undefined>> = {
  Service: 'services',
  WorkerPool: 'workerPools',
  Job: undefined,
};

/**
 * Reads `{"manifest": "PATH", "region": "REGION", "substitutions": …}` (JSON; substitutions as an object or as lines of
 * `NAME=value`) to the full name of the service or worker pool, or `undefined` for a job, which has no hold. Throws an Error with
 * a message for the user.
 */
export function readManifestName(line: string, place: ManifestPlace): string | undefined {
  const { kind, name, region } = readNamedManifest(line, place);
  const collection = COLLECTIONS[kind];
  return collection && `projects/${place.project}/locations/${region}/${collection}/${name}`;
}

/** What such a line names, a job included. */
export function readNamedManifest(
  line: string,
  place: ManifestPlace,
): Pick<Manifest, 'kind' | 'name'> & { readonly region: string } {
  const { manifest, region = place.region, substitutions } = parseEntry(line);
  if (!region) throw new Error(`${line} does not say its region. Write ${EXPECTED}.`);
  const { kind, name } = readManifest({
    text: read(manifest, place.workspace),
    file: manifest,
    project: place.project,
    region,
    substitutions: new Map([
      ['PROJECT', place.project],
      ['REGION', region],
      ['COMMIT', place.commit],
      ...substitutions,
    ]),
  });
  return { kind, name, region };
}

interface Entry {
  readonly manifest: string;
  readonly region?: string;
  readonly substitutions: ReadonlyMap<string, string>;
}

function parseEntry(line: string): Entry {
  const refusal = new Error(`${line} is not a service by its manifest. Write ${EXPECTED}.`);
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line);
  } catch {
    throw refusal;
  }
  const { manifest, region, substitutions = {}, ...others } = value;
  const known = typeof manifest === 'string' && manifest !== '' && Object.keys(others).length === 0;
  if (!known || (region !== undefined && typeof region !== 'string')) throw refusal;
  const map =
    typeof substitutions === 'string'
      ? parseMap(substitutions)
      : new Map(Object.entries(substitutions as object).map(([name, text]) => [name, String(text)]));
  return { manifest, ...(region && { region }), substitutions: map };
}

function read(file: string, workspace: string): string {
  try {
    return readTextFile(resolve(workspace, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'NOT_A_FILE')
      throw new Error(`"${file}" cannot be read: ${(error as Error).message}.`);
    throw new Error(
      `there is no file "${file}". Set its path from the root of the repository, and run actions/checkout before.`,
    );
  }
}
