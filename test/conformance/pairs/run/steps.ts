/** Calls that the actions make beside the clients of `src/`: deploy-run's jobs and migrate's source. */
import { ExecutionsClient, JobsClient, ServicesClient } from '@google-cloud/run';
import { deployJob } from '../../../../actions/deploy-run/job/deploy-job.ts';
import { MANAGED_BY } from '../../../../actions/deploy-run/plan/records.ts';
import { readSource } from '../../../../actions/migrate/job/source-service.ts';
import { createOperations } from '../../../../src/google/run/operations.ts';
import { readManifest } from '../../../../src/manifest/index.ts';
import { namedPaths } from '../../../../src/manifest/merge.ts';
import { NAMED_ANNOTATION } from '../../../../src/records/annotations.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { createSummary } from '../../../../src/runtime/summary.ts';
import { message, named, restOptions } from '../../official.ts';
import { silentLog, withCloud } from '../../ours.ts';
import type { Pair } from '../../pair.ts';
import type { Respond } from '../../recorder.ts';
import { LOCATION, RUN_PROTOS } from './services.ts';

const COMMIT = 'a'.repeat(40);
const JOB = `${LOCATION}/jobs/report`;
const EXECUTION = `${JOB}/executions/report-x7k2p`;
const OPERATION = `${LOCATION}/operations/1f2e3d`;

const manifest = readManifest({
  file: 'job.yaml',
  project: 'acme-prod',
  region: 'europe-west1',
  substitutions: new Map(),
  text: `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      template:
        spec:
          timeoutSeconds: 600
          containers: [{ image: "example.com/report@sha256:${'b'.repeat(64)}" }]
`,
});

const respond: Respond = ({ method, target }, _url, count) => {
  if (count === 0) return { status: 404, json: { error: { code: 404, status: 'NOT_FOUND', message: 'no such job' } } };
  if (target.includes('/executions/'))
    return {
      json: {
        ...{ name: EXECUTION, completionTime: '2026-01-02T03:04:05Z', taskCount: 1, succeededCount: 1 },
        conditions: [{ type: 'Completed', state: 'CONDITION_SUCCEEDED' }],
      },
    };
  return {
    json: {
      name: OPERATION,
      done: method === 'GET',
      metadata: { '@type': 'type.googleapis.com/google.cloud.run.v2.Execution', name: EXECUTION },
    },
  };
};

/** Creates the job and runs it, as deploy-run does for a manifest of a Job with `execute`. */
const deploy = (url: string) =>
  withCloud(url, (cloud) => {
    const deadline = Date.now() + 10_000;
    const { signal } = new AbortController();
    const context = { log: silentLog, clock: systemClock, signal, deadline, summary: createSummary(), output() {} };
    const registry = { manifest: async () => ({ manifests: [] }) };
    const clients = { cloud, registry, operations: createOperations(cloud.http, url) };
    const rollout = { probe: { given: [] } };
    const provenance = { mode: 'off' };
    const inputs = { project: 'acme-prod', commit: COMMIT, dryRun: false, rollout, provenance, freeze: [] };
    const task = { images: [], imageRepositories: { allowed: [], scope: 'all' }, secretsLatest: 'keep', execute: true };
    return deployJob(
      [{ region: 'europe-west1', manifest: manifest as never, judged: [] }],
      task as never,
      { context, clients, inputs, signal } as never,
      { alone: true },
    );
  });

export const steps: readonly Pair[] = [
  {
    name: 'run: creation and start of a job by deploy-run',
    respond,
    ours: deploy,
    official: async (url) => {
      const client = named(new JobsClient(restOptions(url)));
      await client.getJob({ name: JOB }).catch(() => {});
      const job = message(RUN_PROTOS, 'google.cloud.run.v2.Job', {
        ...manifest.resource,
        labels: { ...MANAGED_BY, 'commit-sha': COMMIT },
        annotations: { [NAMED_ANNOTATION]: JSON.stringify(namedPaths(manifest.resource)) },
      });
      await client.createJob({ parent: LOCATION, jobId: 'report', job });
      await client.checkCreateJobProgress(OPERATION).catch(() => {});
      await client.runJob({ name: JOB });
      await new ExecutionsClient(restOptions(url)).getExecution({ name: EXECUTION });
    },
  },
  {
    name: 'run: the service that migrate takes its settings from',
    respond: () => ({ json: {} }),
    ours: (url) =>
      withCloud(url, (cloud) => {
        const image = { host: 'example.com', path: 'migrate', digest: `sha256:${'b'.repeat(64)}` };
        const target = { project: 'acme-prod', region: 'europe-west1', fromService: { service: 'web' } };
        return readSource({ ...target, image } as never, cloud, silentLog);
      }),
    official: (url) => named(new ServicesClient(restOptions(url))).getService({ name: `${LOCATION}/services/web` }),
  },
];
