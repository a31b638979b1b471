/** The smaller Google APIs: Artifact Registry, Resource Manager, Secret Manager, Cloud KMS, Cloud Logging, Cloud Monitoring. */
import { ArtifactRegistryClient } from '@google-cloud/artifact-registry';
import { KeyManagementServiceClient } from '@google-cloud/kms';
import { MetricServiceClient } from '@google-cloud/monitoring';
import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { cloudresourcemanager_v3 } from '@googleapis/cloudresourcemanager';
import { logging_v2 } from '@googleapis/logging';
import { checkRepository } from '../../../src/google/artifact-registry.ts';
import { createArtifactVersions } from '../../../src/google/artifact-versions.ts';
import { createKms } from '../../../src/google/kms.ts';
import { createLogReader, executionFilter } from '../../../src/google/logging.ts';
import { createMetricReader } from '../../../src/google/monitoring.ts';
import { readProjectNumber } from '../../../src/google/project-number.ts';
import { createSecretManager } from '../../../src/google/secret-manager.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { discoveryOptions, named, restOptions } from '../official.ts';
import { caller, withCloud, withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';

const REPOSITORY = 'projects/acme-prod/locations/europe-west1/repositories/web';
const VERSION = `sha256:${'a'.repeat(64)}`;
const UPLOAD = 'artifactregistry.repositories.uploadArtifacts';
const SECRET = 'projects/acme-prod/secrets/database-url';
const KEY = 'projects/acme-prod/locations/europe-west1/keyRings/provenance/cryptoKeys/main/cryptoKeyVersions/1';
const DIGEST = Buffer.alloc(32, 7);
const METRIC = 'run.googleapis.com/request_count';
const FROM = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const FILTER = executionFilter('projects/acme-prod/locations/us-central1/jobs/migrate/executions/migrate-x7k2p');

export const google: readonly Pair[] = [
  {
    name: 'artifact registry: a repository and our permission',
    unordered: true,
    respond: ({ method }) => ({ json: method === 'POST' ? { permissions: [UPLOAD] } : { format: 'DOCKER' } }),
    ours: (url) => checkRepository(caller(), url, REPOSITORY),
    official: async (url) => {
      const client = new ArtifactRegistryClient(restOptions(url));
      await client.testIamPermissions({ resource: REPOSITORY, permissions: [UPLOAD] });
      await client.getRepository({ name: REPOSITORY });
    },
  },
  {
    name: 'artifact registry: tags of an image, two pages',
    respond: (_request, _url, count) => ({ json: { tags: [], ...(count === 0 && { nextPageToken: 'a+/=' }) } }),
    ours: (url) => withHttp((http) => createArtifactVersions(http, url, REPOSITORY).tags('web')),
    official: async (url) => {
      const client = named(new ArtifactRegistryClient(restOptions(url)));
      const first = { parent: `${REPOSITORY}/packages/web`, pageSize: 1000 };
      await client.listTags(first, { autoPaginate: false });
      await client.listTags({ ...first, pageToken: 'a+/=' }, { autoPaginate: false });
    },
  },
  {
    name: 'artifact registry: deletion of a tag',
    respond: () => ({ json: {} }),
    ours: (url) => withHttp((http) => createArtifactVersions(http, url, REPOSITORY).removeTag('web', 'v1')),
    official: (url) =>
      named(new ArtifactRegistryClient(restOptions(url))).deleteTag({ name: `${REPOSITORY}/packages/web/tags/v1` }),
  },
  {
    name: 'artifact registry: deletion of a version that has no tags',
    respond: () => ({ json: { name: 'operations/1', done: true } }),
    ours: (url) => withHttp((http) => createArtifactVersions(http, url, REPOSITORY).removeVersion('web', VERSION)),
    official: (url) =>
      named(new ArtifactRegistryClient(restOptions(url))).deleteVersion({
        name: `${REPOSITORY}/packages/web/versions/${VERSION}`,
      }),
  },
  {
    name: 'secret manager: a version by an alias',
    respond: () => ({ json: { name: `${SECRET}/versions/7`, state: 'ENABLED' } }),
    ours: (url) => withHttp((http) => createSecretManager(http, url).version(SECRET, 'latest')),
    official: (url) =>
      named(new SecretManagerServiceClient(restOptions(url))).getSecretVersion({ name: `${SECRET}/versions/latest` }),
  },
  {
    name: 'resource manager: the number of a project',
    respond: () => ({ json: { name: 'projects/123456789012', projectId: 'acme-prod' } }),
    ours: (url) => withCloud(url, (cloud) => readProjectNumber(cloud, 'acme-prod')),
    official: (url) =>
      new cloudresourcemanager_v3.Cloudresourcemanager(discoveryOptions(url)).projects.get({
        name: 'projects/acme-prod',
      }),
  },
  {
    name: 'kms: the public key of a version',
    respond: () => ({ json: { name: KEY, pem: '', algorithm: 'EC_SIGN_P256_SHA256' } }),
    ours: (url) => withHttp((http) => createKms(http, url).publicKey(KEY)),
    official: (url) => named(new KeyManagementServiceClient(restOptions(url))).getPublicKey({ name: KEY }),
  },
  {
    name: 'kms: a signature of a digest',
    respond: () => ({ json: { name: KEY, signature: 'AAAA' } }),
    ours: (url) => withHttp((http) => createKms(http, url).sign(KEY, DIGEST)),
    official: (url) =>
      named(new KeyManagementServiceClient(restOptions(url))).asymmetricSign({ name: KEY, digest: { sha256: DIGEST } }),
  },
  {
    name: 'logging: the last lines of an execution',
    respond: () => ({ json: {} }),
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
  {
    name: 'logging: whether an entry matches',
    respond: () => ({ json: {} }),
    ours: (url) =>
      withHttp((http) =>
        createLogReader({ http, endpoints: { logging: url }, clock: systemClock, project: 'acme-prod' }).exists(
          'severity>=ERROR',
          FROM,
          FROM + MINUTE,
        ),
      ),
    official: (url) =>
      new logging_v2.Logging(discoveryOptions(url)).entries.list({
        requestBody: {
          resourceNames: ['projects/acme-prod'],
          filter: 'severity>=ERROR AND timestamp>="2026-01-01T00:00:00.000Z" AND timestamp<"2026-01-01T00:01:00.000Z"',
          orderBy: 'timestamp desc',
          pageSize: 1,
        },
      }),
  },
  {
    name: 'logging: when entries were written',
    respond: () => ({ json: {} }),
    ours: (url) =>
      withHttp((http) =>
        createLogReader({ http, endpoints: { logging: url }, clock: systemClock, project: 'acme-prod' }).times(
          'severity>=ERROR',
          FROM,
          FROM + MINUTE,
        ),
      ),
    official: (url) =>
      new logging_v2.Logging(discoveryOptions(url)).entries.list({
        requestBody: {
          resourceNames: ['projects/acme-prod'],
          filter: 'severity>=ERROR AND timestamp>="2026-01-01T00:00:00.000Z" AND timestamp<"2026-01-01T00:01:00.000Z"',
          orderBy: 'timestamp desc',
          pageSize: 1000,
        },
      }),
  },
  {
    name: 'monitoring: a metric, in two pages',
    respond: ({ target }) => ({ json: target.includes('pageToken') ? {} : { nextPageToken: 'second' } }),
    ours: (url) =>
      withHttp((http) =>
        createMetricReader({ http, endpoints: { monitoring: url }, project: 'acme-prod' }).read(
          `metric.type="${METRIC}"`,
          FROM,
          FROM + MINUTE,
        ),
      ),
    official: async (url) => {
      const client = named(new MetricServiceClient(restOptions(url)));
      const request = {
        name: 'projects/acme-prod',
        filter: `metric.type="${METRIC}"`,
        interval: { startTime: { seconds: FROM / 1000 }, endTime: { seconds: (FROM + MINUTE) / 1000 } },
      };
      await client.listTimeSeries(request, { autoPaginate: false });
      await client.listTimeSeries({ ...request, pageToken: 'second' }, { autoPaginate: false });
    },
  },
  {
    name: 'monitoring: whether a metric has a series',
    respond: () => ({ json: {} }),
    ours: (url) =>
      withHttp((http) =>
        createMetricReader({ http, endpoints: { monitoring: url }, project: 'acme-prod' }).exists(
          `metric.type="${METRIC}"`,
          FROM,
          FROM + MINUTE,
        ),
      ),
    official: (url) =>
      named(new MetricServiceClient(restOptions(url))).listTimeSeries(
        {
          name: 'projects/acme-prod',
          filter: `metric.type="${METRIC}"`,
          interval: { startTime: { seconds: FROM / 1000 }, endTime: { seconds: (FROM + MINUTE) / 1000 } },
          view: 'HEADERS',
          pageSize: 1,
        },
        { autoPaginate: false },
      ),
  },
  {
    name: 'monitoring: a cumulative metric',
    respond: () => ({ json: {} }),
    ours: (url) =>
      withHttp((http) =>
        createMetricReader({ http, endpoints: { monitoring: url }, project: 'acme-prod' }).read(
          `metric.type="${METRIC}"`,
          FROM,
          FROM + MINUTE,
          { deltasOf: MINUTE },
        ),
      ),
    official: (url) =>
      named(new MetricServiceClient(restOptions(url))).listTimeSeries(
        {
          name: 'projects/acme-prod',
          filter: `metric.type="${METRIC}"`,
          interval: { startTime: { seconds: FROM / 1000 }, endTime: { seconds: (FROM + MINUTE) / 1000 } },
          aggregation: { alignmentPeriod: { seconds: 60 }, perSeriesAligner: 'ALIGN_DELTA' },
        },
        { autoPaginate: false },
      ),
  },
  {
    name: 'monitoring: how often and how late a metric is sampled',
    respond: () => ({ json: { metadata: { samplePeriod: '60s', ingestDelay: '180s' } } }),
    ours: (url) =>
      withHttp((http) =>
        createMetricReader({ http, endpoints: { monitoring: url }, project: 'acme-prod' }).timing(METRIC),
      ),
    official: (url) =>
      named(new MetricServiceClient(restOptions(url))).getMetricDescriptor({
        name: `projects/acme-prod/metricDescriptors/${METRIC}`,
      }),
  },
];
