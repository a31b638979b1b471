/** Manifests, code and READMEs say the same: names, defaults, descriptions. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderReadme } from '../../scripts/docs.ts';
import { readSurroundings } from '../../src/runtime/action.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { createInputReader, type InputReader } from '../../src/runtime/inputs.ts';
import { ACTIONS, filesBelow, manifestOf, read, root } from './sources.ts';

const SHARED = ['workload-identity-provider', 'service-account', 'project', 'commit', 'dry-run'];

/** The inputs that the code asks for, with their fallbacks, when nothing was given. */
async function readNames(action: string): Promise<ReadonlyMap<string, string | undefined>> {
  const { readInputs } = (await import(join(root, 'actions', action, 'inputs.ts'))) as {
    readInputs: (reader: InputReader, context: unknown) => unknown;
  };
  const reader = createInputReader({});
  try {
    readInputs(reader, {
      ...readSurroundings({}),
      state: () => '',
      clock: { now: () => 0 },
      log: { warning: () => {}, info: () => {}, debug: () => {} },
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return reader.reads;
}

describe.each(ACTIONS)('%s', (action) => {
  const manifest = manifestOf(action);

  test('declares every input that it reads and reads every input that it declares', async () => {
    expect([...(await readNames(action)).keys()].sort()).toEqual(Object.keys(manifest.inputs).sort());
  });

  test('has the same defaults in the manifest and in the code', async () => {
    const inCode = await readNames(action);
    const differing = Object.entries(manifest.inputs)
      .filter(([name, { default: standard }]) => (inCode.get(name) ?? '') !== (standard ?? '').replace(/\n$/, ''))
      .map(([name, { default: standard }]) => `${name}: manifest ${standard}, code ${inCode.get(name)}`);
    expect(differing).toEqual([]);
  });

  test('gives every default as text, as the runner passes it', () => {
    for (const [name, { default: standard }] of Object.entries(manifest.inputs)) {
      expect(typeof (standard ?? ''), name).toBe('string');
    }
  });

  test('describes the shared inputs in the same words as the others', () => {
    const reference = manifestOf('build-image').inputs;
    for (const name of SHARED) {
      expect(manifest.inputs[name], name).toEqual(reference[name]);
    }
    // What a region is for differs, but one block of inputs fits all four.
    expect(manifest.inputs.region).toBeDefined();
  });

  test('sets no output that it does not declare', () => {
    const names = filesBelow(`actions/${action}`, '.ts').flatMap((file) =>
      [...read(file).matchAll(/\.output\('([a-z-]+)'/g)].map((match) => match[1]),
    );
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !((name as string) in manifest.outputs))).toEqual([]);
  });

  test('runs on Node 24, from the bundle beside it in dist', () => {
    expect(manifest.runs.using).toBe('node24');
    expect(manifest.runs.main).toBe(`../../dist/${action}/main.cjs`);
    const post = existsSync(join(root, 'actions', action, 'post.ts'));
    expect(manifest.runs.post).toBe(post ? `../../dist/${action}/post.cjs` : undefined);
    expect(manifest.runs['post-if']).toBe(post ? 'always()' : undefined);
  });

  test('has a README whose tables are made from the manifest (npm run docs)', () => {
    const readme = read(`actions/${action}/README.md`);
    expect(readme).toBe(renderReadme(readme, manifest));
  });
});
