/** One call each to put what a test or the demo needs into the emulated cloud. Defaults name the sample application. */
import { randomInt } from 'node:crypto';
import type { Core } from './core.ts';
import type { Iam, Provider, ServiceAccount } from './iam.ts';
import type { Bucket, Storage } from './storage/index.ts';

export const DEFAULTS = {
  project: 'orchestra-dev',
  projectNumber: '123456789012',
  region: 'us-central1',
  pool: 'github',
  provider: 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github',
  serviceAccount: 'deployer@orchestra-dev.iam.gserviceaccount.com',
  repository: 'orchestra',
  bucket: 'orchestra-dashboard',
  urlMap: 'orchestra-dashboard',
  siteHost: 'app.orchestra.localhost',
} as const;

export interface Seed {
  project(id?: string, number?: string): void;
  /** A provider for GitHub's issuer; with `attributeCondition` as in the setup guide if a test wants one. */
  provider(options?: Partial<Provider>): Provider;
  /** A service account that the default pool's repositories may act as (`users` are the members of workloadIdentityUser). */
  bucket(name?: string, options?: { website?: Bucket['website'] }): Bucket;
  serviceAccount(options?: { email?: string; users?: readonly string[]; disabled?: boolean }): ServiceAccount;
}

interface SeedDeps {
  readonly core: Core;
  readonly iam: Iam;
  readonly storage: Storage;
  /** Base URL of GitHub's issuer. */
  readonly issuer: () => string;
}

export function createSeed({ core, iam, storage, issuer }: SeedDeps): Seed {
  return {
    project(id = DEFAULTS.project, number = String(randomInt(100_000_000_000, 999_999_999_999))) {
      core.projects.set(id, id === DEFAULTS.project ? DEFAULTS.projectNumber : number);
    },
    provider(options = {}) {
      const provider: Provider = {
        name: DEFAULTS.provider,
        issuerUri: issuer(),
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
    bucket(name = DEFAULTS.bucket, options = {}) {
      return storage.store.createBucket({ name, projectNumber: DEFAULTS.projectNumber, ...options });
    },
    serviceAccount({ email = DEFAULTS.serviceAccount, users, disabled = false } = {}) {
      const pool = `iam.googleapis.com/projects/${DEFAULTS.projectNumber}/locations/global/workloadIdentityPools/${DEFAULTS.pool}`;
      const account: ServiceAccount = {
        email,
        uniqueId: `1${randomInt(10 ** 9, 10 ** 10)}${randomInt(10 ** 9, 10 ** 10)}`,
        disabled,
        bindings: { 'roles/iam.workloadIdentityUser': users ?? [`principalSet://${pool}/*`] },
      };
      iam.serviceAccounts.set(email, account);
      return account;
    },
  };
}
