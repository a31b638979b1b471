/** Which objects of a bucket belong to other sites. */
import { expect, test } from 'vitest';
import {
  ALONE,
  belongsToOther,
  recordOfOther,
  sharedObjects,
} from '../../../actions/publish-frontend/plan/neighbouring-sites.ts';
import { nestedPrefixes } from '../../../actions/publish-frontend/store/neighbouring-sites.ts';

test.each([
  ['', ['.releases/state.json', 'docs/.releases/state.json', 'a/b/.releases/state.json'], ['docs/', 'a/b/']],
  ['app/', ['app/.releases/state.json', 'app/admin/.releases/state.json', 'app/x'], ['app/admin/']],
  ['app/', ['app/.releases/state.json', 'app/my.releases/state.json', 'app/.releases/r1/manifest.json'], []],
])('sites below "%s"', (prefix, names, expected) =>
  expect(nestedPrefixes({ bucket: 'b', prefix }, names)).toEqual(expected),
);

test('an object of another site is neither deleted nor overwritten; the rest is ours', () => {
  const neighbours = { below: ['app/admin/'], live: new Map([['app/shared.html', '']]) };
  expect(belongsToOther('app/admin/anything', neighbours)).toBe(true);
  expect(belongsToOther('app/shared.html', neighbours)).toBe(true);
  expect(belongsToOther('app/admin.html', neighbours)).toBe(false);
  expect(belongsToOther('app/admin/anything', ALONE)).toBe(false);
  expect(sharedObjects(['app/index.html', 'app/shared.html'], neighbours)).toEqual([
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
