/** The inputs: previews, and the places of their parts. */
import { resolve } from 'node:path';
import { type ImageName, parseImageName } from '../../src/container/image-reference.ts';
import type { AuthInputs } from '../../src/google/auth.ts';
import { readServiceNames } from '../../src/inputs/services.ts';
import { parseProject, parseRegion, readAuthInputs, readGitHubToken, readRequired } from '../../src/inputs/shared.ts';
import type { Context } from '../../src/runtime/context.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';
import type { DeployedService } from './comment/parts.ts';
import type { Page } from './comment/site.ts';

const TASKS = ['check', 'buckets', 'comment', 'find', 'clean-up'] as const;

export interface PreviewInputs {
  readonly task: (typeof TASKS)[number];
  readonly auth: AuthInputs;
  readonly project: string;
  readonly region: string;
  /** Full names of the services that previews are deployed to. */
  readonly services: readonly string[];
  /** Images that previews build. */
  readonly images: readonly ImageName[];
  /** Buckets of frontends. */
  readonly buckets: readonly string[];
  /** `clean-up`: whose previews are gone, and why if not for being closed. */
  readonly gone: ReadonlyMap<number, 'closed' | 'inactive'>;
  /** `find`: milliseconds without activity after which the preview of an open pull request goes. */
  readonly maxAge: number | undefined;
  readonly githubToken: string | undefined;
  /** Whether previews have migrations, and so jobs and databases. */
  readonly migrations: boolean;
  /** The pull request of this run; 0 without one. */
  readonly number: number;
  /** Of the pull request. */
  readonly commit: string;
  readonly pages: readonly Page[];
  /** `comment`: what this run made. */
  readonly deployed: readonly DeployedService[];
  readonly published: readonly { readonly name: string; readonly status?: string }[];
  /** Step or job → its result. */
  readonly results: Readonly<Record<string, string>>;
  /** `comment`: more of the preview is to come. */
  readonly unfinished: boolean;
  /** Milliseconds that a page may take to respond. */
  readonly pageTimeout: number;
}

export function readInputs(reader: InputReader, context: Context): PreviewInputs {
  const task = reader.oneOf('task', TASKS, 'clean-up');
  const { pull_request: pull } = context.github.payload;
  const number = pull?.number;
  const auth = readAuthInputs(reader);
  const project = readRequired(reader, 'project', parseProject);
  const region = readRequired(reader, 'region', parseRegion);
  const repository = reader.text('image-repository')?.replace(/\/+$/, '');
  const images = reader.parseList('images', (name) => parseImageName(`${repository ?? ''}/${name}`));
  const services = readServiceNames(reader, {
    project,
    region,
    commit: context.github.sha,
    workspace: resolve(context.github.workspace || '.'),
  });
  const deployed = reader.parse('deployed', (text) => JSON.parse(text) as DeployedService[], '[]');
  const pages = reader.parse('pages', (text) => JSON.parse(text) as Page[], '[]');
  const found = reader.parse('previews', parsePreviews, '{}');
  const inputs: PreviewInputs = {
    task,
    auth,
    project,
    region,
    services: [...new Set([...services, ...deployed.map((one) => fullName(one, project))])],
    images,
    buckets: [...new Set([...reader.parseList('buckets', parseBucket), ...pages.map(({ bucket }) => bucket)])],
    gone: found.size > 0 || number === undefined ? found : new Map([[number, 'closed' as const]]),
    maxAge: reader.duration('max-age'),
    githubToken: readGitHubToken(reader),
    migrations: reader.boolean('migrations', 'false'),
    number: number ?? 0,
    commit: pull?.head?.sha ?? context.github.sha,
    pages,
    deployed,
    published: reader.parse('published', (text) => JSON.parse(text) as PreviewInputs['published'], '[]'),
    results: reader.parse('results', (text) => JSON.parse(text) as PreviewInputs['results'], '{}'),
    pageTimeout: reader.duration('page-timeout', '60s'),
    unfinished: reader.boolean('unfinished', 'false'),
  };
  if (images.length > 0 && !repository) reader.problem('image-repository', 'is missing. It is required with images.');
  if ((task === 'check' || task === 'comment') && number === undefined)
    reader.problem('task', `${task} is only allowed on the event pull_request, and this run has no pull request.`);
  if (task === 'clean-up' && inputs.gone.size === 0)
    reader.problem(
      'previews',
      'names no pull request. Pass the output previews of find, or run on the event pull_request.',
    );
  reader.done();
  return inputs;
}

function parseBucket(text: string): string {
  if (/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(text)) return text;
  throw new Error(`"${text}" is not the name of a bucket.`);
}

/** The output `previews` of `find`: a JSON object, number → why. */
function parsePreviews(text: string): ReadonlyMap<number, 'closed' | 'inactive'> {
  const value = JSON.parse(text) as unknown;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.map(([key, why]) => {
      if (!/^[1-9]\d*$/.test(key) || (why !== 'closed' && why !== 'inactive'))
        throw new Error('is not the output previews of find.');
      return [Number(key), why];
    }),
  );
}

const fullName = ({ service, region }: DeployedService, project: string): string =>
  `projects/${project}/locations/${region}/services/${service}`;
