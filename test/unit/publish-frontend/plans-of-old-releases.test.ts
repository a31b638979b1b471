/** Plans that use what earlier releases left: a rollback, pruning, manifests. */
import { describe, expect, test } from 'vitest';
import { planInPlace } from '../../../actions/publish-frontend/plan/in-place.ts';
import { objectsOf, planPrune, prunedReleases } from '../../../actions/publish-frontend/plan/prune.ts';
import { chooseRelease, missingFiles, staysLive } from '../../../actions/publish-frontend/plan/rollback.ts';
import { planSwitch } from '../../../actions/publish-frontend/plan/switch.ts';
import {
  parseReleaseManifest,
  sameFiles,
  serializeReleaseManifest,
} from '../../../actions/publish-frontend/store/release-manifest.ts';
import { finishSwitch, type State, withHold, withoutHold } from '../../../actions/publish-frontend/store/site-state.ts';
import { type Bucket, facts, LAYOUT, listing, object, uploaded } from './fixtures.ts';

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

describe('a rollback', () => {
  const published = ['aaaaaaa1', 'bbbbbbb2', 'ccccccc3'].map((release) => ({ release, commit: '', at: '' }));
  const state: State = { current: 'ccccccc3', published };
  const hold = { release: 'aaaaaaa1', reason: '', by: '', run: '', at: '' };

  test.each([
    ['previous', state, 'bbbbbbb2'],
    ['previous, after a rollback', { ...state, current: 'bbbbbbb2' }, 'aaaaaaa1'],
    ['previous, while a publish is unfinished', { ...state, unfinished: { from: ['ccccccc3'], to: 'd' } }, 'ccccccc3'],
    [
      'previous, while caches of the current release are unsettled',
      { ...state, unfinished: { from: ['bbbbbbb2'], to: 'ccccccc3' } },
      'bbbbbbb2',
    ],
    [
      'previous, again after a rollback that was killed',
      { ...state, hold, unfinished: { from: ['ccccccc3'], to: 'aaaaaaa1' } },
      'aaaaaaa1',
    ],
    [
      'previous, by a run that is repeated',
      { ...state, current: 'aaaaaaa1', hold: { ...hold, run: 'run' } },
      'aaaaaaa1',
    ],
    [
      'previous, by a run that is repeated after its hold was released',
      { ...withoutHold({ ...state, hold: { ...hold, release: 'bbbbbbb2', run: 'run' } }), current: 'bbbbbbb2' },
      'bbbbbbb2',
    ],
    [
      'previous, by a run that is repeated after a publish',
      finishSwitch(
        withoutHold({ ...state, current: 'aaaaaaa1', hold: { ...hold, run: 'run' } }),
        { release: 'ddddddd4', commit: '', at: '' },
        false,
        true,
      ),
      'aaaaaaa1',
    ],
    [
      'previous, by a run that is repeated after another rollback',
      {
        ...withHold(withoutHold({ ...state, hold: { ...hold, run: 'run' } }), { ...hold, run: 'other' }),
        current: 'bbbbbbb2',
      },
      'aaaaaaa1',
    ],
    ['aaaaaaa1', state, 'aaaaaaa1'],
    ['bbbbbbb', state, 'bbbbbbb2'],
  ] as const)('to %s', (wanted, from, release) =>
    expect(chooseRelease(from, wanted.startsWith('previous') ? 'previous' : wanted, 'run')).toBe(release),
  );

  test.each([
    ['previous', { published: [] }, /nothing was published here yet/],
    ['previous', { ...state, current: 'aaaaaaa1' }, /no release before aaaaaaa1 is kept/],
    [
      'dddddddd',
      state,
      /never completely published here, or was pruned. Kept releases, newest first: ccccccc3, bbbbbbb2/,
    ],
    ['bbb', state, /never completely published/],
  ] as const)('refused: %s', (wanted, from, message) =>
    expect(() => chooseRelease(from, wanted, 'run')).toThrow(message),
  );

  test.each([
    [
      'a publish of both sites was interrupted before it switched this one: it stays',
      { current: 'b2', unfinished: { from: ['b2'], to: 'c3' } },
      true,
    ],
    [
      'the run that was repeated keeps the other there',
      { current: 'b2', hold: { ...hold, release: 'b2', run: 'run' } },
      true,
    ],
    ['the other stays on another commit', { current: 'a1', unfinished: { from: ['a1'], to: 'c3' } }, false],
    ['the other goes back, too', { current: 'b2' }, false],
    [
      'a rollback of the other is unfinished',
      { current: 'b2', hold, unfinished: { from: ['b2'], to: hold.release } },
      false,
    ],
  ] as const)('of two sites: %s', (_, other, stays) => {
    const history = ['a1', 'b2'].map((release) => ({ release, commit: release.repeat(20), at: '' }));
    const site = { state: { current: 'b2', published: history }, waits: false };
    const step = [site, { state: { published: history, ...other }, waits: false }];
    expect(staysLive(site, step, 'run')).toBe(stays);
  });

  test('a release is whole if every hashed file is live and every mutable content is kept', () => {
    const bucket = listing();
    const { manifest } = publish(bucket, { 'index.html': '1', 'assets/a-BxYz12_3.js': 'a' });
    expect(missingFiles(LAYOUT, manifest, bucket)).toEqual([]);
    bucket.delete('app/index.html');
    expect(missingFiles(LAYOUT, manifest, bucket)).toEqual([]);
    bucket.delete('app/assets/a-BxYz12_3.js');
    expect(missingFiles(LAYOUT, manifest, bucket)).toEqual(['assets/a-BxYz12_3.js']);
  });
});

describe('pruning', () => {
  const DAY = 86_400_000;
  const now = 100 * DAY;
  const at = (day: number) => new Date(day * DAY).toISOString();
  const manifests = (...releases: string[]) =>
    listing(...releases.map((release) => object(`app/.releases/${release}/manifest.json`, '', { updated: 10 * DAY })));
  const published = [10, 20, 30, 80].map((day, i) => ({ release: `r${i + 1}`, commit: '', at: at(day) }));
  const all = manifests('r1', 'r2', 'r3', 'r4');

  test.each([
    ['old ones beyond the number to keep', { current: 'r4' }, { keepReleases: 2, keepDays: 30 }, ['r1', 'r2']],
    ['none that is young', { current: 'r4' }, { keepReleases: 1, keepDays: 95 }, []],
    ['never the live one and the one before', { current: 'r2' }, { keepReleases: 1, keepDays: 1 }, ['r3']],
    ['never what is held', { current: 'r4', hold: { release: 'r1' } }, { keepReleases: 1, keepDays: 1 }, ['r2']],
    [
      'never what an unfinished switch names',
      { current: 'r4', unfinished: { from: ['r1'], to: 'r2' } },
      { keepReleases: 1, keepDays: 1 },
      [],
    ],
  ])('%s', (_, state, rules, pruned) =>
    expect(prunedReleases(LAYOUT, { published, ...state } as State, all, rules, now)).toEqual(pruned),
  );

  test('a release that never went live is pruned by its age', () => {
    const bucket = manifests('r4', 'half');
    const state: State = { current: 'r4', published };
    expect(prunedReleases(LAYOUT, state, bucket, { keepReleases: 9, keepDays: 30 }, now)).toEqual(['half']);
    expect(prunedReleases(LAYOUT, state, bucket, { keepReleases: 9, keepDays: 95 }, now)).toEqual([]);
  });

  test('deletes what no kept release names, a manifest after all that it names, and nothing else', () => {
    const bucket = listing(object('app/foreign.txt', ''), object('other/x', ''));
    const old = publish(
      bucket,
      { 'index.html': '1', 'shared.js': 's', 'old.js': 'o', 'assets/a-BxYz12_3.js': 'a' },
      'r1',
    );
    const kept = publish(bucket, { 'index.html': '2', 'shared.js': 's', 'assets/b-BxYz12_3.js': 'b' }, 'r2');
    const named = new Set([...objectsOf(LAYOUT, kept.manifest)].map(({ name }) => name));
    bucket.set('app/.releases/r1/replaced.json', object('app/.releases/r1/replaced.json', ''));
    const plan = planPrune(LAYOUT, [old.manifest], named, bucket, 100);
    expect(plan.remove.map(({ name }) => name.replace(/[0-9a-f]{32}/, 'HASH'))).toEqual([
      'app/.releases/r1/files/HASH',
      'app/old.js',
      'app/.releases/r1/files/HASH',
      'app/assets/a-BxYz12_3.js',
      'app/.releases/r1/replaced.json',
      'app/.releases/r1/manifest.json',
    ]);
    expect(plan).toMatchObject({ pruned: ['r1'], postponed: 0 });
    expect(planPrune(LAYOUT, [old.manifest], named, bucket, 2)).toMatchObject({ pruned: [], postponed: 4 });
  });

  test('names the releases that lose only some of their objects, shared ones included', () => {
    const bucket = listing();
    const publishes = (id: string) => publish(bucket, { 'index.html': id, 'shared.js': 's' }, id).manifest;
    const old = ['r1', 'r2'].map(publishes);
    const alone = publish(bucket, { 'index.html': '3' }, 'r3').manifest;
    const plan = (limit: number) => planPrune(LAYOUT, [...old, alone], new Set(), bucket, limit);
    expect(plan(4).remove.map(({ name }) => name)).toContain('app/shared.js');
    expect(plan(4)).toMatchObject({ begun: ['r2'], pruned: ['r1'] });
    expect(plan(3)).toMatchObject({ begun: ['r1', 'r2'], pruned: [] });
    expect(plan(1)).toMatchObject({ begun: ['r1'], pruned: [] });
  });

  test('keeps what another user has written since', () => {
    const bucket = listing();
    const old = publish(bucket, { 'index.html': '1', 'config.json': 'o', 'gone.json': 'g' }, 'r1');
    const kept = publish(bucket, { 'index.html': '2' }, 'r2');
    bucket.set('app/config.json', object('app/config.json', 'theirs'));
    const named = new Set([...objectsOf(LAYOUT, kept.manifest)].map(({ name }) => name));
    const plan = planPrune(LAYOUT, [old.manifest], named, bucket, 100);
    expect(plan.foreign).toEqual(['app/config.json']);
    expect(plan.remove.map(({ name }) => name)).toContain('app/gone.json');
    expect(plan.remove.map(({ name }) => name)).not.toContain('app/config.json');
  });
});

describe('a manifest', () => {
  test('comes back as it was written', () => {
    const { manifest } = planInPlace(
      facts({ 'index.html': '1', 'we"ird\u2028.txt': '2', 'assets/a-BxYz12_3.js': 'a' }, listing()),
    );
    const back = parseReleaseManifest(Buffer.concat(serializeReleaseManifest(manifest)).toString());
    expect({ ...back, files: 0 }).toEqual({ ...manifest, files: 0 });
    expect(sameFiles(back, manifest)).toBe(true);
    expect(sameFiles({ ...back, files: new Map() }, manifest)).toBe(false);
  });

  test('of another version is refused', () => {
    expect(() => parseReleaseManifest('{"format":2}')).toThrow(/reads format 1/);
  });
});
