/** Reads what publish-frontend keeps beside a site: its state, and the manifest of a release (docs/adr/0005-release-layout.md). */
import { absent } from '../../../src/google/errors/not-found.ts';
import type { HttpClient } from '../../../src/google/http/client.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { SitePlace } from '../inputs.ts';
import { chooseSourceRelease } from '../plan/choose-release.ts';
import type { SourceSiteState } from '../plan/choose-source.ts';

export interface Bucket {
  readonly http: HttpClient;
  /** Of Cloud Storage. */
  readonly endpoint: string;
}

/** The parts of a manifest that say where the files are. */
export interface SiteManifest {
  readonly format: number;
  readonly release: string;
  readonly commit: string;
  readonly atomic: boolean;
  /** Path of the site → its MD5, base64, and where a file that changes is kept below `.releases/`. */
  readonly files: Readonly<Record<string, { readonly md5: string; readonly kept?: string }>>;
}

interface SiteState {
  readonly format: number;
  readonly current?: string;
  /** Oldest first. */
  readonly published?: readonly { readonly release: string; readonly commit: string; readonly undone?: true }[];
  readonly hold?: { readonly release: string; readonly at: string; readonly by: string; readonly reason: string };
  readonly unfinished?: object;
}

const READER = { permission: 'storage.objects.get', role: 'roles/storage.objectViewer' } as const;

/** The bytes of an object as they are stored, compressed ones included; undefined if it does not exist. */
export async function readBytes(
  { http, endpoint }: Bucket,
  bucket: string,
  name: string,
  maxBytes?: number,
): Promise<Buffer | undefined> {
  const url = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  // As the official client does: no cache on the way may answer.
  const headers = { 'accept-encoding': 'gzip', 'cache-control': 'no-store' };
  const resource = `object ${name} of bucket ${bucket}`;
  const answer = await absent(
    http.text({ method: 'GET', url, headers, resource, ...READER, ...(maxBytes !== undefined && { maxBytes }) }),
  );
  return answer?.bytes;
}

/** `wanted` is the commit to promote, or its beginning; undefined for the one that is live. */
export async function readSiteState(
  bucket: Bucket,
  site: SitePlace,
  wanted: string | undefined,
): Promise<SourceSiteState> {
  const label = `site ${site.name} in gs://${site.bucket}/${site.prefix}`;
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}.releases/state.json`);
  const state = bytes && parse<SiteState>(bytes, `The state of the ${label}`);
  if (state?.current === undefined) {
    const why = 'was never published. Publish there first, or correct from-sites.';
    return { name: site.name, label, choice: { kind: 'none', why }, hold: undefined, unfinished: false };
  }
  const { current, published = [], hold, unfinished } = state;
  const manifest = await readSiteManifest(bucket, site, current);
  const live = { release: current, commit: manifest?.commit ?? '' };
  const releases = published.map(({ release, commit, undone }) => ({
    release,
    commit,
    ...(undone && { withdrawn: 'something else was published after the rollback' }),
  }));
  return {
    name: site.name,
    label,
    choice: chooseSourceRelease(releases, live, wanted),
    hold:
      hold && `${hold.release} since ${hold.at}, by ${hold.by}${hold.reason === '' ? '' : `. Reason: ${hold.reason}`}`,
    unfinished: unfinished !== undefined,
  };
}

export async function readSiteManifest(
  bucket: Bucket,
  site: SitePlace,
  release: string,
): Promise<SiteManifest | undefined> {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}.releases/${release}/manifest.json`);
  return bytes && parse<SiteManifest>(bytes, `The manifest of ${release} of the site ${site.name}`);
}

function parse<T extends { readonly format: number }>(bytes: Buffer, what: string): T {
  const value = JSON.parse(bytes.toString('utf8')) as T;
  if (value.format === 1) return value;
  throw new OutcomeError(`${what} has format ${value.format}, and this version reads format 1. Use a newer version.`);
}
