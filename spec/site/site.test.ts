import { describe, expect, test } from 'vitest';
import { explore, propertiesOf, withOnly } from '../explore.ts';
import { BROKEN_SITES, QUICK_SITES } from './bounds.ts';
import { ALL_SITE_FENCES } from './fences.ts';
import { siteModel } from './model.ts';
import { SITE_PROPERTIES } from './properties.ts';

describe('the publishing of a site', () => {
  test.each(QUICK_SITES)('keeps its promises: $name', (bound) => {
    const found = explore(siteModel(bound, SITE_PROPERTIES));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_SITES)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(withOnly(caughtBy, siteModel({ ...bound, fences: { [without]: false } }, SITE_PROPERTIES)));
    expect(found.violation?.property).toBe(caughtBy);
  });

  test('each check is needed, and each property finds something', () => {
    expect(new Set(BROKEN_SITES.map(({ without }) => without))).toEqual(new Set(Object.keys(ALL_SITE_FENCES)));
    const properties = BROKEN_SITES.flatMap((bound) => propertiesOf(siteModel(bound, SITE_PROPERTIES)));
    expect(new Set(BROKEN_SITES.map(({ caughtBy }) => caughtBy))).toEqual(new Set(properties));
  });
});
