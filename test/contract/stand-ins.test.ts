/** The stand-ins of the artifact actions follow the rules of the real ones, where a workflow could get them wrong. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from './sources.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'artifacts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the action with its inputs; gives its error, or '', and its outputs. */
function action(what: 'upload' | 'download', inputs: Readonly<Record<string, string>>) {
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'test/e2e/stand-ins/artifacts.mjs'), what], {
    encoding: 'utf8',
    cwd: folder,
    env: {
      E2E_ARTIFACTS: join(folder, 'run'),
      GITHUB_OUTPUT: output,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`ARTIFACT_${name.toUpperCase().replaceAll('-', '_')}`, value]),
      ),
    },
  });
  const error = /^::error::(.*)$/m.exec(stdout)?.[1] ?? '';
  expect(status).toBe(error ? 1 : 0);
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('=') as [string, string]),
  );
  return { error, id: outputs['artifact-id'] ?? '', digest: outputs['artifact-digest'] ?? '' };
}

function upload(name: string, text: string, inputs: Readonly<Record<string, string>> = {}) {
  const source = join(folder, 'source');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'file'), text);
  writeFileSync(join(source, '.hidden'), text);
  return action('upload', { name, path: source, ...inputs });
}

function download(inputs: Readonly<Record<string, string>>) {
  const path = join(folder, 'target');
  rmSync(path, { recursive: true, force: true });
  const { error } = action('download', { path, ...inputs });
  const text = (name: string) => (existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : undefined);
  return { error, text };
}

describe('upload', () => {
  test('a name exists once in a run: the second upload fails, and the first stays', () => {
    const first = upload('image-prod-api', 'one');
    expect(upload('image-prod-api', 'two').error).toMatch(
      /\(409\) Conflict: an artifact with this name already exists/,
    );
    expect(download({ 'artifact-ids': first.id }).text('file')).toBe('one');
  });

  test('overwrite deletes the old artifact, and the new one has another id', () => {
    const first = upload('site', 'one');
    const second = upload('site', 'two', { overwrite: 'true' });
    expect(second.id).not.toBe(first.id);
    expect(download({ 'artifact-ids': first.id }).error).toBe('None of the provided artifact IDs were found');
    expect(download({ name: 'site' }).text('file')).toBe('two');
    expect(upload('other', 'three').id).not.toBe(first.id);
  });

  test('leaves hidden files out by default, refuses names of paths, and fails if there is nothing', () => {
    upload('bare', 'x');
    upload('all', 'x', { 'include-hidden-files': 'true' });
    expect(download({ name: 'bare' }).text('.hidden')).toBeUndefined();
    expect(download({ name: 'all' }).text('.hidden')).toBe('x');
    expect(upload('a/b', 'x').error).toMatch(/name is not valid/);
    const nothing = { name: 'none', path: join(folder, 'none') };
    expect(action('upload', nothing).error).toBe('');
    expect(action('upload', { ...nothing, 'if-no-files-found': 'error' }).error).toMatch(/No files were found/);
  });
});

describe('download', () => {
  test('a pattern takes every name that begins alike, each into a folder of its name', () => {
    upload('image-prod-api', 'prod');
    upload('image-prod-eu-api', 'eu');
    const { text } = download({ pattern: 'image-prod-*' });
    expect([text('image-prod-api/file'), text('image-prod-eu-api/file')]).toEqual(['prod', 'eu']);
  });

  test('merged, of two files with one name one is lost', () => {
    upload('image-prod-api', 'prod');
    upload('image-prod-eu-api', 'eu');
    const { text } = download({ pattern: 'image-prod-*', 'merge-multiple': 'true' });
    expect(['prod', 'eu']).toContain(text('file'));
    expect(text('image-prod-api/file')).toBeUndefined();
  });

  test('one that matches goes into the target itself', () => {
    upload('image-prod-api', 'prod');
    expect(download({ pattern: 'image-*' }).text('file')).toBe('prod');
  });

  test('a missing name or id is an error, a pattern without a match is not', () => {
    expect(download({ name: 'none' }).error).toBe("Artifact 'none' not found");
    expect(download({ 'artifact-ids': '7' }).error).toBe('None of the provided artifact IDs were found');
    expect(download({ 'artifact-ids': '7', name: 'none' }).error).toMatch(/cannot be used together/);
    expect(download({ pattern: 'none-*' }).error).toBe('');
  });
});
