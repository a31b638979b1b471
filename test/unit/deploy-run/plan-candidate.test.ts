/** Whether a deploy needs a revision of its own, and what it starts from. */
import { describe, expect, test } from 'vitest';
import { planCandidate } from '../../../actions/deploy-run/plan/candidate.ts';
import { sameButCommit } from '../../../actions/deploy-run/plan/desired-service.ts';
import { leftBehind, withKnownImages } from '../../../actions/deploy-run/plan/image-digests.ts';
import { planServingTemplate, templateOf } from '../../../actions/deploy-run/plan/serving-template.ts';
import { REVISION, type RevisionTemplate, type Service } from '../../../src/google/run/resources.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const template = (commit: string, image = 'one'): RevisionTemplate => ({
  labels: { 'commit-sha': commit },
  containers: [{ image, env: [{ name: 'APP_VERSION', value: commit }] }],
});
const service = (over: Partial<Service> = {}): Service => ({
  template: { ...template(A), revision: 'web-a' },
  trafficStatuses: [{ type: REVISION, revision: 'web-a', percent: 100 }],
  ...over,
});
const record = (over: object) => ({
  annotations: {
    'actions.orchestra.dev/rollout': JSON.stringify({ id: 'x', candidate: 'web-a', baseline: [], ...over }),
  },
});
const plan = (current: Service, wanted: RevisionTemplate, commit: string, state: 'ready' | 'failed' = 'ready') =>
  planCandidate({
    current,
    base: planServingTemplate(current, { name: 'p/revisions/web-a', ...template(A) }),
    template: wanted,
    commit,
    templateRevisionState: state,
  });

describe('the candidate', () => {
  test('is new for a service that does not exist', () => {
    const nothing = { current: undefined, base: undefined, templateRevisionState: undefined };
    expect(planCandidate({ ...nothing, template: template(A), commit: A })).toEqual({ kind: 'new' });
  });
  test('is the live revision if nothing but the commit differs', () => {
    expect(plan(service(), template(B), B)).toEqual({ kind: 'serving', revision: 'web-a' });
  });
  test('is the live revision if another tool made it: labels of ours do not need a new revision', () => {
    const { labels: _, ...foreign } = template(A);
    const made = { ...foreign, labels: { team: 'shop' } };
    const of = (wanted: RevisionTemplate) =>
      planCandidate({
        current: service({ template: { ...made, revision: 'web-a' } }),
        base: planServingTemplate(service({ template: { ...made, revision: 'web-a' } }), {
          name: 'p/revisions/web-a',
          ...made,
        }),
        template: wanted,
        commit: B,
        templateRevisionState: 'ready',
      });
    const labels = { team: 'shop', 'managed-by': 'github-actions', 'commit-sha': B };
    expect(of({ ...made, labels })).toEqual({ kind: 'serving', revision: 'web-a' });
    expect(of({ ...made, labels: { ...labels, team: 'other' } })).toEqual({ kind: 'new' });
    expect(of({ ...made, labels, timeout: '1s' })).toEqual({ kind: 'new' });
  });
  test('is new if the image differs', () => {
    expect(plan(service(), template(B, 'two'), B)).toEqual({ kind: 'new' });
  });
  test('is not the live revision while that serves only a part', () => {
    const split = [
      { type: REVISION, revision: 'web-a', percent: 50 },
      { type: REVISION, revision: 'web-z', percent: 50 },
    ];
    expect(plan(service({ trafficStatuses: split }), template(B), B)).toEqual({ kind: 'new' });
  });
  test('is the revision of an earlier attempt at the same commit', () => {
    const current = service({
      template: { ...template(B, 'two'), revision: 'web-b' },
      trafficStatuses: [{ type: REVISION, revision: 'web-a', percent: 100 }],
    });
    expect(plan(current, template(B, 'two'), B)).toEqual({ kind: 'existing', revision: 'web-b' });
    expect(plan(current, template(B, 'two'), B, 'failed')).toEqual({ kind: 'new' });
  });
  test('is probed again if it serves without having passed its health checks', () => {
    expect(plan(service(record({})), template(A), A)).toEqual({ kind: 'existing', revision: 'web-a' });
  });
});

describe('the base', () => {
  test('is the template if its revision is live', () => {
    expect(planServingTemplate(service(), { name: 'p/revisions/web-a' })).toEqual({
      template: template(A),
      revision: 'web-a',
      from: 'template',
    });
  });
  test('is the serving revision after a rollback, a failed deploy or a preview', () => {
    const current = service({ template: { ...template(B, 'broken'), revision: 'web-b' } });
    const { template: found, from } = planServingTemplate(current, { name: 'p/revisions/web-a', ...template(A) });
    expect([found, from]).toEqual([template(A), 'revision']);
  });
  test('keeps fields of a revision that we do not know, and drops its identity and state', () => {
    expect(
      templateOf({
        name: 'n',
        uid: 'u',
        conditions: [],
        logUri: 'x',
        etag: 'e',
        future: 1,
        containers: [{ image: 'a', buildInfo: {} }],
      }),
    ).toEqual({ future: 1, containers: [{ image: 'a' }] });
  });
});

describe('an image that the template names by tag', () => {
  const digest = `sha256:${'1'.repeat(64)}`;
  const requested = `r/p/web@${digest}`;
  const accepted = new Map([[requested, new Set([digest, `sha256:${'2'.repeat(64)}`])]]);
  const known = (runs: string) =>
    withKnownImages({ containers: [{ image: 'r/p/web:v1' }] }, { containers: [{ image: requested }] }, accepted, {
      containers: [{ image: runs }],
    }).containers?.[0]?.image;
  test('is the digest that its revision runs', () => {
    expect(known(`r/p/web@sha256:${'2'.repeat(64)}`)).toBe(requested);
  });
  test('is another image if the revision runs another digest', () => {
    expect(known(`r/p/web@sha256:${'3'.repeat(64)}`)).toBe('r/p/web:v1');
  });
});

describe('same but for the commit', () => {
  const of = (one: RevisionTemplate, commit: string) => ({ template: one, commit });
  test('ignores names, order and what the server leaves out', () => {
    const one = { revision: 'x', timeout: '1s', sessionAffinity: false, containers: [{ image: 'a', args: [] }] };
    const other = { revision: 'y', containers: [{ image: 'a' }], timeout: '1s' };
    expect(sameButCommit(of(one, A), of(other, B))).toBe(true);
  });
  test('sees what does not follow from the commit', () => {
    expect(sameButCommit(of(template(A), A), of({ ...template(B), timeout: '1s' }, B))).toBe(false);
    expect(sameButCommit(of(template(A), B), of(template(B), B))).toBe(false);
  });
});

test.each([
  ['another digest', '@sha256:1', /^The container worker also runs r\.example\/p\/web, .* line worker=IMAGE/],
  ['a tag', ':v1', /^The container worker/],
  ['the same digest', `@sha256:${'2'.repeat(64)}`, undefined],
])('a container beside ours that runs the image by %s', (_, reference, says) => {
  const digest = `sha256:${'2'.repeat(64)}`;
  const image = { host: 'r.example', path: 'p/web', digest };
  const other = reference.replace(/:1$/, `:${'1'.repeat(64)}`);
  const containers = [
    { name: 'web', image: `r.example/p/web@${digest}` },
    { name: 'worker', image: `r.example/p/web${other}` },
    { name: 'proxy', image: 'r.example/p/web-proxy:v1' },
    { name: 'odd', image: '' },
  ];
  const said = leftBehind({ containers }, [{ container: undefined, image }]);
  expect(said).toEqual(says ? [expect.stringMatching(says)] : []);
});
