/** Scans the folder to publish and collects all problems with it, before anything is written. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { InputError, type Problem } from '../../../src/runtime/errors.ts';
import { badName, neverPublished } from './forbidden/forbidden-files.ts';

/** A file of the site on disk. */
export interface LocalFile {
  /** Path in the site, with `/` between its parts: `assets/app.js`. */
  readonly path: string;
  readonly size: number;
}

export interface Scan {
  /** The folder, absolute and without links: a file is at `root/path`. */
  readonly root: string;
  /** Sorted by path. */
  readonly files: readonly LocalFile[];
  /** Source maps that were left out. */
  readonly sourceMaps: number;
}

interface ScanOptions {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** As the user wrote it, for messages. */
  readonly given: string;
  /** The start of every object's name, such as `dashboard/`, or empty. */
  readonly prefix: string;
  readonly sourceMaps: boolean;
  /** Whether `index.html` must be there. */
  readonly index: 'required' | 'optional';
  /** Told how many files were found so far. */
  readonly onFound?: (files: number) => void;
}

/** Precompressed ones are source maps too. */
const SOURCE_MAP = /\.map(?:\.(?:gz|br|zst))?$/i;

/** Number of entries after which the event loop can handle signals and responses. */
const SEEN_TOGETHER = 200;

/** Throws `InputError` with all files that must not or cannot be published. */
export async function scanFolder(options: ScanOptions): Promise<Scan> {
  const root = realFolder(options);
  const problems: Problem[] = [];
  const files: LocalFile[] = [];
  let sourceMaps = 0;
  const refuse = (path: string, why: string): void => {
    problems.push({ subject: 'Input path', message: `${path} ${why}` });
  };

  const add = (path: string, size: number) => {
    if (SOURCE_MAP.test(path) && !options.sourceMaps) {
      sourceMaps++;
      return;
    }
    if (keptForReleases(path)) return refuse(path, 'is reserved for releases. Rename it.');
    files.push({ path, size });
    options.onFound?.(files.length);
  };

  let seen = 0;
  const walk = async (folder: string, prefix: string, ancestors: readonly string[]) => {
    for (const entry of readFolder(folder, prefix)) {
      if (++seen % SEEN_TOGETHER === 0) await yieldToEventLoop();
      const path = prefix + entry.name;
      const file = `${folder}/${entry.name}`;
      const objection = objectionTo(entry.name, options.prefix + path);
      const target = objection ?? follow(entry, file, root);
      if (typeof target === 'string') refuse(path, target);
      else if (target.folder) {
        const real = entry.isSymbolicLink() ? realpathSync(file) : file;
        if (ancestors.includes(real)) refuse(path, 'is a link to a folder that contains it. Remove the link.');
        else await walk(file, `${path}/`, [...ancestors, real]);
      } else add(path, target.size);
    }
  };
  await walk(root, '', [root]);

  if (problems.length === 0) {
    if (files.length === 0) refuse(options.given, 'has no files. Build the site first, or set another folder.');
    else if (options.index === 'required' && !files.some(({ path }) => path === 'index.html'))
      refuse(
        options.given,
        'has no index.html, the entry page of the site. Build the site first, or set the folder that contains it. If the site has none, such as a build with one folder per language, set index: optional.',
      );
  }
  if (problems.length > 0) throw new InputError(problems);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { root, files, sourceMaps };
}

/** Why a file or folder of this name must not be published, or `undefined`. */
function objectionTo(name: string, object: string): string | undefined {
  const secret = neverPublished(name);
  if (secret !== undefined) return `is ${secret} and must not be published. Remove it from the folder.`;
  const bad = badName(object);
  return bad === undefined ? undefined : `${bad}, so it cannot be an object. Rename it.`;
}

function readFolder(folder: string, path: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError([
      {
        subject: 'Input path',
        message: `${path} cannot be read (${code}). Fix its permissions, or build the site again.`,
      },
    ]);
  }
}

/** True if publish-frontend keeps objects under this path. Below a folder, the state alone would be taken for that of a site there. */
export function keptForReleases(path: string): boolean {
  return path.startsWith('.releases/') || path.endsWith('/.releases/state.json');
}

function realFolder({ folder, given }: ScanOptions): string {
  let real: string;
  try {
    real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new InputError([
      {
        subject: 'Input path',
        message: `"${given}" ${why}. Set the folder that the build wrote, relative to the workspace.`,
      },
    ]);
  }
  throw new InputError([
    { subject: 'Input path', message: `"${given}" is a file. Set the folder that the build wrote.` },
  ]);
}

/** The kind of the entry, with links resolved; a message if it must not be published. */
function follow(
  entry: Dirent,
  file: string,
  root: string,
): { folder: true } | { folder: false; size: number } | string {
  if (entry.isDirectory()) return { folder: true };
  if (entry.isSymbolicLink()) {
    let real: string;
    try {
      real = realpathSync(file);
    } catch {
      return 'is a broken symbolic link. Remove it.';
    }
    const inside = relative(root, real);
    if (inside.startsWith(`..${sep}`) || inside === '..')
      return 'is a symbolic link that leaves the folder. Replace it with a copy of its target.';
    const secret = inside
      .split(sep)
      .map(neverPublished)
      .find((what) => what !== undefined);
    if (secret !== undefined) return `is a link to ${secret}, which must not be published. Remove it.`;
    const status = statSync(real);
    if (status.isDirectory()) return { folder: true };
    if (status.isFile()) return { folder: false, size: status.size };
  } else if (entry.isFile()) return { folder: false, size: statSync(file).size };
  return 'is neither a file nor a folder. Remove it.';
}
