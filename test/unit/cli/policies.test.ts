/** Which roles are enough. */
import { expect, test } from 'vitest';
import { grants } from '../../../cli/doctor/policies.ts';

const grant = (role: string, wanted: string, more = {}) =>
  grants([{ role, members: ['serviceAccount:run'], ...more }], wanted, (member) => member === 'serviceAccount:run');

test.each(['client', 'editor', 'admin'])('roles/cloudsql.%s connects to Cloud SQL', (role) => {
  expect(grant(`roles/cloudsql.${role}`, 'roles/cloudsql.client')).toBe(true);
});
test('neither a narrower role nor one with a condition is enough', () => {
  expect(grant('roles/cloudsql.viewer', 'roles/cloudsql.client')).toBe(false);
  expect(grant('roles/cloudsql.client', 'roles/cloudsql.client', { condition: { expression: 'x' } })).toBe(false);
});
