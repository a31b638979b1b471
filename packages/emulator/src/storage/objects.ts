/** Validation of names and metadata of objects, and the object resource. */
import { bad } from './errors.ts';
import type { Metadata, StoredObject } from './records.ts';

const TEXTS = ['contentType', 'contentEncoding', 'contentLanguage', 'contentDisposition', 'cacheControl'] as const;
const READ_ONLY = new Set(
  'kind id selfLink mediaLink name bucket generation metageneration size md5Hash crc32c etag timeCreated updated timeStorageClassUpdated timeFinalized timeDeleted componentCount owner acl'.split(
    ' ',
  ),
);

/**
 * The writable fields of an object resource that a caller sent. Fields that are `null` are left out, so for a patch pass
 * `before` without them.
 */
export function readMetadata(resource: Record<string, unknown>, before: Metadata = {}): Metadata {
  const result: Metadata = { ...before };
  for (const [field, value] of Object.entries(resource)) {
    if (READ_ONLY.has(field)) continue;
    if (value === null) {
      if (field === 'customTime' && before.customTime) throw bad('Custom time cannot be removed once it was set.');
      delete result[field as keyof Metadata];
    } else if ((TEXTS as readonly string[]).includes(field) || field === 'storageClass') {
      if (typeof value !== 'string') throw bad(`Invalid value for ${field}: ${JSON.stringify(value)}`);
      result[field as (typeof TEXTS)[number]] = value;
    } else if (field === 'temporaryHold' || field === 'eventBasedHold') {
      result[field] = value === true;
    } else if (field === 'customTime') {
      result.customTime = customTime(value, before.customTime);
    } else if (field === 'metadata') {
      result.metadata = customMetadata(value, before.metadata);
    }
    // The real API ignores fields that it does not know.
  }
  return result;
}

function customTime(value: unknown, before: string | undefined): string {
  const time = Date.parse(String(value));
  if (Number.isNaN(time) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(String(value))) {
    throw bad(`Invalid value for field "customTime": ${JSON.stringify(value)}`);
  }
  if (before !== undefined && time < Date.parse(before)) throw bad('Custom time cannot be set to an earlier time.');
  return new Date(time).toISOString();
}

function customMetadata(value: unknown, before: Record<string, string> | undefined): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('Invalid value for metadata.');
  const result = { ...before };
  for (const [key, entry] of Object.entries(value)) {
    if (entry === null) delete result[key];
    else if (typeof entry === 'string') result[key] = entry;
    else throw bad(`Invalid value for metadata.${key}: ${JSON.stringify(entry)}`);
  }
  const bytes = Object.entries(result).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
  if (bytes > 8192) throw bad('The size of custom metadata must be at most 8192 bytes.');
  return result;
}

/** https://cloud.google.com/storage/docs/objects#naming */
export function checkName(name: string): string {
  const length = Buffer.byteLength(name);
  if (length === 0) throw bad('Required', 'required');
  if (length > 1024) {
    throw bad(
      `The maximum object length is 1024 characters, but got a name with ${length} characters: '${name.slice(0, 32)}...'`,
    );
  }
  if (/[\r\n]/.test(name)) throw bad(`Disallowed unicode characters present in object name '${name}'`);
  if (name === '.' || name === '..' || name.startsWith('.well-known/acme-challenge/')) {
    throw bad(`Invalid object name: '${name}'`);
  }
  return name;
}

/** Opaque; changes with generation and metageneration. */
export const etagOf = ({ generation, metageneration }: StoredObject): string =>
  Buffer.from(`${generation}/${metageneration}`).toString('base64');

/** The object resource of the JSON API; `base` is the URL that clients used. */
export function objectResource(object: StoredObject, base: string) {
  const { bucket, name, generation, metageneration, metadata, content } = object;
  const path = `/b/${bucket}/o/${encodeURIComponent(name)}`;
  const created = new Date(object.created).toISOString();
  const { storageClass = 'STANDARD', ...rest } = metadata;
  return {
    kind: 'storage#object',
    id: `${bucket}/${name}/${generation}`,
    selfLink: `${base}/storage/v1${path}`,
    mediaLink: `${base}/download/storage/v1${path}?generation=${generation}&alt=media`,
    name,
    bucket,
    generation,
    metageneration: String(metageneration),
    ...rest,
    storageClass,
    size: String(content.size),
    ...(object.componentCount === undefined ? { md5Hash: content.md5 } : { componentCount: object.componentCount }),
    crc32c: content.crc32c,
    etag: etagOf(object),
    timeCreated: created,
    updated: new Date(object.updated).toISOString(),
    timeStorageClassUpdated: created,
    timeFinalized: created,
  };
}
