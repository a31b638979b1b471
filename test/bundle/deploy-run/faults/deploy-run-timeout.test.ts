/** deploy-run with servers that do not respond, at its time limit, and with refused calls. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FaultRule } from '../../../../packages/emulator/src/core/faults.ts';
import type { StepResult } from '../../../harness/runner.ts';
import { A, B, play } from '../deploy-run.cases.ts';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture.emulator.core.faults.clear());
afterAll(() => fixture.stop());

const errors = (result: StepResult) => result.errors.map(({ message }) => message).join('\n');

/** Milliseconds that a busy machine may need beyond the limits under test. */
const SLACK = 8000;
/** Milliseconds that the restore may take after the timeout. */
const RESTORE_GRACE = 20_000;

describe('one of two regions is down', () => {
  const down = (rule: FaultRule = {}) =>
    fixture.emulator.core.faults.add({ api: 'run', path: 'locations/europe-west1', reset: true, times: -1, ...rule });
  const deploy = async (service: string, timeout: string) => {
    const manifest = fixture.file(`${service}.yaml`, fixture.manifest({ name: service }));
    return await fixture.deploy(B, {
      manifest,
      image: await fixture.image('two'),
      region: 'us-central1\neurope-west1',
      timeout,
    });
  };

  test('from the start: ends at the timeout, names the region, and gives the live revision in the other', async () => {
    await fixture.release('down-one', [A]);
    down();
    const result = await deploy('down-one', '8s');
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.duration, logOf(result)).toBeLessThan(8000 + SLACK);
    expect(errors(result)).toMatch(/timed out after 8\.0s \(input timeout\): service .*europe-west1/);
    expect(errors(result)).toMatch(/down-one in us-central1: down-one-aaaaaaaaaaaa-1 still serves/);
    expect(result.summary).toMatch(/down-one-aaaaaaaaaaaa-1 still serves/);
    expect(fixture.serves('down-one')).toBe('down-one-aaaaaaaaaaaa-1=100');
  });

  test('in the middle: ends within the timeout and the time for restoring, and the other region is restored', async () => {
    await fixture.release('down-two', [A]);
    const unhook = fixture.emulator.core.calls.onCall(({ api, method, path }) => {
      if (api === 'run' && method === 'POST' && path.includes('europe-west1') && !path.includes(':')) down();
    });
    const result = await deploy('down-two', '12s');
    unhook();
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.duration, logOf(result)).toBeLessThan(12_000 + RESTORE_GRACE + SLACK);
    expect(errors(result)).toMatch(/down-two-aaaaaaaaaaaa-1 serves down-two in us-central1 as before/);
    expect(errors(result)).toMatch(/down-two in europe-west1 could not be restored/);
    expect(fixture.serves('down-two')).toBe('down-two-aaaaaaaaaaaa-1=100');
  });
});

describe('a cancellation is heard while deploy-run waits for', () => {
  /** Cancels as soon as a matching call arrives, which gets no response for a minute. */
  const hanging: readonly [name: string, fault: FaultRule][] = [
    ['the token exchange', { api: 'sts' }],
    ['the impersonation', { api: 'iamcredentials', path: 'generateAccessToken' }],
    ['the service', { api: 'run', method: 'GET', path: 'services/' }],
    ['a secret', { api: 'secretmanager' }],
    ['the registry', { api: 'registry', path: 'manifests' }],
    ['GitHub', { api: 'github' }],
    ['a write', { api: 'run', method: 'PATCH', path: '(?<!validateOnly=true)$' }],
    ['a revision', { api: 'run', method: 'GET', path: 'revisions/.*bbbb' }],
  ];
  test.each(hanging)('%s', async (name, fault) => {
    const service = `c-${name.replace(/\W/g, '')}`.toLowerCase();
    await fixture.release(service, [A]);
    fixture.emulator.core.faults.add({ ...fault, delayMs: 60_000, times: -1 });
    const match = new RegExp(fault.path ?? '');
    let cancelled = 0;
    let cancel = () => {};
    const unhook = fixture.emulator.core.calls.onCall(({ api, method, path, query }) => {
      if (cancelled || api !== fault.api || (fault.method && method !== fault.method) || !match.test(path + query))
        return;
      cancelled = performance.now();
      cancel();
    });
    const manifest = fixture.file(`${service}.yaml`, fixture.manifest({ name: service }));
    const result = await fixture.deploy(
      B,
      { manifest, image: await fixture.image('two') },
      {
        onStart: (child) => {
          cancel = () => child.kill('SIGINT');
        },
      },
    );
    unhook();
    expect(cancelled, logOf(result)).toBeGreaterThan(0);
    expect(result.exitCode, logOf(result)).toBe(1);
    // After SIGINT the runner waits 7.5 s for SIGTERM, and kills 2.5 s later.
    expect(performance.now() - cancelled, logOf(result)).toBeLessThan(9500);
  });
});

describe('GitHub’s rate limit is waited for', () => {
  test.each<readonly [string, FaultRule]>([
    ['429 with retry-after', { status: 429, headers: { 'retry-after': '1' } }],
    ['403 with retry-after', { status: 403, headers: { 'retry-after': '1' } }],
    [
      '403 with nothing remaining',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } },
    ],
  ])('%s', (_, fault) =>
    play(fixture, {
      name: 'limited',
      arrange: () => fixture.emulator.core.faults.add({ api: 'github', times: 2, ...fault }),
      ends: 'success',
      serves: B,
    }),
  );

  test('unless it ends after the step, which then names no permission', () =>
    play(fixture, {
      name: 'limited for long',
      inputs: { timeout: '20s' },
      arrange: () =>
        fixture.emulator.core.faults.add({ api: 'github', times: -1, status: 403, headers: { 'retry-after': '120' } }),
      ends: 'failure',
      serves: A,
      says: /rate limit is reached: it takes requests again in 2m00s/,
      check: (__, result) => expect(errors(result)).not.toMatch(/Missing permission/),
    }));
});

describe('a refusal has the reason of the server', () => {
  const info = (reason: string, metadata: object) => [
    { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata },
  ];
  const denied = (message: string, details: unknown[] = []) => ({
    error: { code: 403, status: 'PERMISSION_DENIED', message, details },
  });
  test.each<readonly [string, FaultRule, RegExp]>([
    [
      'the API is disabled',
      {
        body: denied(
          'Cloud Run Admin API has not been used in project 42 before or it is disabled.',
          info('SERVICE_DISABLED', { consumer: 'projects/42', service: 'run.googleapis.com' }),
        ),
      },
      /gcloud services enable run\.googleapis\.com --project=42/,
    ],
    [
      'billing is disabled',
      {
        body: denied(
          'This API method requires billing to be enabled.',
          info('BILLING_DISABLED', { consumer: 'projects/42' }),
        ),
      },
      /Billing is disabled for project 42/,
    ],
    [
      'VPC Service Controls',
      { body: denied("Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: abc-123") },
      /VPC Service Controls perimeter blocks the call.*abc-123/,
    ],
    [
      'an unknown region',
      {
        body: denied(
          "Permission denied on 'locations/us-central1' (or it may not exist).",
          info('LOCATION_POLICY_VIOLATED', { location: 'us-central1' }),
        ),
      },
      /region us-central1 does not exist/,
    ],
    [
      'a message that is an object',
      { status: 400, body: { error: { message: { why: ['no'] } } } },
      /400: \{"why":\["no"\]\}/,
    ],
  ])('%s', (_, fault, says) =>
    play(fixture, {
      name: 'refused',
      arrange: ({ service }) =>
        fixture.emulator.core.faults.add({
          api: 'run',
          method: 'GET',
          path: `services/${service}$`,
          status: 403,
          times: -1,
          ...fault,
        }),
      ends: 'failure',
      serves: A,
      says,
      check: (__, result) => expect(errors(result)).not.toMatch(/Missing permission|object Object/),
    }),
  );
});

describe('an operation that is finished and made no revision', () => {
  test('fails at once and names the latest created revision', async () => {
    const started = performance.now();
    await play(fixture, {
      name: 'no revision',
      arrange: ({ service, revision }) => {
        fixture.emulator.core.faults.add({
          api: 'run',
          method: 'GET',
          path: `revisions/${revision(B)}$`,
          status: 404,
          times: -1,
        });
        expect(service).toBeTruthy();
      },
      ends: 'failure',
      serves: A,
      says: /Revision s\d+-bbbbbbbbbbbb-1 was not created.*The latest created revision is s\d+-/,
    });
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

test('a registry that does not respond is named within 30 s', async () => {
  await fixture.release('no-response', [A]);
  fixture.emulator.core.faults.add({ api: 'registry', path: 'manifests', delayMs: 120_000, times: -1 });
  const manifest = fixture.file('no-response.yaml', fixture.manifest({ name: 'no-response' }));
  const result = await fixture.deploy(COMMITS[1], { manifest, image: await fixture.image('two') });
  expect(result.exitCode, logOf(result)).toBe(1);
  expect(result.duration, logOf(result)).toBeLessThan(30_000);
  expect(errors(result)).toMatch(/registry .*could not be reached|image .*no response/);
});

test('a secret is mounted as a file, and an unchanged deploy makes no other revision', () =>
  play(fixture, {
    name: 'secret files',
    inputs: ({ service, image }) => ({ service, image, secrets: '/secrets/db=database-url:latest\nKEY=jwt-secret' }),
    ends: 'success',
    serves: B,
    check: async ({ service, image, run }) => {
      const [container] = fixture.doc(service).template?.containers ?? [];
      const mount = container?.volumeMounts?.find(({ mountPath }) => mountPath === '/secrets');
      const volume = fixture.doc(service).template?.volumes?.find(({ name }) => name === mount?.name);
      expect(volume?.secret).toMatchObject({ secret: 'database-url', items: [{ path: 'db', version: '1' }] });
      expect(container?.env?.map(({ name }) => name)).not.toContain('/secrets/db');
      await run(B, { service, image, secrets: '/secrets/db=database-url:latest\nKEY=jwt-secret' });
      expect(fixture.serves(service)).toContain('bbbbbbbbbbbb-1=100');
    },
  }));

test('a merged pull request is deployed as its merge commit', async () => {
  await fixture.release('merged', [A]);
  const event = {
    action: 'closed',
    pull_request: { number: 7, merged: true, merge_commit_sha: B, head: { sha: '1'.repeat(40) } },
  };
  const image = await fixture.image('two');
  const result = await fixture.deploy(B, { service: 'merged', image }, { event });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(fixture.serves('merged')).toBe(`merged-${B.slice(0, 12)}-1=100`);
});
