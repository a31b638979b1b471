/** A release resolves by the paths that users write, is exactly dist/, and its version never moves. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { currentVersion, moveMajor, type Release, scratchRepository, tagRelease } from '../../scripts/release.ts';
import { BUNDLES, read } from './sources.ts';

let repository: string;
let release: Release;
const checkout = mkdtempSync(join(tmpdir(), 'release-tree-'));
const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();

beforeAll(() => {
  repository = scratchRepository();
  release = tagRelease(repository, currentVersion());
  moveMajor(repository, release);
  const archive = execFileSync('git', ['archive', release.major], { cwd: repository, maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', checkout], { input: archive });
}, 60_000);
afterAll(() => {
  rmSync(repository, { recursive: true, force: true });
  rmSync(checkout, { recursive: true, force: true });
});

describe('a release', () => {
  test('is the tree of dist/ at its source commit', () => {
    expect(git('rev-parse', `${release.tag}^{tree}`)).toBe(git('rev-parse', 'HEAD:dist'));
  });

  test.each(BUNDLES)('resolves orchestra/actions/%s@v1, and its bundle starts', (action) => {
    const manifest = parse(execFileSync('cat', [join(checkout, action, 'action.yml')], { encoding: 'utf8' })) as {
      runs: Record<string, string>;
    };
    const main = join(checkout, action, manifest.runs.main as string);
    expect(existsSync(main)).toBe(true);
    // With a bad input it starts, says so, and fails.
    const run = () =>
      execFileSync(process.execPath, [main], {
        env: { PATH: process.env.PATH, INPUT_TASK: 'none' },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run).toThrow();
    try {
      run();
    } catch (error) {
      expect((error as { stdout: string }).stdout).toContain('::error::Input ');
    }
  });

  test('calls its own actions by its own immutable tag', () => {
    const files = readdirSync(join(checkout, '.github/workflows'));
    expect(files.sort()).toEqual(['pipeline.yml', 'preview.yml', 'rollback.yml']);
    for (const file of files) {
      const text = read(`dist/.github/workflows/${file}`);
      expect(text).not.toContain('uses: ./actions/');
      expect(text).toContain(`@v${currentVersion()}`);
    }
  });

  test('holds no symbolic link, which would break the set-up of a job', () => {
    expect(
      git('ls-tree', '-r', release.tag)
        .split('\n')
        .filter((line) => line.startsWith('120000')),
    ).toEqual([]);
  });

  test('of the same tree again is the same; of another tree under the same version is refused', () => {
    expect(tagRelease(repository, currentVersion())).toEqual(release);
    writeFileSync(join(repository, 'dist', 'README.md'), 'changed');
    git('commit', '--quiet', '--all', '--message', 'change');
    expect(() => tagRelease(repository, currentVersion())).toThrow(/A released version never moves/);
    const next = tagRelease(repository, '1.99.0');
    moveMajor(repository, next);
    expect(git('rev-parse', 'v1^{commit}')).toBe(next.commit);
    expect(git('rev-parse', `${release.tag}^{commit}`)).toBe(release.commit);
  });
});
