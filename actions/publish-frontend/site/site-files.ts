/** The site to publish: every file with its hash, its headers, and whether it is written once or changes in place. Pure. */
import { contentHashesOf, isPage } from './hashed-names.ts';
import {
  contentType,
  FOREVER,
  type HeaderRules,
  type Headers,
  HTML,
  hasNoType,
  headerOf,
  matcher,
  mayCompress,
  REVALIDATE,
} from './headers.ts';
import type { LocalFile } from './scan-folder.ts';
import { contentPath, type EncodingRules, type PublishedFile } from './source-files.ts';

export interface SiteFile extends PublishedFile, Headers {
  /** MD5 of the content that readers get, base64. */
  readonly md5: string;
  /** MD5 of the bytes to store, base64, if they are in an encoding. */
  readonly storedMd5?: string;
  /** True if the name changes with the content: written once and never overwritten. False: it changes in place. */
  readonly hashed: boolean;
  /** True for HTML, which is switched last. */
  readonly page: boolean;
  /** True if it is stored with gzip if that is smaller. */
  readonly gzip: boolean;
}

export interface SiteRules extends EncodingRules {
  /** Globs that override the automatic detection: a match is mutable, `!glob` is content-hashed; the last match wins. */
  readonly mutable: readonly string[];
  readonly cacheControl: HeaderRules;
  readonly contentType: HeaderRules;
  readonly gzip: boolean;
  /** Globs of files whose credentials are examples. */
  readonly exampleCredentials: readonly string[];
  /** True if `about.html` is published as `about` too. */
  readonly cleanUrls: boolean;
  /** True if a file without an extension that begins like a page is one; undefined for 1.0's default, which is false. */
  readonly barePages: boolean | undefined;
}

function mutableRules(mutable: readonly string[]) {
  return mutable.map((text) => {
    const hashed = text.startsWith('!');
    const glob = hashed ? text.slice(1) : text;
    return { glob, hashed, matches: matcher(glob) };
  });
}

/** Whether a file of the site is written once. Pages never are. */
export function hashedBy(mutable: readonly string[], paths: readonly string[]): (path: string) => boolean {
  const rules = mutableRules(mutable);
  const hasContentHash = contentHashesOf(paths);
  return (path) => !isPage(path) && (rules.findLast((rule) => rule.matches(path))?.hashed ?? hasContentHash(path));
}

/** Globs of the rules that match no file, with the input that holds them: most likely misspelled. */
export function unmatchedGlobs(
  files: readonly LocalFile[],
  { mutable, cacheControl, contentType, contentEncoding }: SiteRules,
): { readonly input: string; readonly glob: string }[] {
  const inputs = {
    mutable: mutableRules(mutable),
    'cache-control': cacheControl,
    'content-type': contentType,
    'content-encoding': contentEncoding,
  };
  return Object.entries(inputs).flatMap(([input, rules]) =>
    rules.filter(({ matches }) => !files.some(({ path }) => matches(path))).map(({ glob }) => ({ input, glob })),
  );
}

/** What reading a file found out about it. */
export interface FileContent {
  readonly md5: string;
  readonly storedMd5?: string;
  /** True if the content begins like a page. */
  readonly html?: boolean;
}

/** True if the file begins like a page, and nothing says whether it is one: no extension, no rule, no input. */
export function maybePage(path: string, html: boolean | undefined, rules: SiteRules): boolean {
  return (
    html === true && rules.barePages === undefined && hasNoType(path) && headerOf(rules.contentType, path) === undefined
  );
}

/** Everything about the file. */
export function describeFile(
  file: PublishedFile,
  { html, ...digests }: FileContent,
  hashed: (path: string) => boolean,
  rules: SiteRules,
): SiteFile {
  const { path, size, contentEncoding } = file;
  const type =
    headerOf(rules.contentType, path) ??
    (html && rules.barePages && hasNoType(path) ? HTML : contentType(contentPath(file)));
  const page = isPage(path, type);
  const once = !page && hashed(path);
  return {
    ...file,
    ...digests,
    contentType: type,
    cacheControl: headerOf(rules.cacheControl, path) ?? (once ? FOREVER : REVALIDATE),
    hashed: once,
    page,
    gzip: rules.gzip && contentEncoding === undefined && mayCompress(type, size),
  };
}
