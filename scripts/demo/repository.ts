/** The sample application as a separate Git repository, with the commits of the demonstration. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Repository {
  readonly folder: string;
  /** Changes the sample's files with `edit`, commits them, and returns the full SHA. */
  commit(message: string, edit: (files: Files) => void): string;
  /** The SHAs so far, oldest first. */
  readonly commits: readonly string[];
}

interface Files {
  /** Replaces text. Throws if it is missing. */
  replace(file: string, from: string | RegExp, to: string): void;
  write(file: string, content: string): void;
}

/**
 * Copies the files that Git tracks below `source` to `folder` and creates a repository there; `node_modules` of an earlier
 * repository there stay, as on a reused machine.
 */
export function createRepository(
  source: string,
  folder: string,
  onCommit: (commit: string, parent: string | undefined) => void = () => {},
): Repository {
  const commits: string[] = [];
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.com', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    ).trim();

  const copySample = () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: source, encoding: 'utf8' })
      .split('\0')
      .filter(Boolean);
    for (const file of tracked) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(source, file), join(folder, file));
    }
  };
  const files: Files = {
    replace(file, from, to) {
      const text = readFileSync(join(folder, file), 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(join(folder, file), changed);
    },
    write(file, content) {
      writeFileSync(join(folder, file), content);
    },
  };

  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    commits,
    commit(message, edit) {
      // Every commit starts from the unchanged sample, so that it contains only its own change.
      git('rm', '-r', '--quiet', '--ignore-unmatch', '.');
      git('clean', '-d', '--force', '--quiet', '-x', '--exclude=node_modules');
      copySample();
      edit(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      const commit = git('rev-parse', 'HEAD');
      onCommit(commit, commits.at(-1));
      commits.push(commit);
      return commit;
    },
  };
}
