/** Secret references of a template: `latest` becomes a number, so that a rollback brings back the same secret. */

import { allAtOnce, CloudError, InputError, type Location } from '../../runtime/errors.ts';
import type { Log } from '../../runtime/log.ts';
import type { SecretManager, SecretVersion } from '../secret-manager.ts';
import type { Container, Volume } from './resources.ts';

/** What refers to secrets: the template of a revision, or of a task. */
export interface SecretHolder {
  containers?: Container[];
  volumes?: Volume[];
}

/** One place that refers to a secret's version. */
export interface TemplateSecret {
  /** `projects/P/secrets/S`. */
  readonly secret: string;
  readonly version: string;
  /** For messages: `environment variable DATABASE_URL`. */
  readonly where: string;
  /** Below the holder: `['containers', 0, 'env', 2]`. */
  readonly path: readonly (string | number)[];
  readonly resolve: (version: string) => void;
}

export interface ResolvedSecrets<T> {
  readonly template: T;
  /** By `SECRET/VERSION` as the template had it, with the secret's full name; without those that could not be read. */
  readonly versions: ReadonlyMap<string, SecretVersion>;
}

/** A copy of the template with versions resolved. Throws `InputError` for secrets and versions that are not there or not enabled. */
export async function resolveSecrets<T extends SecretHolder>(
  template: T,
  options: {
    manager: SecretManager;
    project: string;
    mode: 'resolve' | 'keep';
    log: Log;
    /** Where a value of the template comes from, by its path. */
    locate?: ((path: TemplateSecret['path']) => Location) | undefined;
  },
): Promise<ResolvedSecrets<T>> {
  const copy = structuredClone(template);
  const found = new Map<string, Promise<SecretVersion | 'unreadable' | undefined>>();
  const versions = new Map<string, SecretVersion>();
  const look = (reference: TemplateSecret) => {
    const key = keyOf(reference);
    const known = found.get(key) ?? lookUp(reference, options);
    found.set(key, known);
    return known;
  };
  await allAtOnce(
    secretReferences(copy, options.project).map(async (reference) => {
      const found = await look(reference);
      if (found === 'unreadable') return;
      const version = usableVersion(found, reference, options.locate);
      if (found) versions.set(keyOf(reference), found);
      if (options.mode === 'resolve') reference.resolve(version);
    }),
  );
  return { template: copy, versions };
}

const keyOf = ({ secret, version }: Pick<TemplateSecret, 'secret' | 'version'>): string => `${secret}/${version}`;

/**
 * The template of a revision with `latest` and other aliases as the number that its instances have: that of a version which is
 * older than the revision, and what the alias still means. `createTime` is the revision's. Secret Manager does not tell when an
 * alias was moved: one that moved between two older versions is not noticed until a deploy has pinned its number.
 */
export function withRunningVersions<T extends SecretHolder>(
  template: T,
  createTime: string | undefined,
  { project, versions }: { readonly project: string } & Pick<ResolvedSecrets<T>, 'versions'>,
): T {
  const created = Date.parse(createTime ?? '');
  const copy = structuredClone(template);
  for (const reference of secretReferences(copy, project)) {
    const version = /^\d+$/.test(reference.version) ? undefined : versions.get(keyOf(reference));
    if (version && Date.parse(version.createTime) < created) reference.resolve(version.version);
  }
  return copy;
}

/**
 * The number of the version that was `found` for a reference.
 * @throws {InputError} If it was not found, or is not enabled.
 */
export function usableVersion(
  found: SecretVersion | undefined,
  { secret, version, where, path }: TemplateSecret,
  locate: ((path: TemplateSecret['path']) => Location | undefined) | undefined,
): string {
  if (found?.state === 'ENABLED') return found.version;
  const message = found
    ? `is ${found.state.toLowerCase()}. Enable it, or name another version.`
    : 'does not exist. Create it, or correct its name.';
  const location = locate?.(path);
  throw new InputError([
    { subject: where, message: `the secret ${secret}, version ${version}, ${message}`, ...(location && { location }) },
  ]);
}

async function lookUp(
  { secret, version }: TemplateSecret,
  { manager, mode, log }: { manager: SecretManager; mode: 'resolve' | 'keep'; log: Log },
): Promise<SecretVersion | 'unreadable' | undefined> {
  try {
    return await manager.version(secret, version);
  } catch (error) {
    const needed = mode === 'resolve' && !/^\d+$/.test(version);
    if (!(error instanceof CloudError && error.status === 403) || needed) throw error;
    log.warning(
      `Whether the secret ${secret}, version ${version}, exists could not be checked: no permission ${error.permission ?? 'to read it'}. Grant ${error.role ?? 'roles/secretmanager.viewer'} on the secret.`,
    );
    return 'unreadable';
  }
}

/** `projects/P/secrets/S`, for a short name too. */
export const fullSecretName = (secret: string, project: string): string =>
  secret.includes('/') ? secret : `projects/${project}/secrets/${secret}`;

/** All secret references of a template; `resolve` changes it in place. */
export function secretReferences(template: SecretHolder, project: string): TemplateSecret[] {
  const full = (secret: string) => fullSecretName(secret, project);
  const fromEnv = (template.containers ?? []).flatMap((container, i) =>
    (container.env ?? []).flatMap(({ name, valueSource }, n): TemplateSecret[] => {
      const ref = valueSource?.secretKeyRef;
      if (!ref?.secret) return [];
      const resolve = (version: string) => {
        ref.version = version;
      };
      return [
        {
          secret: full(ref.secret),
          version: ref.version ?? 'latest',
          where: `Environment variable ${name}`,
          path: ['containers', i, 'env', n, 'valueSource', 'secretKeyRef'],
          resolve,
        },
      ];
    }),
  );
  const fromVolumes = (template.volumes ?? []).flatMap(({ name, secret }, i): TemplateSecret[] => {
    if (!secret?.secret) return [];
    const where = `Volume ${name}`;
    const id = full(secret.secret);
    if (!secret.items || secret.items.length === 0) {
      // Without items the latest version is one file with the secret's name.
      const path = id.slice(id.lastIndexOf('/') + 1);
      const resolve = (version: string) => {
        secret.items = [{ path, version }];
      };
      return [{ secret: id, version: 'latest', where, path: ['volumes', i, 'secret'], resolve }];
    }
    return secret.items.map((item, n) => ({
      secret: id,
      version: item.version ?? 'latest',
      where,
      path: ['volumes', i, 'secret', 'items', n],
      resolve: (version) => {
        item.version = version;
      },
    }));
  });
  return [...fromEnv, ...fromVolumes];
}
