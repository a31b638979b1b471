/** The inputs of promotion. The lists are those of pipeline.yml, which the action `pipeline` has checked as a whole. */
import type { AuthInputs } from '../../src/google/auth.ts';
import { parseMap } from '../../src/inputs/lists.ts';
import { parseProject, parseRegion, readAuthInputs, readGitHubToken } from '../../src/inputs/shared.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';

/** An image that the pipeline builds, in the slot of its service. */
export interface PromotedImage {
  readonly name: string;
  readonly slot: string;
}

/** A service or job of the source, and the entry that it is for. */
export interface SourceReference {
  readonly entry: string;
  /** Name of the service or job in the source. */
  readonly service: string;
}

export interface SourceSite {
  readonly name: string;
  readonly slot: string;
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
}

export interface PromotionInputs {
  readonly task: 'source' | 'fetch';
  readonly auth: AuthInputs;
  readonly project: string;
  readonly region: string;
  /** Repository of the source, without a slash at its end. */
  readonly repository: string;
  readonly images: readonly PromotedImage[];
  readonly services: readonly SourceReference[];
  /** Name of the job that migrates, if there is one. */
  readonly migrationJob: string | undefined;
  readonly sites: readonly SourceSite[];
  /** Undefined if the runner filled none in. */
  readonly githubToken: string | undefined;
  /** `fetch` alone. */
  readonly targetRepository: string;
  readonly digests: Readonly<Record<string, string>>;
  readonly releases: Readonly<Record<string, string>>;
  readonly folder: string;
}

type Entry = Readonly<Record<string, unknown>>;

export function readInputs(reader: InputReader): PromotionInputs {
  const task = reader.oneOf('task', ['source', 'fetch'], 'source');
  const auth = readAuthInputs(reader);
  const services = reader.parse('services', parseEntries, '[]');
  const frontends = reader.parse('frontends', parseEntries, '[]');
  const migration = reader.parse('migration', parseObject, '{}');
  const project = given(reader, 'from-project', parseProject);
  const region = given(reader, 'from-region', parseRegion);
  const repository = given(reader, 'from-image-repository', parseRepository);
  const named = reader.parse('from-services', parseMap, '');
  const places = reader.parse('from-sites', parseMap, '');
  const targetRepository = reader.text('image-repository') ?? '';
  const digests = reader.parse('digests', parseTexts, '{}');
  const releases = reader.parse('releases', parseTexts, '{}');
  const folder = reader.text('folder') ?? '';
  const githubToken = readGitHubToken(reader);

  for (const name of named.keys())
    if (!services.some((entry) => entry.name === name)) reader.problem('from-services', unknown(name, services));
  for (const name of places.keys())
    if (!frontends.some((entry) => entry.name === name)) reader.problem('from-sites', unknown(name, frontends));
  for (const { name } of frontends)
    if (!places.has(String(name)))
      reader.problem(
        'from-sites',
        `does not say where the source has the frontend ${name}. Add ${name}=BUCKET if it takes its configuration at run time. A frontend whose build contains its URLs cannot be promoted: publish it with pipeline.yml, which builds it for the target.`,
      );
  reader.done();
  return {
    task,
    auth,
    project,
    region,
    repository,
    images: services.flatMap((entry, i) =>
      entry.image === undefined ? [{ name: String(entry.name), slot: `s${i}` }] : [],
    ),
    services: services
      .filter(({ manifest, service }) => manifest !== undefined || service !== undefined)
      .map(({ name, service }) => ({
        entry: String(name),
        service: named.get(String(name)) ?? String(service ?? name),
      })),
    migrationJob: migration.image === undefined ? undefined : String(migration.job ?? 'migrate'),
    sites: frontends.map(({ name }, i) => ({
      name: String(name),
      slot: `s${i}`,
      ...placeOf(places.get(String(name)) ?? ''),
    })),
    githubToken,
    targetRepository: targetRepository.replace(/\/+$/, ''),
    digests,
    releases,
    folder,
  };
}

/** A problem if it is absent. */
function given(reader: InputReader, name: string, parser: (text: string) => string): string {
  return reader.required(name) === '' ? '' : (reader.parse(name, parser) ?? '');
}

const unknown = (name: string, entries: readonly Entry[]): string =>
  `names ${name}, which is not in the list. It has: ${entries.map((entry) => entry.name).join(', ') || 'nothing'}.`;

function placeOf(text: string): { bucket: string; prefix: string } {
  const [bucket = '', ...folders] = text
    .replace(/^gs:\/\//, '')
    .split('/')
    .filter((part) => part !== '');
  return { bucket, prefix: folders.length > 0 ? `${folders.join('/')}/` : '' };
}

function parseRepository(text: string): string {
  const repository = text.replace(/\/+$/, '');
  if (/^[^/\s]+\/[^\s@]+$/.test(repository)) return repository;
  throw new Error(`"${text}" is not a repository. Give it as REGION-docker.pkg.dev/PROJECT/REPOSITORY.`);
}

function parseEntries(text: string): readonly Entry[] {
  const list = JSON.parse(text) as unknown;
  if (Array.isArray(list) && list.every((entry) => typeof entry === 'object' && entry !== null)) return list as Entry[];
  throw new Error('is not a JSON list of objects.');
}

function parseObject(text: string): Entry {
  const value = text === '' ? {} : (JSON.parse(text) as unknown);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Entry;
  throw new Error('is not a JSON object.');
}

const parseTexts = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parseObject(text)).map(([key, value]) => [key, String(value ?? '')]));
