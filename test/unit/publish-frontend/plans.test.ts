/** Plans of a release and of its switch. */
import { describe, expect, test } from 'vitest';
import { planAtomic } from '../../../actions/publish-frontend/plan/atomic.ts';
import { planInPlace } from '../../../actions/publish-frontend/plan/in-place.ts';
import { differingPaths, planSwitch, type StoppedRun } from '../../../actions/publish-frontend/plan/switch.ts';
import type { ReleaseManifest } from '../../../actions/publish-frontend/store/release-manifest.ts';
import {
  beginSwitch,
  type Claim,
  givenBack,
  onlyOwnPagesArrive,
  type State,
  stoppedWork,
} from '../../../actions/publish-frontend/store/site-state.ts';
import fc from '../../harness/seeded.ts';
import { type Bucket, facts, LAYOUT, listing, md5, object, site, uploaded } from './fixtures.ts';

const JS = { contentType: 'text/javascript; charset=utf-8' };
const FOREVER = 'public, max-age=31536000, immutable';

/** The bucket after a release was published into it, by the plans alone. */
function publish(bucket: Bucket, contents: Record<string, string>, release = 'r1') {
  const plan = planInPlace(facts(contents, bucket, { release }));
  for (const one of [...plan.assets, ...plan.keeps]) bucket.set(one.name, uploaded(one));
  bucket.set(`app/.releases/${release}/manifest.json`, object(`app/.releases/${release}/manifest.json`, ''));
  const { loaded, pages } = planSwitch(LAYOUT, plan.manifest, [], bucket);
  for (const step of [...loaded, ...pages]) {
    if (step.kind === 'copy')
      bucket.set(step.to, { ...step.from, ...step.headers, name: step.to, generation: `${release}-${step.path}` });
    else bucket.set(step.object.name, { ...step.object, ...step.headers });
  }
  return plan;
}

describe('a release', () => {
  const contents = { 'index.html': '<p>1', 'favicon.ico': 'icon', 'assets/a-BxYz12_3.js': 'a()' };

  test('first publish: uploads every hashed file and every stored copy once, each with the precondition that it does not exist', () => {
    const plan = planInPlace(facts(contents, listing()));
    expect(plan.assets.map(({ name, replaces, headers }) => [name, replaces, headers.cacheControl])).toEqual([
      ['app/assets/a-BxYz12_3.js', '0', FOREVER],
    ]);
    expect(plan.keeps.map(({ name }) => name)).toEqual([
      `app/.releases/r1/files/${Buffer.from(md5('<p>1'), 'base64').toString('hex')}`,
      `app/.releases/r1/files/${Buffer.from(md5('icon'), 'base64').toString('hex')}`,
    ]);
    expect(plan.added).toEqual(['index.html', 'favicon.ico']);
  });

  test('again, unchanged: nothing', () => {
    const bucket = listing();
    publish(bucket, contents);
    const plan = planInPlace(facts(contents, bucket, { release: 'r2' }));
    expect([plan.assets, plan.keeps, plan.patches, plan.added, plan.changing, plan.headersChanged].flat()).toEqual([]);
    expect(plan.manifest.files.get('index.html')?.kept).toMatch(/^r1\/files\//);
  });

  test('while deletions of a stopped run may arrive: only contents that it spares are used again', () => {
    const bucket = listing();
    publish(bucket, contents);
    const [index = '', icon = ''] = ['<p>1', 'icon'].map((content) =>
      Buffer.from(md5(content), 'base64').toString('hex'),
    );
    const spared = new Set([`app/.releases/r1/files/${index}`]);
    const plan = planInPlace(facts(contents, bucket, { release: 'r2', spared }));
    expect(plan.keeps.map(({ name, replaces }) => [name, replaces])).toEqual([[`app/.releases/r2/files/${icon}`, '0']]);
    expect(plan.manifest.files.get('index.html')?.kept).toBe(`r1/files/${index}`);
    const again = planInPlace(facts(contents, bucket, { release: 'r1', spared }));
    const kept = bucket.get(`app/.releases/r1/files/${icon}`);
    expect(again.keeps.map(({ name, replaces }) => [name, replaces])).toEqual([[kept?.name, kept?.generation]]);
  });

  test('changed: only what changed', () => {
    const bucket = listing();
    publish(bucket, contents);
    const plan = planInPlace(
      facts({ ...contents, 'index.html': '<p>2', 'assets/b-BxYz12_4.js': 'b()' }, bucket, { release: 'r2' }),
    );
    expect(plan.assets.map(({ name }) => name)).toEqual(['app/assets/b-BxYz12_4.js']);
    expect(plan.keeps).toHaveLength(1);
    expect(plan.changing).toEqual(['index.html']);
  });

  test('two mutable files with one content are kept once', () => {
    expect(planInPlace(facts({ 'index.html': 'same', '404.html': 'same' }, listing())).keeps).toHaveLength(1);
  });

  test('only headers: a patch', () => {
    const bucket = listing(object('app/assets/a-BxYz12_3.js', 'a()', { ...JS, cacheControl: 'no-cache' }));
    const plan = planInPlace(facts({ 'index.html': '', 'assets/a-BxYz12_3.js': 'a()' }, bucket));
    expect(plan.patches.map(({ object: { name }, headers }) => [name, headers.cacheControl])).toEqual([
      ['app/assets/a-BxYz12_3.js', FOREVER],
    ]);
    expect(plan.assets).toEqual([]);
  });

  test('a hashed name with other content is a clash, never an overwrite', () => {
    const bucket = listing(object('app/assets/a-BxYz12_3.js', 'b()', JS));
    const plan = planInPlace(facts({ 'index.html': '', 'assets/a-BxYz12_3.js': 'a()' }, bucket));
    expect(plan.clashes).toEqual(['assets/a-BxYz12_3.js']);
    expect(plan.assets).toEqual([]);
  });

  test('an object without MD5 is compared by CRC32C and size', () => {
    const composed = { md5: undefined, crc32c: 'AAAAAA==', ...JS, cacheControl: FOREVER };
    const bucket = listing(object('app/assets/a-BxYz12_3.js', 'a()', composed));
    const of = (crc: string) =>
      planInPlace(
        facts({ 'index.html': '', 'assets/a-BxYz12_3.js': 'a()' }, bucket, {
          crc32c: new Map([['assets/a-BxYz12_3.js', crc]]),
        }),
      );
    expect(of('AAAAAA==')).toMatchObject({ assets: [], clashes: [] });
    expect(of('BBBBBB==').clashes).toEqual(['assets/a-BxYz12_3.js']);
  });

  test('gzip: judged by the content before it, and changing the setting replaces the object', () => {
    const text = 'a()'.repeat(1000);
    const zipped = object('app/assets/a-BxYz12_3.js', 'z', {
      ...JS,
      cacheControl: FOREVER,
      contentEncoding: 'gzip',
      sourceMd5: md5(text),
    });
    const plain = object('app/assets/a-BxYz12_3.js', text, { ...JS, cacheControl: FOREVER });
    const plan = (gzip: boolean, there: typeof plain) =>
      planInPlace({
        ...facts({}, listing(there)),
        site: site({ 'index.html': '', 'assets/a-BxYz12_3.js': text }, { gzip }),
      });
    expect(plan(true, zipped)).toMatchObject({ assets: [], clashes: [] });
    expect(plan(true, plain).assets.map(({ replaces }) => replaces)).toEqual([plain.generation]);
    expect(plan(false, zipped).assets.map(({ replaces }) => replaces)).toEqual([zipped.generation]);
    expect(plan(false, plain)).toMatchObject({ assets: [], clashes: [] });
    const other = { ...zipped, sourceMd5: md5('other') };
    for (const gzip of [true, false]) expect(plan(gzip, other).clashes).toEqual(['assets/a-BxYz12_3.js']);
  });
});

describe('the switch', () => {
  test('files that pages load come before pages; unchanged files are not written', () => {
    const bucket = listing();
    publish(bucket, { 'index.html': '1', 'about.html': 'a', 'app.js': '1', 'robots.txt': 'r' });
    const next = planInPlace(
      facts({ 'index.html': '2', 'about.html': 'a', 'app.js': '2', 'robots.txt': 'r' }, bucket, { release: 'r2' }),
    );
    for (const one of next.keeps) bucket.set(one.name, uploaded(one));
    const plan = planSwitch(LAYOUT, next.manifest, [], bucket);
    expect(plan.loaded.map(({ path }) => path)).toEqual(['app.js']);
    expect(plan.pages.map(({ path }) => path)).toEqual(['index.html']);
    expect(plan.unchanged).toBe(2);
    expect(plan.pages[0]).toMatchObject({ kind: 'copy', replaces: 'r1-index.html' });
  });

  test('pages that are gone are removed, scripts are not, and what another user has changed stays', () => {
    const bucket = listing();
    const old = publish(bucket, { 'index.html': '1', 'old.html': 'o', 'mine.html': 'm', 'old.js': 'j' });
    bucket.set('app/mine.html', object('app/mine.html', 'by hand'));
    const next = publish(bucket, { 'index.html': '1' }, 'r2');
    const plan = planSwitch(LAYOUT, next.manifest, [old.manifest], bucket);
    expect(plan.remove.map(({ path }) => path)).toEqual(['old.html']);
    expect(plan.foreign).toEqual(['mine.html']);
  });

  test('a header that differs is a patch', () => {
    const bucket = listing();
    const { manifest } = publish(bucket, { 'index.html': '1' });
    const live = bucket.get('app/index.html');
    if (live) bucket.set('app/index.html', { ...live, cacheControl: 'private' });
    expect(planSwitch(LAYOUT, manifest, [], bucket).pages).toMatchObject([{ kind: 'patch', path: 'index.html' }]);
  });

  test('a header of an asset that another release has changed is a patch, before the pages', () => {
    const bucket = listing();
    const path = 'assets/a-BxYz12_3.js';
    const { manifest } = publish(bucket, { 'index.html': '1', [path]: 'a' });
    const live = bucket.get(`app/${path}`);
    if (live) bucket.set(`app/${path}`, { ...live, contentType: 'text/plain' });
    const headers = { contentType: live?.contentType };
    expect(planSwitch(LAYOUT, manifest, [], bucket).loaded).toMatchObject([{ kind: 'patch', path, headers }]);
  });

  describe('after a run that stopped', () => {
    const ASSET = 'assets/a-BxYz12_3.js';
    const paths = (bucket: Bucket, manifest: ReleaseManifest, stopped: StoppedRun) => {
      const { loaded, pages } = planSwitch(LAYOUT, manifest, [], bucket, [stopped]);
      return [...loaded, ...pages].map((step) => [step.kind, step.path]);
    };

    test('in its switch: what it may still change or delete is written again, the rest is not', () => {
      const bucket = listing();
      const all = { 'index.html': '1', 'same.html': 's', 'kept.html': 'k', 'app.js': '1', [ASSET]: 'a' };
      const { manifest } = publish(bucket, all);
      const theirs = planInPlace(
        facts({ 'index.html': '2', 'same.html': 's', 'app.js': '2' }, bucket, { release: 'r2' }),
      );
      expect(paths(bucket, manifest, { manifest: theirs.manifest, work: 'switch' })).toEqual([
        ['copy', 'app.js'],
        ['copy', 'index.html'],
        ['copy', 'kept.html'],
      ]);
      expect(paths(bucket, manifest, { manifest, work: 'switch' })).toEqual([]);
    });

    test('in its pruning: everything that its release does not name is written again, assets too', () => {
      const bucket = listing();
      const { manifest } = publish(bucket, { 'index.html': '1', 'back.js': 'b', [ASSET]: 'a' });
      const theirs = planInPlace(facts({ 'index.html': '2' }, bucket, { release: 'r2' }));
      const { loaded } = planSwitch(LAYOUT, manifest, [], bucket, [{ manifest: theirs.manifest, work: 'prune' }]);
      expect(loaded).toMatchObject([
        { kind: 'copy', path: 'back.js' },
        { kind: 'copy', from: { name: `app/${ASSET}` }, to: `app/${ASSET}`, headers: { cacheControl: FOREVER } },
      ]);
    });

    test('is known by the state: sending touches nothing that is live', () => {
      const claim: Claim = { run: '', attempt: 1, job: '', work: 'upload', beat: 0, token: '' };
      const state: State = { published: [], current: 'r1' };
      expect(stoppedWork(state)).toEqual([]);
      expect(stoppedWork({ ...state, claim })).toEqual([]);
      const unfinished = { from: ['r1'], to: 'r2' };
      expect(stoppedWork({ ...state, unfinished, claim: { ...claim, work: 'switch' } })).toEqual([
        { release: 'r2', work: 'switch' },
      ]);
      expect(stoppedWork({ ...state, claim: { ...claim, work: 'prune' } })).toEqual([{ release: 'r1', work: 'prune' }]);
      // The first publish of a site switches without recording that as its work.
      expect(stoppedWork({ published: [], unfinished: { from: [], to: 'r1' }, claim })).toEqual([
        { release: 'r1', work: 'either' },
      ]);
    });

    test('is known after it gave its claim back, and so is the run before it', () => {
      const state: State = { published: [], current: 'r1', unfinished: { from: ['r1', 'r2'], to: 'r3' } };
      expect(stoppedWork(state)).toEqual([
        { release: 'r2', work: 'either' },
        { release: 'r3', work: 'either' },
      ]);
    });

    test('that was pruning is known after it gave its claim back', () => {
      const claim: Claim = { run: '', attempt: 1, job: '', work: 'prune', beat: 0, token: '' };
      const left = givenBack({ published: [], current: 'r1', claim });
      expect(left).toEqual({ published: [], current: 'r1', unfinished: { from: [], to: 'r1', pruning: 'r1' } });
      expect(stoppedWork(left)).toEqual([{ release: 'r1', work: 'either' }]);
      // The run that finishes the switch for it may stop, too.
      expect(stoppedWork({ ...left, claim: { ...claim, work: 'switch' } })).toEqual([
        { release: 'r1', work: 'either' },
      ]);
      expect(givenBack({ published: [], current: 'r1', claim: { ...claim, work: 'upload' } })).toEqual({
        published: [],
        current: 'r1',
      });
    });

    test('that was pruning is known after another run has begun its switch, and stopped, too', () => {
      const left: State = { published: [], current: 'r1', unfinished: { from: [], to: 'r1', pruning: 'r1' } };
      const claim: Claim = { run: '', attempt: 1, job: '', work: 'switch', beat: 0, token: '' };
      expect(stoppedWork({ ...beginSwitch(left, 'r2'), claim })).toEqual([
        { release: 'r1', work: 'prune' },
        { release: 'r2', work: 'switch' },
      ]);
    });

    test.each<[string, State['unfinished'], boolean]>([
      ['nothing is unfinished', undefined, true],
      ['a switch to the same release was interrupted', { from: ['r1'], to: 'r2' }, true],
      ['the run that made the live release live was pruning', { from: [], to: 'r1', pruning: 'r1' }, true],
      ['a switch to another release was interrupted', { from: ['r1'], to: 'r3' }, false],
      ['the live release was published again', { from: [], to: 'r1' }, false],
      ['two switches were interrupted', { from: ['r1', 'r3'], to: 'r2' }, false],
    ])('may still create pages of other releases, unless %s', (_, unfinished, only) =>
      expect(onlyOwnPagesArrive({ published: [], current: 'r1', ...(unfinished && { unfinished }) }, 'r2')).toBe(only),
    );

    test('and may have done either: both are written again', () => {
      const bucket = listing();
      const { manifest } = publish(bucket, { 'index.html': '1', 'same.html': 's', [ASSET]: 'a' });
      const theirs = planInPlace(facts({ 'index.html': '2', 'same.html': 's' }, bucket, { release: 'r2' }));
      expect(paths(bucket, manifest, { manifest: theirs.manifest, work: 'either' })).toEqual([
        ['copy', ASSET],
        ['copy', 'index.html'],
      ]);
    });
  });

  test('removes a page that a stopped run created late, before its release is pruned', () => {
    const bucket = listing();
    const pages = { 'index.html': '1', 'extra.html': 'x' };
    const { manifest: old } = publish(bucket, pages, 'r1');
    const { manifest } = publish(bucket, { 'index.html': '2' }, 'r2');
    const removed = (pruned: ReleaseManifest[]) =>
      planSwitch(LAYOUT, manifest, [manifest], bucket, [], undefined, pruned).remove.map(({ path }) => path);
    expect(removed([])).toEqual([]);
    expect(removed([old])).toEqual(['extra.html']);
    bucket.set('app/extra.html', object('app/extra.html', 'of another user'));
    expect(removed([old])).toEqual([]);
  });

  test('paths that differ between releases are the mutable ones, added and removed ones included', () => {
    const a = publish(listing(), { 'index.html': '1', 'x.html': 'x', 'assets/a-BxYz12_3.js': 'a' }).manifest;
    const b = publish(listing(), { 'index.html': '2', 'y.html': 'y', 'assets/b-BxYz12_3.js': 'b' }).manifest;
    expect(differingPaths([a], b).sort()).toEqual(['index.html', 'x.html', 'y.html']);
    expect(differingPaths([b], b)).toEqual([]);
    const c = publish(listing(), { 'index.html': '2', 'y.html': 'y', 'assets/b-BxYz12_3.js': 'c' }).manifest;
    expect(differingPaths([b], c)).toEqual(['assets/b-BxYz12_3.js']);
    const files = new Map([...b.files].map(([path, file]) => [path, { ...file, contentType: 'text/plain' }]));
    expect(differingPaths([b], { ...b, files }).sort()).toEqual(['assets/b-BxYz12_3.js', 'index.html', 'y.html']);
  });

  /** Each page names one script; a hashed one of its own content. */
  const anySite = fc.dictionary(fc.constantFrom('index.html', 'a.html', 'b/c.html', 'd.html'), fc.nat(5), {
    minKeys: 1,
  });
  const build = (pages: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(pages).flatMap(([page, version]) => {
        const script = `assets/s-BxYz120${version}.js`;
        return [
          [page, `<script src=/${script}>`],
          [script, `run(${version})`],
        ];
      }),
    ) as Record<string, string>;

  test('property: after any number of steps every live page finds what it loads', () => {
    fc.assert(
      fc.property(anySite, anySite, fc.nat(40), (first, second, death) => {
        const bucket = listing();
        const old = publish(bucket, build(first));
        const next = planInPlace(facts(build(second), bucket, { release: 'r2' }));
        const steps = [
          ...[...next.assets, ...next.keeps].map((one) => () => bucket.set(one.name, uploaded(one))),
          () => {
            const plan = planSwitch(LAYOUT, next.manifest, [old.manifest], bucket);
            steps.push(
              ...[...plan.loaded, ...plan.pages].map((step) => () => {
                if (step.kind === 'copy') bucket.set(step.to, { ...step.from, name: step.to });
              }),
              ...plan.remove.map(
                ({ object: gone }) =>
                  () =>
                    bucket.delete(gone.name),
              ),
            );
          },
        ];
        for (let i = 0; i < steps.length && i < death; i++) steps[i]?.();
        const contents = [...Object.values(build(first)), ...Object.values(build(second))];
        for (const [name, live] of bucket) {
          if (!name.endsWith('.html')) continue;
          const html = contents.find((content) => md5(content) === live.md5);
          const script = /src=\/(.*)>/.exec(html ?? '')?.[1];
          expect(bucket.has(`app/${script}`)).toBe(true);
        }
      }),
    );
  });
});

describe('an atomic release', () => {
  test('sends new contents, copies those that an earlier release has, and carries its hashed files along', () => {
    const bucket = listing();
    const first = planAtomic(facts({ 'index.html': '1', 'same.txt': 's', 'assets/a-BxYz12_3.js': 'a' }, bucket), []);
    for (const one of first.uploads) bucket.set(one.name, uploaded(one));
    const next = facts({ 'index.html': '2', 'same.txt': 's', 'assets/b-BxYz12_3.js': 'b' }, bucket, { release: 'r2' });
    const plan = planAtomic(next, [first.manifest]);
    expect(plan.uploads.map(({ name }) => name)).toEqual([
      'app/releases/r2/index.html',
      'app/releases/r2/assets/b-BxYz12_3.js',
    ]);
    expect(plan.copies.map(({ from, to }) => [from.name, to])).toEqual([
      ['app/releases/r1/same.txt', 'app/releases/r2/same.txt'],
      ['app/releases/r1/assets/a-BxYz12_3.js', 'app/releases/r2/assets/a-BxYz12_3.js'],
    ]);
    expect(plan.manifest.carried).toEqual(['assets/a-BxYz12_3.js']);
    expect(plan.overwritten).toEqual([]);
  });

  test('says which files of a release that exists would be overwritten', () => {
    const bucket = listing(object('app/releases/r1/index.html', 'old'));
    expect(planAtomic(facts({ 'index.html': 'new' }, bucket), []).overwritten).toEqual(['index.html']);
  });
});
