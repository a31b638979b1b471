/**
 * Builds the release tree from the sources, makes the two commits of the release from it, and compares: with the committed `dist/`,
 * and with the version's tag where it is known here. Exits with 1 on a difference.
 *
 * `npm run release:tree` prints what it found. `npm run release:tree -- --outputs` prints `commit=SHA` alone, for the workflow.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildRelease } from '../build.ts';
import { git, makeCommits, type Release } from './commits.ts';
import { currentVersion, root } from './version.ts';

/** Adds a folder's files to the repository's objects; returns their tree. Neither the index nor the work tree changes. */
export function treeOf(repository: string, folder: string): string {
  const index = mkdtempSync(join(tmpdir(), 'release-index-'));
  const env = { GIT_INDEX_FILE: join(index, 'index') };
  // Unchanged bytes, regardless of the user's configuration of line endings and ignored files.
  const exact = ['-c', 'core.autocrlf=false', '-c', 'core.fileMode=true', '-c', 'core.attributesFile=/dev/null'];
  const gitDir = git(repository, ['rev-parse', '--absolute-git-dir']);
  const at = ['--git-dir', gitDir, '--work-tree', folder];
  try {
    git(folder, [...exact, ...at, 'add', '--all', '--force', '.'], '', env);
    return git(repository, ['write-tree'], '', env);
  } finally {
    rmSync(index, { recursive: true });
  }
}

/** A fresh build of the release from the sources of this folder. */
export async function buildFromSources(source = 'HEAD'): Promise<Release> {
  const folder = mkdtempSync(join(tmpdir(), 'release-build-'));
  try {
    await buildRelease(folder);
    return makeCommits(root, currentVersion(), source, treeOf(root, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The differences from a fresh build, one sentence each. */
export function differences(release: Release): string[] {
  const committed = git(root, ['rev-parse', `${release.source}:dist`]);
  const stale = git(root, ['diff-tree', '-r', '--name-only', committed, release.tree]);
  const known = git(root, ['tag', '--list', release.tag]) !== '';
  const tagged = known ? git(root, ['rev-parse', `${release.tag}^{commit}`]) : release.commit;
  return [
    ...(stale ? [`dist/ of ${release.source} is not what these sources build. Different files:\n${stale}`] : []),
    ...(tagged === release.commit ? [] : [`${release.tag} is commit ${tagged}, not ${release.commit}.`]),
  ];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { outputs: { type: 'boolean', default: false } } });
  const release = await buildFromSources();
  if (values.outputs) console.log(`commit=${release.commit}`);
  else {
    console.log(`${release.tag}, built from ${release.source}:`);
    console.log(`  actions  ${release.actions}`);
    console.log(`  release  ${release.commit}`);
  }
  const found = differences(release);
  for (const difference of found) console.error(difference);
  if (found.length > 0) process.exitCode = 1;
  else if (!values.outputs)
    console.log(
      `dist/ is what the sources build${git(root, ['tag', '--list', release.tag]) ? `, and ${release.tag} is this release` : ''}.`,
    );
}
