/** The requirements of the deployment that `init` found. Pure. */
import type { Deployment } from '../setup/requirements.ts';
import { cloudSqlProjectsIn, mountedBucketsIn, podOf, pushedImage, secretsIn } from './document.ts';
import type { Found } from './plan.ts';

/** `example.com:project` is `project.example.com` in the addresses of service accounts. */
export const accountDomain = (project: string): string =>
  project.includes(':') ? project.split(':').reverse().join('.') : project;

/** Undefined parts of `given` have their defaults; `newSecrets` are those that have no value yet. */
export function deploymentOf(
  found: Found,
  given: { readonly repository: string | undefined; readonly deployer: string | undefined },
  newSecrets: readonly string[],
): Deployment {
  const { project, region, kind, name, document, inputs, open } = found;
  const runtime = podOf(document).serviceAccountName;
  const own = typeof runtime === 'string' && !/-compute@developer\.gserviceaccount\.com$/.test(runtime);
  return {
    project,
    region,
    kind,
    name,
    repository: given.repository,
    images: pushedImage(found).repository,
    deployer: given.deployer ?? `deployer@${accountDomain(project)}.iam.gserviceaccount.com`,
    pool: 'github',
    provider: 'github',
    runtime: own ? runtime : undefined,
    secrets: secretsIn(document),
    newSecrets,
    cloudSqlProjects: cloudSqlProjectsIn(document),
    mountedBuckets: mountedBucketsIn(document),
    access: inputs['allow-unauthenticated'] === 'true' ? 'opened' : open ? 'open' : 'private',
  };
}
