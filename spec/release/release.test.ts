import { describe, expect, test } from 'vitest';
import { explore } from '../explore.ts';
import { BROKEN_RELEASES, QUICK_RELEASES } from './bounds.ts';
import { releaseModel } from './model.ts';

describe('the release', () => {
  test.each(QUICK_RELEASES)('keeps its promises: $name', (bound) => {
    const found = explore(releaseModel(bound));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_RELEASES)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(releaseModel({ ...bound, fences: { [without]: false } }));
    expect(found.violation?.property).toBe(caughtBy);
  });
});
