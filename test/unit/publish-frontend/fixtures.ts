/** A site in memory and a bucket in memory, for tests of the plans. */
import { hash } from 'node:crypto';
import type { PlanInput } from '../../../actions/publish-frontend/plan/in-place.ts';
import {
  describeFile,
  hashedBy,
  type SiteFile,
  type SiteRules,
} from '../../../actions/publish-frontend/site/site-files.ts';
import type { Layout } from '../../../actions/publish-frontend/store/object-names.ts';
import type { Listing, StoredObject } from '../../../actions/publish-frontend/store/stored-object.ts';
import type { Upload } from '../../../actions/publish-frontend/store/upload/upload-item.ts';

export const LAYOUT: Layout = { bucket: 'site', prefix: 'app/' };
/** Those of a step without inputs. */
export const RULES: SiteRules = {
  mutable: [],
  cacheControl: [],
  contentType: [],
  contentEncoding: [],
  precompressed: 'off',
  gzip: false,
  exampleCredentials: [],
  cleanUrls: false,
  barePages: undefined,
};

export const md5 = (content: string) => hash('md5', content, 'base64');

/** `{ 'index.html': '<p>1' }` → files with hashes and headers. */
export function site(contents: Record<string, string>, rules: Partial<SiteRules> = {}): SiteFile[] {
  const all = { ...RULES, ...rules };
  const hashed = hashedBy(all.mutable, Object.keys(contents));
  return Object.entries(contents).map(([path, content]) =>
    describeFile({ path, size: content.length, source: path }, { md5: md5(content) }, hashed, all),
  );
}

let generation = 100;

export function object(name: string, content: string, more: Partial<StoredObject> = {}): StoredObject {
  return {
    name,
    size: content.length,
    md5: md5(content),
    crc32c: undefined,
    generation: String(++generation),
    metageneration: '1',
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'no-cache',
    contentEncoding: undefined,
    sourceMd5: undefined,
    updated: 0,
    ...more,
  };
}

/** A bucket that tests write to. */
export type Bucket = Map<string, StoredObject>;

export function listing(...objects: StoredObject[]): Bucket {
  return new Map(objects.map((one) => [one.name, one]));
}

export function facts(contents: Record<string, string>, bucket: Listing, more: Partial<PlanInput> = {}): PlanInput {
  return {
    layout: LAYOUT,
    root: '/site',
    release: 'r1',
    commit: 'c'.repeat(40),
    run: 'https://github.test/run/1',
    site: site(contents),
    listing: bucket,
    crc32c: new Map(),
    ...more,
  };
}

/** What the bucket holds after an upload. */
export function uploaded({ name, file: { md5: sum, size, gzip }, headers }: Upload): StoredObject {
  return object(name, '', {
    md5: sum,
    size,
    contentType: headers.contentType,
    cacheControl: headers.cacheControl,
    ...(gzip && { sourceMd5: sum, contentEncoding: 'gzip' }),
  });
}
