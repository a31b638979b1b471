/** The smaller Google APIs: Artifact Registry, Secret Manager, Cloud Logging. */
import { ArtifactRegistryClient } from '@google-cloud/artifact-registry';
import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { logging_v2 } from '@googleapis/logging';
import { checkRepository } from '../../../src/google/artifact-registry.ts';
import { createLogReader, executionFilter } from '../../../src/google/logging.ts';
import { createSecretManager } from '../../../src/google/secret-manager.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { discoveryOptions, named, restOptions } from '../official.ts';
import { caller, withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';

const REPOSITORY = 'projects/acme-prod/locations/europe-west1/repositories/web';
const UPLOAD = 'artifactregistry.repositories.uploadArtifacts';
const SECRET = 'projects/acme-prod/secrets/database-url';
const FILTER = executionFilter('migrate', 'migrate-x7k2p');

export const google: readonly Pair[] = [
  {
    name: 'artifact registry: a repository and our permission',
    unordered: true,
    answers: ({ method }) => ({ json: method === 'POST' ? { permissions: [UPLOAD] } : { format: 'DOCKER' } }),
    ours: (url) => checkRepository(caller(), url, REPOSITORY),
    official: async (url) => {
      const client = new ArtifactRegistryClient(restOptions(url));
      await client.testIamPermissions({ resource: REPOSITORY, permissions: [UPLOAD] });
      await client.getRepository({ name: REPOSITORY });
    },
  },
  {
    name: 'secret manager: a version by an alias',
    answers: () => ({ json: { name: `${SECRET}/versions/7`, state: 'ENABLED' } }),
    ours: (url) => withHttp((http) => createSecretManager(http, url).version(SECRET, 'latest')),
    official: (url) =>
      named(new SecretManagerServiceClient(restOptions(url))).getSecretVersion({ name: `${SECRET}/versions/latest` }),
  },
  {
    name: 'logging: the last lines of an execution',
    answers: () => ({ json: {} }),
    ours: (url) =>
      withHttp((http) =>
        createLogReader({ http, endpoints: { logging: url }, clock: systemClock, project: 'acme-prod' }).tail(
          FILTER,
          20,
        ),
      ),
    official: (url) =>
      new logging_v2.Logging(discoveryOptions(url)).entries.list({
        requestBody: {
          resourceNames: ['projects/acme-prod'],
          filter: FILTER,
          orderBy: 'timestamp desc',
          pageSize: 20,
        },
      }),
  },
];
