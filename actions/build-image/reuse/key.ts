/**
 * The key of all inputs of an image. Two builds with one key make the same image, except for inputs that cannot
 * be observed: base images behind tags and downloads in RUN, which is why a reused image has a maximum age.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { isDirectory, readTextFile } from '../../../src/inputs/read-file.ts';
import type { BuildInputs } from '../inputs.ts';
import { fingerprintFolder, readIgnoreFile } from './context-files.ts';

/** The inputs of the image, read from disk. */
export interface Ingredients {
  /** Raised when the meaning of a key changes. */
  readonly scheme: 1;
  readonly dockerfile: string;
  readonly context: string;
  readonly target: string;
  readonly platforms: readonly string[];
  readonly buildArgs: readonly (readonly [string, string])[];
  /** A folder stands with its fingerprint, anything else with its text. */
  readonly buildContexts: readonly (readonly [string, string])[];
  /** Which secrets are mounted; like BuildKit's own cache, what is in them does not count. */
  readonly secretIds: readonly string[];
  readonly ssh: readonly string[];
  readonly labels: readonly (readonly [string, string])[];
  readonly annotations: readonly (readonly [string, string])[];
  readonly provenance: string;
  readonly sbom: string;
  readonly extraArgs: readonly string[];
  /** buildx passes it on as a build argument of its own accord (https://docs.docker.com/build/building/variables/#source_date_epoch). */
  readonly sourceDateEpoch: string;
}

export function gatherIngredients(inputs: BuildInputs, sourceDateEpoch: string | undefined): Ingredients {
  const at = (path: string) => resolve(inputs.workspace, path);
  const dockerfile = at(inputs.file);
  return {
    scheme: 1,
    dockerfile: readTextFile(dockerfile),
    context: fingerprintFolder(at(inputs.contextDir), readIgnoreFile(at(inputs.contextDir), dockerfile)),
    target: inputs.target ?? '',
    platforms: inputs.platforms,
    buildArgs: sorted(inputs.buildArgs),
    buildContexts: sorted(inputs.buildContexts).map(([name, value]) => [name, contextValue(value, at)]),
    secretIds: [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()].sort(),
    ssh: inputs.ssh,
    labels: sorted(inputs.labels),
    annotations: sorted(inputs.annotations),
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    extraArgs: inputs.extraArgs,
    sourceDateEpoch: sourceDateEpoch ?? '',
  };
}

/** SHA-256 of the ingredients, 64 hexadecimal digits. */
export function reuseKey(ingredients: Ingredients): string {
  const fields = Object.entries(ingredients).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

const sorted = (map: ReadonlyMap<string, string>): [string, string][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** https://docs.docker.com/reference/cli/docker/buildx/build/#build-context */
function contextValue(value: string, at: (path: string) => string): string {
  const layout = /^oci-layout:\/\/([^:@]+)/.exec(value)?.[1];
  const folder = layout ?? (value.includes('://') || value.startsWith('git@') ? undefined : value);
  if (folder === undefined || !isDirectory(at(folder))) return value;
  // The blobs of a layout are read as they are.
  const ignored = layout === undefined ? readIgnoreFile(at(folder)) : '';
  return `${value} ${fingerprintFolder(at(folder), ignored)}`;
}
