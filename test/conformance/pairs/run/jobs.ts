/** Cloud Run's jobs, executions and tasks against `@google-cloud/run`. */
import { ExecutionsClient, JobsClient, TasksClient } from '@google-cloud/run';
import { recordEntry } from '../../../../actions/migrate/migrations/write-schema-record.ts';
import { createExecutions, type Executions } from '../../../../src/google/run/executions.ts';
import { createJobs, type Jobs } from '../../../../src/google/run/jobs.ts';
import { readSchemaRecords, SCHEMA_ANNOTATION } from '../../../../src/records/schema.ts';
import { message, named, restOptions } from '../../official.ts';
import { caller, withHttp } from '../../ours.ts';
import type { Pair } from '../../pair.ts';
import { LOCATION, operation, RUN_PROTOS } from './services.ts';

const JOB = `${LOCATION}/jobs/migrate`;
const EXECUTION = `${JOB}/executions/migrate-x7k2p`;
const ETAG = '"CMjQ9MMGEJD/3bUB"';

/** `maxRetries: 0` must be sent: the server's default is 3. */
const job = {
  etag: ETAG,
  labels: { 'commit-sha': 'a'.repeat(40) },
  annotations: { 'actions.orchestra.dev/plan': 'c'.repeat(32) },
  template: {
    taskCount: 1,
    parallelism: 1,
    template: {
      timeout: '900s',
      maxRetries: 0,
      serviceAccount: 'migrate@acme-prod.iam.gserviceaccount.com',
      vpcAccess: {
        egress: 'PRIVATE_RANGES_ONLY',
        networkInterfaces: [{ network: 'default', subnetwork: 'default' }],
      },
      containers: [
        {
          image: `example.com/migrate@sha256:${'b'.repeat(64)}`,
          args: ['up', ''],
          env: [
            { name: 'EMPTY', value: '' },
            { name: 'URL', valueSource: { secretKeyRef: { secret: 'url', version: 'latest' } } },
          ],
          resources: { limits: { cpu: '1', memory: '512Mi' } },
          volumeMounts: [{ name: 'sql', mountPath: '/cloudsql' }],
        },
      ],
      volumes: [{ name: 'sql', cloudSqlInstance: { instances: ['acme-prod:europe-west1:db'] } }],
    },
  },
};

const started = () => ({
  json: {
    name: `${LOCATION}/operations/1`,
    metadata: { '@type': 'type.googleapis.com/google.cloud.run.v2.Execution', name: EXECUTION },
  },
});
const jobMessage = (extra: object = {}) => message(RUN_PROTOS, 'google.cloud.run.v2.Job', { ...job, ...extra });
const withJobs = (url: string, work: (jobs: Jobs) => Promise<unknown>) =>
  withHttp((http) => work(createJobs(http, url)));
const withExecutions = (url: string, work: (executions: Executions) => Promise<unknown>) =>
  withHttp((http) => work(createExecutions(http, caller(), url)));
const entry = { commit: 'a'.repeat(40), contracting: false, state: 'applied', at: '2026-01-02T03:04:05Z' } as const;
/** Fields that this version of our code does not know are written back. */
const live = { name: JOB, etag: ETAG, generation: '9007199254740993', launchStage: 'GA', template: job.template };

export const runJobs: readonly Pair[] = [
  {
    name: 'run: a job',
    respond: () => ({ json: { name: JOB } }),
    ours: (url) => withJobs(url, (jobs) => jobs.get(JOB)),
    official: (url) => named(new JobsClient(restOptions(url))).getJob({ name: JOB }),
  },
  {
    name: 'run: jobs of a location, first and second page',
    respond: (_request, _url, count) => ({
      json: { jobs: [{ name: JOB }], ...(count === 0 && { nextPageToken: 'a+b' }) },
    }),
    ours: (url) => withJobs(url, (jobs) => jobs.list(LOCATION)),
    official: (url) => named(new JobsClient(restOptions(url))).listJobs({ parent: LOCATION, pageSize: 100 }),
  },
  {
    name: 'run: deletion of a job',
    respond: operation,
    ours: (url) => withJobs(url, (jobs) => jobs.remove(JOB)),
    official: (url) => named(new JobsClient(restOptions(url))).deleteJob({ name: JOB }),
  },
  {
    name: 'run: creation of a job',
    respond: operation,
    ours: (url) => withJobs(url, (jobs) => jobs.create(JOB, job, false)),
    official: (url) =>
      named(new JobsClient(restOptions(url))).createJob({
        parent: LOCATION,
        jobId: 'migrate',
        job: jobMessage(),
      }),
  },
  {
    name: 'run: update of a job',
    respond: operation,
    ours: (url) => withJobs(url, (jobs) => jobs.update(JOB, job, true)),
    official: (url) =>
      named(new JobsClient(restOptions(url))).updateJob({ job: jobMessage({ name: JOB }), validateOnly: true }),
  },
  {
    name: 'run: start of a job with arguments',
    respond: started,
    ours: (url) => withJobs(url, (jobs) => jobs.run(JOB, ETAG, [{ container: undefined, args: ['down', ''] }])),
    official: (url) =>
      named(new JobsClient(restOptions(url))).runJob({
        name: JOB,
        etag: ETAG,
        overrides: { containerOverrides: [{ args: ['down', ''] }] },
      }),
  },
  {
    name: 'run: jobs of a location, two pages',
    respond: (_request, _url, count) => ({
      json: { jobs: [{ name: JOB }], ...(count === 0 && { nextPageToken: 'a+/=' }) },
    }),
    ours: (url) => withHttp((http) => readSchemaRecords(http, url, LOCATION)),
    official: async (url) => {
      const client = named(new JobsClient(restOptions(url)));
      const first = { parent: LOCATION, pageSize: 100 };
      await client.listJobs(first, { autoPaginate: false });
      await client.listJobs({ ...first, pageToken: 'a+/=' }, { autoPaginate: false });
    },
  },
  {
    name: 'run: the schema record of a job',
    respond: ({ method }) => (method === 'GET' ? { json: live } : operation()),
    ours: (url) => withJobs(url, (jobs) => recordEntry(jobs, JOB, entry, undefined)),
    official: async (url) => {
      const client = named(new JobsClient(restOptions(url)));
      await client.getJob({ name: JOB });
      const annotations = { [SCHEMA_ANNOTATION]: JSON.stringify({ history: [entry] }) };
      await client.updateJob({ job: message(RUN_PROTOS, 'google.cloud.run.v2.Job', { ...live, annotations }) });
    },
  },
  {
    name: 'run: an execution',
    respond: () => ({ json: {} }),
    ours: (url) => withExecutions(url, (executions) => executions.get(EXECUTION)),
    official: (url) => new ExecutionsClient(restOptions(url)).getExecution({ name: EXECUTION }),
  },
  {
    name: 'run: executions of a job',
    respond: () => ({ json: {} }),
    ours: (url) => withExecutions(url, (executions) => executions.list(JOB)),
    official: (url) =>
      named(new ExecutionsClient(restOptions(url))).listExecutions(
        { parent: JOB, pageSize: 100 },
        { autoPaginate: false },
      ),
  },
  {
    name: 'run: cancellation of an execution',
    respond: operation,
    ours: (url) => withExecutions(url, (executions) => executions.cancel(EXECUTION)),
    official: (url) => new ExecutionsClient(restOptions(url)).cancelExecution({ name: EXECUTION }),
  },
  {
    name: 'run: tasks of an execution',
    respond: () => ({ json: {} }),
    ours: (url) => withExecutions(url, (executions) => executions.taskResults(EXECUTION)),
    official: (url) =>
      new TasksClient(restOptions(url)).listTasks({ parent: EXECUTION, pageSize: 100 }, { autoPaginate: false }),
  },
];
