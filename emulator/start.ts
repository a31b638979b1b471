/**
 * Starts the local Google Cloud: every API on a loopback port of its own, one shared core, and the environment that points
 * clients at it. State is in memory and gone with the process.
 */
import { createAdmin } from './admin.ts';
import { type Clock, type Core, createCore } from './core.ts';
import { type ApiServer, type Route, type ServeOptions, serveApi } from './http.ts';
import { createIam, type Iam } from './iam.ts';
import { createIamCredentials, type IamCredentials } from './iam-credentials.ts';
import { createOidc, type Oidc } from './oidc.ts';
import { createSeed, DEFAULTS, type Seed } from './seed.ts';
import { createStorage, type Storage } from './storage/index.ts';
import { createSts, type Sts } from './sts.ts';

export interface EmulatorOptions {
  readonly clock?: Clock;
  /** First of a row of fixed ports, in the order of `PORTS`; free ports if absent. */
  readonly port?: number;
  /** Put the default project, provider, service account and so on in place. Default true. */
  readonly seed?: boolean;
  /** The default project. Default `orchestra-dev`. */
  readonly project?: string;
}

/** The servers, in the order of their ports when those are fixed. */
export const PORTS = ['admin', 'oidc', 'sts', 'iamcredentials', 'storage'] as const;
export type ServerName = (typeof PORTS)[number];

export interface Emulator {
  readonly core: Core;
  /** The variables that a runner, gcloud and our actions take: endpoints, OIDC request, registry. */
  readonly env: Readonly<Record<string, string>>;
  /** Base URLs without a trailing slash. */
  readonly urls: Readonly<Record<ServerName, string>>;
  readonly iam: Iam;
  readonly oidc: Oidc;
  readonly sts: Sts;
  readonly iamCredentials: IamCredentials;
  readonly storage: Storage;
  readonly seed: Seed;
  /** An access token for tests that speak to an API themselves. */
  token(options?: { member?: string; lifetimeSeconds?: number }): string;
  stop(): Promise<void>;
}

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const project = options.project ?? DEFAULTS.project;
  const core = createCore({
    ...(options.clock && { clock: options.clock }),
    projects: { [project]: DEFAULTS.projectNumber },
  });
  const iam = createIam();
  const oidc = createOidc(core);
  const sts = createSts(core, iam);
  const iamCredentials = createIamCredentials(core, iam);
  const storage = createStorage(core);
  const seed = createSeed({ core, iam, storage, issuer: () => oidc.issuer });

  const portOf = (name: ServerName) => (options.port === undefined ? 0 : options.port + PORTS.indexOf(name));
  const servers = new Map<ServerName, ApiServer>();
  const stop = async () => {
    await Promise.all([...servers.values()].map((server) => server.close()));
    await storage.close();
  };
  const serve = async (name: ServerName, api: { routes: readonly Route[]; serveOptions?: ServeOptions }) => {
    servers.set(name, await serveApi(core, name, api.routes, { ...api.serveOptions, port: portOf(name) }));
  };
  const url = (name: ServerName) => servers.get(name)?.url ?? '';

  const emulator: Emulator = {
    core,
    get env() {
      return environment(url, oidc);
    },
    get urls() {
      return Object.fromEntries(PORTS.map((name) => [name, url(name)])) as Record<ServerName, string>;
    },
    iam,
    oidc,
    sts,
    iamCredentials,
    storage,
    seed,
    token: ({ member = `serviceAccount:${DEFAULTS.serviceAccount}`, lifetimeSeconds = 3600 } = {}) =>
      core.tokens.mint({ member }, lifetimeSeconds),
    stop,
  };

  try {
    await serve('oidc', oidc);
    oidc.issuer = url('oidc');
    await serve('sts', sts);
    await serve('iamcredentials', iamCredentials);
    await serve('storage', storage);
    await serve('admin', createAdmin(emulator));
  } catch (error) {
    await stop();
    throw error;
  }

  if (options.seed !== false) {
    seed.provider();
    seed.serviceAccount();
    seed.bucket();
  }
  return emulator;
}

function environment(url: (name: ServerName) => string, oidc: Oidc): Record<string, string> {
  return {
    CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: `${url('storage')}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: `${url('iamcredentials')}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_STS: `${url('sts')}/`,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url('oidc')}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
  };
}
