/** Images and sites are copied from a source to its target, through the bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createPromotionFixture, listOf, type PromotionFixture } from './promotion.fixture.ts';

let fixture: PromotionFixture;
beforeAll(async () => {
  fixture = await createPromotionFixture();
  await fixture.release('good', [A, B]);
  fixture.emulator.seed.bucket('good-site');
  await fixture.publish('good-site', B, '<p>b');
});
afterAll(() => fixture.stop());

describe('what is fetched', () => {
  const target = () => fixture.repository.replace(/[^/]+$/, 'live');

  test('is the image by its digest, with what stands beside it, once', async () => {
    const image = await fixture.image('copied');
    const digest = image.split('@')[1] ?? '';
    const inputs = {
      task: 'fetch',
      services: listOf('good'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    };
    const first = await fixture.promote(inputs);
    expect(first.exitCode, logOf(first)).toBe(0);
    expect(first.log).toContain(`${target()}/server@${digest} was copied`);
    const again = await fixture.promote(inputs);
    expect(again.log).toContain(`${target()}/server@${digest} is there already`);
    const response = await fetch(`http://${target().replace('/', '/v2/')}/server/manifests/${digest}`, {
      headers: { authorization: `Bearer ${fixture.emulator.token()}` },
    });
    expect(response.status).toBe(200);
  });

  test('is copied layer by layer from another registry', async () => {
    const digest = (await fixture.image('from elsewhere')).split('@')[1] ?? '';
    const result = await fixture.promote({
      task: 'fetch',
      services: listOf('good'),
      'from-image-repository': fixture.repository.replace('127.0.0.1', 'localhost'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.log).toContain(`${target()}/server@${digest} was copied`);
  });

  test('is nothing while the source is on hold, which may have been set after the plan', async () => {
    await fixture.release('held-late', [A, B]);
    const digest = (await fixture.image('two')).split('@')[1] ?? '';
    const inputs = {
      task: 'fetch',
      services: listOf('held-late'),
      'image-repository': target(),
      digests: JSON.stringify({ s0: digest }),
    };
    const rollback = await fixture.deploy(B, { service: 'held-late', 'rollback-to': 'previous', reason: 'slow' });
    expect(rollback.exitCode, logOf(rollback)).toBe(0);
    const writes = () => fixture.emulator.core.calls.list.filter(({ method }) => method === 'PUT').length;
    const before = writes();
    const result = await fixture.promote(inputs);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(
      /Nothing was promoted or changed\. The service held-late .* is on hold: .*slow/,
    );
    expect(writes()).toBe(before);
  });

  test('is nothing where the source rolled back from the commit since the plan, though the hold was released', async () => {
    await fixture.release('undone-late', [A, B]);
    const rollback = await fixture.deploy(B, { service: 'undone-late', 'rollback-to': 'previous', reason: 'slow' });
    expect(rollback.exitCode, logOf(rollback)).toBe(0);
    const release = await fixture.deploy(A, { service: 'undone-late', 'release-hold': 'true' });
    expect(release.exitCode, logOf(release)).toBe(0);
    const digests = JSON.stringify({ s0: (await fixture.image('two')).split('@')[1] });
    const inputs = { task: 'fetch', services: listOf('undone-late'), 'image-repository': target(), digests, commit: B };
    const result = await fixture.promote(inputs);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(
      /Nothing was promoted or changed\. The service undone-late .* was rolled back from commit b{12}/,
    );
  });

  describe('is nothing where the target', () => {
    const image = async () => JSON.stringify({ s0: (await fixture.image('of the target')).split('@')[1] });
    const pushes = () => fixture.emulator.core.calls.list.filter(({ method }) => method === 'PUT').length;
    const refused = async (inputs: Record<string, string>, message: RegExp) => {
      const digests = await image();
      const before = pushes();
      const result = await fixture.promote(
        {
          task: 'fetch',
          services: listOf('good'),
          'image-repository': target(),
          project: DEFAULTS.project,
          digests,
          ...inputs,
        },
        C,
      );
      expect(result.exitCode, logOf(result)).toBe(1);
      expect(result.errors[0]?.message).toMatch(message);
      expect(pushes()).toBe(before);
      return result;
    };

    test('serves a newer commit', async () => {
      await fixture.release('newer-target', [A, B]);
      await refused(
        { commit: A, 'target-services': `${DEFAULTS.region}/newer-target` },
        /Commit a{12} is older than b{12}, which is already live\. Nothing was changed\. .*rollback workflow at the target/,
      );
    });

    test('serves a newer commit whose image did not change', async () => {
      await fixture.release('same-image', [A]);
      const again = await fixture.deploy(B, { service: 'same-image', image: await fixture.image('one') });
      expect(again.exitCode, logOf(again)).toBe(0);
      await refused(
        { commit: A, 'target-services': `${DEFAULTS.region}/same-image` },
        /Commit a{12} is older than b{12}, which is already live/,
      );
    });

    test('has a newer site', async () => {
      fixture.emulator.seed.bucket('newer-site');
      await fixture.publish('newer-site', B, '<p>newer');
      await refused(
        {
          commit: A,
          frontends: '[{"name": "shop", "path": "dist", "bucket": "newer-site"}]',
          'from-sites': 'shop=good-site',
          releases: '{"s0": "x"}',
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

  test.each([
    ['', target],
    [', even where both have one repository', () => fixture.repository],
  ])('is refused where the image is gone%s', async (_, repository) => {
    const digest = `sha256:${'9'.repeat(64)}`;
    const result = await fixture.promote({
      task: 'fetch',
      services: listOf('good'),
      'image-repository': repository(),
      digests: JSON.stringify({ s0: digest }),
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(/server@sha256:9{64} no longer exists\. Nothing was deployed/);
  });

  test('is the release of a site, file by file', async () => {
    fixture.emulator.seed.bucket('fetched-site');
    await fixture.publish('fetched-site', A, '<p>fetched');
    const folder = join(fixture.workspace, 'fetched');
    const result = await fixture.promote({
      task: 'fetch',
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=fetched-site',
      releases: JSON.stringify({ s0: A }),
      'image-repository': fixture.repository,
      folder,
    });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(readFileSync(join(folder, 'shop/index.html'), 'utf8')).toBe('<p>fetched');
    expect(readdirSync(join(folder, 'shop'))).toEqual(['index.html']);
  });

  test('is no site that was built with the URL of a service of the source', async () => {
    await fixture.release('api-of-site', [A]);
    const url = fixture.doc('api-of-site').uri ?? '';
    fixture.emulator.seed.bucket('bound-site');
    await fixture.publish('bound-site', A, `<script>fetch("${url}/projects")</script>`);
    const result = await fixture.promote({
      task: 'fetch',
      services: listOf('api-of-site'),
      digests: JSON.stringify({ s0: (await fixture.image('one')).split('@')[1] }),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=bound-site',
      releases: JSON.stringify({ s0: A }),
      'image-repository': target(),
      folder: join(fixture.workspace, 'bound'),
    });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(/site shop was built for the source .*index\.html names api-of-site/);
    expect(result.log).not.toContain('was copied');
  });

  test('is refused where a file was changed since', async () => {
    fixture.emulator.seed.bucket('changed-site');
    await fixture.publish('changed-site', A, '<p>before');
    const objects = fixture.emulator.storage.store.bucket('changed-site').objects;
    for (const name of [...objects.keys()]) if (/files\//.test(name)) objects.delete(name);
    const result = await fixture.promote({
      task: 'fetch',
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=changed-site',
      releases: JSON.stringify({ s0: A }),
      'image-repository': fixture.repository,
      folder: join(fixture.workspace, 'changed'),
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(/is not complete: index\.html is gone\. Nothing was changed/);
  });
});
