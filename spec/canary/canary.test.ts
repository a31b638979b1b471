import { describe, expect, test } from 'vitest';
import { explore, propertiesOf, withOnly } from '../explore.ts';
import { BROKEN_CANARIES, QUICK_CANARIES } from './bounds.ts';
import { canaryModel } from './model.ts';
import { ALL_CANARY_FENCES } from './protocol.ts';

describe('the canary without a runner', () => {
  test.each(QUICK_CANARIES)('keeps its promises: $name', (bound) => {
    const found = explore(canaryModel(bound));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_CANARIES)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(withOnly(caughtBy, canaryModel({ ...bound, fences: { [without]: false } })));
    expect(found.violation?.property).toBe(caughtBy);
  });

  test('each check is needed, and each property finds something', () => {
    expect(new Set(BROKEN_CANARIES.map(({ without }) => without))).toEqual(new Set(Object.keys(ALL_CANARY_FENCES)));
    const properties = BROKEN_CANARIES.flatMap((bound) => propertiesOf(canaryModel(bound)));
    expect(new Set(BROKEN_CANARIES.map(({ caughtBy }) => caughtBy))).toEqual(new Set(properties));
  });
});
