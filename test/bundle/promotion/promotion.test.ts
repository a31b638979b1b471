/** What a source target serves, and how it gets to the next target, through the bundle. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepResult } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, said } from '../deploy-run/deploy-run.fixture.ts';

const [A, B, C] = COMMITS;
let fixture: Fixture;
/** `HOST/PROJECT/REPOSITORY` of the source's images. */
let repository = '';

beforeAll(async () => {
  fixture = await createFixture();
  repository = (await fixture.image('one')).replace(/\/server@.*/, '');
  fixture.emulator.seed.repository({ id: 'live' });
});
afterAll(() => fixture.stop());

const auth = { 'workload-identity-provider': DEFAULTS.provider, 'service-account': DEFAULTS.serviceAccount };

function promote(inputs: Record<string, string>, sha: string = B): Promise<StepResult> {
  return runStep('promotion', {
    workspace: fixture.workspace,
    with: {
      ...auth,
      'from-project': DEFAULTS.project,
      'from-region': DEFAULTS.region,
      'from-image-repository': repository,
      'github-token': fixture.emulator.github.token,
      ...inputs,
    },
    env: { ...fixture.emulator.env, GITHUB_SHA: sha },
  });
}

const list = (service: string) => JSON.stringify([{ name: 'server', service }]);

async function publish(bucket: string, commit: string, page: string): Promise<void> {
  const { emulator } = fixture;
  const site = join(fixture.workspace, bucket);
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'index.html'), page);
  const result = await runStep('publish-frontend', {
    workspace: fixture.workspace,
    with: { ...auth, project: DEFAULTS.project, bucket, path: bucket, 'github-token': emulator.github.token },
    env: { ...emulator.env, GITHUB_SHA: commit },
  });
  expect(result.exitCode, said(result)).toBe(0);
}

describe('the source', () => {
  test('is its commit, its images by digest and its sites by release', async () => {
    await fixture.release('good', [A, B]);
    fixture.emulator.seed.bucket('good-site');
    await publish('good-site', B, '<p>b');
    const result = await promote({
      services: list('good'),
      frontends:
        '[{"name": "shop", "path": "dist", "bucket": "live"}, {"name": "admin", "path": "dist", "bucket": "live-admin"}]',
      'from-sites': 'shop=good-site',
    });
    expect(result.exitCode, said(result)).toBe(0);
    expect(result.outputs.commit).toBe(B);
    expect(JSON.parse(result.outputs.digests ?? '')).toEqual({ s0: (await fixture.image('two')).split('@')[1] });
    expect(JSON.parse(result.outputs.releases ?? '')).toEqual({ shop: B });
    expect(JSON.parse(result.outputs.rebuilt ?? '')).toEqual([{ name: 'admin' }]);
    expect(result.summary).toMatch(/Site admin \| not in from-sites \| built for the target/);
    expect(result.summary).toMatch(/Promotion of b{12}/);
  });

  const write = async (service: string, annotations: Record<string, string>) => {
    const { emulator } = fixture;
    const response = await fetch(
      `${emulator.urls.run}/v2/projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services/${service}?updateMask=annotations`,
      {
        method: 'PATCH',
        headers: { authorization: `Bearer ${emulator.token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ annotations: { ...fixture.doc(service).annotations, ...annotations } }),
      },
    );
    expect(response.status, await response.text()).toBe(200);
    await fixture.settled(service);
  };
  const hold = {
    at: '2026-01-01',
    by: 'ann',
    reason: 'slow',
    runUrl: 'https://example.com/7',
    revision: 'x',
    commit: A,
  };

  test.each<[string, string, (service: string) => Promise<unknown>, RegExp]>([
    ['does not exist', 'absent', async () => {}, /service absent in us-central1 of orchestra-dev does not exist/],
    [
      'never served a recorded release',
      'foreign',
      async (service) => {
        await fixture.release(service, [A]);
        await write(service, { 'actions.orchestra.dev/releases': '[]' });
      },
      /service foreign .* has no recorded release that serves all requests/,
    ],
    [
      'is on hold',
      'held',
      async (service) => {
        await fixture.release(service, [A, B]);
        await write(service, { 'actions.orchestra.dev/hold': JSON.stringify(hold) });
      },
      /service held .* is on hold: .*slow/,
    ],
    [
      'is rolling out',
      'rolling',
      async (service) => {
        await fixture.release(service, [A]);
        const record = { id: 'x', kind: 'deploy', commit: B, baseline: [], actor: 'ann' };
        await write(service, { 'actions.orchestra.dev/rollout': JSON.stringify(record) });
      },
      /service rolling .* has a rollout that has not ended: a deploy of b{12} by ann/,
    ],
  ])('that %s is not promoted', async (_, service, arrange, message) => {
    await arrange(service);
    const result = await promote({ services: list(service) });
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(message);
    expect(result.errors[0]?.message).toMatch(/Nothing is promoted, and nothing was changed/);
    expect(result.outputs.commit).toBeUndefined();
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    ['newer than the branch', {}, A, /commit b{12}, which is not in the history of a{12} \(refs\/heads\/main\)/],
    ['of a fork', {}, 'f'.repeat(40), /commit b{12}, which is not in the history of f{12}/],
    ['of a history that no token reads', { 'github-token': '${{ github.token }}' }, C, /Grant the job contents: read/],
  ])('that serves a commit %s is not promoted', async (_, inputs, sha, message) => {
    const result = await promote({ services: list('good'), ...inputs }, sha);
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(message);
    expect(result.outputs.commit).toBeUndefined();
  });

  test('that serves an older commit of the branch is promoted', async () => {
    await fixture.release('behind', [A]);
    const result = await promote({ services: list('behind') });
    expect(result.exitCode, said(result)).toBe(0);
    expect(result.outputs.commit).toBe(A);
  });

  test('gives an earlier commit that served, by its own digest and release, and none that did not or was rolled back from', async () => {
    await fixture.release('history', [A, B]);
    fixture.emulator.seed.bucket('history-site');
    await publish('history-site', A, '<p>a');
    await publish('history-site', B, '<p>b');
    const inputs = {
      services: list('history'),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=history-site',
    };
    const earlier = await promote({ ...inputs, commit: A.slice(0, 8) });
    expect(earlier.exitCode, said(earlier)).toBe(0);
    expect(earlier.outputs.commit).toBe(A);
    expect(JSON.parse(earlier.outputs.digests ?? '')).toEqual({ s0: (await fixture.image('one')).split('@')[1] });
    expect(JSON.parse(earlier.outputs.releases ?? '')).toEqual({ shop: A });
    const never = await promote({ ...inputs, commit: C });
    expect(never.errors[0]?.message).toMatch(
      /service history .* has no recorded release of commit c{12}\. It has: b{12}, a{12}\. .*site shop .* has no recorded/,
    );
    await fixture.deploy(B, { service: 'history', 'rollback-to': 'previous', reason: 'slow' });
    const released = await fixture.deploy(B, { service: 'history', 'release-hold': 'true' });
    expect(released.exitCode, said(released)).toBe(0);
    const withdrawn = await promote({ services: list('history'), commit: B });
    expect(withdrawn.errors[0]?.message).toMatch(/service history .* was rolled back from commit b{12}: slow/);
  });

  test('that was built with the URL of a service of the source is refused before anybody approves it', async () => {
    await fixture.release('api-seen', [A]);
    fixture.emulator.seed.bucket('seen-site');
    await publish('seen-site', A, `<script>fetch("${fixture.doc('api-seen').uri}/projects")</script>`);
    const result = await promote({
      services: list('api-seen'),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=seen-site',
    });
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.summary).toMatch(
      /Nothing is promoted[\s\S]*site shop was built for the source .*index\.html names api-seen/,
    );
    expect(result.outputs.commit).toBeUndefined();
  });

  test('has services by the names in their manifests, filled in for the source', async () => {
    await fixture.release('named-by-manifest', [A, B]);
    const manifest = [
      'apiVersion: serving.knative.dev/v1',
      'kind: Service',
      'metadata: {name: "${NAME}"}',
      'spec: {template: {spec: {containers: [{image: x}]}}}',
    ].join('\n');
    writeFileSync(join(fixture.workspace, 'named.yaml'), manifest);
    const services = [{ name: 'server', manifest: 'named.yaml', substitutions: { NAME: 'named-by-manifest' } }];
    const result = await promote({
      services: JSON.stringify(services),
      migration: '{"image": "server", "from-service": "named.yaml"}',
    });
    expect(result.errors[0]?.message).toMatch(/changed\. The job named-by-manifest-migrate .* does not exist/);
    const alone = await promote({ services: JSON.stringify(services) });
    expect(alone.exitCode, said(alone)).toBe(0);
    expect(alone.outputs.commit).toBe(B);
  });

  test('has a job that migrates of another name, which is looked for under it', async () => {
    const migration = '{"image": "server", "job": "shop-migrate", "args": "migrate"}';
    const same = await promote({ services: list('good'), migration });
    expect(same.errors[0]?.message).toMatch(/job shop-migrate .* does not exist\. .*correct .*from-migration-job/);
    const other = await promote({ services: list('good'), migration, 'from-migration-job': 'staging-migrate' });
    expect(other.errors[0]?.message).toMatch(/job staging-migrate .* does not exist/);
    const unnamed = await promote({
      services: list('good'),
      migration: '{"image": "server", "manifest": "gone.yaml"}',
    });
    expect(unnamed.errors[0]?.message).toMatch(/from-migration-job: is required/);
  });

  test('that serves different commits is not promoted', async () => {
    await fixture.release('older', [A]);
    await fixture.release('newer', [A, B]);
    const services = JSON.stringify([
      { name: 'server', service: 'newer' },
      { name: 'worker', service: 'older', image: 'server' },
    ]);
    const result = await promote({ services });
    expect(result.errors[0]?.message).toMatch(/different commits: b{12} \(service newer .*\); a{12} \(service older/);
  });

  test('that nothing of the lists names is not promoted: its commit is unknown', async () => {
    const result = await promote({ frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(
      /No service, and no site in from-sites, says which commit the source serves\./,
    );
    expect(result.outputs.commit).toBeUndefined();
  });

  test('all bad inputs are told at once', async () => {
    const result = await promote({
      services: list('good'),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-services': 'web=x',
      'from-image-repository': 'nowhere',
    });
    expect(result.exitCode).toBe(1);
    const all = result.errors.map(({ message }) => message).join('\n');
    expect(all).toMatch(/from-services: names web, which is not in the list\. It has: server/);
    expect(all).toMatch(/from-image-repository: "nowhere" is not a repository/);
  });
});

describe('what is fetched', () => {
  const target = () => repository.replace(/[^/]+$/, 'live');

  test('is the image by its digest, with what stands beside it, once', async () => {
    const image = await fixture.image('copied');
    const digest = image.split('@')[1] ?? '';
    const inputs = {
      task: 'fetch',
      services: list('good'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    };
    const first = await promote(inputs);
    expect(first.exitCode, said(first)).toBe(0);
    expect(first.log).toContain(`${target()}/server@${digest} was copied`);
    const again = await promote(inputs);
    expect(again.log).toContain(`${target()}/server@${digest} is there already`);
    const answer = await fetch(`http://${target().replace('/', '/v2/')}/server/manifests/${digest}`, {
      headers: { authorization: `Bearer ${fixture.emulator.token()}` },
    });
    expect(answer.status).toBe(200);
  });

  test('is copied layer by layer from another registry', async () => {
    const digest = (await fixture.image('from elsewhere')).split('@')[1] ?? '';
    const result = await promote({
      task: 'fetch',
      services: list('good'),
      'from-image-repository': repository.replace('127.0.0.1', 'localhost'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    });
    expect(result.exitCode, said(result)).toBe(0);
    expect(result.log).toContain(`${target()}/server@${digest} was copied`);
  });

  test('is nothing while the source is on hold, which may have been set after the plan', async () => {
    await fixture.release('held-late', [A, B]);
    const digest = (await fixture.image('two')).split('@')[1] ?? '';
    const inputs = {
      task: 'fetch',
      services: list('held-late'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    };
    const rollback = await fixture.deploy(B, { service: 'held-late', 'rollback-to': 'previous', reason: 'slow' });
    expect(rollback.exitCode, said(rollback)).toBe(0);
    const writes = () => fixture.emulator.core.calls.list.filter(({ method }) => method === 'PUT').length;
    const before = writes();
    const result = await promote(inputs);
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/nothing was changed\. The service held-late .* is on hold: .*slow/);
    expect(writes()).toBe(before);
  });

  describe('is nothing where the target', () => {
    const image = async () => JSON.stringify({ s0: (await fixture.image('of the target')).split('@')[1] });
    const pushes = () => fixture.emulator.core.calls.list.filter(({ method }) => method === 'PUT').length;
    const refused = async (inputs: Record<string, string>, message: RegExp) => {
      const digests = await image();
      const before = pushes();
      const result = await promote(
        {
          task: 'fetch',
          services: list('good'),
          'image-repository': target(),
          project: DEFAULTS.project,
          digests,
          ...inputs,
        },
        C,
      );
      expect(result.exitCode, said(result)).toBe(1);
      expect(result.errors[0]?.message).toMatch(message);
      expect(pushes()).toBe(before);
      return result;
    };

    test('serves a newer commit', async () => {
      await fixture.release('newer-target', [A, B]);
      await refused(
        { commit: A, 'target-services': `${DEFAULTS.region}/newer-target` },
        /Commit a{12} is older than b{12}, which serves already\. Nothing was changed\. .*rollback workflow at the target/,
      );
    });

    test('serves a newer commit whose image did not change', async () => {
      await fixture.release('same-image', [A]);
      const again = await fixture.deploy(B, { service: 'same-image', image: await fixture.image('one') });
      expect(again.exitCode, said(again)).toBe(0);
      await refused(
        { commit: A, 'target-services': `${DEFAULTS.region}/same-image` },
        /Commit a{12} is older than b{12}, which serves already/,
      );
    });

    test('has a newer site', async () => {
      fixture.emulator.seed.bucket('newer-site');
      await publish('newer-site', B, '<p>newer');
      await refused(
        {
          commit: A,
          frontends: '[{"name": "shop", "path": "dist", "bucket": "newer-site"}]',
          'from-sites': 'shop=good-site',
          releases: '{"shop": "x"}',
        },
        /Commit a{12} is older than b{12}/,
      );
    });

    test('is on hold', async () => {
      await fixture.release('held-target', [A, B]);
      await fixture.deploy(B, { service: 'held-target', 'rollback-to': 'previous', reason: 'slow' });
      const held = await refused(
        { commit: B, 'target-services': `${DEFAULTS.region}/held-target` },
        /service held-target .* is on hold\. .*slow.* Nothing was copied or changed/,
      );
      expect(held.summary).toMatch(/🔒 The service held-target .* is on hold\. .*slow/);
    });

    test('is in a freeze', async () => {
      await fixture.release('frozen-target', [A]);
      const annotations = fixture.doc('frozen-target').annotations as Record<string, string>;
      annotations['actions.orchestra.dev/freeze'] = 'daily 00:00 - 00:00: moving house';
      const frozen = await refused(
        { commit: B, 'target-services': `${DEFAULTS.region}/frozen-target` },
        /Deploys are frozen .*: moving house\. Nothing was copied or changed/,
      );
      expect(frozen.summary).toContain('📅 On the service frozen-target');
    });
  });

  test('is refused where the image is gone', async () => {
    const digest = `sha256:${'9'.repeat(64)}`;
    const result = await promote({
      task: 'fetch',
      services: list('good'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(/server@sha256:9{64} does not exist any more\. Nothing was deployed/);
  });

  test('is the release of a site, file by file', async () => {
    fixture.emulator.seed.bucket('fetched-site');
    await publish('fetched-site', A, '<p>fetched');
    const folder = join(fixture.workspace, 'fetched');
    const result = await promote({
      task: 'fetch',
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=fetched-site',
      releases: JSON.stringify({ shop: A }),
      'image-repository': repository,
      folder,
    });
    expect(result.exitCode, said(result)).toBe(0);
    expect(readFileSync(join(folder, 'shop/index.html'), 'utf8')).toBe('<p>fetched');
    expect(readdirSync(join(folder, 'shop'))).toEqual(['index.html']);
  });

  test('is no site that was built with the URL of a service of the source', async () => {
    await fixture.release('api-of-site', [A]);
    const url = fixture.doc('api-of-site').uri ?? '';
    fixture.emulator.seed.bucket('bound-site');
    await publish('bound-site', A, `<script>fetch("${url}/projects")</script>`);
    const result = await promote({
      task: 'fetch',
      services: list('api-of-site'),
      digests: JSON.stringify({ s0: (await fixture.image('one')).split('@')[1] }),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=bound-site',
      releases: JSON.stringify({ shop: A }),
      'image-repository': target(),
      folder: join(fixture.workspace, 'bound'),
    });
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/site shop was built for the source .*index\.html names api-of-site/);
    expect(result.log).not.toContain('was copied');
  });

  test('is refused where a file was changed since', async () => {
    fixture.emulator.seed.bucket('changed-site');
    await publish('changed-site', A, '<p>before');
    const objects = fixture.emulator.storage.store.bucket('changed-site').objects;
    for (const name of [...objects.keys()]) if (/files\//.test(name)) objects.delete(name);
    const result = await promote({
      task: 'fetch',
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=changed-site',
      releases: JSON.stringify({ shop: A }),
      'image-repository': repository,
      folder: join(fixture.workspace, 'changed'),
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(/is not complete: index\.html is gone\. Nothing was changed/);
  });
});
