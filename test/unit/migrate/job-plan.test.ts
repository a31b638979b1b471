import { describe, expect, it } from 'vitest';
import { type MigrateInputs, manifestOrigin } from '../../../actions/migrate/inputs.ts';
import { takeOver } from '../../../actions/migrate/job/source-service.ts';
import {
  type JobManifest,
  NO_SOURCE,
  PLAN_ANNOTATION,
  planJob as planOver,
  requestOf,
  type Source,
} from '../../../actions/migrate/plan/job.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { readManifest } from '../../../src/manifest/index.ts';
import { anInput, DIGEST } from './inputs-of.ts';

const IMAGE = `us-central1-docker.pkg.dev/acme/apps/server@${DIGEST}`;
const planJob = (inputs: MigrateInputs, source: Source, manifest: JobManifest | undefined, current?: Job) =>
  planOver(current, requestOf(inputs, source, manifest), inputs);
const taskOf = (job: Job) => job.template?.template;

describe('the job', () => {
  it('runs the digest once, without retries, and names the commit', () => {
    const job = planJob(anInput({ command: ['./server'], timeout: 90_500 }), NO_SOURCE, undefined);
    expect(job).toMatchObject({
      labels: { 'managed-by': 'github-actions', 'commit-sha': 'c'.repeat(40) },
      template: {
        labels: { 'commit-sha': 'c'.repeat(40) },
        annotations: { 'actions.orchestra.dev/digest': DIGEST },
        taskCount: 1,
        parallelism: 1,
        template: {
          maxRetries: 0,
          timeout: '91s',
          containers: [{ image: IMAGE, command: ['./server'], args: ['migrate'] }],
        },
      },
    });
  });

  it('mounts secrets as files, over what a job has in that directory; a file that is no longer named goes', () => {
    const secretFiles = [{ path: '/secrets/db', secret: 'database-url', version: '3' }];
    const mounts = [
      { name: 'old', mountPath: '/secrets' },
      { name: 'cache', mountPath: '/cache' },
    ];
    const task = { containers: [{ image: IMAGE, volumeMounts: mounts }], volumes: [{ name: 'cache', emptyDir: {} }] };
    const job = planJob(anInput({ secretFiles }), NO_SOURCE, undefined, { template: { template: task } });
    const volume = taskOf(job)?.volumes?.find(({ secret }) => secret);
    expect(volume?.secret).toEqual({ secret: 'database-url', items: [{ path: 'db', version: '3' }] });
    expect(taskOf(job)?.containers?.[0]?.volumeMounts).toEqual([
      { name: volume?.name, mountPath: '/secrets' },
      { name: 'cache', mountPath: '/cache' },
    ]);
    const next = planJob(anInput(), NO_SOURCE, undefined, job);
    expect(taskOf(next)?.volumes).toEqual([{ name: 'cache', emptyDir: {} }]);
    expect(taskOf(next)?.containers?.[0]?.volumeMounts).toEqual([{ name: 'cache', mountPath: '/cache' }]);
  });

  it('has the same plan for the same inputs, and another for others', () => {
    const planOf = (about = {}) => planJob(anInput(about), NO_SOURCE, undefined).annotations?.[PLAN_ANNOTATION];
    expect(planOf()).toBe(planOf());
    expect(planOf({ args: ['other'] })).not.toBe(planOf());
    expect(planOf({ commit: 'd'.repeat(40) })).not.toBe(planOf());
  });

  const source: Source = {
    env: [
      { name: 'A', value: '1' },
      { name: 'DATABASE_URL', valueSource: { secretKeyRef: { secret: 'old', version: '3' } } },
      { name: 'PLAIN', value: 'x' },
    ],
    volumes: [{ name: 'sql', cloudSqlInstance: { instances: ['p:r:i'] } }],
    volumeMounts: [{ name: 'sql', mountPath: '/cloudsql' }],
    vpcAccess: { connector: 'c' },
    serviceAccount: 'svc@acme.iam.gserviceaccount.com',
  };

  it('takes over what a service has', () => {
    expect(taskOf(planJob(anInput(), source, undefined))).toMatchObject({
      containers: [{ env: source.env, volumeMounts: source.volumeMounts }],
      volumes: source.volumes,
      vpcAccess: { connector: 'c' },
      serviceAccount: 'svc@acme.iam.gserviceaccount.com',
    });
  });

  it('lets inputs win, a value over a secret and a secret over a value', () => {
    const secret = { name: 'PLAIN', valueSource: { secretKeyRef: { secret: 's', version: '1' } } };
    const job = planJob(
      anInput({
        env: new Map([['DATABASE_URL', 'postgres://localhost']]),
        secrets: [secret],
        runtimeServiceAccount: 'other@acme.iam.gserviceaccount.com',
        cloudsqlInstances: ['p:r:j'],
      }),
      source,
      undefined,
    );
    expect(taskOf(job)?.containers?.[0]?.env).toEqual([
      { name: 'A', value: '1' },
      { name: 'DATABASE_URL', value: 'postgres://localhost' },
      secret,
    ]);
    expect(taskOf(job)?.serviceAccount).toBe('other@acme.iam.gserviceaccount.com');
    expect(taskOf(job)?.volumes).toContainEqual({
      name: 'migrate-cloudsql',
      cloudSqlInstance: { instances: ['p:r:j'] },
    });
  });
});

const MANIFEST = `apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      template:
        spec:
          timeoutSeconds: 300
          containers:
            - image: us-central1-docker.pkg.dev/acme/apps/server:latest
              args: ["migrate", "up"]
`;
const fromManifest = (text: string, about = {}) => {
  const inputs = anInput({ manifest: { file: 'job.yaml', text }, ...about });
  const manifest = readManifest(manifestOrigin({ file: 'job.yaml', text }, inputs));
  return planJob(inputs, NO_SOURCE, manifest as JobManifest);
};

describe('a manifest', () => {
  it('is run by our image, without retries', () => {
    expect(taskOf(fromManifest(MANIFEST))).toMatchObject({
      maxRetries: 0,
      timeout: '300s',
      containers: [{ image: IMAGE, args: ['migrate', 'up'] }],
    });
  });

  it('gives way to the input timeout', () => {
    expect(taskOf(fromManifest(MANIFEST, { timeout: 60_000 }))?.timeout).toBe('60s');
  });

  it.each([
    ['that wants retries', 'timeoutSeconds: 300', 'maxRetries: 3', /maxRetries must be 0/],
    [
      'that wants several tasks',
      '      template:\n        spec:',
      '      taskCount: 2\n      template:\n        spec:',
      /taskCount must be 1/,
    ],
  ])('%s is refused', (_name, from, to, said) => {
    const text = MANIFEST.replace(from, to);
    const plan = () => fromManifest(text);
    expect(plan).toThrow(said);
    const line = text.split('\n').findIndex((one) => /maxRetries|taskCount/.test(one)) + 1;
    expect(plan).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ location: expect.objectContaining({ file: 'job.yaml', line }) })],
      }),
    );
  });
});

describe('what a service has', () => {
  const nginx = {
    name: 'nginx',
    image: 'nginx@sha256:1',
    ports: [{ containerPort: 80 }],
    env: [{ name: 'N', value: '1' }],
  };
  const server = {
    name: 'server',
    image: 'us-central1-docker.pkg.dev/acme/apps/server@sha256:2',
    env: [{ name: 'S', value: '1' }],
    volumeMounts: [{ name: 'sql', mountPath: '/cloudsql' }],
  };
  const volumes = [{ name: 'sql', cloudSqlInstance: { instances: ['i'] } }, { name: 'other' }];

  it('is that of the container which runs our image, with the volumes that it mounts', () => {
    const source = takeOver(
      { containers: [nginx, server], volumes, serviceAccount: 'a' },
      'us-central1-docker.pkg.dev/acme/apps/server',
    );
    expect(source).toMatchObject({ env: server.env, volumes: [volumes[0]], serviceAccount: 'a' });
  });

  it('is that of the one that takes requests, if none runs our image', () => {
    expect(takeOver({ containers: [server, nginx] }, 'h/other').env).toEqual(nginx.env);
  });

  it('is nothing where there is nothing', () => {
    expect(takeOver({}, 'h/x')).toMatchObject({ env: [], volumes: [] });
  });
});
