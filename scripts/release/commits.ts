/**
 * The two commits of a release, which Git makes from `dist/` of the source commit:
 *
 * 1. the actions: `dist/` without its workflows;
 * 2. the release, its child: the same tree and the workflows, which name the first by its full SHA.
 *
 * Author, dates and messages are derived from the source commit, so anyone can reproduce the SHAs.
 */
import { execFileSync } from 'node:child_process';
import { pinnedWorkflow } from '../build/workflows.ts';

export interface Release {
  /** `v1.2.3`. */
  readonly tag: string;
  /** `v1`. */
  readonly major: string;
  /** The release commit: the actions and the workflows. The tags point to it. */
  readonly commit: string;
  /** Its parent, the commit of the actions, which the workflows name. */
  readonly actions: string;
  /** The tree that both were made from: `SOURCE:dist`, or a fresh build. */
  readonly tree: string;
  /** The commit that it was built from. */
  readonly source: string;
}

/** Runs Git in a repository; returns its trimmed output. */
export function git(repository: string, args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): string {
  const options = {
    cwd: repository,
    encoding: 'utf8',
    input,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  } as const;
  return execFileSync('git', args, options).trim();
}

/** One entry of a Git tree, as `git ls-tree` prints it. */
interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly object: string;
  readonly name: string;
}

const WORKFLOWS_FOLDER = '.github';

/**
 * Makes both commits in `repository`, without a reference to them.
 *
 * @param tree the release tree before its own actions are pinned; `SOURCE:dist` if absent
 * @throws if a `uses:` of the tree is not pinned by its full SHA
 */
export function makeCommits(repository: string, version: string, source: string, tree?: string): Release {
  const commitOf = (revision: string) => git(repository, ['rev-parse', '--verify', `${revision}^{commit}`]);
  const sourceCommit = commitOf(source);
  const from = tree ?? git(repository, ['rev-parse', '--verify', `${sourceCommit}:dist`]);
  const tag = `v${version}`;
  const date = git(repository, ['show', '--no-patch', '--format=%ct +0000', sourceCommit]);
  const built = `Built from ${sourceCommit}`;

  const entries = entriesOf(repository, from);
  const actionsTree = makeTree(
    repository,
    entries.filter(({ name }) => name !== WORKFLOWS_FOLDER),
  );
  const actions = makeCommit(
    repository,
    actionsTree,
    [],
    date,
    `Actions of ${tag}\n\n${built}: its dist/ without workflows.\n`,
  );

  const pinned = entries.map((entry) =>
    entry.name === WORKFLOWS_FOLDER ? pinTree(repository, entry, version, actions) : entry,
  );
  const message = `Release ${tag}\n\n${built}: its dist/, with the workflows' own actions pinned to the parent.\n`;
  const commit = makeCommit(repository, makeTree(repository, pinned), [actions], date, message);
  return { tag, major: `v${version.split('.')[0]}`, commit, actions, tree: from, source: sourceCommit };
}

/** The same entry with each workflow below it pinned. */
function pinTree(repository: string, entry: Entry, version: string, actions: string): Entry {
  if (entry.type === 'tree') {
    const below = entriesOf(repository, entry.object).map((one) => pinTree(repository, one, version, actions));
    return { ...entry, object: makeTree(repository, below) };
  }
  const text = execFileSync('git', ['cat-file', 'blob', entry.object], { cwd: repository, encoding: 'utf8' });
  const object = git(repository, ['hash-object', '-w', '--stdin'], pinnedWorkflow(text, version, actions));
  return { ...entry, object };
}

function entriesOf(repository: string, tree: string): Entry[] {
  const lines = git(repository, ['ls-tree', '-z', tree]).split('\0').filter(Boolean);
  return lines.map((line) => {
    const [attributes = '', name = ''] = line.split('\t');
    const [mode = '', type = '', object = ''] = attributes.split(' ');
    return { mode, type, object, name };
  });
}

const makeTree = (repository: string, entries: readonly Entry[]): string =>
  git(
    repository,
    ['mktree', '-z'],
    entries.map(({ mode, type, object, name }) => `${mode} ${type} ${object}\t${name}\0`).join(''),
  );

const [NAME, EMAIL] = ['orchestra-release', 'orchestra-release@users.noreply.github.com'];

function makeCommit(
  repository: string,
  tree: string,
  parents: readonly string[],
  date: string,
  message: string,
): string {
  const env = {
    GIT_AUTHOR_NAME: NAME,
    GIT_AUTHOR_EMAIL: EMAIL,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: NAME,
    GIT_COMMITTER_EMAIL: EMAIL,
    GIT_COMMITTER_DATE: date,
  };
  const args = ['-c', 'i18n.commitEncoding=utf-8', 'commit-tree', '--no-gpg-sign', tree];
  return git(repository, [...args, ...parents.flatMap((parent) => ['-p', parent])], message, env);
}

/**
 * Creates the release of `source` and tags it with the immutable version. An existing tag of the version is the same release only
 * if it was made from the same tree and can be reproduced from the source that it names; otherwise this throws.
 */
export function tagRelease(repository: string, version: string, source = 'HEAD'): Release {
  const release = makeCommits(repository, version, source);
  if (git(repository, ['tag', '--list', release.tag]) === '') {
    git(repository, ['tag', '--no-sign', release.tag, release.commit]);
    return release;
  }
  const tagged = git(repository, ['rev-parse', `${release.tag}^{commit}`]);
  const named = /^Built from ([0-9a-f]{40,64}):/m.exec(
    git(repository, ['show', '--no-patch', '--format=%B', tagged]),
  )?.[1];
  const again = named === undefined ? undefined : makeCommits(repository, version, named);
  if (again?.commit !== tagged || again.tree !== release.tree)
    throw new Error(
      `${release.tag} exists with another tree. A released version never moves: increase the version in package.json.`,
    );
  return again;
}

/** Moves the major tag to a release. This is the last step: from now on users of `@v1` get it. */
export function moveMajor(repository: string, release: Release): void {
  git(repository, ['tag', '--no-sign', '--force', release.major, release.commit]);
}
