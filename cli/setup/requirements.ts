/**
 * The requirements of a deployment in Google Cloud, as data: `init` writes the command for each, `doctor` checks it.
 * docs/setup.md describes the same. Pure.
 */

/** A bucket that containers mount as a volume. */
export interface MountedBucket {
  readonly name: string;
  readonly readOnly: boolean;
}

export interface Deployment {
  readonly project: string;
  readonly region: string;
  readonly kind: 'Service' | 'WorkerPool' | 'Job';
  readonly name: string;
  /** `OWNER/NAME` on GitHub; undefined if it is not known. */
  readonly repository: string | undefined;
  /** Artifact Registry repository that the workflow pushes to; undefined if the image is built elsewhere. */
  readonly images: { readonly project: string; readonly location: string; readonly id: string } | undefined;
  /** The principal that deploys. */
  readonly deployer: string;
  readonly pool: string;
  readonly provider: string;
  /** The service account of the containers; undefined for the default compute service account. */
  readonly runtime: string | undefined;
  /** Short names of the secrets in the project. */
  readonly secrets: readonly string[];
  /** New secrets for plain variables that `init` replaced; they have no value yet. */
  readonly newSecrets: readonly string[];
  /** Projects of the Cloud SQL instances that the containers connect to. */
  readonly cloudSqlProjects: readonly string[];
  readonly mountedBuckets: readonly MountedBucket[];
  /** Whether the service allows unauthenticated invocations, now or after the deploy: then its probe needs no identity token. */
  readonly access: 'open' | 'opened' | 'private';
  /** A bucket that a frontend is published to. */
  readonly bucket?: string | undefined;
  /** Whether user requests decide on canaries. */
  readonly canary?: boolean;
}

export type Resource =
  /** The project of the deployment, or another one. */
  | { readonly type: 'project'; readonly id?: string }
  | { readonly type: 'account'; readonly email: string }
  | { readonly type: 'repository'; readonly project: string; readonly location: string; readonly id: string }
  | { readonly type: 'secret'; readonly name: string }
  | { readonly type: 'bucket'; readonly name: string };

export type Requirement = { readonly why: string } & (
  | { readonly kind: 'apis'; readonly names: readonly string[] }
  | { readonly kind: 'exists'; readonly resource: Exclude<Resource, { type: 'project' }> }
  | { readonly kind: 'pool' }
  | { readonly kind: 'provider' }
  | {
      readonly kind: 'role';
      readonly role: string;
      readonly on: Resource;
      /** `deployer` and `runtime` are the service accounts, `github` all tokens of the provider. */
      readonly member: 'deployer' | 'runtime' | 'github';
    }
);

/** In the order in which they must be created. */
export function requirementsOf(deployment: Deployment): Requirement[] {
  const { deployer, runtime, images, secrets, cloudSqlProjects, mountedBuckets, access, kind, bucket, canary } =
    deployment;
  const account = { type: 'account', email: deployer } as const;
  const runs = { type: 'account', email: runtime ?? '' } as const;
  const apis = [
    'run.googleapis.com',
    'iam.googleapis.com',
    'iamcredentials.googleapis.com',
    'sts.googleapis.com',
    'logging.googleapis.com',
    ...(images ? ['artifactregistry.googleapis.com'] : []),
    ...(secrets.length > 0 ? ['secretmanager.googleapis.com'] : []),
    ...(cloudSqlProjects.length > 0 ? ['sqladmin.googleapis.com'] : []),
    ...(bucket ? ['storage.googleapis.com'] : []),
    ...(canary ? ['monitoring.googleapis.com'] : []),
  ];
  const role = (name: string, on: Resource, why: string, member: 'deployer' | 'runtime' | 'github' = 'deployer') =>
    ({ kind: 'role', role: `roles/${name}`, on, member, why }) as const;
  return [
    { kind: 'apis', names: apis, why: 'The APIs that these commands and the actions call.' },
    { kind: 'exists', resource: account, why: 'Deploys from the main branch.' },
    ...(runtime ? [{ kind: 'exists', resource: runs, why: 'Runs the containers.' } as const] : []),
    { kind: 'pool', why: 'Trusts GitHub’s tokens.' },
    { kind: 'provider', why: 'Accepts only tokens of the main branch of this repository.' },
    role('iam.workloadIdentityUser', account, 'The workflow authenticates as the deployer.', 'github'),
    access === 'opened'
      ? role('run.admin', { type: 'project' }, 'Deploys, and sets who can invoke the service.')
      : role('run.developer', { type: 'project' }, 'Deploys services, revisions and jobs.'),
    role('iam.serviceAccountUser', runs, 'Revisions run as this account.'),
    role('logging.viewer', { type: 'project' }, 'Shows the log of a failed container.'),
    ...(canary ? [role('monitoring.viewer', { type: 'project' }, 'Judges a canary by user requests.')] : []),
    ...(images
      ? [
          { kind: 'exists', resource: { type: 'repository', ...images }, why: 'Stores the images.' } as const,
          role('artifactregistry.writer', { type: 'repository', ...images }, 'Pushes images.'),
        ]
      : []),
    ...secrets.flatMap((name): Requirement[] => [
      { kind: 'exists', resource: { type: 'secret', name }, why: 'The manifest refers to it.' },
      role('secretmanager.viewer', { type: 'secret', name }, 'Pins its version. The value is never read.'),
      role('secretmanager.secretAccessor', { type: 'secret', name }, 'The containers read it.', 'runtime'),
    ]),
    // https://cloud.google.com/sql/docs/postgres/connect-run
    ...cloudSqlProjects.map((id) =>
      role(
        'cloudsql.client',
        id === deployment.project ? { type: 'project' } : { type: 'project', id },
        'The containers connect to Cloud SQL.',
        'runtime',
      ),
    ),
    // https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts
    ...mountedBuckets.map(({ name, readOnly }) =>
      role(
        readOnly ? 'storage.objectViewer' : 'storage.objectUser',
        { type: 'bucket', name },
        readOnly ? 'The containers read the mounted bucket.' : 'The containers use the mounted bucket.',
        'runtime',
      ),
    ),
    // A service requires authentication until it has passed its health checks, so the probe needs an identity token.
    ...(kind === 'Service' && access !== 'open'
      ? [
          role('run.invoker', { type: 'project' }, 'Checks the health of the service before it is public.'),
          role('iam.serviceAccountOpenIdTokenCreator', account, 'Creates the identity token for the health check.'),
        ]
      : []),
    ...(bucket
      ? [
          { kind: 'exists', resource: { type: 'bucket', name: bucket }, why: 'Stores the frontend.' } as const,
          role('storage.objectUser', { type: 'bucket', name: bucket }, 'Publishes the frontend.'),
        ]
      : []),
  ];
}
