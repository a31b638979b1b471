/**
 * The Docker registry of Artifact Registry: authenticates callers by access token, checks permissions on the repository, and passes
 * requests of the distribution protocol to a store. https://cloud.google.com/artifact-registry/docs/docker/authentication
 */
import type { Core, Principal } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { ANY_QUERY } from '../http/query-parameters.ts';
import { type ApiRequest, type Reply, type Route, route, type ServeOptions } from '../http/routes.ts';
import type { ArtifactRegistry, Repository } from './artifact-registry.ts';
import {
  INDEX_TYPES,
  isDigest,
  type ManifestJson,
  ociError,
  ociErrorBody,
  parseTarget,
  type RegistryStore,
  type Target,
} from './types.ts';

export interface Registry {
  readonly routes: readonly Route[];
  readonly serveOptions: ServeOptions;
  readonly store: RegistryStore;
  /** Maximum lifetime of tokens from its token endpoint; they never outlive the access token of their request. */
  tokenLifetimeSeconds: number;
  /**
   * Looks up `HOST/PROJECT/REPOSITORY/IMAGE@sha256:…` or `…:tag`; returns the children of an index, the linux/amd64 one first.
   * The host is the emulator's or one of `*.pkg.dev`.
   */
  find(reference: string): Promise<{ digest: string; children: string[] } | undefined>;
}

export function createRegistry(core: Core, artifacts: ArtifactRegistry, store: RegistryStore): Registry {
  const registry: Registry = {
    store,
    tokenLifetimeSeconds: 3600,
    serveOptions: { errorBody: ociErrorBody, systemParameters: false },
    async find(reference) {
      const match = /^([^/]+)\/([^@]+?)(?::([\w][\w.-]*))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(reference);
      if (!match) return undefined;
      const [, , name = '', tag, digest] = match;
      if (!repositoryOf(name)) return undefined;
      const found = await store.manifest(name, digest ?? tag ?? 'latest');
      if (!found) return undefined;
      const { manifests = [] } = INDEX_TYPES.includes(found.mediaType)
        ? (JSON.parse(found.bytes.toString()) as ManifestJson)
        : {};
      const amd64 = ({ platform }: { platform?: { os?: string; architecture?: string } }) =>
        platform?.os === 'linux' && platform.architecture === 'amd64';
      const children = [...manifests.filter(amd64), ...manifests.filter((child) => !amd64(child))];
      return { digest: found.digest, children: children.map((child) => child.digest) };
    },
    routes: [
      route('GET', '/v2/token', token, {
        open: true,
        query: ['scope', 'service', 'account', 'client_id', 'offline_token'],
      }),
      // Clients try the OAuth flow first and fall back to GET if it is not supported.
      route('POST', '/v2/token', () => ({ status: 405, headers: { allow: 'GET' } }), { open: true }),
      route(
        'GET',
        '/v2/',
        (request) => {
          authenticate(request);
          return { headers: { 'docker-distribution-api-version': 'registry/2.0' }, body: {} };
        },
        { open: true },
      ),
      // The store, which can be another registry, handles the query.
      route('*', '{path=**}', serve, { open: true, query: ANY_QUERY }),
    ],
  };

  function repositoryOf(name: string): Repository | undefined {
    const [project = '', repository = '', image] = name.split('/');
    return image === undefined ? undefined : artifacts.find(project, repository);
  }

  /** The credential of a Bearer header, or the password of Docker's Basic login. */
  function credential(request: ApiRequest): string | undefined {
    const header = request.headers.authorization ?? '';
    const bearer = /^Bearer (.+)$/i.exec(header)?.[1];
    if (bearer !== undefined) return bearer;
    const basic = /^Basic (.+)$/i.exec(header)?.[1];
    const [user, ...password] = Buffer.from(basic ?? '', 'base64')
      .toString()
      .split(':');
    return user === 'oauth2accesstoken' ? password.join(':') : undefined;
  }

  function authenticate(request: ApiRequest, scope?: string): Principal {
    const principal = core.tokens.principal(credential(request) ?? '');
    if (principal) return principal;
    const host = request.url.host;
    const challenge = `Bearer realm="http://${host}/v2/token",service="${host}"${scope ? `,scope="${scope}"` : ''}`;
    const tried = request.headers.authorization === undefined ? '' : ',error="invalid_token"';
    throw ociError(401, 'UNAUTHORIZED', 'authentication failed', { 'www-authenticate': challenge + tried });
  }

  function token(request: ApiRequest): Reply {
    const principal = authenticate(request);
    const lifetime = Math.min(registry.tokenLifetimeSeconds, core.tokens.remaining(credential(request) ?? ''));
    const issued_at = new Date(core.clock.now()).toISOString();
    return { body: { token: core.tokens.mint(principal, lifetime), expires_in: lifetime, issued_at } };
  }

  async function serve(request: ApiRequest): Promise<Reply> {
    const target = parseTarget(request.path);
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const principal = authenticate(request, `repository:${target.name}:${reading ? 'pull' : 'push,pull'}`);
    const [project = '', id = '', image] = target.name.split('/');
    if (image === undefined) throw ociError(404, 'NAME_INVALID', 'The name must be PROJECT/REPOSITORY/IMAGE.');
    const repository = artifacts.find(project, id);
    const permission = `artifactregistry.${permissionFor(request.method, target)}`;
    const resource = repository?.name ?? `projects/${project}/locations/-/repositories/${id}`;
    try {
      core.access.check(principal, permission, resource);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw ociError(
        403,
        'DENIED',
        `Permission "${permission}" denied on resource "${resource}" (or it may not exist)`,
      );
    }
    if (!repository) throw ociError(404, 'NAME_UNKNOWN', `Repository "${id}" not found`);
    if (target.kind === 'manifests' && request.method === 'DELETE') artifacts.forget(target.name, target.reference);
    if (target.kind !== 'manifests' || request.method !== 'PUT') return store.handle(request, target);

    const tag = isDigest(target.reference) ? undefined : target.reference;
    const bytes = await request.body();
    if (tag && repository.dockerConfig?.immutableTags) {
      const before = await store.manifest(target.name, tag);
      if (before && !before.bytes.equals(bytes)) {
        throw ociError(400, 'DENIED', `cannot update tag ${tag}. The repository has enabled tag immutability`);
      }
    }
    const reply = await store.handle(request, target);
    if (reply.status === 201) {
      artifacts.note(target.name, bytes, request.headers['content-type'] ?? '', tag);
    }
    return reply;
  }

  return registry;
}

function permissionFor(method: string, { kind, reference }: Target): string {
  if (method === 'GET' || method === 'HEAD') return 'repositories.downloadArtifacts';
  if (method !== 'DELETE' || kind === 'uploads') return 'repositories.uploadArtifacts';
  return isDigest(reference) ? 'versions.delete' : 'tags.delete';
}
