/**
 * What publish-frontend keeps beside a site, for actions that only read it: its state, and the manifest of a release
 * (docs/adr/0005-release-layout.md).
 */
import { shortCommit } from '../github/commit.ts';
import { absent } from '../google/errors/not-found.ts';
import type { HttpClient } from '../google/http/client.ts';
import { formatMinute } from '../inputs/duration.ts';
import { OutcomeError } from '../runtime/errors.ts';
import { servicePlace } from './holds.ts';

/** Where a site is. */
export interface SitePlace {
  readonly name: string;
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
}

/** `BUCKET` or `BUCKET/PREFIX`, with or without `gs://`. */
export function parseSitePlace(text: string): Pick<SitePlace, 'bucket' | 'prefix'> {
  const [bucket = '', ...folders] = text
    .replace(/^gs:\/\//, '')
    .split('/')
    .filter((part) => part !== '');
  return { bucket, prefix: folders.map((folder) => `${folder}/`).join('') };
}

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

export interface SiteState {
  readonly format: number;
  readonly current?: string;
  /** Oldest first. */
  readonly published?: readonly { readonly release: string; readonly commit: string; readonly undone?: true }[];
  readonly hold?: { readonly release: string; readonly at: string; readonly by: string; readonly reason: string };
  readonly unfinished?: object;
  readonly staged?: SiteStaged;
}

/** A release that is complete in the bucket, and goes live once a canary has all traffic. */
export interface SiteStaged {
  readonly release: string;
  readonly commit: string;
  /** When it was staged, RFC 3339. */
  readonly at: string;
  /** Page of the run that staged it. */
  readonly run: string;
  /** Id of the canary's release, and full name of the service that has the record of its decision. */
  readonly canary: { readonly release: string; readonly lead: string };
}

/** Name of the object with the state of a site, below its prefix. */
export const SITE_STATE = '.releases/state.json';

const READER = { permission: 'storage.objects.get', role: 'roles/storage.objectViewer' } as const;

/** The bytes of an object as they are stored, compressed ones included; undefined if it does not exist. */
export async function readBytes(
  { http, endpoint }: Bucket,
  bucket: string,
  name: string,
  maxBytes?: number,
): Promise<Buffer | undefined> {
  const url = `${endpoint}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  // As the official client does: no cache in between may respond.
  const headers = { 'accept-encoding': 'gzip', 'cache-control': 'no-store' };
  const resource = `object ${name} of bucket ${bucket}`;
  const response = await absent(
    http.text({ method: 'GET', url, headers, resource, ...READER, ...(maxBytes !== undefined && { maxBytes }) }),
  );
  return response?.bytes;
}

/** Undefined for a site that was never published. */
export async function readSiteState(bucket: Bucket, site: SitePlace): Promise<SiteState | undefined> {
  const bytes = await readBytes(bucket, site.bucket, `${site.prefix}${SITE_STATE}`);
  return bytes && parse<SiteState>(bytes, `The state of the ${siteLabel(site)}`);
}

/** `site shop in gs://acme-site/app/`. */
export const siteLabel = ({ name, bucket, prefix }: SitePlace): string => `site ${name} in gs://${bucket}/${prefix}`;

export const describeSiteHold = ({ release, at, by, reason }: NonNullable<SiteState['hold']>): string =>
  `${release} since ${at}, by ${by}${reason === '' ? '' : `. Reason: ${reason}`}`;

export function describeStaged({ release, commit, at, run, canary: { lead } }: SiteStaged): string {
  const short = shortCommit(commit);
  const name = release === commit ? `commit ${short}` : `release ${release} (commit ${short})`;
  return `${name} has been staged since ${formatMinute(Date.parse(at))} (${run}). It goes live once its canary on the ${servicePlace(lead)} has all traffic. Another publish replaces it.`;
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
