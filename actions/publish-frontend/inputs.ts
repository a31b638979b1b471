/** The inputs, parsed once, and the task of the step (publish, roll back, release a hold). */
import { isAbsolute, resolve } from 'node:path';
import { readFreeze } from '../../src/freeze/freeze.ts';
import type { FreezeWindow } from '../../src/freeze/windows.ts';
import type { OnUnknownHistory } from '../../src/github/freshness.ts';
import { readEntry } from '../../src/inputs/entries.ts';
import { readServiceNames } from '../../src/inputs/services.ts';
import { parseRegion, readHistoryInputs, readSharedInputs, type SharedInputs } from '../../src/inputs/shared.ts';
import type { UndecidedCanary } from '../../src/records/canaries.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import { type InputReader, variable } from '../../src/runtime/inputs.ts';
import { parseInvalidationPath } from './cdn/path-patterns.ts';
import {
  parseCacheControl,
  parseCanary,
  parseContentEncoding,
  parseContentType,
  parseDigest,
  parseGlob,
  parseHost,
  parseMutable,
  parseUrlMap,
} from './input-formats.ts';
import { headerRules } from './site/headers.ts';
import type { SiteRules } from './site/site-files.ts';
import { parseSites, SITE_ONLY, type SiteEntry } from './sites-input.ts';
import { type Layout, parseBucket, parsePrefix, parseReleaseId } from './store/object-names.ts';

/** Where paths are invalidated; `host` absent: the map's default rule, all hosts. */
export interface CdnInputs {
  readonly urlMap: string;
  readonly host: string | undefined;
  /** Paths of the user's own; `undefined` for exactly what changed. */
  readonly invalidate: readonly string[] | undefined;
  readonly wait: boolean;
}

export interface SiteInputs extends SharedInputs {
  /** For messages: the name of the entry in `sites`, or `BUCKET/PREFIX`. */
  readonly name: string;
  readonly layout: Layout;
  readonly cdn: CdnInputs | undefined;
  readonly concurrency: number;
  /** Continue despite a newer live commit, or files of another site. */
  readonly force: boolean;
  /** Undefined without a token. */
  readonly githubToken: string | undefined;
  /** Time limit of the step in milliseconds; undefined for none. */
  readonly timeout: number | undefined;
}

export interface PublishInputs extends SiteInputs {
  readonly task: 'publish';
  /** As the user wrote it, and absolute. */
  readonly path: string;
  readonly folder: string;
  /** Required digest of the folder, `sha256:…`; see `site/artifact-digest.ts`. */
  readonly artifactDigest: string | undefined;
  readonly release: string;
  readonly build: { readonly command: string; readonly folder: string } | undefined;
  readonly rules: SiteRules;
  /** Whether `index.html` must be in the folder. */
  readonly index: 'required' | 'optional';
  readonly sourceMaps: boolean;
  readonly keepReleases: number;
  readonly keepDays: number;
  readonly maxDelete: number;
  readonly atomic: boolean;
  readonly strict: boolean;
  readonly releaseHold: boolean;
  readonly onUnknownHistory: OnUnknownHistory;
  /** Times in which nothing is published. */
  readonly freeze: readonly FreezeWindow[];
  /** Full names of the services whose holds block the publish. */
  readonly services: readonly string[];
  /** Why the hold is ended. */
  readonly reason: string;
  /** While a canary of the services is undecided: `refuse`, or stage the release if the canary is of the same commit. */
  readonly onCanary: 'refuse' | 'stage' | 'stage-only';
  /** The canary that the deploy before this step has left undecided. */
  readonly deployed: UndecidedCanary | undefined;
}

export interface RollbackInputs extends SiteInputs {
  readonly task: 'rollback';
  readonly to: string;
  readonly reason: string;
  /** What is done with a site that has no earlier release. */
  readonly onNoEarlierRelease: 'refuse' | 'keep';
}

export interface ReleaseHoldInputs extends SiteInputs {
  readonly task: 'release-hold';
  readonly reason: string;
}

export interface SettleInputs extends SiteInputs {
  readonly task: 'settle';
  readonly freeze: readonly FreezeWindow[];
}

export type SiteRequest = PublishInputs | RollbackInputs | ReleaseHoldInputs | SettleInputs;

/** All sites of the step, which have one task in common. */
export type PublishFrontendInputs = {
  /** True if they were given as `sites`. */
  readonly several: boolean;
} & (
  | { readonly task: 'publish'; readonly sites: readonly PublishInputs[] }
  | { readonly task: 'rollback'; readonly sites: readonly RollbackInputs[] }
  | { readonly task: 'release-hold'; readonly sites: readonly ReleaseHoldInputs[] }
  | { readonly task: 'settle'; readonly sites: readonly SettleInputs[] }
);

/** Undefined for 1.0's default, with its warning. */
const BARE_PAGES: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Inputs that only a publish uses. */
const PUBLISHING = [
  ...[
    'path',
    'artifact-digest',
    'release',
    'build-command',
    'mutable',
    'cache-control',
    'content-type',
    'content-encoding',
    'compress',
    'precompressed',
    'index',
    'clean-urls',
    'pages-without-extension',
    'source-maps',
    'example-credentials',
  ],
  ...[
    'keep-releases',
    'keep-days',
    'max-delete',
    'atomic',
    'strict',
    'on-unknown-history',
    'services',
    'freeze',
    'on-canary',
    'canary',
  ],
];

export function readInputs(reader: InputReader, context: Context): PublishFrontendInputs {
  const text = reader.text('sites');
  if (text === undefined) return togetherOf([readOne(reader, context)], false);
  return togetherOf(readSites(text, reader, context), true);
}

function togetherOf(sites: readonly SiteRequest[], several: boolean): PublishFrontendInputs {
  const [first] = sites;
  const tasks = new Set(sites.map(({ task }) => task));
  if (first && tasks.size === 1) return { several, task: first.task, sites } as PublishFrontendInputs;
  const without = sites.filter(({ task }) => task === 'release-hold').map(({ name }) => name);
  throw new InputError([
    {
      subject: 'Input sites',
      message: `path must be given for all sites or for none. Without path: ${without.join(', ')}.`,
    },
  ]);
}

/** One set of inputs per entry: those of the step, overridden by those of the entry. */
function readSites(text: string, reader: InputReader, context: Context): SiteRequest[] {
  const problems: Problem[] = [];
  for (const name of SITE_ONLY)
    if (reader.changed(name) && !(name === 'working-directory' && reader.text(name) === '.'))
      problems.push({
        subject: `Input ${name}`,
        message: 'is not allowed with sites. Write it in the entry of its site.',
      });
  const inherited = Object.entries(context.env).filter(([key]) => !SITE_ONLY.some((name) => variable(name) === key));
  const sites = entriesOf(text).flatMap((entry, i): SiteRequest[] => {
    const read = (own: InputReader) => ({
      ...readOne(own, context),
      ...(entry.name !== undefined && { name: entry.name }),
    });
    const site = readEntry({ list: 'sites', entry, inherited, entryOnly: SITE_ONLY, lists: ['sites'], read }, problems);
    if (!site) return [];
    // Their holds are checked once for all sites.
    return [site.task === 'publish' && i > 0 ? { ...site, services: [] } : site];
  });
  const places = sites.map(({ layout }) => `gs://${layout.bucket}/${layout.prefix}`);
  for (const place of new Set(places.filter((one, i) => places.indexOf(one) < i)))
    problems.push({ subject: 'Input sites', message: `${place} appears twice. List each site once.` });
  if (problems.length > 0) throw new InputError(uniqueProblems(problems));
  return sites;
}

function entriesOf(text: string): SiteEntry[] {
  try {
    return parseSites(text);
  } catch (error) {
    throw new InputError([{ subject: 'Input sites', message: (error as Error).message }]);
  }
}

/** A problem of an input of the step is found for each entry that inherits it. */
function uniqueProblems(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.subject}: ${problem.message}`, problem])).values()];
}

function readOne(reader: InputReader, context: Context): SiteRequest {
  const shared = readSharedInputs(reader, context);
  // Buckets and URL maps are found without it; a service that is named alone is looked up there.
  const region = reader.parse('region', parseRegion);
  const layout = {
    bucket: reader.given('bucket') ? (reader.parse('bucket', parseBucket) ?? '') : reader.required('bucket'),
    prefix: reader.parse('prefix', parsePrefix) ?? '',
  };
  const site = {
    ...shared,
    layout,
    name: `${layout.bucket}/${layout.prefix}`.replace(/\/$/, ''),
    cdn: readCdn(reader),
    timeout: reader.duration('timeout'),
    concurrency: reader.integer('concurrency', '384', { min: 1, max: 512 }),
    force: reader.boolean('force', 'false'),
    ...readHistoryInputs(reader),
  };
  const to = reader.parse('rollback-to', (text) => (text.trim() === 'previous' ? 'previous' : parseReleaseId(text)));
  const onNoEarlierRelease = reader.oneOf('on-no-earlier-release', ['refuse', 'keep'], 'refuse');
  const reason = reader.text('reason');
  const releaseHold = reader.boolean('release-hold', 'false');
  const publish = readPublish(reader, context, shared);
  const freeze = readFreeze(reader);
  const services = readServiceNames(reader, {
    project: shared.project,
    region,
    commit: shared.commit,
    workspace: resolve(context.github.workspace || '.'),
  });

  const switchStaged = reader.boolean('switch-staged', 'false');
  const task = reader.given('rollback-to')
    ? 'rollback'
    : reader.given('path') || !(releaseHold || switchStaged)
      ? 'publish'
      : switchStaged
        ? 'settle'
        : 'release-hold';
  if (task === 'publish') {
    if (!reader.given('path'))
      reader.problem('path', 'is required. Set the folder of the built site, or set rollback-to.');
    if (reason !== undefined && !releaseHold)
      reader.problem('reason', 'is only allowed with rollback-to or release-hold: true.');
  } else {
    const what =
      task === 'rollback' ? 'rollback-to' : task === 'settle' ? 'switch-staged' : 'release-hold without path';
    for (const name of PUBLISHING)
      if (reader.changed(name) && !(task === 'settle' && name === 'freeze'))
        reader.problem(name, `is not allowed with ${what}, which publishes nothing.`);
  }
  if (task === 'release-hold' && site.force)
    reader.problem('force', 'is not allowed with release-hold without path, which publishes nothing.');
  if (task !== 'rollback' && reader.changed('on-no-earlier-release'))
    reader.problem('on-no-earlier-release', 'is only allowed with rollback-to.');
  if (task === 'rollback' && releaseHold)
    reader.problem(
      'release-hold',
      'is not allowed with rollback-to, which sets a hold. Release the hold in a later step.',
    );
  if (switchStaged && (task !== 'settle' || releaseHold))
    reader.problem(
      'switch-staged',
      'is not allowed with path, rollback-to or release-hold: it switches to a release that was staged before.',
    );
  if (task === 'settle' && reason !== undefined)
    reader.problem('reason', 'is only allowed with rollback-to or release-hold: true.');
  if (publish.atomic && site.cdn === undefined && task === 'publish')
    reader.problem('atomic', 'requires url-map: one write to it switches the site.');
  reader.done();

  if (task === 'rollback') return { ...site, task, to: to ?? '', reason: reason ?? '', onNoEarlierRelease };
  if (task === 'release-hold') return { ...site, task, reason: reason ?? '' };
  if (task === 'settle') return { ...site, task, freeze };
  return { ...site, ...publish, services, freeze, task, releaseHold, reason: reason ?? '' };
}

function readCdn(reader: InputReader): CdnInputs | undefined {
  const urlMap = reader.parse('url-map', parseUrlMap);
  const host = reader.parse('host', parseHost);
  const lines = reader.list('invalidate');
  const none = lines.length === 1 && lines[0] === 'none';
  const paths = none ? [] : reader.parseList('invalidate', parseInvalidationPath);
  const wait = reader.boolean('wait-for-invalidation', 'false');
  if (!reader.given('url-map')) {
    for (const name of ['host', 'invalidate'])
      if (reader.given(name)) reader.problem(name, 'requires url-map, the name of the load balancer’s URL map.');
    if (wait) reader.problem('wait-for-invalidation', 'requires url-map, the name of the load balancer’s URL map.');
  }
  if (none && wait) reader.problem('wait-for-invalidation', 'is not allowed with invalidate: none.');
  if (urlMap === undefined) return undefined;
  return { urlMap, host, invalidate: lines.length > 0 ? paths : undefined, wait };
}

function readPublish(reader: InputReader, context: Context, shared: SharedInputs) {
  const inWorkspace = (path: string) => (isAbsolute(path) ? path : resolve(context.github.workspace || '.', path));
  const path = reader.text('path') ?? '';
  const command = reader.text('build-command');
  const folder = reader.text('working-directory', '.');
  if (command !== undefined && reader.given('artifact-digest'))
    reader.problem('artifact-digest', 'is not allowed with build-command, which changes the folder.');
  if (folder !== '.' && command === undefined)
    reader.problem(
      'working-directory',
      'is only allowed with build-command; path is always relative to the workspace.',
    );
  return {
    path,
    folder: inWorkspace(path),
    artifactDigest: reader.parse('artifact-digest', parseDigest),
    release: reader.parse('release', parseReleaseId) ?? shared.commit,
    build: command === undefined ? undefined : { command, folder: inWorkspace(folder) },
    rules: {
      mutable: reader.parseList('mutable', parseMutable),
      exampleCredentials: reader.list('example-credentials'),
      cacheControl: headerRules(readRules(reader, 'cache-control', parseCacheControl)),
      contentType: headerRules(readRules(reader, 'content-type', parseContentType)),
      contentEncoding: headerRules(readRules(reader, 'content-encoding', parseContentEncoding)),
      gzip: reader.oneOf('compress', ['off', 'gzip'], 'off') === 'gzip',
      precompressed: reader.oneOf('precompressed', ['off', 'gzip', 'br', 'zstd'], 'off'),
      cleanUrls: reader.boolean('clean-urls', 'false'),
      barePages: BARE_PAGES.get(reader.oneOf('pages-without-extension', ['true', 'false']) ?? ''),
    },
    index: reader.oneOf('index', ['required', 'optional'], 'required'),
    sourceMaps: reader.boolean('source-maps', 'false'),
    keepReleases: reader.integer('keep-releases', '10', { min: 1, max: 1000 }),
    keepDays: reader.integer('keep-days', '30', { min: 0, max: 3650 }),
    maxDelete: reader.integer('max-delete', '1000', { min: 0, max: 1_000_000 }),
    atomic: reader.boolean('atomic', 'false'),
    strict: reader.boolean('strict', 'false'),
    onCanary: reader.oneOf('on-canary', ['refuse', 'stage', 'stage-only'], 'refuse'),
    deployed: reader.parse('canary', parseCanary),
  };
}

function readRules(reader: InputReader, name: string, check: (value: string) => void): ReadonlyMap<string, string> {
  const rules = reader.map(name);
  for (const [glob, value] of rules) {
    try {
      parseGlob(glob);
      check(value);
    } catch (error) {
      reader.problem(name, (error as Error).message);
    }
  }
  return rules;
}
