/**
 * What the actions of a call would refuse in their inputs, found before anything is built or migrated: each entry is read by the
 * reader of its own action. Reads files of the repository, and calls nothing.
 */
import { resolve } from 'node:path';
import { isFile } from '../../src/inputs/read-file.ts';
import { previewTag } from '../../src/records/preview-names.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import { createInputReader, type InputReader, variable } from '../../src/runtime/inputs.ts';
import type { GivenCall } from './inputs.ts';
import { findJobManifests } from './job-manifests.ts';
import { type CallLists, isBuilt, isDeployed } from './plan/call.ts';
import { BUILD_KEYS, PIPELINE_KEYS, RELEASE_KEYS } from './plan/keys.ts';
import { asInputs, type Entry, type ListProblem, pick, textOrEmpty } from './plan/lists.ts';
import { planReleaseInputs, type ReleaseInputs } from './plan/release.ts';

type Call = Omit<GivenCall, 'problems'>;
type Surroundings = Pick<Context, 'github' | 'env' | 'clock' | 'endpoints' | 'log'>;
type Reader = (reader: InputReader, context: Surroundings) => unknown;
type Values = Readonly<Record<string, unknown>>;

/** Stands for what only later jobs know. */
const DIGEST = `sha256:${'0'.repeat(64)}`;

/** Options of which a release uses one value of several, so that a bad one could be left out of it. */
const CHOSEN_OF_SEVERAL = ['steps', 'analysis', 'false-alarm-rate'] as const;

/** `known`: problems of the lists themselves, which are not repeated. Returns all further ones. */
export async function actionInputProblems(
  given: Call,
  known: readonly ListProblem[],
  context: Surroundings,
): Promise<ListProblem[]> {
  const call = given.deploys ? given : withTarget(given);
  const { lists } = call;
  const missing = missingManifests(lists, context);
  const release = releaseOf(call, context);
  const found = [
    ...missing,
    ...(call.preview ? release.jobs.map(jobProblem) : []),
    ...(call.promotion ? missingRepository(call, 'promotes') : await buildProblems(call, context)),
    ...(await migrateProblems(call, release, missing.length === 0, context)),
    ...(await deployProblems(call, release, context)),
    ...(await publishProblems(call, release, missing.length === 0, context)),
  ];
  const said = new Set(known.map(({ input, message }) => `${input}: ${message}`));
  const fresh = found.filter(({ input, key, message }) => {
    const text = `${input}: ${message}`;
    if (said.has(text) || isKnown(input, key, known)) return false;
    said.add(text);
    return true;
  });
  return fresh.map(({ input, message }) => ({ input, message }));
}

/** Checks need no target: what the call does not say of it is filled in. checks.yml does not say which repositories are allowed. */
function withTarget(call: Call): Call {
  const anyImage = 'image-repositories' in call.inputs ? {} : { 'image-repository': '' };
  const target = { project: 'checks', region: 'us-central1' };
  const missing = Object.entries(target).filter(([name]) => textOrEmpty(call.inputs[name]) === '');
  return { ...call, inputs: { ...call.inputs, ...Object.fromEntries(missing), ...anyImage } };
}

interface Found extends ListProblem {
  readonly key?: string;
}

/** A value that the lists' own rules refuse, or an image that no service builds, is refused by the action as well. */
const isKnown = (input: string, key: string | undefined, known: readonly ListProblem[]): boolean =>
  key !== undefined &&
  known.some(
    (one) =>
      one.input === input && (key === 'image' || one.message.match(/\bhas (?:a |no key )?([\w-]+)/)?.[1] === key),
  );

/** The inputs of the release, with a digest in place of each that is not built yet. */
function releaseOf({ inputs, lists, promotion }: Call, context: Surroundings): ReleaseInputs {
  const slots = (values: readonly Entry[], value: string) =>
    Object.fromEntries(values.map((_, slot) => [`s${slot}`, value]));
  const manifests = lists.services.filter(isDeployed).flatMap(({ manifest }) => manifest ?? []);
  return planReleaseInputs({
    lists,
    region: textOrEmpty(inputs.region),
    imageRepository: repositoryOf(inputs),
    digests: slots(lists.services, DIGEST),
    builds: slots(lists.frontends, `1 1 ${DIGEST}`),
    folder: 'frontends',
    promotion,
    artifactName: (frontend) => frontend,
    jobManifests: findJobManifests(manifests.map(String), (path) => inWorkspace(path, context)),
  }).inputs;
}

const inWorkspace = (path: string, { github }: Surroundings) => resolve(github.workspace || '.', path);

/** A call without images has none. */
const repositoryOf = (inputs: Entry): string =>
  textOrEmpty(inputs['image-repository']) || 'us-docker.pkg.dev/project/images';

function missingManifests({ services, jobs }: CallLists, context: Surroundings): Found[] {
  const found = (input: string) => (entry: Entry) =>
    typeof entry.manifest !== 'string' || isFile(inWorkspace(entry.manifest, context))
      ? []
      : [
          {
            input,
            message: `${entry.name} has manifest "${entry.manifest}", which does not exist. Set its path from the root of the repository.`,
          },
        ];
  return [...services.flatMap(found('services')), ...jobs.flatMap(found('jobs'))];
}

const jobProblem = ({ manifest }: Entry): Found => ({
  input: 'services',
  message: `${manifest} is of kind Job, but the only job of a preview is its migration. Remove this entry.`,
});

function missingRepository({ inputs, lists }: Call, does: string): Found[] {
  const images = lists.services.filter(isBuilt).map(({ name }) => name);
  if (images.length === 0 || textOrEmpty(inputs['image-repository']) !== '') return [];
  return [
    {
      input: 'image-repository',
      message: `is missing, but the call ${does} images: ${images.join(', ')}. Set REGION-docker.pkg.dev/PROJECT/REPOSITORY.`,
    },
  ];
}

async function buildProblems(call: Call, context: Surroundings): Promise<Found[]> {
  const { inputs, lists, deploys } = call;
  const missing = deploys ? missingRepository(call, 'builds') : [];
  if (missing.length > 0) return missing;
  const { readInputs } = await import('../build-image/inputs.ts');
  const built = lists.services.filter(isBuilt);
  return built.flatMap((entry) => {
    const own = asInputs(Object.fromEntries(Object.entries(entry).filter(([key]) => isBuildKey(key))));
    const { dockerfile, ...rest } = own;
    const values = {
      ...{ project: inputs.project, image: `${repositoryOf(inputs)}/${entry.name}`, context: '.' },
      ...{ ...rest, ...(dockerfile !== undefined && { file: dockerfile }) },
    };
    return problemsOf(readInputs as Reader, values, context).map(({ subject, message }) => {
      const name = subject.replace(/^Input /, '');
      const key = name === 'file' ? 'dockerfile' : name;
      return isBuildKey(key)
        ? { input: 'services', key, message: `${entry.name}, ${key}: ${message}` }
        : { input: name === 'image' ? 'image-repository' : name, message };
    });
  });
}

const isBuildKey = (key: string): boolean => BUILD_KEYS.includes(key) || key === 'policy-exceptions';

async function migrateProblems(
  { inputs }: Call,
  { migration, holders, timed }: ReleaseInputs,
  complete: boolean,
  context: Surroundings,
): Promise<Found[]> {
  if (!migration) return [];
  const { readInputs } = await import('../migrate/inputs.ts');
  const values = {
    ...{ ...targetOf(inputs), ...provenanceOf(inputs), ...migration },
    ...{ services: complete ? holders.join('\n') : '', freeze: inputs.freeze, 'before-canary': timed },
  };
  return problemsOf(readInputs as Reader, values, context)
    .filter(({ subject }) => complete || subject !== 'Input services')
    .map(({ subject, message }) => {
      const name = subject.replace(/^Input /, '');
      const own = (PIPELINE_KEYS.migration as readonly string[]).includes(name);
      return own ? { input: 'migration', key: name, message: `${name}: ${message}` } : { input: name, message };
    });
}

async function deployProblems({ inputs, lists, preview }: Call, release: ReleaseInputs, context: Surroundings) {
  const { services, options } = release;
  const jobs = preview ? [] : release.jobs;
  if (services.length + jobs.length === 0) return [];
  const { readInputs } = await import('../deploy-run/inputs.ts');
  const read = (chosen: Entry) =>
    problemsOf(
      readInputs as Reader,
      {
        ...(preview
          ? { project: inputs.project, region: inputs.region, tag: previewTag(preview), 'no-traffic': true }
          : { ...targetOf(inputs), ...provenanceOf(inputs), freeze: inputs.freeze }),
        ...chosen,
        ...(services.length > 0 && { services: JSON.stringify(services) }),
        ...(jobs.length > 0 && { jobs: JSON.stringify(jobs) }),
      },
      context,
    ).map((problem) => foundIn(problem, { services: 'services', jobs: 'jobs' }));
  // A preview has no traffic, so nothing about its steps has an effect.
  if (preview) return read(pick(options, ['timeout', 'required-checks']));
  const alone = lists.services.filter(isDeployed).flatMap((entry) => {
    const own = ownOptionsOf(entry);
    return read({ ...options, ...own })
      .filter(({ input, key = '' }) => input === 'services' && key in own)
      .map((found) => ({ ...found, message: `${entry.name}, ${found.message}` }));
  });
  const named = new Set(alone.map(({ key }) => key));
  return [...read(options).filter(({ key }) => key === undefined || !named.has(key)), ...alone];
}

/** Options of one service, as the release would take them from it alone. */
function ownOptionsOf(entry: Entry): Entry {
  const own = Object.fromEntries(CHOSEN_OF_SEVERAL.filter((key) => key in entry).map((key) => [key, entry[key]]));
  const { analysis } = own;
  return { ...asInputs(own), ...(typeof analysis === 'object' && { analysis: JSON.stringify(analysis) }) };
}

async function publishProblems(
  { inputs }: Call,
  { sites, holders }: ReleaseInputs,
  complete: boolean,
  context: Surroundings,
): Promise<Found[]> {
  if (sites.length === 0) return [];
  const { readInputs } = await import('../publish-frontend/inputs.ts');
  const values = {
    ...{ project: inputs.project, sites: JSON.stringify(sites), freeze: inputs.freeze },
    ...(complete && { services: holders.join('\n') }),
  };
  return problemsOf(readInputs as Reader, values, context).map((problem) => foundIn(problem, { sites: 'frontends' }));
}

/** What both migrate and deploy-run get. */
const targetOf = (inputs: Entry): Values => ({
  project: inputs.project,
  region: inputs.region,
  'image-repositories': [textOrEmpty(inputs['image-repository']), textOrEmpty(inputs['image-repositories'])].join('\n'),
  'image-repositories-scope': textOrEmpty(inputs['image-repositories']) === '' ? 'inputs' : 'all',
});

const provenanceOf = (inputs: Entry): Values =>
  Object.fromEntries(
    ['require-provenance', 'provenance-identity', 'provenance-key', 'trusted-root'].map((key) => [key, inputs[key]]),
  );

/** `Input services, web, port` is about an entry. `lists`: the action's name of a list → that of the call. */
function foundIn({ subject, message }: Problem, lists: Readonly<Record<string, string>>): Found {
  const [list = '', ...rest] = subject.replace(/^Input /, '').split(', ');
  const input = lists[list];
  if (input !== undefined)
    return { input, key: rest.at(-1) ?? '', message: [rest.join(', '), message].filter(Boolean).join(': ') };
  const shared = (RELEASE_KEYS as readonly string[]).includes(list);
  return shared ? { input: 'services', key: list, message: `${list}: ${message}` } : { input: list, message };
}

/** What the reader refuses; only these inputs are given, and what is empty is not. */
function problemsOf(read: Reader, values: Values, context: Surroundings): readonly Problem[] {
  const surroundings = Object.entries(context.env).filter(([name]) => !name.startsWith(variable('')));
  const given = Object.entries(values).flatMap(([name, value]) =>
    textOrEmpty(value) === '' ? [] : [[variable(name), textOrEmpty(value)] as const],
  );
  const env = Object.fromEntries([...surroundings, ...given]);
  try {
    read(createInputReader(env), { ...context, env });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}
