/** Checks that a bucket of previews has no other site, so that pull requests share no host with production. */
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import { AT_A_TIME } from '../clean-up/limits.ts';
import { listFolders, listObjects, type PreviewBucket } from '../clean-up/objects.ts';

/** Above these folders, `OWNER/REPOSITORY/`, a bucket of previews has no page. */
const DEPTH = 2;

/** The page of another site in the bucket, `gs://BUCKET/…`; undefined if it has none. */
export async function foreignPage(bucket: PreviewBucket): Promise<string | undefined> {
  let folders = [''];
  for (let depth = 0; depth <= DEPTH; depth++) {
    const pages = await inParallel(folders, AT_A_TIME, async (folder) => {
      const names = await listObjects(bucket, folder);
      return names.find((name) => /(?:^|\/)(?:index\.html|state\.json)$/.test(name));
    });
    const found = pages.find((name) => name !== undefined);
    if (found !== undefined) return `gs://${bucket.bucket}/${found}`;
    if (depth === DEPTH) break;
    const below = await inParallel(folders, AT_A_TIME, (folder) => listFolders(bucket, folder));
    folders = below.flat();
  }
  return undefined;
}
