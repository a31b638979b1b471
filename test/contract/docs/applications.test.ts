/** The guide of applications by language shows what test/e2e/applications.test.ts releases. */
import { expect, test } from 'vitest';
import { filesBelow, read } from '../sources.ts';

const SHOP = 'test/e2e/shop';
/** Without the space between tokens, and without the key that only the test sets, since no scanner can be pulled there. */
const plain = (text: string): string => text.replaceAll('"sbom": false, ', '').replace(/\s+/g, '');

const sources = ['.yml', '.yaml', '.mjs', 'Dockerfile']
  .flatMap((ending) => filesBelow(SHOP, ending))
  .map((file) => plain(read(file)));
const blocks = [...read('docs/guides/applications.md').matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test('there are some', () => expect(blocks.length).toBeGreaterThan(7));

test.each(blocks.map((text) => [text.trim().slice(0, 60), text]))('%s is that of the application', (_, text) => {
  expect(sources.filter((source) => source.includes(plain(text)))).not.toEqual([]);
});
