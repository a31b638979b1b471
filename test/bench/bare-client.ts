/** The minimum of any client: reads each file and sends it in one request, without comparisons, checks or caches. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'undici';
import { filesBelow } from './synthetic-site.ts';

const [endpoint = '', token = '', bucket = '', folder = '', concurrency = ''] = process.argv.slice(2);
const pool = new Pool(endpoint, { connections: Number(concurrency) });
const files = filesBelow(folder);
const worker = async () => {
  for (let path = files.pop(); path !== undefined; path = files.pop()) {
    const { body } = await pool.request({
      method: 'POST',
      path: `/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${encodeURIComponent(path)}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: await readFile(join(folder, path)),
    });
    await body.dump();
  }
};
await Promise.all(Array.from({ length: Number(concurrency) }, worker));
process.exit(0);
