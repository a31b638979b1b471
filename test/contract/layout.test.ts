/**
 * The layout of the tree: no import circles, type imports included, and at most 12 source files in a folder. What does not
 * keep this yet is listed by name; an entry that is no longer needed fails, so the lists only shrink.
 */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, read } from './sources.ts';

const ROOTS = ['actions', 'src', 'packages', 'cli', 'scripts', 'spec', 'test'];

/** Import circles that are to be resolved: the files of each, sorted. */
const CIRCLES: readonly (readonly string[])[] = [];

const MAX_FILES = 12;

/** Folders with more files, which are to be regrouped. */
const LARGE_FOLDERS: readonly string[] = [];

const sources = ROOTS.flatMap((folder) => filesBelow(folder, '.ts'));

describe('imports', () => {
  test('a circle is found through any number of files, and a file that imports itself', () => {
    const graph = { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['d', 'e'], e: [] };
    expect(circles(new Map(Object.entries(graph)))).toEqual([['a', 'b', 'c'], ['d']]);
  });

  test('form no circles, type imports included', () => {
    const found = circles(new Map(sources.map((file) => [file, importsOf(file)])));
    const known = new Set(CIRCLES.map(String));
    expect(found.filter((circle) => !known.has(String(circle)))).toEqual([]);
    const left = new Set(found.map(String));
    expect(
      CIRCLES.filter((circle) => !left.has(String(circle))),
      'resolved: remove them from CIRCLES',
    ).toEqual([]);
  });
});

test(`folders hold at most ${MAX_FILES} source files`, () => {
  const counts = new Map<string, number>();
  for (const file of ROOTS.flatMap((folder) => filesBelow(folder, '')).filter((file) =>
    /\.([cm]?[jt]s|py)$/.test(file),
  )) {
    counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  }
  const large = [...counts].filter(([, count]) => count > MAX_FILES).map(([folder]) => folder);
  expect(
    large.filter((folder) => !LARGE_FOLDERS.includes(folder)),
    'too many files: group them in folders by what they hold',
  ).toEqual([]);
  expect(
    LARGE_FOLDERS.filter((folder) => !large.includes(folder)),
    'no longer large: remove them from LARGE_FOLDERS',
  ).toEqual([]);
});

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]) => a.localeCompare(b);

/** The strongly connected components with an edge inside, each sorted (Tarjan's algorithm). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): number => {
    const own = index.size;
    let least = own;
    index.set(node, own);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) least = Math.min(least, visit(next));
      else if (stack.includes(next)) least = Math.min(least, index.get(next) as number);
    }
    if (least === own) {
      const component = stack.splice(stack.indexOf(node)).sort();
      if (component.length > 1 || graph.get(node)?.includes(node)) found.push(component);
    }
    return least;
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found.sort(byFirst);
}

/** Each action has one of each, in the file of that name; its entry files hand them to `runAction`. */
const OF_EACH_ACTION: Readonly<Record<string, RegExp>> = {
  run: /^actions\/[^/]+\/run\.ts$/,
  readInputs: /^actions\/[^/]+\/inputs\.ts$/,
};

const EXPORTED =
  /^export (?:declare |abstract |async )*(?:interface|type|class|enum|const|let|function\*?) (?!\{)\*?\s*(\w+)/gm;

test('an exported name stands once in the actions, src and the command line', () => {
  const files = new Map<string, Set<string>>();
  for (const file of ['actions', 'src', 'cli'].flatMap((folder) => filesBelow(folder, '.ts')))
    for (const [, name = ''] of read(file).matchAll(EXPORTED))
      if (!OF_EACH_ACTION[name]?.test(file)) files.set(name, (files.get(name) ?? new Set()).add(file));
  const twice = [...files].filter(([, places]) => places.size > 1).map(([name, places]) => [name, [...places]]);
  expect(Object.fromEntries(twice), 'two meanings: give each its own name').toEqual({});
});
