import { describe, expect, test } from 'vitest';
import { explore, propertiesOf, withOnly } from '../explore.ts';
import { BROKEN_RELEASES, QUICK_RELEASES } from './bounds.ts';
import { releaseModel } from './model.ts';
import { ALL_RELEASE_FENCES } from './protocol.ts';

describe('the release', () => {
  test.each(QUICK_RELEASES)('keeps its promises: $name', (bound) => {
    const found = explore(releaseModel(bound));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_RELEASES)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(withOnly(caughtBy, releaseModel({ ...bound, fences: { [without]: false } })));
    expect(found.violation?.property).toBe(caughtBy);
  });

  test('each check is needed, and each property finds something', () => {
    expect(new Set(BROKEN_RELEASES.map(({ without }) => without))).toEqual(new Set(Object.keys(ALL_RELEASE_FENCES)));
    const properties = BROKEN_RELEASES.flatMap((bound) => propertiesOf(releaseModel(bound)));
    expect(new Set(BROKEN_RELEASES.map(({ caughtBy }) => caughtBy))).toEqual(new Set(properties));
  });
});
