/** Listing in pages, with prefix, glob and delimiter. https://cloud.google.com/storage/docs/json_api/v1/objects/list */
import { bad } from './errors.ts';
import { globPattern } from './match-glob.ts';
import type { Bucket, StoredObject } from './records.ts';

const PAGE = 1000;

export interface Page {
  readonly items: readonly StoredObject[];
  readonly prefixes: readonly string[];
  readonly nextPageToken?: string;
}

/** One page of a bucket; objects and prefixes count together, as in the real API. */
export function listPage(bucket: Bucket, query: URLSearchParams): Page {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const startOffset = query.get('startOffset') ?? '';
  const endOffset = query.get('endOffset') ?? '';
  const trailing = query.get('includeTrailingDelimiter') === 'true';
  const size = pageSize(query.get('maxResults'));
  const after = decodeToken(query.get('pageToken'));
  const glob = query.get('matchGlob');
  const matching = glob === null ? undefined : globPattern(glob);

  bucket.sorted ??= [...bucket.objects.keys()].sort(compareUtf8);
  const names = bucket.sorted;
  const items: StoredObject[] = [];
  const prefixes: string[] = [];
  let last = '';
  let i = lowerBound(
    names,
    [prefix, startOffset, after].reduce((a, b) => (compareUtf8(a, b) < 0 ? b : a)),
  );
  for (; i < names.length; i++) {
    const name = names[i] as string;
    if (!name.startsWith(prefix)) break;
    if (endOffset !== '' && compareUtf8(name, endOffset) >= 0) break;
    if (matching && !matching.test(name)) continue;
    const cut = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
    const folder = cut < 0 ? undefined : name.slice(0, cut + delimiter.length);
    // The token is the last returned name or prefix; names under that prefix are included in it.
    if (after !== '' && (name === after || (folder !== undefined && folder === after))) continue;
    const known = folder !== undefined && prefixes.at(-1) === folder;
    if (!known && items.length + prefixes.length >= size) return { items, prefixes, nextPageToken: encodeToken(last) };
    if (folder !== undefined && !known) prefixes.push(folder);
    if (folder === undefined || (trailing && name === folder)) items.push(bucket.objects.get(name) as StoredObject);
    last = folder ?? name;
  }
  return { items, prefixes };
}

export function pageSize(value: string | null): number {
  if (value === null) return PAGE;
  const size = Number(value);
  if (!Number.isInteger(size) || size < 0) throw bad(`Invalid value '${value}' for maxResults`, 'invalidParameter');
  return size === 0 ? PAGE : Math.min(size, PAGE);
}

export const encodeToken = (name: string) => Buffer.from(`\n${name}`).toString('base64url');

export function decodeToken(token: string | null): string {
  if (!token) return '';
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('\n')) throw bad(`Invalid page token: ${token}`, 'invalidParameter');
  return text.slice(1);
}

/** UTF-8 byte order. Differs from the order of JavaScript strings only where surrogate pairs meet U+E000 and above. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return (x >= 0xd800 && y >= 0xd800 ? rotate(x) - rotate(y) : x - y) as number;
  }
  return a.length - b.length;
}

const rotate = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);

function lowerBound(names: readonly string[], wanted: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8(names[middle] as string, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
