/** Cloud Storage: publish-frontend's store against `@google-cloud/storage`. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Storage } from '@google-cloud/storage';
import { listFolders, removePreviewFolder } from '../../../actions/preview/clean-up/objects.ts';
import { startPageHash } from '../../../actions/preview/comment/site.ts';
import { md5OfFile } from '../../../actions/publish-frontend/site/digest.ts';
import { createStore, type Store } from '../../../actions/publish-frontend/store/storage-client.ts';
import { FIELDS, type StoredObject } from '../../../actions/publish-frontend/store/stored-object.ts';
import { PIECE } from '../../../actions/publish-frontend/store/upload/resumable-upload.ts';
import { upload, uploadJson } from '../../../actions/publish-frontend/store/upload/upload.ts';
import type { Endpoints } from '../../../src/google/endpoints.ts';
import { findSites } from '../../../src/records/find-sites.ts';
import { fixedToken } from '../official.ts';
import { NO_PAUSE, withHttp } from '../ours.ts';
import type { Pair } from '../pair.ts';
import type { Respond } from '../recorder.ts';

const BUCKET = 'site-bucket';
/** Every kind of character that a file name may bring along. */
const ODD = "a b/ü+%23?&=!*'()~@:$,;[]#.html";
const HEADERS = { contentType: 'text/html; charset=utf-8', cacheControl: 'public, max-age=60' };
const CONTENT = '<h1>hello</h1>';
const GZIPPED = gzipSync(CONTENT);
const DEADLINE = 30_000;

const object = (name: string): StoredObject => ({
  ...HEADERS,
  name,
  size: 5,
  md5: 'XUFAKrxLKna5cZ2REBfFkg==',
  crc32c: undefined,
  generation: '1700000000000001',
  metageneration: '3',
  contentEncoding: undefined,
  sourceMd5: undefined,
  updated: 0,
});

const resource = { name: ODD, bucket: BUCKET, generation: '1700000000000001', metageneration: '1', size: '5' };

const store = (url: string, work: (store: Store) => Promise<unknown>) =>
  withHttp((http) => work(createStore({ http, endpoint: url, bucket: BUCKET, deadline: () => DEADLINE, ...NO_PAUSE })));

function bucket(url: string) {
  return new Storage({
    apiEndpoint: url,
    projectId: 'acme-prod',
    authClient: fixedToken() as never,
    useAuthWithCustomEndpoint: true,
    retryOptions: { autoRetry: true, retryDelayMultiplier: 1, maxRetryDelay: 0 },
  }).bucket(BUCKET);
}

/** A folder with one file, while the work runs. */
async function withFile(bytes: Buffer | string, work: (folder: string, path: string) => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    writeFileSync(join(folder, 'file'), bytes);
    return await work(folder, 'file');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ofResource: Respond = () => ({ json: resource });

export const BIG = Buffer.alloc(PIECE + 1000, 'frontend ');

/** A session that takes all pieces; the first response of its second piece is `fault`. */
const session =
  (fault?: number): Respond =>
  (request, url, count) => {
    if (request.method === 'POST')
      return {
        headers: { location: `${url}/upload/storage/v1/b/${BUCKET}/o?uploadType=resumable&upload_id=session-1` },
      };
    const range = request.headers.find(([name]) => name.toLowerCase() === 'content-range')?.[1] ?? '';
    if (fault !== undefined && count === 2) return { status: fault };
    const [, end, size] = /^bytes (?:\d+-(\d+)|\*)\/(\d+|\*)$/.exec(range) ?? [];
    if (end !== undefined && Number(end) + 1 === Number(size))
      return { json: { ...resource, size: String(BIG.length) } };
    return { status: 308, headers: { range: `bytes=0-${PIECE - 1}` } };
  };

const sendBig = (url: string) =>
  withFile(BIG, (folder, path) =>
    store(url, (s) =>
      upload(s, folder, {
        name: ODD,
        file: { source: path, size: BIG.length, md5: md5OfFile(join(folder, path)), gzip: false },
        headers: HEADERS,
        replaces: '0',
      }),
    ),
  );

const sendBigOfficially = (url: string) =>
  withFile(BIG, (folder, path) =>
    bucket(url).upload(join(folder, path), {
      destination: ODD,
      resumable: true,
      chunkSize: PIECE,
      validation: false,
      metadata: { ...HEADERS, contentLength: BIG.length, md5Hash: md5OfFile(join(folder, path)) },
      preconditionOpts: { ifGenerationMatch: 0 },
    }),
  );

export const storage: readonly Pair[] = [
  {
    name: 'storage: a listing, first and second page',
    respond: (_request, _url, count) => ({
      json: { items: [resource], ...(count === 0 && { nextPageToken: 'a+b/c=' }) },
    }),
    ours: (url) => store(url, (s) => s.list('site a/')),
    official: (url) =>
      bucket(url)
        .getFiles({
          prefix: 'site a/',
          maxResults: 1000,
          fields: `nextPageToken,items(${FIELDS})`,
          autoPaginate: false,
        })
        .then(([, next]) => bucket(url).getFiles({ ...(next as object), autoPaginate: false })),
  },
  {
    name: 'storage: the sites in the buckets of a project',
    respond: (_request, _url, count) => ({ json: count === 0 ? { items: [{ id: BUCKET, name: BUCKET }] } : {} }),
    ours: (url) =>
      withHttp((http) =>
        findSites({ http, endpoints: { storage: url } as Endpoints }, 'acme-prod', async () => undefined),
      ),
    official: async (url) => {
      const fields = 'nextPageToken,items(name)';
      await bucket(url).storage.getBuckets({ fields, autoPaginate: false } as object);
      const matchGlob = '{.releases/state.json,**/.releases/state.json}';
      return bucket(url).getFiles({ matchGlob, fields, autoPaginate: false });
    },
  },
  {
    name: 'storage: folders below a folder',
    respond: () => ({ json: { prefixes: [] } }),
    ours: (url) => withHttp((http) => listFolders({ http, endpoint: url, bucket: BUCKET }, 'acme/shop/')),
    official: (url) =>
      bucket(url).getFiles({
        prefix: 'acme/shop/',
        delimiter: '/',
        fields: 'nextPageToken,prefixes',
        maxResults: 1000,
        autoPaginate: false,
      }),
  },
  {
    name: 'storage: the start page of the frontend of a preview',
    respond: () => ({ json: { md5Hash: 'x' } }),
    ours: (url) => withHttp((http) => startPageHash({ http, endpoint: url, bucket: BUCKET }, 'acme/shop/pr-7/web')),
    official: (url) =>
      bucket(url)
        .file('acme/shop/pr-7/web/index.html')
        .getMetadata({ fields: 'md5Hash,contentEncoding' } as object),
  },
  {
    name: 'storage: removal of the folder of a preview',
    respond: ({ method }) =>
      method === 'GET' ? { json: { items: [{ ...resource, name: 'acme/shop/pr-7/a' }] } } : { status: 204 },
    ours: (url) => withHttp((http) => removePreviewFolder({ http, endpoint: url, bucket: BUCKET }, 'acme/shop/pr-7/')),
    official: async (url) => {
      await bucket(url).getFiles({
        prefix: 'acme/shop/pr-7/',
        fields: 'nextPageToken,items(name,generation)',
        maxResults: 1000,
        autoPaginate: false,
      });
      await bucket(url).file('acme/shop/pr-7/a').delete({ ifGenerationMatch: '1700000000000001' });
    },
  },
  {
    name: 'storage: whether a prefix is empty',
    respond: () => ({ json: {} }),
    ours: (url) => store(url, (s) => s.isEmpty('site/')),
    official: (url) =>
      bucket(url).getFiles({
        prefix: 'site/',
        maxResults: 1,
        fields: 'nextPageToken,items(name)',
        autoPaginate: false,
      }),
  },
  {
    name: 'storage: metadata of an object',
    respond: ofResource,
    ours: (url) => store(url, (s) => s.stat(ODD)),
    official: (url) =>
      bucket(url)
        .file(ODD)
        .getMetadata({ fields: FIELDS } as object),
  },
  {
    name: 'storage: content of an object',
    respond: () => ({ text: 'hello', headers: { 'x-goog-generation': '1', 'content-type': 'text/plain' } }),
    ours: (url) => store(url, (s) => s.readText(ODD)),
    official: (url) => bucket(url).file(ODD).download({ validation: false }),
  },
  {
    name: 'storage: a copy with new metadata, in two rounds',
    respond: (_request, _url, count) => ({
      json: count === 0 ? { done: false, rewriteToken: 'token+/=' } : { done: true, resource },
    }),
    ours: (url) => store(url, (s) => s.copy(object(ODD), `to/${ODD}`, HEADERS, '7')),
    official: (url) => {
      const b = bucket(url);
      return b.file(ODD).copy(b.file(`to/${ODD}`), { ...HEADERS, preconditionOpts: { ifGenerationMatch: 7 } });
    },
  },
  {
    name: 'storage: new headers of an object',
    respond: ofResource,
    ours: (url) => store(url, (s) => s.patch(object(ODD), HEADERS)),
    official: (url) =>
      bucket(url)
        .file(ODD)
        .setMetadata(HEADERS, {
          ifGenerationMatch: '1700000000000001',
          ifMetagenerationMatch: '3',
          fields: FIELDS,
        } as object),
  },
  {
    name: 'storage: removal of one generation',
    respond: () => ({ status: 204 }),
    ours: (url) => store(url, (s) => s.remove(object(ODD))),
    official: (url) => bucket(url).file(ODD).delete({ ifGenerationMatch: '1700000000000001' }),
  },
  {
    name: 'storage: upload of a small file',
    respond: ofResource,
    ours: (url) =>
      withFile(CONTENT, (folder, path) =>
        store(url, (s) =>
          upload(s, folder, {
            name: ODD,
            file: { source: path, size: CONTENT.length, md5: md5OfFile(join(folder, path)), gzip: false },
            headers: HEADERS,
            replaces: '0',
          }),
        ),
      ),
    official: (url) =>
      withFile(CONTENT, (folder, path) =>
        bucket(url).upload(join(folder, path), {
          destination: ODD,
          resumable: false,
          validation: false,
          metadata: { ...HEADERS, md5Hash: md5OfFile(join(folder, path)) },
          preconditionOpts: { ifGenerationMatch: 0 },
        }),
      ),
  },
  {
    name: 'storage: upload of a file that the build compressed',
    respond: ofResource,
    ours: (url) =>
      withFile(GZIPPED, (folder, path) =>
        store(url, (s) =>
          upload(s, folder, {
            name: ODD,
            file: {
              source: path,
              size: GZIPPED.length,
              md5: hash('md5', CONTENT, 'base64'),
              storedMd5: md5OfFile(join(folder, path)),
              contentEncoding: 'gzip',
              gzip: false,
            },
            headers: HEADERS,
            replaces: '0',
          }),
        ),
      ),
    official: (url) =>
      withFile(GZIPPED, (folder, path) =>
        bucket(url).upload(join(folder, path), {
          destination: ODD,
          resumable: false,
          validation: false,
          metadata: {
            ...HEADERS,
            contentEncoding: 'gzip',
            md5Hash: md5OfFile(join(folder, path)),
            metadata: { 'source-md5': hash('md5', CONTENT, 'base64') },
          },
          preconditionOpts: { ifGenerationMatch: 0 },
        }),
      ),
  },
  {
    name: 'storage: upload of JSON over one generation',
    respond: ofResource,
    ours: (url) => store(url, (s) => uploadJson(s, 'site/.releases/1.json', [Buffer.from('{"a":1}')], '12')),
    official: (url) =>
      bucket(url)
        .file('site/.releases/1.json')
        .save('{"a":1}', {
          resumable: false,
          validation: false,
          metadata: {
            contentType: 'application/json; charset=utf-8',
            cacheControl: 'no-store',
            md5Hash: hash('md5', '{"a":1}', 'base64'),
          },
          preconditionOpts: { ifGenerationMatch: 12 },
        }),
  },
  { name: 'storage: a large file in pieces', respond: session(), ours: sendBig, official: sendBigOfficially },
  {
    name: 'storage: a large file whose second piece fails once',
    respond: session(503),
    ours: sendBig,
    official: sendBigOfficially,
  },
];
