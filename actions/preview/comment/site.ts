/** The live release of a published frontend, and whether its URL serves it. */
import { createHash } from 'node:crypto';
import { absent } from '../../../src/google/errors/not-found.ts';
import { type HttpClient, isConnectionFault } from '../../../src/google/http/client.ts';
import { readBounded } from '../../../src/google/http/read-bounded.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { poll } from '../../../src/runtime/retry.ts';
import type { PreviewBucket } from '../clean-up/objects.ts';

/** A frontend, and where its preview is. */
export interface Page {
  readonly name: string;
  readonly bucket: string;
  readonly prefix: string;
  /** Of its start page. */
  readonly url: string;
}

const REQUEST_TIMEOUT = 10_000;
const MOST_BYTES = 16_000_000;

/** MD5 of the start page, in base64; undefined without one, or where it is stored compressed. */
export async function startPageHash(bucket: PreviewBucket, prefix: string): Promise<string | undefined> {
  const object = await absent(
    bucket.http.json<{ readonly md5Hash?: string; readonly contentEncoding?: string }>({
      method: 'GET',
      url: `${objectUrl(bucket, `${prefix}/index.html`)}?fields=md5Hash,contentEncoding`,
      ...factsOf(bucket.bucket),
    }),
  );
  return object?.contentEncoding ? undefined : object?.md5Hash;
}

/**
 * Undefined once the URL shows the page that was published, or asks its visitor to sign in; else how it responds, and what to
 * do, in sentences. Caches may hold an earlier response for a while, at most `timeout` milliseconds.
 */
export async function pageProblem(
  bucket: PreviewBucket,
  { name, prefix, url }: Page,
  { clock, signal }: Pick<Context, 'clock' | 'signal'>,
  timeout: number,
): Promise<string | undefined> {
  const expected = await startPageHash(bucket, prefix);
  let problem: string | undefined;
  const seen = await poll(
    async () => {
      problem = await look(bucket.http, url, expected, clock);
      return problem === undefined ? true : undefined;
    },
    { clock, signal, until: clock.now() + timeout },
  );
  return seen ? undefined : `${name}: ${url} ${problem}`;
}

/** How the URL responds instead of with the page, and what to do. */
async function look(
  http: HttpClient,
  url: string,
  expected: string | undefined,
  clock: Context['clock'],
): Promise<string | undefined> {
  try {
    const response = await http.raw({
      method: 'GET',
      url,
      authenticated: false,
      headers: { 'cache-control': 'no-cache' },
      attemptTimeout: REQUEST_TIMEOUT,
      resource: url,
    });
    const { bytes } = await readBounded(response.body, { maxBytes: MOST_BYTES, timeout: REQUEST_TIMEOUT, clock });
    // Whoever may see it signs in first.
    if (response.status === 401 || (response.status >= 300 && response.status < 400)) return undefined;
    if (response.status >= 400)
      return `responds with ${response.status}. Let its visitors read the bucket (roles/storage.objectViewer, for instance for allUsers), or set url to the address where the bucket is served.`;
    if (expected !== undefined && createHash('md5').update(bytes).digest('base64') !== expected)
      return 'responds with a different page than the one that was published. Set url to a host that serves only the bucket of previews.';
    return undefined;
  } catch (error) {
    if (!isConnectionFault(error)) throw error;
    return `does not respond (${(error as Error).message || (error as NodeJS.ErrnoException).code}). Check the host in url.`;
  }
}

const objectUrl = ({ endpoint, bucket }: PreviewBucket, name: string): string =>
  `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`;

const factsOf = (bucket: string) => ({
  resource: `bucket ${bucket}`,
  permission: 'storage.objects.get',
  role: 'roles/storage.objectUser',
});
