/** Cloud Storage as Python's client calls it, by a recording of its requests: `recorded/python-storage.py` makes it. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Pair } from '../pair.ts';
import { BIG, storage } from './storage.ts';

interface Call {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Base64. */
  readonly body?: string;
  /** Length of a piece of the large file. */
  readonly bytes?: number;
}

const FILE = join(import.meta.dirname, '../recorded/python-storage.json');
const recorded = (JSON.parse(readFileSync(FILE, 'utf8')) as { calls: Record<string, Call[]> }).calls;

/** Sends the recorded requests again, in their own spelling. */
async function replay(url: string, name: string): Promise<void> {
  let sent = 0;
  for (const { method, target, headers, body = '', bytes } of recorded[name] ?? []) {
    const content = bytes === undefined ? Buffer.from(body, 'base64') : BIG.subarray(sent, sent + bytes);
    if (bytes !== undefined) sent += bytes;
    await new Promise<void>((resolve, reject) => {
      const outgoing = request(url + target, { method, headers: Object.fromEntries(headers) }, (response) => {
        response.resume().on('end', resolve);
      });
      outgoing.on('error', reject).end(content);
    });
  }
}

/** The pair of the Node client with the recording on the other side; `first` as in `Pair`. */
function python(name: string, first?: number): Pair {
  const pair = storage.find((one) => one.name.startsWith(`storage: ${name}`));
  if (!pair) throw new Error(`there is no pair "${name}"`);
  return {
    ...pair,
    ...(first !== undefined && { first }),
    name: `storage (Python): ${name}`,
    official: (url) => replay(url, name),
  };
}

export const storagePython: readonly Pair[] = [
  python('upload of a small file'),
  python('new headers of an object'),
  python('removal of one generation'),
  python('a copy with new metadata', 1),
  python('whether a prefix is empty'),
  python('a large file in pieces'),
];
