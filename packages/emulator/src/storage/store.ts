/** Buckets and their objects in memory. All changes of objects are made here. */
import type { Clock } from '../core/clock.ts';
import { ApiError } from '../http/errors.ts';
import { type Content, type ContentStore, createContentStore } from './content/content.ts';
import { bad, noBucket, noObject } from './errors.ts';
import { checkName } from './objects.ts';
import { check, type Preconditions } from './preconditions.ts';
import type { Bucket, BucketSettings, Metadata, StoredObject } from './records.ts';

export interface Hashes {
  readonly md5?: string | undefined;
  readonly crc32c?: string | undefined;
}

export interface Store {
  readonly contents: ContentStore;
  readonly buckets: Map<string, Bucket>;
  createBucket(options: { name: string; projectNumber: string; location?: string; settings?: BucketSettings }): Bucket;
  bucket(name: string): Bucket;
  /** The live object; 404 if it does not exist, or not in that generation. */
  object(bucket: string, name: string, generation?: string | null): StoredObject;
  /** Makes `content` the live object if the hashes match and the preconditions hold; takes ownership of the content. */
  commit(
    bucket: string,
    name: string,
    metadata: Metadata,
    content: Content,
    conditions: Preconditions,
    options?: { expected?: Hashes; componentCount?: number },
  ): StoredObject;
  patch(object: StoredObject, metadata: Metadata): void;
  /** Renames an object in its bucket: a new generation with the same bytes and metadata. */
  move(object: StoredObject, name: string, conditions: Preconditions): StoredObject;
  remove(object: StoredObject): void;
}

export function createStore(clock: Clock, options: { keepLarge?: boolean } = {}): Store {
  const buckets = new Map<string, Bucket>();
  let lastGeneration = 0;
  const bucket = (name: string): Bucket => {
    const found = buckets.get(name);
    if (!found) throw noBucket();
    return found;
  };
  const held = (object: StoredObject) => {
    if (!object.metadata.temporaryHold && !object.metadata.eventBasedHold) return;
    throw new ApiError(
      403,
      `Object '${object.bucket}/${object.name}' is under active hold and cannot be deleted or overwritten.`,
    );
  };

  return {
    contents: createContentStore(options),
    buckets,
    bucket,
    createBucket({ name, projectNumber, location = 'US-CENTRAL1', settings = {} }) {
      const made: Bucket = {
        name,
        projectNumber,
        location,
        created: clock.now(),
        updated: clock.now(),
        metageneration: 1,
        settings,
        objects: new Map(),
        sorted: undefined,
      };
      buckets.set(name, made);
      return made;
    },
    object(bucketName, name, generation) {
      const found = bucket(bucketName).objects.get(name);
      if (!found || (generation && generation !== found.generation)) throw noObject(bucketName, name);
      return found;
    },
    commit(bucketName, name, metadata, content, conditions, { expected = {}, componentCount } = {}) {
      const into = bucket(bucketName);
      const before = into.objects.get(checkName(name));
      try {
        compareHash('MD5', expected.md5, content.md5);
        compareHash('CRC32C', expected.crc32c, content.crc32c);
        check(conditions, before);
        if (before) held(before);
      } catch (error) {
        content.release();
        throw error;
      }
      // Microseconds, like real generations; several writes in one microsecond get increasing numbers.
      lastGeneration = Math.max(lastGeneration + 1, clock.now() * 1000);
      const now = clock.now();
      const object: StoredObject = {
        bucket: bucketName,
        name,
        generation: String(lastGeneration),
        metageneration: 1,
        metadata,
        content,
        created: now,
        updated: now,
        ...(componentCount !== undefined && { componentCount }),
      };
      into.objects.set(name, object);
      if (!before) into.sorted = undefined;
      before?.content.release();
      return object;
    },
    patch(object, metadata) {
      object.metadata = metadata;
      object.metageneration++;
      object.updated = clock.now();
    },
    move(object, name, conditions) {
      held(object);
      const { bucket: of, metadata, content, componentCount } = object;
      const moved = this.commit(of, name, metadata, content.retain(), conditions, {
        ...(componentCount !== undefined && { componentCount }),
      });
      this.remove(object);
      return moved;
    },
    remove(object) {
      held(object);
      const from = bucket(object.bucket);
      from.objects.delete(object.name);
      from.sorted = undefined;
      object.content.release();
    },
  };
}

function compareHash(kind: string, provided: string | undefined, calculated: string): void {
  if (provided === undefined || provided === calculated) return;
  throw bad(`Provided ${kind} hash "${provided}" doesn't match calculated ${kind} hash "${calculated}".`);
}
