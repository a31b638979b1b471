/** The manifest of a release: every file of it, by path, with hash and headers. Written before the site is switched to it. */
import type { ContentEncoding } from '../site/encoded-content.ts';
import type { Headers } from '../site/headers.ts';
import { sameHeaders } from './stored-object.ts';

export interface ManifestFile extends Headers {
  /** MD5 of the file's content, base64. */
  readonly md5: string;
  readonly size: number;
  /** Encoding in which the build compressed it; absent for others, even if the action compressed them. */
  readonly contentEncoding?: ContentEncoding;
  /** True if the name changes with the content. */
  readonly hashed: boolean;
  /** Where a mutable file is kept, `ID/files/HASH` under `.releases/`; absent for files that are written once, and in atomic releases. */
  readonly kept?: string;
}

export interface ReleaseManifest {
  readonly release: string;
  readonly commit: string;
  /** The page of the run that made it. */
  readonly run: string;
  /** True if the files are in a folder of the release, `releases/ID/`. */
  readonly atomic: boolean;
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Atomic only: hashed files of earlier releases that were copied in for pages that are still open. */
  readonly carried: readonly string[];
}

interface ManifestJson {
  readonly format: 1;
  readonly release: string;
  readonly commit: string;
  readonly run: string;
  readonly atomic: boolean;
  /** Few different headers serve many files. */
  readonly headers: readonly Headers[];
  readonly files: Readonly<
    Record<
      string,
      { md5: string; size: number; headers: number; contentEncoding?: ContentEncoding; hashed?: true; kept?: string }
    >
  >;
  readonly carried: readonly string[];
}

/** In blocks, since a manifest may have 100,000 lines: one per file, so that a diff of two releases shows what changed. */
export function serializeReleaseManifest(manifest: ReleaseManifest): Buffer[] {
  const { release, commit, run, atomic, carried } = manifest;
  const headers = new Map<string, number>();
  const blocks: Buffer[] = [];
  let block = '';
  for (const [path, { md5, size, hashed, contentType, cacheControl, contentEncoding, kept }] of manifest.files) {
    const key = JSON.stringify({ contentType, cacheControl });
    const index = headers.get(key) ?? headers.size;
    headers.set(key, index);
    const file = { md5, size, headers: index, contentEncoding, hashed: hashed || undefined, kept };
    block += `${block === '' && blocks.length === 0 ? '' : ',\n'}${JSON.stringify(path)}:${JSON.stringify(file)}`;
    if (block.length < BLOCK) continue;
    blocks.push(Buffer.from(block));
    block = '';
  }
  const head = JSON.stringify({ format: 1, release, commit, run, atomic, carried });
  const start = `${head.slice(0, -1)},\n"files":{\n`;
  const end = `${block}\n},\n"headers":[\n${[...headers.keys()].join(',\n')}\n]}\n`;
  return [Buffer.from(start), ...blocks, Buffer.from(end)];
}

const BLOCK = 64 * 1024;

/** Throws an Error if it is not a manifest that this version can read. */
export function parseReleaseManifest(text: string): ReleaseManifest {
  const json = JSON.parse(text) as ManifestJson;
  if (json.format !== 1)
    throw new Error(`its format is ${json.format}, and this version of publish-frontend reads format 1`);
  const files = new Map<string, ManifestFile>();
  for (const [path, { headers, ...file }] of Object.entries(json.files))
    files.set(path, { ...file, hashed: file.hashed === true, ...(json.headers[headers] as Headers) });
  return {
    release: json.release,
    commit: json.commit,
    run: json.run,
    atomic: json.atomic,
    files,
    carried: json.carried,
  };
}

/** True if both consist of the same files, contents and headers. */
export function sameFiles(a: ReleaseManifest, b: ReleaseManifest): boolean {
  if (a.files.size !== b.files.size || a.atomic !== b.atomic) return false;
  for (const [path, file] of a.files) {
    const other = b.files.get(path);
    if (!other || other.kept !== file.kept || !sameFile(file, other)) return false;
  }
  return true;
}

/** True if readers get the same from both: content, encoding and headers. */
export function sameFile(a: ManifestFile, b: ManifestFile): boolean {
  return a.md5 === b.md5 && a.contentEncoding === b.contentEncoding && sameHeaders(a, b);
}
