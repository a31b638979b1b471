/** The body of an upload in one request: metadata and content (https://cloud.google.com/storage/docs/uploads-downloads#uploads). */
import { randomUUID } from 'node:crypto';
import type { ObjectMetadata } from '../stored-object.ts';

/** Random, so that no file holds it. */
const BOUNDARY = randomUUID();
const TAIL = `\r\n--${BOUNDARY}--\r\n`;
export const CONTENT_TYPE = `multipart/related; boundary=${BOUNDARY}`;

/**
 * `fill` writes the content, of `size` bytes, into the buffer that it gets. The part with the content has the content type of
 * the metadata, letter for letter: Cloud Storage responds with 400 if they differ
 * (https://github.com/googleapis/google-cloud-go/issues/306).
 */
export function multipart(metadata: ObjectMetadata, size: number, fill: (room: Buffer) => void): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(metadata)}\r\n--${BOUNDARY}\r\ncontent-type: ${metadata.contentType}\r\n\r\n`;
  const start = Buffer.byteLength(head);
  const body = Buffer.allocUnsafe(start + size + TAIL.length);
  body.write(head, 0);
  fill(body.subarray(start, start + size));
  body.write(TAIL, start + size);
  return body;
}
