/** Creates resources for tests and the demo, one call per resource. Defaults are those of the sample application. */
import { randomInt } from 'node:crypto';
import type { IdentityPoolClientOptions } from 'google-auth-library';
import type { CdnPolicy } from './cdn/cache-policy.ts';
import type { Compute } from './cdn/compute.ts';
import type { UrlMap } from './cdn/url-map.ts';
import type { Core } from './core/core.ts';
import { DEFAULTS } from './defaults.ts';
import type { Iam, Provider, ServiceAccount } from './identity/iam.ts';
import type { Oidc } from './identity/oidc.ts';
import type { KeyFile, ServiceAccountKeys } from './identity/service-account-keys.ts';
import type { ArtifactRegistry, Repository } from './registry/artifact-registry.ts';
import { pusher } from './registry/push.ts';
import type { Run } from './run/index.ts';
import type { SecretManager } from './secret-manager/index.ts';
import type { Bucket, Storage } from './storage/index.ts';
import type { BucketSettings } from './storage/records.ts';

/** As the setup guide configures it. */
const DEFAULT_CDN_POLICY: CdnPolicy = { cacheMode: 'USE_ORIGIN_HEADERS', negativeCaching: true };

export interface Seed {
  /** Everything below, with its defaults. */
  all(): void;
  project(id: string, number?: string): void;
  /** Another project with the accounts and the image repository of the default one. */
  projectLike(id: string): void;
  /** A provider for GitHub's issuer; tests of conditions set `attributeCondition` as in the setup guide. */
  provider(options?: Partial<Provider>): Provider;
  /** A service account; `users` may impersonate it (default: all identities of the default pool). */
  serviceAccount(options?: { email?: string; users?: readonly string[]; disabled?: boolean }): ServiceAccount;
  bucket(name?: string, settings?: BucketSettings): Bucket;
  /** A URL map with one host that serves a bucket through a backend bucket with Cloud CDN. */
  site(options?: { name?: string; host?: string; bucket?: string; cdnPolicy?: CdnPolicy; errorPage?: string }): UrlMap;
  repository(options?: { id?: string; location?: string; project?: string; immutableTags?: boolean }): Repository;
  /**
   * The content of a credential file for Application Default Credentials, like from google-github-actions/auth: write it to a file
   * and name that in `GOOGLE_APPLICATION_CREDENTIALS`. With `serviceAccount` it impersonates that account.
   */
  credentials(serviceAccount?: string): IdentityPoolClientOptions;
  /** The content of a key file of a service account; default: the deployer. */
  key(email?: string): KeyFile;
  secret(name: string, value: string | Buffer): string;
  /**
   * Pushes a small image and returns `HOST/PROJECT/REPOSITORY/NAME@sha256:…`. Images with different `content` have different
   * digests. With `index` it is an image index with a linux/amd64 child and an attestation, as BuildKit pushes it.
   */
  image(options?: {
    name?: string;
    repository?: string;
    tags?: readonly string[];
    content?: string;
    labels?: Record<string, string>;
    index?: boolean;
  }): Promise<string>;
}

/** The servers that the seed fills, and their addresses. */
interface Servers {
  readonly core: Core;
  readonly iam: Iam;
  readonly oidc: Oidc;
  readonly serviceAccountKeys: ServiceAccountKeys;
  readonly storage: Storage;
  readonly compute: Compute;
  readonly artifacts: ArtifactRegistry;
  readonly secrets: SecretManager;
  readonly run: Run;
  readonly env: Readonly<Record<string, string>>;
  readonly urls: Readonly<Record<'sts' | 'iamcredentials' | 'registry', string>>;
  readonly registryHost: string;
  token(): string;
}

export function createSeed(servers: Servers, project: string): Seed {
  const { core, iam, storage, compute, artifacts, secrets } = servers;
  const deployerOf = (id: string) => DEFAULTS.serviceAccount.replace(DEFAULTS.project, id);
  const deployer = deployerOf(project);
  const invoke = (email: string) => {
    // As in the setup guide: the health checks of a first deploy run before the service allows other callers.
    servers.run.settings.projectInvokers = [...servers.run.settings.projectInvokers, `serviceAccount:${email}`];
  };
  const seed: Seed = {
    all() {
      seed.provider();
      seed.serviceAccount();
      seed.serviceAccount({ email: DEFAULTS.runtimeAccount });
      invoke(deployer);
      seed.bucket();
      seed.site();
      seed.repository();
    },
    project(id, number = String(randomInt(100_000_000_000, 200_000_000_000))) {
      core.projects.set(id, number);
    },
    projectLike(id) {
      seed.project(id);
      const email = deployerOf(id);
      seed.serviceAccount({ email });
      seed.serviceAccount({ email: `${core.projects.get(id)}-compute@developer.gserviceaccount.com` });
      invoke(email);
      seed.repository({ project: id });
    },
    provider(options = {}) {
      const provider: Provider = {
        name: DEFAULTS.provider,
        issuerUri: servers.oidc.issuer,
        attributeMapping: {
          'google.subject': 'assertion.sub',
          'attribute.repository': 'assertion.repository',
          'attribute.repository_id': 'assertion.repository_id',
          'attribute.ref': 'assertion.ref',
        },
        ...options,
      };
      iam.providers.set(provider.name, provider);
      return provider;
    },
    serviceAccount({ email = deployer, users, disabled = false } = {}) {
      const pool = `iam.googleapis.com/projects/${DEFAULTS.projectNumber}/locations/global/workloadIdentityPools/${DEFAULTS.pool}`;
      const account: ServiceAccount = {
        email,
        uniqueId: `1${randomInt(10 ** 9, 10 ** 10)}${randomInt(10 ** 9, 10 ** 10)}`,
        disabled,
        bindings: {
          'roles/iam.workloadIdentityUser': users ?? [`principalSet://${pool}/*`],
          // With this, a token of the account can mint identity tokens for it.
          'roles/iam.serviceAccountOpenIdTokenCreator': [`serviceAccount:${email}`],
        },
      };
      iam.serviceAccounts.set(email, account);
      return account;
    },
    bucket(name = DEFAULTS.bucket, settings = {}) {
      const projectNumber = core.projects.get(project) ?? DEFAULTS.projectNumber;
      return storage.store.createBucket({ name, projectNumber, settings });
    },
    site({
      name = DEFAULTS.urlMap,
      host = DEFAULTS.siteHost,
      bucket = DEFAULTS.bucket,
      cdnPolicy = DEFAULT_CDN_POLICY,
      errorPage,
    } = {}) {
      const backend = compute.putBackendBucket(project, {
        name,
        bucketName: bucket,
        enableCdn: true,
        compressionMode: 'AUTOMATIC',
        cdnPolicy,
      });
      const service = String(backend.selfLink);
      return compute.putUrlMap(project, {
        name,
        defaultService: service,
        hostRules: [{ hosts: [host], pathMatcher: 'site' }],
        pathMatchers: [
          {
            name: 'site',
            defaultService: service,
            ...(errorPage && {
              defaultCustomErrorResponsePolicy: {
                errorService: service,
                errorResponseRules: [{ matchResponseCodes: ['404'], path: errorPage, overrideResponseCode: 200 }],
              },
            }),
          },
        ],
      });
    },
    repository({ id = DEFAULTS.repository, location = DEFAULTS.region, immutableTags, ...rest } = {}) {
      return artifacts.create({
        project: rest.project ?? project,
        location,
        id,
        ...(immutableTags !== undefined && { immutableTags }),
      });
    },
    credentials(serviceAccount) {
      const audience = `//iam.googleapis.com/${DEFAULTS.provider}`;
      const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = servers.env;
      return {
        type: 'external_account',
        audience,
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        token_url: `${servers.urls.sts}/v1/token`,
        credential_source: {
          url: `${url}&audience=${encodeURIComponent(`https:${audience}`)}`,
          headers: { Authorization: `Bearer ${token}` },
          format: { type: 'json', subject_token_field_name: 'value' },
        },
        ...(serviceAccount && {
          service_account_impersonation_url: `${servers.urls.iamcredentials}/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`,
        }),
      };
    },
    key: (email = deployer) => servers.serviceAccountKeys.create(email, servers.env.CLOUDSDK_AUTH_TOKEN_HOST ?? ''),
    secret(name, value) {
      const version = secrets.add(project, name, value);
      return `projects/${project}/secrets/${name}/versions/${version}`;
    },
    async image({
      name = 'server',
      repository = DEFAULTS.repository,
      tags = ['latest'],
      content = 'hello',
      labels = {},
      index = false,
    } = {}) {
      const push = pusher(`${servers.urls.registry}/v2/${project}/${repository}/${name}`, servers.token());
      const layer = await push.blob(Buffer.from(content), 'application/vnd.oci.image.layer.v1.tar');
      const config = {
        architecture: 'amd64',
        os: 'linux',
        config: { Labels: labels },
        rootfs: { type: 'layers', diff_ids: [layer.digest] },
      };
      const image = {
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        config: await push.blob(Buffer.from(JSON.stringify(config)), 'application/vnd.oci.image.config.v1+json'),
        layers: [layer],
      };
      const child = await push.manifest(image);
      const attestation = index ? await push.manifest({ ...image, layers: [] }) : undefined;
      const top = attestation
        ? {
            schemaVersion: 2,
            mediaType: 'application/vnd.oci.image.index.v1+json',
            manifests: [
              { ...child, platform: { architecture: 'amd64', os: 'linux' } },
              {
                ...attestation,
                platform: { architecture: 'unknown', os: 'unknown' },
                annotations: {
                  'vnd.docker.reference.digest': child.digest,
                  'vnd.docker.reference.type': 'attestation-manifest',
                },
              },
            ],
          }
        : image;
      const { digest } = await push.manifest(top);
      for (const tag of tags) await push.manifest(top, tag);
      return `${servers.registryHost}/${project}/${repository}/${name}@${digest}`;
    },
  };
  return seed;
}
