/** Two concurrent steps on one site, through the bundle: two publishes, and a rollback during a publish. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  commit,
  createFixture,
  dashboard,
  errors,
  type Fixture,
  logOf,
  type Site,
} from '../publish-frontend.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

/** Holds the first matching call to the site until it is released; reports when it arrived. */
function gate(site: Site, matches: (call: { method: string; path: string; query: string }) => boolean) {
  let open = () => {};
  let came = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    came = resolve;
  });
  const remove = fixture.emulator.core.calls.onCall(async (call) => {
    if (!call.path.includes(site.bucket) || !matches(call)) return;
    remove();
    came();
    await opened;
  });
  return { open, reached };
}

const sends = (name: string) => (call: { query: string }) => new URLSearchParams(call.query).get('name') === name;
const copies = (name: string) => (call: { path: string }) =>
  call.path.endsWith(`/rewriteTo/b/${site.bucket}/o/${encodeURIComponent(name)}`);
let site: Site;

describe('a second publisher', () => {
  test('waits for the first and then publishes on top of it', async () => {
    site = fixture.site('two-publishers');
    await site.publish('a', dashboard(1));
    const { open, reached } = gate(site, copies('index.html'));
    const first = site.publish('b', dashboard(2));
    await reached;
    site.build(dashboard(3));
    const second = site.run('c', { path: site.bucket });
    await waiting(second);
    open();
    const [one, two] = await Promise.all([first, second]);
    expect([one.exitCode, two.exitCode], logOf(one) + logOf(two)).toEqual([0, 0]);
    expect(two.log).toMatch(/Waiting for another run on this site: .* \(switch\)/);
    expect(await site.state()).toMatchObject({ current: commit('c') });
    expect(await site.broken()).toEqual([]);
  });

  test('takes over from one that stands still; when that one wakes, its last write is refused', {
    timeout: 120_000,
  }, async () => {
    site = fixture.site('stands-still');
    await site.publish('a', dashboard(1, { 'old/index.html': '<p>old' }));
    // A page that one release removes and the next one restores unchanged: only its generation differs.
    const late = gate(site, ({ method, path }) => method === 'DELETE' && path.includes('old'));
    let sleeper: ChildProcess | undefined;
    site.build(dashboard(2));
    const first = site.run(
      'b',
      { path: site.bucket },
      {
        onStart: (child) => {
          sleeper = child;
        },
      },
    );
    await late.reached;
    sleeper?.kill('SIGSTOP');
    const second = await site.publish('c', dashboard(3, { 'old/index.html': '<p>old' }));
    expect(second.exitCode, logOf(second)).toBe(0);
    expect(second.warnings.map(({ message }) => message).join()).toMatch(
      /stopped before it finished on this site. This run takes over/,
    );
    late.open();
    sleeper?.kill('SIGCONT');
    const woken = await first;
    expect(woken.exitCode, logOf(woken)).toBe(1);
    expect(errors(woken)).toMatch(/changed by another run or user|took over|could not be renewed/);
    expect(await site.live()).toMatchObject(dashboard(3, { 'old/index.html': '<p>old' }));
    expect(await site.state()).toMatchObject({ current: commit('c') });
  });

  test('lists a bucket in which a cancelled one creates a page afterwards: the page loads until it is removed', async () => {
    site = fixture.site('late-page');
    const rules = { 'keep-releases': '1', 'keep-days': '0' };
    const page = '<script src="/assets/extra-Ab3dEf02.js">';
    await site.publish('a', dashboard(1));
    const first = gate(site, copies('extra.html'));
    site.build(dashboard(2, { 'extra.html': page, 'assets/extra-Ab3dEf02.js': 'extra' }));
    let child: ChildProcess | undefined;
    const onStart = (started: ChildProcess) => {
      child = started;
    };
    const cancelled = site.run('b', { path: site.bucket, ...rules }, { onStart });
    await first.reached;
    child?.kill('SIGINT');
    expect((await cancelled).exitCode).toBe(1);
    const listed = gate(site, copies('index.html'));
    const next = site.publish('c', dashboard(3), rules);
    await listed.reached;
    fixture.emulator.storage.put(site.bucket, 'extra.html', page);
    listed.open();
    const result = await next;
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(site.names()).toContain('extra.html');
    expect(await site.broken()).toEqual([]);

    // The next publish prunes: the page is gone before its asset.
    const asset = gate(site, ({ method, path }) => method === 'DELETE' && path.includes('extra-Ab3dEf02'));
    const last = site.publish('c', dashboard(3), rules);
    await asset.reached;
    expect(site.names()).not.toContain('extra.html');
    asset.open();
    expect((await last).exitCode).toBe(0);
    expect(site.names()).not.toContain('assets/extra-Ab3dEf02.js');
    first.open();
  });

  // Their order is not defined, and an older commit after a newer one is refused without force.
  test('that begins at the same moment: one after the other, both releases are whole', async () => {
    site = fixture.site('same-moment');
    site.build(dashboard(1));
    const results = await Promise.all(
      ['a', 'b', 'c'].map((letter) => site.run(letter, { path: site.bucket, force: 'true' })),
    );
    for (const result of results) expect(result.exitCode, logOf(result)).toBe(0);
    expect(await site.live()).toEqual(dashboard(1));
    const { published } = (await site.state()) as { published: { release: string }[] };
    expect(published.map(({ release }) => release).sort()).toEqual(['a', 'b', 'c'].map(commit));
  });
});

describe('a rollback', () => {
  test('wins over a publisher that is still sending: that one stops without touching the pages', async () => {
    site = fixture.site('rollback-wins');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    const { open, reached } = gate(site, sends('assets/index-Ab3dEf03.js'));
    const publisher = site.publish('c', dashboard(3));
    await reached;
    const back = await site.run('d', { 'rollback-to': 'previous', reason: 'now' });
    open();
    const stopped = await publisher;
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(stopped.exitCode, logOf(stopped)).toBe(1);
    expect(errors(stopped)).toMatch(/Another run, for instance a rollback, took over this site/);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect(await site.state()).toMatchObject({ current: commit('a'), hold: { reason: 'now' } });
    expect(await site.broken()).toEqual([]);
  });

  test('is not held up by a publisher whose claim is renewed while the rollback compares', async () => {
    site = fixture.site('rollback-slow');
    await site.publish('a', dashboard(1));
    await site.publish('b', dashboard(2));
    const claim = { run: 'https://github.test/run/9', attempt: 1, job: 'web', work: 'upload', token: 'x' };
    const renew = async (beat: number) =>
      fixture.emulator.storage.put(
        site.bucket,
        '.releases/state.json',
        JSON.stringify({ ...(await site.state()), claim: { ...claim, beat } }),
      );
    await renew(1);
    let renewals = 1;
    const remove = fixture.emulator.core.calls.onCall(async ({ method, path, query }) => {
      if (method === 'GET' && path.endsWith(`/${site.bucket}/o`) && query.includes('prefix')) await renew(++renewals);
    });
    const back = await site.run('d', { 'rollback-to': 'previous', reason: 'now' });
    remove();
    expect(renewals).toBe(2);
    expect(back.exitCode, logOf(back)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v1');
  });

  test('waits for a publisher that is switching, and then goes back', async () => {
    site = fixture.site('rollback-waits');
    await site.publish('a', dashboard(1));
    const { open, reached } = gate(site, copies('index.html'));
    const publisher = site.publish('b', dashboard(2));
    await reached;
    const back = site.run('d', { 'rollback-to': commit('a') });
    await waiting(back);
    open();
    const [done, wentBack] = await Promise.all([publisher, back]);
    expect(done.exitCode, logOf(done)).toBe(0);
    expect(wentBack.exitCode, logOf(wentBack)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v1');
  });
});

/** Waits until the step has read the state twice, which shows that it waits. Throws if the step ends instead. */
async function waiting(step: Promise<{ log: string }>): Promise<void> {
  const before = fixture.emulator.core.calls.list.length;
  const looks = new Promise<void>((resolve) => {
    let seen = 0;
    const remove = fixture.emulator.core.calls.onCall(({ method, path }) => {
      if (method !== 'GET' || !path.endsWith('state.json') || ++seen < 2) return;
      remove();
      resolve();
    });
  });
  await Promise.race([
    looks,
    step.then(({ log }) => {
      throw new Error(`it did not wait (after ${fixture.emulator.core.calls.list.length - before} calls): ${log}`);
    }),
  ]);
}
