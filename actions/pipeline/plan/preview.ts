/** The lists of preview.yml, with the number, database, folders and job of the pull request. Pure. */
import {
  CLEAN_UP_VARIABLE,
  type PreviewKey,
  previewDatabase,
  previewFolder,
  previewJob,
  urlVariable,
} from '../../../src/records/preview-names.ts';
import { type CallLists, isDeployed, readCall } from './call.ts';
import { asLines, type Entry, type ListProblem } from './lists.ts';

/** Whose preview it is. */
export interface PreviewPlace extends PreviewKey {
  /** Base URL of Cloud Storage. */
  readonly storage: string;
}

/** Inputs of preview.yml for one service: keys of its entry, but for the name of version 1.0. */
const OF_ONE_SERVICE = [
  'service',
  'manifest',
  'context',
  'dockerfile',
  'build-args',
  'probe-path',
  'env',
  'secrets',
  'substitutions',
] as const;

/** Keys that decide where a site is, and a switch of its route: a preview has a folder of its own, and no route. */
const NOT_OF_SITE = ['prefix', 'url-map', 'host', 'atomic', 'invalidate', 'wait-for-invalidation'] as const;
/** The job is the pull request's own, so it is made from inputs. Nothing has traffic that a migration could follow. */
export const NOT_OF_MIGRATION: readonly string[] = ['manifest', 'job', 'when', 'contracting'];

const DATABASE = '$' + '{PREVIEW_DATABASE}';

/**
 * `inputs`: those of the workflow. Everywhere in the lists `${PREVIEW_NUMBER}`, `${PREVIEW_DATABASE}` and the `${URL_NAME}` of frontends
 * are filled in; the URLs of services are known once they are deployed, so those stay.
 */
export function readPreview(
  inputs: Entry,
  place: PreviewPlace,
): { readonly lists: CallLists; readonly problems: readonly ListProblem[] } {
  const text = (name: string, none: string) => String(inputs[name] || none);
  const alone = entryOfOne(inputs);
  const { migration, cleanUp } = splitMigration(text('migration', ''));
  const written = {
    services: alone ? JSON.stringify([alone]) : text('services', '[]'),
    frontends: text('frontends', '[]'),
    migration,
  };
  const before = readCall({ checks: '[]', jobs: '[]', ...written });
  const values = valuesOf(before.lists.frontends, place);
  // Filled in by deploy-run, once the services have URLs.
  const later = Object.fromEntries(
    before.lists.services
      .filter(isDeployed)
      .map(({ name }) => [urlVariable(String(name)), `\${${urlVariable(String(name))}}`]),
  );
  const filled = (one: string) =>
    Object.entries(values).reduce((all, [name, value]) => all.replaceAll(`\${${name}}`, value), one);
  const { lists } = readCall({
    checks: '[]',
    jobs: '[]',
    services: filled(written.services),
    frontends: filled(written.frontends),
    migration: filled(written.migration),
  });
  const problems = [
    // Names of version 1.0 may have folders.
    ...before.problems.filter(
      ({ input, message }) => !(alone && input === 'services' && message.includes('needs a name')),
    ),
    ...togetherProblems(inputs, lists),
    ...(alone && !isDeployed(alone)
      ? [{ input: 'service', message: 'is missing. Set the name of the preview service, or its manifest.' }]
      : []),
    ...sameVariables([...lists.services, ...lists.frontends]),
    ...lists.services.flatMap(serviceProblems),
    ...lists.frontends.flatMap(siteProblems),
    ...migrationProblems(written.migration, lists.migration, previewDatabase(place)),
  ];
  return {
    problems,
    lists: {
      ...lists,
      services: lists.services.map((entry) => withValues(entry, { ...later, ...values })),
      frontends: lists.frontends.map((entry) => ({
        ...entry,
        prefix: prefixOf(entry, place),
        url: urlOf(entry, place),
      })),
      migration: lists.migration && migrationOf(withValues(lists.migration, { ...later, ...values }), cleanUp, place),
    },
  };
}

/** The entry of the one service that version 1.0 took. */
function entryOfOne(inputs: Entry): Entry | undefined {
  if (!inputs.name) return undefined;
  const given = OF_ONE_SERVICE.filter((key) => inputs[key]);
  return { name: inputs.name, ...Object.fromEntries(given.map((key) => [key, inputs[key]])) };
}

/** Values of the variables, by name. */
function valuesOf(frontends: readonly Entry[], place: PreviewPlace): Readonly<Record<string, string>> {
  return {
    PREVIEW_NUMBER: String(place.number),
    PREVIEW_DATABASE: previewDatabase(place),
    ...Object.fromEntries(frontends.map((entry) => [urlVariable(String(entry.name)), urlOf(entry, place)])),
  };
}

/** Manifests, also that of `from-service`, take the values as substitutions, of which the entry may have others. */
function withValues(entry: Entry, values: Readonly<Record<string, string>>): Entry {
  if (entry.manifest === undefined && !isManifest(entry['from-service'])) return entry;
  const own = String(asLines(entry.substitutions) ?? '');
  const names = new Set(own.split('\n').map((line) => line.split('=')[0]?.trim()));
  const more = Object.entries(values).filter(([name]) => !names.has(name));
  return { ...entry, substitutions: [own, ...more.map(([name, value]) => `${name}=${value}`)].join('\n').trim() };
}

/** Whether `from-service` is the path of a manifest. */
const isManifest = (from: unknown): boolean => /\.ya?ml$/.test(String(asLines(from) ?? '').trim());

const prefixOf = ({ name }: Entry, place: PreviewPlace): string => `${previewFolder(place)}${slug(name)}`;

/** Names may have blanks; folders in URLs do not. */
const slug = (name: unknown): string =>
  String(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-');

/** Of its start page. Without a host of the previews it is Cloud Storage's own, which knows no start pages. */
function urlOf(entry: Entry, place: PreviewPlace): string {
  const prefix = prefixOf(entry, place);
  if (entry.url === undefined) return `${place.storage}/${entry.bucket}/${prefix}/index.html`;
  return `${String(entry.url).replace(/\/+$/, '')}/${prefix}/`;
}

/** `clean-up-args` is a key of previews alone. What is no JSON object is refused with the other lists. */
function splitMigration(text: string): { readonly migration: string; readonly cleanUp: readonly string[] } {
  try {
    const { 'clean-up-args': cleanUp = [], ...migration } = JSON.parse(text) as Entry;
    return { migration: JSON.stringify(migration), cleanUp: [cleanUp].flat().map(String) };
  } catch {
    return { migration: text, cleanUp: [] };
  }
}

function migrationOf(migration: Entry, cleanUp: readonly string[], place: PreviewPlace): Entry {
  const job = previewJob(place, String(migration.image));
  if (cleanUp.length === 0) return { ...migration, job };
  // The job stores the arguments that delete its database, so that a clean-up does not need this call.
  const line = `${CLEAN_UP_VARIABLE}=${JSON.stringify(cleanUp)}`;
  return { ...migration, job, env: [asLines(migration.env), line].filter(Boolean).join('\n') };
}

function togetherProblems(inputs: Entry, { services, frontends }: CallLists): ListProblem[] {
  const alone = OF_ONE_SERVICE.filter((key) => inputs[key] && !(key === 'context' && inputs[key] === '.'));
  const several = services.length > 0 || frontends.length > 0;
  const message = 'is only allowed with name, for one service. With services, set it in the entry of its service.';
  return [
    ...(inputs.name && String(inputs.services || '[]').trim() !== '[]'
      ? [{ input: 'name', message: 'is not allowed with services. Write it in an entry of services.' }]
      : []),
    ...(inputs.name ? [] : alone.map((input) => ({ input, message }))),
    ...(several ? [] : [{ input: 'services', message: 'is empty, and so is frontends. Set at least one of them.' }]),
    ...(services.length > 0 && !inputs['image-repository']
      ? [{ input: 'image-repository', message: 'is missing. It takes the images of services.' }]
      : []),
  ];
}

/** Names that differ have the same variable with their URL, such as `web-app` and `web_app`. */
function sameVariables(entries: readonly Entry[]): ListProblem[] {
  const names = Object.groupBy([...new Set(entries.map(({ name }) => String(name)))], urlVariable);
  return Object.entries(names).flatMap(([variable, same = []]) =>
    same.length < 2
      ? []
      : [{ input: 'services', message: `${same.join(' and ')} would both be \${${variable}}. Rename one of them.` }],
  );
}

function serviceProblems(entry: Entry): ListProblem[] {
  if (!/\$\{URL_\w+\}/.test(String(asLines(entry['build-args']) ?? ''))) return [];
  const message = `${entry.name} has a URL of a service in build-args, which is known only once that service is deployed. Move it to env.`;
  return [{ input: 'services', message }];
}

function siteProblems(entry: Entry): ListProblem[] {
  const { name, url } = entry;
  const messages = [
    ...NOT_OF_SITE.filter((key) => entry[key] !== undefined).map(
      (key) =>
        `has ${key}, which a preview does not support: each pull request has its own folder in the bucket of previews, and production's load balancer is not changed. Remove ${key}.`,
    ),
    ...(url === undefined || /^https?:\/\/[^\s/]+(\/[^\s?#]*)?$/.test(String(url))
      ? []
      : [
          `has url ${JSON.stringify(url)}. Expected the address where the bucket of previews is served, such as https://previews.example.com.`,
        ]),
  ];
  return messages.map((message) => ({ input: 'frontends', message: `${name} ${message}` }));
}

/** Lines of environment variables that are the URL of a database. */
const DATABASE_URL = /^\s*(\w+)=["']?(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb|sqlserver)[\w+]*:\/\/(.*)$/;

/** It changes a database that the pull request names, or nothing. `text`: as it was written. */
function migrationProblems(text: string, migration: Entry | undefined, database: string): ListProblem[] {
  if (!migration) return [];
  const lines = String(asLines(migration.env) ?? '').split('\n');
  const from = migration['from-service'];
  // The database of pull request 12 begins like that of pull request 1.
  const own = new RegExp(`${database}(?!\\d)`);
  const messages = [
    ...NOT_OF_MIGRATION.filter((key) => migration[key] !== undefined).map(
      (key) => `has ${key}, which a preview does not support: each pull request has its own job. Remove ${key}.`,
    ),
    ...(text.includes(DATABASE)
      ? []
      : [
          `does not name the pull request's database, so it could change another one. Use ${DATABASE} (here ${database}) as the name of the database or schema, in env, args, command or secrets.`,
        ]),
    ...(from !== undefined && !isManifest(from)
      ? [
          `has from-service ${from}, a live service, whose variables may name the database of another pull request. Give the path of its manifest.`,
        ]
      : []),
    ...(lines.some((line) => line.trim().startsWith(`${CLEAN_UP_VARIABLE}=`))
      ? [`has ${CLEAN_UP_VARIABLE} in env, which preview.yml sets. Use clean-up-args instead.`]
      : []),
    ...lines.flatMap((line) => {
      const [, name, rest] = DATABASE_URL.exec(line) ?? [];
      return rest === undefined || own.test(rest)
        ? []
        : [
            `has another database than that of the pull request in ${name}. Use ${DATABASE} as the name of the database or schema.`,
          ];
    }),
  ];
  return messages.map((message) => ({ input: 'migration', message }));
}

/** Variables of the build of a frontend: where it will be, and the URLs of what was deployed. `urls`: by name, as `URL_NAME` has them. */
export function buildVariables(
  entry: Entry,
  place: PreviewPlace,
  urls: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const url = String(entry.url);
  const named = Object.entries(urls).map(([name, one]) => [urlVariable(name), one]);
  return {
    PREVIEW_NUMBER: String(place.number),
    PREVIEW_URL: url,
    PREVIEW_PATH: new URL('.', url).pathname,
    ...Object.fromEntries(named),
  };
}
