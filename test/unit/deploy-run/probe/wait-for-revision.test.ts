/** What is said while a revision starts, and when it did not. */
import { expect, test } from 'vitest';
import { describeStartupProbes } from '../../../../actions/deploy-run/probe/startup-probes.ts';
import { waitForRevision } from '../../../../actions/deploy-run/rollout/wait.ts';
import type { Revision } from '../../../../src/google/run/resources.ts';
import { fakeService } from '../fake-service.ts';

const PROBED = [
  { name: 'web', startupProbe: { httpGet: { path: '/health' }, periodSeconds: 10, failureThreshold: 24 } },
];
const SAID = 'The startup probe requests /health and takes a status from 200 to 399, for up to 4m00s.';

/** A revision that starts for `seconds`, then fails. */
function starting(seconds: number) {
  const lines: string[] = [];
  const { regional, passed } = fakeService(() => ({}));
  const revision = (): Revision => ({
    name: 'web-1',
    containers: PROBED,
    conditions: [
      passed() < seconds * 1000
        ? { type: 'Ready', state: 'CONDITION_RECONCILING' }
        : {
            type: 'Ready',
            state: 'CONDITION_FAILED',
            message:
              'The user-provided container failed the configured startup probe checks. Logs for this revision might contain more information.',
          },
    ],
  });
  const clients = { revisions: { get: async () => revision() } };
  Object.assign(regional, { clients, kind: 'Service' });
  Object.assign(regional.context, { log: { info: (line: string) => lines.push(line), debug: () => {} } });
  return { lines, done: waitForRevision(regional, 'web-1', undefined) };
}

test('every 30 s the log names what the startup probe waits for', async () => {
  const { lines, done } = starting(70);
  await expect(done).rejects.toThrow(
    `The revision web-1 did not become ready: The user-provided container failed the configured startup probe checks. ${SAID} Set probe-path, or startupProbe in the manifest, to a path that the application serves, and allow enough time for its start.`,
  );
  expect(lines).toEqual([
    expect.stringMatching(
      /^web-1 is not ready after 30\.\ds: it is starting\. The startup probe requests \/health and/,
    ),
    expect.stringMatching(/^web-1 is not ready after 1m0\ds: /),
  ]);
});

test('a revision that becomes ready or fails immediately adds no line', async () => {
  const { lines, done } = starting(5);
  await expect(done).rejects.toThrow('did not become ready');
  expect(lines).toEqual([]);
});

test.each<[string, Revision, string]>([
  ['no probe', { containers: [{ name: 'web' }] }, ''],
  ['an open port', { containers: [{ startupProbe: { tcpSocket: { port: 80 } } }] }, ''],
  ['a path', { containers: PROBED }, SAID],
  [
    'the times that Cloud Run gives, and a port',
    { containers: [{ startupProbe: { httpGet: { port: 8081 }, initialDelaySeconds: 5 } }] },
    'The startup probe requests / on port 8081 and takes a status from 200 to 399, for up to 35.0s.',
  ],
  [
    'several containers',
    { containers: [...PROBED, { name: 'proxy', startupProbe: { grpc: { port: 50 }, periodSeconds: 1 } }] },
    `${SAID.replace('probe', 'probe of container web')} The startup probe of container proxy calls the gRPC health service on port 50, for up to 3.0s.`,
  ],
])('the startup probe in words: %s', (_, revision, said) => expect(describeStartupProbes(revision)).toBe(said));
