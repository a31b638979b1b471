/** Reads the files of a site's release, each checked against the hash that its manifest has. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import { type Bucket, readBytes, readSiteManifest, type SitePlace } from '../../../src/records/sites.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';

/** Bytes of one file of a site. */
const MOST_FILE = 1_000_000_000;
const CONCURRENCY = 16;

/**
 * Reads the files of a release and gives each to `visit`. The number of files that were read. Throws `OutcomeError` for a file that is
 * gone or is not what was published. `wanted` leaves files out.
 */
export async function visitSite(
  bucket: Bucket,
  site: SitePlace,
  release: string,
  visit: (path: string, content: Buffer) => void,
  wanted: (path: string) => boolean = () => true,
): Promise<number> {
  const manifest = await readSiteManifest(bucket, site, release);
  if (!manifest)
    throw new OutcomeError(
      `Release ${release} of the site ${site.name} no longer has a manifest. Nothing was changed. Promote a newer commit.`,
    );
  const files = Object.entries(manifest.files).filter(([path]) => wanted(path));
  const root = manifest.atomic ? `${site.prefix}releases/${release}/` : site.prefix;
  await inParallel(files, CONCURRENCY, async ([path, { md5, kept }]) => {
    const name = kept === undefined ? root + path : `${site.prefix}.releases/${kept}`;
    const stored = await readBytes(bucket, site.bucket, name, MOST_FILE);
    const bytes = stored && contentWith(md5, stored);
    if (!bytes)
      throw new OutcomeError(
        `Release ${release} of the site ${site.name} is not complete: ${path} is ${stored ? 'changed' : 'gone'}. Nothing was changed. Publish it at the source again.`,
      );
    visit(path, bytes);
  });
  return files.length;
}

/** The content that has the hash: the bytes, or what they are compressed from; undefined if neither has it. */
function contentWith(md5: string, bytes: Buffer): Buffer | undefined {
  const hash = (content: Buffer) => createHash('md5').update(content).digest('base64');
  if (hash(bytes) === md5) return bytes;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const content = isGzip ? gunzipSync(bytes, { maxOutputLength: MOST_FILE }) : undefined;
  return content && hash(content) === md5 ? content : undefined;
}
