/**
 * Repositories of Artifact Registry, through the official client
 * (https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories).
 */

import { CloudError, OutcomeError } from '../runtime/errors.ts';
import { type Caller, called, clientOptions, once } from './run/clients.ts';

export interface Repository {
  /** `projects/P/locations/L/repositories/R`. */
  readonly name: string;
  /** A tag that exists cannot be moved or deleted. */
  readonly immutableTags: boolean;
}

const UPLOAD = 'artifactregistry.repositories.uploadArtifacts';
const WRITER = 'roles/artifactregistry.writer';

/**
 * Checks that the repository exists, is for container images and is writable. Throws an error that says what is missing.
 * The client is loaded here, because many steps never need it.
 */
export async function checkRepository(caller: Caller, endpoint: string, name: string): Promise<Repository> {
  const { ArtifactRegistryClient } = await import(
    '@google-cloud/artifact-registry/build/src/v1/artifact_registry_client.js'
  );
  const client = new ArtifactRegistryClient(await clientOptions(caller.auth, endpoint));
  const facts = { resource: `repository ${name}`, role: WRITER, reads: true };
  const granted = called(
    caller,
    facts,
    async () => await client.testIamPermissions({ resource: name, permissions: [UPLOAD] }, once()),
  );
  // Read in parallel. An error about the repository itself is reported first.
  granted.catch(() => {});
  const [repository] = await called(
    caller,
    { ...facts, permission: 'artifactregistry.repositories.get' },
    async () => await client.getRepository({ name }, once()),
  ).catch((error: unknown) => {
    throw error instanceof CloudError && error.status === 404 ? missing(name, error) : error;
  });
  if (String(repository.format) !== 'DOCKER')
    throw new OutcomeError(
      `Repository ${name} holds ${repository.format} packages. A repository of format docker is required.`,
    );
  if (['VIRTUAL_REPOSITORY', 'REMOTE_REPOSITORY'].includes(String(repository.mode)))
    throw new OutcomeError(
      `Repository ${name} is ${repository.mode}, and images are pushed to standard repositories only.`,
    );
  const [{ permissions }] = await granted;
  if (!permissions?.includes(UPLOAD))
    throw new CloudError({
      message: 'no permission to push to it',
      status: 403,
      code: 'PERMISSION_DENIED',
      resource: `repository ${name}`,
      permission: UPLOAD,
      role: WRITER,
      member: caller.auth.member(),
    });
  return { name, immutableTags: repository.dockerConfig?.immutableTags ?? false };
}

function missing(name: string, cause: CloudError): CloudError {
  const [, project, , location, , repository] = name.split('/');
  return new CloudError(
    {
      message: `it does not exist. Create it: gcloud artifacts repositories create ${repository} --repository-format=docker --location=${location} --project=${project}`,
      status: 404,
      code: cause.code,
      resource: cause.resource,
    },
    { cause },
  );
}
