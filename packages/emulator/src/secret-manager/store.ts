/** Secrets and their versions in memory; the routes check permissions. */
import type { Clock } from '../core/clock.ts';
import { etag, timestamp } from '../core/ids.ts';
import { ApiError, invalid, notFound } from '../http/errors.ts';
import type { Policy } from '../identity/iam-policy.ts';

export type State = 'ENABLED' | 'DISABLED' | 'DESTROYED';

export interface Version {
  state: State;
  data: Buffer | undefined;
  etag: string;
  readonly createTime: string;
  destroyTime?: string;
}

export interface Secret {
  /** `projects/NUMBER/secrets/ID`. */
  readonly name: string;
  readonly createTime: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** Alias → number of a version: https://cloud.google.com/secret-manager/docs/assign-alias-to-secret-version */
  versionAliases: Record<string, string>;
  etag: string;
  policy: Policy;
  /** Version 1 first. */
  readonly versions: Version[];
}

export interface NamedVersion {
  readonly name: string;
  readonly version: Version;
}

/** https://cloud.google.com/secret-manager/quotas */
const MAX_PAYLOAD = 64 * 1024;

export function createSecretStore(clock: Clock, numberOf: (project: string) => string) {
  const secrets = new Map<string, Secret>();
  const nameOf = (project: string, id: string) => `projects/${numberOf(project)}/secrets/${id}`;
  const failed = (message: string) => new ApiError(400, message, {}, { reason: 'FAILED_PRECONDITION' });

  const store = {
    /** Newest first, like the API. */
    list: (project: string): Secret[] =>
      [...secrets.values()].filter(({ name }) => name.startsWith(`projects/${numberOf(project)}/`)).reverse(),
    create(project: string, id: string, settings: Partial<Pick<Secret, 'labels' | 'annotations'>>) {
      const name = nameOf(project, id);
      if (!/^[\w-]{1,255}$/.test(id)) throw invalid(`Invalid secret id [${id}].`);
      if (secrets.has(name)) throw new ApiError(409, `Secret [${name}] already exists.`);
      const { labels = {}, annotations = {} } = settings;
      const createTime = timestamp(clock.now());
      const secret: Secret = {
        name,
        labels,
        annotations,
        versionAliases: {},
        createTime,
        etag: etag(),
        policy: {},
        versions: [],
      };
      secrets.set(name, secret);
      return secret;
    },
    secret(project: string, id: string): Secret {
      const found = secrets.get(nameOf(project, id));
      if (!found) throw new ApiError(404, `Secret [${nameOf(project, id)}] not found.`);
      return found;
    },
    find: (project: string, id: string): Secret | undefined => secrets.get(nameOf(project, id)),
    delete: (project: string, id: string): boolean => secrets.delete(nameOf(project, id)),
    addVersion(secret: Secret, data: Buffer): NamedVersion {
      if (data.length > MAX_PAYLOAD) throw invalid(`The payload has more than ${MAX_PAYLOAD} bytes.`);
      const version: Version = { state: 'ENABLED', data, etag: etag(), createTime: timestamp(clock.now()) };
      secret.versions.push(version);
      return { name: `${secret.name}/versions/${secret.versions.length}`, version };
    },
    version(project: string, id: string, alias: string): NamedVersion {
      const name = nameOf(project, id);
      const { versions = [], versionAliases = {} } = secrets.get(name) ?? {};
      if (versions.length === 0) throw new ApiError(404, `Secret [${name}] not found or has no versions.`);
      // "latest" is the newest version that is not destroyed, enabled or not.
      const index =
        alias === 'latest'
          ? versions.findLastIndex(({ state }) => state !== 'DESTROYED')
          : Number(versionAliases[alias] ?? alias) - 1;
      const version = versions[index];
      if (!version) throw notFound(`Secret Version [${name}/versions/${alias}]`);
      return { name: `${name}/versions/${index + 1}`, version };
    },
    payload(project: string, id: string, alias: string): { name: string; data: Buffer } {
      const { name, version } = store.version(project, id, alias);
      if (version.state === 'ENABLED' && version.data) return { name, data: version.data };
      throw failed(`Secret Version [${name}] is in ${version.state} state.`);
    },
    setState(version: Version, state: State): void {
      if (version.state === 'DESTROYED') throw failed('Secret Version is in DESTROYED state.');
      version.state = state;
      version.etag = etag();
      if (state !== 'DESTROYED') return;
      version.data = undefined;
      version.destroyTime = timestamp(clock.now());
    },
    /** Optimistic concurrency: a given etag must be the current one. https://cloud.google.com/secret-manager/docs/etags */
    checkEtag(given: string | null | undefined, current: string): void {
      if (given && given !== current) throw failed('The etag does not match the current one.');
    },
  };
  return store;
}
