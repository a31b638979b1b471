/** The official Node client as it is commonly used: `bucket.upload`, one request per file. */
import { join } from 'node:path';
import { Storage } from '@google-cloud/storage';
import { OAuth2Client } from 'google-auth-library';
import { filesBelow } from './synthetic-site.ts';

const [apiEndpoint = '', token = '', bucketName = '', folder = '', concurrency = ''] = process.argv.slice(2);
const authClient = new OAuth2Client();
authClient.setCredentials({ access_token: token, expiry_date: Date.now() + 3_600_000 });
const storage = new Storage({
  apiEndpoint,
  projectId: 'orchestra-dev',
  authClient: authClient as never,
  useAuthWithCustomEndpoint: true,
});
const bucket = storage.bucket(bucketName);
const files = filesBelow(folder);
const worker = async () => {
  for (let path = files.pop(); path !== undefined; path = files.pop())
    await bucket.upload(join(folder, path), {
      destination: path,
      resumable: false,
      validation: 'md5',
      metadata: { cacheControl: 'no-cache' },
    });
};
await Promise.all(Array.from({ length: Number(concurrency) }, worker));
process.exit(0);
