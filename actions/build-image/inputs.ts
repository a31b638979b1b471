/** The inputs of build-image, parsed once. */
import { join, relative, resolve } from 'node:path';
import {
  artifactRegistryRepository,
  DIGEST,
  formatImageName,
  type ImageName,
  parseImageName,
  splitPath,
  TAG,
} from '../../src/container/image-reference.ts';
import { isLoopback } from '../../src/google/http/loopback.ts';
import { type ProvenanceInputs, readProvenanceInputs } from '../../src/inputs/provenance.ts';
import { isDirectory, isFile } from '../../src/inputs/read-file.ts';
import { parseRegion, readGitHubToken, readSharedInputs, type SharedInputs } from '../../src/inputs/shared.ts';
import { type JudgedInputs, judgeInputs, readExceptions } from '../../src/policy/judge-inputs.ts';
import { secretBuildArguments } from '../../src/policy/rules/plain-secrets.ts';
import type { Context } from '../../src/runtime/context.ts';
import { type InputReader, parseBoolean } from '../../src/runtime/inputs.ts';
import { ownInputOf } from './plan/extra-args.ts';
import { purposeOf } from './plan/own-tags.ts';
import { KEY_LABEL } from './reuse/key-label.ts';

export interface BuildInputs extends SharedInputs {
  readonly image: ImageName;
  /** Its repository in Artifact Registry; undefined for a registry on this machine if `region` is not set. */
  readonly repository: string | undefined;
  readonly tags: readonly string[];
  /** Paths are relative to `workspace`. */
  readonly workspace: string;
  readonly contextDir: string;
  readonly file: string;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly buildContexts: ReadonlyMap<string, string>;
  readonly secrets: ReadonlyMap<string, string>;
  readonly secretEnvs: ReadonlyMap<string, string>;
  readonly secretFiles: ReadonlyMap<string, string>;
  readonly ssh: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  readonly cache: 'registry' | 'gha' | 'off';
  /** Stores the content of `RUN --mount=type=cache` in the registry. */
  readonly cacheMounts: boolean;
  /** Bytes. */
  readonly cacheMountsMaxSize: number;
  readonly reuse: boolean;
  /** Milliseconds. */
  readonly reuseMaxAge: number;
  readonly provenance: string;
  readonly sbom: string;
  readonly push: boolean;
  /** Pushes one platform, without the tags of the commit, for another step to merge. */
  readonly forMerge: boolean;
  /** Platform → digest that another step pushed; if any, they are merged and nothing is built. */
  readonly merge: ReadonlyMap<string, string>;
  readonly load: boolean;
  /** Time limit of the step in milliseconds; undefined for none. */
  readonly timeout: number | undefined;
  readonly pull: boolean;
  readonly noCache: boolean;
  readonly builder: string | undefined;
  readonly extraArgs: readonly string[];
  /** Required provenance of an image and a build cache to be reused. */
  readonly provenanceRequired: ProvenanceInputs;
  readonly sign: 'auto' | 'required' | 'off';
  readonly signLog: 'auto' | 'public';
  /** Version of a key of Cloud KMS that signs instead of Sigstore; undefined for none. */
  readonly signKey: string | undefined;
  /** Stores attestations at GitHub, too. */
  readonly githubToken: string | undefined;
  readonly policy: JudgedInputs;
}

const DEFAULT_PLATFORM = 'linux/amd64';

export function readInputs(reader: InputReader, context: Pick<Context, 'github' | 'env' | 'clock'>): BuildInputs {
  const image = reader.required('image') === '' ? undefined : reader.parse('image', parseRegistryImage);
  const region = reader.parse('region', parseRegion);
  const workspace = resolve(context.github.workspace || '.');
  const contextDir = readContext(reader, workspace);
  const push = reader.boolean('push', 'true');
  const sign = reader.oneOf('sign', ['auto', 'required', 'off'], 'auto');
  const buildArgs = reader.map('build-args');
  const merge = readMerge(reader);
  const platforms = [...new Set(reader.parseList('platforms', parsePlatform, DEFAULT_PLATFORM))].sort();
  const inputs: BuildInputs = {
    ...readSharedInputs(reader, { ...context, env: withProject(context.env, image) }),
    image: image ?? { host: '', path: '' },
    repository: image && artifactRegistryRepository(image, region),
    tags: reader.parseList('tags', parseTag),
    workspace,
    contextDir,
    file: readFile(reader, workspace, contextDir),
    target: reader.text('target'),
    platforms: merge.size > 0 ? [...merge.keys()].sort() : platforms,
    buildArgs,
    buildContexts: reader.map('build-contexts'),
    secrets: reader.map('secrets'),
    secretEnvs: reader.map('secret-envs'),
    secretFiles: reader.map('secret-files'),
    ssh: reader.list('ssh'),
    labels: readLabels(reader, 'labels'),
    annotations: readLabels(reader, 'annotations'),
    cache: reader.oneOf('cache', ['registry', 'gha', 'off'], 'registry'),
    cacheMounts: reader.boolean('cache-mounts', 'false'),
    cacheMountsMaxSize: reader.parse('cache-mounts-max-size', parseSize, '4Gi'),
    reuse: reader.boolean('reuse', 'true') && push,
    reuseMaxAge: reader.duration('reuse-max-age', '7d'),
    provenance: reader.parse('provenance', parseProvenance, 'mode=min'),
    sbom: reader.parse('sbom', parseSbom, 'true'),
    push,
    forMerge: reader.boolean('for-merge', 'false'),
    merge,
    load: reader.boolean('load', 'false'),
    timeout: reader.duration('timeout'),
    pull: reader.boolean('pull', 'false'),
    noCache: reader.boolean('no-cache', 'false'),
    builder: reader.text('builder'),
    extraArgs: reader.list('extra-args'),
    provenanceRequired: readProvenanceInputs(reader, context, sign === 'required'),
    sign,
    signLog: reader.oneOf('sign-log', ['auto', 'public'], 'auto'),
    signKey: reader.parse('sign-key', parseKeyVersion),
    githubToken: readGitHubToken(reader),
    policy: judgeBuildArguments(reader, buildArgs, context.clock.now()),
  };
  checkTogether(reader, inputs, context.env);
  // The runner sets the default where the input is left out.
  const listed = [DEFAULT_PLATFORM, inputs.platforms.join()].includes(platforms.join());
  if (merge.size > 0 && !listed)
    reader.problem(
      'platforms',
      `lists ${platforms.join(', ')}, but merge has images for ${inputs.platforms.join(', ')}. List the same platforms in both, or remove platforms.`,
    );
  if (image && region) checkRegion(reader, image, region);
  reader.done();
  return inputs;
}

/** Where Artifact Registry hosts the repositories of Container Registry (https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo). */
const GCR_LOCATIONS: ReadonlyMap<string, string> = new Map([
  ['gcr.io', 'us'],
  ['us.gcr.io', 'us'],
  ['eu.gcr.io', 'europe'],
  ['asia.gcr.io', 'asia'],
]);

function parseRegistryImage(text: string): ImageName {
  const image = parseImageName(text);
  const known = image.host.endsWith('-docker.pkg.dev') || isLoopback(image.host);
  const moved = GCR_LOCATIONS.get(image.host);
  if (moved !== undefined) {
    const { project, rest } = splitPath(image);
    const name = { host: `${moved}-docker.pkg.dev`, path: [project, image.host, ...rest].join('/') };
    throw new Error(
      `"${text}" is in Container Registry, which Artifact Registry has replaced. Write ${formatImageName(name)}, which is the same repository: ${image.host} also serves its images.`,
    );
  }
  if (!known)
    throw new Error(
      `"${text}" is not in Artifact Registry. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME; the access token is not sent to other registries.`,
    );
  if (splitPath(image).rest.length < 2)
    throw new Error(`"${text}" is too short. Write REGION-docker.pkg.dev/PROJECT/REPOSITORY/NAME.`);
  return image;
}

/** The project of the image is the default. */
function withProject(env: Context['env'], image: ImageName | undefined): Context['env'] {
  return { ...env, GOOGLE_CLOUD_PROJECT: env.GOOGLE_CLOUD_PROJECT || (image && splitPath(image).project) || 'unknown' };
}

function parseTag(text: string): string {
  if (text === 'latest')
    throw new Error('the tag latest names another image after each build. Deploy the output "image" instead.');
  const purpose = purposeOf(text);
  if (purpose) throw new Error(`the tag ${text} is reserved for ${purpose}. Choose another one.`);
  if (TAG.test(text)) return text;
  throw new Error(`"${text}" is not a tag. Write the tag alone, at most 128 letters, digits, "_", "." and "-".`);
}

/** https://cloud.google.com/kms/docs/resource-hierarchy#retrieve_resource_id */
function parseKeyVersion(text: string): string {
  const name = text.trim();
  if (/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/.test(name))
    return name;
  throw new Error(
    `"${name}" is not a key version. Write projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/NUMBER.`,
  );
}

function parsePlatform(text: string): string {
  if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9]+)?$/.test(text)) return text;
  const hint = text.includes(',') ? ' Write one per line, without commas.' : '';
  throw new Error(`"${text}" is not a platform such as linux/amd64 or linux/arm64.${hint}`);
}

function parseSize(text: string): number {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(text.trim()) ?? [];
  if (amount === undefined)
    throw new Error(`"${text}" is not a size. Write a whole number with Mi or Gi, such as 4Gi.`);
  return Number(amount) * 1024 ** (unit === 'Gi' ? 3 : 2);
}

function readMerge(reader: InputReader): ReadonlyMap<string, string> {
  const merge = reader.map('merge');
  for (const [platform, digest] of merge) {
    if (isPlatform(platform) && DIGEST.test(digest)) continue;
    reader.problem(
      'merge',
      `"${platform}=${digest}" is not a platform with its digest, such as linux/arm64=sha256:…. Pass the output digest of the step that built it; it is empty if that step did not run.`,
    );
  }
  return merge;
}

function isPlatform(text: string): boolean {
  try {
    return parsePlatform(text) === text;
  } catch {
    return false;
  }
}

function parseProvenance(text: string): string {
  const value = text.trim();
  if (parseBoolean(value) === false) return 'false';
  if (['mode=min', 'mode=max'].includes(value)) return value;
  throw new Error(`"${text}" is not known. Write mode=min, mode=max or false.`);
}

function parseSbom(text: string): string {
  const value = text.trim();
  const enabled = parseBoolean(value);
  if (enabled !== undefined) return String(enabled);
  if (/^generator=[^\s,"]+$/.test(value)) return value;
  throw new Error(`"${text}" is not known. Write true, false or generator=IMAGE.`);
}

function readContext(reader: InputReader, workspace: string): string {
  const given = reader.text('context', '.');
  if (/^[a-z+]+:\/\//.test(given) || given.startsWith('git@')) {
    reader.problem(
      'context',
      `"${given}" is remote. Check out the repository and set a folder, so that what is built is what was tested.`,
    );
    return '.';
  }
  if (!isDirectory(resolve(workspace, given)))
    reader.problem(
      'context',
      `"${given}" is not a folder in ${workspace}. Run actions/checkout before this step, or fix the path.`,
    );
  return relative(workspace, resolve(workspace, given)) || '.';
}

const TEMPLATES = 'https://github.com/orchestra/actions/blob/main/docs/guides/no-dockerfile.md';

function readFile(reader: InputReader, workspace: string, contextDir: string): string {
  const given = reader.text('file');
  const file = given ?? join(contextDir, 'Dockerfile');
  if (!isFile(resolve(workspace, file)) && isDirectory(resolve(workspace, contextDir)))
    reader.problem(
      'file',
      `there is no Dockerfile at "${file}". Set its path from the root of the repository.${given === undefined ? ` If you have none, start from a template: ${TEMPLATES}.` : ''}`,
    );
  return relative(workspace, resolve(workspace, file));
}

function checkTogether(reader: InputReader, inputs: BuildInputs, env: Context['env']): void {
  const ids = [...inputs.secrets.keys(), ...inputs.secretEnvs.keys(), ...inputs.secretFiles.keys()];
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    reader.problem(
      'secrets',
      `the id "${id}" appears more than once in secrets, secret-envs and secret-files. Remove all but one.`,
    );
  for (const [id, variable] of inputs.secretEnvs)
    if (env[variable] === undefined)
      reader.problem(
        'secret-envs',
        `${id} names the variable ${variable}, which is not set. Set it in the step's env.`,
      );
  for (const [id, path] of inputs.secretFiles)
    if (!isFile(resolve(inputs.workspace, path)))
      reader.problem(
        'secret-files',
        `${id} names the file "${path}", which does not exist. Set its path from the root of the repository.`,
      );
  for (const arg of inputs.extraArgs) {
    const own = ownInputOf(arg);
    if (own) reader.problem('extra-args', `"${arg.split('=')[0]}" is set by this action. ${own}`);
  }
  const { signKey, sign, signLog, provenanceRequired } = inputs;
  if (signKey && sign === 'off') reader.problem('sign-key', 'nothing is signed with sign: off. Remove one of the two.');
  if (signKey && signLog === 'public')
    reader.problem('sign-log', 'signatures with a key are not logged. Remove sign-log or sign-key.');
  if (signKey && provenanceRequired.keys.length === 0 && (provenanceRequired.mode !== 'off' || sign === 'required'))
    reader.problem(
      'provenance-key',
      'is required with sign-key where images are reused only if they are verified. Set the file with the public key.',
    );
  checkMerge(reader, inputs);
  if (inputs.load && inputs.platforms.length > 1)
    reader.problem('load', 'the Docker Engine can load one platform only. Set one in platforms, or remove load.');
  if (inputs.dryRun && inputs.load) reader.problem('load', 'nothing is loaded in a dry run. Remove one of the two.');
}

/** What `for-merge` and `merge` can be combined with. */
function checkMerge(reader: InputReader, { forMerge, merge, push, load, tags, ...inputs }: BuildInputs): void {
  const input = forMerge ? 'for-merge' : 'merge';
  if (!forMerge && merge.size === 0) return;
  if (!push) reader.problem(input, 'needs push: true.');
  if (load) reader.problem(input, 'cannot be combined with load. Remove one of the two.');
  if (forMerge && merge.size > 0) reader.problem('merge', 'cannot be combined with for-merge. Remove one of the two.');
  if (forMerge && inputs.platforms.length !== 1)
    reader.problem(input, 'builds one platform. Set one in platforms, and add a step for each other one.');
  if (forMerge && tags.length > 0)
    reader.problem('tags', 'apply to the merged image, not to that of one platform. Remove them here.');
}

function checkRegion(reader: InputReader, image: ImageName, region: string): void {
  if (!isLoopback(image.host) && !image.host.startsWith(`${region}-`))
    reader.problem(
      'region',
      `"${region}" is not where the image is: ${image.host}. Remove it: the name of the image contains the location.`,
    );
}

function judgeBuildArguments(reader: InputReader, buildArgs: ReadonlyMap<string, string>, now: number): JudgedInputs {
  const found = secretBuildArguments(buildArgs).map((finding) => ({
    rule: 'no-plain-secrets' as const,
    finding,
    input: 'build-args',
  }));
  return judgeInputs(reader, found, readExceptions(reader), now);
}

/** Labels or annotations of the image. Our prefix is reserved: `reuse` reads those. */
function readLabels(reader: InputReader, name: 'labels' | 'annotations'): ReadonlyMap<string, string> {
  const given = reader.map(name);
  // The key of an annotation can begin with its level: `index:KEY`.
  for (const key of given.keys())
    if (key.replace(/^[^:]*:/, '').startsWith(KEY_LABEL.replace(/[^.]+$/, '')))
      reader.problem(name, `${key} is set by this action, which reads it to reuse images. Remove it.`);
  return given;
}
