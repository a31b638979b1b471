/** Guides that are made from the code are as fresh as it, and links of all pages lead to files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderGuide } from '../../../scripts/docs.ts';
import { filesBelow, read, root } from '../sources.ts';

test('the tables of gcloud flags are those of the command line (npm run docs)', () => {
  const page = read('docs/guides/gcloud-run-deploy.md');
  expect(renderGuide(page)).toBe(page);
});

const pages = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];
test.each(pages)('links of %s lead to files', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => !existsSync(join(root, page, '..', link)));
  expect(broken).toEqual([]);
});
