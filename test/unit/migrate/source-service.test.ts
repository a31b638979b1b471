/** What a migration takes over from the manifest of a service. */
import { expect, test } from 'vitest';
import { readSource } from '../../../actions/migrate/job/source-service.ts';
import type { Cloud } from '../../../src/runtime/context.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { anInput } from './inputs-of.ts';

test('a variable has its value and its place in the manifest', async () => {
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: web }
spec:
  template:
    spec:
      containers:
        - { name: proxy, image: r/proxy, ports: [{ containerPort: 8080 }] }
        - name: server
          image: us-central1-docker.pkg.dev/acme/apps/server
          env:
            - { name: A, value: '\${DATABASE}' }
            - { name: KEY, valueFrom: { secretKeyRef: { name: key, key: latest } } }
`;
  const inputs = anInput({ fromService: { file: 'web.yaml', text }, substitutions: new Map([['DATABASE', 'shop']]) });
  const source = await readSource(inputs, {} as Cloud, {} as Log);
  expect(source.env.map(({ name }) => name)).toEqual(['A', 'KEY']);
  expect(source.env[0]).toEqual({ name: 'A', value: 'shop' });
  expect(source.locate?.('KEY')).toMatchObject({ file: 'web.yaml', line: 13 });
  expect(source.locate?.('OTHER')).toBeUndefined();
});
