/** An older run that finishes last must not replace a newer release: which commits may replace which. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commit, createFixture, dashboard, errors, type Fixture, logOf } from './publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());
beforeEach(() => {
  fixture.emulator.core.faults.clear();
  fixture.emulator.core.calls.clear();
});

/** Calls that change something or start a build. */
const writes = () =>
  fixture.emulator.core.calls.list.filter(
    ({ api, method }) => ['storage', 'compute'].includes(api) && method !== 'GET',
  );
const warned = (result: { warnings: readonly { message: string }[] }) =>
  result.warnings.map(({ message }) => message).join('\n');

describe('a commit that is older than the live one', () => {
  test('is refused before the build, and nothing is changed; force publishes it', async () => {
    const site = fixture.site('older');
    expect((await site.publish('b', dashboard(2))).exitCode).toBe(0);
    fixture.emulator.core.calls.clear();
    const older = await site.publish('a', dashboard(1), { 'build-command': 'touch built' });
    expect(older.exitCode).toBe(1);
    expect(errors(older)).toBe(
      `Commit aaaaaaaaaaaa is older than bbbbbbbbbbbb, which is already live. Nothing was changed. To go back on purpose use rollback-to, or force: true to let the older commit be published.`,
    );
    expect(existsSync(join(fixture.workspace, 'built'))).toBe(false);
    expect(writes()).toEqual([]);
    expect(await site.live()).toEqual(dashboard(2));
    const dry = await site.publish('a', dashboard(1), { 'dry-run': 'true' });
    expect(errors(dry)).toContain('is older than');

    const forced = await site.publish('a', dashboard(1), { force: 'true' });
    expect(forced.exitCode, logOf(forced)).toBe(0);
    expect(warned(forced)).toContain('It is published because force is true.');
    expect(await site.live()).toMatchObject({ 'index.html': dashboard(1)['index.html'] });
  });

  test('under a name of its own is refused, too', async () => {
    const site = fixture.site('older-named');
    await site.publish('b', dashboard(2), { release: 'two' });
    expect(errors(await site.publish('a', dashboard(1), { release: 'one' }))).toContain('is older than');
  });

  test('that was compared before a newer run published is refused under the claim', async () => {
    const site = fixture.site('overtaken');
    await site.publish('a', dashboard(1));
    site.build(dashboard(2));
    // The newer run publishes after the older one has compared the commits, right before it claims the site.
    let newer: Awaited<ReturnType<typeof site.run>> | undefined;
    const remove = fixture.emulator.core.calls.onCall(async ({ method, query }) => {
      if (method !== 'POST' || !query.includes('state.json')) return;
      remove();
      newer = await site.run('c', { path: site.bucket });
    });
    const result = await site.run('b', { path: site.bucket });
    expect(newer?.exitCode).toBe(0);
    expect(fixture.emulator.core.calls.list.filter(({ path }) => path.includes('/compare/'))).toHaveLength(3);
    expect(errors(result)).toContain('Commit bbbbbbbbbbbb is older than cccccccccccc, which is already live.');
    expect(await site.state()).toMatchObject({ current: commit('c') });
  });

  test('is refused while the switch of a newer one is unfinished', async () => {
    const site = fixture.site('older-unfinished');
    await site.publish('a', dashboard(1));
    fixture.emulator.core.faults.add({ api: 'storage', method: 'POST', path: 'rewriteTo', status: 403, times: 99 });
    expect((await site.publish('c', dashboard(3))).exitCode).toBe(1);
    fixture.emulator.core.faults.clear();
    expect(await site.state()).toMatchObject({ current: commit('a'), unfinished: { to: commit('c') } });
    expect(errors(await site.publish('b', dashboard(2)))).toContain('bbbbbbbbbbbb is older than cccccccccccc');
    expect((await site.publish('c', dashboard(3))).exitCode).toBe(0);
  });
});

describe('what is exempt', () => {
  test('a rollback, and after it a commit between the two', async () => {
    const site = fixture.site('back');
    await site.publish('a', dashboard(1));
    await site.publish('c', dashboard(3));
    const back = await site.run('c', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    const between = await site.publish('b', dashboard(2), { 'release-hold': 'true' });
    expect(between.exitCode, logOf(between)).toBe(0);
    expect(await site.live()).toMatchObject({ 'index.html': dashboard(2)['index.html'] });
  });

  test('the same commit again, without a call to GitHub', async () => {
    const site = fixture.site('again');
    await site.publish('a', dashboard(1));
    expect((await site.publish('a', dashboard(2))).exitCode).toBe(0);
    expect(fixture.emulator.core.calls.list.filter(({ api }) => api === 'github')).toEqual([]);
  });
});

describe('an unknown history', () => {
  test.each([
    ['a commit that GitHub does not know', '9', {}, /GitHub does not know both commits/],
    ['a missing token', 'b', { 'github-token': '' }, /there is no github-token/],
    ['a token with no access to commits', 'b', { 'github-token': 'no' }, /GitHub refused the github-token \(401/],
  ])('%s: published with a warning, or refused where that was requested', async (name, letter, inputs, says) => {
    const site = fixture.site(`unknown-${letter}-${Object.values(inputs).join('') || 'x'}${name.length}`);
    await site.publish('a', dashboard(1));
    fixture.emulator.core.calls.clear();
    const refused = await site.publish(letter, dashboard(2), { ...inputs, 'on-unknown-history': 'refuse' });
    expect(errors(refused)).toMatch(says);
    expect(writes()).toEqual([]);
    const result = await site.publish(letter, dashboard(2), inputs);
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(warned(result)).toMatch(says);
    expect(await site.live()).toMatchObject({ 'index.html': dashboard(2)['index.html'] });
  });

  test('a first publish needs no token', async () => {
    const result = await fixture.site('first').publish('a', dashboard(1), { 'github-token': '' });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(warned(result)).toBe('');
  });
});
