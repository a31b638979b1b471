/** fake-gcs-server as a process: an implementation of Cloud Storage independent of our client and our emulator. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../scripts/parts/local.ts';
import { ensureFakeGcsServer } from '../../scripts/parts/tools.ts';

export interface StoredFile {
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  readonly md5: string | undefined;
  readonly content: string;
}

export interface FakeGcs {
  readonly url: string;
  createBucket(name: string): Promise<void>;
  /** All objects by name. */
  objects(bucket: string): Promise<Record<string, StoredFile>>;
  stop(): Promise<void>;
}

export async function startFakeGcs(): Promise<FakeGcs> {
  const program = await ensureFakeGcsServer();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['-scheme=http', '-host=127.0.0.1', `-port=${port}`, '-backend=memory', `-external-url=${url}`];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(server, 'exit');
  await new Promise<void>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('server started')) resolve();
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    void exit.then(() => reject(new Error(`fake-gcs-server ended: ${output}`)));
  });
  const api = `${url}/storage/v1/b`;
  return {
    url,
    async createBucket(name) {
      const response = await fetch(api, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      });
      if (!response.ok) throw new Error(`bucket ${name}: ${await response.text()}`);
    },
    async objects(bucket) {
      const { items = [] } = (await (await fetch(`${api}/${bucket}/o`)).json()) as {
        items?: { name: string; contentType: string; cacheControl?: string; md5Hash?: string }[];
      };
      const entries = await Promise.all(
        items.map(async ({ name, contentType, cacheControl, md5Hash }) => {
          const content = await (await fetch(`${api}/${bucket}/o/${encodeURIComponent(name)}?alt=media`)).text();
          return [name, { contentType, cacheControl, md5: md5Hash, content }] as const;
        }),
      );
      return Object.fromEntries(entries);
    },
    async stop() {
      server.kill();
      await exit;
    },
  };
}
