/** The inputs of migrate, deploy-run and publish-frontend in the job `release` of pipeline.yml. Pure. */
import { DIGEST } from '../../../src/container/image-reference.ts';
import { type CallLists, isBuilt, isDeployed, isDigest } from './call.ts';
import { BUILD_KEYS, RELEASE_KEYS } from './keys.ts';
import { asInputs, type Entry, type ListProblem, pick, regionsOf } from './lists.ts';
import { sharedOptions } from './shared-options.ts';

/** Results of the earlier jobs, and the target. */
export interface ReleaseSources {
  readonly lists: CallLists;
  readonly region: string;
  /** `REGION-docker.pkg.dev/PROJECT/REPOSITORY`. */
  readonly imageRepository: string;
  /** Slot of the job of each image → its digest. */
  readonly digests: Readonly<Record<string, string>>;
  /** Slot of each frontend → `ARTIFACT-ID sha256:DIGEST` of its build. */
  readonly builds: Readonly<Record<string, string>>;
  /** Where the artifacts are downloaded to. */
  readonly folder: string;
  /** Undefined where every frontend was built. */
  readonly promotion: PromotedSites | undefined;
  /** The name of a frontend's artifact. */
  readonly artifactName: (frontend: string, attempt: string) => string;
  /** Manifests of kind Job, by path. */
  readonly jobManifests: ReadonlySet<string>;
}

/** Sites that come from another target. */
export interface PromotedSites {
  /** Has the files of each in a folder of its name. */
  readonly folder: string;
  /** Their names; other frontends are built for the target. */
  readonly sites: ReadonlySet<string>;
}

export interface ReleaseInputs {
  /** Name of a service → its image by digest. */
  readonly images: Readonly<Record<string, string>>;
  /** Inputs of migrate; undefined without a migration. */
  readonly migration: Entry | undefined;
  /** Input `services` of deploy-run. */
  readonly services: readonly Entry[];
  /** Input `jobs` of deploy-run. */
  readonly jobs: readonly Entry[];
  /** Inputs of deploy-run that hold for all services. */
  readonly options: Entry;
  /** Input `services` of deploy-run with `advance`; empty where the deploy itself is the first step, which waits for a canary. */
  readonly canaries: readonly Entry[];
  /** Whether the canary of this commit outlasts its run. */
  readonly timed: boolean;
  /** Input `sites` of publish-frontend. */
  readonly sites: readonly Entry[];
  /** Ids of the sites' artifacts. */
  readonly artifacts: readonly string[];
  /** The folders that they are downloaded to. */
  readonly folders: readonly string[];
  /** Services whose holds block the migration and the frontends, as input `services` of those actions takes them. */
  readonly holders: readonly string[];
  /** What the caller should know: one sentence each. */
  readonly notices: readonly string[];
}

const NOT_OF_DEPLOY: readonly string[] = ['image', 'containers', 'execute', ...BUILD_KEYS, ...RELEASE_KEYS];
const NOT_OF_JOB: readonly string[] = ['containers', 'after', ...BUILD_KEYS, ...RELEASE_KEYS];
/** Keys that say which service is meant. */
const NAMING: readonly string[] = ['manifest', 'service', 'region', 'substitutions'];
const NOT_OF_PUBLISH: readonly string[] = ['build', 'working-directory', 'node', 'cache', 'url'];

export function planReleaseInputs(sources: ReleaseSources): {
  inputs: ReleaseInputs;
  problems: readonly ListProblem[];
} {
  const { lists, region } = sources;
  const deployed = lists.services.filter(isDeployed);
  const isJob = ({ manifest }: Entry) => sources.jobManifests.has(String(manifest));
  const images = imagesOf(sources);
  const builds = lists.frontends.map((frontend, slot) =>
    isFetched(frontend, sources) ? FETCHED : buildOf(frontend, sources.builds[`s${slot}`]),
  );
  const artifacts = builds.map(({ id }) => id).filter((id) => id !== '');
  const { options, notices } = sharedOptions(deployed);
  const { migration } = lists;
  const timed = String(options.steps ?? '').includes('@');
  const services = deployed.filter((entry) => !isJob(entry)).map((entry) => deployEntry(entry, images.named));
  const jobs = [
    // Version 1.0 took a job among the services, and ran it only if requested.
    ...deployed.filter(isJob).map((entry) => jobEntry({ ...entry, execute: entry.execute === true }, images.named)),
    ...lists.jobs.map((entry) => jobEntry(entry, images.named)),
  ];
  const sites = lists.frontends.map((frontend, i) =>
    siteEntry(frontend, builds[i] as Build, artifacts.length, sources),
  );
  const inputs: ReleaseInputs = {
    images: images.named,
    migration: migration && asInputs({ ...migration, image: imageOf(migration.image, images.named) }),
    services,
    jobs,
    options,
    // The canary of an earlier commit is undecided for this one, too, whatever its own steps are.
    canaries: timed || migration !== undefined ? services.map((entry) => pick(entry, NAMING)) : [],
    timed,
    sites,
    artifacts,
    folders: sites.filter((_, i) => builds[i]?.id !== '').map(({ path }) => String(path)),
    holders: deployed.filter((entry) => !isJob(entry)).flatMap((entry) => holdersOf(entry, region)),
    notices,
  };
  return { inputs, problems: [...images.problems, ...builds.flatMap(({ problems }) => problems)] };
}

/** Names of images, composed here: an output of a job that contains a masked value, such as the project's id, arrives empty. */
function imagesOf({ lists, imageRepository, digests }: ReleaseSources) {
  const named: Record<string, string> = {};
  const problems: ListProblem[] = [];
  for (const [slot, service] of lists.services.entries()) {
    if (!isBuilt(service)) continue;
    const digest = digests[`s${slot}`] ?? '';
    if (DIGEST.test(digest))
      named[String(service.name)] = `${imageRepository.replace(/\/+$/, '')}/${service.name}@${digest}`;
    else
      problems.push({
        input: 'digests',
        message: `the job "Image ${service.name}" returned no digest. Re-run all jobs.`,
      });
  }
  return { named, problems };
}

interface Build {
  /** Empty for a site of another target. */
  readonly id: string;
  /** Of the run, whose artifact it is. A re-run of other jobs keeps it. */
  readonly attempt: string;
  readonly digest: string;
  readonly problems: readonly ListProblem[];
}

const FETCHED: Build = { id: '', attempt: '', digest: '', problems: [] };

/** Whether the files of the frontend come from another target. */
export const isFetched = ({ name }: Entry, { promotion }: Pick<ReleaseSources, 'promotion'>): boolean =>
  promotion?.sites.has(String(name)) ?? false;

/** The artifact of a frontend by id, which never changes, and the digest of what it holds. */
function buildOf({ name }: Entry, text = ''): Build {
  const [, id, attempt, digest] = /^(\d+) (\d+) (sha256:[0-9a-f]{64})$/.exec(text) ?? [];
  if (id && attempt && digest) return { id, attempt, digest, problems: [] };
  const message = `the job "Build ${name}" returned no artifact. Re-run all jobs.`;
  return { ...FETCHED, problems: [{ input: 'builds', message }] };
}

function deployEntry(entry: Entry, images: Readonly<Record<string, string>>): Entry {
  return { ...without(entry, NOT_OF_DEPLOY), image: imageLines(entry, images) };
}

/** A job without `image` keeps those of its manifest. Only a manifest can be deployed without being run. */
function jobEntry(entry: Entry, images: Readonly<Record<string, string>>): Entry {
  const {
    name: _,
    image,
    when = 'before-traffic',
    execute = true,
    'on-failure': onFailure,
    ...rest
  } = without(entry, NOT_OF_JOB);
  const built = image !== undefined || String(entry.name) in images;
  return {
    ...rest,
    ...(built && { image: imageLines(entry, images) }),
    ...(when === 'after-traffic' && onFailure !== undefined && { 'on-failure': onFailure }),
    when,
    ...(rest.manifest !== undefined && { execute }),
  };
}

/** The main image first, then `CONTAINER=IMAGE` for each other container. */
function imageLines(
  { name, image = name, containers = {} }: Entry,
  images: Readonly<Record<string, string>>,
): string[] {
  const others = Object.entries(containers as Record<string, string>);
  return [imageOf(image, images), ...others.map(([container, one]) => `${container}=${imageOf(one, images)}`)];
}

/** Of a service that the call builds, or what was built elsewhere. */
const imageOf = (image: unknown, images: Readonly<Record<string, string>>): string =>
  isDigest(image) ? String(image) : (images[String(image)] ?? '');

function siteEntry(frontend: Entry, { attempt, digest }: Build, artifacts: number, sources: ReleaseSources): Entry {
  const { folder, artifactName, promotion } = sources;
  const entry = without(frontend, NOT_OF_PUBLISH);
  if (promotion && isFetched(frontend, sources)) return { ...entry, path: `${promotion.folder}/${frontend.name}` };
  // A single artifact is extracted into the folder itself, several into a folder each by name.
  const path = artifacts === 1 ? folder : `${folder}/${artifactName(String(frontend.name), attempt)}`;
  return { ...entry, path, 'artifact-digest': digest };
}

/** The services that are deployed, as input `services` of deploy-run takes them where it deploys nothing. */
export const namedServices = (services: readonly Entry[]): Entry[] =>
  services.filter(isDeployed).map((entry) => pick(entry, NAMING));

/** The services of an entry as input `services` of migrate takes them, a line for each region. */
export function holdersOf(entry: Entry, region: string): string[] {
  const { manifest, service, substitutions } = asInputs(entry);
  return regionsOf(entry, region).map((one) =>
    manifest === undefined
      ? `${one}/${service}`
      : JSON.stringify({ manifest, region: one, ...(substitutions !== undefined && { substitutions }) }),
  );
}

const without = (entry: Entry, keys: readonly string[]): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
