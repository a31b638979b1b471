/** Guides that are made from the code are as fresh as it, and links of all pages lead to files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderGuide, renderSetup } from '../../../scripts/docs.ts';
import { readManifest } from '../../../src/manifest/index.ts';
import { filesBelow, read, root } from '../sources.ts';
import { filesOf } from '../terraform/plan.ts';

test('the tables of gcloud flags are those of the command line (npm run docs)', () => {
  const page = read('docs/guides/gcloud-run-deploy.md');
  expect(renderGuide(page)).toBe(page);
});

test('the commands of the setup of one service are those of init (npm run docs)', () => {
  const page = read('docs/setup/one-service.md');
  expect(renderSetup(page)).toBe(page);
});

const roles = [...read('docs/setup/one-service.md').matchAll(/--role=roles\/([\w.]+)/g)].map(([, role = '']) => role);
test.each([
  ['docs/setup/one-service', filesOf('docs/setup/one-service')],
  ['docs/setup.md', read('docs/setup.md')],
  ['docs/setup', filesOf('docs/setup')],
])('%s grants the same roles', (_, text) => {
  expect(roles).toContain('iam.workloadIdentityUser');
  expect(roles.filter((role) => !text.includes(role))).toEqual([]);
});

/** Instructions of https://docs.docker.com/reference/dockerfile that start a line. */
const INSTRUCTIONS = /^(?:FROM|WORKDIR|COPY|RUN|USER|ENV|CMD|EXPOSE|ENTRYPOINT|ARG) \S/;
const dockerfiles = [...read('docs/guides/no-dockerfile.md').matchAll(/```dockerfile\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
);
test.each(dockerfiles)('a Dockerfile of the guide is one: %#', (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  expect(lines.filter((line) => !INSTRUCTIONS.test(line))).toEqual([]);
  const stages = [...text.matchAll(/^FROM \S+:\S+(?: AS (\w+))?$/gm)].map(([, name]) => name);
  expect(stages.length).toBe(text.match(/^FROM/gm)?.length);
  for (const [, from] of text.matchAll(/--from=(\w+)/g)) expect(stages).toContain(from);
  const last = text.slice(text.lastIndexOf('FROM'));
  expect(last).toMatch(/^USER (?!root|0)\w+$/m);
  expect(JSON.parse(/^CMD (.*)$/m.exec(last)?.[1] ?? 'null')).toBeInstanceOf(Array);
});

const manifests = filesBelow('docs', '.md').flatMap((file) =>
  [...read(file).matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, text = '']) =>
    /^kind: (Service|Job|WorkerPool)$/m.test(text) ? [{ file, text }] : [],
  ),
);
test.each(manifests)('a manifest of $file is one that deploy-run takes', ({ text, file }) => {
  const place = { project: 'acme-prod', region: 'us-central1' };
  const names = [
    ['PROJECT', 'acme-prod'],
    ['REGION', 'us-central1'],
    ['COMMIT', '0'.repeat(40)],
  ] as const;
  const { kind, resource } = readManifest({ text, file, ...place, substitutions: new Map(names) });
  expect(resource).toHaveProperty('template');
  expect(kind).toBeTruthy();
});

const pages = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];
test.each(pages)('links of %s lead to files', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)\s]*)?(?: "[^"]*")?\)/g)].map(
    ([, link = '']) => link,
  );
  const broken = links.filter((link) => !existsSync(join(root, page, '..', link)));
  expect(broken).toEqual([]);
});
