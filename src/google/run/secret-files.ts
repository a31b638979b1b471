/**
 * Secrets that are mounted as files: `/DIRECTORY/FILE=SECRET:VERSION`, as in `gcloud run deploy --set-secrets`
 * (https://cloud.google.com/run/docs/configuring/services/secrets#mounting-secrets). A directory is a volume of one secret.
 */
import { createHash } from 'node:crypto';
import type { Container, Volume } from './resources.ts';

export interface SecretFile {
  /** Absolute: `/secrets/db`. */
  readonly path: string;
  /** Short name or `projects/P/secrets/S`. */
  readonly secret: string;
  /** A number, an alias or `latest`. */
  readonly version: string;
}

/** Directories that the container itself needs. */
const TAKEN = ['/', '/dev', '/proc', '/sys', '/cloudsql'];

/** True for the key of a file in the input `secrets`; any other is the name of an environment variable. */
export const isFilePath = (key: string): boolean => key.startsWith('/');

/** What is wrong with the files among each other, as a message for the user. */
export function secretFileProblems(files: readonly SecretFile[]): string[] {
  const problems = files.flatMap(({ path }) => {
    const parts = path.split('/').slice(1);
    if (parts.some((part) => part === '' || part === '.' || part === '..') || path.includes(':'))
      return [`"${path}" is not the path of a file. Write an absolute path such as /secrets/db=SECRET:VERSION.`];
    if (TAKEN.includes(directoryOf(path)) || /^\/(?:dev|proc|sys)\//.test(path))
      return [
        `"${path}" cannot be mounted in ${directoryOf(path)}. Use a separate directory, such as /secrets${path}.`,
      ];
    return [];
  });
  const byDirectory = Map.groupBy(files, ({ path }) => directoryOf(path));
  for (const [directory, within] of byDirectory) {
    const secrets = new Set(within.map(({ secret }) => secret));
    if (secrets.size > 1)
      problems.push(
        `${directory} would hold several secrets (${[...secrets].join(', ')}), and Cloud Run mounts one secret per directory. Use a separate directory for each, such as /secrets/db/url and /secrets/api/key.`,
      );
  }
  return problems;
}

interface Holder {
  containers?: Container[];
  volumes?: Volume[];
}

/**
 * The template with the files mounted in the container at `index`. Where a directory holds another version of the same secret,
 * its other files stay; what else was mounted there is replaced.
 */
export function mountSecretFiles<T extends Holder>(template: T, index: number, files: readonly SecretFile[]): T {
  if (files.length === 0) return template;
  let volumes = [...(template.volumes ?? [])];
  const containers = (template.containers ?? []).map((container) => ({ ...container }));
  const target = containers[index];
  if (!target) return template;
  for (const [mountPath, within] of Map.groupBy(files, ({ path }) => directoryOf(path))) {
    const secret = within[0]?.secret ?? '';
    const old = target.volumeMounts?.find((mount) => mount.mountPath?.replace(/\/+$/, '') === mountPath);
    const before = volumes.find(({ name }) => name !== undefined && name === old?.name)?.secret;
    const same = before && shortNameOf(before.secret) === shortNameOf(secret) ? before : undefined;
    const items = new Map(same && itemsOf(same).map((item) => [item.path, item]));
    for (const { path, version } of within) {
      const file = path.slice(mountPath.length + 1);
      items.set(file, { ...items.get(file), path: file, version });
    }
    const name = volumeName(mountPath, secret);
    target.volumeMounts = [...(target.volumeMounts ?? []).filter((mount) => mount !== old), { name, mountPath }];
    volumes = [
      ...volumes.filter((volume) => volume.name !== name),
      {
        name,
        secret: {
          ...same,
          secret,
          items: [...items.values()],
        },
      },
    ];
  }
  const mounted = new Set(containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name)));
  // Removes secret volumes whose mounts were replaced.
  const kept = volumes.filter(({ name, secret }) => !secret || mounted.has(name));
  return { ...template, containers, volumes: kept };
}

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
export const shortNameOf = (secret = ''): string => secret.slice(secret.lastIndexOf('/') + 1);

/**
 * The files of a volume; without any it has the newest version in a file with the secret's name
 * (https://cloud.google.com/run/docs/reference/rest/v2/Volume#SecretVolumeSource).
 */
export const itemsOf = ({ secret, items }: NonNullable<Volume['secret']>) =>
  items?.length ? items : [{ path: shortNameOf(secret), version: 'latest' }];

/** The same for the same directory and secret, so that a deploy that changes nothing makes no revision. */
const volumeName = (directory: string, secret: string): string =>
  `secret-${createHash('sha256').update(`${directory}\n${secret}`).digest('hex').slice(0, 12)}`;
