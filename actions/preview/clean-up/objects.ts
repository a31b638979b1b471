/** Folders of previews in a bucket (https://cloud.google.com/storage/docs/json_api/v1/objects). */
import type { HttpClient } from '../../../src/google/http/client.ts';
import { inParallel } from '../../../src/google/http/in-parallel.ts';
import { type NextPage, pagesOf } from '../../../src/google/http/pages.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { AT_A_TIME } from './limits.ts';

export interface PreviewBucket {
  readonly http: HttpClient;
  /** Of Cloud Storage. */
  readonly endpoint: string;
  readonly bucket: string;
}

interface Page {
  readonly items?: readonly { readonly name: string; readonly generation: string }[];
  readonly prefixes?: readonly string[];
  readonly nextPageToken?: string;
}

const ROLE = 'roles/storage.objectUser';

/** Names of the folders directly below `folder`, each with a slash at its end. */
export async function listFolders(bucket: PreviewBucket, folder: string): Promise<string[]> {
  const pages = await list(bucket, { prefix: folder, delimiter: '/', fields: 'nextPageToken,prefixes' });
  return pages.flatMap(({ prefixes = [] }) => prefixes);
}

/** Names of the objects directly in `folder`. */
export async function listObjects(bucket: PreviewBucket, folder: string): Promise<string[]> {
  const pages = await list(bucket, { prefix: folder, delimiter: '/', fields: 'nextPageToken,items(name)' });
  return pages.flatMap(({ items = [] }) => items.map(({ name }) => name));
}

/** Deletes all objects below `folder`, and gives their number. An object that is written meanwhile stays. */
export async function removePreviewFolder(bucket: PreviewBucket, folder: string): Promise<number> {
  if (!/^[^/]+\/[^/]+\/pr-\d+\/$/.test(folder)) throw new Error(`${folder} is not the folder of a preview`);
  const pages = await list(bucket, { prefix: folder, fields: 'nextPageToken,items(name,generation)' });
  const objects = pages.flatMap(({ items = [] }) => items);
  const gone = await inParallel(objects, AT_A_TIME, (object) => remove(bucket, object));
  return gone.filter(Boolean).length;
}

async function list(
  { http, endpoint, bucket }: PreviewBucket,
  query: Readonly<Record<string, string>>,
): Promise<Page[]> {
  const pages: Page[] = [];
  const read = (next: NextPage) =>
    http.json<Page>({
      method: 'GET',
      url: `${endpoint}/storage/v1/b/${bucket}/o?${new URLSearchParams({ ...query, maxResults: '1000', ...next })}`,
      resource: `bucket ${bucket}`,
      permission: 'storage.objects.list',
      role: ROLE,
    });
  for await (const page of pagesOf(read)) pages.push(page);
  return pages;
}

async function remove(
  { http, endpoint, bucket }: PreviewBucket,
  { name, generation }: { readonly name: string; readonly generation: string },
): Promise<boolean> {
  try {
    await http.text({
      method: 'DELETE',
      url: `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?ifGenerationMatch=${generation}`,
      resource: `object gs://${bucket}/${name}`,
      permission: 'storage.objects.delete',
      role: ROLE,
    });
    return true;
  } catch (error) {
    if (error instanceof CloudError && error.status === 404) return true;
    if (error instanceof CloudError && error.status === 412) return false;
    throw error;
  }
}
