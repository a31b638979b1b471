/** Assembles the local Google Cloud: all APIs over one shared core. The caller serves them. */
import { createCompute } from './cdn/compute.ts';
import { createCdn } from './cdn/index.ts';
import type { Clock } from './core/clock.ts';
import { createCore } from './core/core.ts';
import { DEFAULTS } from './defaults.ts';
import { type Emulator, PORTS, type ServerName } from './emulator.ts';
import { createGitHub } from './github/index.ts';
import type { Route, ServeOptions } from './http/routes.ts';
import { createIam } from './identity/iam.ts';
import { createProjectAdmin } from './identity/iam-admin.ts';
import { createIamCredentials } from './identity/iam-credentials.ts';
import { createOidc } from './identity/oidc.ts';
import { createServiceAccountKeys } from './identity/service-account-keys.ts';
import { createSts } from './identity/sts.ts';
import { createKms } from './kms/index.ts';
import { createLogging } from './logging/index.ts';
import { createMonitoring } from './monitoring/index.ts';
import { createArtifactRegistry } from './registry/artifact-registry.ts';
import { createBlobs } from './registry/blobs.ts';
import { createBuiltInRegistry } from './registry/built-in.ts';
import { createRegistry } from './registry/index.ts';
import { createMemoryBlobs } from './registry/memory-blobs.ts';
import { createUpstreamRegistry } from './registry/upstream.ts';
import { createFakeDriver, createRun, type Driver, type RunSettings } from './run/index.ts';
import { createSecretManager } from './secret-manager/index.ts';
import { createSeed } from './seed.ts';
import { createStorage } from './storage/index.ts';

export interface EmulatorOptions<D extends Driver = Driver> {
  readonly clock?: Clock;
  /** First of consecutive fixed ports, in the order of `PORTS`; free ports if absent. */
  readonly port?: number;
  /** The address that all servers listen on. Default 127.0.0.1, which all URLs name. */
  readonly address?: string;
  /** Create the default provider, service account, bucket, site and repository. Default true. */
  readonly seed?: boolean;
  /** The default project. Default `orchestra-dev`. */
  readonly project?: string;
  /** What runs revisions and jobs. Default: `emulator.fakeDriver`, which runs no containers. */
  readonly driver?: D;
  readonly run?: Partial<RunSettings>;
  /** Base URL of a registry that stores the images; without it the emulator stores them. */
  readonly registry?: string;
  /** Stores images in memory, if there is no other registry; for small images. Default false: in files. */
  readonly imagesInMemory?: boolean;
  /** False stores size and hashes of large objects, but not their bytes. */
  readonly keepLargeObjects?: boolean;
}

export interface ServedApi {
  readonly routes: readonly Route[];
  readonly serveOptions?: ServeOptions;
}

/** Addresses of the APIs. */
export interface Serving {
  /** Base URL of an API without a trailing slash; empty until it is served. */
  url(name: ServerName): string;
  stop(): Promise<void>;
}

/** Neither serves nor seeds anything. `proxyPort` is the port of the proxy for URLs of services; a free one by default. */
export function assemble(options: EmulatorOptions, serving: Serving, proxyPort = 0): Emulator {
  const project = options.project ?? DEFAULTS.project;
  const core = createCore({
    ...(options.clock && { clock: options.clock }),
    projects: { [project]: DEFAULTS.projectNumber },
  });
  const iam = createIam();
  const projectAdmin = createProjectAdmin(core, iam);
  const iamCredentials = createIamCredentials(core, iam);
  const storage = createStorage(core, { keepLarge: options.keepLargeObjects ?? true });
  const compute = createCompute(core);
  const blobs = options.imagesInMemory ? createMemoryBlobs() : createBlobs();
  const store =
    options.registry === undefined ? createBuiltInRegistry(blobs) : createUpstreamRegistry(options.registry);
  const artifacts = createArtifactRegistry(core, store);
  const registry = createRegistry(core, artifacts, store);
  const secrets = createSecretManager(core);
  const kms = createKms(core);
  const logging = createLogging(core);
  const monitoring = createMonitoring(core);
  const fakeDriver = createFakeDriver();
  const run = createRun(
    core,
    {
      secrets,
      images: registry,
      logs: logging,
      metrics: monitoring,
      identity: iamCredentials,
      driver: options.driver ?? fakeDriver,
      proxyPort,
      address: options.address,
    },
    options.run,
  );

  const emulator: Emulator = {
    core,
    get env() {
      return environment(emulator);
    },
    get urls() {
      return Object.fromEntries(PORTS.map((name) => [name, serving.url(name)])) as Record<ServerName, string>;
    },
    get registryHost() {
      return serving.url('registry').replace('http://', '');
    },
    iam,
    projectAdmin,
    oidc: createOidc(core),
    sts: createSts(core, iam),
    serviceAccountKeys: createServiceAccountKeys(core, iam),
    iamCredentials,
    storage,
    compute,
    cdn: createCdn(core, storage, compute),
    artifacts,
    registry,
    secrets,
    kms,
    logging,
    monitoring,
    github: createGitHub(core),
    run,
    fakeDriver,
    get seed() {
      return createSeed(emulator, project);
    },
    token: ({ member = `serviceAccount:${DEFAULTS.serviceAccount}`, lifetimeSeconds = 3600 } = {}) =>
      core.tokens.mint({ member }, lifetimeSeconds),
    async stop() {
      await run.stop();
      await serving.stop();
      await Promise.all([storage.close(), store.close()]);
    },
  };

  return emulator;
}

/** The APIs of Google Cloud by name, without the admin API. */
export const apisOf = (emulator: Emulator): Readonly<Record<Exclude<ServerName, 'admin'>, ServedApi>> => ({
  oidc: emulator.oidc,
  sts: { routes: [...emulator.sts.routes, ...emulator.serviceAccountKeys.routes] },
  iamcredentials: emulator.iamCredentials,
  storage: emulator.storage,
  compute: emulator.compute,
  cdn: emulator.cdn,
  artifactregistry: emulator.artifacts,
  registry: emulator.registry,
  secretmanager: emulator.secrets,
  logging: emulator.logging,
  github: emulator.github,
  run: emulator.run,
  monitoring: emulator.monitoring,
  iam: emulator.projectAdmin.iam,
  cloudresourcemanager: emulator.projectAdmin.resourceManager,
  serviceusage: emulator.projectAdmin.serviceUsage,
  cloudkms: emulator.kms,
});

/** gcloud wants a trailing slash on its endpoints. */
function environment({ urls, oidc, registryHost }: Emulator): Record<string, string> {
  return {
    CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: `${urls.run}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: `${urls.storage}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_COMPUTE: `${urls.compute}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_ARTIFACTREGISTRY: `${urls.artifactregistry}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER: `${urls.secretmanager}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: `${urls.iamcredentials}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_STS: `${urls.sts}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_LOGGING: `${urls.logging}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_MONITORING: `${urls.monitoring}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_IAM: `${urls.iam}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDRESOURCEMANAGER: `${urls.cloudresourcemanager}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_SERVICEUSAGE: `${urls.serviceusage}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: `${urls.cloudkms}/`,
    CLOUDSDK_AUTH_TOKEN_HOST: `${urls.sts}/token`,
    GITHUB_API_URL: urls.github,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${urls.oidc}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
    ORCHESTRA_REGISTRY: registryHost,
    ORCHESTRA_SITE: `http://${DEFAULTS.siteHost}:${new URL(urls.cdn || 'http://localhost').port}`,
    ORCHESTRA_EMULATOR: urls.admin,
  };
}
