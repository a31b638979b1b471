/**
 * Creates a release: a commit of the actions, its child with the workflows, tagged `vX.Y.Z`; and moves `vX`.
 * It runs without node_modules: the job that signs and pushes has none.
 *
 * `npm run release -- --dry-run` does it in a scratch repository and prints what a real one would push.
 * `node scripts/release.ts tag --expect SHA` creates the commits and the tag here, if they equal those of another job, and prints
 * them as `name=value`; `node scripts/release.ts major` moves the major tag to them. RELEASING.md says when each is called.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { git, makeCommits, moveMajor, tagRelease } from './release/commits.ts';
import { currentVersion, root } from './release/version.ts';

/** A clone of the last commit in a temporary folder, to try a release in. */
export function scratchRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  git(folder, ['config', 'user.name', 'Release']);
  git(folder, ['config', 'user.email', 'release@example.com']);
  return folder;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, expect: { type: 'string' } },
  });
  const command = positionals[0] ?? (values['dry-run'] ? 'tag' : '');
  if (!['tag', 'major'].includes(command)) {
    console.error('Usage: npm run release -- --dry-run | tag [--expect SHA] | major');
    process.exitCode = 2;
    return;
  }
  const repository = values['dry-run'] ? scratchRepository() : root;
  if (values.expect !== undefined) {
    const { commit } = makeCommits(repository, currentVersion(), 'HEAD');
    if (commit !== values.expect)
      throw new Error(
        `The job that built the sources has release ${values.expect || '(none)'}, and dist/ makes ${commit}.`,
      );
  }
  const release = tagRelease(repository, currentVersion());
  if (values['dry-run'] || command === 'major') moveMajor(repository, release);
  for (const name of ['tag', 'major', 'commit', 'actions', 'source'] as const) console.log(`${name}=${release[name]}`);
  if (!values['dry-run']) return;
  console.log(git(repository, ['ls-tree', '-r', '--name-only', release.commit]).replace(/^/gm, '  '));
  console.log(`Nothing was pushed. The scratch repository is ${repository}`);
}

if (import.meta.main) main();
