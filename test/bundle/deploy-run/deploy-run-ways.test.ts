/** Rollback, others at work at the same time, regions, access and previews, through the bundle; what serves afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { A, B, C, type Case, D, play, type Scene } from './deploy-run.cases.ts';
import { createWorld, said, type World } from './deploy-run.fixture.ts';

let world: World;
/** Shares no line with the others. */
const FORK = '9'.repeat(40);

beforeAll(async () => {
  world = await createWorld();
  world.emulator.github.commit('0'.repeat(40));
  world.emulator.github.commit(A, ['0'.repeat(40)]);
  world.emulator.github.commit(FORK, ['0'.repeat(40)]);
});
afterAll(() => world.stop());

const OTHER_APP = { slug: 'other-ci', name: 'Other CI' };
const CANARY = { strategy: 'canary', steps: '10,50,100', 'step-interval': '5ms' };
const annotation = (service: string, name: string) =>
  JSON.parse(world.doc(service).annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');
const ownerOf = (service: string, region = 'us-central1') => {
  const owner = world.emulator.run.services.get(`projects/orchestra-dev/locations/${region}/services/${service}`);
  if (!owner) throw new Error(`no ${service}`);
  return owner;
};
const back =
  (to: string, more: Record<string, string> = {}) =>
  ({ service }: Scene) => ({
    service,
    'rollback-to': to,
    ...more,
  });
/** Runs something while the case's own run is about to write its third time: after it has read the service. */
const during = (scene: Scene, act: () => Promise<unknown>) =>
  scene.before(new RegExp(`run PATCH .*/${scene.service}\\?(?!.*validateOnly)`), act, 3);
/** The record that migrate keeps on its job: the migrations of B took something away. */
const contracted = async () => {
  const history = [{ commit: B, contracting: true, state: 'applied', at: '2026-01-02T00:00:00Z' }];
  const answer = await fetch(
    `${world.emulator.urls.run}/v2/projects/orchestra-dev/locations/us-central1/jobs?jobId=migrate`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${world.emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        annotations: { 'actions.orchestra.dev/schema': JSON.stringify({ history }) },
        template: { template: { containers: [{ image: await world.image('one') }] } },
      }),
    },
  );
  expect(answer.status, await answer.text()).toBe(200);
};
const forgetJobs = () => world.emulator.run.jobs.clear();

const ROLLBACKS: readonly Case[] = [
  { name: 'to the previous release', history: [A, B], inputs: back('previous'), ends: 'green', serves: A },
  {
    name: 'previous of three, twice, goes further back',
    history: [A, B, C],
    arrange: ({ run, service }) => run(C, { service, 'rollback-to': 'previous' }),
    inputs: back('previous'),
    ends: 'green',
    serves: A,
  },
  {
    name: 'previous after a rollback and a new deploy skips what was rolled back from',
    history: [A, B],
    arrange: async ({ run, service, manifest, image }) => {
      await run(B, { service, 'rollback-to': 'previous' });
      await run(C, { manifest, image, 'release-hold': 'true' });
      expect(world.serves(service)).toContain('cccc');
    },
    inputs: back('previous'),
    ends: 'green',
    serves: A,
  },
  { name: 'to a short commit', history: [A, B, C], inputs: back(B.slice(0, 7)), ends: 'green', serves: B },
  {
    name: 'to a revision by name',
    history: [A, B, C],
    inputs: (scene) => back(scene.revision(A))(scene),
    ends: 'green',
    serves: A,
  },
  {
    name: 'says why, who and where, and holds',
    history: [A, B],
    inputs: back('previous', { reason: 'checkout is broken' }),
    ends: 'green',
    serves: A,
    shows: /Automatic deploys are refused from now on.*checkout is broken/,
    check: ({ service }) => {
      expect(annotation(service, 'hold')).toMatchObject({
        reason: 'checkout is broken',
        by: 'octocat',
        commit: A,
        runUrl: 'https://github.com/acme/shop/actions/runs/42',
      });
      expect(world.doc(service).labels?.['commit-sha']).toBe(A);
    },
  },
  {
    name: 'to a revision that is gone',
    history: [A, B],
    arrange: ({ service, revision }) => ownerOf(service).revisions.delete(revision(A)),
    inputs: back('previous'),
    ends: 'red',
    serves: B,
    says: /is gone: Cloud Run keeps the newest 1,000\. Deploy its commit a+ again/,
  },
  {
    name: 'to an image that is gone',
    history: [A, B],
    arrange: () => world.emulator.core.faults.add({ api: 'registry', path: 'manifests', status: 404, times: 99 }),
    inputs: back('previous'),
    ends: 'red',
    serves: B,
    says: /does not exist in the registry/,
  },
  {
    name: 'to a secret version that is disabled',
    history: [A, B],
    arrange: async (scene) => {
      await withSecret(scene);
      world.emulator.secrets.setState('orchestra-dev', `${scene.service}-key`, 1, 'DISABLED');
    },
    inputs: back(C),
    ends: 'red',
    serves: D,
    says: /version 1, is disabled/,
  },
  {
    name: 'to a secret version that is destroyed',
    history: [A, B],
    arrange: async (scene) => {
      await withSecret(scene);
      world.emulator.secrets.setState('orchestra-dev', `${scene.service}-key`, 1, 'DESTROYED');
    },
    inputs: back(C),
    ends: 'red',
    serves: D,
    says: /version 1, is destroyed/,
  },
  {
    name: 'brings back the secret at the version that the revision had',
    history: [A, B],
    arrange: withSecret,
    inputs: back(C),
    ends: 'green',
    serves: C,
    check: ({ service }) => {
      const instance = world.emulator.fakeDriver.running
        .filter(({ labels }) => labels.revision_name?.startsWith(`${service}-cccc`))
        .at(-1);
      expect(instance?.containers[0]?.env.KEY).toBe('old');
    },
  },
  {
    name: 'to a revision that is sick now',
    history: [A, B],
    arrange: async ({ revision }) =>
      world.emulator.fakeDriver.setBehaviour(await world.image('one'), {
        http: ({ env }) => (env.K_REVISION === revision(A) ? 500 : 200),
      }),
    inputs: back('previous', { 'probe-timeout': '2s' }),
    ends: 'red',
    serves: B,
    says: /50[03], expected 200/,
    check: ({ service }) => expect(annotation(service, 'hold')).toBeNull(),
  },
  {
    name: 'behind a contracting migration',
    history: [A, B],
    arrange: contracted,
    check: forgetJobs,
    inputs: back('previous'),
    ends: 'red',
    serves: B,
    says: /contracted the database schema.*force: true/,
  },
  {
    name: 'behind a contracting migration, told to',
    history: [A, B],
    arrange: contracted,
    check: forgetJobs,
    inputs: back('previous', { force: 'true' }),
    ends: 'green',
    serves: A,
  },
  {
    name: 'to a revision that was never recorded, told to',
    history: [A, B],
    arrange: (scene) => scene.change((doc) => ({ ...doc, annotations: {} })),
    inputs: (scene) => back(scene.revision(A), { force: 'true' })(scene),
    ends: 'green',
    serves: A,
  },
  {
    name: 'the answer to its first write is lost',
    history: [A, B],
    arrange: ({ writeFault }) => writeFault(1, { dropAnswer: true }),
    inputs: back('previous'),
    ends: 'green',
    serves: A,
    shows: /Writing again/,
  },
  {
    name: 'dry run',
    history: [A, B],
    inputs: back('previous', { 'dry-run': 'true' }),
    ends: 'green',
    serves: B,
    shows: /Dry run/,
    check: ({ service }) => expect(annotation(service, 'hold')).toBeNull(),
  },
  {
    name: 'to what serves already: the hold is set',
    history: [A, B],
    inputs: back(B),
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(annotation(service, 'hold')).not.toBeNull(),
  },
];

const OTHERS: readonly Case[] = [
  {
    name: 'a rollback during a canary wins; the deploy stops, and its post undoes nothing',
    history: [A, B],
    commit: C,
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, async () => {
        const rollback = await world.deploy(
          B,
          { service: scene.service, 'rollback-to': A },
          { env: { GITHUB_RUN_ID: '43' } },
        );
        expect(rollback.exitCode, said(rollback)).toBe(0);
      }),
    ends: 'red',
    serves: A,
    says: /Another run has ended this rollout\.|has taken the service over|put the service on hold/,
    check: ({ service }) => expect(annotation(service, 'hold')).toMatchObject({ commit: A }),
  },
  {
    name: 'previous during a canary means what served before it',
    history: [A, B],
    commit: C,
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, async () => {
        const rollback = await world.deploy(B, { service: scene.service, 'rollback-to': 'previous' });
        expect(rollback.exitCode, said(rollback)).toBe(0);
      }),
    ends: 'red',
    serves: B,
  },
  {
    name: 'a newer deploy during a canary wins',
    commit: B,
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, async () => {
        const other = await world.deploy(C, { manifest: scene.manifest, image: await world.image('three') });
        expect(other.exitCode, said(other)).toBe(0);
      }),
    ends: 'red',
    serves: C,
  },
  {
    name: 'another run has just begun: this one leaves everything to it, post included',
    commit: B,
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, () =>
        scene.change((doc) => ({
          ...doc,
          annotations: {
            ...(doc.annotations as object),
            'actions.orchestra.dev/rollout': JSON.stringify({
              id: 'other',
              kind: 'deploy',
              commit: C,
              candidate: scene.revision(C),
              baseline: [{ revision: scene.revision(A), percent: 100 }],
              write: 1,
              runUrl: 'https://example.com/9',
              actor: 'ann',
              startedAt: 'now',
            }),
          },
        })),
      ),
    ends: 'red',
    serves: 'a=90 b=10',
    says: /A deploy of c{12} by ann \(https:\/\/example\.com\/9\) has taken the service over\. This run stopped and touched nothing more/,
    unfinished: true,
    check: ({ service }) => expect(annotation(service, 'rollout')).toMatchObject({ id: 'other', write: 1 }),
  },
  {
    name: 'an older deploy during a canary is refused',
    commit: C,
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, async () => {
        const other = await world.deploy(B, { manifest: scene.manifest, image: await world.image('three') });
        expect(other.exitCode, said(other)).toBe(1);
        expect(other.errors[0]?.message).toContain('is older than');
      }),
    ends: 'green',
    serves: C,
  },
  {
    name: 'a hold that is set during a canary',
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, () =>
        scene.change((doc) => ({
          ...doc,
          annotations: {
            ...(doc.annotations as object),
            'actions.orchestra.dev/hold': JSON.stringify({ at: 'now', by: 'ann', reason: 'freeze', runUrl: 'x' }),
          },
        })),
      ),
    ends: 'red',
    serves: A,
    says: /ann put the service on hold/,
  },
  {
    name: 'somebody moves the traffic by hand during a canary',
    history: [A, C],
    commit: D,
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, () =>
        scene.change((doc) => ({
          ...doc,
          traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: scene.revision(A), percent: 100 }],
        })),
      ),
    ends: 'red',
    serves: A,
    says: /The traffic was moved to .*-aaaaaaaaaaaa-1 by another run or user/,
    unfinished: true,
  },
  {
    name: 'a preview during a canary disturbs nobody',
    inputs: CANARY,
    arrange: (scene) =>
      during(scene, async () => {
        const preview = await world.deploy(D, {
          service: scene.service,
          image: await world.image('preview'),
          tag: 'pr-12',
          'no-traffic': 'true',
        });
        expect(preview.exitCode, said(preview)).toBe(0);
      }),
    ends: 'green',
    serves: B,
    check: ({ service }) =>
      expect(world.doc(service).trafficStatuses).toContainEqual(expect.objectContaining({ tag: 'pr-12' })),
  },
  {
    name: 'a commit that is older than what serves',
    history: [B],
    commit: A,
    ends: 'red',
    serves: B,
    says: /Commit a{12} is older than b{12}, which serves already/,
  },
  {
    name: 'a commit that is older, told to',
    history: [B],
    commit: A,
    inputs: { force: 'true' },
    ends: 'green',
    serves: A,
    shows: /It is deployed because force is true/,
  },
  {
    name: 'a commit that GitHub does not know',
    commit: 'f'.repeat(40),
    ends: 'green',
    serves: 'f',
    shows: /Whether commit f{12,40} is older than .*, is unknown: GitHub does not know both commits/,
  },
  {
    name: 'a commit that GitHub does not know, where that is refused',
    commit: 'f'.repeat(40),
    inputs: { 'on-unknown-history': 'refuse' },
    ends: 'red',
    serves: A,
    says: /GitHub does not know both commits.*Nothing was changed, because on-unknown-history is refuse.*force: true/,
  },
  {
    name: 'a commit of a history that has diverged',
    commit: FORK,
    ends: 'green',
    serves: FORK,
    shows: /have diverged, so neither is older/,
  },
  {
    name: 'a commit of a history that has diverged, where that is refused',
    commit: FORK,
    inputs: { 'on-unknown-history': 'refuse' },
    ends: 'red',
    serves: A,
    says: /have diverged, so neither is older\. Nothing was changed/,
  },
  {
    name: 'a token that may not read commits',
    arrange: () => world.emulator.core.faults.add({ api: 'github', status: 403, times: 99 }),
    ends: 'green',
    serves: B,
    shows: /GitHub refused the github-token \(403.*contents: read/,
  },
  {
    name: 'a token that may not read commits, where that is refused',
    inputs: { 'on-unknown-history': 'refuse' },
    arrange: () => world.emulator.core.faults.add({ api: 'github', status: 403, times: 99 }),
    ends: 'red',
    serves: A,
    says: /GitHub refused the github-token/,
  },
  {
    name: 'GitHub has a fault once',
    arrange: () => world.emulator.core.faults.add({ api: 'github', status: 502 }),
    ends: 'green',
    serves: B,
  },
  {
    name: 'GitHub does not answer',
    arrange: () => world.emulator.core.faults.add({ api: 'github', status: 500, times: 99 }),
    ends: 'red',
    serves: A,
    says: /commits of acme\/shop: 500/,
  },
  {
    name: 'no token for GitHub',
    inputs: { 'github-token': '' },
    ends: 'green',
    serves: B,
    shows: /there is no github-token/,
  },
  {
    name: 'a required check that has not run',
    inputs: { 'required-checks': 'test' },
    ends: 'red',
    serves: A,
    says: /required-checks: .*test/,
  },
  {
    name: 'a required check that failed',
    inputs: { 'required-checks': 'lint' },
    arrange: () =>
      world.emulator.github.setCheckRuns(B, [{ name: 'lint', status: 'completed', conclusion: 'failure' }]),
    ends: 'red',
    serves: A,
    says: /required-checks: .*lint/,
  },
  {
    name: 'a required check that succeeded',
    inputs: { 'required-checks': 'lint' },
    arrange: () =>
      world.emulator.github.setCheckRuns(B, [{ name: 'lint', status: 'completed', conclusion: 'success' }]),
    ends: 'green',
    serves: B,
  },
  {
    name: 'a required check that only another app has reported',
    inputs: { 'required-checks': 'lint @ github-actions' },
    arrange: () => {
      world.emulator.github.setCheckRuns(B, [
        { name: 'lint', status: 'completed', conclusion: 'success', app: OTHER_APP },
      ]);
      world.emulator.github.setStatus(B, 'lint', 'success');
    },
    ends: 'red',
    serves: A,
    says: /required-checks: .*lint @ github-actions" does not exist/,
  },
  {
    name: 'a required check of a named app',
    inputs: { 'required-checks': 'lint @ Other CI' },
    arrange: () =>
      world.emulator.github.setCheckRuns(B, [
        { name: 'lint', status: 'completed', conclusion: 'success', app: OTHER_APP },
        { name: 'lint', status: 'completed', conclusion: 'failure' },
      ]),
    ends: 'green',
    serves: B,
  },
  {
    name: 'a required check by name alone that another app has satisfied',
    inputs: { 'required-checks': 'e2e' },
    arrange: () =>
      world.emulator.github.setCheckRuns(B, [
        { name: 'e2e', status: 'completed', conclusion: 'success', app: OTHER_APP },
      ]),
    ends: 'green',
    serves: B,
    shows: /"e2e" was satisfied by the app other-ci, .* "e2e @ other-ci"/,
  },
  {
    name: 'a required check by name alone that a commit status has satisfied',
    inputs: { 'required-checks': 'audit' },
    arrange: () => world.emulator.github.setStatus(B, 'audit', 'success'),
    ends: 'green',
    serves: B,
    shows: /"audit" was satisfied by a commit status, .* "audit @ github-actions"/,
  },
  {
    name: 'a hold',
    arrange: hold,
    ends: 'red',
    serves: A,
    says: /is on hold, and nothing was changed\. ann put the service on hold.*freeze.*release-hold: true; .*force: true/,
  },
  {
    name: 'a hold, and force: the hold stays',
    arrange: hold,
    inputs: { force: 'true' },
    ends: 'green',
    serves: B,
    shows: /Forced: the hold stands and was overridden/,
    check: ({ service }) => expect(annotation(service, 'hold')).not.toBeNull(),
  },
  {
    name: 'a hold, released by the deploy',
    arrange: hold,
    inputs: { 'release-hold': 'true' },
    ends: 'green',
    serves: B,
    shows: /This deploy releases the hold/,
    check: ({ service }) => expect(annotation(service, 'hold')).toBeNull(),
  },
  {
    name: 'a hold, released by a deploy that fails: it stays',
    arrange: async (scene) => {
      await hold(scene);
      scene.setBehaviour({ startup: 'exits' });
    },
    inputs: { 'release-hold': 'true' },
    ends: 'red',
    serves: A,
    check: ({ service }) => expect(annotation(service, 'hold')).not.toBeNull(),
  },
  {
    name: 'a run of another commit was lost in the middle of its canary',
    commit: C,
    arrange: async ({ change, revision, service }) => {
      await change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: revision(B), labels: { 'commit-sha': B } },
        traffic: [share(revision(A), 50), share(revision(B), 50), { ...share(revision(B), 0), tag: 'cbbbbbbb' }],
        annotations: {
          ...(doc.annotations as object),
          'actions.orchestra.dev/rollout': JSON.stringify({
            id: 'lost',
            kind: 'deploy',
            commit: B,
            candidate: revision(B),
            tag: 'cbbbbbbb',
            baseline: [{ revision: revision(A), percent: 100 }],
            write: 2,
            runUrl: 'x',
            actor: 'ann',
            startedAt: 'then',
          }),
        },
      }));
      expect(world.serves(service)).toContain('=50');
    },
    ends: 'green',
    serves: C,
    check: ({ service }) => expect(tags(service)).toEqual([]),
  },
  {
    name: 'a run was lost in its canary, and the next one fails: back to what was proven',
    commit: C,
    arrange: async ({ change, revision, setBehaviour }) => {
      await change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: revision(B), labels: { 'commit-sha': B } },
        traffic: [share(revision(A), 50), share(revision(B), 50)],
        annotations: {
          ...(doc.annotations as object),
          'actions.orchestra.dev/rollout': JSON.stringify({
            id: 'lost',
            kind: 'deploy',
            commit: B,
            candidate: revision(B),
            baseline: [{ revision: revision(A), percent: 100 }],
            write: 2,
            runUrl: 'x',
            actor: 'ann',
            startedAt: 'then',
          }),
        },
      }));
      setBehaviour({ startup: 'exits' });
    },
    ends: 'red',
    serves: A,
  },
];

const ACCESS: readonly Case[] = [
  {
    name: 'open to everyone',
    arrange: ({ service }) => {
      ownerOf(service).policy = {};
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.isPublic(service)).toBe(true),
  },
  {
    name: 'closed to everyone',
    inputs: { 'allow-unauthenticated': 'false' },
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.isPublic(service)).toBe(false),
  },
  {
    name: 'left as it is',
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.isPublic(service)).toBe(true),
  },
  {
    name: 'other bindings stay, conditions included',
    arrange: ({ service }) => {
      ownerOf(service).policy = {
        version: 3,
        bindings: [
          {
            role: 'roles/run.invoker',
            members: ['user:ann@example.com'],
            condition: { title: 'x', expression: 'true' },
          },
          { role: 'roles/run.viewer', members: ['user:bob@example.com'] },
        ],
      };
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'green',
    serves: B,
    check: ({ service }) =>
      expect(ownerOf(service).policy.bindings).toMatchObject([
        { members: ['user:ann@example.com'], condition: { title: 'x' } },
        { role: 'roles/run.viewer' },
        { role: 'roles/run.invoker', members: ['allUsers'] },
      ]),
  },
  {
    name: 'the policy was changed by somebody else meanwhile',
    arrange: ({ service }) => {
      ownerOf(service).policy = {};
      world.emulator.core.faults.add({ api: 'run', path: 'setIamPolicy', status: 409, times: 2 });
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.isPublic(service)).toBe(true),
  },
  {
    name: 'the answer to opening is lost',
    arrange: ({ service }) => {
      ownerOf(service).policy = {};
      world.emulator.core.faults.add({ api: 'run', path: 'setIamPolicy', dropAnswer: true });
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'green',
    serves: B,
  },
  {
    name: 'opening is forbidden: an error, and the traffic is back',
    arrange: ({ service }) => {
      ownerOf(service).policy = {};
      world.emulator.core.access.deny('run.services.setIamPolicy');
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'red',
    serves: A,
    says: /run\.services\.setIamPolicy\. Grant it, for instance with roles\/run\.admin/,
  },
  {
    name: 'an organisation policy forbids everyone',
    history: [],
    arrange: () => {
      world.emulator.run.settings.domainRestrictedSharing = true;
    },
    inputs: { 'allow-unauthenticated': 'true' },
    ends: 'red',
    serves: B,
    says: /domain restricted sharing.*invoker-iam-disabled/,
    unfinished: true,
    check: ({ service }) => expect(world.isPublic(service)).toBe(false),
  },
  {
    name: 'no IAM check, by the manifest: only once the first revision is proven',
    history: [],
    arrange: (scene) => {
      world.file(
        `${scene.service}.yaml`,
        world.manifest({ name: scene.service, annotations: '\n    run.googleapis.com/invoker-iam-disabled: "true"' }),
      );
      scene.before(new RegExp(`proxy GET .*${scene.service}-.*/health`), () =>
        expect(world.doc(scene.service).invokerIamDisabled).toBeFalsy(),
      );
    },
    ends: 'green',
    serves: B,
    check: ({ service }) => expect(world.doc(service).invokerIamDisabled).toBe(true),
  },
];

const PREVIEW =
  (tag = 'pr-5') =>
  async ({ service, image }: Scene) => ({ service, image, tag, 'no-traffic': 'true' });
const PULL = { pull_request: { number: 5, head: { sha: B } } };

const PREVIEWS: readonly Case[] = [
  {
    name: 'a preview has a URL and takes no traffic',
    inputs: PREVIEW(),
    ends: 'green',
    serves: A,
    check: async ({ revision }, { outputs }) => {
      expect(outputs['tag-url']).toMatch(/^http:\/\/pr-5---/);
      const { body } = await world.fetch(`${outputs['tag-url']}/`);
      expect(JSON.parse(body)).toMatchObject({ revision: revision(B) });
      expect(world.emulator.run.services.get('x')).toBeUndefined();
    },
  },
  {
    name: 'a preview of a service that does not exist yet',
    history: [],
    inputs: { tag: 'pr-5', 'no-traffic': 'true' },
    ends: 'green',
    serves: B,
    check: ({ service }) => {
      expect(tags(service)).toEqual(['pr-5']);
      expect(world.isPublic(service)).toBe(false);
    },
  },
  {
    name: 'a preview runs with no minimum of instances',
    arrange: ({ change, revision }) =>
      change((doc) => ({
        ...doc,
        template: { ...(doc.template as object), revision: revision(A, 2), scaling: { minInstanceCount: 3 } },
        traffic: [share(revision(A, 2), 100)],
      })),
    inputs: PREVIEW(),
    ends: 'green',
    serves: 'a',
    check: ({ service }) => expect(world.doc(service).template?.scaling).not.toHaveProperty('minInstanceCount'),
  },
  {
    name: 'a preview that is sick loses its tag',
    arrange: ({ setBehaviour }) => setBehaviour({ startup: 'exits', logs: ['no such table'] }),
    inputs: PREVIEW(),
    ends: 'red',
    serves: A,
    shows: /no such table/,
    check: ({ service }) => expect(tags(service)).toEqual([]),
  },
  {
    name: 'a preview that does not answer its probe',
    arrange: ({ setBehaviour }) => setBehaviour({ http: { '/deep': 500, '*': 200 } }),
    inputs: async (scene) => ({ ...(await PREVIEW()(scene)), 'probe-path': '/deep', 'probe-timeout': '200ms' }),
    ends: 'red',
    serves: A,
    check: ({ service }) => expect(tags(service)).toEqual([]),
  },
  { name: 'a preview is not stopped by a hold', arrange: hold, inputs: PREVIEW(), ends: 'green', serves: A },
  {
    name: 'a second preview beside the first',
    arrange: async (scene) => {
      await scene.run(C, { ...(await PREVIEW('pr-4')(scene)), image: await world.image('other') });
    },
    inputs: PREVIEW(),
    ends: 'green',
    serves: A,
    check: ({ service }) => expect(tags(service).sort()).toEqual(['pr-4', 'pr-5']),
  },
  {
    name: 'the tag is removed, the others stay',
    arrange: async (scene) => {
      await scene.run(B, await PREVIEW('pr-4')(scene));
      await scene.run(B, await PREVIEW('pr-5')(scene));
    },
    inputs: ({ service }) => ({ service, 'remove-tag': 'pr-5' }),
    ends: 'green',
    serves: A,
    check: ({ service }) => expect(tags(service)).toEqual(['pr-4']),
  },
  {
    name: 'a tag that is not there is no error',
    inputs: ({ service }) => ({ service, 'remove-tag': 'pr-9' }),
    ends: 'green',
    serves: A,
    shows: /There is no tag/,
  },
  {
    name: 'the production deploy after a preview starts from what serves, not from the preview',
    arrange: async (scene) => {
      await scene.run(C, { ...(await PREVIEW()(scene)), env: 'DEBUG=1' });
    },
    commit: D,
    inputs: async ({ service, image }) => ({ service, image, env: 'LEVEL=info' }),
    ends: 'green',
    serves: D,
    check: ({ service }) =>
      expect(world.doc(service).template?.containers?.[0]?.env?.map(({ name }) => name)).toEqual([
        'APP_VERSION',
        'LEVEL',
      ]),
  },
  {
    name: 'tag without no-traffic stays on the revision that serves',
    inputs: { tag: 'green' },
    ends: 'green',
    serves: B,
    check: ({ service }, { outputs }) => {
      expect(tags(service)).toEqual(['green']);
      expect(outputs['tag-url']).toMatch(/^http:\/\/green---/);
    },
  },
];

describe.each([
  ['rollback', ROLLBACKS],
  ['others at work', OTHERS],
  ['access', ACCESS],
  ['previews', PREVIEWS],
] as const)('%s', (_, cases) => {
  test.each(cases)('$name', (one) => play(world, one));
});

describe('the comment on the pull request', () => {
  const preview = async (service: string, extra: Record<string, string> = {}): Promise<StepResult> =>
    world.deploy(
      B,
      {
        service,
        ...(Object.keys(extra).length > 0
          ? extra
          : { image: await world.image('two'), tag: 'pr-5', 'no-traffic': 'true' }),
      },
      { event: PULL, env: { GITHUB_EVENT_NAME: 'pull_request' } },
    );

  test('is one, kept up to date', async () => {
    await world.release('commented', [A]);
    const first = await preview('commented');
    expect(first.exitCode, said(first)).toBe(0);
    await preview('commented');
    const comments = () => world.emulator.github.comments(5).map(({ body }) => body);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain(String(first.outputs['tag-url']));
    await preview('commented', { 'remove-tag': 'pr-5' });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('was removed');
  });

  test('is never one that somebody else planted with our marker', async () => {
    await world.release('planted', [A]);
    const body = '<!-- orchestra preview planted -->\nClick https://evil.example';
    for (const user of [
      { login: 'mallory', type: 'User' },
      { login: 'github-actions', type: 'User' },
      { login: 'other-app[bot]', type: 'Bot' },
    ])
      world.emulator.github.addComment(6, body, user);
    const pull = {
      event: { pull_request: { ...PULL.pull_request, number: 6 } },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
    };
    for (let runs = 1; runs <= 2; runs++) {
      const result = await world.deploy(
        B,
        { service: 'planted', image: await world.image('two'), tag: 'pr-6', 'no-traffic': 'true' },
        pull,
      );
      expect(result.exitCode, said(result)).toBe(0);
    }
    const comments = world.emulator.github.comments(6);
    expect(comments.slice(0, 3).map((one) => one.body)).toEqual([body, body, body]);
    expect(comments.slice(3).map((one) => one.user.login)).toEqual(['github-actions[bot]']);
    expect(comments[3]?.body).toContain('**Preview**');
  });

  test('that may not be written is a warning with the permission that is missing', async () => {
    await world.release('uncommented', [A]);
    world.emulator.core.faults.add({ api: 'github', path: 'comments', status: 403, times: 9 });
    const result = await preview('uncommented');
    world.emulator.core.faults.clear();
    expect(result.exitCode, said(result)).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toContain('pull-requests: write');
  });
});

describe('cancelled while it waits', () => {
  test('for a probe that is not answered: main itself brings the traffic back, well before it is killed', async () => {
    await world.release('waiting', [A]);
    const image = await world.image('waits');
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    world.emulator.fakeDriver.setBehaviour(image, {
      http: ({ path }) => {
        if (path !== '/deep') return 200;
        resolve();
        return { delayMs: 20_000 };
      },
    });
    const start = Date.now();
    let signalled = 0;
    const result = await world.deploy(
      B,
      { service: 'waiting', image, 'probe-path': '/deep', 'probe-timeout': '60s' },
      {
        onStart: (child) =>
          void asked.then(() => {
            signalled = Date.now();
            child.kill('SIGINT');
          }),
      },
    );
    expect(result.exitCode, said(result)).toBe(1);
    expect(signalled).toBeGreaterThan(start);
    expect(Date.now() - signalled).toBeLessThan(7500);
    expect(result.errors[0]?.message).toMatch(
      /^The step was cancelled\. waiting-a{12}-1 serves waiting in us-central1 as before\. What to do: Run this step again if the deploy is still wanted\.$/,
    );
    expect(world.serves('waiting')).toBe('waiting-aaaaaaaaaaaa-1=100');
    expect(world.doc('waiting').annotations).not.toHaveProperty(['actions.orchestra.dev/rollout']);
    expect(tags('waiting')).toEqual([]);
  });
});

describe('several regions', () => {
  const REGIONS = 'us-central1\neurope-west1';
  const serving = (service: string) => [world.serves(service), world.serves(service, 'europe-west1')];
  const inputs = async (service: string, content: string) => ({
    manifest: world.file(`${service}.yaml`, world.manifest({ name: service })),
    image: await world.image(content),
    region: REGIONS,
  });

  test('one after the other, with outputs for both', async () => {
    const result = await world.deploy(A, await inputs('far', 'one'));
    expect(result.exitCode, said(result)).toBe(0);
    expect(serving('far')).toEqual(['far-aaaaaaaaaaaa-1=100', 'far-aaaaaaaaaaaa-1=100']);
    expect(JSON.parse(result.outputs.traffic ?? '').map(({ region }: { region: string }) => region)).toEqual([
      'us-central1',
      'europe-west1',
    ]);
  });

  test('the second fails: the first is brought back, nothing is recorded', async () => {
    const before = await world.deploy(A, await inputs('wide', 'one'));
    expect(before.exitCode, said(before)).toBe(0);
    world.emulator.fakeDriver.setBehaviour(await world.image('half'), {
      http: ({ headers }) => (String(headers.host).includes('europe') ? 500 : 200),
    });
    const result = await world.deploy(B, { ...(await inputs('wide', 'half')), 'probe-timeout': '300ms' });
    expect(result.exitCode).toBe(1);
    expect(serving('wide')).toEqual(['wide-aaaaaaaaaaaa-1=100', 'wide-aaaaaaaaaaaa-1=100']);
    for (const region of ['us-central1', 'europe-west1']) {
      const { annotations = {} } = world.doc('wide', region);
      expect(annotations).not.toHaveProperty(['actions.orchestra.dev/rollout']);
      expect(JSON.parse(annotations['actions.orchestra.dev/releases'] ?? '')).toHaveLength(1);
    }
  });

  test('the second cannot even be prepared: the first is not touched', async () => {
    await world.deploy(A, await inputs('calm', 'one'));
    const before = JSON.stringify(world.doc('calm'));
    world.emulator.core.faults.add({
      api: 'run',
      method: 'PATCH',
      path: 'europe-west1.*validateOnly',
      status: 400,
      times: 9,
    });
    const result = await world.deploy(B, await inputs('calm', 'two'));
    world.emulator.core.faults.clear();
    expect(result.exitCode).toBe(1);
    expect(JSON.stringify(world.doc('calm'))).toBe(before);
  });
});

function share(revision: string, percent: number) {
  return { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision, percent };
}

function tags(service: string): (string | undefined)[] {
  return (world.doc(service).traffic ?? []).flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
}

async function hold({ change }: Scene): Promise<void> {
  const value = JSON.stringify({
    at: '2026-01-01',
    by: 'ann',
    reason: 'freeze',
    runUrl: 'https://example.com/7',
    revision: 'x',
    commit: A,
  });
  await change((doc) => ({
    ...doc,
    annotations: { ...(doc.annotations as object), 'actions.orchestra.dev/hold': value },
  }));
}

/** Releases C with version 1 of a secret, and D with version 2. */
async function withSecret({ service, run, manifest, image }: Scene): Promise<void> {
  world.emulator.seed.secret(`${service}-key`, 'old');
  const env = `\n            - name: KEY\n              valueFrom:\n                secretKeyRef:\n                  name: ${service}-key\n                  key: latest`;
  world.file(`${service}.yaml`, world.manifest({ name: service, env }));
  await run(C, { manifest, image });
  world.emulator.seed.secret(`${service}-key`, 'new');
  await run(D, { manifest, image });
  expect(world.serves(service)).toContain('dddd');
}
