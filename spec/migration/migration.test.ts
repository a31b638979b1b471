import { describe, expect, test } from 'vitest';
import { explore } from '../explore.ts';
import { BROKEN_MIGRATIONS, QUICK_MIGRATIONS } from './bounds.ts';
import { migrationModel } from './model.ts';
import { MIGRATION_LIVENESS, MIGRATION_SAFETY } from './properties.ts';

const PROPERTIES = { safety: MIGRATION_SAFETY, liveness: MIGRATION_LIVENESS };

describe('the migration', () => {
  test.each(QUICK_MIGRATIONS)('keeps its promises: $name', (bound) => {
    const found = explore(migrationModel(bound, PROPERTIES));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_MIGRATIONS)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(migrationModel({ ...bound, fences: { [without]: false } }, PROPERTIES));
    expect(found.violation?.property).toBe(caughtBy);
  });
});
