/**
 * Parses a `multipart/related` upload as a stream: a JSON part with the metadata, then the bytes (RFC 2387). As lenient as
 * the real service, which gcloud relies on: bare line feeds, and a boundary in single quotes.
 */
import { bad } from '../errors.ts';

/** Maximum size of the metadata before the second part. */
const HEAD_LIMIT = 64 * 1024;

/**
 * Passes the metadata part's text and the second part's content type to `onHead`, then each chunk of the content to `onData`.
 * Throws 400 for a truncated or malformed body.
 */
export async function readMultipart(
  source: AsyncIterable<Buffer>,
  contentType: string,
  onHead: (metadata: string, contentType: string | undefined) => void,
  onData: (chunk: Buffer) => Promise<void> | undefined,
): Promise<void> {
  const name = /boundary=(["']?)([^"';\s]+)\1/i.exec(contentType)?.[2];
  if (!name || !/^multipart\/related/i.test(contentType))
    throw bad('Missing end boundary in multipart body.', 'badContent');
  const opening = Buffer.from(`--${name}`);
  let delimiter = opening;

  let head: Buffer | undefined = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let ended = false;
  for await (const chunk of source) {
    if (ended) continue;
    let data = chunk;
    if (head) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const parts = splitHead(head, opening);
      if (!parts) {
        if (head.length > HEAD_LIMIT) throw bad('Malformed multipart body.', 'badContent');
        continue;
      }
      delimiter = parts.delimiter;
      onHead(parts.metadata, parts.contentType);
      head = undefined;
      data = parts.rest;
    }
    if (tail.length > 0) data = Buffer.concat([tail, data]);
    const end = data.indexOf(delimiter);
    ended = end >= 0;
    // A delimiter can be split between two chunks, so bytes that could start one are held back.
    const safe = ended ? end : Math.max(0, data.length - delimiter.length);
    tail = data.subarray(safe);
    if (safe > 0) {
      const waiting = onData(data.subarray(0, safe));
      if (waiting) await waiting;
    }
  }
  if (!ended) throw bad('Missing end boundary in multipart body.', 'badContent');
}

function splitHead(bytes: Buffer, opening: Buffer) {
  const start = bytes.indexOf(opening);
  if (start < 0) return undefined;
  const newline = bytes[start + opening.length] === 0x0a ? '\n' : '\r\n';
  const blank = newline + newline;
  const delimiter = Buffer.concat([Buffer.from(newline), opening]);
  const firstBlank = bytes.indexOf(blank, start);
  const metadataEnd = firstBlank < 0 ? -1 : bytes.indexOf(delimiter, firstBlank + newline.length);
  const secondBlank = metadataEnd < 0 ? -1 : bytes.indexOf(blank, metadataEnd + delimiter.length);
  if (secondBlank < 0) return undefined;
  const headers = bytes.toString('latin1', metadataEnd + delimiter.length, secondBlank);
  return {
    delimiter,
    metadata: bytes.toString('utf8', firstBlank + blank.length, metadataEnd),
    contentType: /^content-type:[ \t]*(.*?)[ \t\r]*$/im.exec(headers)?.[1],
    rest: bytes.subarray(secondBlank + blank.length),
  };
}
