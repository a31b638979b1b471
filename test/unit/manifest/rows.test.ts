import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/manifest/index.ts';
import { InputError, type Problem } from '../../../src/runtime/errors.ts';
import { manifestWith, pathOf, read, valueAt } from './documents.ts';
import type { Kind, Section } from './rows/types.ts';
import { rowsOf, SECTIONS } from './rows.ts';

const KINDS = Object.keys(TABLES) as Kind[];

function problemsOf(text: string): readonly Problem[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

/** The sections of a kind, with the words of a key. */
function each<T extends { key: string; only?: readonly Kind[] }>(
  kind: Kind,
  items: (section: Section) => readonly T[],
) {
  return SECTIONS.filter(({ v1 }) => v1[kind] !== undefined).flatMap((section) =>
    items(section)
      .filter(({ only }) => only === undefined || only.includes(kind))
      .map((item) => ({ section, item, words: words(section.v1[kind] ?? '', item.key) })),
  );
}
const words = (base: string, key: string) => (base === '' || key.startsWith('[') ? base + key : `${base}.${key}`);

describe.each(KINDS)('%s', (kind) => {
  const cases = each(kind, ({ cases }) => cases);
  const refused = each(kind, ({ refused }) => refused);

  it('has a case for every row of its table, and none for another', () => {
    const tested = new Set([...cases, ...refused].map(({ words }) => JSON.stringify(pathOf(words))));
    const rows = new Set(rowsOf(TABLES[kind]).map((row) => JSON.stringify(pathOf(row))));
    expect([...rows].filter((row) => !tested.has(row))).toEqual([]);
    expect([...tested].filter((row) => !rows.has(row))).toEqual([]);
  });

  it.each(cases.map((one) => ({ ...one, name: one.words })))('carries $name', ({ section, item, words }) => {
    const text = manifestWith(kind, section, item.key, item.good, item.beside);
    const { resource, warnings } = read(text);
    const base = valueAt(resource, section.v2[kind] ?? '');
    const mentions = warnings.filter(({ subject, message }) => subject === words || message.includes(words));
    if (typeof item.becomes === 'object')
      for (const [path, value] of Object.entries(item.becomes)) expect(valueAt(base, path)).toEqual(value);
    if (typeof item.becomes === 'string') expect(mentions.length > 0).toBe(item.becomes !== 'checked');
    else expect(mentions).toEqual([]);
    expect(JSON.stringify(resource)).not.toMatch(/run\.googleapis\.com|knative\.dev/);
  });

  it.each(cases.filter(({ item }) => item.says).map((one) => ({ ...one, name: one.words })))(
    'refuses a bad $name',
    ({ section, item, words }) => {
      const text = manifestWith(kind, section, item.key, item.bad, item.beside);
      const problems = problemsOf(text);
      expect(problems.map(({ subject, message }) => `${subject}: ${message}`).join('\n')).toMatch(item.says as RegExp);
      for (const { location } of problems)
        expect(location).toMatchObject({ file: 'app.yaml', line: expect.any(Number) });
      // About the key itself, what it holds, or the mapping that it leaves incomplete.
      const about = problems.filter(({ subject }) => subject.startsWith(words) || words.startsWith(subject));
      expect(item.key === 'kind' ? problems : about).not.toEqual([]);
    },
  );

  it.each(refused.map((one) => ({ ...one, name: one.words })))('refuses $name', ({ section, item, words }) => {
    const without = manifestWith(kind, section, '../x', undefined, {});
    expect(problemsOf(without)).toEqual([]);
    const text = manifestWith(kind, section, item.key, item.value, item.beside);
    const problem = problemsOf(text).find(({ subject }) => subject === words);
    expect(problem?.message).toMatch(item.says);
    const key = pathOf(words).at(-1) as string;
    expect(text.split('\n')[(problem?.location?.line ?? 0) - 1]).toContain(key);
  });
});
