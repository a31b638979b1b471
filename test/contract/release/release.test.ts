/** A release resolves by the paths that users write, is made from dist/ alone, names its actions by SHA, and never moves. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { usesLines, WORKFLOWS } from '../../../scripts/build/workflows.ts';
import { git, makeCommits, moveMajor, type Release, tagRelease } from '../../../scripts/release/commits.ts';
import { buildFromSources, treeOf } from '../../../scripts/release/reproduce.ts';
import { currentVersion } from '../../../scripts/release/version.ts';
import { scratchRepository } from '../../../scripts/release.ts';
import { BUNDLES, read } from '../sources.ts';

let repository: string;
let release: Release;
const checkout = mkdtempSync(join(tmpdir(), 'release-tree-'));
const show = (...args: string[]) => git(repository, args);

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
  test('is dist/ of its source commit: the actions first, then the workflows that name them', () => {
    const dist = show('ls-tree', `${release.source}:dist`).split('\n');
    const actions = dist.filter((line) => !line.endsWith('\t.github'));
    expect(show('ls-tree', release.actions).split('\n')).toEqual(actions);
    expect(show('rev-parse', `${release.tag}^{commit}`, `${release.major}^{commit}`).split('\n')).toEqual([
      release.commit,
      release.commit,
    ]);
    expect(show('rev-list', release.commit).split('\n')).toEqual([release.commit, release.actions]);
    const changed = show('diff-tree', '-r', '--name-only', `${release.source}:dist`, release.commit).split('\n');
    expect(changed.filter((path) => !path.startsWith('.github/workflows/'))).toEqual([]);
  });

  test('names its source in both commits', () => {
    for (const commit of [release.actions, release.commit])
      expect(show('show', '--no-patch', '--format=%B', commit)).toContain(`Built from ${release.source}:`);
  });

  test.each(BUNDLES)('resolves orchestra/actions/%s@v1, and its bundle starts', (action) => {
    const manifest = parse(readFileSync(join(checkout, action, 'action.yml'), 'utf8')) as {
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

  test('pins every action that its workflows call by a full commit SHA, its own by the commit of its actions', () => {
    const files = readdirSync(join(checkout, '.github/workflows'));
    expect(files.sort()).toEqual([...WORKFLOWS].sort());
    for (const file of files) {
      const lines = usesLines(readFileSync(join(checkout, '.github/workflows', file), 'utf8'));
      expect(lines.length).toBeGreaterThan(0);
      const loose = lines.filter((line) => !/uses: [^@\s]+@[0-9a-f]{40} # v?\d+\.\d+\.\d+$/.test(line));
      // A composite action of the caller's own commit.
      expect(loose.filter((line) => line !== 'uses: ./.orchestra-setup')).toEqual([]);
      const own = lines.filter((line) => line.includes('orchestra/actions'));
      expect(own.length).toBeGreaterThan(0);
      for (const line of own) {
        const [, name = ''] = /uses: orchestra\/actions\/([a-z-]+)@/.exec(line) ?? [];
        expect(line).toContain(`@${release.actions} # ${release.tag}`);
        // What the SHA names is there.
        expect(show('cat-file', '-t', `${release.actions}:${name}/action.yml`)).toBe('blob');
      }
    }
  });

  describe('is checked by the commands of docs/security-model.md', () => {
    /** Runs a line of the page, which has a pattern, for this release. */
    const run = (pattern: RegExp, change: (command: string) => string = (command) => command): string => {
      const line = read('docs/security-model.md')
        .split('\n')
        .find((one) => pattern.test(one));
      const command = change(String(line).replaceAll('v1.2.3', release.tag));
      return execFileSync('bash', ['-c', command], { cwd: repository, encoding: 'utf8' }).trim();
    };

    test('the source commit', () => {
      const found = run(/^git checkout "\$\(/, (command) => command.replace('git checkout', 'echo'));
      expect(found).toBe(release.source);
    });

    test('the commit of the archive and of the tag', () => {
      const archive = `git archive --format=tar.gz --output=${release.tag}.tar.gz ${release.tag}`;
      expect(run(/get-tar-commit-id/, (command) => `${archive} && ${command}`)).toBe(release.commit);
      const remote = run(/^git ls-remote/, (command) => command.replace(/https:\S+/, '.'));
      expect(remote).toBe(`${release.commit}\trefs/tags/${release.tag}`);
    });

    test('each pin', () => {
      const checks = /^git grep /;
      const lines = run(checks).split('\n');
      expect([...new Set(lines.map((line) => line.trim()))]).toEqual(['uses: ./.orchestra-setup']);
      // The same command finds the tags by which dist/ names our actions.
      const loose = run(checks, (command) => command.replace(release.tag, `${release.source}:dist`));
      expect(loose).toContain(`uses: orchestra/actions/pipeline@${release.tag}`);
    });
  });

  test('holds no symbolic link, which would break the set-up of a job', () => {
    const links = show('ls-tree', '-r', release.tag).split('\n');
    expect(links.filter((line) => line.startsWith('120000'))).toEqual([]);
  });

  test('of the same tree again is the same; of another tree under the same version is refused', () => {
    expect(tagRelease(repository, currentVersion())).toEqual(release);
    // A later commit that leaves dist/ as it is belongs to the same release.
    show('commit', '--quiet', '--allow-empty', '--message', 'docs');
    expect(tagRelease(repository, currentVersion())).toEqual(release);
    writeFileSync(join(repository, 'dist', 'README.md'), 'changed');
    show('commit', '--quiet', '--all', '--message', 'change');
    expect(() => tagRelease(repository, currentVersion())).toThrow(/A released version never moves/);
    expect(() => tagRelease(repository, '1.99.0')).toThrow(/Not pinned: .*uses: orchestra\/actions\//);
  });
});

describe('it is reproducible', () => {
  test('in another clone, by another user, at another time: the same two commits', () => {
    const other = scratchRepository();
    try {
      for (const [key, value] of [
        ['user.name', 'Another'],
        ['core.autocrlf', 'true'],
        ['i18n.commitEncoding', 'ISO-8859-1'],
        ['commit.gpgSign', 'true'],
        ['tag.gpgSign', 'true'],
      ])
        git(other, ['config', key as string, value as string]);
      const again = tagRelease(other, currentVersion(), release.source);
      expect(again).toEqual(release);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  test('from the commit that the documented command finds', () => {
    const [, command = 'false'] = /git checkout "\$\((.+)\)"$/m.exec(read('docs/security-model.md')) ?? [];
    const script = command.replaceAll('v1.2.3', release.tag);
    expect(execFileSync('bash', ['-c', script], { cwd: repository, encoding: 'utf8' }).trim()).toBe(release.source);
  });

  test('from the sources: two builds make the same two commits', async () => {
    const [one, two] = [await buildFromSources(), await buildFromSources()];
    expect(one).toEqual(two);
    expect(one.commit).toMatch(/^[0-9a-f]{40}$/);
  }, 120_000);

  test('a file that differs in one byte makes another release', () => {
    const dist = treeOf(repository, checkout);
    expect(dist).toBe(show('rev-parse', `${release.commit}^{tree}`));
    writeFileSync(join(checkout, 'LICENSE'), `${readFileSync(join(checkout, 'LICENSE'), 'utf8')} `);
    const other = makeCommits(repository, currentVersion(), release.source, treeOf(repository, checkout));
    expect(other.actions).not.toBe(release.actions);
  });
});
