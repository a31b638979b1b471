/** Previews by tag, and their comment on the pull request, through the bundle. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { A, B, C, type Case, D, hold, play, type Scenario, share, tagsOf } from './deploy-run.cases.ts';
import { createFixture, type Fixture, logOf } from './deploy-run.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const PREVIEW =
  (tag = 'pr-5') =>
  async ({ service, image }: Scenario) => ({ service, image, tag, 'no-traffic': 'true' });
const PULL = { pull_request: { number: 5, head: { sha: B } } };

const PREVIEWS: readonly Case[] = [
  {
    name: 'a preview has a URL and takes no traffic',
    inputs: PREVIEW(),
    ends: 'success',
    serves: A,
    check: async ({ revision }, { outputs }) => {
      expect(outputs['tag-url']).toMatch(/^http:\/\/pr-5---/);
      const { body } = await fixture.fetch(`${outputs['tag-url']}/`);
      expect(JSON.parse(body)).toMatchObject({ revision: revision(B) });
      expect(fixture.emulator.run.services.get('x')).toBeUndefined();
    },
  },
  {
    name: 'a preview of a service that does not exist yet',
    history: [],
    inputs: { tag: 'pr-5', 'no-traffic': 'true' },
    ends: 'success',
    serves: B,
    check: ({ service }) => {
      expect(tagsOf(fixture, service)).toEqual(['pr-5']);
      expect(fixture.isPublic(service)).toBe(false);
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
    ends: 'success',
    serves: 'a',
    check: ({ service }) => expect(fixture.doc(service).template?.scaling).not.toHaveProperty('minInstanceCount'),
  },
  {
    name: 'an unhealthy preview loses its tag',
    arrange: ({ setBehavior }) => setBehavior({ startup: 'exits', logs: ['no such table'] }),
    inputs: PREVIEW(),
    ends: 'failure',
    serves: A,
    shows: /no such table/,
    check: ({ service }) => expect(tagsOf(fixture, service)).toEqual([]),
  },
  {
    name: 'a preview that does not respond to its probe',
    arrange: ({ setBehavior }) => setBehavior({ http: { '/deep': 500, '*': 200 } }),
    inputs: async (scenario) => ({ ...(await PREVIEW()(scenario)), 'probe-path': '/deep', 'probe-timeout': '2s' }),
    ends: 'failure',
    serves: A,
    check: ({ service }) => expect(tagsOf(fixture, service)).toEqual([]),
  },
  { name: 'a preview is not stopped by a hold', arrange: hold, inputs: PREVIEW(), ends: 'success', serves: A },
  {
    name: 'a second preview beside the first',
    arrange: async (scenario) => {
      await scenario.run(C, { ...(await PREVIEW('pr-4')(scenario)), image: await fixture.image('other') });
    },
    inputs: PREVIEW(),
    ends: 'success',
    serves: A,
    check: ({ service }) => expect(tagsOf(fixture, service).sort()).toEqual(['pr-4', 'pr-5']),
  },
  {
    name: 'the tag is removed, the others stay',
    arrange: async (scenario) => {
      await scenario.run(B, await PREVIEW('pr-4')(scenario));
      await scenario.run(B, await PREVIEW('pr-5')(scenario));
    },
    inputs: ({ service }) => ({ service, 'remove-tag': 'pr-5' }),
    ends: 'success',
    serves: A,
    check: ({ service }) => expect(tagsOf(fixture, service)).toEqual(['pr-4']),
  },
  {
    name: 'a tag that is not there is no error',
    inputs: ({ service }) => ({ service, 'remove-tag': 'pr-9' }),
    ends: 'success',
    serves: A,
    shows: /There is no tag/,
  },
  {
    name: 'the production deploy after a preview starts from the live revision, not from the preview',
    arrange: async (scenario) => {
      await scenario.run(C, { ...(await PREVIEW()(scenario)), env: 'DEBUG=1' });
    },
    commit: D,
    inputs: async ({ service, image }) => ({ service, image, env: 'LEVEL=info' }),
    ends: 'success',
    serves: D,
    check: ({ service }) =>
      expect(fixture.doc(service).template?.containers?.[0]?.env?.map(({ name }) => name)).toEqual([
        'APP_VERSION',
        'LEVEL',
      ]),
  },
  {
    name: 'tag without no-traffic stays on the revision that serves',
    inputs: { tag: 'green' },
    ends: 'success',
    serves: B,
    check: ({ service }, { outputs }) => {
      expect(tagsOf(fixture, service)).toEqual(['green']);
      expect(outputs['tag-url']).toMatch(/^http:\/\/green---/);
    },
  },
];

describe('previews', () => {
  test.each(PREVIEWS)('$name', (one) => play(fixture, one));
});

describe('the comment on the pull request', () => {
  const preview = async (service: string, extra: Record<string, string> = {}): Promise<StepResult> =>
    fixture.deploy(
      B,
      {
        service,
        ...(Object.keys(extra).length > 0
          ? extra
          : { image: await fixture.image('two'), tag: 'pr-5', 'no-traffic': 'true' }),
      },
      { event: PULL, env: { GITHUB_EVENT_NAME: 'pull_request' } },
    );

  test('is one, kept up to date', async () => {
    await fixture.release('commented', [A]);
    const first = await preview('commented');
    expect(first.exitCode, logOf(first)).toBe(0);
    await preview('commented');
    const comments = () => fixture.emulator.github.comments(5).map(({ body }) => body);
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain(String(first.outputs['tag-url']));
    await preview('commented', { 'remove-tag': 'pr-5' });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('was removed');
  });

  test.each([
    ['could be deployed', 'failing-anew', false],
    ['could not be deployed before', 'failing-first', true],
  ])('says that a preview failed, and what the URL still shows: one that %s', async (_, service, first) => {
    await fixture.release(service, [A]);
    const number = first ? 8 : 9;
    const tag = `pr-${number}`;
    const pull = (sha: string) => ({
      event: { pull_request: { number, head: { sha } } },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
    });
    const given = async (image: string) => ({ service, image: await fixture.image(image), tag, 'no-traffic': 'true' });
    const comments = () => fixture.emulator.github.comments(number).map(({ body }) => body);
    let url = '';
    if (!first) {
      const good = await fixture.deploy(B, await given('two'), pull(B));
      expect(good.exitCode, logOf(good)).toBe(0);
      url = String(good.outputs['tag-url']);
      expect(comments()).toEqual([expect.stringContaining(url)]);
    }
    // A failed build: nothing is deployed, and the comment no longer lists the preview.
    const writes = () =>
      fixture.emulator.core.calls.list.filter(({ api, method }) => api === 'run' && method !== 'GET');
    const before = writes().length;
    const built = await fixture.deploy(
      C,
      { service, tag, 'preview-failure': 'The image could not be built.' },
      pull(C),
    );
    expect(built.exitCode, logOf(built)).toBe(0);
    expect(writes()).toHaveLength(before);
    expect(comments()).toEqual([expect.stringContaining('❌ **Preview** of cccccccccccc failed')]);
    expect(comments()[0]).toContain('The image could not be built');
    expect(comments()[0]).toContain(first ? 'no preview' : 'still shows revision');
    if (url) expect(comments()[0]).toContain(url);
    // A failed deploy: the preview's tag is removed.
    const sick = await fixture.deploy(
      C,
      { ...(await given('two')), 'probe-status': '418', 'probe-path': '/', 'probe-timeout': '2s' },
      pull(C),
    );
    expect(sick.exitCode).toBe(1);
    expect(comments()).toEqual([expect.stringContaining('❌ **Preview** of cccccccccccc failed')]);
    expect(comments()[0]).toContain('could not be deployed');
    expect(comments()[0]).toContain(tagsOf(fixture, service).length === 0 ? 'no preview' : 'still shows');
  });

  test.each([
    ['without a tag', { 'preview-failure': 'It failed.' }, /preview-failure: needs tag|preview-failure needs tag/],
    [
      'with an image',
      { 'preview-failure': 'It failed.', tag: 'pr-5', image: `x.example/p/r/n@sha256:${'0'.repeat(64)}` },
      /cannot be combined with preview-failure/,
    ],
  ])('of a failure is refused %s', async (_, inputs, message) => {
    const result = await preview('refused-failure', inputs);
    expect(result.exitCode).toBe(1);
    expect(result.errors.map((one) => one.message).join()).toMatch(message);
  });

  test('is never one that another user wrote with our marker', async () => {
    await fixture.release('planted', [A]);
    const body = '<!-- orchestra preview planted -->\nClick https://evil.example';
    for (const user of [
      { login: 'mallory', type: 'User' },
      { login: 'github-actions', type: 'User' },
      { login: 'other-app[bot]', type: 'Bot' },
    ])
      fixture.emulator.github.addComment(6, body, user);
    const pull = {
      event: { pull_request: { ...PULL.pull_request, number: 6 } },
      env: { GITHUB_EVENT_NAME: 'pull_request' },
    };
    for (let runs = 1; runs <= 2; runs++) {
      const result = await fixture.deploy(
        B,
        { service: 'planted', image: await fixture.image('two'), tag: 'pr-6', 'no-traffic': 'true' },
        pull,
      );
      expect(result.exitCode, logOf(result)).toBe(0);
    }
    const comments = fixture.emulator.github.comments(6);
    expect(comments.slice(0, 3).map((one) => one.body)).toEqual([body, body, body]);
    expect(comments.slice(3).map((one) => one.user.login)).toEqual(['github-actions[bot]']);
    expect(comments[3]?.body).toContain('**Preview**');
  });

  test('that cannot be written is a warning with the missing permission', async () => {
    await fixture.release('uncommented', [A]);
    fixture.emulator.core.faults.add({ api: 'github', path: 'comments', status: 403, times: 9 });
    const result = await preview('uncommented');
    fixture.emulator.core.faults.clear();
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.warnings.map(({ message }) => message).join()).toContain('pull-requests: write');
  });
});
