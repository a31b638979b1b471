import { describe, expect, test } from 'vitest';
import { explore } from '../explore.ts';
import { BROKEN_SITES, QUICK_SITES } from './bounds.ts';
import { siteModel } from './model.ts';
import { SITE_LIVENESS, SITE_SAFETY } from './properties.ts';

const PROPERTIES = { safety: SITE_SAFETY, liveness: SITE_LIVENESS };

describe('the publishing of a site', () => {
  test.each(QUICK_SITES)('keeps its promises: $name', (bound) => {
    const found = explore(siteModel(bound, PROPERTIES));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_SITES)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(siteModel({ ...bound, fences: { [without]: false } }, PROPERTIES));
    expect(found.violation?.property).toBe(caughtBy);
  });
});
