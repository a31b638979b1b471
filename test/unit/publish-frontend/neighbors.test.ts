/** Which objects of a bucket belong to other sites. */
import { expect, test } from 'vitest';
import type { SiteClients } from '../../../actions/publish-frontend/clients.ts';
import type { SiteInputs } from '../../../actions/publish-frontend/inputs.ts';
import {
  ALONE,
  belongsToOther,
  recordOfOther,
  sharedObjects,
} from '../../../actions/publish-frontend/plan/neighboring-sites.ts';
import { checkSharedObjects } from '../../../actions/publish-frontend/preflight/overwrites.ts';
import { nestedPrefixes } from '../../../actions/publish-frontend/store/neighboring-sites.ts';

test.each([
  ['', ['.releases/state.json', 'docs/.releases/state.json', 'a/b/.releases/state.json'], ['docs/', 'a/b/']],
  ['app/', ['app/.releases/state.json', 'app/admin/.releases/state.json', 'app/x'], ['app/admin/']],
  ['app/', ['app/.releases/state.json', 'app/my.releases/state.json', 'app/.releases/r1/manifest.json'], []],
])('sites below "%s"', (prefix, names, expected) =>
  expect(nestedPrefixes({ bucket: 'b', prefix }, names)).toEqual(expected),
);

test('an object of another site is neither deleted nor overwritten; the rest is ours', () => {
  const neighbors = { below: ['app/admin/'], live: new Map([['app/shared.html', '']]) };
  expect(belongsToOther('app/admin/anything', neighbors)).toBe(true);
  expect(belongsToOther('app/shared.html', neighbors)).toBe(true);
  expect(belongsToOther('app/admin.html', neighbors)).toBe(false);
  expect(belongsToOther('app/admin/anything', ALONE)).toBe(false);
  expect(sharedObjects(['app/index.html', 'app/shared.html'], neighbors)).toEqual([
    { name: 'app/shared.html', prefix: '' },
  ]);
});

test.each([
  ['app/admin/.releases/r1/manifest.json', { name: 'app/admin/.releases/r1/manifest.json', prefix: 'app/admin/' }],
  ['app/admin/.releases/r1/files/abc', { name: 'app/admin/.releases/r1/files/abc', prefix: 'app/admin/' }],
  ['app/admin/index.html', undefined],
  ['app/other/.releases/r1/manifest.json', undefined],
])('%s among our files', (name, found) => {
  expect(recordOfOther(['app/index.html', name], { below: ['app/admin/'], live: new Map() })).toEqual(found);
});

test.each([
  ['app/admin/.releases/r1/manifest.json', false, 'is a record of another site, gs://b/app/admin/'],
  // A record is not overwritten by force.
  ['app/admin/.releases/r1/manifest.json', true, 'is a record of another site, gs://b/app/admin/'],
  ['app/shared.html', false, 'belong to another site, gs://b/, for instance app/shared.html'],
])('a publish of %s with force: %s is refused', (name, force, message) => {
  const neighbors = { below: ['app/admin/'], live: new Map([['app/shared.html', '']]) };
  const inputs = { layout: { bucket: 'b', prefix: 'app/' }, force } as unknown as SiteInputs;
  const clients = { context: { log: { warning: () => {} } } } as unknown as SiteClients;
  expect(() => checkSharedObjects(['app/index.html', name], neighbors, inputs, clients)).toThrow(message);
});
