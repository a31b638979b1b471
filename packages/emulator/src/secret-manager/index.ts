/**
 * Secret Manager v1: secrets, versions and their states, payloads, policies.
 * https://cloud.google.com/secret-manager/docs/reference/rest
 */
import type { Core } from '../core/core.ts';
import { etag } from '../core/ids.ts';
import { aborted, invalid } from '../http/errors.ts';
import { page } from '../http/pagination.ts';
import { wantsNumbers } from '../http/query-parameters.ts';
import { type ApiRequest, type Route, route } from '../http/routes.ts';
import { changedPolicy, heldPermissions, type Policy, shownPolicy } from '../identity/iam-policy.ts';
import { crc32c } from '../storage/content/crc32c.ts';
import { createSecretStore, type NamedVersion, type Secret, type State } from './store.ts';

export interface SecretManager {
  readonly routes: readonly Route[];
  /** Adds a version, and creates the secret if it does not exist; returns the version's number. */
  add(project: string, secret: string, data: string | Buffer): number;
  setState(project: string, secret: string, version: number, state: State): void;
  /** The payload of an enabled version, for the platform, without a permission check. Throws the API's errors. */
  access(project: string, secret: string, version: string): { value: Buffer; version: string };
  setAliases(project: string, secret: string, aliases: Record<string, string>): void;
  delete(project: string, secret: string): void;
}

const STATES: readonly State[] = ['ENABLED', 'DISABLED', 'DESTROYED'];

export function createSecretManager(core: Core): SecretManager {
  /** Projects can be named by id or by number; responses have numbers. */
  const store = createSecretStore(core.clock, (project) => core.projects.get(project) ?? project);

  const may = (request: ApiRequest, permission: string) => {
    const { project, secret, version } = request.params;
    const parts = [`projects/${project}`, secret && `secrets/${secret}`, version && `versions/${version}`];
    core.access.check(request.principal, `secretmanager.${permission}`, parts.filter(Boolean).join('/'));
  };
  const secretOf = (request: ApiRequest, permission: string): Secret => {
    may(request, permission);
    return store.secret(request.params.project ?? '', request.params.secret ?? '');
  };
  const versionOf = (request: ApiRequest, permission: string): NamedVersion => {
    may(request, permission);
    const { project = '', secret = '', version = '' } = request.params;
    return store.version(project, secret, version);
  };

  const base = '/v1/projects/{project}/secrets';
  const one = `${base}/{secret}`;
  const paged = { query: ['pageSize', 'pageToken'] };
  const stateRoute = (verb: string, state: State) =>
    route('POST', `${one}/versions/{version}:${verb}`, async (request) => {
      const found = versionOf(request, `versions.${verb}`);
      store.checkEtag((await request.json<{ etag?: string }>()).etag, found.version.etag);
      store.setState(found.version, state);
      return { body: versionBody(request, found) };
    });

  return {
    add(project, id, data) {
      const secret = store.find(project, id) ?? store.create(project, id, {});
      store.addVersion(secret, Buffer.from(data));
      return secret.versions.length;
    },
    setState: (project, id, version, state) =>
      store.setState(store.version(project, id, String(version)).version, state),
    access(project, id, alias) {
      const { name, data } = store.payload(project, id, alias);
      return { value: data, version: name.replace(/^.*\//, '') };
    },
    setAliases(project, id, aliases) {
      store.secret(project, id).versionAliases = aliases;
    },
    delete: (project, id) => void store.delete(project, id),
    routes: [
      route(
        'GET',
        base,
        (request) => {
          may(request, 'secrets.list');
          const all = store.list(request.params.project ?? '');
          const { items, ...token } = page(request, all, 25_000);
          return { body: { secrets: items.map(secretBody), ...token, totalSize: all.length } };
        },
        paged,
      ),
      route('GET', one, (request) => ({ body: secretBody(secretOf(request, 'secrets.get')) })),
      route(
        'POST',
        base,
        async (request) => {
          may(request, 'secrets.create');
          const settings = await request.json<Partial<Secret>>();
          return {
            body: secretBody(store.create(request.params.project ?? '', request.query.get('secretId') ?? '', settings)),
          };
        },
        { query: ['secretId'] },
      ),
      route(
        'PATCH',
        one,
        async (request) => {
          const secret = secretOf(request, 'secrets.update');
          const sent = await request.json<Partial<Secret>>();
          store.checkEtag(sent.etag, secret.etag);
          update(secret, sent, (request.query.get('updateMask') ?? '').split(','));
          return { body: secretBody(secret) };
        },
        { query: ['updateMask'] },
      ),
      route(
        'DELETE',
        one,
        (request) => {
          const secret = secretOf(request, 'secrets.delete');
          store.checkEtag(request.query.get('etag'), secret.etag);
          store.delete(request.params.project ?? '', request.params.secret ?? '');
          return { body: {} };
        },
        { query: ['etag'] },
      ),
      route('POST', `${one}:addVersion`, async (request) => {
        const secret = secretOf(request, 'versions.add');
        const { payload } = await request.json<{ payload?: { data?: string; dataCrc32c?: string } }>();
        if (!payload) throw invalid('The payload is required.');
        const data = Buffer.from(payload.data ?? '', 'base64');
        if (payload.dataCrc32c !== undefined && String(payload.dataCrc32c) !== String(crc32c(data)))
          throw invalid('The checksum of the payload does not match its data.');
        return { body: versionBody(request, store.addVersion(secret, data)) };
      }),
      route(
        'GET',
        `${one}/versions`,
        (request) => {
          const { name, versions } = secretOf(request, 'versions.list');
          const all = versions.map((version, i) => ({ name: `${name}/versions/${i + 1}`, version })).reverse();
          const { items, ...token } = page(request, all, 25_000);
          return {
            body: { versions: items.map((found) => versionBody(request, found)), ...token, totalSize: all.length },
          };
        },
        paged,
      ),
      route('GET', `${one}/versions/{version}`, (request) => ({
        body: versionBody(request, versionOf(request, 'versions.get')),
      })),
      route('GET', `${one}/versions/{version}:access`, (request) => {
        may(request, 'versions.access');
        const { project = '', secret = '', version = '' } = request.params;
        const { name, data } = store.payload(project, secret, version);
        return { body: { name, payload: { data: data.toString('base64'), dataCrc32c: String(crc32c(data)) } } };
      }),
      stateRoute('enable', 'ENABLED'),
      stateRoute('disable', 'DISABLED'),
      stateRoute('destroy', 'DESTROYED'),
      route(
        'GET',
        `${one}:getIamPolicy`,
        (request) => ({ body: shownPolicy(secretOf(request, 'secrets.getIamPolicy').policy) }),
        { query: ['options.requestedPolicyVersion'] },
      ),
      route('POST', `${one}:setIamPolicy`, async (request) => {
        const secret = secretOf(request, 'secrets.setIamPolicy');
        const { policy } = await request.json<{ policy?: Policy }>();
        if (!policy) throw invalid('The policy is required.');
        secret.policy = changedPolicy(secret.policy, policy, {
          conflict: () => aborted('There were concurrent policy changes. Please retry the whole read-modify-write.'),
        });
        return { body: shownPolicy(secret.policy) };
      }),
      route('POST', `${one}:testIamPermissions`, async (request) => {
        const { project = '', secret = '' } = request.params;
        const { name } = store.secret(project, secret);
        const { permissions = [] } = await request.json<{ permissions?: string[] }>();
        return { body: heldPermissions(core, request.principal, permissions, name) };
      }),
    ],
  };
}

function update(secret: Secret, sent: Partial<Secret>, mask: readonly string[]): void {
  for (const path of mask) {
    if (path === 'labels') secret.labels = sent.labels ?? {};
    else if (path === 'annotations') secret.annotations = sent.annotations ?? {};
    else if (path === 'version_aliases' || path === 'versionAliases') secret.versionAliases = sent.versionAliases ?? {};
    else throw invalid(`Invalid update_mask: "${path}" may not be updated.`);
  }
  secret.etag = etag();
}

const secretBody = ({ name, createTime, labels, annotations, versionAliases, etag }: Secret) => ({
  name,
  replication: { automatic: {} },
  createTime,
  labels,
  ...(Object.keys(annotations).length > 0 && { annotations }),
  ...(Object.keys(versionAliases).length > 0 && { versionAliases }),
  etag,
});

const versionBody = ({ query }: ApiRequest, { name, version }: NamedVersion) => ({
  name,
  createTime: version.createTime,
  ...(version.destroyTime && { destroyTime: version.destroyTime }),
  state: wantsNumbers(query) ? STATES.indexOf(version.state) + 1 : version.state,
  replicationStatus: { automatic: {} },
  etag: version.etag,
});
