import { describe, expect, test } from 'vitest';
import { explore } from '../explore.ts';
import { BROKEN_CANARIES, QUICK_CANARIES } from './bounds.ts';
import { canaryModel } from './model.ts';

describe('the canary without a runner', () => {
  test.each(QUICK_CANARIES)('keeps its promises: $name', (bound) => {
    const found = explore(canaryModel(bound));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_CANARIES)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(canaryModel({ ...bound, fences: { [without]: false } }));
    expect(found.violation?.property).toBe(caughtBy);
  });
});
