/** Rollbacks, pruning and dry runs of a site, through the bundle. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, createFixture, dashboard, errors, type Fixture, logOf } from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** Write calls to storage, as `METHOD object`. */
function writes(): string[] {
  return fixture.emulator.core.calls.list
    .filter(({ api, method }) => api === 'storage' && method !== 'GET')
    .map(({ method, path, query }) => {
      const sent = new URLSearchParams(query).get('name');
      return `${method} ${sent ?? decodeURIComponent(path.split('/o/').pop() ?? '')}`;
    });
}

describe('a rollback', () => {
  test('brings back the release before, holds the site, and the hold is released on request', async () => {
    const site = fixture.site('rollback-site');
    await site.publish('a', dashboard(1, { 'only-one.html': 'x' }));
    await site.publish('b', dashboard(2, { 'only-two.html': 'y' }));
    fixture.emulator.core.calls.clear();
    const back = await site.run('c', { 'rollback-to': 'previous', reason: 'broken login' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(writes().filter((write) => write === 'POST .releases/state.json')).toHaveLength(2);
    expect(back.outputs).toMatchObject({ release: commit('a'), 'previous-release': commit('b') });
    const onHold = /🔒 The site gs\S+ is on hold\. It stays at release a{40} since .* by octocat .*broken login\.$/m;
    expect(back.summary).toMatch(onHold);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect(site.names()).toContain('only-one.html');
    expect(site.names()).not.toContain('only-two.html');

    const refused = await site.publish('d', dashboard(3));
    expect(refused.exitCode).toBe(1);
    expect(errors(refused)).toMatch(/on hold at release a{40} since .* by octocat .*broken login.*release-hold: true/);
    expect(refused.summary).toMatch(onHold);
    expect((await site.get('/index.html')).body).toContain('v1');

    const unbuilt = await site.publish('d', dashboard(3), { 'build-command': 'touch built' });
    expect(errors(unbuilt)).toMatch(/on hold at release/);
    expect(existsSync(join(fixture.workspace, 'built'))).toBe(false);

    const released = await site.publish('d', dashboard(3), { 'release-hold': 'true' });
    expect(released.exitCode, logOf(released)).toBe(0);
    expect(released.summary).not.toContain('🔒');
    expect((await site.get('/index.html')).body).toContain('v3');
    expect(await site.state()).not.toHaveProperty('hold');

    // The withdrawn release served before the fix, but is not a target.
    const before = await site.run('e', { 'rollback-to': 'previous', reason: 'the fix is broken, too' });
    expect(before.outputs).toMatchObject({ release: commit('a'), 'previous-release': commit('d') });
    expect((await site.get('/index.html')).body).toContain('v1');
    const forward = await site.publish('f', dashboard(4), { 'release-hold': 'true', reason: 'fixed' });
    expect(forward.summary).toMatch(
      /Released hold: at release a{40} .*Reason: the fix is broken, too. Released: fixed/,
    );
  });

  test('to a release by name, twice the same, and the hold ended without publishing', async () => {
    const site = fixture.site('named-site');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    await site.publish('c', dashboard(3));
    for (let i = 0; i < 2; i++) {
      const back = await site.run('d', { 'rollback-to': commit('a').slice(0, 12) });
      expect(back.exitCode, logOf(back)).toBe(0);
      expect((await site.get('/index.html')).body).toContain('v1');
    }
    const ended = await site.run('e', { 'release-hold': 'true' });
    expect(ended.exitCode, logOf(ended)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect((await site.publish('f', dashboard(2))).exitCode).toBe(0);
  });

  test('is refused to what was pruned, half uploaded or never there; nothing changes', async () => {
    const site = fixture.site('refused-site');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    fixture.emulator.storage.store.remove(site.object('assets/chunk-Zy9xWv01.js') as never);
    fixture.emulator.core.faults.add({ api: 'storage', path: '^/upload/.*assets', status: 403, times: -1 });
    expect((await site.publish('e', dashboard(5))).exitCode).toBe(1);
    fixture.emulator.core.faults.clear();
    const unfinished = await site.run('c', { 'rollback-to': commit('e') });
    expect(errors(unfinished)).toMatch(
      /Release e{40} cannot be rolled back to: it was never completely published here/,
    );
    const before = site.names();
    const half = await site.run('c', { 'rollback-to': commit('a') });
    expect(errors(half)).toMatch(
      /cannot be rolled back to: 1 of its 5 files are missing or changed, for instance assets\/chunk-Zy9xWv01.js/,
    );
    const never = await site.run('c', { 'rollback-to': commit('f') });
    expect(errors(never)).toMatch(
      /was never completely published here, or was pruned. Kept releases, newest first: b{40}, a{40}/,
    );
    const none = await fixture.site('empty-site').run('c', { 'rollback-to': 'previous' });
    expect(errors(none)).toMatch(/nothing was published here yet/);
    expect(site.names()).toEqual(before);
    expect(await site.state()).not.toHaveProperty('hold');
  });
});

describe('pruning', () => {
  test('goes by days, too, and never leaves the prefix', async () => {
    const site = fixture.site('pruned-prefix');
    const rules = { prefix: 'app', 'keep-releases': '1', 'keep-days': '30' };
    await site.publish('a', dashboard(1), { ...rules, prefix: 'admin' });
    for (const [i, letter] of ['a', 'b', 'c'].entries()) await site.publish(letter, dashboard(i + 1), rules);
    const young = site.names();
    expect(young.filter((name) => name.startsWith('app/assets/'))).toHaveLength(6);
    // Dates the first release before that.
    const name = 'app/.releases/state.json';
    const state = (await fixture.emulator.storage.read(site.bucket, name))?.toString() ?? '';
    const old = new Date(Date.now() - 31 * 86_400_000).toISOString();
    await fixture.emulator.storage.put(site.bucket, name, state.replace(/"at": "[^"]*"/, `"at": "${old}"`));
    const pruned = await site.publish('d', dashboard(4), rules);
    expect(pruned.summary).toContain(`Pruned releases | \`${commit('a')}\` |`);
    const gone = young.filter((one) => !site.names().includes(one));
    expect(gone.length).toBeGreaterThan(3);
    expect(gone.filter((one) => !/^app\/(assets\/.*01\.js$|\.releases\/a+\/)/.test(one))).toEqual([]);
  });

  test('deletes what only old releases need, bounded, and spares the rest', async () => {
    const site = fixture.site('pruned-site');
    const rules = { 'keep-releases': '2', 'keep-days': '0' };
    for (const [i, letter] of ['a', 'b', 'c'].entries())
      expect((await site.publish(letter, dashboard(i + 1), { ...rules, 'max-delete': '0' })).exitCode).toBe(0);
    await fixture.emulator.storage.put('pruned-site', 'assets/foreign.js', 'theirs');
    const bounded = await site.publish('c', dashboard(3), { ...rules, 'max-delete': '2' });
    expect(bounded.outputs.deleted).toBe('2');
    expect(bounded.notices.map(({ message }) => message).join()).toMatch(
      /3 more objects of old releases are left for the next run/,
    );
    const rest = await site.publish('c', dashboard(3), rules);
    expect(rest.outputs.deleted).toBe('3');
    expect(rest.summary).toContain(`Pruned releases | \`${commit('a')}\``);
    expect(site.names().filter((name) => name.includes('01.js') || name.includes(`${commit('a')}/manifest`))).toEqual(
      [],
    );
    expect(await site.live()).toEqual({ ...dashboard(2), ...dashboard(3), 'assets/foreign.js': 'theirs' });
    expect(await site.broken()).toEqual([]);
    const back = await site.run('d', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(await site.broken()).toEqual([]);
  });

  test('keeps what another user has written under a name that the site no longer has', async () => {
    const site = fixture.site('pruned-foreign');
    const rules = { 'keep-releases': '1', 'keep-days': '0', 'max-delete': '0' };
    await site.publish('a', dashboard(1, { 'config.json': '1', 'own.json': '1' }), rules);
    await site.publish('b', dashboard(2), rules);
    await site.publish('c', dashboard(3), rules);
    await fixture.emulator.storage.put('pruned-foreign', 'config.json', 'theirs');
    const pruned = await site.publish('d', dashboard(4), { ...rules, 'max-delete': '1000' });
    expect(pruned.summary).toContain(`Pruned releases | \`${commit('a')}\``);
    expect((await site.live())['config.json']).toBe('theirs');
    expect(site.names()).not.toContain('own.json');
    expect(pruned.warnings.map(({ message }) => message).join()).toMatch(
      /1 objects have names of pruned releases.* for instance config.json/,
    );
    const gone = await site.run('e', { 'rollback-to': commit('a') });
    expect(errors(gone)).toMatch(
      /Release a{40} cannot be rolled back to: .* was pruned. Kept releases, newest first: d/,
    );
  });
});

describe('a dry run', () => {
  test('prints the plan and changes nothing', async () => {
    const site = fixture.site('dry-site');
    await site.publish('a', dashboard(1, { 'old.html': '' }));
    fixture.emulator.core.calls.clear();
    const rules = { 'dry-run': 'true', 'keep-releases': '1', 'keep-days': '0' };
    const publish = await site.publish('b', dashboard(2), rules);
    expect(publish.exitCode, logOf(publish)).toBe(0);
    expect(publish.log).toMatch(/Dry run: would publish release b{40} and change 5 files/);
    expect(publish.log).toContain('+ assets/index-Ab3dEf02.js');
    expect(publish.log).toContain('- old.html');
    expect(publish.summary).not.toContain('Pruned releases');
    expect(JSON.parse(publish.outputs.invalidated ?? '')).toEqual(PAGES);
    expect(writes()).toEqual([]);
    const real = await site.publish('b', dashboard(2));
    expect(JSON.parse(real.outputs.invalidated ?? '')).toEqual(PAGES);
    const prunes = await site.publish('c', dashboard(3), rules);
    expect(prunes.summary).toContain(`Pruned releases | \`${commit('a')}\``);
    fixture.emulator.core.calls.clear();
    const rollback = await site.run('c', { 'rollback-to': 'previous', 'dry-run': 'true' });
    expect(rollback.log).toMatch(/Dry run: would roll back to release a{40}/);
    expect(JSON.parse(rollback.outputs.invalidated ?? '')).toEqual(PAGES);
    expect(writes()).toEqual([]);
    expect(fixture.emulator.core.calls.list.some(({ path }) => path.includes('invalidateCache'))).toBe(false);
  });
});

const PAGES = ['/', '/help/', '/help/index.html', '/index.html', '/old.html'];
