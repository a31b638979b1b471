/**
 * The body of an upload in one request: metadata and content (https://cloud.google.com/storage/docs/uploads-downloads#uploads).
 * Rooms for small bodies are used again, so that sending many thousand files leaves no garbage.
 */
import { randomUUID } from 'node:crypto';
import type { ObjectMetadata } from '../stored-object.ts';

/** Random, so that no file holds it. */
const BOUNDARY = randomUUID();
const TAIL = `\r\n--${BOUNDARY}--\r\n`;
export const CONTENT_TYPE = `multipart/related; boundary=${BOUNDARY}`;

/** Larger bodies have no rooms. */
const LARGEST_ROOM = 64 * 1024;
/** By the size of the room, which is a power of two. */
const spare = new Map<number, Buffer[]>();

export interface MultipartBody {
  readonly bytes: Buffer;
  /** Releases the room; only when nothing sends from it any more. */
  free(): void;
}

/**
 * `fill` writes the content, of `size` bytes, into the buffer that it gets. The part with the content has the content type of
 * the metadata, letter for letter: Cloud Storage answers 400 if they differ
 * (https://github.com/googleapis/google-cloud-go/issues/306).
 */
export function multipart(metadata: ObjectMetadata, size: number, fill: (room: Buffer) => void): MultipartBody {
  const head = `--${BOUNDARY}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(metadata)}\r\n--${BOUNDARY}\r\ncontent-type: ${metadata.contentType}\r\n\r\n`;
  const start = Buffer.byteLength(head);
  const length = start + size + TAIL.length;
  const room = takeRoom(length);
  room.write(head, 0);
  fill(room.subarray(start, start + size));
  room.write(TAIL, start + size);
  return {
    bytes: room.subarray(0, length),
    free() {
      if (length <= LARGEST_ROOM) spare.get(room.length)?.push(room);
    },
  };
}

function takeRoom(length: number): Buffer {
  if (length > LARGEST_ROOM) return Buffer.allocUnsafeSlow(length);
  const size = 2 ** Math.ceil(Math.log2(length));
  const rooms = spare.get(size) ?? [];
  spare.set(size, rooms);
  return rooms.pop() ?? Buffer.allocUnsafeSlow(size);
}
