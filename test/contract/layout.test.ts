/**
 * The layout of the tree: no import circles, type imports included, at most 12 source files in a folder, and at most 400 lines in a
 * file.
 */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, read } from './sources.ts';

const ROOTS = ['actions', 'src', 'packages', 'cli', 'scripts', 'spec', 'test'];

const MAX_FILES = 12;
const MAX_LINES = 400;

const sources = ROOTS.flatMap((folder) => filesBelow(folder, '.ts'));

describe('imports', () => {
  test('a circle is found through any number of files, and a file that imports itself', () => {
    const graph = { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['d', 'e'], e: [] };
    expect(circles(new Map(Object.entries(graph)))).toEqual([['a', 'b', 'c'], ['d']]);
  });

  test('form no circles, type imports included', () => {
    const found = circles(new Map(sources.map((file) => [file, importsOf(file)])));
    expect(found).toEqual([]);
  });
});

test(`folders hold at most ${MAX_FILES} source files: group them by what they hold`, () => {
  const counts = new Map<string, number>();
  for (const file of ROOTS.flatMap((folder) => filesBelow(folder, '')).filter((file) =>
    /\.([cm]?[jt]s|py)$/.test(file),
  )) {
    counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([]);
});

test(`files have at most ${MAX_LINES} lines: split them by subject`, () => {
  const lines = sources.map((file) => [file, read(file).split('\n').length - 1] as const);
  expect(lines.filter(([, count]) => count > MAX_LINES)).toEqual([]);
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

test('no exported name occurs twice in the actions, src and the command line', () => {
  const files = new Map<string, Set<string>>();
  for (const file of ['actions', 'src', 'cli'].flatMap((folder) => filesBelow(folder, '.ts')))
    for (const [, name = ''] of read(file).matchAll(EXPORTED))
      if (!OF_EACH_ACTION[name]?.test(file)) files.set(name, (files.get(name) ?? new Set()).add(file));
  const twice = [...files].filter(([, places]) => places.size > 1).map(([name, places]) => [name, [...places]]);
  expect(Object.fromEntries(twice), 'two meanings: give each its own name').toEqual({});
});
