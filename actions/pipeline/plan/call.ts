/** The lists of one call of pipeline.yml, checked as a whole. Pure. */
import { createHash } from 'node:crypto';
import { BUILD_KEYS, PIPELINE_KEYS, ROLLOUT_KEYS } from './keys.ts';
import { asInputs, type Entry, type ListProblem, readList, readObject, repeatedNames, tooMany } from './lists.ts';

/** The lists, as the caller wrote them. */
export interface CallTexts {
  readonly checks: string;
  readonly services: string;
  readonly frontends: string;
  readonly migration: string;
}

export interface CallLists {
  readonly checks: readonly Entry[];
  readonly services: readonly Entry[];
  readonly frontends: readonly Entry[];
  readonly migration: Entry | undefined;
}

const MIGRATION = '{"image": "web", "job": "migrate", "args": "migrate"}';

/** The lists and all that is wrong with them; with any problem the lists are not used. */
export function readCall(texts: CallTexts): { lists: CallLists; problems: readonly ListProblem[] } {
  const checks = readList('checks', texts.checks, PIPELINE_KEYS.checks);
  const services = readList('services', texts.services, PIPELINE_KEYS.services);
  const frontends = readList('frontends', texts.frontends, PIPELINE_KEYS.frontends, ['path', 'bucket']);
  const migration = readObject('migration', texts.migration, PIPELINE_KEYS.migration, MIGRATION);
  const built = services.value.filter(isBuilt);
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
  const lists = {
    checks: checks.value,
    services: services.value,
    frontends: frontends.value,
    migration: migration.value,
  };
  return { lists, problems };
}

/** True for a service with an image of its own. */
export const isBuilt = ({ image }: Entry): boolean => image === undefined;

/** True for a service that is deployed, and not only built. */
export const isDeployed = ({ manifest, service }: Entry): boolean => manifest !== undefined || service !== undefined;

/** What a leg of a matrix works on. */
export interface Leg {
  /** As the actions take it; undefined if the leg has nothing to do. */
  readonly entry: Entry | undefined;
  /** Where the leg passes on what it made. */
  readonly slot: number;
}

/** The leg for the entry of that name. A service that takes the image of another has nothing to build. */
export function legOf(lists: CallLists, list: 'checks' | 'services' | 'frontends', name: string): Leg {
  const slot = lists[list].findIndex((entry) => entry.name === name);
  const found = lists[list][slot];
  if (!found || (list === 'services' && !isBuilt(found))) return { entry: undefined, slot };
  return { entry: asInputs(list === 'checks' ? { cache: cachedBy(found), ...found } : found), slot };
}

/** The first 12 digits of the hash: names targets and calls in caches and artifacts. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The name of a frontend's artifact: another call in the same run has others. */
export const artifactName = (call: string, frontend: string): string => `frontend-${call}-${frontend}`;

const problemOf = (input: string, message: string): ListProblem => ({ input, message });

const isIdle = (check: Entry): boolean => check.run === undefined && check['golangci-lint'] === undefined;

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
