/** An object of the bucket: what the API returns for it, and how two are compared. Pure. */
import type { Headers } from '../site/headers.ts';
import type { SiteFile } from '../site/site-files.ts';

/** An object as a listing shows it. */
export interface StoredObject extends Headers {
  readonly name: string;
  readonly size: number;
  /** MD5 of the stored bytes, base64; absent for composed objects. */
  readonly md5: string | undefined;
  readonly crc32c: string | undefined;
  readonly generation: string;
  readonly metageneration: string;
  readonly contentEncoding: string | undefined;
  /** MD5 of the content before compression; set on all objects that publish-frontend stored compressed or considered to. */
  readonly sourceMd5: string | undefined;
  /** Milliseconds since 1970. */
  readonly updated: number;
}

/** Objects of the bucket by name. */
export type Listing = ReadonlyMap<string, StoredObject>;

/** What writes made of objects, by name; `undefined` for a deleted object. */
export type ListingChanges = ReadonlyMap<string, StoredObject | undefined>;

/** The listing after the changes. */
export function withChanges(listing: Listing, changes: ListingChanges): Listing {
  if (changes.size === 0) return listing;
  const changed = new Map(listing);
  for (const [name, object] of changes) {
    if (object) changed.set(name, object);
    else changed.delete(name);
  }
  return changed;
}

/** The object's generation that a write replaces; `0` if there must be none. */
export type Generation = string;
export const ABSENT: Generation = '0';

/** The parts of an object that we request. */
export const FIELDS =
  'name,size,md5Hash,crc32c,generation,metageneration,contentType,cacheControl,contentEncoding,metadata,updated';

/** https://cloud.google.com/storage/docs/json_api/v1/objects#resource */
export interface ObjectResource {
  readonly name: string;
  readonly size?: string;
  readonly md5Hash?: string;
  readonly crc32c?: string;
  readonly generation: string;
  readonly metageneration: string;
  readonly contentType?: string;
  readonly cacheControl?: string;
  readonly contentEncoding?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly updated?: string;
}

/** Key of the custom metadata that holds `sourceMd5`. */
const SOURCE_MD5 = 'source-md5';

/** What a new object is described by, in the API's own form. */
export interface ObjectMetadata extends Headers {
  /** MD5 that the server compares with what it received, base64. */
  readonly md5Hash?: string;
  readonly contentEncoding?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The metadata of a new object; what it is copied from decides on its encoding. */
export function metadataOf(
  headers: Headers,
  from: Pick<StoredObject, 'contentEncoding' | 'sourceMd5'>,
): ObjectMetadata {
  return {
    contentType: headers.contentType,
    cacheControl: headers.cacheControl,
    ...(from.contentEncoding !== undefined && { contentEncoding: from.contentEncoding }),
    ...(from.sourceMd5 !== undefined && { metadata: { [SOURCE_MD5]: from.sourceMd5 } }),
  };
}

// Few different values serve all objects of a listing: kept once.
const known = new Map<string, string>();
function intern(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const kept = known.get(value);
  if (kept !== undefined) return kept;
  known.set(value, value);
  return value;
}

export function toObject(resource: ObjectResource): StoredObject {
  return {
    name: resource.name,
    size: Number(resource.size ?? 0),
    md5: resource.md5Hash,
    crc32c: resource.md5Hash === undefined ? resource.crc32c : undefined,
    generation: resource.generation,
    metageneration: resource.metageneration,
    contentType: intern(resource.contentType) ?? '',
    cacheControl: intern(resource.cacheControl) ?? '',
    contentEncoding: intern(resource.contentEncoding),
    sourceMd5: resource.metadata?.[SOURCE_MD5],
    updated: resource.updated === undefined ? 0 : Date.parse(resource.updated),
  };
}

/** MD5 of the content as readers get it, base64; `undefined` for composed objects. */
export function contentMd5({ sourceMd5, md5 }: StoredObject): string | undefined {
  return sourceMd5 ?? md5;
}

/** False if the object's content is certainly another. */
export function mayHold(object: StoredObject, md5: string): boolean {
  return (contentMd5(object) ?? md5) === md5;
}

export function sameBytes(a: StoredObject, b: StoredObject): boolean {
  if (a.contentEncoding !== b.contentEncoding || a.size !== b.size) return false;
  return a.md5 === undefined || b.md5 === undefined ? a.crc32c !== undefined && a.crc32c === b.crc32c : a.md5 === b.md5;
}

export function sameHeaders(a: Headers, b: Headers): boolean {
  return a.contentType === b.contentType && a.cacheControl === b.cacheControl;
}

/** True if the object has the content of the file in the encoding in which it is stored. */
export function holds(
  { contentEncoding, sourceMd5, md5, crc32c, size }: StoredObject,
  file: Pick<SiteFile, 'md5' | 'storedMd5' | 'contentEncoding' | 'gzip' | 'size'>,
  fileCrc32c?: string,
): boolean {
  // Stored without gzip if that would not have been smaller.
  if (file.gzip) return sourceMd5 === file.md5 && (contentEncoding ?? 'gzip') === 'gzip';
  if (contentEncoding !== file.contentEncoding) return false;
  // Compressing the same content again may give other bytes, since gzip writes the time.
  if (contentEncoding !== undefined && sourceMd5 !== undefined) return sourceMd5 === file.md5;
  if (md5 !== undefined) return md5 === (file.storedMd5 ?? file.md5);
  return size === file.size && crc32c !== undefined && crc32c === fileCrc32c;
}
