/** Every error of docs/troubleshooting.md is one that a test provokes: an expectation of a test has its words. */
import { expect, test } from 'vitest';
import { filesBelow, read } from '../sources.ts';

/** The entries' quoted messages: `**`A` … `B`**, **`C`** (warnings)` → `A … B`, `C`. The ellipsis stands for any words. */
const quoted = [...read('docs/troubleshooting.md').matchAll(/^\*\*`.*$/gm)].flatMap(([line]) =>
  [...line.matchAll(/\*\*(`.*?`)\*\*/g)].map(([, bold = '']) => bold.replaceAll('`', '')),
);

/** A test file without comments, titles of tests and the marks of strings and regular expressions: one expectation per line. */
const expectations = (file: string): string =>
  read(file)
    .replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
    .replace(/(?:\b(?:describe|test|it)(?:\.\w+)*|^\s*\]\))\(\s*(['"`]).*?\1/gm, '')
    .replace(/\bname: (['"`]).*?\1/g, '')
    .replace(/['"`]\s*\+\s*['"`]/g, '')
    .replace(/\\(?=[^a-z])/g, '');

const tests = filesBelow('test', '.ts')
  .filter((file) => !file.startsWith('test/contract/docs/') && !file.startsWith('test/bench/'))
  .map(expectations);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (message: string): RegExp =>
  new RegExp(
    message
      .split(/\s*…\s*/)
      .map(literal)
      .join('[\\s\\S]{0,120}'),
  );

test('the page names errors by their words', () => {
  expect(quoted.length).toBeGreaterThan(40);
});

test.each(quoted)('a test provokes "%s"', (message) => {
  expect(
    tests.some((text) => pattern(message).test(text)),
    'no test expects these words',
  ).toBe(true);
});
