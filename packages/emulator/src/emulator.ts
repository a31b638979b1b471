/** The running emulator, as tests and the admin API use it. */
import type { Compute } from './cdn/compute.ts';
import type { Cdn } from './cdn/index.ts';
import type { Core } from './core/core.ts';
import type { GitHub } from './github/index.ts';
import type { Iam } from './identity/iam.ts';
import type { ProjectAdmin } from './identity/iam-admin.ts';
import type { IamCredentials } from './identity/iam-credentials.ts';
import type { Oidc } from './identity/oidc.ts';
import type { ServiceAccountKeys } from './identity/service-account-keys.ts';
import type { Sts } from './identity/sts.ts';
import type { Kms } from './kms/index.ts';
import type { Logging } from './logging/index.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { ArtifactRegistry } from './registry/artifact-registry.ts';
import type { Registry } from './registry/index.ts';
import type { createFakeDriver, Run } from './run/index.ts';
import type { SecretManager } from './secret-manager/index.ts';
import type { Seed } from './seed.ts';
import type { Storage } from './storage/index.ts';

/** The servers, in the order of their ports when those are fixed. Their names are those of the call log and of fault rules. */
export const PORTS = [
  'admin',
  'oidc',
  'sts',
  'iamcredentials',
  'storage',
  'compute',
  'cdn',
  'artifactregistry',
  'registry',
  'secretmanager',
  'logging',
  'github',
  'run',
  'monitoring',
  'iam',
  'cloudresourcemanager',
  'serviceusage',
  'cloudkms',
] as const;
export type ServerName = (typeof PORTS)[number];
export interface Emulator {
  readonly core: Core;
  /** Environment variables for a runner, gcloud and our actions: endpoints, OIDC request, registry. */
  readonly env: Readonly<Record<string, string>>;
  /** Base URLs without a trailing slash. */
  readonly urls: Readonly<Record<ServerName, string>>;
  /** `127.0.0.1:PORT`, the prefix of image names. */
  readonly registryHost: string;
  readonly iam: Iam;
  readonly projectAdmin: ProjectAdmin;
  readonly oidc: Oidc;
  readonly sts: Sts;
  readonly serviceAccountKeys: ServiceAccountKeys;
  readonly iamCredentials: IamCredentials;
  readonly storage: Storage;
  readonly compute: Compute;
  readonly cdn: Cdn;
  readonly artifacts: ArtifactRegistry;
  readonly registry: Registry;
  readonly secrets: SecretManager;
  readonly kms: Kms;
  readonly logging: Logging;
  readonly monitoring: Monitoring;
  readonly github: GitHub;
  readonly run: Run;
  /** The default driver: runs no containers; tests set the behavior of each image. Unused if another driver was given. */
  readonly fakeDriver: ReturnType<typeof createFakeDriver>;
  readonly seed: Seed;
  /** An access token for tests that call an API directly. */
  token(options?: { member?: string; lifetimeSeconds?: number }): string;
  stop(): Promise<void>;
}
