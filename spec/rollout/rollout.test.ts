import { describe, expect, test } from 'vitest';
import { explore } from '../explore.ts';
import { BROKEN, QUICK } from './bounds.ts';
import { rolloutModel } from './checked-model.ts';

describe('the rollout', () => {
  test.each(QUICK)('keeps its promises: $name', (bound) => {
    const found = explore(rolloutModel(bound));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(rolloutModel({ ...bound, fences: { [without]: false } }));
    expect(found.violation?.property).toBe(caughtBy);
  });
});
