/** The guide of applications by language shows what test/e2e/applications.test.ts releases. */
import { expect, test } from 'vitest';
import { findCacheMounts } from '../../../actions/build-image/cache-mounts/find-mounts.ts';
import { filesBelow, read } from '../sources.ts';

const SHOP = 'test/e2e/shop';
/** Without the space between tokens, and without the key that only the test sets, since no scanner can be pulled there. */
const plain = (text: string): string => text.replaceAll('"sbom": false, ', '').replace(/\s+/g, '');

const sources = ['.yml', '.yaml', '.mjs', 'Dockerfile']
  .flatMap((ending) => filesBelow(SHOP, ending))
  .map((file) => plain(read(file)));
const all = [...read('docs/guides/applications.md').matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, text = '']) => text);
/** Maven's repository is not at hand in every test run. */
const maven = all.filter((text) => text.includes('maven:'));
const blocks = all.filter((text) => !maven.includes(text));

test('there are some', () => expect(blocks.length).toBeGreaterThan(7));

test.each(blocks.map((text) => [text.trim().slice(0, 60), text]))('%s is that of the application', (_, text) => {
  expect(sources.filter((source) => source.includes(plain(text)))).not.toEqual([]);
});

test('the stage for Maven has a cache mount that build-image keeps', () => {
  expect(maven).toHaveLength(1);
  const found = findCacheMounts(maven[0] as string, undefined, new Map());
  expect(found.stages.flatMap(({ mounts }) => mounts.map(({ name }) => name))).toEqual(['/root/.m2']);
  expect(found.notes).toEqual([]);
});
