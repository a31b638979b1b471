import { describe, expect, it } from 'vitest';
import type { Service } from '../../../src/google/run/resources.ts';
import { type Change, differences } from '../../../src/manifest/index.ts';
import { read } from './documents.ts';

const container = { image: 'x@sha256:1', resources: { limits: { cpu: '1', memory: '512Mi' }, cpuIdle: true } };
const service = (container_: object = {}, template: object = {}, rest: object = {}): Service => ({
  template: { containers: [{ ...container, ...container_ }], ...template },
  ...rest,
});
const diff = (before: Service, after: Service) => differences('Service', before, after);
const row = (field: string, before: string, after: string): Change => ({ field, before, after });

describe('differences are in the words of the manifest', () => {
  const of = 'spec.template.spec.containers[0]';
  const annotation = (key: string) => `spec.template.metadata.annotations["${key}"]`;
  it.each([
    [service({ image: 'x@sha256:2' }), row(`${of}.image`, 'x@sha256:1', 'x@sha256:2')],
    [service({ env: [{ name: 'A', value: 'b' }] }), row(`${of}.env[A]`, '', '"b"')],
    [service({ env: [{ name: 'A', value: '' }] }), row(`${of}.env[A]`, '', '""')],
    [
      service({ env: [{ name: 'A', valueSource: { secretKeyRef: { secret: 's', version: '3' } } }] }),
      row(`${of}.env[A]`, '', 'valueFrom: {secretKeyRef: {name: s, key: "3"}}'),
    ],
    [service({ args: ['a', 'b'] }), row(`${of}.args`, '', '["a","b"]')],
    [
      service({ resources: { ...container.resources, limits: { cpu: '2' } } }),
      row(`${of}.resources.limits.cpu`, '1000m', '2000m'),
    ],
    [
      service({ resources: { ...container.resources, cpuIdle: false } }),
      row(`${annotation('run.googleapis.com/cpu-throttling')} of containers[0]`, '"true"', '"false"'),
    ],
    [
      service({ ports: [{ name: 'h2c', containerPort: 8080 }] }),
      row(`${of}.ports`, '[{"name":"http1","containerPort":8080}]', '[{"name":"h2c","containerPort":8080}]'),
    ],
    [service({}, { timeout: '60s' }), row('spec.template.spec.timeoutSeconds', '300', '60')],
    [service({}, { maxInstanceRequestConcurrency: 250 }), row('spec.template.spec.containerConcurrency', '80', '250')],
    [service({}, { scaling: { minInstanceCount: 1 } }), row(annotation('autoscaling.knative.dev/minScale'), '', '"1"')],
    [
      service({}, { healthCheckDisabled: true }),
      row(annotation('run.googleapis.com/health-check-disabled'), '', '"true"'),
    ],
    [service({}, { labels: { team: 'core' } }), row('spec.template.metadata.labels.team', '', 'core')],
    [service({}, {}, { annotations: { 'example.com/a': 'b' } }), row('metadata.annotations["example.com/a"]', '', 'b')],
    [
      service({}, {}, { ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY' }),
      row('metadata.annotations["run.googleapis.com/ingress"]', 'all', 'internal'),
    ],
    [
      service({}, {}, { scaling: { manualInstanceCount: 0 } }),
      row('metadata.annotations["run.googleapis.com/manualInstanceCount"]', '', '"0"'),
    ],
    [
      service({}, { volumes: [{ name: 'v', emptyDir: {} }] }),
      row('spec.template.spec.volumes[v]', '', '{"name":"v","emptyDir":{}}'),
    ],
    [
      service(
        {},
        { volumes: [{ name: 'v', secret: { secret: 'database-url', items: [{ path: 'db', version: '2' }] } }] },
      ),
      row(
        'spec.template.spec.volumes[v]',
        '',
        '{"name":"v","secret":{"secretName":"database-url","items":[{"key":"2","path":"db"}],"defaultMode":292}}',
      ),
    ],
    [service({}, { newerField: 5 }), row('spec.template.newerField', '', '5')],
  ])('%#', (after, change) => {
    expect(diff(service(), after)).toEqual([change]);
    expect(diff(after, service())).toEqual([{ ...change, before: change.after, after: change.before }]);
  });

  it('names containers', () => {
    const two = (image: string): Service => ({
      template: {
        containers: [
          { name: 'app', image, ports: [{ containerPort: 1 }] },
          { name: 'proxy', image: 'p' },
        ],
      },
    });
    expect(diff(two('a'), two('b'))).toEqual([row('spec.template.spec.containers[app].image', 'a', 'b')]);
  });

  it('takes a container that got a name for the same one', () => {
    expect(diff(service(), service({ name: 'main' }))).toEqual([
      row('spec.template.spec.containers[main].name', '', 'main'),
    ]);
  });

  it('names every field of a service that is new', () => {
    const changes = differences('Service', undefined, service());
    expect(changes.map(({ field }) => field)).toContain('spec.template.spec.containers[0].image');
  });

  it("lists the manifest's fields for a new service, without the server's defaults", () => {
    const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: app
  annotations: {run.googleapis.com/ingress: internal}
spec:
  template:
    metadata:
      annotations: {autoscaling.knative.dev/minScale: "1", run.googleapis.com/cloudsql-instances: p:r:i}
    spec:
      timeoutSeconds: 60
      containers:
        - image: x
          env: [{name: A, value: "yes"}, {name: B, valueFrom: {secretKeyRef: {name: b, key: latest}}}]
          startupProbe: {httpGet: {path: /up}}`;
    const rows = differences('Service', undefined, read(text).resource);
    expect(
      rows.map(
        ({ field, after }) => `${field.replace(/^spec\.template\.(?:spec\.(?:containers\[0\]\.)?)?/, '')} ${after}`,
      ),
    ).toEqual([
      'metadata.annotations["run.googleapis.com/ingress"] internal',
      'metadata.annotations["autoscaling.knative.dev/minScale"] "1"',
      'timeoutSeconds 60',
      'image x',
      'env[A] "yes"',
      'env[B] valueFrom: {secretKeyRef: {name: b, key: latest}}',
      'startupProbe.httpGet.path /up',
      'volumeMounts[/cloudsql] {"name":"cloudsql","mountPath":"/cloudsql"}',
      'volumes[cloudsql] {"name":"cloudsql","csi":{"driver":"cloudsql.run.googleapis.com","volumeAttributes":{"instances":"p:r:i"}}}',
    ]);
  });

  it('reads the field names of jobs and worker pools', () => {
    const job = (image: string) => ({ template: { template: { containers: [{ image }], maxRetries: 0 } } });
    expect(differences('Job', job('a'), job('b'))).toEqual([
      row('spec.template.spec.template.spec.containers[0].image', 'a', 'b'),
    ]);
    expect(differences('Job', job('a'), { template: { template: { containers: [{ image: 'a' }] } } })).toEqual([
      row('spec.template.spec.template.spec.maxRetries', '0', '3'),
    ]);
    expect(differences('WorkerPool', service(), service({}, {}, { scaling: { manualInstanceCount: 2 } }))).toEqual([
      row('metadata.annotations["run.googleapis.com/manualInstanceCount"]', '"1"', '"2"'),
    ]);
  });
});

describe('no difference', () => {
  it.each([
    [
      'what the server sets',
      service(
        {},
        {},
        {
          etag: '"1"',
          generation: '4',
          uri: 'https://x',
          conditions: [{}],
          latestReadyRevision: 'r',
          reconciling: true,
        },
      ),
    ],
    ['traffic', service({}, {}, { traffic: [{ percent: 100 }], trafficStatuses: [{}] })],
    ['the launch stage', service({}, {}, { launchStage: 'BETA' })],
    ['the name of the revision', service({}, { revision: 'app-1' })],
    ['our own annotations', service({}, {}, { annotations: { 'actions.orchestra.dev/rollout': '{}' } })],
    [
      'defaults',
      service(
        { ports: [{ containerPort: 8080, name: 'http1' }] },
        {
          timeout: '300s',
          scaling: { maxInstanceCount: 100 },
          serviceAccount: '1-compute@developer.gserviceaccount.com',
        },
        { ingress: 'INGRESS_TRAFFIC_ALL' },
      ),
    ],
    ['zero values', service({ command: [], env: [] }, { sessionAffinity: false, labels: {} }, { description: '' })],
    ['another spelling of CPUs', service({ resources: { ...container.resources, limits: { cpu: '1000m' } } })],
    ['another order of keys', service({}, {}, {})],
  ])('in %s', (_, other) => {
    expect(diff(service(), other)).toEqual([]);
    expect(diff(other, service())).toEqual([]);
  });

  it('but in the default account of another project', () => {
    const [one, other] = ['1', '2'].map((number) =>
      service({}, { serviceAccount: `${number}-compute@developer.gserviceaccount.com` }),
    );
    expect(diff(one as Service, other as Service)).toEqual([
      expect.objectContaining({ field: 'spec.template.spec.serviceAccountName' }),
    ]);
  });

  it('but in an exception to the policy', () => {
    const annotations = { 'actions.orchestra.dev/policy-exception.no-latest': 'because' };
    expect(diff(service(), service({}, {}, { annotations }))).toHaveLength(1);
  });

  it('where the order of variables and volumes differs', () => {
    const [a, b] = [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ];
    expect(diff(service({ env: [a, b] }), service({ env: [b, a] }))).toEqual([]);
  });
});

describe('secrets are not shown', () => {
  const secret = 'postgres://orchestra:hunter2hunter2@db/orchestra';
  it.each([
    ['by name', { env: [{ name: 'API_TOKEN', value: 'hunter2hunter2' }] }],
    ['by shape', { env: [{ name: 'URL', value: secret }] }],
    ['in arguments', { args: [secret] }],
    ['as the value of a flag', { args: ['--password', 'hunter2hunter2'] }],
    ['in a command of a shell', { command: ['sh', '-c', 'mysql -u root -phunter2hunter2 app < schema.sql'] }],
  ])('%s', (_, changed) => {
    const changes = diff(service(), service(changed));
    expect(changes).toMatchObject([{ after: '(hidden)' }]);
    expect(JSON.stringify(changes)).not.toContain('hunter2');
  });

  it('that are a login only to their command', () => {
    const curl = (login: string) => service({ command: ['curl'], args: ['-u', login, 'https://example.com'] });
    expect(diff(curl('admin:hunter2hunter2'), curl('admin:hunter3hunter3'))).toMatchObject([
      { before: '(hidden)', after: '(hidden)' },
    ]);
  });

  it.each(['annotations', 'labels'])('by their name among %s', (kind) => {
    const changes = diff(service({}, {}, { [kind]: { 'example.com/db-password': 'hunter2hunter2' } }), service());
    expect(changes).toMatchObject([{ before: '(hidden)', after: '' }]);
  });
});

it('a probe is compared field by field', () => {
  const manifest = (path: string) =>
    read(`apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: app }
spec: { template: { spec: { containers: [{ image: i, startupProbe: { httpGet: { path: ${path} } } }] } } }
`).resource as Service;
  expect(diff(manifest('/a'), manifest('/b'))).toEqual([
    row('spec.template.spec.containers[0].startupProbe.httpGet.path', '/a', '/b'),
  ]);
});
