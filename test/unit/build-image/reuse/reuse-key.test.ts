/** A wrong hit must be impossible: whatever changes one thing that shapes the image changes the key. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BuildInputs } from '../../../../actions/build-image/inputs.ts';
import { fingerprintFolder } from '../../../../actions/build-image/reuse/context-files.ts';
import { gatherIngredients, reuseKey } from '../../../../actions/build-image/reuse/key.ts';
import fc from '../../../harness/seeded.ts';
import { anInput } from '../inputs-of.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'key-'));
  write('Dockerfile', 'FROM alpine');
  write('src/main.go', 'package main');
  write('proto/a.proto', 'syntax');
  write('.gitignore', 'dist');
  write('dist/out.js', '1');
  write('notes.txt', 'n');
  write('.dockerignore', 'notes.txt');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const keyOf = (about: Partial<BuildInputs> = {}, epoch?: string) =>
  reuseKey(gatherIngredients(anInput({ workspace: root, ...about }), epoch));

describe('the key stays', () => {
  it.each<[string, () => void]>([
    ['when nothing changes', () => {}],
    ['when a file that is not sent changes', () => write('notes.txt', 'other')],
    ['when a file is touched', () => utimesSync(join(root, 'src/main.go'), 1, 1)],
  ])('%s', (_name, change) => {
    const before = keyOf();
    change();
    expect(keyOf()).toBe(before);
  });

  it('for another commit, tag, cache, builder, age, and value of a secret', () => {
    const secrets = (value: string) => ({ secrets: new Map([['npm', value]]) });
    expect(keyOf({ commit: 'd'.repeat(40), tags: ['v2'], cache: 'off', builder: 'b', reuseMaxAge: 1 })).toBe(keyOf());
    expect(keyOf(secrets('a'))).toBe(keyOf(secrets('b')));
  });

  it('in any order of maps', () => {
    const pairs = (entries: [string, string][]) => ({ buildArgs: new Map(entries), labels: new Map(entries) });
    expect(
      keyOf(
        pairs([
          ['A', '1'],
          ['B', '2'],
        ]),
      ),
    ).toBe(
      keyOf(
        pairs([
          ['B', '2'],
          ['A', '1'],
        ]),
      ),
    );
  });
});

describe('the key changes', () => {
  it.each<[string, () => void]>([
    ['with the content of a file', () => write('src/main.go', 'package other')],
    ['with a new file', () => write('src/new.go', '')],
    ['with a new folder', () => mkdirSync(join(root, 'empty'))],
    ['with a file that is gone', () => unlinkSync(join(root, 'src/main.go'))],
    [
      'with a name',
      () => {
        unlinkSync(join(root, 'src/main.go'));
        write('src/main2.go', 'package main');
      },
    ],
    ['with a mode', () => chmodSync(join(root, 'src/main.go'), 0o755)],
    [
      'with a link where a file was',
      () => {
        unlinkSync(join(root, 'src/main.go'));
        symlinkSync('x', join(root, 'src/main.go'));
      },
    ],
    ['with a file that git ignores', () => write('dist/out.js', '2')],
    ['with the Dockerfile', () => write('Dockerfile', 'FROM debian')],
    ['with what is left out', () => write('.dockerignore', '')],
    ['with an ignore file of the Dockerfile', () => write('Dockerfile.dockerignore', 'src')],
  ])('%s', (_name, change) => {
    const before = keyOf();
    change();
    expect(keyOf()).not.toBe(before);
  });

  it.each<[string, Partial<BuildInputs>]>([
    ['the target', { target: 'x' }],
    ['the platforms', { platforms: ['linux/arm64'] }],
    ['one more platform', { platforms: ['linux/amd64', 'linux/arm64'] }],
    ['a build argument', { buildArgs: new Map([['A', '1']]) }],
    ['an empty build argument', { buildArgs: new Map([['A', '']]) }],
    ['a label', { labels: new Map([['A', '1']]) }],
    ['an annotation', { annotations: new Map([['A', '1']]) }],
    ['a build context', { buildContexts: new Map([['proto', 'proto']]) }],
    ['a secret', { secrets: new Map([['A', '1']]) }],
    ['ssh', { ssh: ['default'] }],
    ['provenance', { provenance: 'mode=max' }],
    ['sbom', { sbom: 'false' }],
    ['an extra argument', { extraArgs: ['--network=host'] }],
  ])('with %s', (_name, about) => {
    expect(keyOf(about)).not.toBe(keyOf());
  });

  it('with what is in a build context', () => {
    const contexts = { buildContexts: new Map([['proto', 'proto']]), contextDir: 'src', file: 'Dockerfile' };
    const before = keyOf(contexts);
    write('proto/a.proto', 'other');
    expect(keyOf(contexts)).not.toBe(before);
  });

  // The ignore file of a Dockerfile is for the main context alone.
  it.each([
    ['a named context whose Dockerfile has an ignore file', 'proto', 'proto/Dockerfile.dockerignore'],
    ['an image layout with an ignore file', 'oci-layout://proto', 'proto/.dockerignore'],
  ])('with what is in %s', (_name, value, ignoreFile) => {
    const contexts = { buildContexts: new Map([['proto', value]]), contextDir: 'src' };
    write(ignoreFile, '*.proto');
    const before = keyOf(contexts);
    write('proto/a.proto', 'other');
    expect(keyOf(contexts)).not.toBe(before);
  });

  it('with SOURCE_DATE_EPOCH', () => expect(keyOf({}, '1')).not.toBe(keyOf()));
});

const word = fc.stringMatching(/^[a-z]{1,3}$/);
const pairs = fc.uniqueArray(fc.tuple(word, fc.string({ maxLength: 3 })), { selector: ([name]) => name, maxLength: 3 });
const ingredients = fc.record({
  scheme: fc.constant(1 as const),
  dockerfile: fc.string({ maxLength: 4 }),
  context: word,
  target: word,
  platforms: fc.array(word, { maxLength: 2 }),
  buildArgs: pairs,
  buildContexts: pairs,
  secretIds: fc.array(word, { maxLength: 2 }),
  ssh: fc.array(word, { maxLength: 2 }),
  labels: pairs,
  annotations: pairs,
  provenance: word,
  sbom: word,
  extraArgs: fc.array(word, { maxLength: 2 }),
  sourceDateEpoch: word,
});

describe('for all ingredients', () => {
  it('two that differ have two keys, two that are equal have one', () => {
    fc.assert(
      fc.property(ingredients, ingredients, (a, b) => {
        expect(reuseKey(a) === reuseKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('a change of one field changes the key', () => {
    fc.assert(
      fc.property(
        ingredients,
        ingredients,
        fc.constantFrom(...(Object.keys(anIngredient()) as 'target'[])),
        (a, b, field) => {
          fc.pre(JSON.stringify(a[field]) !== JSON.stringify(b[field]));
          expect(reuseKey({ ...a, [field]: b[field] })).not.toBe(reuseKey(a));
        },
      ),
    );
  });

  it('two trees of files that differ have two fingerprints', () => {
    const files = fc.dictionary(fc.stringMatching(/^[a-c]{1,2}$/), fc.string({ maxLength: 3 }), { maxKeys: 3 });
    fc.assert(
      fc.property(files, files, (a, b) => {
        const [first, second] = [a, b].map((tree) => {
          const folder = mkdtempSync(join(tmpdir(), 'tree-'));
          for (const [name, text] of Object.entries(tree)) writeFileSync(join(folder, name), text);
          const fingerprint = fingerprintFolder(folder, '');
          rmSync(folder, { recursive: true });
          return fingerprint;
        });
        const sorted = (tree: Record<string, string>) => JSON.stringify(Object.entries(tree).sort());
        expect(first === second).toBe(sorted(a) === sorted(b));
      }),
      { numRuns: 60 },
    );
  });
});

const anIngredient = () =>
  gatherIngredients(anInput({ workspace: join(import.meta.dirname), file: 'reuse.test.ts' }), undefined);
