/** Which refs can sign as an identity. */
import { expect, test } from 'vitest';
import { identityRefMatches } from '../../../src/provenance/identity.ts';

// A build of another ref leaves the caches alone that builds of the identity read.
test.each([
  ['refs/heads/main', true],
  ['refs/tags/v1', true],
  ['refs/heads/feature', false],
  ['refs/pull/7/merge', false],
  ['refs/heads/main/evil', false],
])('a run of %s can sign as an identity of main and tags: %s', (ref, can) => {
  expect(identityRefMatches(ref, { refs: ['refs/heads/main', 'refs/tags/*'] })).toBe(can);
});
