/** Checks the CDN settings of a backend bucket: whether `Cache-Control` takes effect. Pure. */

/** https://cloud.google.com/compute/docs/reference/rest/v1/backendBuckets */
export interface BackendBucket {
  readonly name: string;
  readonly bucketName: string;
  readonly enableCdn?: boolean;
  readonly compressionMode?: 'AUTOMATIC' | 'DISABLED';
  readonly cdnPolicy?: {
    readonly cacheMode?: 'USE_ORIGIN_HEADERS' | 'FORCE_CACHE_ALL' | 'CACHE_ALL_STATIC';
    readonly clientTtl?: number;
    readonly defaultTtl?: number;
    readonly maxTtl?: number;
  };
}

export interface BackendCheck {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** False if there is no cache that could be invalidated. */
  readonly cached: boolean;
}

/** The longest max-age that a site requests by default, in seconds. */
const LONGEST = 31_536_000;

/** `uncompressed`: the site's text is stored as it is, and compression is left to the CDN. */
export function checkBackend(
  backend: BackendBucket,
  { bucket, uncompressed }: { readonly bucket: string; readonly uncompressed: boolean },
): BackendCheck {
  const where = `backend bucket ${backend.name}`;
  if (backend.bucketName !== bucket)
    return { errors: [`${where} serves gs://${backend.bucketName}, not gs://${bucket}.`], warnings: [], cached: false };
  if (!backend.enableCdn)
    return { errors: [], warnings: [`Cloud CDN is off in ${where}; nothing is invalidated.`], cached: false };
  const { cacheMode = 'CACHE_ALL_STATIC', clientTtl, maxTtl } = backend.cdnPolicy ?? {};
  if (cacheMode === 'FORCE_CACHE_ALL') {
    const fix = `gcloud compute backend-buckets update ${backend.name} --cache-mode=USE_ORIGIN_HEADERS`;
    return {
      errors: [
        `${where} has the cache mode FORCE_CACHE_ALL, which ignores no-cache, so old pages would stay cached. Run: ${fix}`,
      ],
      warnings: [],
      cached: true,
    };
  }
  const warnings: string[] = [];
  if (uncompressed && backend.compressionMode !== 'AUTOMATIC')
    warnings.push(
      `${where} does not compress and compress is off, so text is served uncompressed. Run: gcloud compute backend-buckets update ${backend.name} --compression-mode=AUTOMATIC; or set compress: gzip.`,
    );
  if (cacheMode === 'CACHE_ALL_STATIC') {
    const limit = Math.min(clientTtl ?? 3600, maxTtl ?? 86_400);
    if (limit < LONGEST)
      warnings.push(
        `${where} has the cache mode CACHE_ALL_STATIC, whose TTLs (client ${clientTtl ?? 3600} s, maximum ${maxTtl ?? 86_400} s) are shorter than the max-age of ${LONGEST} s of hashed files. Run: gcloud compute backend-buckets update ${backend.name} --cache-mode=USE_ORIGIN_HEADERS`,
      );
  }
  return { errors: [], warnings, cached: true };
}
