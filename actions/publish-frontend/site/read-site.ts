/** Reads the files of the site: their hashes, what pages without an extension are, and what must not be published. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { InputError, type Problem } from '../../../src/runtime/errors.ts';
import { withCleanUrls } from './clean-urls.ts';
import { md5OfFile } from './digest.ts';
import { digestEncoded } from './encoded-content.ts';
import { credentialIn, type FoundCredential, maySearch } from './forbidden/credentials.ts';
import { hasNoType, looksLikeHtml, matcher } from './headers.ts';
import { describeFile, type FileContent, hashedBy, maybePage, type SiteFile, type SiteRules } from './site-files.ts';
import { contentPath, type PublishedFile } from './source-files.ts';

interface ReadFile {
  readonly content: FileContent | undefined;
  /** What is wrong with the file, as a message for the user. */
  readonly problem: string | undefined;
  /** A token that is published with it, such as `a token of GitHub`. */
  readonly token?: string | undefined;
}

/** Called with what is published and was probably not meant so. */
export interface SiteNotes {
  /** A file that is served as a download and may be meant as a page. */
  readonly maybePage?: (path: string) => void;
  /** A page whose address without `.html` is that of another file. */
  readonly addressTaken?: (page: string, path: string) => void;
  /** A file with a token in it. */
  readonly token?: (path: string, what: string) => void;
}

async function readContent(root: string, file: PublishedFile, examples: (path: string) => boolean): Promise<ReadFile> {
  const { source, original, contentEncoding } = file;
  const name = contentPath(file);
  const examined = maySearch(name) && !examples(file.path);
  const sniffed = hasNoType(name);
  let credential: FoundCredential | undefined;
  let html: boolean | undefined;
  const inspect = (content: Buffer) => {
    if (sniffed) html ??= looksLikeHtml(content.subarray(0, 4096));
    if (examined && !credential?.refused) credential = credentialIn(name, content) ?? credential;
  };
  const plain =
    contentEncoding === undefined || original !== undefined
      ? md5OfFile(`${root}/${original ?? source}`, examined || sniffed ? inspect : undefined)
      : undefined;
  const digests =
    contentEncoding &&
    (await digestEncoded(`${root}/${source}`, contentEncoding, plain === undefined ? inspect : () => {}));
  const found = (content: FileContent): ReadFile => ({
    content: { ...content, ...(html && { html }) },
    token: credential && !credential.refused ? credential.what : undefined,
    problem: credential?.refused
      ? `${file.path} contains ${credential.what} and must not be published. Remove it from the folder. If it is an example for readers, name the file in example-credentials.`
      : undefined,
  });
  if (contentEncoding === undefined) return found({ md5: plain ?? '' });
  if (digests === undefined)
    return {
      content: undefined,
      problem: `${source} cannot be decoded as ${contentEncoding}. Build the site again, or fix content-encoding.`,
    };
  if (plain !== undefined && plain !== digests.content)
    return {
      content: undefined,
      problem: `${source} has other content than ${original}, from which it was compressed. Delete it, and build the site again.`,
    };
  return found({ md5: digests.content, storedMd5: digests.stored });
}

async function readOrExplain(...args: Parameters<typeof readContent>): Promise<ReadFile> {
  try {
    return await readContent(...args);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const { path } = args[1];
    const problem = `${path} cannot be read (${code}). Fix its permissions, or build the site again.`;
    throw new InputError([{ subject: 'Input path', message: problem }]);
  }
}

/**
 * Reads and hashes all files. Throws `InputError` for files that hold credentials, or are not in the encoding that they should be.
 */
export async function readSite(
  root: string,
  files: readonly PublishedFile[],
  rules: SiteRules,
  signal: AbortSignal,
  notes: SiteNotes = {},
): Promise<SiteFile[]> {
  const hashed = hashedBy(
    rules.mutable,
    files.map(({ path }) => path),
  );
  const exampleGlobs = rules.exampleCredentials.map(matcher);
  const examples = (path: string) => exampleGlobs.some((matches) => matches(path));
  const problems: Problem[] = [];
  const site: SiteFile[] = [];
  let sinceBreath = 0;
  for (const file of files) {
    const { content, problem, token } = await readOrExplain(root, file, examples);
    if (problem !== undefined) problems.push({ subject: 'Input path', message: problem });
    if (content) site.push(describeFile(file, content, hashed, rules));
    if (token !== undefined) notes.token?.(file.path, token);
    if (maybePage(file.path, content?.html, rules)) notes.maybePage?.(file.path);
    // Lets the event loop handle signals and responses.
    sinceBreath += file.size + 4096;
    if (sinceBreath > 256 * 1024) {
      sinceBreath = 0;
      await yieldToEventLoop();
      signal.throwIfAborted();
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return rules.cleanUrls ? withCleanUrls(site, notes.addressTaken) : site;
}
