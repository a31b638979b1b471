/** A frontend that waits for the canary of its services: staged at the start, switched once the canary is promoted, else dropped. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  commit,
  createFixture,
  dashboard,
  errors,
  type Fixture,
  logOf,
  type Site,
} from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** A service of this name, and its site with release A live and B staged, as the step's summary shows. */
async function staged(name: string, inputs: Record<string, string> = {}): Promise<Site> {
  const site = fixture.site(name);
  await site.publish('a', dashboard(1), inputs);
  await fixture.canary(name, 'b', 'undecided');
  const result = await site.publish('b', dashboard(2), { ...of(name), ...inputs });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(result.summary).toContain('commit bbbbbbbbbbbb has been staged since');
  expect(await version(site)).toBe('v1');
  return site;
}

const of = (name: string) => ({ services: `us-central1/${name}`, 'on-canary': 'stage' });
const version = async (site: Site) => /v\d/.exec((await site.get('/index.html')).body)?.[0];
const finishStaged = (site: Site, inputs: Record<string, string> = {}) =>
  site.run('d', { 'switch-staged': 'true', ...inputs });

async function good(work: ReturnType<Site['run']>) {
  const result = await work;
  expect(result.exitCode, logOf(result)).toBe(0);
  return result;
}

describe('a release for a canary', () => {
  test('is stored and not visible, goes live once the canary has all traffic, and can be rolled back', async () => {
    const site = await staged('promoted');
    expect(await site.state()).toMatchObject({
      current: commit('a'),
      published: [{ release: commit('a') }],
      staged: {
        release: commit('b'),
        commit: commit('b'),
        canary: {
          release: `release-${commit('b')}`,
          lead: 'projects/orchestra-dev/locations/us-central1/services/promoted',
        },
      },
    });
    const waits = await good(finishStaged(site));
    expect(waits.summary).toContain('is staged: it goes live once the canary of bbbbbbbbbbbb has all traffic.');
    const since =
      /⏸️ On the site gs\S+promoted\/: commit bbbbbbbbbbbb has been staged since \d{4}-\S+ \S+ UTC \(https\S+\)\. It goes live once its canary on the service promoted in us-central1 of orchestra-dev has all traffic\./;
    expect(waits.summary).toMatch(since);
    const planned = await good(site.publish('b', dashboard(2), { ...of('promoted'), 'dry-run': 'true' }));
    expect(planned.log).toMatch(/commit b{12} has been staged since .* Another publish replaces it\./);
    expect(planned.summary).toMatch(since);
    expect(JSON.parse(waits.outputs.sites ?? '')).toMatchObject([{ status: 'staged', release: commit('a') }]);
    await fixture.canary('promoted', 'b', 'promoted');
    const dryRun = await good(finishStaged(site, { 'dry-run': 'true' }));
    expect(dryRun.log).toContain(`Dry run: would publish release ${commit('b')}`);
    expect(await version(site)).toBe('v1');
    const switched = await good(finishStaged(site));
    expect(switched.outputs).toMatchObject({ release: commit('b'), 'previous-release': commit('a') });
    expect(JSON.parse(switched.outputs.invalidated ?? '[]')).toContain('/index.html');
    expect(await version(site)).toBe('v2');
    expect(await site.broken()).toEqual([]);
    // The record names the staged commit, not the commit of the run that switched.
    expect(await site.state()).toMatchObject({ current: commit('b'), published: [{}, { commit: commit('b') }] });
    expect(await site.state()).not.toHaveProperty('staged');
    expect(switched.summary).not.toContain('is staged');
    expect((await good(finishStaged(site))).log).toContain('Nothing is staged.');
    await good(site.run('d', { 'rollback-to': 'previous' }));
    expect(await version(site)).toBe('v1');
  });

  test('is dropped once the canary is restored', async () => {
    const site = await staged('restored');
    await fixture.canary('restored', 'b', 'restored');
    const dropped = await good(finishStaged(site));
    expect(dropped.summary).toContain('is no longer staged: the canary of bbbbbbbbbbbb was restored.');
    expect(JSON.parse(dropped.outputs.sites ?? '')).toMatchObject([{ status: 'dropped', release: commit('a') }]);
    expect(await site.state()).not.toHaveProperty('staged');
    expect(await version(site)).toBe('v1');
    // Its assets stay in the bucket, so its next publish uploads only pages.
    const again = await good(site.publish('b', dashboard(2)));
    expect(await version(site)).toBe('v2');
    expect(again.outputs.bytes).toBe('0');
  });

  test('of a first publish leaves the site as it is, and goes live', async () => {
    const site = fixture.site('first');
    await fixture.canary('first', 'a', 'undecided');
    await good(site.publish('a', dashboard(1), of('first')));
    expect((await site.get('/index.html')).status).toBe(404);
    expect(await site.state()).not.toHaveProperty('unfinished');
    await fixture.canary('first', 'a', 'promoted');
    await good(finishStaged(site));
    expect(await version(site)).toBe('v1');
  });

  test('is published by a re-run of its job once the canary has all traffic', async () => {
    const site = await staged('rerun');
    await fixture.canary('rerun', 'b', 'promoted');
    await good(site.publish('b', dashboard(2), of('rerun')));
    expect(await version(site)).toBe('v2');
    expect(await site.state()).not.toHaveProperty('staged');
  });

  test('makes way for the next one, and goes live before if its canary has all traffic', async () => {
    const site = await staged('next');
    await fixture.canary('next', 'b', 'promoted');
    // The next canary starts, and the record of the previous one stays.
    const { annotations: before = {} } = serviceOf('next');
    await fixture.canary('next', 'c', 'undecided');
    serviceOf('next').annotations = {
      ...serviceOf('next').annotations,
      'actions.orchestra.dev/releases': before['actions.orchestra.dev/releases'] ?? '',
    };
    await good(site.publish('c', dashboard(3), of('next')));
    expect(await version(site)).toBe('v2');
    expect(await site.state()).toMatchObject({ current: commit('b'), staged: { release: commit('c') } });
  });

  test('is not staged for the canary of another commit: it is refused, or with stage-only left alone', async () => {
    const site = await staged('other');
    expect(errors(await site.publish('c', dashboard(3), of('other')))).toMatch(/canary of b{12} .* is undecided/);
    const skipped = await good(site.publish('c', dashboard(3), { ...of('other'), 'on-canary': 'stage-only' }));
    expect(JSON.parse(skipped.outputs.sites ?? '')).toMatchObject([{ status: 'not-started' }]);
    expect(await site.state()).toMatchObject({ staged: { release: commit('b') } });
    // A re-run of the canary's commit.
    await good(site.publish('b', dashboard(2), { ...of('other'), 'on-canary': 'stage-only' }));
    expect(await version(site)).toBe('v1');
  });

  test('that was live before with other files waits for a re-run', async () => {
    const site = await staged('replaced');
    await fixture.canary('replaced', 'b', 'promoted');
    await good(finishStaged(site));
    await fixture.canary('replaced', 'b', 'undecided');
    const kept = await good(site.publish('b', dashboard(3), of('replaced')));
    expect(kept.log).toContain('was already published with other files');
    expect(await version(site)).toBe('v2');
    expect(await site.state()).not.toHaveProperty('staged');
  });
});

describe('what is staged', () => {
  test('is dropped by a rollback, which leaves the site on the release of the old services', async () => {
    const site = await staged('held');
    await good(site.run('d', { 'rollback-to': 'previous', reason: 'slow' }));
    expect(await version(site)).toBe('v1');
    expect(await site.state()).toMatchObject({ current: commit('a'), hold: { release: commit('a'), reason: 'slow' } });
    await fixture.canary('held', 'b', 'promoted');
    expect((await good(finishStaged(site))).log).toContain('Nothing is staged.');
    expect(await version(site)).toBe('v1');
  });

  test('does not hold up a rollback once its canary was restored', async () => {
    const site = fixture.site('late');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    await fixture.canary('late', 'c', 'undecided');
    await good(site.publish('c', dashboard(3), of('late')));
    await fixture.canary('late', 'c', 'restored');
    await good(site.run('d', { 'rollback-to': 'previous' }));
    expect(await version(site)).toBe('v1');
  });

  test('waits while a service is frozen, without a failure', async () => {
    const site = await staged('frozen');
    await fixture.canary('frozen', 'b', 'promoted');
    const freeze = 'daily 00:00 - 23:59: inventory\ndaily 23:59 - 00:00: inventory';
    const waits = await good(finishStaged(site, { freeze }));
    expect(waits.summary).toMatch(/stays staged, although the canary of b{12} has all traffic\..*inventory/);
    expect(await version(site)).toBe('v1');
    await good(finishStaged(site));
    expect(await version(site)).toBe('v2');
  });

  test('is replaced by the publish of another release, which says so', async () => {
    const site = await staged('hotfix');
    const hotfix = await good(site.publish('c', dashboard(3)));
    expect(hotfix.notices.map(({ message }) => message).join()).toMatch(/Release b{40}, staged .* is no longer staged/);
    await fixture.canary('hotfix', 'b', 'promoted');
    await good(finishStaged(site));
    expect(await version(site)).toBe('v3');
  });

  test('in a folder of its own goes live by the route', async () => {
    const site = await staged('route', { atomic: 'true' });
    await fixture.canary('route', 'b', 'promoted');
    await good(finishStaged(site));
    expect(await version(site)).toBe('v2');
  });

  test('that went live before all caches were invalidated is finished by the next run', async () => {
    const site = await staged('caches');
    await fixture.canary('caches', 'b', 'promoted');
    fixture.emulator.core.access.deny('compute.urlMaps.invalidateCache');
    const stopped = await finishStaged(site);
    fixture.emulator.core.access.allow('compute.urlMaps.invalidateCache');
    expect(errors(stopped)).toContain('compute.urlMaps.invalidateCache');
    expect(await version(site)).toBe('v2');
    const again = await good(finishStaged(site));
    expect(JSON.parse(again.outputs.invalidated ?? '[]')).toContain('/index.html');
    expect(await site.state()).not.toHaveProperty('unfinished');
    expect(await site.state()).toMatchObject({ published: [{ release: commit('a') }, { release: commit('b') }] });
    expect((await good(finishStaged(site))).log).toContain('Nothing is staged.');
  });

  test('is not needed to finish a switch that stopped between two builds of one release: the newer goes live, with its commit', async () => {
    const site = fixture.site('rebuilt');
    const named = { release: 'v1' };
    await site.publish('a', dashboard(1), named);
    fixture.emulator.core.faults.add({
      api: 'storage',
      method: 'POST',
      path: 'rewriteTo.*index.html',
      status: 403,
      times: 99,
    });
    const stopped = await site.publish('b', dashboard(2), named);
    fixture.emulator.core.faults.clear();
    expect(stopped.exitCode).toBe(1);
    await good(finishStaged(site));
    expect(await version(site)).toBe('v2');
    expect(await site.state()).toMatchObject({ published: [{ release: 'v1', commit: commit('b') }] });
  });

  test('is not switched to without its files', async () => {
    const site = await staged('gone');
    await fixture.canary('gone', 'b', 'promoted');
    fixture.emulator.storage.store.bucket('gone').objects.delete('assets/chunk-Zy9xWv02.js');
    expect(errors(await finishStaged(site))).toMatch(/Release b{40} cannot go live: 1 of its 5 files are missing/);
    expect(await version(site)).toBe('v1');
  });

  test('has inputs that exclude those of a publish', async () => {
    const site = fixture.site('inputs');
    const wrong = await finishStaged(site, { path: 'dist', 'on-canary': 'never' });
    expect(errors(wrong)).toMatch(/switch-staged.*is not allowed with path/s);
    expect(errors(await finishStaged(site, { 'keep-releases': '3' }))).toMatch(
      /keep-releases.*not allowed with switch-staged/,
    );
  });
});

const serviceOf = (name: string) => {
  const full = `projects/orchestra-dev/locations/us-central1/services/${name}`;
  return fixture.emulator.run.services.get(full)?.doc as { annotations?: Record<string, string> };
};
