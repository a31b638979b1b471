/**
 * What we accept and what gcloud's own decoder accepts. The folders of `fixtures` are the expectation: `accepted` and
 * `refused` by both, `stricter` only refused by us, `newer` only known to us, and `api` refused by the API alone. Where gcloud is installed it is compared, too,
 * about the fixtures and about every case of the conversion's rows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/manifest/index.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import fc from '../../harness/seeded.ts';
import { manifestWith, read } from './documents.ts';
import { decodeByGcloud, hasGcloud } from './gcloud/decode.ts';
import { containerSection } from './rows/containers.ts';
import type { Kind } from './rows/types.ts';
import { SECTIONS } from './rows.ts';

const FOLDER = path.join(import.meta.dirname, 'fixtures');
type Expectation = 'accepted' | 'refused' | 'stricter' | 'newer' | 'api';
const fixtures = (['accepted', 'refused', 'stricter', 'newer', 'api'] as const).flatMap((expectation: Expectation) =>
  readdirSync(path.join(FOLDER, expectation)).map((name) => {
    const file = path.join(expectation, name);
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    return { file, text, expectation, because: /^# because: (.*)$/m.exec(text)?.[1] };
  }),
);

/** All that we have against a manifest, or undefined. */
function refusal(text: string, file = 'app.yaml'): string | undefined {
  try {
    read(text, file);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { location } of error.problems) expect(location?.file).toBe(file);
    return error.problems.map(({ subject, message }) => `${subject}: ${message}`).join('\n');
  }
}

describe('fixtures', () => {
  it('are at least sixty', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(60);
  });

  it.each(fixtures.filter(({ expectation }) => ['accepted', 'newer', 'api'].includes(expectation)))(
    'accepts $file',
    ({ text, file }) => {
      expect(refusal(text, file)).toBeUndefined();
    },
  );

  it.each(fixtures.filter(({ expectation }) => expectation === 'refused' || expectation === 'stricter'))(
    'refuses $file',
    ({ text, file, because }) => {
      expect(because).toBeDefined();
      expect(refusal(text, file)).toContain(because);
    },
  );
});

// In CI its absence is a failure: the runner images have it.
describe.skipIf(!hasGcloud && !process.env.CI)('gcloud (skipped where it is not on the PATH)', () => {
  it('agrees with the fixtures', { timeout: 60_000 }, () => {
    // A later version of gcloud accepts the fixtures that are too new for this one.
    const settled = fixtures.filter(({ expectation }) => expectation !== 'newer');
    const refusals = decodeByGcloud(settled.map(({ text }) => text));
    const wrong = settled.flatMap(({ file, expectation }, i) => {
      const accepted = refusals[i] === null;
      return accepted === ['accepted', 'stricter', 'api'].includes(expectation)
        ? []
        : [`${file}: ${refusals[i] ?? 'accepted'}`];
    });
    expect(wrong).toEqual([]);
  });

  it('accepts every scalar that we accept as text', { timeout: 60_000 }, () => {
    const scalar = fc.string({ unit: fc.constantFrom(...'0178.:_+-eExXyYnNoO~=<%@'), minLength: 1, maxLength: 6 });
    const texts = fc
      .sample(scalar, { numRuns: 400, seed: 1 })
      .map((value) => manifestWith('Service', containerSection, 'workingDir', '@').replace('"@"', value));
    const refusals = decodeByGcloud(texts);
    const ours = texts.map((text) => refusal(text) === undefined);
    expect(ours.filter(Boolean).length).toBeGreaterThan(50);
    expect(texts.filter((_, i) => ours[i] && refusals[i] !== null)).toEqual([]);
  });

  it('accepts every row that we accept, except what it does not know yet', { timeout: 60_000 }, () => {
    const kinds = Object.keys(TABLES) as Kind[];
    const texts = kinds.flatMap((kind) =>
      SECTIONS.filter(({ v1 }) => v1[kind] !== undefined).flatMap((section) =>
        section.cases
          .filter(
            ({ only, key }) =>
              (only === undefined || only.includes(kind)) && !/delayExecution|sandboxLauncher/.test(key),
          )
          .flatMap(({ key, good, bad, beside }) => [
            manifestWith(kind, section, key, good, beside),
            manifestWith(kind, section, key, bad, beside),
          ]),
      ),
    );
    expect(texts.length).toBeGreaterThan(500);
    const refusals = decodeByGcloud(texts);
    const accepted = texts.filter((text) => refusal(text) === undefined);
    expect(accepted.length).toBeGreaterThan(250);
    expect(
      texts.flatMap((text, i) =>
        refusal(text) === undefined && refusals[i] !== null ? [`${refusals[i]}\n${text}`] : [],
      ),
    ).toEqual([]);
  });
});
