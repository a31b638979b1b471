/** Concurrent changes and cancellations during a publish, through the bundle. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFixture, dashboard, errors, type Fixture, logOf } from '../publish-frontend.fixture.ts';
import { FILE, NEXT, siteAtVersionOne, UPLOAD } from './version-one.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());
const atOne = (name: string) => siteAtVersionOne(fixture, name);
beforeEach(() => {
  fixture.emulator.core.faults.clear();
  fixture.emulator.core.calls.clear();
});

describe('changed by another user', () => {
  test('a page, just before it is switched: the step stops and says so; run again, it finishes', async () => {
    const site = await atOne('changed-page');
    const remove = fixture.emulator.core.calls.onCall(async ({ path }) => {
      if (path.includes('rewriteTo')) {
        remove();
        await fixture.emulator.storage.put('changed-page', 'index.html', 'by hand');
        await fixture.emulator.storage.put('changed-page', 'help/index.html', 'by hand');
      }
    });
    const result = await site.publish('b', NEXT);
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(/Object .*index.html was changed by another run or user while this step ran/);
    expect(await site.broken()).toEqual([]);
    const again = await site.publish('b', NEXT);
    expect(again.exitCode, logOf(again)).toBe(0);
    expect((await site.live())['index.html']).toBe(NEXT['index.html']);
  });

  test('an asset, put there by another publisher with the same content: fine', async () => {
    const site = await atOne('same-asset');
    const asset = 'assets/index-Ab3dEf02.js';
    const remove = fixture.emulator.core.calls.onCall(async ({ path }) => {
      if (!path.startsWith('/upload/')) return;
      remove();
      await fixture.emulator.storage.put('same-asset', asset, NEXT[asset] ?? '');
    });
    const result = await site.publish('b', NEXT);
    expect(result.exitCode, logOf(result)).toBe(0);
  });

  test('an asset that another content has under its hashed name: refused, nothing written', async () => {
    const site = await atOne('clash');
    await fixture.emulator.storage.put('clash', 'assets/index-Ab3dEf02.js', 'other');
    const before = site.names();
    const result = await site.publish('b', NEXT);
    expect(errors(result)).toMatch(
      /Input mutable: assets\/index-Ab3dEf02.js has what looks like a content hash in its name/,
    );
    expect(site.names()).toEqual(before);
    const again = await site.publish('b', NEXT, { mutable: 'assets/index-Ab3dEf02.js' });
    expect(again.exitCode, logOf(again)).toBe(0);
  });

  test('a file of the folder, while it is published: refused by the hash, pages stay', async () => {
    const site = await atOne('moving');
    const remove = fixture.emulator.core.calls.onCall(({ path, query }) => {
      if (!path.startsWith('/upload/') || query.includes('resumable')) return;
      remove();
      site.build({ ...NEXT, 'assets/index-Ab3dEf02.js': 'changed meanwhile', 'assets/chunk-Zy9xWv02.js': 'this too' });
    });
    const result = await site.publish('b', NEXT);
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(
      /changed while it was published. Make sure that no other process writes to the folder/,
    );
    expect((await site.get('/index.html')).body).toContain('v1');
  });

  test('a state that no version of publish-frontend wrote: refused', async () => {
    const site = fixture.site('odd-state');
    await fixture.emulator.storage.put('odd-state', '.releases/state.json', '{"format":9}');
    const result = await site.publish('a', dashboard(1));
    expect(errors(result)).toMatch(/\.releases\/state.json is not a valid site state: its format is 9/);
    expect(site.names()).toEqual(['.releases/state.json']);
  });

  test('one file is refused for good: one error, and no page is broken', async () => {
    const site = await atOne('outage');
    fixture.emulator.core.faults.add({ ...UPLOAD, nth: 3, times: -1, status: 400, message: 'out of order' });
    const result = await site.publish('b', NEXT);
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toMatch(/out of order/);
    expect(result.errors).toHaveLength(1);
    expect(await site.broken()).toEqual([]);
  });
});

describe('a commit that is published again with other files', () => {
  const faulty = { ...FILE, nth: 2, status: 403, times: -1 } as const;

  test('and fails while it sends: what it was can still be rolled back to', async () => {
    const site = await atOne('rerun');
    await site.publish('b', dashboard(2));
    fixture.emulator.core.faults.add(faulty);
    expect((await site.publish('b', dashboard(3))).exitCode).toBe(1);
    fixture.emulator.core.faults.clear();
    expect((await site.publish('c', dashboard(4))).exitCode).toBe(0);
    const back = await site.run('d', { 'rollback-to': 'previous' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect((await site.get('/index.html')).body).toContain('v2');
    expect(await site.broken()).toEqual([]);
  });

  test.each([
    ['while it sends', { ...FILE, nth: 2, status: 403 }],
    ['before the new manifest is written', { ...UPLOAD, path: 'manifest.json', status: 403 }],
    ['in the switch', { api: 'storage', method: 'POST', path: 'rewriteTo.*index.html', status: 403 }],
    ['before the page that is gone is deleted', { api: 'storage', method: 'DELETE', status: 403 }],
  ])('and is killed %s: the next publish removes the page that is gone', async (when, fault) => {
    const site = fixture.site(`rerun-${when.replaceAll(' ', '-')}`.slice(0, 40));
    await site.publish('a', dashboard(1, { 'gone.html': '<p>gone' }));
    fixture.emulator.core.faults.add({ ...fault, times: -1 });
    const died = await site.publish('a', dashboard(2));
    expect(died.exitCode, logOf(died)).toBe(1);
    fixture.emulator.core.faults.clear();
    expect(await site.broken()).toEqual([]);
    const again = await site.publish('a', dashboard(2));
    expect(again.exitCode, logOf(again)).toBe(0);
    expect(site.names()).not.toContain('gone.html');
    expect((await site.get('/index.html')).body).toContain('v2');
    expect(await site.broken()).toEqual([]);
  });
});

describe('cancelled', () => {
  test('in the middle of the uploads: ends at once, gives the claim back, the site stays', async () => {
    const site = await atOne('cancelled');
    let stop = () => {};
    const remove = fixture.emulator.core.calls.onCall(async ({ path, number }) => {
      if (!path.startsWith('/upload/') || number < 10) return;
      stop();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    site.build(NEXT);
    const result = await site.run(
      'b',
      { path: site.bucket, concurrency: '1' },
      {
        onStart: (child) => {
          stop = () => {
            stop = () => {};
            child.kill('SIGINT');
          };
        },
      },
    );
    remove();
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(errors(result)).toMatch(/The step was cancelled \(SIGINT\)/);
    expect((await site.get('/index.html')).body).toContain('v1');
    expect(await site.state()).not.toHaveProperty('claim');
    const again = await site.publish('c', NEXT);
    expect(again.exitCode, logOf(again)).toBe(0);
  });

  test('while build-command runs: ends at once, nothing was published', async () => {
    const site = await atOne('cancelled-build');
    let child: { kill(signal: NodeJS.Signals): unknown } | undefined;
    let cancelled = 0;
    const result = await site.run(
      'b',
      { path: site.bucket, 'build-command': 'echo building; sleep 45; echo built' },
      {
        onStart: (started) => {
          child = started;
        },
        onOutput: (text) => {
          if (!/^building/m.test(text) || cancelled > 0) return;
          cancelled = performance.now();
          child?.kill('SIGINT');
        },
      },
    );
    expect(cancelled, logOf(result)).toBeGreaterThan(0);
    expect(performance.now() - cancelled, logOf(result)).toBeLessThan(9500);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(errors(result)).toMatch(/The step was cancelled \(SIGINT\)/);
    expect((await site.get('/index.html')).body).toContain('v1');
  });
});
