/** The plans of a publish and of a switch: plain data that names every write, and nothing that could be called. */
import { describe, expect, test } from 'vitest';
import type { PlanInput } from '../../../actions/publish-frontend/plan/in-place.ts';
import { ALONE } from '../../../actions/publish-frontend/plan/neighboring-sites.ts';
import { planPublishAtomic, planPublishInPlace } from '../../../actions/publish-frontend/plan/publish.ts';
import { planSiteSwitch } from '../../../actions/publish-frontend/plan/site-switch.ts';
import type { ReleaseManifest } from '../../../actions/publish-frontend/store/release-manifest.ts';
import type { State } from '../../../actions/publish-frontend/store/site-state.ts';
import { withChanges } from '../../../actions/publish-frontend/store/stored-object.ts';
import { type Bucket, facts, LAYOUT, listing, object, uploaded } from './fixtures.ts';

const ASSET = 'assets/a-BxYz12_3.js';
const FILES = { 'index.html': '1', 'app.js': 'x', [ASSET]: 'a' };

function store(bucket: Bucket, input: PlanInput): ReleaseManifest {
  const { manifest, stage } = planPublishInPlace(input, [], ALONE);
  for (const one of [...stage.uploads, ...stage.keeps]) bucket.set(one.name, uploaded(one));
  return manifest;
}

function switchTo(manifest: ReleaseManifest, before: ReleaseManifest[], bucket: Bucket, state: State) {
  return planSiteSwitch({
    layout: LAYOUT,
    manifest,
    before,
    listing: bucket,
    state,
    stopped: [],
    neighbors: ALONE,
  });
}

describe('a publish', () => {
  test.each([
    ['in place', () => planPublishInPlace(facts(FILES, listing()), [], ALONE)],
    ['atomic', () => planPublishAtomic(facts(FILES, listing()), [], [])],
  ])('%s: the plan is plain data', (_, plan) => {
    expect(structuredClone(plan())).toEqual(plan());
  });

  test('in place: files to send, kept contents for the switch, no copies', () => {
    const plan = planPublishInPlace(facts(FILES, listing()), [], ALONE);
    expect(plan).toMatchObject({ sent: [ASSET, 'index.html', 'app.js'], isEmpty: false, overwritten: [] });
    expect(plan.stage.uploads.map(({ name }) => name)).toEqual([`app/${ASSET}`]);
    expect(plan.stage.keeps).toHaveLength(2);
    expect(plan.stage.copies).toEqual([]);
  });

  test('in place: an asset with other headers is changed by staging, before the switch', () => {
    const bucket = listing();
    store(bucket, facts(FILES, bucket));
    bucket.set(`app/${ASSET}`, object(`app/${ASSET}`, 'a', { cacheControl: 'no-cache' }));
    const plan = planPublishInPlace(facts(FILES, bucket), [], ALONE);
    expect(plan).toMatchObject({ changedByStaging: [ASSET], patched: [ASSET] });
    expect(plan.changed).toContain(ASSET);
  });

  test('in place: an asset whose headers an earlier attempt has changed is invalidated', () => {
    const bucket = listing();
    const { manifest } = planPublishInPlace(facts(FILES, bucket), [], ALONE);
    store(bucket, facts(FILES, bucket));
    const files = new Map([...manifest.files].map(([path, file]) => [path, { ...file, cacheControl: 'no-store' }]));
    const plan = planPublishInPlace(facts(FILES, bucket), [{ ...manifest, files }], ALONE);
    expect(plan).toMatchObject({ changedByStaging: [ASSET], patched: [] });
  });

  test('atomic: nothing known to be live means that every mutable path changes', () => {
    const plan = planPublishAtomic(facts(FILES, listing()), [], []);
    expect(plan.changed).toEqual(['index.html', 'app.js']);
    expect(plan.sent).toEqual(['index.html', 'app.js', ASSET]);
  });
});

describe('a switch', () => {
  const state: State = { published: [], current: 'r1' };

  test('in place: steps by path, the route untouched, plain data', () => {
    const bucket = listing();
    const first = store(bucket, facts({ ...FILES, 'old.html': 'o' }, bucket));
    bucket.set('app/old.html', object('app/old.html', 'o'));
    const next = store(bucket, facts({ ...FILES, 'index.html': '2' }, bucket, { release: 'r2' }));
    const plan = switchTo(next, [first], bucket, state);
    expect(plan).toMatchObject({
      root: 'app/',
      route: false,
      replaced: ['app.js', 'index.html'],
      removed: ['old.html'],
      interrupted: [],
    });
    expect(structuredClone(plan)).toEqual(plan);
  });

  test('atomic: no object changes, the route leads to the folder of the release', () => {
    const { manifest } = planPublishAtomic(facts(FILES, listing(), { release: 'r2' }), [], []);
    const plan = switchTo(manifest, [], listing(), state);
    expect(plan).toMatchObject({ root: 'app/releases/r2/', route: true, replaced: ['index.html', 'app.js'] });
    expect(plan.objects).toMatchObject({ loaded: [], pages: [], remove: [] });
  });

  test('in place after an atomic release: the route leads back to the site', () => {
    const bucket = listing();
    const manifest = store(bucket, facts(FILES, bucket));
    expect(switchTo(manifest, [], bucket, { ...state, atomic: true })).toMatchObject({ root: 'app/', route: true });
  });

  test('in place after an atomic release: caches forget what the route served otherwise', () => {
    const bucket = listing();
    const first = store(bucket, facts(FILES, bucket));
    for (const [path, content] of Object.entries(FILES)) bucket.set(`app/${path}`, object(`app/${path}`, content));
    const { manifest: atomic } = planPublishAtomic(
      facts({ ...FILES, 'index.html': '2', 'new.html': 'n' }, listing(), { release: 'r2' }),
      [],
      [],
    );
    const plan = switchTo(first, [atomic], bucket, { ...state, current: 'r2', atomic: true });
    expect(plan).toMatchObject({ replaced: [], rerouted: ['index.html', 'new.html'] });
  });

  test('in place after an atomic publish that stopped: the route leads back, wherever it got to', () => {
    const bucket = listing();
    const first = store(bucket, facts(FILES, bucket));
    const { manifest: atomic } = planPublishAtomic(facts(FILES, listing(), { release: 'r2' }), [], []);
    const unfinished = { from: ['r1'], to: 'r2' };
    expect(switchTo(first, [first, atomic], bucket, { ...state, unfinished })).toMatchObject({
      root: 'app/',
      route: true,
    });
  });

  test('after an interrupted switch: the paths that differ from what was live are invalidated again', () => {
    const bucket = listing();
    const first = store(bucket, facts(FILES, bucket));
    const next = store(bucket, facts({ ...FILES, 'index.html': '2' }, bucket, { release: 'r2' }));
    const unfinished = { from: ['r1'], to: 'r2' };
    const published = [{ release: 'r1', commit: '1', at: '' }];
    expect(switchTo(next, [first], bucket, { ...state, published, unfinished }).interrupted).toEqual(['index.html']);
  });

  test('after an interrupted first publish: caches may hold that there are no such pages', () => {
    const bucket = listing();
    const first = store(bucket, facts(FILES, bucket));
    const unfinished = { from: [], to: 'r1' };
    expect(switchTo(first, [first], bucket, { published: [], unfinished }).interrupted).toEqual([
      'index.html',
      'app.js',
    ]);
  });
});

test('a listing after changes: written objects are new, deleted ones are gone, the old listing stays', () => {
  const [a, b, c] = [object('a', '1'), object('b', '1'), object('c', '1')];
  const before = listing(a, b);
  const after = withChanges(
    before,
    new Map([
      ['b', undefined],
      ['c', c],
    ]),
  );
  expect([...after.values()]).toEqual([a, c]);
  expect([...before.keys()]).toEqual(['a', 'b']);
  expect(withChanges(before, new Map())).toBe(before);
});
