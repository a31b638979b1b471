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
export const PORTS = ['admin', 'oidc', 'sts', 'iamcredentials'] as const;
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
  const seed = createSeed(core, iam, () => oidc.issuer);

  const servers = new Map<ServerName, ApiServer>();
  const stop = async () => {
    await Promise.all([...servers.values()].map((server) => server.close()));
  };
  const serve = async (name: ServerName, routes: readonly Route[], serveOptions: ServeOptions = {}) => {
    const port = options.port === undefined ? 0 : options.port + PORTS.indexOf(name);
    servers.set(name, await serveApi(core, name, routes, { ...serveOptions, port }));
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
    seed,
    token: ({ member = `serviceAccount:${DEFAULTS.serviceAccount}`, lifetimeSeconds = 3600 } = {}) =>
      core.tokens.mint({ member }, lifetimeSeconds),
    stop,
  };

  try {
    await serve('oidc', oidc.routes);
    oidc.issuer = url('oidc');
    await serve('sts', sts.routes);
    await serve('iamcredentials', iamCredentials.routes);
    await serve(
      'admin',
      createAdmin({
        core,
        env: () => emulator.env,
        token: (wish) => emulator.token(wish),
        settings: {
          'oidc/claims': (claims) => {
            oidc.claims = claims;
          },
        },
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }

  if (options.seed !== false) {
    seed.provider();
    seed.serviceAccount();
  }
  return emulator;
}

function environment(url: (name: ServerName) => string, oidc: Oidc): Record<string, string> {
  return {
    CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: `${url('iamcredentials')}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_STS: `${url('sts')}/`,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url('oidc')}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
  };
}
