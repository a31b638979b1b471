/** Fingerprints a folder as BuildKit would send it: every file that is not ignored, with its content and mode. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTextFile } from '../../../src/inputs/read-file.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { type IgnoreRules, parseIgnoreFile, type Verdict } from './ignore-file.ts';

/** One entry that is sent. */
export interface ContextEntry {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/**
 * The ignore file that counts: `NAME.dockerignore` beside the Dockerfile, else `.dockerignore` in the context. Text, `''` for none.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 * A named context has no Dockerfile: https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerui/namedcontext.go
 */
export function readIgnoreFile(contextDir: string, dockerfile?: string): string {
  const own = dockerfile === undefined ? [] : [join(dockerfile, '..', `${basename(dockerfile)}.dockerignore`)];
  const file = [...own, join(contextDir, '.dockerignore')].find((candidate) => existsSync(candidate));
  try {
    return file ? readTextFile(file) : '';
  } catch (error) {
    throw new InputError([
      {
        subject: 'Ignore file',
        message: `${file} cannot be read: ${(error as Error).message}. Replace it with a text file, or remove it.`,
      },
    ]);
  }
}

/** Names of files and folders directly in the context that are not ignored. */
export function namesAtRoot(root: string, rules: IgnoreRules): string[] {
  return readdirSync(root).filter((name) => !rules.judge(name, undefined).ignored);
}

/** All entries that are sent, in a fixed order; a folder comes before what is in it, and only if it or something in it is sent. */
export function* walkContext(root: string, rules: IgnoreRules): Generator<ContextEntry> {
  yield* walkFolder(root, '', rules, undefined, []);
}

function* walkFolder(
  root: string,
  folder: string,
  rules: IgnoreRules,
  parent: Verdict | undefined,
  pending: ContextEntry[],
): Generator<ContextEntry> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const verdict = rules.judge(path, parent);
    const isFolder = entry.isDirectory();
    const sent: ContextEntry = {
      path,
      kind: isFolder ? 'folder' : entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other',
    };
    if (!verdict.ignored) {
      yield* pending.splice(0);
      yield sent;
      if (isFolder) yield* walkFolder(root, path, rules, verdict, []);
    } else if (isFolder && !rules.final) {
      // An exception may bring back something in here, and with it the folders above.
      const waiting = [...pending, sent];
      for (const found of walkFolder(root, path, rules, verdict, waiting)) {
        pending.length = 0;
        yield found;
      }
    }
  }
}

/** SHA-256 over all entries: path, kind, mode, and content or link target. Owner and time are not sent and do not count. */
export function fingerprintFolder(root: string, ignoreText: string): string {
  const hash = createHash('sha256');
  const rules = parseIgnoreFile(ignoreText);
  for (const { path, kind } of walkContext(root, rules)) {
    const absolute = join(root, path);
    const stat = lstatSync(absolute);
    const mode = kind === 'link' ? 0 : stat.mode & 0o7777;
    // Lengths before free text keep two different trees from writing the same bytes.
    hash.update(`${kind} ${mode.toString(8)} ${Buffer.byteLength(path)} ${path}\n`);
    if (kind === 'file') hash.update(`${fileDigest(absolute)}\n`);
    if (kind === 'link') hash.update(`${createHash('sha256').update(readlinkSync(absolute)).digest('hex')}\n`);
  }
  return hash.digest('hex');
}

const buffer = Buffer.allocUnsafe(1 << 20);

/** SHA-256 of a file, read in pieces. */
export function fileDigest(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const count = readSync(file, buffer);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
