import { expect, test } from 'vitest';
import { createSchema } from '../../../src/run/requests/schema.ts';

const schema = createSchema();
const parse = (json: unknown) => schema.parse('Service', json, 'service');

test('enums come as names or numbers, 64-bit numbers as either, zero values of the typed client vanish', () => {
  expect(
    parse({
      ingress: 2,
      launchStage: 'BETA',
      generation: 7,
      description: '',
      labels: {},
      traffic: [],
      invokerIamDisabled: false,
      scaling: { minInstanceCount: 0, manualInstanceCount: 0 },
      template: { timeout: '60.000s', containers: [{ image: 'x', args: [], resources: { cpuIdle: false } }] },
      binaryAuthorization: null,
    }),
  ).toEqual({
    ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
    launchStage: 'BETA',
    generation: '7',
    // A field with presence keeps its 0.
    scaling: { manualInstanceCount: 0 },
    template: { timeout: '60s', containers: [{ image: 'x', resources: {} }] },
  });
});

test('maxRetries: 0 is a value', () => {
  expect(schema.parse('Job', { template: { template: { maxRetries: 0 } } }, 'job')).toEqual({
    template: { template: { maxRetries: 0 } },
  });
});

test.each([
  [{ nothing: 1 }, `Unknown name "nothing" at 'service': Cannot find field.`],
  [
    { template: { containers: [{ imag: 'x' }] } },
    `Unknown name "imag" at 'service.template.containers[0]': Cannot find field.`,
  ],
  [{ description: 5 }, `Invalid value at 'service.description' (TYPE_STRING), 5`],
  [
    { ingress: 'all' },
    `Invalid value at 'service.ingress' (type.googleapis.com/google.cloud.run.v2.IngressTraffic), "all"`,
  ],
  [{ template: { timeout: '5m' } }, 'Illegal duration format'],
  [
    { template: { containers: [{ env: [{ name: 'A', value: 'x', valueSource: {} }] }] } },
    `oneof field 'values' is already set`,
  ],
  [{ traffic: {} }, `Invalid value at 'service.traffic' (repeated)`],
  [{ annotations: { a: 1 } }, `Invalid value at 'service.annotations[a]' (TYPE_STRING), 1`],
  [[], `Invalid value at 'service'`],
])('%j is refused', (json, message) => {
  expect(() => parse(json)).toThrow(message);
});

test('responses carry enums as numbers where the client asks for them, deep inside too', () => {
  const service = {
    ingress: 'INGRESS_TRAFFIC_ALL',
    trafficStatuses: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: 'r' }],
    terminalCondition: { state: 'CONDITION_FAILED', revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR' },
  };
  expect(schema.render('Service', service, false)).toBe(service);
  expect(schema.render('Service', service, true)).toEqual({
    ingress: 1,
    trafficStatuses: [{ type: 2, revision: 'r' }],
    terminalCondition: { state: 3, revisionReason: 6 },
  });
});

test('a mask takes, clears, makes what was not there, and leaves output-only fields alone', () => {
  const current = {
    uri: 'http://a',
    description: 'old',
    labels: { a: '1' },
    scaling: { minInstanceCount: 1, maxInstanceCount: 3 },
  };
  const next = { uri: 'http://b', labels: { b: '2' }, scaling: { minInstanceCount: 2 }, template: { timeout: '5s' } };
  expect(
    schema.merge('Service', current, next, [
      'uri',
      'description',
      'labels',
      'scaling.min_instance_count',
      'template.timeout',
    ]),
  ).toEqual({
    uri: 'http://a',
    labels: { b: '2' },
    scaling: { minInstanceCount: 2, maxInstanceCount: 3 },
    template: { timeout: '5s' },
  });
  expect(schema.merge('Service', current, next, ['*'])).toEqual({
    labels: { b: '2' },
    scaling: { minInstanceCount: 2 },
    template: { timeout: '5s' },
  });
});

test('fields and values that the REST API has and the published client has not', () => {
  const service = {
    sshEnabled: true,
    template: { volumes: [{ name: 'v', emptyDir: { medium: 'DISK', sizeLimit: '10Gi' } }] },
  };
  expect(parse(service)).toEqual(service);
  expect(schema.render('Service', parse(service), true)).toMatchObject({
    template: { volumes: [{ emptyDir: { medium: 2 } }] },
  });
});
