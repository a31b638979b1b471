import { describe, expect, test } from 'vitest';
import { explore, propertiesOf, withOnly } from '../explore.ts';
import { BROKEN_MIGRATIONS, QUICK_MIGRATIONS } from './bounds.ts';
import { migrationModel } from './model.ts';
import { MIGRATION_PROPERTIES } from './properties.ts';
import { ALL_MIGRATION_FENCES } from './protocol.ts';

describe('the migration', () => {
  test.each(QUICK_MIGRATIONS)('keeps its promises: $name', (bound) => {
    const found = explore(migrationModel(bound, MIGRATION_PROPERTIES));
    expect(found.violation).toBeUndefined();
    expect(found.complete).toBe(true);
  });

  test.each(BROKEN_MIGRATIONS)('$name is caught: $caughtBy', ({ without, caughtBy, ...bound }) => {
    const found = explore(
      withOnly(caughtBy, migrationModel({ ...bound, fences: { [without]: false } }, MIGRATION_PROPERTIES)),
    );
    expect(found.violation?.property).toBe(caughtBy);
  });

  test('each check is needed, and each property finds something', () => {
    expect(new Set(BROKEN_MIGRATIONS.map(({ without }) => without))).toEqual(
      new Set(Object.keys(ALL_MIGRATION_FENCES)),
    );
    const properties = BROKEN_MIGRATIONS.flatMap((bound) => propertiesOf(migrationModel(bound, MIGRATION_PROPERTIES)));
    expect(new Set(BROKEN_MIGRATIONS.map(({ caughtBy }) => caughtBy))).toEqual(new Set(properties));
  });
});
