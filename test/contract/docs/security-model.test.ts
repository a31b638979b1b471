/** The table of attackers: each cell names the tests that show it, and they exist. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, read, root } from '../sources.ts';
import { parseWorkflow, usesOf } from '../workflows/workflows.ts';

const WORKFLOWS = filesBelow('.github/workflows', '.yml');
const page = read('docs/security-model.md');
const section = page.slice(page.indexOf('## What an attacker can do'));
const lines = section
  .slice(0, section.indexOf('\n## ', 5))
  .split('\n')
  .filter((line) => line.startsWith('|'));
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
const [header = [], , ...rows] = lines.map(cellsOf);

/** Links to tests: `[text](../test/FILE "title")`. */
const LINK = /\[[^\]]+\]\(\.\.\/(\S+\.test\.ts) "([^"]+)"\)/g;

test('the table has a row for each attacker', () => {
  const attackers = rows.map(([name]) => name).join('\n');
  for (const part of [
    'test',
    'image',
    'fork',
    'pull request',
    'branch',
    'OIDC token',
    '`builder`',
    '`deployer`',
    '`canary`',
    '`preview`',
    'GitHub token',
    'registry',
    'server',
  ])
    expect(attackers).toContain(part);
  expect(header).toHaveLength(5);
});

describe.each(rows.map((row) => [row[0] ?? '', row] as const))('%s', (_, row) => {
  test.each(row.slice(1).map((cell, i) => [header[i + 1] ?? '', cell] as const))('%s: tests show it', (_, cell) => {
    const links = [...cell.matchAll(LINK)];
    expect(links.length, cell).toBeGreaterThan(0);
    expect(cell).toMatch(/^(Yes|No)[.,:]/);
    for (const [, file = '', title = ''] of links) {
      expect(existsSync(join(root, file)), file).toBe(true);
      const text = read(file);
      const titles = ["'", '"', '`'].map(
        (quote) => `${quote}${title.replaceAll("'", quote === "'" ? "\\'" : "'")}${quote}`,
      );
      expect(
        titles.some((one) => text.includes(one)),
        `${file} has no test "${title}"`,
      ).toBe(true);
    }
  });
});

/** Rows of the first table, by the beginning of their first cell: the jobs that each describes, as `WORKFLOW JOB`. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  plan: ['pipeline plan'],
  checks: ['pipeline checks', 'checks checks'],
  'frontend builds': ['pipeline frontends', 'checks frontends', 'preview frontends', 'promote frontends'],
  images: ['pipeline images', 'pipeline platforms', 'checks images'],
  release: ['pipeline release', 'promote release'],
  'source of a promotion': ['promote source'],
  advance: ['advance advance', 'advance approve'],
  rollback: ['rollback rollback'],
  'preview images': ['preview images'],
  preview: ['preview plan', 'preview deploy', 'preview publish', 'preview cancelled', 'preview cleanup'],
  'clean-up of previews on a schedule': ['preview-clean-up cleanup'],
};

const jobs = WORKFLOWS.flatMap((file) => {
  const text = read(file);
  if (!text.includes('workflow_call:')) return [];
  const name = file.split('/').at(-1)?.replace('.yml', '');
  return Object.entries(parseWorkflow(text).jobs).flatMap(([job, { permissions }]) =>
    permissions === undefined ? [] : [{ job: `${name} ${job}`, permissions: permissions as Record<string, string> }],
  );
});

test('the table of jobs has a row for each job with permissions', () => {
  expect(jobs.map(({ job }) => job).sort()).toEqual(Object.values(ROWS).flat().sort());
});

test.each(Object.entries(ROWS))('the row "%s" lists the permissions of its jobs', (row, described) => {
  const cells = page.split('\n').map(cellsOf);
  const token = cells.find(([name = '']) => name.split(/[,:;]/)[0] === row)?.[2] ?? '';
  const listed = [...token.matchAll(/`([^`]+)`/g)].map(([, permission]) => permission);
  for (const { job, permissions } of jobs.filter((one) => described.includes(one.job))) {
    const { 'id-token': _, ...granted } = permissions;
    expect(
      Object.entries(granted).map(([scope, level]) => `${scope}: ${level}`),
      job,
    ).toEqual(listed);
  }
});

test('an organization that allows only selected actions finds all of them, and no others', () => {
  const texts = WORKFLOWS.filter((file) => read(file).includes('workflow_call:'));
  const uses = texts
    .flatMap((file) => usesOf(parseWorkflow(read(file))))
    .map(({ uses: one }) => one.split('@')[0] ?? '');
  const others = new Set(uses.filter((one) => !/^(?:\.\/|actions\/)/.test(one)));
  const listed = /allows only selected actions must allow ([\s\S]*?)\.\n/.exec(page)?.[1]?.matchAll(/`([^`]+)`/g) ?? [];
  expect([...listed].map(([, name]) => name)).toEqual(['orchestra/actions/*', ...others]);
});
