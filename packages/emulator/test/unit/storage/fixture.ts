/** The bucket of the storage tests, and functions to upload to it. */
import { createHash } from 'node:crypto';
import type { Emulator } from '../../../src/start.ts';
import { type Call, type CallOptions, caller, start } from '../fixture.ts';

export const B = '/storage/v1/b/orchestra-dashboard';
export const UP = `/upload${B}/o`;
export const md5 = (bytes: Buffer | string) => createHash('md5').update(bytes).digest('base64');
export const object = (name: string) => `${B}/o/${encodeURIComponent(name)}`;

export async function fixture(): Promise<{ emulator: Emulator; call: Call }> {
  const emulator = await start();
  return { emulator, call: caller(emulator, 'storage') };
}
export const media = (call: Call, name: string, body: Buffer | string, query = '', options: CallOptions = {}) =>
  call('POST', `${UP}?uploadType=media&name=${encodeURIComponent(name)}${query}`, { body, ...options });

export function multipart(call: Call, metadata: object, content: Buffer | string, query = '', newline = '\r\n') {
  const part = (type: string) => `--b0undary${newline}Content-Type: ${type}${newline}${newline}`;
  const body = Buffer.concat([
    Buffer.from(`${part('application/json')}${JSON.stringify(metadata)}${newline}${part('text/css')}`),
    Buffer.from(content),
    Buffer.from(`${newline}--b0undary--${newline}`),
  ]);
  const headers = { 'content-type': `multipart/related; boundary="b0undary"` };
  return call('POST', `${UP}?uploadType=multipart${query}`, { body, headers });
}
