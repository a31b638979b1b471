/** Whole manifests, and what concerns several keys at once. Single keys are in `rows.test.ts`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Service } from '../../../src/google/run/resources.ts';
import { withImage } from '../../../src/manifest/index.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { read } from './documents.ts';

const fixture = (name: string) =>
  read(readFileSync(path.join(import.meta.dirname, 'fixtures', 'accepted', name), 'utf8'), name);

function problems(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    return (error as InputError).problems.map(
      ({ subject, message, location }) => `${location?.line} ${subject}: ${message}`,
    );
  }
}

const SERVICE = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: app\n';

describe('the sample service', () => {
  it('becomes what the v2 API calls it', () => {
    const ref = (name: string, secret: string) => ({
      name,
      valueSource: { secretKeyRef: { secret, version: 'latest' } },
    });
    expect(fixture('server.yaml')).toMatchObject({ kind: 'Service', name: 'orchestra-server', warnings: [] });
    expect(fixture('server.yaml').resource).toEqual({
      template: {
        scaling: { minInstanceCount: 1, maxInstanceCount: 10 },
        maxInstanceRequestConcurrency: 250,
        timeout: '300s',
        volumes: [{ name: 'cloudsql', cloudSqlInstance: { instances: ['acme:us-central1:orchestra-db'] } }],
        containers: [
          {
            image: 'us-central1-docker.pkg.dev/acme/orchestra/server:latest',
            ports: [{ containerPort: 3000 }],
            resources: { limits: { cpu: '1', memory: '512Mi' }, cpuIdle: true, startupCpuBoost: false },
            env: [ref('DATABASE_URL', 'database-url'), ref('REDIS_URL', 'redis-url'), ref('JWT_SECRET', 'jwt-secret')],
            startupProbe: { httpGet: { path: '/health', port: 3000 }, initialDelaySeconds: 5, periodSeconds: 5 },
            volumeMounts: [{ name: 'cloudsql', mountPath: '/cloudsql' }],
          },
        ],
      },
    });
  });

  it.each([
    [['template', 'containers', 0, 'image'], 17],
    [['template', 'containers', 0, 'env', 1, 'valueSource', 'secretKeyRef', 'version'], 34],
    [['template', 'scaling', 'minInstanceCount'], 10],
    [['template', 'volumes', 0, 'cloudSqlInstance', 'instances'], 12],
    [['template', 'containers', 0, 'startupProbe', 'httpGet', 'path'], 42],
    [['template', 'containers', 0, 'livenessProbe'], 17],
    [['template', 'healthCheckDisabled'], 7],
    [['ingress'], 2],
  ])('knows the line of %j', (at, line) => {
    expect(fixture('server.yaml').locate(at)).toMatchObject({ file: 'server.yaml', line });
  });
});

it('reports all problems together', () => {
  const found = problems(`${SERVICE}  foo: 1
spec:
  template:
    spec:
      timeoutSeconds: \${NOPE}
      containers:
        - image: a
          env: [{ name: A, value: 1 }]
          startupProb: {}
`);
  expect(found.map((line) => line.replace(/:.*/, ''))).toEqual([
    '9 manifest',
    '5 metadata.foo',
    '9 spec.template.spec.timeoutSeconds',
    '12 spec.template.spec.containers[0].env[0].value',
    '13 spec.template.spec.containers[0].startupProb',
  ]);
});

describe('annotations of the revision become fields of each container', () => {
  const { resource } = read(`${SERVICE}spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/cpu-throttling: "false"
        run.googleapis.com/startup-cpu-boost: "TRUE"
        run.googleapis.com/cloudsql-instances: p:r:i
        run.googleapis.com/container-dependencies: '{"app":["proxy"]}'
        run.googleapis.com/base-images: '{"":"base","proxy":"other"}'
    spec:
      containers:
        - { name: app, image: a, ports: [{ containerPort: 1 }] }
        - { name: proxy, image: b }
`);
  const [app, proxy] = (resource as Service).template?.containers ?? [];
  it('the CPU settings on every container', () => {
    expect([app?.resources, proxy?.resources]).toEqual([
      { cpuIdle: false, startupCpuBoost: true },
      { cpuIdle: false, startupCpuBoost: true },
    ]);
  });
  it('Cloud SQL as one volume, mounted in every container', () => {
    expect((resource as Service).template?.volumes).toHaveLength(1);
    for (const container of [app, proxy])
      expect(container?.volumeMounts).toEqual([{ name: 'cloudsql', mountPath: '/cloudsql' }]);
  });
  it('dependencies and base images on the container that they name', () => {
    expect(app).toMatchObject({ dependsOn: ['proxy'], baseImageUri: 'base' });
    expect(proxy).not.toHaveProperty('dependsOn');
    expect(proxy).toMatchObject({ baseImageUri: 'other' });
  });
});

it('a GPU is billed by instance, so no container is throttled unless the manifest says so', () => {
  const idle = (annotations: string, limits: string) =>
    (
      read(`apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: app }
spec:
  template:
    metadata: { annotations: {${annotations}} }
    spec:
      nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }
      containers:
        - { image: "i:1", ports: [{ containerPort: 8080 }], resources: { limits: {${limits}} } }
        - { image: "j:1", name: side }
`).resource as Service
    ).template?.containers?.map(({ resources }) => resources?.cpuIdle);
  expect(idle('', 'cpu: "4", memory: 16Gi, nvidia.com/gpu: "1"')).toEqual([false, false]);
  expect(idle('', 'cpu: "4", nvidia.com/gpu: "0"')).toEqual([true, true]);
  expect(idle('run.googleapis.com/cpu-throttling: "true"', 'nvidia.com/gpu: "1"')).toEqual([true, true]);
});

it('a job and a worker pool get no CPU settings of requests', () => {
  expect(JSON.stringify([fixture('migrate-job.yaml').resource, fixture('worker-pool.yaml').resource])).not.toMatch(
    /cpuIdle|startupCpuBoost/,
  );
});

it('max-retries: 0 is sent', () => {
  expect(fixture('migrate-job.yaml').resource).toMatchObject({
    template: { template: { maxRetries: 0, timeout: '600s' } },
  });
});

it('aliases of secrets are dissolved, everywhere, and unused ones named', () => {
  const { resource, warnings } = read(`${SERVICE}spec:
  template:
    metadata: { annotations: { run.googleapis.com/secrets: "a:projects/1/secrets/far, b:projects/1/secrets/unused" } }
    spec:
      volumes: [{ name: v, secret: { secretName: a } }]
      containers:
        - image: i
          env: [{ name: A, valueFrom: { secretKeyRef: { name: a, key: "1" } } }, { name: B, valueFrom: { secretKeyRef: { name: near, key: "1" } } }]
`);
  const text = JSON.stringify(resource);
  expect(text.match(/projects\/1\/secrets\/far/g)).toHaveLength(2);
  expect(text).toContain('"secret":"near"');
  expect(warnings).toMatchObject([{ message: 'has aliases that nothing uses: b.', location: { line: 7 } }]);
});

it('what only the server sets is named in one warning', () => {
  const { warnings } = fixture('exported-service.yaml');
  const stripped = warnings.filter(({ message }) => message.startsWith('only the server sets'));
  expect(stripped).toHaveLength(1);
  expect(stripped[0]?.message).toMatch(/serving\.knative\.dev\/creator.*metadata\.resourceVersion.*status/);
});

describe('two keys that mean the same', () => {
  it.each([
    [
      'an old spelling and a new one',
      'annotations: { run.googleapis.com/build-image-uri: a, run.googleapis.com/image-uri: b }',
      /repeats the setting of line 5/,
    ],
    [
      'breakglass without the default policy',
      'annotations: { run.googleapis.com/binary-authorization-breakglass: why }',
      /is only allowed with/,
    ],
  ])('%s', (_, metadata, message) => {
    expect(
      problems(`${SERVICE}  ${metadata}\nspec: { template: { spec: { containers: [{ image: i }] } } }\n`).join(),
    ).toMatch(message);
  });
  it('Cloud SQL as annotation and as volume', () => {
    expect(
      problems(`${SERVICE}spec:
  template:
    metadata: { annotations: { run.googleapis.com/cloudsql-instances: "p:r:i" } }
    spec:
      volumes: [{ name: sql, csi: { driver: cloudsql.run.googleapis.com, volumeAttributes: { instances: "p:r:i" } } }]
      containers: [{ image: i }]
`).join(),
    ).toContain(
      '7 spec.template.metadata.annotations["run.googleapis.com/cloudsql-instances"]: repeats the setting of a volume',
    );
  });
  it('two volumes at one place', () => {
    expect(
      problems(`${SERVICE}spec:
  template:
    spec:
      volumes: [{ name: a, secret: { secretName: a } }, { name: b, secret: { secretName: b } }]
      containers: [{ image: i, volumeMounts: [{ name: a, mountPath: /s }, { name: b, mountPath: /s }] }]
`).join(),
    ).toContain('mounts a second volume at /s');
  });
});

describe('limits that belong together', () => {
  const template = (annotations: string) =>
    `${SERVICE}spec:\n  template:\n    metadata: { annotations: { ${annotations} } }\n    spec: { containers: [{ image: i }] }\n`;
  it.each([
    [
      'autoscaling.knative.dev/minScale: "5", autoscaling.knative.dev/maxScale: "2"',
      /minScale of 5, more than the maxScale of 2/,
    ],
    [
      'run.googleapis.com/scaling-cpu-target: disabled, run.googleapis.com/scaling-concurrency-target: disabled',
      /disables both/,
    ],
    ['run.googleapis.com/encryption-key-shutdown-hours: "2"', /is only allowed with post-key-revocation-action-type/],
  ])('%s', (annotations, message) => {
    expect(problems(template(annotations)).join()).toMatch(message);
  });
  it('a long file mode is read as YAML 1.1 reads it', () => {
    expect((fixture('volumes.yaml').resource as Service).template?.volumes?.[0]?.secret).toMatchObject({
      defaultMode: 0o444,
      items: [{ mode: 0o400 }],
    });
  });
});

describe('withImage', () => {
  const digest = `r/i@sha256:${'0'.repeat(64)}`;
  const images = (resource: object) => JSON.stringify(resource).match(/"image":"[^"]*"/g);
  it('replaces the image of the only container, of a service, job or worker pool', () => {
    for (const name of ['server.yaml', 'migrate-job.yaml', 'worker-pool.yaml']) {
      const { resource } = fixture(name);
      expect(images(withImage(resource, undefined, digest))).toEqual([`"image":"${digest}"`]);
      expect(images(resource)).not.toEqual([`"image":"${digest}"`]);
    }
  });
  it('replaces the image of the container with a port, or of the one that is named', () => {
    const { resource } = fixture('sidecars.yaml');
    expect(images(withImage(resource, undefined, digest))).toEqual([
      `"image":"${digest}"`,
      '"image":"example.com/proxy"',
    ]);
    expect(images(withImage(resource, 'proxy', digest))).toEqual(['"image":"example.com/app"', `"image":"${digest}"`]);
  });
  it('lists the containers', () => {
    const { resource } = fixture('sidecars.yaml');
    expect(() => withImage(resource, 'nginx', digest)).toThrow(InputError);
    expect(() => withImage(resource, 'nginx', digest)).toThrow(/"nginx", which does not exist. Containers: app, proxy/);
    const job = { template: { template: { containers: [{ name: 'a' }, { name: 'b' }] } } };
    expect(() => withImage(job, undefined, digest)).toThrow(/Write NAME=IMAGE/);
  });
});
