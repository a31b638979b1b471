/** `dist/` is what the sources build, nothing else, and within its budgets. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS, BUNDLES, manifestOf, read, root } from './sources.ts';

const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts')], {
    cwd: root,
    env: { ...process.env, OUTDIR: fresh },
  });
}, 60_000);
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

const tree = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('dist', () => {
  test('holds the files that a build makes, and no other', () => {
    expect(tree(join(root, 'dist'))).toEqual(tree(fresh));
  });

  test('is fresh: every file equals the build of these sources (npm run build)', () => {
    const stale = tree(fresh).filter(
      (file) => !readFileSync(join(root, 'dist', file)).equals(readFileSync(join(fresh, file))),
    );
    expect(stale).toEqual([]);
  });

  test('names no path of the machine that built it', () => {
    for (const file of tree(fresh)) expect(readFileSync(join(fresh, file), 'latin1').includes(root), file).toBe(false);
  });

  const kilobytes = (file: string) => gzipSync(readFileSync(join(fresh, file)), { level: 9 }).length / 1000;

  test.each(BUNDLES)('%s is within its budget of bytes', (action) => {
    expect(kilobytes(`${action}/action.cjs`)).toBeLessThan(150);
  });

  // Loaded when a step needs it.
  test.each([
    ['shared/runtime.cjs', 52],
    ['shared/manifest.cjs', 35],
    ['shared/inputs.cjs', 62],
    ['shared/frontend-inputs.cjs', 45],
    ['shared/undici.cjs', 90],
    ['shared/yaml.cjs', 60],
    ['shared/github.cjs', 45],
    ['shared/google-auth.cjs', 110],
    ['shared/google-gax.cjs', 175],
    ['shared/google-run.cjs', 45],
    ['shared/google-artifact-registry.cjs', 45],
    ['shared/verifier.cjs', 60],
    ['build-image/signer.cjs', 340],
  ])('%s is within its budget of bytes', (file, budget) => {
    expect(kilobytes(file)).toBeLessThan(budget);
  });

  // Two copies of a class fail `instanceof`, and of two copies of a module with state, such as masks, each knows a part.
  test('holds each module of the shared files once', () => {
    const modulesOf = (file: string) => {
      const lines = readFileSync(join(fresh, file), 'utf8').matchAll(/^ *\/\/ ((?:src|actions)\/\S+\.ts)$/gm);
      return new Set([...lines].map(([, module]) => module));
    };
    const holders = ['runtime', 'manifest', 'inputs', 'frontend-inputs'].map((name) => `shared/${name}.cjs`);
    const shared = holders.flatMap((file) => [...modulesOf(file)]);
    expect(shared).toContain('src/runtime/errors.ts');
    // Pipeline checks a call with these, and each action reads its inputs with its own.
    for (const action of ACTIONS) expect(shared).toContain(`actions/${action}/inputs.ts`);
    expect(shared).toHaveLength(new Set(shared).size);
    const others = tree(fresh).filter((file) => /^(?!cli\/).*\.cjs$/.test(file) && !holders.includes(file));
    for (const file of others) expect(shared.filter((module) => modulesOf(file).has(module))).toEqual([]);
  });

  test('holds a package that several actions load once, and is within its budget of bytes as a whole', () => {
    const files = tree(fresh);
    expect(files.reduce((sum, file) => sum + kilobytes(file), 0)).toBeLessThan(2700);
    const holders = (text: string) =>
      files.filter((file) => file.endsWith('.cjs') && readFileSync(join(fresh, file), 'utf8').includes(text));
    // The command line is published by itself.
    for (const name of ['undici/lib/dispatcher/agent.js', 'google-gax/build/src/fallback.js', 'yaml/dist/index.js'])
      expect(holders(`// node_modules/${name}`).filter((file) => !file.startsWith('cli/'))).toHaveLength(1);
  });

  test.each(ACTIONS)('%s starts without the code that verifies and signs', (action) => {
    const bundle = readFileSync(join(fresh, action, 'action.cjs'), 'utf8');
    expect(bundle).not.toContain('node_modules/@sigstore/');
    expect(bundle).not.toContain('node_modules/@actions/attest/');
  });

  test('the command line is within its budget of bytes', () => {
    const bundle = readFileSync(join(fresh, 'cli/orchestra.cjs'));
    expect(kilobytes('cli/orchestra.cjs')).toBeLessThan(715);
    expect(bundle.toString('utf8', 0, 20)).toBe('#!/usr/bin/env node\n');
  });

  test.each(BUNDLES)('%s holds its code once: each phase is an entry file that names itself', (action) => {
    const { main, post } = manifestOf(action).runs;
    for (const [phase, file] of Object.entries({ main, post }).filter(([, file]) => file !== undefined)) {
      const entry = readFileSync(join(fresh, action, basename(file as string)), 'utf8');
      expect(entry).toBe(`'use strict';\nrequire('./action.cjs').${phase}();\n`);
    }
  });

  test('is marked as generated', () => {
    expect(read('.gitattributes')).toContain('dist/** linguist-generated');
  });

  test.each(['.', 'cli', ...BUNDLES])('the README of %s links to nothing that a release does not hold', (folder) => {
    const links = [...read(join('dist', folder, 'README.md')).matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]);
    expect(links.filter((link) => !/^(https:|#)/.test(link as string))).toEqual([]);
  });

  test.each([...BUNDLES, 'shared', 'cli'])('%s carries the licenses of what is in it', (folder) => {
    const text = readFileSync(join(fresh, folder, 'licenses.txt'), 'utf8');
    const code = tree(fresh)
      .filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.cjs'))
      .map((file) => readFileSync(join(fresh, file), 'utf8'))
      .join('\n');
    const packages = [...code.matchAll(/^\s*\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
      ([, name]) => name,
    );
    if (packages.length === 0) expect(text).toContain('shared/licenses.txt');
    for (const name of new Set(packages)) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
