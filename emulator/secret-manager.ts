/**
 * Secret Manager v1: secrets, versions and their states, payloads.
 * https://cloud.google.com/secret-manager/docs/reference/rest
 */
import type { Core } from './core.ts';
import { ApiError, invalid, notFound } from './errors.ts';
import { type ApiRequest, type Route, route } from './http.ts';
import { etag, timestamp } from './ids.ts';
import { crc32c } from './storage/crc32c.ts';

type State = 'ENABLED' | 'DISABLED' | 'DESTROYED';

interface Version {
  state: State;
  data: Buffer | undefined;
  readonly createTime: string;
  destroyTime?: string;
}

interface Secret {
  readonly project: string;
  readonly id: string;
  readonly createTime: string;
  readonly labels: Record<string, string>;
  /** Version 1 first. */
  readonly versions: Version[];
}

export interface SecretManager {
  readonly routes: readonly Route[];
  /** Adds a version, and the secret where there is none; gives the version's number. */
  add(project: string, secret: string, data: string | Buffer): number;
  setState(project: string, secret: string, version: number, state: State): void;
  /** The payload of an enabled version. For the platform itself: no caller's permission is asked. Throws as the API does. */
  access(project: string, secret: string, version: string): { value: Buffer; version: string };
  delete(project: string, secret: string): void;
}

export function createSecretManager(core: Core): SecretManager {
  const secrets = new Map<string, Secret>();
  /** Projects may be named by id or by number; the API answers with numbers. */
  const number = (project: string) => core.projects.get(project) ?? project;
  const key = (project: string, secret: string) => `projects/${number(project)}/secrets/${secret}`;

  function secretOf(project: string, id: string): Secret {
    const found = secrets.get(key(project, id));
    if (!found) throw new ApiError(404, `Secret [${key(project, id)}] not found.`);
    return found;
  }
  function versionOf(project: string, id: string, alias: string): { name: string; version: Version } {
    const secret = secrets.get(key(project, id));
    if (!secret || secret.versions.length === 0) {
      throw new ApiError(404, `Secret [${key(project, id)}] not found or has no versions.`);
    }
    // "latest" is the newest version that was not destroyed, whether enabled or not.
    const index =
      alias === 'latest' ? secret.versions.findLastIndex(({ state }) => state !== 'DESTROYED') : Number(alias) - 1;
    const version = secret.versions[index];
    if (!version) throw notFound(`Secret Version [${key(project, id)}/versions/${alias}]`);
    return { name: `${key(project, id)}/versions/${index + 1}`, version };
  }
  function accessVersion(project: string, id: string, alias: string) {
    const { name, version } = versionOf(project, id, alias);
    if (version.state !== 'ENABLED' || !version.data) {
      const message = `Secret Version [${name}] is in ${version.state} state.`;
      throw new ApiError(400, message, {}, { reason: 'FAILED_PRECONDITION' });
    }
    return { name, data: version.data };
  }

  const may = (request: ApiRequest, permission: string) => {
    const { project, secret, version } = request.params;
    const parts = [`projects/${project}`, secret && `secrets/${secret}`, version && `versions/${version}`];
    core.access.check(request.principal, `secretmanager.${permission}`, parts.filter(Boolean).join('/'));
  };
  const secretBody = (secret: Secret) => ({
    name: key(secret.project, secret.id),
    replication: { automatic: {} },
    createTime: secret.createTime,
    labels: secret.labels,
    etag: etag(),
  });
  const versionBody = ({ name, version }: { name: string; version: Version }) => ({
    name,
    createTime: version.createTime,
    ...(version.destroyTime && { destroyTime: version.destroyTime }),
    state: version.state,
    replicationStatus: { automatic: {} },
    etag: etag(),
  });
  const create = (project: string, id: string, labels: Record<string, string> = {}): Secret => {
    const secret: Secret = { project, id, labels, createTime: timestamp(core.clock.now()), versions: [] };
    secrets.set(key(project, id), secret);
    return secret;
  };
  const changeState = (version: Version, state: State) => {
    if (version.state === 'DESTROYED') {
      throw new ApiError(400, 'Secret Version is in DESTROYED state.', {}, { reason: 'FAILED_PRECONDITION' });
    }
    version.state = state;
    if (state === 'DESTROYED') {
      version.data = undefined;
      version.destroyTime = timestamp(core.clock.now());
    }
  };

  const base = '/v1/projects/{project}/secrets';
  const stateRoute = (verb: string, state: State) =>
    route('POST', `${base}/{secret}/versions/{version}:${verb}`, (request) => {
      may(request, `versions.${verb}`);
      const { project = '', secret = '', version = '' } = request.params;
      const found = versionOf(project, secret, version);
      changeState(found.version, state);
      return { body: versionBody(found) };
    });

  return {
    add(project, id, data) {
      const secret = secrets.get(key(project, id)) ?? create(project, id);
      secret.versions.push({ state: 'ENABLED', data: Buffer.from(data), createTime: timestamp(core.clock.now()) });
      return secret.versions.length;
    },
    setState: (project, id, version, state) => changeState(versionOf(project, id, String(version)).version, state),
    access(project, id, alias) {
      const { name, data } = accessVersion(project, id, alias);
      return { value: data, version: name.replace(/^.*\//, '') };
    },
    delete: (project, id) => void secrets.delete(key(project, id)),
    routes: [
      route('GET', `${base}/{secret}`, (request) => {
        may(request, 'secrets.get');
        return { body: secretBody(secretOf(request.params.project ?? '', request.params.secret ?? '')) };
      }),
      route('POST', base, async (request) => {
        may(request, 'secrets.create');
        const id = request.query.get('secretId') ?? '';
        if (!/^[\w-]{1,255}$/.test(id)) throw invalid(`Invalid secret id [${id}].`);
        const { project = '' } = request.params;
        if (secrets.has(key(project, id))) throw new ApiError(409, `Secret [${key(project, id)}] already exists.`);
        const { labels } = await request.json<{ labels?: Record<string, string> }>();
        return { body: secretBody(create(project, id, labels)) };
      }),
      route('POST', `${base}/{secret}:addVersion`, async (request) => {
        may(request, 'versions.add');
        const { project = '', secret = '' } = request.params;
        const { payload } = await request.json<{ payload?: { data?: string } }>();
        const { versions } = secretOf(project, secret);
        const data = Buffer.from(payload?.data ?? '', 'base64');
        versions.push({ state: 'ENABLED', data, createTime: timestamp(core.clock.now()) });
        return { body: versionBody(versionOf(project, secret, String(versions.length))) };
      }),
      route('GET', `${base}/{secret}/versions`, (request) => {
        may(request, 'versions.list');
        const { project = '', secret = '' } = request.params;
        const { versions } = secretOf(project, secret);
        const all = versions.map((_, index) => versionBody(versionOf(project, secret, String(index + 1))));
        return { body: { versions: all.reverse(), totalSize: all.length } };
      }),
      route('GET', `${base}/{secret}/versions/{version}`, (request) => {
        may(request, 'versions.get');
        const { project = '', secret = '', version = '' } = request.params;
        return { body: versionBody(versionOf(project, secret, version)) };
      }),
      route('GET', `${base}/{secret}/versions/{version}:access`, (request) => {
        may(request, 'versions.access');
        const { project = '', secret = '', version = '' } = request.params;
        const { name, data } = accessVersion(project, secret, version);
        return { body: { name, payload: { data: data.toString('base64'), dataCrc32c: String(crc32c(data)) } } };
      }),
      stateRoute('enable', 'ENABLED'),
      stateRoute('disable', 'DISABLED'),
      stateRoute('destroy', 'DESTROYED'),
    ],
  };
}
