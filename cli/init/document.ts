/** Reads and changes a v1 manifest: containers, images, secrets, probes. Pure. */
import { formatImageName, imageNameOf, splitPath } from '../../src/container/image-reference.ts';
import type { ManifestDocument } from '../../src/manifest/encode/index.ts';
import { looksLikeSecret, secretWords } from '../../src/policy/secrets/looks-like-secret.ts';
import type { MountedBucket } from '../setup/requirements.ts';
import type { Found } from './plan.ts';

type Mapping = Record<string, unknown>;

/** The parent of the containers. */
export function podOf(document: ManifestDocument): Mapping {
  const { template } = (document.spec ?? {}) as { template?: Mapping };
  const spec = (template?.spec ?? {}) as Mapping;
  return document.kind === 'Job' ? (((spec.template as Mapping | undefined)?.spec ?? {}) as Mapping) : spec;
}

export const containersIn = (document: ManifestDocument): Mapping[] => (podOf(document).containers ?? []) as Mapping[];

/** The container that takes requests, or the first. */
export const mainContainer = (document: ManifestDocument): Mapping =>
  containersIn(document).find(({ ports }) => Array.isArray(ports) && ports.length > 0) ??
  containersIn(document)[0] ??
  {};

/** Registries whose paths begin with a project. */
export const isGoogles = (host: string): boolean => /(?:^|[.-])(?:gcr\.io|docker\.pkg\.dev)$/.test(host);

/**
 * The container whose image the workflow builds: the one that takes requests, unless that has a public image, such as nginx, and one
 * other has an image of a project.
 */
export function builtContainer(document: ManifestDocument): Mapping {
  const main = mainContainer(document);
  const ofProject = (container: Mapping) => isGoogles(imageNameOf(String(container.image ?? ''))?.host ?? '');
  const [own, ...more] = containersIn(document).filter(ofProject);
  return own?.name !== undefined && more.length === 0 && main.image !== undefined ? own : main;
}

export interface MovedSecret {
  readonly variable: string;
  readonly secret: string;
}

/**
 * Plain values that look like secrets, and those of the variables `known`, become references to new secrets. Changes the
 * document; their values are not kept.
 */
export function moveSecrets(
  document: ManifestDocument,
  name: string,
  known: Readonly<Record<string, string>> = {},
): MovedSecret[] {
  return containersIn(document).flatMap(({ env }) =>
    ((env ?? []) as Mapping[]).flatMap((entry) => {
      const variable = String(entry.name ?? '');
      if (typeof entry.value !== 'string') return [];
      if (!Object.hasOwn(known, variable) && looksLikeSecret(variable, entry.value) === undefined) return [];
      const secret = `${name}-${variable.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      delete entry.value;
      entry.valueFrom = { secretKeyRef: { name: secret, key: 'latest' } };
      return [{ variable, secret }];
    }),
  );
}

export interface HiddenWord {
  /** The container's name, if it has one. */
  readonly container: string | undefined;
  readonly field: 'command' | 'args';
  /** The placeholder that replaces it: `${NAME}`, without a value. */
  readonly name: string;
}

/**
 * Puts `${NAME}` in place of each word of a command or its arguments that looks like a secret. No secret of Secret Manager can
 * stand there, so deploys are refused until the program reads it from a variable. Changes the document.
 */
export function hideSecretWords(document: ManifestDocument): HiddenWord[] {
  const hidden: HiddenWord[] = [];
  for (const container of containersIn(document)) {
    const command = wordsOf(container.command);
    for (const field of ['command', 'args'] as const) {
      const words = wordsOf(container[field]);
      const before = field === 'args' ? command : [];
      for (const { index } of secretWords(words, before)) {
        const name = `${field === 'args' ? 'ARGUMENT' : 'COMMAND'}_${hidden.length + 1}`;
        words[index] = `\${${name}}`;
        const { name: of } = container;
        hidden.push({ container: typeof of === 'string' ? of : undefined, field, name });
      }
      if (words.length > 0) container[field] = words;
    }
  }
  return hidden;
}

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Calls `visit` with each value within `value`, and its key; an item of a list has the key ''. */
function forEachValue(value: unknown, visit: (value: unknown, key: string) => void, key = ''): void {
  visit(value, key);
  if (Array.isArray(value)) for (const item of value) forEachValue(item, visit);
  else if (typeof value === 'object' && value !== null)
    for (const [inner, item] of Object.entries(value)) forEachValue(item, visit, inner);
}

/** Names of the secrets of the project `project` that the manifest refers to. */
export function secretsIn(document: ManifestDocument): string[] {
  const names = new Set<string>();
  forEachValue(document, (value, key) => {
    const { name, secretName } = (value ?? {}) as { name?: unknown; secretName?: unknown };
    if (key === 'secretKeyRef' && typeof name === 'string') names.add(name);
    if (key === 'secret' && typeof secretName === 'string') names.add(secretName);
  });
  return [...names].filter((name) => !name.startsWith('projects/')).sort();
}

/** Projects of the Cloud SQL instances that the containers connect to. */
export function cloudSqlProjectsIn(document: ManifestDocument): string[] {
  const lists: string[] = [];
  forEachValue(document, (value, key) => {
    if (typeof value === 'string' && (key === 'run.googleapis.com/cloudsql-instances' || key === 'instances'))
      lists.push(value);
  });
  const instances = lists.flatMap((list) => list.split(',')).map((instance) => instance.trim());
  // PROJECT:REGION:INSTANCE, where the project can be `example.com:project`.
  return [...new Set(instances.map((instance) => instance.split(':').slice(0, -2).join(':')))].filter(Boolean).sort();
}

/** Buckets that the containers mount as volumes. */
export function mountedBucketsIn(document: ManifestDocument): MountedBucket[] {
  const volumes = (podOf(document).volumes ?? []) as Mapping[];
  const buckets = new Map<string, boolean>();
  for (const { csi } of volumes) {
    const { readOnly, volumeAttributes } = (csi ?? {}) as { readOnly?: unknown; volumeAttributes?: Mapping };
    const name = volumeAttributes?.bucketName;
    if (typeof name === 'string') buckets.set(name, (buckets.get(name) ?? true) && readOnly === true);
  }
  return [...buckets].map(([name, readOnly]) => ({ name, readOnly }));
}

/** Adds a startup probe to the container that takes requests, unless it has an HTTP or gRPC one. True if it did. */
export function addProbe(document: ManifestDocument, path: string): boolean {
  const container = mainContainer(document);
  const probe = container.startupProbe as Mapping | undefined;
  if (document.kind !== 'Service' || probe?.httpGet || probe?.grpc) return false;
  container.startupProbe = { httpGet: { path }, periodSeconds: 5, failureThreshold: 24 };
  return true;
}

export interface BuiltImage {
  /** Without tag and digest. */
  readonly name: string;
  /** The Artifact Registry repository, if it is one. */
  readonly repository: { readonly project: string; readonly location: string; readonly id: string } | undefined;
}

/** The default image repository, named after the service. */
export const defaultImage = (name: string, { project, region }: { project: string; region: string }): string =>
  formatImageName({ host: `${region}-docker.pkg.dev`, path: `${project}/${name}/${name}` });

/** The image that the workflow pushes: the one of the manifest if it is in Artifact Registry, else the default one. */
export function pushedImage({
  name,
  project,
  region,
  document,
}: Pick<Found, 'name' | 'project' | 'region' | 'document'>): BuiltImage {
  const own = builtImage(String(builtContainer(document).image ?? ''));
  return own.repository ? own : builtImage(defaultImage(name, { project, region }));
}

export function builtImage(image: string): BuiltImage {
  const name = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const reference = imageNameOf(name);
  const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(reference?.host ?? '')?.[1];
  if (!reference || !location) return { name, repository: undefined };
  const { project, rest } = splitPath(reference);
  const [id, inRepository] = rest;
  return { name, repository: project && id && inRepository ? { project, location, id } : undefined };
}
