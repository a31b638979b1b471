/** Pushes an image over HTTP, for the seed. */
import { createHash } from 'node:crypto';

/** Pushes over HTTP, so that it works with every store. */
export function pusher(base: string, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const expectCreated = async (response: Response) => {
    if (response.status !== 201) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  };
  const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return {
    async blob(bytes: Buffer, mediaType: string) {
      const digest = digestOf(bytes);
      const started = await fetch(`${base}/blobs/uploads/`, { method: 'POST', headers });
      const location = new URL(started.headers.get('location') ?? '', base);
      location.searchParams.set('digest', digest);
      await expectCreated(await fetch(location, { method: 'PUT', headers, body: new Uint8Array(bytes) }));
      return { mediaType, digest, size: bytes.length };
    },
    async manifest(json: { mediaType: string; [field: string]: unknown }, tag?: string) {
      const bytes = Buffer.from(JSON.stringify(json));
      const digest = digestOf(bytes);
      const type = { 'content-type': json.mediaType };
      await expectCreated(
        await fetch(`${base}/manifests/${tag ?? digest}`, {
          method: 'PUT',
          headers: { ...headers, ...type },
          body: new Uint8Array(bytes),
        }),
      );
      return { mediaType: json.mediaType, digest, size: bytes.length };
    },
  };
}
