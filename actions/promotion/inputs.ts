/** The inputs of promotion. The lists are those of pipeline.yml, which the action `pipeline` has checked as a whole. */

import { resolve } from 'node:path';
import { isCommitPrefix } from '../../src/github/commit.ts';
import type { AuthInputs } from '../../src/google/auth.ts';
import { parseMap } from '../../src/inputs/lists.ts';
import { readNamedManifest } from '../../src/inputs/service-manifest.ts';
import { readServiceNames } from '../../src/inputs/services.ts';
import { parseProject, parseRegion, readAuthInputs, readGitHubToken, readRequired } from '../../src/inputs/shared.ts';
import { parseSitePlace, type SitePlace } from '../../src/records/sites.ts';
import type { Context } from '../../src/runtime/context.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';
import { migrationJobOf, type PromotedEntry, sourceRegions, unknownName } from './plan/entries.ts';

/** An image that the pipeline builds, in the slot of its service. */
export interface PromotedImage {
  readonly name: string;
  readonly slot: string;
}

/** A site whose files are promoted, in the slot of its frontend. */
export interface PromotedSite extends SitePlace {
  readonly slot: string;
}

/** A service or job of the source, and the entry that it is for. */
export interface SourceReference {
  readonly entry: string;
  /** Name of the service or job in the source. */
  readonly service: string;
  /** Where it may be at the source; it need not be in each of them. */
  readonly regions: readonly string[];
}

export interface PromotionInputs {
  readonly task: 'source' | 'fetch';
  readonly auth: AuthInputs;
  readonly project: string;
  /** Repository of the source, without a slash at its end. */
  readonly repository: string;
  readonly images: readonly PromotedImage[];
  readonly services: readonly SourceReference[];
  /** Jobs of the release, which the source need not have. */
  readonly jobs: readonly SourceReference[];
  /** The source's job that migrates; undefined without a migration. */
  readonly migrationJob: SourceReference | undefined;
  /** Sites whose files are promoted. */
  readonly sites: readonly PromotedSite[];
  /** The other frontends, which are built for the target, with their places in the list. */
  readonly rebuilt: readonly { readonly name: string; readonly place: number }[];
  /** `source`: the commit to promote, or its beginning; undefined for the one that serves. `fetch`: the commit that is promoted. */
  readonly commit: string | undefined;
  /** Undefined if the runner filled none in. */
  readonly githubToken: string | undefined;
  /** `fetch` alone. */
  readonly target: PromotionTarget;
  readonly digests: Readonly<Record<string, string>>;
  /** Slot of a site → its release. Like digests: an output with the name of a site could contain a masked value, and arrive empty. */
  readonly releases: Readonly<Record<string, string>>;
  readonly folder: string;
}

export interface PromotionTarget {
  readonly repository: string;
  /** Full names. */
  readonly services: readonly string[];
  readonly sites: readonly SitePlace[];
}

export function readInputs(reader: InputReader, context: Pick<Context, 'github'>): PromotionInputs {
  const task = reader.oneOf('task', ['source', 'fetch'], 'source');
  const auth = readAuthInputs(reader);
  const services = reader.parse('services', parseEntries, '[]');
  const jobs = reader.parse('jobs', parseEntries, '[]');
  const frontends = reader.parse('frontends', parseEntries, '[]');
  const migration = reader.parse('migration', parseObject, '{}');
  const project = readRequired(reader, 'from-project', parseProject);
  const sourceRegion = reader.parse('from-region', parseRegion);
  const targetRegions = reader.parseList('region', parseRegion);
  const usual = sourceRegion === undefined ? targetRegions : [sourceRegion];
  const repository = reader.parse('from-image-repository', parseRepository) ?? '';
  const named = reader.parse('from-services', parseMap, '');
  const givenJob = reader.text('from-migration-job');
  const places = reader.parse('from-sites', parseMap, '');
  const commit = reader.parse('commit', parseCommit);
  const targetRepository = reader.text('image-repository') ?? '';
  const targetProject = reader.parse('project', parseProject);
  const workspace = resolve(context.github.workspace || '.');
  const targetServices = readServiceNames(
    reader,
    { project: targetProject, region: undefined, commit: commit ?? '', workspace },
    'target-services',
  );
  const digests = reader.parse('digests', parseTexts, '{}');
  const releases = reader.parse('releases', parseTexts, '{}');
  const folder = reader.text('folder') ?? '';
  const githubToken = readGitHubToken(reader);

  for (const name of named.keys())
    if (![...services, ...jobs].some((entry) => entry.name === name))
      reader.problem('from-services', unknownName(name, [...services, ...jobs]));
  for (const name of places.keys())
    if (!frontends.some((entry) => entry.name === name)) reader.problem('from-sites', unknownName(name, frontends));
  const place = { project, region: usual[0], commit: commit ?? context.github.sha, workspace };
  const ofManifest = (entry: PromotedEntry) => nameIn(entry, place);
  const ofEntry = (entry: PromotedEntry) =>
    named.get(String(entry.name)) ?? String(entry.service ?? entry.job ?? ofManifest(entry) ?? entry.name);
  const slotOf = (name: string) => `s${frontends.findIndex((entry) => entry.name === name)}`;
  const referenceTo = (entry: PromotedEntry): SourceReference => ({
    entry: String(entry.name),
    service: ofEntry(entry),
    regions: sourceRegion === undefined ? sourceRegions(entry, usual) : usual,
  });
  const migrationJob = givenJob ?? migrationJobOf(migration, services, { ofEntry, ofManifest });
  if (migration.image !== undefined && migrationJob === undefined)
    reader.problem(
      'from-migration-job',
      'is required, because neither job, manifest nor from-service names the migration job. Set its name at the source.',
    );
  const images = services.flatMap((entry, i) =>
    entry.image === undefined ? [{ name: String(entry.name), slot: `s${i}` }] : [],
  );
  const references = services
    .filter(({ manifest, service }) => manifest !== undefined || service !== undefined)
    .map(referenceTo);
  const jobReferences = jobs
    .filter(({ manifest, job }) => manifest !== undefined || job !== undefined)
    .map(referenceTo);
  const migrations =
    migration.image === undefined || migrationJob === undefined
      ? []
      : [{ entry: migrationJob, service: migrationJob, regions: usual.slice(0, 1) }];
  const nowhere = [...references, ...jobReferences, ...migrations].filter(({ regions }) => regions.length === 0);
  if (nowhere.length > 0 && !reader.given('region') && !reader.given('from-region'))
    reader.problem('region', `is missing, and nothing says where ${nowhere[0]?.entry} is. Set it, or from-region.`);
  if (images.length > 0 && repository === '' && !reader.given('from-image-repository'))
    reader.problem(
      'from-image-repository',
      `is missing, but the call promotes images: ${images.map(({ name }) => name).join(', ')}. Set it, or image-repository: REGION-docker.pkg.dev/PROJECT/REPOSITORY.`,
    );
  reader.done();
  return {
    task,
    auth,
    project,
    repository,
    images,
    services: references,
    jobs: jobReferences,
    migrationJob: migrations[0],
    sites: [...places].map(([name, place]) => ({ name, slot: slotOf(name), ...parseSitePlace(place) })),
    rebuilt: frontends
      .map(({ name }, place) => ({ name: String(name), place }))
      .filter(({ name }) => !places.has(name)),
    commit,
    githubToken,
    target: {
      repository: targetRepository.replace(/\/+$/, ''),
      services: targetServices,
      sites: frontends.map(({ name, bucket, prefix = '' }) => ({
        name: String(name),
        ...parseSitePlace(`${bucket}/${prefix}`),
      })),
    },
    digests,
    releases,
    folder,
  };
}

/** The name in a manifest of this commit, filled in for the source; undefined without one, or where it cannot be read. */
function nameIn(
  { manifest, substitutions }: PromotedEntry,
  place: Parameters<typeof readNamedManifest>[1],
): string | undefined {
  if (manifest === undefined) return undefined;
  try {
    return readNamedManifest(JSON.stringify({ manifest, substitutions }), place).name;
  } catch {
    return undefined;
  }
}

function parseCommit(text: string): string {
  if (isCommitPrefix(text)) return text;
  throw new Error(`"${text}" is not a commit. Set its SHA, in full or at least its first 7 digits.`);
}

function parseRepository(text: string): string {
  const repository = text.replace(/\/+$/, '');
  if (/^[^/\s]+\/[^\s@]+$/.test(repository)) return repository;
  throw new Error(`"${text}" is not a repository. Write it as REGION-docker.pkg.dev/PROJECT/REPOSITORY.`);
}

function parseEntries(text: string): readonly PromotedEntry[] {
  const list = JSON.parse(text) as unknown;
  if (Array.isArray(list) && list.every((entry) => typeof entry === 'object' && entry !== null))
    return (list as PromotedEntry[]).map(withoutNull);
  throw new Error('is not a JSON list of objects.');
}

/** What is `null` is not given, as for the pipeline. */
const withoutNull = (entry: PromotedEntry): PromotedEntry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));

function parseObject(text: string): PromotedEntry {
  const value = text === '' ? {} : (JSON.parse(text) as unknown);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return withoutNull(value as PromotedEntry);
  throw new Error('is not a JSON object.');
}

const parseTexts = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parseObject(text)).map(([key, value]) => [key, String(value ?? '')]));
