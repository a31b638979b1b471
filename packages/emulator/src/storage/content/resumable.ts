/** Resumable uploads: a session, chunks, status queries, cancellation. https://cloud.google.com/storage/docs/performing-resumable-uploads */
import { randomBytes } from 'node:crypto';
import { ApiError } from '../../http/errors.ts';
import type { ApiRequest, Reply } from '../../http/routes.ts';
import { bad } from '../errors.ts';
import { objectResource } from '../objects.ts';
import { type Preconditions, preconditions } from '../preconditions.ts';
import type { Metadata, StoredObject } from '../records.ts';
import type { Hashes, Store } from '../store.ts';
import type { Sink } from './content.ts';
import { describeUpload, expectedHashes, parseResource } from './upload.ts';

/** Before the last chunk, only whole multiples of this are persisted. */
const QUANTUM = 256 * 1024;

interface Session {
  readonly bucket: string;
  readonly name: string;
  readonly metadata: Metadata;
  readonly expected: Hashes;
  readonly conditions: Preconditions;
  readonly sink: Sink;
  /** The total size announced at the start of the session, if any. */
  readonly announced: number | undefined;
  done?: StoredObject;
  cancelled?: boolean;
}

export interface ResumableUploads {
  start(request: ApiRequest, base: string): Promise<Reply>;
  /** A chunk, or a status query (a `Content-Range` without a range). */
  put(request: ApiRequest, base: string): Promise<Reply>;
  cancel(request: ApiRequest): Promise<Reply>;
}

export function createResumableUploads(store: Store): ResumableUploads {
  const sessions = new Map<string, Session>();

  function session(request: ApiRequest): Session {
    const found = sessions.get(request.query.get('upload_id') ?? '');
    if (!found) throw new ApiError(404, 'Upload session not found.');
    if (found.cancelled) throw new ApiError(499, 'Client Closed Request', {}, { reason: 'cancelled' });
    return found;
  }

  const finished = (object: StoredObject, base: string): Reply => ({ status: 200, body: objectResource(object, base) });
  const incomplete = ({ sink }: Session, id: string | null): Reply => ({
    status: 308,
    headers: {
      'content-length': 0,
      'x-guploader-uploadid': id ?? '',
      ...(sink.size > 0 && { range: `bytes=0-${sink.size - 1}` }),
    },
  });

  return {
    async start(request, base) {
      const resource = parseResource((await request.body()).toString());
      const contentType = request.headers['x-upload-content-type'];
      const upload = describeUpload(request, resource, typeof contentType === 'string' ? contentType : undefined);
      const announced = request.headers['x-upload-content-length'];
      const id = randomBytes(36).toString('base64url');
      sessions.set(id, {
        ...upload,
        conditions: preconditions(request.query),
        sink: store.contents.sink(),
        announced: announced === undefined ? undefined : Number(announced),
      });
      const location = new URL(`${base}/upload/storage/v1/b/${upload.bucket}/o`);
      for (const [key, value] of request.query) location.searchParams.set(key, value);
      location.searchParams.set('upload_id', id);
      return {
        status: 200,
        headers: { location: location.href, 'x-guploader-uploadid': id, 'content-length': 0 },
      };
    },

    async put(request, base) {
      const upload = session(request);
      const id = request.query.get('upload_id');
      const range = contentRange(request, upload.announced);
      if (upload.done) return finished(upload.done, base);
      if (range.start !== undefined) {
        if (range.start > upload.sink.size) {
          throw bad(
            `Invalid request. The chunk starts at ${range.start}, but ${upload.sink.size} bytes are persisted.`,
          );
        }
        await receive(request, upload.sink, range.start, range.total);
      }
      if (range.total === undefined || upload.sink.size < range.total) return incomplete(upload, id);
      if (upload.sink.size > range.total) throw bad('Invalid request. More bytes were sent than announced.');
      const { bucket, name, metadata, conditions } = upload;
      const late = expectedHashes(request.headers);
      const expected = { md5: upload.expected.md5 ?? late.md5, crc32c: upload.expected.crc32c ?? late.crc32c };
      try {
        upload.done = store.commit(bucket, name, metadata, await upload.sink.finish(), conditions, { expected });
      } catch (error) {
        sessions.delete(id ?? '');
        throw error;
      }
      return finished(upload.done, base);
    },

    async cancel(request) {
      const upload = session(request);
      upload.cancelled = true;
      await upload.sink.discard();
      return { status: 499, headers: { 'content-length': 0 } };
    },
  };
}

/** `start` is undefined for a status query, `total` while the end is unknown. */
function contentRange(request: ApiRequest, announced: number | undefined): { start?: number; total?: number } {
  const header = request.headers['content-range'];
  if (header === undefined) {
    const length = request.headers['content-length'];
    const total = length === undefined ? announced : Number(length);
    return { start: 0, ...(total !== undefined && { total }) };
  }
  const match = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(header);
  if (!match) throw bad(`Failed to parse Content-Range header: ${header}`);
  const [, start, end, of] = match;
  const total = of === '*' || of === undefined ? undefined : Number(of);
  if (total !== undefined && announced !== undefined && total !== announced) {
    throw bad(`Invalid request. The total ${total} does not agree with X-Upload-Content-Length ${announced}.`);
  }
  if (start !== undefined && total === undefined && (Number(end) + 1) % QUANTUM !== 0) {
    throw bad(`Invalid request. Chunks before the last must be multiples of ${QUANTUM} bytes.`);
  }
  return { ...(start !== undefined && { start: Number(start) }), ...(total !== undefined && { total }) };
}

/**
 * Persists received bytes: whole quanta, and the rest only at the end. After a broken connection, persisted bytes
 * remain, as in the real service. Bytes that are already persisted are skipped.
 */
async function receive(request: ApiRequest, sink: Sink, start: number, total: number | undefined): Promise<void> {
  let skip = sink.size - start;
  let pending: Buffer[] = [];
  let length = 0;
  for await (let chunk of request.stream as AsyncIterable<Buffer>) {
    if (skip > 0) {
      const skipped = Math.min(skip, chunk.length);
      skip -= skipped;
      chunk = chunk.subarray(skipped);
    }
    pending.push(chunk);
    length += chunk.length;
    if (length < QUANTUM) continue;
    const whole = length - (length % QUANTUM);
    const last = pending.pop() as Buffer;
    const cut = last.length - (length - whole);
    for (const piece of [...pending, last.subarray(0, cut)]) await sink.write(piece);
    pending = [last.subarray(cut)];
    length -= whole;
  }
  if (total !== undefined && sink.size + length >= total) for (const piece of pending) await sink.write(piece);
}
