/** Attribute conditions of providers: the supported forms of CEL are evaluated like CEL; all others throw. */
import { expect, test } from 'vitest';
import { satisfies } from '../../../src/identity/iam.ts';

const claims = { ref: 'refs/heads/main', event_name: 'push', repository_id: 7 };

test.each([
  ["assertion.ref == 'refs/heads/main'", true],
  ['assertion.ref == "refs/heads/x"', false],
  ["assertion.ref != 'refs/heads/x' && assertion.event_name == 'push'", true],
  ["assertion.repository_id == '7'", true],
  ["assertion.event_name in ['push', 'schedule']", true],
  ["assertion.event_name in ['pushed', 'schedule']", false],
  ['assertion.event_name in []', false],
  ["assertion.ref.startsWith('refs/heads/')", true],
  ["assertion.ref.endsWith('/main')", true],
  ["assertion.ref.endsWith('/mai')", false],
  // A missing claim makes the expression fail, whatever it is compared with.
  ["assertion.environment != 'production'", false],
  ["assertion.environment in ['production']", false],
])('%s is %s', (condition, expected) => {
  expect(satisfies(condition, claims)).toBe(expected);
});

test.each([
  "assertion.ref.matches('main')",
  "assertion.ref == 'a' || assertion.ref == 'b'",
  'true',
  "'push' == assertion.event_name",
])('%s is not understood', (condition) => {
  expect(() => satisfies(condition, claims)).toThrow('does not understand the attribute condition');
});
