/**
 * Makes a release: a commit whose tree is exactly `dist/` of the source commit, tagged `vX.Y.Z`; and moves `vX`.
 *
 * `npm run release -- --dry-run` does it in a scratch repository and prints what a real one would push.
 * `npm run release -- tag` makes the commit and the tag here; `npm run release -- major` moves the major tag to it.
 * RELEASING.md says when each is called.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface Release {
  /** `v1.2.3`. */
  readonly tag: string;
  /** `v1`. */
  readonly major: string;
  /** The release commit. */
  readonly commit: string;
  /** Its tree, equal to `SOURCE:dist`. */
  readonly tree: string;
  /** The commit that it was built from. */
  readonly source: string;
}

const git = (repository: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();

/** The version of package.json, which the workflows in dist/ are pinned to as well. */
export function currentVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`package.json has version "${version}"; a release needs X.Y.Z.`);
  return version;
}

/**
 * Commits the tree `source:dist` and tags it with the immutable version. Throws if the version was tagged before with
 * another tree; the same tree again is the same release.
 */
export function tagRelease(repository: string, version: string, source = 'HEAD'): Release {
  const tag = `v${version}`;
  const major = `v${version.split('.')[0]}`;
  const sourceCommit = git(repository, 'rev-parse', `${source}^{commit}`);
  const tree = git(repository, 'rev-parse', `${sourceCommit}:dist`);
  const existing = git(repository, 'tag', '--list', tag) !== '';
  if (existing) {
    if (git(repository, 'rev-parse', `${tag}^{tree}`) !== tree) {
      throw new Error(
        `${tag} exists with another tree. A released version never moves: raise the version in package.json.`,
      );
    }
    return { tag, major, tree, source: sourceCommit, commit: git(repository, 'rev-parse', `${tag}^{commit}`) };
  }
  const message = `Release ${tag}\n\nBuilt from ${sourceCommit}: this tree is its dist/.`;
  const commit = git(repository, 'commit-tree', tree, '-m', message);
  git(repository, 'tag', tag, commit);
  return { tag, major, tree, source: sourceCommit, commit };
}

/** Moves the major tag to a release. The last step: only now do users of `@v1` get it. */
export function moveMajor(repository: string, release: Release): void {
  git(repository, 'tag', '--force', release.major, release.commit);
}

/** A clone of the last commit in a temporary folder, to try a release in. */
export function scratchRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  git(folder, 'config', 'user.name', 'Release');
  git(folder, 'config', 'user.email', 'release@example.com');
  return folder;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const command = positionals[0] ?? (values['dry-run'] ? 'tag' : '');
  if (!['tag', 'major'].includes(command)) {
    console.error('Usage: npm run release -- --dry-run | tag | major');
    process.exit(2);
  }
  const repository = values['dry-run'] ? scratchRepository() : root;
  const release = tagRelease(repository, currentVersion());
  if (values['dry-run'] || command === 'major') moveMajor(repository, release);
  console.log(`${release.tag} is commit ${release.commit}`);
  console.log(`its tree ${release.tree} is dist/ of ${release.source}`);
  console.log(git(repository, 'ls-tree', '-r', '--name-only', release.commit).replace(/^/gm, '  '));
  if (values['dry-run']) console.log(`Nothing was pushed. The scratch repository is ${repository}`);
}
