/** What a promotion finds in its source, and what it refuses, through the bundle. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, C, createPromotionFixture, listOf, type PromotionFixture } from './promotion.fixture.ts';

let fixture: PromotionFixture;
beforeAll(async () => {
  fixture = await createPromotionFixture();
});
afterAll(() => fixture.stop());

describe('the source', () => {
  test('is its commit, its images by digest and its sites by release', async () => {
    await fixture.release('good', [A, B]);
    fixture.emulator.seed.bucket('good-site');
    await fixture.publish('good-site', B, '<p>b');
    const result = await fixture.promote({
      services: listOf('good'),
      frontends:
        '[{"name": "shop", "path": "dist", "bucket": "live"}, {"name": "admin", "path": "dist", "bucket": "live-admin"}]',
      'from-sites': 'shop=good-site',
    });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs.commit).toBe(B);
    expect(JSON.parse(result.outputs.digests ?? '')).toEqual({ s0: (await fixture.image('two')).split('@')[1] });
    expect(JSON.parse(result.outputs.releases ?? '')).toEqual({ s0: B });
    expect(JSON.parse(result.outputs.rebuilt ?? '')).toEqual([1]);
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
      /service rolling .* has a rollout in progress: a deploy of b{12} by ann/,
    ],
  ])('that %s is not promoted', async (_, service, arrange, message) => {
    await arrange(service);
    const result = await fixture.promote({ services: listOf(service) });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(message);
    expect(result.errors[0]?.message).toMatch(/Nothing was promoted or changed/);
    expect(result.outputs.commit).toBeUndefined();
  });

  test('with an undecided canary gives the commit of its baseline, if requested, and never that of the canary', async () => {
    await fixture.release('canary', [A]);
    const canary = { service: 'canary', strategy: 'canary', steps: '5@1h,100', analysis: 'off' };
    const begun = await fixture.deploy(B, { ...canary, image: await fixture.image('two') });
    expect(begun.exitCode, logOf(begun)).toBe(0);
    for (const commit of [undefined, B]) {
      const refused = await fixture.promote({ services: listOf('canary'), ...(commit && { commit }) });
      expect(refused.exitCode, logOf(refused)).toBe(1);
      expect(refused.errors[0]?.message).toMatch(/service canary .* has (a rollout in progress|no recorded release)/);
    }
    const before = await fixture.promote({ services: listOf('canary'), commit: A });
    expect(before.exitCode, logOf(before)).toBe(0);
    expect(JSON.parse(before.outputs.digests ?? '')).toEqual({ s0: (await fixture.image('one')).split('@')[1] });
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    ['newer than the branch', {}, A, /commit b{12}, which is not in the history of a{12} \(refs\/heads\/main\)/],
    ['of a fork', {}, 'f'.repeat(40), /commit b{12}, which is not in the history of f{12}/],
    ['of a history that no token reads', { 'github-token': '${{ github.token }}' }, C, /Grant the job contents: read/],
  ])('that serves a commit %s is not promoted', async (_, inputs, sha, message) => {
    const result = await fixture.promote({ services: listOf('good'), ...inputs }, sha);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors[0]?.message).toMatch(message);
    expect(result.outputs.commit).toBeUndefined();
  });

  test('that serves an older commit of the branch is promoted', async () => {
    await fixture.release('behind', [A]);
    const result = await fixture.promote({ services: listOf('behind') });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.outputs.commit).toBe(A);
  });

  test('gives an earlier commit that served, by its own digest and release, and none that did not or was rolled back from', async () => {
    await fixture.release('history', [A, B]);
    fixture.emulator.seed.bucket('history-site');
    await fixture.publish('history-site', A, '<p>a');
    await fixture.publish('history-site', B, '<p>b');
    const inputs = {
      services: listOf('history'),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=history-site',
    };
    const earlier = await fixture.promote({ ...inputs, commit: A.slice(0, 8) });
    expect(earlier.exitCode, logOf(earlier)).toBe(0);
    expect(earlier.outputs.commit).toBe(A);
    expect(JSON.parse(earlier.outputs.digests ?? '')).toEqual({ s0: (await fixture.image('one')).split('@')[1] });
    expect(JSON.parse(earlier.outputs.releases ?? '')).toEqual({ s0: A });
    const never = await fixture.promote({ ...inputs, commit: C });
    expect(never.errors[0]?.message).toMatch(
      /service history .* has no recorded release of commit c{12}\. It has: b{12}, a{12}\. .*site shop .* has no recorded/,
    );
    await fixture.deploy(B, { service: 'history', 'rollback-to': 'previous', reason: 'slow' });
    const released = await fixture.deploy(B, { service: 'history', 'release-hold': 'true' });
    expect(released.exitCode, logOf(released)).toBe(0);
    const withdrawn = await fixture.promote({ services: listOf('history'), commit: B });
    expect(withdrawn.errors[0]?.message).toMatch(/service history .* was rolled back from commit b{12}: slow/);
  });

  test('that was built with the URL of a service of the source is refused before anybody approves it', async () => {
    await fixture.release('api-seen', [A]);
    fixture.emulator.seed.bucket('seen-site');
    await fixture.publish('seen-site', A, `<script>fetch("${fixture.doc('api-seen').uri}/projects")</script>`);
    const result = await fixture.promote({
      services: listOf('api-seen'),
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=seen-site',
    });
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.summary).toMatch(
      /Nothing was promoted[\s\S]*site shop was built for the source .*index\.html names api-seen/,
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
    const result = await fixture.promote({
      services: JSON.stringify(services),
      migration: '{"image": "server", "from-service": "named.yaml"}',
    });
    expect(result.errors[0]?.message).toMatch(/changed\. The job named-by-manifest-migrate .* does not exist/);
    const alone = await fixture.promote({ services: JSON.stringify(services) });
    expect(alone.exitCode, logOf(alone)).toBe(0);
    expect(alone.outputs.commit).toBe(B);
  });

  test('can have a migration job with another name', async () => {
    const migration = '{"image": "server", "job": "shop-migrate", "args": "migrate"}';
    const same = await fixture.promote({ services: listOf('good'), migration });
    expect(same.errors[0]?.message).toMatch(/job shop-migrate .* does not exist\. .*correct .*from-migration-job/);
    const other = await fixture.promote({
      services: listOf('good'),
      migration,
      'from-migration-job': 'staging-migrate',
    });
    expect(other.errors[0]?.message).toMatch(/job staging-migrate .* does not exist/);
    const unnamed = await fixture.promote({
      services: listOf('good'),
      migration: '{"image": "server", "manifest": "gone.yaml"}',
    });
    expect(unnamed.errors[0]?.message).toMatch(/from-migration-job: is required/);
  });

  test('is read in the regions of its entries, as far as it is there, unless it has one of its own', async () => {
    await fixture.release('near', [A, B]);
    await fixture.release('far', [A, B], 'europe-west1');
    const entries = (...regions: string[]) =>
      JSON.stringify([
        { name: 'server', service: 'near' },
        { name: 'worker', service: 'far', image: 'server', region: regions },
      ]);
    const usual = { region: DEFAULTS.region, 'from-region': '' };
    // The target is in more regions than the source.
    const found = await fixture.promote({ ...usual, services: entries('europe-west1', 'asia-east1') });
    expect(found.exitCode, logOf(found)).toBe(0);
    expect(found.outputs.commit).toBe(B);
    const absent = await fixture.promote({ services: entries('europe-west1') });
    expect(absent.errors[0]?.message).toMatch(/service far in us-central1 of .* does not exist\. .*from-region/);
    // A region that missed the rollback of the other one decides, too.
    await fixture.release('far', [A], 'us-central1');
    const apart = await fixture.promote({ ...usual, services: entries('europe-west1', 'us-central1') });
    expect(apart.errors[0]?.message).toMatch(
      /different commits: b{12} \(service near in us-central1 .*, service far in europe-west1 .*\); a{12} \(service far in us-central1/,
    );
  });

  test('that serves different commits is not promoted', async () => {
    await fixture.release('older', [A]);
    await fixture.release('newer', [A, B]);
    const services = JSON.stringify([
      { name: 'server', service: 'newer' },
      { name: 'worker', service: 'older', image: 'server' },
    ]);
    const result = await fixture.promote({ services });
    expect(result.errors[0]?.message).toMatch(/different commits: b{12} \(service newer .*\); a{12} \(service older/);
  });

  test('of a site alone needs neither a region nor a repository', async () => {
    fixture.emulator.seed.bucket('alone-site');
    await fixture.publish('alone-site', B, '<p>b');
    const nothing = { 'from-region': '', 'from-image-repository': '' };
    const alone = {
      ...nothing,
      frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]',
      'from-sites': 'shop=alone-site',
    };
    const found = await fixture.promote(alone);
    expect(found.exitCode, logOf(found)).toBe(0);
    expect(found.outputs.commit).toBe(B);
    const service = await fixture.promote({ ...alone, services: listOf('good') });
    expect(service.errors.map(({ message }) => message).join('\n')).toMatch(
      /region: is missing, and nothing says where server is\.[\s\S]*from-image-repository: is missing, but the call promotes images: server\./,
    );
  });

  test('that nothing of the lists names is not promoted: its commit is unknown', async () => {
    const result = await fixture.promote({ frontends: '[{"name": "shop", "path": "dist", "bucket": "live"}]' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toMatch(
      /No service, and no site in from-sites, says which commit the source serves\./,
    );
    expect(result.outputs.commit).toBeUndefined();
  });

  test('all bad inputs are reported together', async () => {
    const result = await fixture.promote({
      services: listOf('good'),
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
