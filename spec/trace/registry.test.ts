/** A successful run has tagged its image; the check notices one that has not. */
import { expect, test } from 'vitest';
import type { Call } from './calls.ts';
import { unexpectedTags } from './registry.ts';

const TAGS = ['c1', 'c'];
const succeeded = [{ by: 'A', began: 10, ended: 100 }];
const facts = { succeeded, tagsOf: (by: string) => (by === 'A' ? TAGS : []) };

const tag = (by: string, name: string, image: string, at: number, status = '201'): Call => ({
  action: 'build-image',
  phase: 'main',
  by,
  api: 'registry',
  method: 'PUT',
  target: `/v2/p/r/web/manifests/${name}`,
  status,
  body: { image },
  at,
  sent: at - 1,
});
/** Docker pushes one tag, and the step adds the other. */
const BUILT = [tag('A.docker', 'c1', 'a', 50), tag('A', 'c', 'a', 60)];

test.each<readonly [string, readonly Call[]]>([
  ['it has pushed its tags', BUILT],
  ['another run moves one of them after it has looked', [...BUILT, tag('B', 'c1', 'b', 70)]],
  [
    'immutable tags have named its image before',
    [tag('B', 'c1', 'a', 1), tag('B', 'c', 'a', 2), tag('A', 'c1', 'a', 50, '400'), tag('A', 'c', 'a', 50, '400')],
  ],
  ['it was built anew after a part was missing', [tag('A', 'c1', 'old', 20), tag('A', 'c', 'old', 20), ...BUILT]],
])('a run may succeed if %s', (_, calls) => {
  expect(unexpectedTags(calls, facts)).toEqual([]);
});

test.each<readonly [string, readonly Call[], RegExp]>([
  ['one of its tags is not there', BUILT.slice(0, 1), /c1 and c did not name its image/],
  ['it has tagged nothing', [], /did not name its image/],
  [
    'an immutable tag names another image',
    [tag('B', 'c1', 'b', 1), tag('B', 'c', 'b', 2), tag('A', 'c1', 'a', 50, '400'), tag('A', 'c', 'a', 50, '400')],
    /did not name its image/,
  ],
  ['its tags name two images', [tag('A', 'c1', 'a', 50), tag('A', 'c', 'b', 60)], /did not name its image/],
  [
    'another run had moved what its docker has pushed',
    [...BUILT.slice(0, 1), tag('B', 'c1', 'b', 55), ...BUILT.slice(1)],
    /c1 was moved after its docker had pushed it/,
  ],
])('a run does not succeed if %s', (_, calls, wrong) => {
  expect(unexpectedTags(calls, facts).join('\n')).toMatch(wrong);
});
