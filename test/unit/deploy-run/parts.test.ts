/** The small pure parts: names, probes, access, advice, inputs, records. */
import { describe, expect, test } from 'vitest';
import { parseApproval, parseNamedImage, parseStatuses } from '../../../actions/deploy-run/inputs/formats.ts';
import { candidateTag, serviceProblem, tagProblem } from '../../../actions/deploy-run/plan/names.ts';
import { releasesOf, withRecords } from '../../../actions/deploy-run/plan/records.ts';
import { judgeGrpc } from '../../../actions/deploy-run/probe/grpc.ts';
import { judgeHttp } from '../../../actions/deploy-run/probe/http.ts';
import { withAdvice } from '../../../actions/deploy-run/rollout/failure-advice.ts';
import { planPolicy } from '../../../actions/deploy-run/service/access.ts';
import { toService, toWorkerPool } from '../../../actions/deploy-run/service/worker-pools.ts';
import { parseSecretReference } from '../../../src/inputs/secret-reference.ts';
import { parseSteps } from '../../../src/inputs/steps.ts';
import { isOwnRevision, lastNumber, revisionName } from '../../../src/records/revision-names.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('names', () => {
  test('a revision: service, 12 digits of the commit, a number; never over 63 characters', () => {
    expect(revisionName('web', COMMIT, 1)).toBe('web-0123456789ab-1');
    for (let length = 1; length < 50; length++)
      for (const n of [1, 10, 999]) {
        const name = revisionName('w'.repeat(length), COMMIT, n);
        expect(name.length).toBeLessThanOrEqual(63);
        expect(isOwnRevision(name)).toBe(true);
      }
    for (const name of ['web-00001-abc', 'web-1', 'web-0123456789abc-1']) expect(isOwnRevision(name)).toBe(false);
  });
  test('the tag of the candidate has at most 46 characters together with the service, or is omitted', () => {
    expect(candidateTag('web', COMMIT)).toBe('c0123456');
    // Another revision of the commit: the routes may still lead the tag of the first one to that.
    expect(candidateTag('web', COMMIT, 2)).toBe('c0123456-2');
    expect(candidateTag('a'.repeat(38), COMMIT, 12)).toBe('c0123-12');
    expect(candidateTag('a'.repeat(43), COMMIT, 2)).toBe('c01');
    const names = [
      `web-${COMMIT.slice(0, 12)}-2`,
      `projects/p/revisions/web-${COMMIT.slice(0, 12)}-11`,
      'web-1',
      undefined,
    ];
    expect(lastNumber('web', COMMIT, names)).toBe(11);
    expect(lastNumber('web', COMMIT, ['web-000000000000-3'])).toBe(0);
    for (let length = 1; length < 50; length++) {
      const service = 'w'.repeat(length);
      const tag = candidateTag(service, COMMIT);
      if (tag) expect(tagProblem(service, tag)).toBeUndefined();
      expect(tag === undefined).toBe(length > 43);
    }
  });
  test('service names of 50 characters or more are refused', () => {
    expect(serviceProblem('w'.repeat(49))).toBeUndefined();
    expect(serviceProblem('w'.repeat(50))).toContain('fewer than 50');
    expect(serviceProblem('web-')).toBeDefined();
  });
});

describe('inputs', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  test('an image may be for a container', () => {
    expect(parseNamedImage(`gcr.io/a/b@${digest}`).container).toBeUndefined();
    expect(parseNamedImage(`nginx=gcr.io/a/b@${digest}`)).toMatchObject({ container: 'nginx', image: { path: 'a/b' } });
  });
  test('steps in one line or several', () => {
    expect(parseSteps('5, 25,100')).toEqual({ steps: [5, 25, 100], held: [] });
    expect(parseSteps('5\n100').steps).toEqual([5, 100]);
    expect(parseSteps('5%, 25 %,100').steps).toEqual([5, 25, 100]);
    expect(parseSteps('5%@1h,100%').held[0]).toMatchObject({ percent: 5 });
    expect(() => parseSteps('5,25')).toThrow('Add 100 as the last step.');
    for (const bad of ['', '%,100', '5%%,100', '0,100', '5,5,100', '100,5', '5', '5.5,100', '101'])
      expect(() => parseSteps(bad)).toThrow();
  });
  test('steps with times outlast the run', () => {
    expect(parseSteps('5@1h, 25@1d+approval,100')).toEqual({
      steps: [5, 25, 100],
      held: [
        { percent: 5, ms: 3_600_000, approval: false },
        { percent: 25, ms: 86_400_000, approval: true },
        { percent: 100, ms: 0, approval: false },
      ],
    });
    expect(() => parseSteps('5@1h,25,100')).toThrow('"25" has no time. Write a time for each step but the last');
    expect(() => parseSteps('5@1h,100@1d')).toThrow('"100@1d" is the last step, which has no end.');
    expect(() => parseSteps('5@1h+later,100')).toThrow('"+later" is not known');
    expect(() => parseSteps('5@1h@2h,100')).toThrow('"5@1h@2h" has two times');
    expect(() => parseSteps('5@soon,100')).toThrow('"soon" is not a duration');
  });
  test('statuses and ranges', () => {
    expect(parseStatuses('200-299, 304')).toEqual([
      { from: 200, to: 299 },
      { from: 304, to: 304 },
    ]);
    for (const bad of ['20', '299-200', 'ok', '600']) expect(() => parseStatuses(bad)).toThrow('not an HTTP status');
  });

  test('approvals: all, none, or the output of an earlier step', () => {
    expect(['true', 'True', 'false', ' FALSE', '', 'a-1@2\nb@1'].map(parseApproval)).toEqual([
      'all',
      'all',
      new Set(),
      new Set(),
      new Set(),
      new Set(['a-1@2', 'b@1']),
    ]);
    for (const bad of ['yes', 'tRUE', 'a@', '@1', 'true\na@1'])
      expect(() => parseApproval(bad)).toThrow('is not an approval');
  });
  test('secrets with and without version, of another project', () => {
    expect(parseSecretReference('key', 'A')).toEqual({ secret: 'key', version: 'latest' });
    expect(parseSecretReference('projects/p/secrets/key:3', 'A')).toEqual({
      secret: 'projects/p/secrets/key',
      version: '3',
    });
    for (const bad of ['', 'a b', 'a:b:c', 'projects/p/key']) expect(() => parseSecretReference(bad, 'A')).toThrow();
  });
});

describe('the HTTP probe judges', () => {
  const expectation = { statuses: [{ from: 200, to: 204 }], contains: 'ok' };
  test.each([
    ['a good response', { status: 200, body: 'all ok', private: false }, true, /^200 in/],
    ['a status that is not wanted', { status: 500, body: 'ok', private: false }, false, /^500, expected 200-204$/],
    [
      'a body that says something else',
      { status: 200, body: 'starting', private: false },
      false,
      /does not contain "ok"/,
    ],
    ['a redirect', { status: 301, body: '', location: '/x', private: false }, false, /redirects to \/x/],
    ['403 without a token', { status: 403, body: '', private: false }, false, /set probe-service-account/],
    [
      "401 of a public service, which is the application's own",
      { status: 401, body: '', private: false, open: true },
      false,
      /^401, expected 200-204 \(the application itself refused.*allows unauthenticated invocations.*probe-status: 401/,
    ],
    ['403 with a token', { status: 403, body: '', private: true }, false, /roles\/run\.invoker/],
  ])('%s', (_, response, healthy, detail) => {
    const { open } = response as { open?: boolean };
    const judged = judgeHttp(response, { ...expectation, open }, 5);
    expect(judged.healthy).toBe(healthy);
    expect(judged.detail).toMatch(detail);
  });
});

describe('the gRPC probe judges', () => {
  const frame = (...message: number[]) => Buffer.from([0, 0, 0, 0, message.length, ...message]);
  test.each([
    ['SERVING', 200, '0', frame(8, 1), true, 'SERVING'],
    ['NOT_SERVING', 200, '0', frame(8, 2), false, 'NOT_SERVING'],
    ['an empty response, which is UNKNOWN', 200, '0', frame(), false, 'UNKNOWN'],
    ['a server without the health service', 200, '12', frame(), false, 'does not implement'],
    ['a failing server', 200, '14', frame(), false, 'gRPC status 14'],
    ['no status at all', 200, undefined, frame(8, 1), false, 'missing'],
    ['something that is not gRPC', 503, undefined, frame(), false, 'HTTP 503'],
    ['internal ingress', 404, undefined, frame(), false, 'With internal ingress, requests from outside get 404'],
    ['a closed door', 403, undefined, frame(), false, 'set probe-service-account'],
    ['a closed door of a public service', 403, undefined, frame(), false, 'the application itself', true],
  ])('%s', (_, http, grpc, body, healthy, detail, open = false) => {
    const judged = judgeGrpc(http, grpc, body, { tokenSent: false, open });
    expect(judged.healthy).toBe(healthy);
    expect(judged.detail).toContain(detail);
  });
});

describe('access', () => {
  const open = { role: 'roles/run.invoker', members: ['allUsers'] };
  const other = { role: 'roles/run.invoker', members: ['user:a'], condition: { title: 'x' } };
  test.each([
    ['opens a closed service', { etag: 'e' }, true, { etag: 'e', bindings: [open] }],
    ['leaves an open one', { bindings: [open] }, true, undefined],
    ['leaves a closed one', { bindings: [other] }, false, undefined],
    [
      'adds to the binding that is there',
      { bindings: [{ ...open, members: ['user:a'] }] },
      true,
      { bindings: [{ ...open, members: ['user:a', 'allUsers'] }] },
    ],
    ['keeps conditional bindings apart', { bindings: [other] }, true, { bindings: [other, open] }],
    ['closes, and drops an empty binding', { bindings: [open, other] }, false, { bindings: [other] }],
  ])('%s', (_, policy, wanted, expected) => {
    expect(planPolicy(policy, wanted)).toEqual(expected);
  });
});

test('advice names the service agent without permission to pull', () => {
  const message =
    'Google Cloud Run Service Agent service-12@serverless-robot-prod.iam.gserviceaccount.com must have permission to read the image, x';
  expect(withAdvice(message)).toContain('grant roles/artifactregistry.reader on its repository to service-12@');
  expect(withAdvice('something else.')).toBe('something else.');
});

describe('records', () => {
  test('the newest 30 releases are kept', () => {
    const releases = Array.from({ length: 40 }, (_, i) => ({
      revision: `r${i}`,
      commit: COMMIT,
      image: '',
      at: '',
      runUrl: '',
      rollout: '',
    }));
    const kept = releasesOf({ annotations: withRecords({ other: 'x' }, { releases }) });
    expect([kept.length, kept[0]?.revision, kept.at(-1)?.revision]).toEqual([30, 'r10', 'r39']);
  });
  test('an annotation that is not ours in form is as if it were not there', () => {
    for (const text of ['', 'null', '{}', '"x"', '[']) {
      expect(releasesOf({ annotations: { 'actions.orchestra.dev/releases': text } })).toEqual([]);
    }
  });
});

test('a worker pool is a service and back', () => {
  const pool = {
    name: 'p',
    future: 1,
    instanceSplits: [{ type: 'INSTANCE_SPLIT_ALLOCATION_TYPE_REVISION', revision: 'a', percent: 100 }],
    instanceSplitStatuses: [{ type: 'INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST', revision: 'a', percent: 100 }],
  };
  expect(toService(pool).trafficStatuses?.[0]?.type).toBe('TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST');
  expect(toWorkerPool(toService(pool))).toEqual(pool);
});
