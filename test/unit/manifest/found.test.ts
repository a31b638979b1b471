/** Manifests as they are found: what the conversion, the emulator's API and, where it is installed, gcloud make of each. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PARENT, startFixture } from '../../../packages/emulator/test/unit/run/fixture.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { read } from './documents.ts';
import { decodeByGcloud, hasGcloud } from './gcloud/decode.ts';

const [, ...documents] = readFileSync(path.join(import.meta.dirname, 'found.yaml'), 'utf8').split(/^---\n/m);
const shapes = documents.map((document) => {
  const [, name = '', verdict = '', says = ''] = /^# (.*) \| (\w+)(?:: (.*))?\n/.exec(document) ?? [];
  return { name, verdict, says, document };
});
const only = (...verdicts: string[]) => shapes.filter(({ verdict }) => verdicts.includes(verdict));

it('has at least sixty shapes, each with a verdict', () => {
  expect(shapes.length).toBeGreaterThanOrEqual(60);
  expect(only('accepted', 'note', 'api', 'refused')).toHaveLength(shapes.length);
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
});

describe('the conversion', () => {
  it.each(only('accepted', 'api'))('accepts: $name', ({ document }) => {
    expect(read(document).warnings).toEqual([]);
  });

  it.each(only('note'))('accepts with one note: $name', ({ document, says }) => {
    const notes = read(document).warnings.filter(({ message }) => new RegExp(says).test(message));
    expect(notes.length).toBeGreaterThan(0);
    if (says.startsWith('only the server')) expect(notes).toHaveLength(1);
  });

  it.each(only('refused'))('refuses: $name', ({ document, says }) => {
    const refusal = () => read(document);
    expect(refusal).toThrow(new RegExp(says));
    try {
      refusal();
    } catch (error) {
      for (const { location } of (error as InputError).problems)
        expect(location).toMatchObject({ file: 'app.yaml', line: expect.any(Number) });
      expect(error).toBeInstanceOf(InputError);
    }
  });
});

describe('the API', () => {
  const validate = async (document: string) => {
    const { call } = await startFixture();
    const { kind, name, resource } = read(document);
    const collection = kind === 'Job' ? `jobs?jobId=${name}` : `services?serviceId=${name}`;
    return await call('POST', `${PARENT}/${collection}&validateOnly=true`, resource);
  };

  it.each(only('accepted', 'note'))('accepts: $name', async ({ document }) => {
    const { status, body } = await validate(document);
    expect({ status, error: body.error?.message }).toEqual({ status: 200, error: undefined });
  });

  it.each(only('api'))('refuses: $name', async ({ document, says }) => {
    const { status, body } = await validate(document);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(new RegExp(says));
  });
});

// In CI its absence is a failure: the runner images have it.
describe.skipIf(!hasGcloud && !process.env.CI)('gcloud (skipped where it is not on the PATH)', () => {
  it('decodes all that we accept', { timeout: 60_000 }, () => {
    const ours = only('accepted', 'note', 'api');
    const refusals = decodeByGcloud(ours.map(({ document }) => document));
    expect(ours.flatMap(({ name }, i) => (refusals[i] === null ? [] : [`${name}: ${refusals[i]}`]))).toEqual([]);
  });
});
