/** The site to publish: every file with its hash, its headers, and whether it is written once or changes in place. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { InputError, type Problem } from '../../../src/runtime/errors.ts';
import { credentialIn, maySearch } from './credentials.ts';
import { md5OfFile } from './digest.ts';
import { hasContentHash, isPage } from './hashed-names.ts';
import { type HeaderRules, type Headers, headersOf, matcher, mayCompress } from './headers.ts';
import type { LocalFile } from './scan-folder.ts';

export interface SiteFile extends LocalFile, Headers {
  /** MD5 of the file on disk, base64. */
  readonly md5: string;
  /** True if the name changes with the content: written once and never overwritten. False: it changes in place. */
  readonly hashed: boolean;
  /** True for HTML, which is switched last. */
  readonly page: boolean;
  /** True if it is stored with gzip if that is smaller. */
  readonly gzip: boolean;
}

export interface SiteRules {
  /** Globs that override the automatic detection: a match is mutable, `!glob` is content-hashed; the last match wins. */
  readonly mutable: readonly string[];
  readonly cacheControl: HeaderRules;
  readonly contentType: HeaderRules;
  readonly gzip: boolean;
  /** Globs of files whose credentials are examples. */
  readonly exampleCredentials: readonly string[];
}

function mutableRules(mutable: readonly string[]) {
  return mutable.map((text) => {
    const hashed = text.startsWith('!');
    const glob = hashed ? text.slice(1) : text;
    return { glob, hashed, matches: matcher(glob) };
  });
}

/** Whether the file is written once. Pages never are. */
export function hashedBy(mutable: readonly string[]): (path: string) => boolean {
  const rules = mutableRules(mutable);
  return (path) => !isPage(path) && (rules.findLast((rule) => rule.matches(path))?.hashed ?? hasContentHash(path));
}

/** Globs of the rules that match no file, with the input that holds them: most likely misspelt. */
export function unmatchedGlobs(
  files: readonly LocalFile[],
  { mutable, cacheControl, contentType }: SiteRules,
): { readonly input: string; readonly glob: string }[] {
  const inputs = { mutable: mutableRules(mutable), 'cache-control': cacheControl, 'content-type': contentType };
  return Object.entries(inputs).flatMap(([input, rules]) =>
    rules.filter(({ matches }) => !files.some(({ path }) => matches(path))).map(({ glob }) => ({ input, glob })),
  );
}

/** Everything about the file. Pure. */
export function describeFile(
  { path, size }: LocalFile,
  md5: string,
  hashed: (path: string) => boolean,
  rules: SiteRules,
): SiteFile {
  const once = hashed(path);
  const { contentType, cacheControl } = headersOf(path, once, rules);
  return {
    path,
    size,
    md5,
    contentType,
    cacheControl,
    hashed: once,
    page: isPage(path),
    gzip: rules.gzip && mayCompress(contentType, size),
  };
}

function hashFile(root: string, path: string, inspect: ((content: Buffer) => void) | undefined): string {
  try {
    return md5OfFile(`${root}/${path}`, inspect);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError([
      {
        subject: 'Input path',
        message: `${path} cannot be read (${code}). Fix its permissions, or build the site again.`,
      },
    ]);
  }
}

/** Reads and hashes all files. Throws `InputError` for files that hold credentials. */
export async function readSite(
  root: string,
  files: readonly LocalFile[],
  rules: SiteRules,
  signal: AbortSignal,
): Promise<SiteFile[]> {
  const hashed = hashedBy(rules.mutable);
  const examples = rules.exampleCredentials.map(matcher);
  const problems: Problem[] = [];
  const site: SiteFile[] = [];
  let sinceBreath = 0;
  for (const file of files) {
    let credential: string | undefined;
    const examined = maySearch(file.path) && !examples.some((matches) => matches(file.path));
    const inspect = (content: Buffer) => {
      credential ??= credentialIn(file.path, content);
    };
    const md5 = hashFile(root, file.path, examined ? inspect : undefined);
    if (credential !== undefined)
      problems.push({
        subject: 'Input path',
        message: `${file.path} contains ${credential} and must not be published. Remove it from the folder. If it is an example for readers, name the file in example-credentials.`,
      });
    site.push(describeFile(file, md5, hashed, rules));
    // Signals and answers of the network get their turn.
    sinceBreath += file.size + 4096;
    if (sinceBreath > 256 * 1024) {
      sinceBreath = 0;
      await yieldToEventLoop();
      signal.throwIfAborted();
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return site;
}
