/** Every error of docs/troubleshooting.md is one that a test provokes: its words stand in an assertion or a recorded call. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../..');
const page = readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8');

/** The entries' quoted parts: `**`A`**, **`B` … `C`** (warnings)` → A, B, C; what stands for something else is left out. */
const quoted = [...page.matchAll(/^\*\*`.*$/gm)].flatMap(([line]) =>
  [...line.matchAll(/\*\*(`.*?`)\*\*/g)]
    .flatMap(([, bold = '']) => [...bold.matchAll(/`([^`]+)`/g)])
    .flatMap(([, text = '']) => text.split('…').map((part) => part.trim())),
);

function textsOf(folder: string, ending: RegExp): string {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/node_modules|troubleshooting\.test\.ts$/.test(name))
    .map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'))
    .join('\n');
}

/** As a message reads: without the marks of regular expressions and of strings, on one line. */
const words = (text: string): string => text.replace(/\\(?=[^a-z])|['"`]\s*\+\s*['"`]/g, '').replace(/\s+/g, ' ');

test('the page names errors by their words', () => {
  expect(quoted.length).toBeGreaterThan(40);
});

const provoked = words(textsOf('test', /\.(?:ts|calls|yaml)$/));
test.each(quoted.filter((part) => part.length > 3))('a test provokes "%s"', (part) => {
  expect(provoked.includes(part), 'no test has these words').toBe(true);
});
