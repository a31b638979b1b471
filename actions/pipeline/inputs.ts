/** The lists of the calling workflow, and the other inputs of its jobs. All problems are reported together. */
import { readFreeze } from '../../src/freeze/freeze.ts';
import type { FreezeWindow } from '../../src/freeze/windows.ts';
import type { AuthInputs } from '../../src/google/auth.ts';
import { parseMap } from '../../src/inputs/lists.ts';
import { parseProject, readAuthInputs, readGitHubToken } from '../../src/inputs/shared.ts';
import type { Context } from '../../src/runtime/context.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';
import { parseBuildEnv } from './build-env.ts';
import type { DownloadedBuilds } from './check-builds.ts';
import { type CallLists, type ImageJobSources, readCall, shortHash } from './plan/call.ts';
import { blankLists, type Entry, type ListProblem } from './plan/lists.ts';
import { type JobResults, type PlatformRunner, readRunners } from './plan/platforms.ts';
import { type PreviewPlace, readPreview } from './plan/preview.ts';
import { repeatedSites } from './plan/problems/twice.ts';
import type { PromotedSites } from './plan/release.ts';
import { chooseRollback, type RollbackPlan } from './plan/rollback.ts';

export type PipelineTask =
  | {
      readonly task: 'plan';
      readonly lists: CallLists;
      readonly region: string;
      readonly promotion: PromotedSites | undefined;
      readonly runners: readonly PlatformRunner[];
      /** Undefined without an identity that may read it. */
      readonly target: PlanTarget | undefined;
      /** Times without deploys of the call itself. */
      readonly freeze: readonly FreezeWindow[];
      /** Why the live state is not shown; undefined for a preview. */
      readonly withoutTarget: 'no-account' | 'no-deploy' | 'promotion' | undefined;
      /** Of a preview. */
      readonly preview: PreviewPlace | undefined;
      readonly given: GivenCall | undefined;
    }
  | { readonly task: 'check' | 'select'; readonly lists: CallLists }
  | {
      readonly task: 'entry';
      readonly lists: CallLists;
      readonly list: 'checks' | 'services' | 'frontends';
      readonly entry: string;
      /** Hashes that name caches and artifacts. */
      readonly target: string;
      readonly call: string;
      readonly buildEnv: ReadonlyMap<string, string>;
      /** Of `services`. */
      readonly image: ImageJobSources;
      readonly preview: PreviewPlace | undefined;
      /** URLs of the services of a preview, by name. */
      readonly urls: Readonly<Record<string, string>>;
      readonly given: GivenCall | undefined;
    }
  | {
      readonly task: 'unchanged';
      /** The check. */
      readonly entry: Entry;
      readonly buildEnv: ReadonlyMap<string, string>;
      readonly runner: string;
      readonly githubToken: string;
    }
  | {
      readonly task: 'release';
      readonly lists: CallLists;
      readonly region: string;
      readonly imageRepository: string;
      readonly digests: Readonly<Record<string, string>>;
      readonly builds: Readonly<Record<string, string>>;
      readonly folder: string;
      readonly promotion: PromotedSites | undefined;
      readonly call: string;
      readonly preview: PreviewPlace | undefined;
      readonly given: GivenCall | undefined;
    }
  | { readonly task: 'builds'; readonly downloaded: DownloadedBuilds }
  | {
      readonly task: 'result';
      readonly lists: CallLists;
      readonly region: string;
      readonly deployed: string;
      readonly published: string;
      /** Step → its outcome. */
      readonly outcomes: Readonly<Record<string, string>>;
    }
  | {
      readonly task: 'rollback';
      readonly plan: RollbackPlan;
      /** All inputs of the workflow. */
      readonly inputs: Entry;
    }
  | {
      /** The plan and the result of a rollback. */
      readonly task: 'rollback-plan' | 'rollback-result';
      readonly plan: RollbackPlan;
      readonly region: string;
      readonly deployed: string;
      readonly published: string;
      readonly outcomes: Readonly<Record<string, string>>;
      readonly reason: string;
    };

/** A call whose entries are checked by the readers of their actions as well. */
export interface GivenCall {
  /** False for checks and builds alone, which need not name their whole target. */
  readonly deploys: boolean;
  readonly preview: PreviewPlace | undefined;
  /** All inputs of the workflow. */
  readonly inputs: Entry;
  readonly lists: CallLists;
  readonly promotion: PromotedSites | undefined;
  /** Problems of the lists, which are reported together with those of the actions. */
  readonly problems: readonly ListProblem[];
}

/** The target of a plan, and who reads it. */
export interface PlanTarget {
  readonly auth: AuthInputs;
  readonly project: string;
}

/** Tasks of jobs that read the whole call. */
const JUDGED: ReadonlySet<string> = new Set<PipelineTask['task']>(['plan', 'entry', 'release']);

export function readInputs(reader: InputReader, context: Pick<Context, 'github' | 'endpoints'>): PipelineTask {
  const task = reader.oneOf(
    'task',
    [
      ...(['plan', 'check', 'select', 'entry', 'unchanged', 'release', 'builds', 'result'] as const),
      ...(['rollback', 'rollback-plan', 'rollback-result'] as const),
    ],
    'plan',
  );
  const texts = {
    checks: reader.text('checks', '[]'),
    services: reader.text('services', '[]'),
    jobs: reader.text('jobs', '[]'),
    frontends: reader.text('frontends', '[]'),
    migration: reader.text('migration') ?? '',
    region: reader.text('region') ?? '',
  };
  const platforms = reader.text('platforms', '[]');
  const platform = reader.parse('matrix', parsePlatform, '{}');
  const needs = reader.parse('needs', (text) => parseObject(text) as JobResults, '{}');
  const { region } = texts;
  const list = reader.oneOf('list', ['checks', 'services', 'frontends'], 'services');
  const entry = reader.text('entry') ?? '';
  const target = shortHash(reader.text('target') ?? '');
  const callInputs = reader.text('call') ?? '';
  const call = shortHash(callInputs);
  const inputs = reader.parse('call', (text) => parseObject(text) as Entry, '{}') ?? {};
  const preview = reader.boolean('preview', 'false') ? placeOf(context) : undefined;
  const urls = reader.parse('urls', parseTexts, '{}');
  const imageRepository = reader.text('image-repository') ?? '';
  const digests = reader.parse('digests', parseTexts, '{}');
  const builds = reader.parse('builds', parseTexts, '{}');
  const folder = reader.text('folder') ?? '';
  const downloaded = {
    artifacts: reader.text('artifacts') ?? '',
    folders: (reader.text('folders') ?? '').split('\n'),
    download: reader.text('download') ?? '',
  };
  const promotion = reader.boolean('promotion', 'false');
  const promotionFolder = reader.text('promotion-folder') ?? '';
  const fromSites = reader.parse('from-sites', parseMap, '');
  const deployed = reader.text('deployed', '[]');
  const published = reader.text('published', '[]');
  const outcomes = reader.parse('outcomes', parseTexts, '{}');
  const rollback = {
    what: reader.text('what', 'all'),
    to: reader.text('to', 'previous'),
    releaseHold: reader.boolean('release-hold', 'false'),
  };

  const auth = readAuthInputs(reader);
  const project = reader.parse('project', parseProject);
  const freeze = readFreeze(reader);
  const reason = reader.text('reason') ?? '';
  const runner = reader.text('runner') ?? '';
  const githubToken = readGitHubToken(reader) ?? '';
  const buildEnv = reader.parse('build-env', parseBuildEnv) ?? new Map<string, string>();
  if (task === 'rollback' || task === 'rollback-plan' || task === 'rollback-result') {
    const { plan, problems } = chooseRollback({ ...texts, ...rollback });
    report(reader, problems);
    return task === 'rollback' ? { task, plan, inputs } : { task, plan, region, deployed, published, outcomes, reason };
  }
  const { lists, problems } = preview ? readPreview(inputs, preview) : readCall(texts);
  const { value: runners, problems: others } = readRunners(platforms, lists.services);
  // The place of a preview's site is its pull request's own.
  const all = [...problems, ...others, ...blankLists(inputs), ...(preview ? [] : repeatedSites(lists.frontends))];
  const promoted = promotion ? { folder: promotionFolder, sites: new Set(fromSites.keys()) } : undefined;
  // checks.yml has no such input, and a promotion always deploys.
  const releases = callInputs !== '' && !preview && String(inputs.deploy ?? promotion) === 'true';
  // The clean-up of a preview needs no valid inputs, only places.
  const judged = callInputs !== '' && JUDGED.has(task) && !(preview && context.github.payload.action === 'closed');
  const given = judged
    ? { deploys: releases || preview !== undefined, preview, inputs, lists, promotion: promoted, problems: all }
    : undefined;
  report(reader, given ? [] : all);
  if (task === 'plan')
    return {
      task,
      lists,
      region,
      promotion: promoted,
      runners,
      preview,
      given,
      target: auth.serviceAccount && project ? { auth, project } : undefined,
      freeze,
      withoutTarget: callInputs === '' ? undefined : promotion ? 'promotion' : releases ? 'no-account' : 'no-deploy',
    };
  if (task === 'builds') return { task, downloaded };
  if (task === 'check' || task === 'select') return { task, lists };
  if (task === 'entry')
    return {
      task,
      lists,
      list,
      entry,
      target,
      call,
      buildEnv,
      image: { platform, runners, needs },
      preview,
      urls,
      given,
    };
  if (task === 'unchanged')
    return { task, entry: lists.checks.find(({ name }) => name === entry) ?? {}, buildEnv, runner, githubToken };
  if (task === 'result') return { task, lists, region, deployed, published, outcomes };
  return {
    task,
    lists,
    region,
    imageRepository,
    digests,
    builds,
    folder,
    promotion: promoted,
    call,
    preview,
    given,
  };
}

function placeOf({ github, endpoints }: Pick<Context, 'github' | 'endpoints'>): PreviewPlace {
  const { repository, repositoryId, payload } = github;
  return { repository, repositoryId, number: payload.pull_request?.number ?? 0, storage: endpoints.storage };
}

function report(reader: InputReader, problems: readonly ListProblem[]): void {
  for (const { input, message } of problems) reader.problem(input, message);
  reader.done();
}

/** The platform of a job of the matrix, from `toJSON(matrix)`. */
function parsePlatform(text: string): string | undefined {
  const { build } = parseObject(text) as { readonly build?: { readonly platform?: unknown } };
  return build?.platform === undefined ? undefined : String(build.platform);
}

/** A JSON object; `null`, as `toJSON` gives what is not there, is an empty one. */
function parseObject(text: string): object {
  const value = JSON.parse(text) as unknown;
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('is not a JSON object.');
  return value ?? {};
}

/** A JSON object of texts, as `toJSON` gives the outputs of a job. */
const parseTexts = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parseObject(text)).map(([key, one]) => [key, String(one ?? '')]));
