/** Which files of the folder are published under which path, and in which encoding their bytes are. Pure. */
import { type ContentEncoding, EXTENSIONS } from './encoded-content.ts';
import { type HeaderRules, headerOf } from './headers.ts';
import type { LocalFile } from './scan-folder.ts';

/** A file to publish, and where its bytes are. */
export interface PublishedFile extends LocalFile {
  /** Path in the folder of the bytes to store, of which `size` is the length; differs from `path` for a precompressed file. */
  readonly source: string;
  readonly contentEncoding?: ContentEncoding;
  /** Path in the folder of the same content uncompressed, if it is there. */
  readonly original?: string;
}

export interface EncodingRules {
  /** Encodings of files that were compressed under their own name; `none` for a file that is published as it is. */
  readonly contentEncoding: HeaderRules;
  /** Whether `app.js` is stored from `app.js.gz`, `app.js.br` or `app.js.zst`. */
  readonly precompressed: 'off' | ContentEncoding;
}

export interface Sources {
  readonly files: readonly PublishedFile[];
  /** Compressed copies that are not published under their own name. */
  readonly leftOut: number;
  /** Compressed files that are published as downloads and are probably meant to be served with an encoding. */
  readonly downloads: readonly { readonly path: string; readonly of: string; readonly beside: boolean }[];
}

/** What pages load; other compressed files, such as archives, are downloads. */
const LOADED = /\.(?:m?js|css|wasm|html?|data)$/i;
const COMPRESSED = /\.(?:gz|br|zst)$/i;

/** The most compact copy that readers can be given: Brotli and Zstandard only where they were requested. */
const PREFERRED: Readonly<Record<EncodingRules['precompressed'], readonly ContentEncoding[]>> = {
  off: [],
  gzip: ['gzip'],
  br: ['br', 'gzip'],
  zstd: ['zstd', 'br', 'gzip'],
};

export function sourceFiles(files: readonly LocalFile[], rules: EncodingRules): Sources {
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  const ruled = (path: string) => headerOf(rules.contentEncoding, path);
  const isCopy = (path: string) =>
    COMPRESSED.test(path) && sizes.has(path) && sizes.has(path.replace(COMPRESSED, '')) && ruled(path) === undefined;
  const published: PublishedFile[] = [];
  const downloads: { path: string; of: string; beside: boolean }[] = [];
  let leftOut = 0;
  for (const { path, size } of files) {
    const copy = isCopy(path);
    if (copy && rules.precompressed !== 'off') {
      leftOut++;
      continue;
    }
    const rule = ruled(path);
    const of = path.replace(COMPRESSED, '');
    if (rule === undefined && of !== path && (copy || LOADED.test(of))) downloads.push({ path, of, beside: copy });
    if (rule !== undefined) {
      const encoded = rule === 'none' ? {} : { contentEncoding: rule as ContentEncoding };
      published.push({ path, size, source: path, ...encoded });
      continue;
    }
    const encoding = PREFERRED[rules.precompressed].find((one) => isCopy(path + EXTENSIONS[one]));
    if (encoding === undefined) published.push({ path, size, source: path });
    else {
      const source = path + EXTENSIONS[encoding];
      published.push({ path, size: sizes.get(source) ?? 0, source, contentEncoding: encoding, original: path });
    }
  }
  return { files: published, leftOut, downloads };
}

/** The path without the extension of its encoding, which says nothing about the content: `app.wasm.br` is WebAssembly. */
export function contentPath({ path, contentEncoding }: Pick<PublishedFile, 'path' | 'contentEncoding'>): string {
  return contentEncoding === undefined ? path : path.replace(COMPRESSED, '');
}
