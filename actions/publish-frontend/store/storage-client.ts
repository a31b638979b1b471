/**
 * The calls to Cloud Storage's JSON API (https://cloud.google.com/storage/docs/json_api/v1/objects). Every write names the
 * generation that it replaces, so concurrent changes are never lost. After a 412 the object is read back: if our write was
 * executed and only its response was lost, the call succeeded.
 */

import type { HttpClient, HttpRequest } from '../../../src/google/http/client.ts';
import { pagesOf } from '../../../src/google/http/pages.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import type { Headers } from '../site/headers.ts';
import { generationOf, hasStatus, preconditionFailure } from './preconditions.ts';
import {
  FIELDS,
  type Generation,
  type Listing,
  metadataOf,
  type ObjectResource,
  type StoredObject,
  sameBytes,
  sameHeaders,
  toObject,
} from './stored-object.ts';

export interface StoreOptions {
  readonly http: HttpClient;
  /** Base URL of the API. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Milliseconds that a call may still be retried, `needed` if it wants more than others: one deadline for the whole run. */
  readonly deadline: (needed?: number) => number;
  readonly clock: Clock;
  /** Aborts waiting between attempts. */
  readonly signal: AbortSignal;
}

export interface Store extends StoreOptions {
  /** All objects whose names start with `prefix`, page after page. */
  list(prefix: string): Promise<Listing>;
  /** True if no object's name starts with `prefix`. */
  isEmpty(prefix: string): Promise<boolean>;
  stat(name: string): Promise<StoredObject | undefined>;
  /** The content and its generation; `undefined` if there is no such object. */
  readText(name: string): Promise<{ text: string; generation: Generation } | undefined>;
  /** Copies within the bucket, with new metadata. */
  copy(from: StoredObject, to: string, headers: Headers, replaces: Generation): Promise<StoredObject>;
  /** Changes headers alone. */
  patch(object: StoredObject, headers: Headers): Promise<StoredObject>;
  /** Deletes exactly this generation; an object that no longer exists is no error. */
  remove(object: Pick<StoredObject, 'name' | 'generation'>): Promise<void>;
}

export const STORAGE_ROLE = 'roles/storage.objectUser';

export function createStore(options: StoreOptions): Store {
  const { http, endpoint, bucket, deadline } = options;
  const url = (name: string) => objectUrl(endpoint, bucket, name);
  const call = (
    permission: string,
    name?: string,
  ): Pick<HttpRequest, 'resource' | 'permission' | 'role' | 'deadline'> => ({
    resource: name === undefined ? `bucket ${bucket}` : `object gs://${bucket}/${name}`,
    permission: `storage.objects.${permission}`,
    role: STORAGE_ROLE,
    deadline: deadline(),
  });

  const stat = (name: string) =>
    absentAsUndefined(bucket, async () =>
      toObject(
        await http.json<ObjectResource>({ ...call('get', name), method: 'GET', url: `${url(name)}?fields=${FIELDS}` }),
      ),
    );

  const listPage = async (query: Readonly<Record<string, string>>) => {
    try {
      return await http.json<{ items?: ObjectResource[]; nextPageToken?: string }>({
        ...call('list'),
        method: 'GET',
        url: `${endpoint}/storage/v1/b/${bucket}/o?${new URLSearchParams(query)}`,
      });
    } catch (error) {
      throw isBucketMissing(error) ? noBucket(bucket, error) : error;
    }
  };

  return {
    ...options,
    stat,

    async list(prefix) {
      const listing = new Map<string, StoredObject>();
      const query = { prefix, fields: `nextPageToken,items(${FIELDS})`, maxResults: '1000' };
      for await (const { items = [] } of pagesOf((next) => listPage({ ...query, ...next })))
        for (const item of items) listing.set(item.name, toObject(item));
      return listing;
    },

    async isEmpty(prefix) {
      const { items, nextPageToken } = await listPage({ prefix, fields: 'nextPageToken,items(name)', maxResults: '1' });
      return (items ?? []).length === 0 && nextPageToken === undefined;
    },

    readText: (name) =>
      absentAsUndefined(bucket, async () => {
        const { text, headers } = await http.text({
          ...call('get', name),
          method: 'GET',
          url: `${url(name)}?alt=media`,
          // The manifest of a release names each file of the site.
          maxBytes: 256_000_000,
        });
        return { text, generation: headers['x-goog-generation'] ?? '' };
      }),

    async copy(from, to, headers, replaces) {
      const query = new URLSearchParams({
        ifGenerationMatch: replaces,
        ifSourceGenerationMatch: from.generation,
        fields: `done,rewriteToken,resource(${FIELDS})`,
      });
      const same = (object: StoredObject) => sameBytes(object, from) && sameHeaders(object, headers);
      const explains = async (now: StoredObject | undefined) =>
        generationOf(now) !== replaces || generationOf(await stat(from.name)) !== from.generation;
      return unlessDone(to, same, explains, async () => {
        for (;;) {
          const response = await http.json<{ done: boolean; rewriteToken?: string; resource: ObjectResource }>({
            ...call('create', to),
            method: 'POST',
            url: `${url(from.name)}/rewriteTo/b/${bucket}/o/${encodeURIComponent(to)}?${query}`,
            json: metadataOf(headers, from),
            idempotent: true,
          });
          if (response.done) return toObject(response.resource);
          query.set('rewriteToken', response.rewriteToken ?? '');
        }
      });
    },

    patch: (object, headers) =>
      unlessDone(
        object.name,
        (now) => now.generation === object.generation && sameHeaders(now, headers),
        async (now) => now?.generation !== object.generation || now.metageneration !== object.metageneration,
        async () =>
          toObject(
            await http.json<ObjectResource>({
              ...call('update', object.name),
              method: 'PATCH',
              url: `${url(object.name)}?ifGenerationMatch=${object.generation}&ifMetagenerationMatch=${object.metageneration}&fields=${FIELDS}`,
              json: { contentType: headers.contentType, cacheControl: headers.cacheControl },
              idempotent: true,
            }),
          ),
      ),

    async remove({ name, generation }) {
      try {
        await http.text({
          ...call('delete', name),
          method: 'DELETE',
          url: `${url(name)}?ifGenerationMatch=${generation}`,
        });
      } catch (error) {
        if (hasStatus(error, 404)) return;
        if (!hasStatus(error, 412)) throw error;
        const now = await stat(name);
        if (now) throw preconditionFailure(error, name, now.generation !== generation);
      }
    },
  };

  /**
   * A refused precondition is fine if the object is what we wanted to make of it: a response to us was lost. `explains` says
   * whether the object that is there now breaks our precondition.
   */
  async function unlessDone(
    name: string,
    done: (now: StoredObject) => boolean,
    explains: (now: StoredObject | undefined) => Promise<boolean>,
    work: () => Promise<StoredObject>,
  ): Promise<StoredObject> {
    try {
      return await work();
    } catch (error) {
      if (!hasStatus(error, 412)) throw error;
      const now = await stat(name);
      if (now && done(now)) return now;
      throw preconditionFailure(error, name, await explains(now));
    }
  }
}

export function objectUrl(endpoint: string, bucket: string, name: string): string {
  return `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`;
}

function isBucketMissing(error: unknown): boolean {
  return hasStatus(error, 404) && (error as Error).message.startsWith('The specified bucket');
}

function noBucket(bucket: string, cause: unknown): InputError {
  const message = `"${bucket}" does not exist (404). Fix the name, or create the bucket: gcloud storage buckets create gs://${bucket}`;
  return new InputError([{ subject: 'Input bucket', message }], { cause });
}

/** A missing object is a valid result; a missing bucket, which is a 404 too, is a wrong input. */
async function absentAsUndefined<T>(bucket: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isBucketMissing(error)) throw noBucket(bucket, error);
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}
