/** What the jobs of pipeline.yml read: the lists of the caller, checked as a whole. Pure. */
import { createHash } from 'node:crypto';
import { BUILD_KEYS, PIPELINE_KEYS, ROLLOUT_KEYS } from './keys.ts';
import {
  asInputs,
  type Entry,
  keyOf,
  type ListProblem,
  readList,
  readObject,
  regionsOf,
  repeatedNames,
  tooMany,
  withSlots,
} from './lists.ts';

/** The inputs of pipeline.yml that are lists, as their text, and what its names are made of. */
export interface PipelineTexts {
  readonly checks: string;
  readonly services: string;
  readonly frontends: string;
  readonly migration: string;
  readonly region: string;
  /** All that makes the target: environment, project, region, image repository. */
  readonly target: string;
  /** All inputs of the call. */
  readonly call: string;
}

export interface PipelinePlan {
  readonly checks: readonly Entry[];
  /** Services that are built. */
  readonly images: readonly Entry[];
  /** Services that are deployed. */
  readonly services: readonly Entry[];
  readonly frontends: readonly Entry[];
  readonly migration: Entry;
  /** Services whose holds block migration and frontends, as input `services` of the actions takes them. */
  readonly holders: readonly string[];
  /** Names the target in concurrency groups and caches. */
  readonly target: string;
  /** Names the call in artifacts. */
  readonly call: string;
}

const MIGRATION = '{"image": "web", "job": "migrate", "args": "migrate"}';

/** The plan of a call, and all problems; with any of them the plan is not used. */
export function planPipeline(texts: PipelineTexts): { plan: PipelinePlan; problems: readonly ListProblem[] } {
  const checks = readList('checks', texts.checks, PIPELINE_KEYS.checks);
  const services = readList('services', texts.services, PIPELINE_KEYS.services);
  const frontends = readList('frontends', texts.frontends, PIPELINE_KEYS.frontends, ['path', 'bucket']);
  const migration = readObject('migration', texts.migration, PIPELINE_KEYS.migration, MIGRATION);
  const built = services.value.filter(({ image }) => image === undefined);
  const deployed = services.value.filter(isDeployed);
  const problems = [
    ...checks.problems,
    ...checks.value.filter(isIdle).map(({ name }) => problemOf('checks', `${name} needs run or golangci-lint.`)),
    ...services.problems,
    ...services.value.flatMap((entry) => serviceProblems(entry, built)),
    ...frontends.problems,
    ...repeatedNames({ services: services.value, frontends: frontends.value }),
    ...migration.problems,
    ...migrationProblems(texts.migration, migration.value, built),
    ...tooMany('services', 'services', services.value),
    ...tooMany('frontends', 'frontends', frontends.value),
  ];
  const plan: PipelinePlan = {
    checks: checks.value.map((entry) => asInputs({ cache: cachedBy(entry), ...entry })),
    images: withSlots(built.map((entry) => asInputs(entry, ['containers']))),
    services: withSlots(
      deployed.map((entry) => asInputs({ ...entry, key: keyOf(entry, texts.region) }, ['containers'])),
    ),
    frontends: withSlots(frontends.value.map((entry) => asInputs(entry))),
    migration: asInputs(migration.value ?? {}),
    holders: deployed.flatMap((entry) => holdersOf(entry, texts.region)),
    target: shortHash(texts.target),
    call: shortHash(texts.call),
  };
  return { plan, problems };
}

const problemOf = (input: string, message: string): ListProblem => ({ input, message });

const isIdle = (check: Entry): boolean => check.run === undefined && check['golangci-lint'] === undefined;

const isDeployed = ({ manifest, service }: Entry): boolean => manifest !== undefined || service !== undefined;

/** Services refer to each other's images. */
function serviceProblems(entry: Entry, built: readonly Entry[]): ListProblem[] {
  const { name, image, containers = {} } = entry;
  const names = built.map((one) => one.name);
  const taken = [...(image === undefined ? [] : [image]), ...Object.values(containers as object)];
  const given = (keys: readonly string[]) => Object.keys(entry).filter((key) => keys.includes(key));
  const messages = [
    ...(image !== undefined && !isDeployed(entry)
      ? ['is neither built nor deployed. Give it a manifest or service.']
      : []),
    ...(isDeployed(entry)
      ? []
      : given(ROLLOUT_KEYS).map(
          (key) => `has ${key}, but neither manifest nor service. Remove it, or add one of them.`,
        )),
    ...(image === undefined
      ? []
      : given(BUILD_KEYS).map((key) => `has ${key}, but takes the image of another service. Remove ${key} or image.`)),
    ...taken
      .filter((one) => !names.includes(one))
      .map((one) => `takes the image ${one}, which no service of that name builds. Built are: ${names.join(', ')}.`),
  ];
  return messages.map((message) => problemOf('services', `${name} ${message}`));
}

function migrationProblems(text: string, migration: Entry | undefined, built: readonly Entry[]): ListProblem[] {
  if (text.trim() === '' || built.some(({ name }) => name === migration?.image)) return [];
  return [problemOf('migration', 'needs image, the name of a service that is built.')];
}

/** What a toolchain has fetched serves the next run. */
function cachedBy({ rust, node, 'working-directory': folder = '.' }: Entry): string[] {
  return [
    ...(rust ? ['~/.cargo/registry', '~/.cargo/git', `${folder}/target`] : []),
    ...(node ? ['~/.npm', '~/.local/share/pnpm/store', '~/.cache/yarn'] : []),
  ];
}

/** The services of an entry, a line for each region, as input `services` of migrate and publish-frontend takes them. */
function holdersOf(entry: Entry, region: string): string[] {
  const { manifest, service, substitutions } = asInputs(entry);
  return regionsOf(entry, region).map((one) =>
    manifest === undefined
      ? `${one}/${service}`
      : JSON.stringify({ manifest, region: one, ...(substitutions !== undefined && { substitutions }) }),
  );
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
