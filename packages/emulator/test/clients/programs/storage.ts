/** The official Node client against the emulator, in common uses. Prints the name of each scenario that passed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Storage } from '@google-cloud/storage';

const [apiEndpoint = '', keyFilename = '', bucketName = ''] = process.argv.slice(2);
const storage = new Storage({
  apiEndpoint,
  projectId: 'orchestra-dev',
  keyFilename,
  useAuthWithCustomEndpoint: true,
  retryOptions: { autoRetry: false },
});
const bucket = storage.bucket(bucketName);
const folder = await mkdtemp(join(tmpdir(), 'node-storage-'));
const large = createHash('shake256', { outputLength: 9 * 1024 * 1024 + 7 }).digest();
const refused = (code: number, call: Promise<unknown>) => assert.rejects(call, { code });

const scenarios = {
  async uploadSmall() {
    const path = join(folder, 'small.css');
    await writeFile(path, 'body {}');
    const metadata = { cacheControl: 'no-cache', contentType: 'text/css; charset=utf-8', metadata: { a: '1' } };
    await bucket.upload(path, { destination: 'node/ü b.css', resumable: false, validation: 'crc32c', metadata });
    const [got] = await bucket.file('node/ü b.css').getMetadata();
    assert.deepEqual([got.contentType, got.cacheControl, got.metadata], [metadata.contentType, 'no-cache', { a: '1' }]);
    const [bytes] = await bucket.file('node/ü b.css').download();
    assert.equal(bytes.toString(), 'body {}');
  },
  async uploadLargeInChunks() {
    const path = join(folder, 'large');
    await writeFile(path, large);
    // By default the client starts sessions at endpoints other than Google's without a token.
    const [uri] = await bucket
      .file('node/large')
      .createResumableUpload({ metadata: { contentType: 'application/x-large' } });
    const options = { resumable: true, chunkSize: 1024 * 1024, validation: 'md5' } as const;
    await bucket.upload(path, { ...options, destination: 'node/large', uri });
    await bucket.file('node/large').download({ destination: join(folder, 'back') });
    assert.ok((await readFile(join(folder, 'back'))).equals(large));
    assert.equal((await bucket.file('node/large').getMetadata())[0].contentType, 'application/x-large');
  },
  async ranges() {
    const [part] = await bucket.file('node/large').download({ start: 5, end: 9, validation: false });
    assert.ok(part.equals(large.subarray(5, 10)));
  },
  async lists() {
    for (const name of ['l/a/1', 'l/a/2', 'l/b', 'l/c']) await bucket.file(name).save(name, { resumable: false });
    const names = (files: readonly { name: string }[]) => files.map(({ name }) => name);
    const [page, next] = await bucket.getFiles({ prefix: 'l/', maxResults: 3, autoPaginate: false });
    const [rest, none] = await bucket.getFiles({ ...(next as object), autoPaginate: false });
    assert.deepEqual([names(page), names(rest), none], [['l/a/1', 'l/a/2', 'l/b'], ['l/c'], null]);
    const [direct, , response] = await bucket.getFiles({ prefix: 'l/', delimiter: '/', autoPaginate: false });
    assert.deepEqual(
      [direct.map(({ name }) => name), (response as { prefixes: string[] }).prefixes],
      [['l/b', 'l/c'], ['l/a/']],
    );
    await refused(400, bucket.getFiles({ softDeleted: true }));
  },
  async composeCopyMove() {
    for (const name of ['c/a', 'c/b'])
      await bucket.file(name).save(name, { resumable: false, contentType: 'text/plain' });
    await bucket.combine(['c/a', 'c/b'], 'c/whole');
    assert.equal((await bucket.file('c/whole').download())[0].toString(), 'c/ac/b');
    await bucket.file('c/whole').copy(bucket.file('c/copy'), { preconditionOpts: { ifGenerationMatch: 0 } });
    await refused(
      412,
      bucket.file('c/whole').copy(bucket.file('c/copy'), { preconditionOpts: { ifGenerationMatch: 0 } }),
    );
    await bucket.file('c/copy').moveFileAtomic(bucket.file('c/moved'));
    assert.deepEqual(
      [(await bucket.file('c/copy').exists())[0], (await bucket.file('c/moved').exists())[0]],
      [false, true],
    );
  },
  async patchAndPreconditions() {
    const file = bucket.file('p/x', { preconditionOpts: { ifGenerationMatch: 0 } });
    await file.save('1', { resumable: false });
    await refused(412, file.save('2', { resumable: false }));
    const plain = bucket.file('p/x');
    await plain.setMetadata({ metadata: { k: 'v', gone: 'x' } });
    await plain.setMetadata({ metadata: { k: 'w', gone: null }, contentDisposition: 'inline' });
    assert.deepEqual((await plain.getMetadata())[0].metadata, { k: 'w' });
    await plain.delete();
    await refused(404, plain.delete());
  },
  async access() {
    const [policy] = await bucket.iam.getPolicy({ requestedPolicyVersion: 3 });
    const stale = policy.etag;
    policy.bindings.push({ role: 'roles/storage.objectViewer', members: ['allUsers'] });
    const [changed] = await bucket.iam.setPolicy(policy);
    assert.notEqual(changed.etag, stale);
    await refused(412, bucket.iam.setPolicy(policy));
    assert.deepEqual((await bucket.iam.testPermissions(['storage.objects.get']))[0], { 'storage.objects.get': true });
  },
  async buckets() {
    await storage.createBucket('node-made', { location: 'us-east1' });
    await storage.bucket('node-made').setMetadata({ labels: { a: 'b' } });
    assert.deepEqual((await storage.bucket('node-made').getMetadata())[0].labels, { a: 'b' });
    assert.ok((await storage.getBuckets())[0].some(({ name }) => name === 'node-made'));
    await storage.bucket('node-made').delete();
  },
};
for (const [name, scenario] of Object.entries(scenarios)) {
  await scenario();
  console.log(name);
}
await rm(folder, { recursive: true });
process.exit(0);
