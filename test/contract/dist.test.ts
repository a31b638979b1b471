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
    for (const action of BUNDLES) expect(read(`dist/${action}/action.cjs`)).not.toContain(root);
  });

  test.each(BUNDLES)('%s is within its budget of bytes', (action) => {
    const bundle = readFileSync(join(root, 'dist', action, 'action.cjs'));
    const kilobytes = gzipSync(bundle, { level: 9 }).length / 1000;
    expect(kilobytes).toBeLessThan(bundle.includes('@google-cloud/run') ? 650 : 470);
  });

  test.each([
    ['build-image/verifier.cjs', 60],
    ['build-image/signer.cjs', 340],
    ['deploy-run/verifier.cjs', 60],
    ['migrate/verifier.cjs', 60],
  ])('%s, which is loaded when it is asked for, is within its budget of bytes', (file, budget) => {
    expect(gzipSync(readFileSync(join(fresh, file)), { level: 9 }).length / 1000).toBeLessThan(budget);
  });

  test.each(ACTIONS)('%s starts without the code that verifies and signs', (action) => {
    const bundle = readFileSync(join(fresh, action, 'action.cjs'), 'utf8');
    expect(bundle).not.toContain('node_modules/@sigstore/');
    expect(bundle).not.toContain('node_modules/@actions/attest/');
  });

  test('the command line is within its budget of bytes', () => {
    const bundle = readFileSync(join(fresh, 'cli/orchestra.cjs'));
    expect(gzipSync(bundle, { level: 9 }).length / 1000).toBeLessThan(680);
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

  test.each(ACTIONS)('%s carries the licences of what is in it', (action) => {
    const text = read(`dist/${action}/licenses.txt`);
    expect(text).toContain('@actions/http-client');
    expect(text).toContain('google-auth-library');
  });
});
