/** The inputs: which previews, and where their parts are. */
import { resolve } from 'node:path';
import { type ImageName, parseImageName } from '../../src/container/image-reference.ts';
import type { AuthInputs } from '../../src/google/auth.ts';
import { readServiceNames } from '../../src/inputs/services.ts';
import { parseProject, parseRegion, readAuthInputs, readGitHubToken } from '../../src/inputs/shared.ts';
import type { Context } from '../../src/runtime/context.ts';
import type { InputReader } from '../../src/runtime/inputs.ts';

export interface PreviewInputs {
  readonly task: 'check' | 'find' | 'clean-up';
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
}

export function readInputs(reader: InputReader, context: Context): PreviewInputs {
  const task = reader.oneOf('task', ['check', 'find', 'clean-up'], 'clean-up');
  const number = context.github.payload.pull_request?.number;
  const auth = readAuthInputs(reader);
  const project = required(reader, 'project', parseProject);
  const region = required(reader, 'region', parseRegion);
  const repository = reader.text('image-repository')?.replace(/\/+$/, '');
  const images = reader.parseList('images', (name) => parseImageName(`${repository ?? ''}/${name}`));
  const services = readServiceNames(reader, {
    project,
    region,
    commit: context.github.sha,
    workspace: resolve(context.github.workspace || '.'),
  });
  const deployed = reader.parse('deployed', (text) => parseDeployed(text, project), '[]');
  const found = reader.parse('previews', parsePreviews, '{}');
  const inputs: PreviewInputs = {
    task,
    auth,
    project,
    region,
    services: [...new Set([...services, ...deployed])],
    images,
    buckets: [...new Set(reader.parseList('buckets', parseBucket))],
    gone: found.size > 0 || number === undefined ? found : new Map([[number, 'closed' as const]]),
    maxAge: reader.duration('max-age'),
    githubToken: readGitHubToken(reader),
  };
  if (images.length > 0 && !repository) reader.problem('image-repository', 'is missing. It goes with images.');
  if (task === 'check' && number === undefined)
    reader.problem('task', 'check goes with the event pull_request, and this run has no pull request.');
  if (task === 'clean-up' && inputs.gone.size === 0)
    reader.problem(
      'previews',
      'names no pull request. Give the output previews of find, or run on the event pull_request.',
    );
  reader.done();
  return inputs;
}

function required(reader: InputReader, name: string, parser: (text: string) => string): string {
  return reader.required(name) === '' ? '' : (reader.parse(name, parser) ?? '');
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

/** The output `services` of deploy-run, as full names. */
function parseDeployed(text: string, project: string): string[] {
  const list = JSON.parse(text) as readonly { readonly service: string; readonly region: string }[];
  return list.map(({ service, region }) => `projects/${project}/locations/${region}/services/${service}`);
}
