/** Patterns of .dockerignore against BuildKit's own matcher, and the time they take. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../actions/build-image/reuse/ignore-pattern.ts';
import { processorTime } from '../../../harness/processor-time.ts';
import fc from '../../../harness/seeded.ts';

/** What github.com/moby/patternmatcher v0.6.1 returned for patterns and paths that were drawn at random. */
const responses = readFileSync(join(import.meta.dirname, '../../../fixtures/dockerignore-patterns.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { pattern: string; matches: string[]; others: string[] });

describe('as BuildKit', () => {
  it.each(responses)('$pattern', ({ pattern, matches, others }) => {
    const test = compilePattern(pattern);
    expect({ matches: matches.filter(test), others: others.filter((path) => !test(path)) }).toEqual({
      matches,
      others,
    });
  });
});

/** Each was seen to take a backtracking matcher seconds. */
const SLOW = ['*a', '**/a', '[^/]*a', '?*a', '**/*', '*?', '[a-z]*', '**/[ab]*'];

it.each(SLOW)('a pattern of many %s takes time in proportion to the path', (part) => {
  const test = compilePattern(`${part.repeat(40)}b`);
  const paths = [`${'a'.repeat(4000)}c`, `${'a/'.repeat(2000)}c`, `${'a'.repeat(200)}/`.repeat(20)];
  expect(processorTime(() => paths.forEach(test))).toBeLessThan(1500);
});

it('any pattern and path are judged, and in time', () => {
  const piece = fc.constantFrom(
    'a',
    '/',
    '*',
    '**',
    '**/',
    '?',
    '[ab]',
    '[^a]',
    '\\a',
    '.',
    '^',
    ']',
    '[',
    '(',
    'é',
    '🚀',
  );
  const judged = fc.property(
    fc.array(piece, { maxLength: 60 }),
    fc.array(fc.constantFrom('a', 'b', '/', '🚀'), { maxLength: 300 }),
    (parts, path) => {
      expect(typeof compilePattern(parts.join(''))(path.join(''))).toBe('boolean');
    },
  );
  expect(processorTime(() => fc.assert(judged, { numRuns: 300 }))).toBeLessThan(5000);
});
