/** Stored buckets and objects. */
import type { Policy } from '../identity/iam-policy.ts';
import type { Content } from './content/content.ts';

/** Writable fields of an object. https://cloud.google.com/storage/docs/json_api/v1/objects */
export interface Metadata {
  contentType?: string;
  contentEncoding?: string;
  contentLanguage?: string;
  contentDisposition?: string;
  cacheControl?: string;
  customTime?: string;
  storageClass?: string;
  metadata?: Record<string, string>;
  temporaryHold?: boolean;
  eventBasedHold?: boolean;
}

export interface StoredObject {
  readonly bucket: string;
  readonly name: string;
  readonly generation: string;
  metageneration: number;
  metadata: Metadata;
  readonly content: Content;
  /** Milliseconds since 1970. */
  readonly created: number;
  updated: number;
  /** Number of components of a composed object, which has no MD5. */
  readonly componentCount?: number;
}

export interface Bucket {
  readonly name: string;
  readonly projectNumber: string;
  readonly location: string;
  readonly created: number;
  updated: number;
  metageneration: number;
  settings: BucketSettings;
  /** Undefined until it is set. */
  policy?: Policy;
  readonly objects: Map<string, StoredObject>;
  /** Object names in UTF-8 order; undefined when they must be sorted again. */
  sorted: string[] | undefined;
}

/** Writable fields of a bucket. They are stored and returned; only `website` has an effect. */
export interface BucketSettings {
  website?: { mainPageSuffix?: string; notFoundPage?: string };
  labels?: Record<string, string>;
  cors?: unknown[];
  storageClass?: string;
  logging?: unknown;
  iamConfiguration?: { publicAccessPrevention?: string };
}
