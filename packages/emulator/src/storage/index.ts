/**
 * Cloud Storage, JSON API v1: buckets, objects, uploads, downloads, copies.
 * https://cloud.google.com/storage/docs/json_api/v1
 */
import type { Core } from '../core/core.ts';
import { type ApiRequest, type Handler, type Reply, type Route, route, type ServeOptions } from '../http/routes.ts';
import { batch } from './batch.ts';
import { bucketRoutes } from './buckets.ts';
import { media } from './content/download.ts';
import { createResumableUploads } from './content/resumable.ts';
import { compose, copy, createRewrites, move, type Rewrites } from './content/rewrite.ts';
import { mediaUpload, multipartUpload } from './content/upload.ts';
import { authorize, storageErrorBody, unauthenticated } from './errors.ts';
import { listPage } from './list.ts';
import { checkName, objectResource, readMetadata } from './objects.ts';
import { check, GENERATION, preconditions, SOURCE } from './preconditions.ts';
import type { Metadata, StoredObject } from './records.ts';
import { createStore, type Store } from './store.ts';

export type { Bucket, Metadata, StoredObject } from './records.ts';

export interface Storage {
  readonly store: Store;
  readonly rewrites: Rewrites;
  /** Stores an object, like an upload. */
  put(bucket: string, name: string, bytes: string | Buffer, metadata?: Metadata): Promise<StoredObject>;
  /** The bytes of a live object; undefined if not found. */
  read(bucket: string, name: string): Promise<Buffer | undefined>;
  readonly routes: readonly Route[];
  readonly serveOptions: ServeOptions;
  close(): Promise<void>;
}

export function createStorage(core: Core, options: { keepLarge?: boolean } = {}): Storage {
  const store = createStore(core.clock, options);
  const rewrites = createRewrites(store);
  return {
    store,
    rewrites,
    async put(bucket, name, bytes, metadata = {}) {
      const sink = store.contents.sink();
      await sink.write(Buffer.from(bytes));
      return store.commit(bucket, name, metadata, await sink.finish(), {});
    },
    async read(bucket, name) {
      const content = store.buckets.get(bucket)?.objects.get(name)?.content;
      if (!content) return undefined;
      const bytes = content.read();
      return Buffer.isBuffer(bytes) ? bytes : Buffer.concat(await bytes.toArray());
    },
    routes: [...objectRoutes(core, store, rewrites), ...bucketRoutes(core, store)],
    serveOptions: { unauthenticated, errorBody: storageErrorBody },
    close: () => store.contents.close(),
  };
}

function objectRoutes(core: Core, store: Store, rewrites: Rewrites): readonly Route[] {
  const uploads = createResumableUploads(store);
  const may = (
    request: ApiRequest,
    permission: string,
    bucket = request.params.bucket,
    object = request.params.object,
  ) => {
    store.bucket(bucket ?? '');
    authorize(core, request.principal, permission, bucket ?? '', object);
  };
  const objectReply = (request: ApiRequest, object: StoredObject): Reply => ({
    body: objectResource(object, request.url.origin),
  });
  /** Overwriting requires the permissions to create and to delete. */
  const mayWrite = (request: ApiRequest, bucket: string, name: string) => {
    may(request, 'storage.objects.create', bucket, name);
    if (store.bucket(bucket).objects.has(name)) may(request, 'storage.objects.delete', bucket, name);
  };

  const insert: Handler = async (request) => {
    const { bucket = '' } = request.params;
    const name = request.query.get('name');
    may(request, 'storage.objects.create', bucket, name ?? '');
    if (name !== null) mayWrite(request, bucket, checkName(name));
    switch (request.query.get('uploadType')) {
      case 'media':
        return objectReply(request, await mediaUpload(store, request));
      case 'multipart':
        return objectReply(request, await multipartUpload(store, request));
      case 'resumable':
        return uploads.start(request, request.url.origin);
      default:
        return { status: 400, body: 'Bad Request: uploadType must be media, multipart or resumable' };
    }
  };
  const get: Handler = (request) => {
    may(request, 'storage.objects.get');
    const { bucket = '', object = '' } = request.params;
    const found = store.object(bucket, object, request.query.get('generation'));
    check(preconditions(request.query), found, true);
    if (request.query.get('alt') !== 'media') return objectReply(request, found);
    return media(found, { range: request.headers.range, acceptEncoding: header(request, 'accept-encoding') });
  };
  const update =
    (keep: boolean): Handler =>
    async (request) => {
      may(request, 'storage.objects.update');
      const { bucket = '', object = '' } = request.params;
      const found = store.object(bucket, object, request.query.get('generation'));
      check(preconditions(request.query), found);
      store.patch(found, readMetadata(await request.json({ nulls: true }), keep ? found.metadata : {}));
      return objectReply(request, found);
    };
  const session =
    (handler: Handler): Handler =>
    (request) =>
      request.query.get('upload_id') ? handler(request) : { status: 400, body: 'Bad Request: upload_id is missing' };

  const object = '/storage/v1/b/{bucket}/o/{object=*}';
  const to = '/b/{toBucket}/o/{toObject=*}';
  const rewrite: Handler = async (request) => {
    mayCopy(request, request.params.toBucket ?? '');
    const step = await rewrites.step(request);
    const size = String(step.from.content.size);
    const body =
      'done' in step
        ? {
            totalBytesRewritten: size,
            objectSize: size,
            done: true,
            resource: objectResource(step.done, request.url.origin),
          }
        : { totalBytesRewritten: String(step.written), objectSize: size, done: false, rewriteToken: step.token };
    return { body: { kind: 'storage#rewriteResponse', ...body } };
  };
  const mayCopy = (request: ApiRequest, toBucket: string) => {
    may(request, 'storage.objects.get');
    mayWrite(request, toBucket, checkName(request.params.toObject ?? ''));
  };

  return [
    route('POST', '/upload/storage/v1/b/{bucket}/o', insert, { query: INSERT }),
    // gcloud starts its sessions here.
    route('POST', '/resumable/upload/storage/v1/b/{bucket}/o', insert, { query: INSERT }),
    // The session's URL authorizes these calls, so they need no token.
    route(
      'PUT',
      '/upload/storage/v1/b/{bucket}/o',
      session((request) => uploads.put(request, request.url.origin)),
      { open: true, query: [...INSERT, 'upload_id'] },
    ),
    route(
      'DELETE',
      '/upload/storage/v1/b/{bucket}/o',
      session((request) => uploads.cancel(request)),
      { open: true, query: [...INSERT, 'upload_id'] },
    ),
    route(
      'GET',
      '/storage/v1/b/{bucket}/o',
      (request) => {
        may(request, 'storage.objects.list', request.params.bucket, undefined);
        const { items, prefixes, nextPageToken } = listPage(store.bucket(request.params.bucket ?? ''), request.query);
        const body = {
          kind: 'storage#objects',
          ...(nextPageToken !== undefined && { nextPageToken }),
          ...(prefixes.length > 0 && { prefixes }),
          ...(items.length > 0 && { items: items.map((item) => objectResource(item, request.url.origin)) }),
        };
        return { body };
      },
      { query: LIST },
    ),
    route('GET', object, get, { query: [...READ, 'softDeleted=false'] }),
    route('GET', '/download/storage/v1/b/{bucket}/o/{object=*}', get, { query: READ }),
    route('PATCH', object, update(true), { query: READ }),
    route('PUT', object, update(false), { query: READ }),
    route(
      'DELETE',
      object,
      (request) => {
        may(request, 'storage.objects.delete');
        const { bucket = '', object: name = '' } = request.params;
        const found = store.object(bucket, name, request.query.get('generation'));
        check(preconditions(request.query), found);
        store.remove(found);
        return { status: 204 };
      },
      { query: ['generation', ...GENERATION] },
    ),
    route(
      'POST',
      `${object}/compose`,
      async (request) => {
        mayWrite(request, request.params.bucket ?? '', checkName(request.params.object ?? ''));
        return objectReply(request, await compose(store, request));
      },
      { query: ['ifGenerationMatch', 'ifMetagenerationMatch'] },
    ),
    route(
      'POST',
      `${object}/copyTo${to}`,
      async (request) => {
        mayCopy(request, request.params.toBucket ?? '');
        return objectReply(request, await copy(store, request));
      },
      { query: COPY },
    ),
    route('POST', `${object}/rewriteTo${to}`, rewrite, {
      query: [...COPY, 'rewriteToken', 'maxBytesRewrittenPerCall'],
    }),
    route(
      'POST',
      `${object}/moveTo/o/{toObject=*}`,
      (request) => {
        may(request, 'storage.objects.move');
        mayWrite(request, request.params.bucket ?? '', checkName(request.params.toObject ?? ''));
        return objectReply(request, move(store, request));
      },
      { query: [...GENERATION, ...SOURCE, ...PROJECTION] },
    ),
    route('POST', '/batch/storage/v1', batch, { open: true }),
  ];
}

// The parameters that each method has and the emulator supports. https://cloud.google.com/storage/docs/json_api/v1/objects
const PROJECTION = ['projection=noacl', 'projection=full'];
const INSERT = ['name', 'contentEncoding', ...GENERATION, ...PROJECTION];
const READ = ['generation', ...GENERATION, ...PROJECTION];
const COPY = ['sourceGeneration', ...GENERATION, ...SOURCE, ...PROJECTION];
const LIST = [
  ...[
    'prefix',
    'matchGlob',
    'delimiter',
    'startOffset',
    'endOffset',
    'includeTrailingDelimiter',
    'maxResults',
    'pageToken',
  ],
  // Buckets of the emulator have neither versions nor folders, so these parameters do not change the response.
  ...['versions', 'includeFoldersAsPrefixes', 'softDeleted=false'],
  ...PROJECTION,
];

const header = (request: ApiRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};
