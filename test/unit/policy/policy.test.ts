import { describe, expect, it } from 'vitest';
import type { Container, Service } from '../../../src/google/run/resources.ts';
import { RULE_KINDS } from '../../../src/policy/apply-exceptions.ts';
import { enforce, judge } from '../../../src/policy/evaluate.ts';
import { RULES } from '../../../src/policy/rules.ts';
import type { PolicyFacts, PolicySubject, PolicyViolation } from '../../../src/policy/types.ts';
import { PolicyError } from '../../../src/runtime/errors.ts';
import { read } from '../manifest/documents.ts';

const DIGEST = `r.example/p/i/app@sha256:${'0'.repeat(64)}`;
const PROBE = { httpGet: { path: '/health' } };
const NOW = Date.parse('2027-01-10T12:00:00Z');
const PRODUCTION: PolicyFacts = { production: true, now: NOW, probed: false };
const PREVIEW: PolicyFacts = { ...PRODUCTION, production: false };

/** A service that breaks no rule. */
const service = (container: object = {}, rest: object = {}, template: object = {}): PolicySubject => ({
  kind: 'Service',
  resource: {
    ...rest,
    template: {
      scaling: { minInstanceCount: 1 },
      ...template,
      containers: [{ image: DIGEST, startupProbe: PROBE, ports: [{ containerPort: 3000 }], ...container }],
    },
  },
});
const job = (container: object = {}, rest: object = {}): PolicySubject => ({
  kind: 'Job',
  resource: { ...rest, template: { template: { containers: [{ image: DIGEST, ...container }] } } },
});
const workerPool = (container: object = {}, rest: object = {}): PolicySubject => ({
  kind: 'WorkerPool',
  resource: { ...rest, template: { containers: [{ image: DIGEST, ...container }] } },
});
const env = (name: string, value: string) => ({ env: [{ name, value }] });
const rules = (violations: readonly PolicyViolation[]) => violations.map(({ rule }) => rule);

it('a service, a job and a worker pool by the rules break none', () => {
  for (const subject of [service(), job(), workerPool()]) expect(judge(subject, PRODUCTION)).toEqual([]);
});

describe.each([
  ['no-latest', service({ image: 'r/app:latest' })],
  ['no-latest', service({ image: 'r/app' })],
  ['no-latest', service({ image: '127.0.0.1:5000/app' })],
  ['no-latest', job({ image: 'r/app:latest' })],
  ['no-latest', workerPool({ image: 'r/app:latest' })],
  ['digest-only', service({ image: 'r/app:v1.2.3' })],
  ['digest-only', service({ image: '127.0.0.1:5000/app:3f78685' })],
  ['digest-only', job({ image: 'r/app:v1' })],
  ['startup-probe', service({ startupProbe: undefined })],
  ['startup-probe', service({ startupProbe: { tcpSocket: { port: 3000 } } })],
  ['startup-probe', service({ startupProbe: undefined, livenessProbe: PROBE })],
  ['no-plain-secrets', service(env('JWT_SECRET', 'hunter2hunter2'))],
  ['no-plain-secrets', service(env('URL', 'https://user:hunter2@example.com'))],
  ['no-plain-secrets', service({ args: ['--dsn', 'postgres://u:hunter2@db/x'] })],
  ['no-plain-secrets', job({ command: ['run', '--password=hunter2'] })],
  ['no-plain-secrets', workerPool(env('API_KEY', 'hunter2hunter2'))],
  ['no-public-database', service({ ports: [{ containerPort: 5432 }] })],
  [
    'no-public-database',
    service({ ports: [{ containerPort: 6379 }] }, { ingress: 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER' }),
  ],
  ['no-public-database', service({ image: DIGEST.replace('/app@', '/postgres@') })],
  ['no-public-database', service({ image: DIGEST.replace('/app@', '/redis:7@') }, { ingress: 'INGRESS_TRAFFIC_ALL' })],
  ['no-public-database', service(env('DATABASE_URL', 'postgres://app@34.1.2.3:5432/app'))],
  ['no-public-database', service(env('DATABASE_URL', 'postgresql+psycopg://app@[2600:1900::1]/app'))],
  ['no-public-database', service(env('DSN', 'host=34.1.2.3 user=app'))],
  ['no-public-database', service(env('REDIS_HOST', '34.1.2.3'))],
  ['no-public-database', service(env('DB_HOST', '34.1.2.3:5432'))],
  ['no-public-database', job(env('DATABASE_URL', 'mysql://app@34.1.2.3/app'))],
  ['no-public-database', workerPool(env('REDIS_URL', 'rediss://34.1.2.3:6379'))],
  ['min-instances', service({}, {}, { scaling: undefined })],
  ['min-instances', service({}, {}, { scaling: { minInstanceCount: 0 } })],
  ['min-instances', service({}, { scaling: { scalingMode: 'MANUAL', manualInstanceCount: 0 } })],
  ['min-instances', workerPool({}, { scaling: { manualInstanceCount: 0 } })],
  ['no-health-check-disabled', service({}, {}, { healthCheckDisabled: true })],
] as const)('%s, case %#', (rule, subject) => {
  it('is broken once', () => {
    expect(rules(judge(subject, PRODUCTION))).toEqual([rule]);
  });
  it('does not show a secret', () => {
    expect(JSON.stringify(judge(subject, PRODUCTION))).not.toContain('hunter2');
  });
  it('is allowed by the line that the refusal prints, and by nothing less', () => {
    const [refusal] = judge(subject, PRODUCTION);
    const [, key = '', text = ''] =
      /: (actions\.orchestra\.dev\/policy-exception\.[a-z-]+): "(.*)"$/.exec(refusal?.message ?? '') ?? [];
    const allowed = (value: string) =>
      judge(
        { ...subject, resource: { ...subject.resource, annotations: { [key]: value } } } as PolicySubject,
        PRODUCTION,
      );
    const good = allowed(text.replace('REASON', 'the key is restricted to our domains'));
    expect(good).toMatchObject([{ rule, exception: { until: '2027-04-10' } }]);
    expect(() => enforce(good)).not.toThrow();
    expect(() => enforce(allowed(text))).toThrow('has no reason that a reviewer can judge');
    expect(() =>
      enforce(allowed(text.replace(/2027-\d\d-\d\d: REASON/, '2027-01-09: the key is restricted to us'))),
    ).toThrow(rule);
    if (RULE_KINDS[rule].whole) return;
    const other = text.replace(/^\S+/, 'OTHER').replace('REASON', 'the key is restricted to our domains');
    expect(() => enforce(allowed(other))).toThrow(rule);
  });
  it('is allowed by an exception of version 1.0, with a warning that has the line', () => {
    const annotations = { [`actions.orchestra.dev/policy-exception.${rule}`]: ' moves in May ' };
    const allowed = judge({ ...subject, resource: { ...subject.resource, annotations } } as PolicySubject, PRODUCTION);
    expect(allowed).toMatchObject([
      { rule: 'policy-exception', lenient: true, message: expect.stringContaining('expiry date') },
      { rule, exception: { reason: 'moves in May', until: undefined } },
    ]);
    expect(() => enforce(allowed)).not.toThrow();
  });
});

it('a publicly reachable database is reported with the fix', () => {
  const [finding] = judge(service({ ports: [{ containerPort: 5432 }] }), PRODUCTION);
  expect(finding?.message).toMatch(/opens the port of PostgreSQL \(5432\) to the internet\..*ingress to internal/);
});

describe('no rule is broken by', () => {
  it.each([
    ['a digest with the tag latest', service({ image: DIGEST.replace('@', ':latest@') })],
    ['a gRPC probe', service({ startupProbe: { grpc: {} } })],
    ['a sidecar without a probe', withSidecar({ name: 'proxy', image: DIGEST })],
    ['a database beside the service', withSidecar({ name: 'cache', image: DIGEST.replace('/app@', '/redis@') })],
    [
      'a database for the inside',
      service({ ports: [{ containerPort: 5432 }] }, { ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY' }),
    ],
    ['a private address', service(env('DATABASE_URL', 'postgres://app@10.1.2.3/app'))],
    ['a private address of IPv6', service(env('DATABASE_URL', 'postgres://app@[fd00::1]/app'))],
    ['a host name', service(env('DB_HOST', 'db.internal'))],
    ['the socket of Cloud SQL', service(env('DATABASE_URL', 'postgres:///app?host=/cloudsql/p:r:i'))],
    ['a public address of something else', service(env('DNS_SERVER', '8.8.8.8'))],
    ['a web address of a public host', service(env('API', 'https://34.1.2.3/'))],
    ['the minimum of the service itself', service({}, { scaling: { minInstanceCount: 1 } }, { scaling: undefined })],
    [
      'a fixed number of instances',
      service({}, { scaling: { scalingMode: 'MANUAL', manualInstanceCount: 2 } }, { scaling: undefined }),
    ],
    ['a worker pool of the default size', workerPool()],
    [
      'a secret by reference',
      service({ env: [{ name: 'JWT_SECRET', valueSource: { secretKeyRef: { secret: 's', version: '1' } } }] }),
    ],
    ['a health check that is on', service({}, {}, { healthCheckDisabled: false })],
  ])('%s', (_, subject) => {
    expect(judge(subject, PRODUCTION)).toEqual([]);
  });
  it('a preview without a minimum', () => {
    expect(judge(service({}, {}, { scaling: undefined }), PREVIEW)).toEqual([]);
  });
});

function withSidecar(sidecar: Container): PolicySubject {
  const base = service().resource as Service;
  return {
    kind: 'Service',
    resource: { ...base, template: { ...base.template, containers: [...(base.template?.containers ?? []), sidecar] } },
  };
}

it('judges every container, and the startup probe of the one that takes requests', () => {
  const containers = [
    { name: 'proxy', image: 'r/proxy:latest' },
    { name: 'app', image: DIGEST, ports: [{ containerPort: 1 }] },
  ];
  const violations = judge({ kind: 'Service', resource: { template: { containers } } }, PREVIEW);
  expect(rules(violations)).toEqual(['no-latest', 'startup-probe']);
  expect(violations[0]?.message).toContain('of the container proxy');
});

it('names the input that adds a startup probe, and one that cannot be set beside it', () => {
  const [rule, startup] = [true, false].map(
    (probed) => judge(service({ startupProbe: undefined }), { ...PREVIEW, probed })[0],
  );
  expect(rule?.message).toContain('no startup probe. Set the input probe-path, which');
  expect(startup?.message).toContain('no startup probe. Remove probe: startup and set the input probe-path, which');
});

describe('required checks', () => {
  const checked = (outcome: string) => judge(service(), { ...PRODUCTION, checks: [{ name: 'test', outcome }] });
  it('pass when they succeeded', () => {
    expect(checked('success')).toEqual([]);
  });
  it.each([
    ['failure', 'ended with "failure"'],
    ['skipped', 'ended with "skipped"'],
    ['cancelled', 'ended with "cancelled"'],
    ['pending', 'has not ended yet'],
    ['missing', 'does not exist on this commit'],
  ])('fail with %s', (outcome, words) => {
    expect(checked(outcome)).toMatchObject([{ rule: 'required-checks', message: expect.stringContaining(words) }]);
  });
  it('cannot be excused by the manifest', () => {
    const annotations = { 'actions.orchestra.dev/policy-exception.required-checks': 'in a hurry' };
    const violations = judge(service({}, { annotations }), {
      ...PRODUCTION,
      checks: [{ name: 'test', outcome: 'failure' }],
    });
    expect(rules(violations)).toEqual(['policy-exception', 'required-checks']);
    expect(violations.every(({ exception, lenient }) => exception === undefined && !lenient)).toBe(true);
  });
});

describe('an exception', () => {
  const excepted = (rule: string, reason: string) =>
    judge(
      service(
        { image: 'r/app:latest' },
        { annotations: { [`actions.orchestra.dev/policy-exception.${rule}`]: reason } },
      ),
      PRODUCTION,
    );
  it('without a reason excuses nothing, and is a violation itself', () => {
    for (const reason of ['', '  ']) {
      const violations = excepted('no-latest', reason);
      expect(rules(violations)).toEqual(['policy-exception', 'no-latest']);
      expect(violations[0]?.message).toContain('has no reason');
    }
  });
  it('for a rule that does not exist names the rules', () => {
    expect(excepted('no-latets', 'typo')[0]).toMatchObject({
      rule: 'policy-exception',
      message: expect.stringContaining('no-latest, digest-only'),
    });
  });
  it('excuses its own rule only', () => {
    expect(rules(judgeOpen(excepted('digest-only', 'why')))).toEqual(['no-latest']);
    expect(excepted('digest-only', 'why')[0]?.message).toContain('applies to nothing');
  });
});
const judgeOpen = (violations: readonly PolicyViolation[]) =>
  violations.filter(({ exception, lenient }) => exception === undefined && !lenient);

it.each([
  [240, true],
  [1, false],
])('the default TCP probe of Cloud Run only warns, another one is refused: timeout %i s', (timeoutSeconds, lenient) => {
  const startupProbe = { tcpSocket: { port: 8080 }, timeoutSeconds, periodSeconds: 240, failureThreshold: 1 };
  const violations = judge(service({ startupProbe }), { ...PRODUCTION, probed: false });
  expect(rules(violations)).toEqual(['startup-probe']);
  expect(judgeOpen(violations)).toHaveLength(lenient ? 0 : 1);
});

describe('with a manifest', () => {
  const manifest = read(
    `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: app
  annotations:
    actions.orchestra.dev/policy-exception.min-instances: ""
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/health-check-disabled: "true"
    spec:
      containers:
        - name: app
          image: r/app:latest
          ports:
            - containerPort: 5432
          env:
            - name: JWT_SECRET
              value: hunter2hunter2
            - name: DATABASE_URL
              value: postgres://app@34.1.2.3/app
`,
    'deploy/app.yaml',
  );
  it('reports the position of each violation', () => {
    const lines = judge(manifest, PRODUCTION).map(({ rule, location }) => [rule, location?.file, location?.line]);
    expect(lines).toEqual([
      ['policy-exception', 'deploy/app.yaml', 6],
      ['no-latest', 'deploy/app.yaml', 15],
      ['startup-probe', 'deploy/app.yaml', 14],
      ['no-plain-secrets', 'deploy/app.yaml', 20],
      ['no-public-database', 'deploy/app.yaml', 17],
      ['no-public-database', 'deploy/app.yaml', 22],
      ['min-instances', 'deploy/app.yaml', 8],
      ['no-health-check-disabled', 'deploy/app.yaml', 11],
    ]);
  });
  it('throws one error with all of them', () => {
    const error = catchError(() => enforce(judge(manifest, PRODUCTION)));
    expect(error).toBeInstanceOf(PolicyError);
    expect((error as PolicyError).problems).toHaveLength(8);
    expect((error as PolicyError).problems[1]).toMatchObject({
      subject: 'no-latest',
      location: { file: 'deploy/app.yaml', line: 15 },
    });
  });
});

it('without a manifest nothing has a location', () => {
  for (const violation of judge(service({ image: 'r/app' }), PRODUCTION))
    expect(violation).not.toHaveProperty('location');
});

it('every rule says what it wants', () => {
  expect(Object.keys(RULES)).toEqual([
    'no-latest',
    'digest-only',
    'startup-probe',
    'no-plain-secrets',
    'no-public-database',
    'min-instances',
    'no-health-check-disabled',
    'required-checks',
  ]);
  for (const { wants } of Object.values(RULES)) expect(wants).toMatch(/^[A-Z].+\.$/);
});

function catchError(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
