/** The lists of one call of pipeline.yml, checked as a whole. Pure. */
import { createHash } from 'node:crypto';
import { BUILD_KEYS, PIPELINE_KEYS, ROLLOUT_KEYS } from './keys.ts';
import {
  asInputs,
  asLines,
  commandOf,
  type Entry,
  hasContent,
  isName,
  type ListProblem,
  readList,
  readObject,
  repeatedNames,
  tooMany,
} from './lists.ts';
import { type JobResults, mergeLines, ownRunners, type PlatformRunner, platformSlot } from './platforms.ts';
import { COMMAND_EXPECTED, checkProblems } from './problems/checks.ts';
import { circularServices, repeatedServices } from './problems/twice.ts';
import { valueProblems } from './problems/values.ts';

/** The lists, as the caller wrote them. */
export interface CallTexts {
  readonly checks: string;
  readonly services: string;
  readonly jobs: string;
  readonly frontends: string;
  readonly migration: string;
  /** Of services that name none. */
  readonly region?: string;
}

export interface CallLists {
  readonly checks: readonly Entry[];
  readonly services: readonly Entry[];
  readonly jobs: readonly Entry[];
  readonly frontends: readonly Entry[];
  readonly migration: Entry | undefined;
}

const MIGRATION = '{"image": "web", "job": "migrate", "args": "migrate"}';

/** The lists and all that is wrong with them; with any problem the lists are not used. */
export function readCall(texts: CallTexts): { lists: CallLists; problems: readonly ListProblem[] } {
  const checks = readList('checks', texts.checks, PIPELINE_KEYS.checks);
  const services = readList('services', texts.services, PIPELINE_KEYS.services);
  const jobs = readList('jobs', texts.jobs, PIPELINE_KEYS.jobs);
  const frontends = readList('frontends', texts.frontends, PIPELINE_KEYS.frontends, ['path', 'bucket']);
  const migration = readObject('migration', texts.migration, PIPELINE_KEYS.migration, MIGRATION);
  const built = services.value.filter(isBuilt);
  const deployed = services.value.filter(isDeployed);
  const problems = [
    ...checks.problems,
    ...checkProblems(checks.value),
    ...valueProblems('checks', checks.value),
    ...repeatedNames('checks', { checks: checks.value }),
    ...services.problems,
    ...services.value.flatMap((entry) => serviceProblems(entry, built, services.value)),
    ...valueProblems('services', services.value),
    ...repeatedServices(deployed, texts.region),
    ...circularServices(deployed),
    ...jobs.problems,
    ...jobs.value.flatMap((entry) => jobProblems(entry, built, deployed)),
    ...valueProblems('jobs', jobs.value),
    ...frontends.problems,
    ...frontends.value.flatMap(frontendProblems),
    ...valueProblems('frontends', frontends.value),
    ...repeatedNames('services, jobs or frontends', {
      services: services.value,
      jobs: jobs.value,
      frontends: frontends.value,
    }),
    ...migration.problems,
    ...valueProblems('migration', migration.value ? [migration.value] : []),
    ...migrationProblems(migration.value, built, services.value),
    ...tooMany('checks', 'checks', checks.value),
    ...tooMany('services', 'services', services.value),
    ...tooMany('frontends', 'frontends', frontends.value),
  ];
  const lists = {
    checks: checks.value,
    services: services.value,
    jobs: jobs.value,
    frontends: frontends.value,
    migration: migration.value,
  };
  return { lists, problems };
}

/** True for a service with an image of its own. */
export const isBuilt = ({ image }: Entry): boolean => image === undefined;

/** True for a service that is deployed, and not only built. */
export const isDeployed = ({ manifest, service }: Entry): boolean => manifest !== undefined || service !== undefined;

/** What one job of a matrix works on. */
export interface MatrixJob {
  /** As the actions take it; undefined if the job has nothing to do. */
  readonly entry: Entry | undefined;
  /** Number of its output, which passes on its result. */
  readonly slot: number;
}

/** The job for the entry of that name. A service that takes the image of another has nothing to build. */
export function matrixJobOf(lists: CallLists, list: 'checks' | 'services' | 'frontends', name: string): MatrixJob {
  const slot = lists[list].findIndex((entry) => entry.name === name);
  const found = lists[list][slot];
  if (!found || (list === 'services' && !isBuilt(found))) return { entry: undefined, slot };
  return { entry: { ...asInputs({ ...found, ...cacheOf(list, found) }), ...commandsOf(found) }, slot };
}

/** Commands as the shell takes them: the lines of a list are its lines, whatever is in them. */
const commandsOf = (entry: Entry): Entry =>
  Object.fromEntries(
    (['run', 'build'] as const).flatMap((key) => (entry[key] === undefined ? [] : [[key, commandOf(entry[key])]])),
  );

/** The job for one platform of a service; without a platform, the one that merges its images, or builds all platforms itself. */
export function imageJobOf(
  lists: CallLists,
  name: string,
  { platform, runners, needs }: ImageJobSources,
): { readonly job: MatrixJob; readonly merge: readonly string[]; readonly problems: readonly ListProblem[] } {
  const job = matrixJobOf(lists, 'services', name);
  const service = job.entry && lists.services[job.slot];
  if (!job.entry || !service) return { job, merge: [], problems: [] };
  if (platform === undefined) {
    const { value, problems } = mergeLines(service, job.slot, runners, needs);
    return { job, merge: value, problems };
  }
  const entry = ownRunners(service, runners).includes(platform) ? { ...job.entry, platforms: platform } : undefined;
  return { job: { entry, slot: platformSlot(job.slot, platform, runners) }, merge: [], problems: [] };
}

/** What the job of an image knows beside the lists. */
export interface ImageJobSources {
  /** Of a job for one platform. */
  readonly platform: string | undefined;
  readonly runners: readonly PlatformRunner[];
  readonly needs: JobResults;
}

/** The first 12 digits of the hash: names targets and calls in caches and artifacts. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The name of a frontend's artifact: another call in the same run has others, and so has another attempt. */
export const artifactName = (call: string, frontend: string, attempt: string): string =>
  `frontend-${call}-${frontend}-${attempt}`;

const problemOf = (input: string, message: string): ListProblem => ({ input, message });

/** True for an image that was built elsewhere: `NAME@sha256:…`. */
export const isDigest = (image: unknown): boolean => /^[^\s@]+@sha256:[0-9a-f]{64}$/.test(String(image));

/** Images of an entry that no service of the call builds, and that are no digest either. */
function unknownImages(images: readonly unknown[], built: readonly Entry[]): string[] {
  const names = built.map((one) => one.name);
  const known = names.length > 0 ? ` Built are: ${names.join(', ')}.` : '';
  return images
    .filter((one) => !names.includes(one) && !isDigest(one))
    .map(
      (one) =>
        `takes the image ${one}, which no service of that name builds.${known} Pass an image that was built elsewhere by its digest, NAME@sha256:….`,
    );
}

/** The last part of an image's name (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests). */
const IMAGE = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;

/** Services refer to each other, and to each other's images. */
function serviceProblems(entry: Entry, built: readonly Entry[], services: readonly Entry[]): ListProblem[] {
  const { name, image, containers = {}, after = [] } = entry;
  const taken = [...(image === undefined ? [] : [image]), ...Object.values(containers as object)];
  const given = (keys: readonly string[]) => Object.keys(entry).filter((key) => keys.includes(key));
  const deployed = services.filter(isDeployed).map((one) => one.name);
  const messages = [
    ...(image === undefined && isName(name) && !IMAGE.test(String(name))
      ? [
          'is also the name of the image, which can have only lower-case letters and digits, with ".", "_" or "-" between them. Rename it.',
        ]
      : []),
    ...(['manifest', 'service'] as const)
      .filter((key) => entry[key] !== undefined && !hasContent(entry[key]))
      .map((key) => `has ${key} ${JSON.stringify(entry[key])}. Expected its ${key === 'manifest' ? 'path' : 'name'}.`),
    ...(entry.manifest !== undefined && entry.service !== undefined
      ? ['has both manifest and service. Remove service: a manifest names its service.']
      : []),
    ...(image !== undefined && !isDeployed(entry) ? ['is neither built nor deployed. Add manifest or service.'] : []),
    ...(isDeployed(entry)
      ? []
      : given([...ROLLOUT_KEYS, 'after']).map(
          (key) => `has ${key}, but neither manifest nor service. Remove it, or add one of them.`,
        )),
    ...(image === undefined
      ? []
      : given(BUILD_KEYS).map((key) => `has ${key}, but takes the image of another service. Remove ${key} or image.`)),
    ...unknownImages(taken, built),
    ...[after]
      .flat()
      .filter((one) => !deployed.includes(one))
      .map(
        (one) =>
          `comes after ${one}, which is not a service that is deployed. Deployed services: ${deployed.join(', ')}.`,
      ),
  ];
  return messages.map((message) => problemOf('services', `${name} ${message}`));
}

/** What is published where. The whole repository contains .git, which publish-frontend refuses only after the services have all traffic. */
function frontendProblems({ name, path, bucket, build }: Entry): ListProblem[] {
  const messages = [
    ...Object.entries({ path, bucket })
      .filter(([, value]) => value !== undefined && !hasContent(value))
      .map(([key, value]) => `has ${key} ${JSON.stringify(value)}. Expected its ${key === 'path' ? 'path' : 'name'}.`),
    ...(/^(?:\.\/*)+$/.test(String(path))
      ? [`has path "${path}", the whole repository with its .git. Set the folder of the site, such as "public".`]
      : []),
    ...(build === undefined || commandOf(build) !== undefined
      ? []
      : [`has a build that is not a command. ${COMMAND_EXPECTED} Remove build if there is nothing to build.`]),
  ];
  return messages.map((message) => problemOf('frontends', `${name} ${message}`));
}

/** What a job runs: a manifest, a Cloud Run job that exists, or a command in the new image of a service. */
const JOB_SOURCES = ['manifest', 'job', 'command'];
const MANIFEST_ONLY = ['image', 'execute'];
const COMMAND_ONLY = ['args', 'service'];
const PHASES = ['before-traffic', 'after-traffic'];

function jobProblems(entry: Entry, built: readonly Entry[], deployed: readonly Entry[]): ListProblem[] {
  const { name, image, when = 'before-traffic', 'on-failure': onFailure = 'fail', execute = true } = entry;
  const sources = JOB_SOURCES.filter((key) => entry[key] !== undefined);
  const choice = (key: string, value: unknown, allowed: readonly unknown[]) =>
    allowed.includes(value) ? [] : [`has ${key} ${JSON.stringify(value)}. Expected ${allowed.join(' or ')}.`];
  const only = (source: string, keys: readonly string[]) =>
    entry[source] === undefined
      ? keys.filter((key) => entry[key] !== undefined).map((key) => `has ${key}, which is only allowed with ${source}.`)
      : [];
  const taken = image === undefined ? [] : [image];
  const messages = [
    ...(sources.length === 1 ? [] : [`needs one of ${JOB_SOURCES.join(', ')}.`]),
    ...only('manifest', MANIFEST_ONLY),
    ...only('command', COMMAND_ONLY),
    ...(entry.command === undefined ? [] : unknownService(entry, deployed)),
    ...choice('when', when, PHASES),
    ...choice('on-failure', onFailure, ['fail', 'restore']),
    ...choice('execute', execute, [true, false]),
    ...unknownImages(taken, built),
  ];
  return messages.map((message) => problemOf('jobs', `${name} ${message}`));
}

/** deploy-run refuses it, too, but only after the migration ran. */
function unknownService({ service }: Entry, deployed: readonly Entry[]): string[] {
  const known = deployed.map(({ name }) => name);
  if (service === undefined ? known.length === 1 : deployed.some((one) => [one.name, one.service].includes(service)))
    return [];
  const given = service === undefined ? 'does not say in which service' : `runs in ${service}, which is not deployed`;
  return [`${given}. Set service to one of: ${known.join(', ') || 'none is deployed'}.`];
}

function migrationProblems(
  migration: Entry | undefined,
  built: readonly Entry[],
  services: readonly Entry[],
): ListProblem[] {
  // Of a text that cannot be read, that is all there is to say.
  if (!migration) return [];
  const { image, when = 'before-traffic' } = migration;
  const known = isDigest(image) || built.some(({ name }) => name === image);
  const messages = [
    ...(known ? [] : ['needs image, the name of a service that is built, or NAME@sha256:….']),
    ...(PHASES.includes(String(when)) ? [] : [`has when ${JSON.stringify(when)}. Expected ${PHASES.join(' or ')}.`]),
    ...(when === 'after-traffic' ? afterTrafficProblems(services) : []),
  ];
  return messages.map((message) => problemOf('migration', message));
}

/** It waits until services have all traffic, which takes longer than the run where their steps have times. */
function afterTrafficProblems(services: readonly Entry[]): string[] {
  const long = services.filter(({ steps }) => String(asLines(steps) ?? '').includes('@')).map(({ name }) => name);
  return [
    ...(services.some(isDeployed)
      ? []
      : ['has when "after-traffic", but this call deploys no service. Remove when, or deploy a service.']),
    ...(long.length > 0
      ? [
          `has when "after-traffic", which cannot be combined with the timed steps of ${long.join(', ')}: old revisions serve until the canary has all traffic. Put the migration into a later commit, which deploys without timed steps.`,
        ]
      : []),
  ];
}

/** What a toolchain has fetched serves the next run. Go's own setup keeps its folders. */
const CACHED = {
  node: ['~/.npm', '~/.local/share/pnpm/store', '~/.cache/yarn'],
  python: ['~/.cache/pip', '~/.cache/uv', '~/.cache/pypoetry'],
  java: ['~/.m2/repository', '~/.gradle/caches', '~/.gradle/wrapper'],
  ruby: ['~/.bundle/cache', '~/.gem'],
  dotnet: ['~/.nuget/packages'],
  php: ['~/.cache/composer'],
} as const;

/** Folders to keep. Of a frontend only with `cache: true`: what a cache holds goes into the site. */
function cacheOf(list: 'checks' | 'services' | 'frontends', entry: Entry): Entry {
  if (list === 'checks')
    return { cache: entry.cache === undefined || entry.cache === true ? cachedBy(entry) : entry.cache };
  return list === 'frontends' && entry.cache === true ? { cache: CACHED.node } : {};
}

function cachedBy(entry: Entry): string[] {
  const { rust, 'working-directory': folder = '.' } = entry;
  return [
    ...(rust ? ['~/.cargo/registry', '~/.cargo/git', `${folder}/target`] : []),
    ...Object.entries(CACHED).flatMap(([tool, folders]) => (entry[tool] ? folders : [])),
  ];
}
