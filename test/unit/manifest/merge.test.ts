/** A manifest over what is deployed: what is named wins, what is not survives, what is no longer named goes. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/google/run/resources.ts';
import { merge, namedPaths } from '../../../src/manifest/merge.ts';

interface Case {
  readonly deployed: Json;
  readonly wanted: Json;
  /** The manifest before this one. */
  readonly before?: Json;
  readonly result: Json;
}

const container = (fields: Json): Json => ({ template: { containers: [{ name: 'app', ...fields }] } });

const CASES: Record<string, Case> = {
  'a field that we do not know survives': {
    deployed: { future: 1, template: { future: { deep: true } } },
    wanted: { template: { timeout: '10s' } },
    result: { future: 1, template: { future: { deep: true }, timeout: '10s' } },
  },
  'a field of a container that we do not know survives': {
    deployed: container({ future: 1, image: 'old' }),
    wanted: container({ image: 'new' }),
    result: container({ future: 1, image: 'new' }),
  },
  'what the server filled in survives': {
    deployed: container({
      startupProbe: { httpGet: { path: '/a', port: 1 }, timeoutSeconds: 1 },
      ports: [{ name: 'http1', containerPort: 1 }],
    }),
    wanted: container({ startupProbe: { httpGet: { path: '/b', port: 1 } }, ports: [{ containerPort: 1 }] }),
    result: container({
      startupProbe: { httpGet: { path: '/b', port: 1 }, timeoutSeconds: 1 },
      ports: [{ name: 'http1', containerPort: 1 }],
    }),
  },
  'annotations and labels of others survive': {
    deployed: { annotations: { theirs: '1', ours: 'old' } },
    wanted: { annotations: { ours: 'new' } },
    result: { annotations: { theirs: '1', ours: 'new' } },
  },
  'scaling that the manifest does not name survives': {
    deployed: { scaling: { minInstanceCount: 2 } },
    wanted: { scaling: { maxInstanceCount: 5 } },
    result: { scaling: { minInstanceCount: 2, maxInstanceCount: 5 } },
  },
  'what an earlier manifest named, and this one does not, goes': {
    deployed: { ingress: 'INTERNAL', scaling: { minInstanceCount: 2, maxInstanceCount: 5 } },
    before: { ingress: 'INTERNAL', scaling: { minInstanceCount: 2 } },
    wanted: { template: {} },
    result: { scaling: { maxInstanceCount: 5 }, template: {} },
  },
  'within a container, too': {
    deployed: container({ livenessProbe: { httpGet: { path: '/' } }, image: 'a' }),
    before: container({ livenessProbe: { httpGet: { path: '/' } }, image: 'a' }),
    wanted: container({ image: 'a' }),
    result: container({ image: 'a' }),
  },
  'unnamed containers are those at their place': {
    deployed: {
      template: {
        containers: [
          { name: 'web-1', image: 'a', future: 1 },
          { name: 'web-2', image: 'b', future: 2 },
        ],
      },
    },
    wanted: { template: { containers: [{ image: 'c' }, { image: 'd' }] } },
    result: {
      template: {
        containers: [
          { name: 'web-1', image: 'c', future: 1 },
          { name: 'web-2', image: 'd', future: 2 },
        ],
      },
    },
  },
  'an unnamed container is not one that has moved': {
    deployed: {
      template: {
        containers: [
          { name: 'web-1', image: 'a' },
          { name: 'side', image: 'b' },
        ],
      },
    },
    wanted: { template: { containers: [{ name: 'side', image: 'd' }, { image: 'c' }] } },
    result: { template: { containers: [{ name: 'side', image: 'd' }, { image: 'c' }] } },
  },
  'environment is what the manifest lists': {
    deployed: container({
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    }),
    wanted: container({ env: [{ name: 'B', valueSource: { secretKeyRef: { secret: 's', version: '1' } } }] }),
    result: container({ env: [{ name: 'B', valueSource: { secretKeyRef: { secret: 's', version: '1' } } }] }),
  },
  'environment survives a container that lists none': {
    deployed: container({ env: [{ name: 'A', value: '1' }] }),
    wanted: container({ image: 'a' }),
    result: container({ env: [{ name: 'A', value: '1' }], image: 'a' }),
  },
  'a container that the manifest does not list goes': {
    deployed: {
      containers: [
        { name: 'app', image: 'a' },
        { name: 'old', image: 'b' },
      ],
    },
    wanted: { containers: [{ name: 'app', image: 'a' }] },
    result: { containers: [{ name: 'app', image: 'a' }] },
  },
  'a single container is the same one when it gets a name': {
    deployed: { containers: [{ image: 'a', future: 1 }] },
    wanted: { containers: [{ name: 'app', image: 'b' }] },
    result: { containers: [{ name: 'app', image: 'b', future: 1 }] },
  },
  'a probe of another kind replaces the one that is there': {
    deployed: container({ startupProbe: { tcpSocket: { port: 1 }, periodSeconds: 240 } }),
    wanted: container({ startupProbe: { httpGet: { path: '/' } } }),
    result: container({ startupProbe: { httpGet: { path: '/' }, periodSeconds: 240 } }),
  },
  'a volume of another kind replaces the one of its name': {
    deployed: { volumes: [{ name: 'v', emptyDir: { medium: 'MEMORY' } }] },
    wanted: { volumes: [{ name: 'v', secret: { secret: 's' } }] },
    result: { volumes: [{ name: 'v', secret: { secret: 's' } }] },
  },
  'values of zero and false are values': {
    deployed: { scaling: { manualInstanceCount: 3 }, invokerIamDisabled: true },
    wanted: { scaling: { manualInstanceCount: 0 }, invokerIamDisabled: false },
    result: { scaling: { manualInstanceCount: 0 }, invokerIamDisabled: false },
  },
};

describe('merge', () => {
  test.each(Object.entries(CASES))('%s', (_, { deployed, wanted, before, result }) => {
    const named = new Set(before ? namedPaths(before) : []);
    expect(merge(deployed, wanted, named)).toEqual(result);
  });

  test('a second time changes nothing', () => {
    for (const { deployed, wanted, before } of Object.values(CASES)) {
      const once = merge(deployed, wanted, new Set(before ? namedPaths(before) : []));
      expect(merge(once, wanted, new Set(namedPaths(wanted)))).toEqual(once);
    }
  });
});
