/** Turns the inputs into the command line of `docker buildx build`. Pure: the golden tests name its results. */

import { formatImageName } from '../../../src/container/image-reference.ts';
import type { GitHubRun } from '../../../src/github/run.ts';
import type { BuildInputs } from '../inputs.ts';
import { CREATED_LABEL, INDEX_ANNOTATIONS, KEY_LABEL, REVISION_LABEL } from '../reuse/key-label.ts';
import { cacheTag, dashed } from './own-tags.ts';

export interface BuildPlan {
  /** Arguments of `docker`. */
  readonly args: readonly string[];
  /** Variables that carry the secrets to buildx. */
  readonly env: Readonly<Record<string, string>>;
}

export interface BuildSettings {
  /** Name of the builder to use, if not the current one. */
  readonly builder: string | undefined;
  /** Whether the builder can attach attestations and keep a cache in the registry. */
  readonly capable: boolean;
  readonly cache: BuildInputs['cache'];
  /** `true`, `false` or `generator=…`. */
  readonly sbom: string;
  /** True when an attempt is repeated after a failed push: what is built already is taken from the builder. */
  readonly again: boolean;
  readonly metadataFile: string;
  /** The usable part of the build cache; undefined for all. */
  readonly trustedCache?: TrustedCache | undefined;
}

/** The build cache where provenance is required. */
export interface TrustedCache {
  /** Digest of the cache that counts; undefined if none does. */
  readonly from: string | undefined;
  /** Whether this build may replace it. */
  readonly write: boolean;
}

/**
 * The tags of an image: the full commit, Cloud Build's SHORT_SHA, and the requested ones. An image to be merged has one that names its
 * platform: Docker's own builder cannot push by digest alone.
 */
export const planTags = ({
  commit,
  tags,
  forMerge,
  platforms,
}: Pick<BuildInputs, 'commit' | 'tags' | 'forMerge' | 'platforms'>): string[] =>
  forMerge ? [`${commit}-${dashed(platforms)}`] : [...new Set([commit, commit.slice(0, 7), ...tags])];

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md; what the user gave wins. */
export function planLabels(
  inputs: Pick<BuildInputs, 'commit' | 'labels'>,
  run: Pick<GitHubRun, 'serverUrl' | 'repository'>,
  created: Date,
  key: string | undefined,
): Map<string, string> {
  return new Map([
    [CREATED_LABEL, created.toISOString()],
    [REVISION_LABEL, inputs.commit],
    ...(run.repository ? ([['org.opencontainers.image.source', `${run.serverUrl}/${run.repository}`]] as const) : []),
    ...inputs.labels,
    ...(key ? ([[KEY_LABEL, key]] as const) : []),
  ]);
}

export function planBuild(
  inputs: BuildInputs,
  tags: readonly string[],
  labels: ReadonlyMap<string, string>,
  settings: BuildSettings,
): BuildPlan {
  const name = formatImageName(inputs.image);
  const secrets = planSecrets(inputs);
  const args = [
    'buildx',
    'build',
    ...(settings.builder ? ['--builder', settings.builder] : []),
    '--file',
    inputs.file,
    ...(inputs.target ? ['--target', inputs.target] : []),
    '--platform',
    inputs.platforms.join(','),
    ...flagPairs('--build-arg', inputs.buildArgs),
    ...flagPairs('--build-context', inputs.buildContexts),
    ...secrets.args,
    ...inputs.ssh.flatMap((value) => ['--ssh', value]),
    ...flagPairs('--label', labels),
    ...flagPairs('--annotation', inputs.annotations),
    ...planAttestations(inputs, settings),
    ...planOutput(inputs, labels, settings),
    ...planCache(inputs, settings, name),
    ...(inputs.noCache && !settings.again ? ['--no-cache'] : []),
    ...(inputs.pull && !settings.again ? ['--pull'] : []),
    ...tags.flatMap((tag) => ['--tag', `${name}:${tag}`]),
    ...(inputs.push ? ['--push'] : []),
    ...(inputs.load ? ['--load'] : []),
    '--metadata-file',
    settings.metadataFile,
    '--progress',
    'rawjson',
    ...inputs.extraArgs,
    inputs.contextDir,
  ];
  return { args, env: secrets.env };
}

/** The flag with `KEY=VALUE`, once for each entry. */
export const flagPairs = (flag: string, map: ReadonlyMap<string, string>): string[] =>
  [...map].flatMap(([key, value]) => [flag, `${key}=${value}`]);

/** Attestations, which cannot be attached to what is only loaded, or by a builder without the containerd image store. */
function planAttestations(inputs: BuildInputs, settings: BuildSettings): string[] {
  if (!settings.capable || !inputs.push) return ['--provenance', 'false', '--sbom', 'false'];
  return ['--provenance', inputs.provenance, '--sbom', settings.sbom];
}

/** How the image is written: one output, since buildx pushes once for each. */
function planOutput(inputs: BuildInputs, labels: ReadonlyMap<string, string>, settings: BuildSettings): string[] {
  if (!settings.capable || !inputs.push) return [];
  const attested = inputs.provenance !== 'false' || settings.sbom !== 'false';
  const attributes = [
    // Without attestations BuildKit writes Docker's media types, which have none for zstd: containerd cannot pull an image
    // whose base has such layers then. https://github.com/containerd/containerd/blob/v1.7.24/images/mediatypes.go
    ...(attested ? [] : ['oci-mediatypes=true']),
    ...((attested || inputs.platforms.length > 1) && !inputs.load ? planRecord(labels) : []),
  ];
  return attributes.length === 0 ? [] : ['--output', csv(['type=image', ...attributes])];
}

/**
 * Some labels again on the index, so that a later run reads them with it, and not from the configuration behind two more reads. Only
 * what has attestations or several platforms has an index, and BuildKit refuses annotations of one elsewhere
 * (https://docs.docker.com/build/metadata/annotations/#specify-annotation-level). As attributes of the output, since buildx before 0.12
 * has no --annotation.
 */
function planRecord(labels: ReadonlyMap<string, string>): string[] {
  if (!labels.has(KEY_LABEL)) return [];
  return [...INDEX_ANNOTATIONS].flatMap(([label, annotation]) => {
    const value = labels.get(label);
    return value === undefined ? [] : [`annotation-index.${annotation}=${value}`];
  });
}

/** One cache for each image and set of platforms, so that builds of one do not overwrite the cache of another. */
function planCache(inputs: BuildInputs, settings: BuildSettings, name: string): string[] {
  const { trustedCache: trusted } = settings;
  if (!settings.capable || (trusted && settings.cache === 'gha')) return [];
  if (settings.cache === 'registry' && inputs.push) {
    const ref = `type=registry,ref=${name}:${cacheTag(inputs.platforms)}`;
    const from = trusted ? (trusted.from ? `type=registry,ref=${name}@${trusted.from}` : undefined) : ref;
    return [
      ...(from ? ['--cache-from', from] : []),
      ...(trusted?.write === false
        ? []
        : ['--cache-to', `${ref},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`]),
    ];
  }
  if (settings.cache === 'gha') {
    // Names keep their slashes: a/b-c and a-b/c are two images. BuildKit takes the scope into its keys as it is:
    // https://github.com/moby/buildkit/blob/0279989d7f0df0fc98a4f32b4c6650dde2a42107/cache/remotecache/gha/gha.go
    const scope = `type=gha,scope=${name}/${dashed(inputs.platforms)}`;
    return ['--cache-from', scope, '--cache-to', `${scope},mode=max,ignore-error=true`];
  }
  return [];
}

/** Values travel in variables of the process: neither arguments nor files show them. */
function planSecrets(inputs: BuildInputs): { args: string[]; env: Record<string, string> } {
  const args: string[] = [];
  const env: Record<string, string> = {};
  for (const [id, value] of inputs.secrets) {
    const variable = `ORCHESTRA_SECRET_${Object.keys(env).length}`;
    env[variable] = value;
    args.push('--secret', csv([`id=${id}`, `env=${variable}`]));
  }
  for (const [id, variable] of inputs.secretEnvs) args.push('--secret', csv([`id=${id}`, `env=${variable}`]));
  for (const [id, path] of inputs.secretFiles) args.push('--secret', csv([`id=${id}`, `src=${path}`]));
  return { args, env };
}

/** buildx reads the value of --secret as one record of CSV (https://www.rfc-editor.org/rfc/rfc4180). */
const csv = (fields: readonly string[]): string =>
  fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
