/** Writable fields of a bucket, and its resource. https://cloud.google.com/storage/docs/json_api/v1/buckets */
import { bad } from './errors.ts';
import type { Bucket, BucketSettings } from './records.ts';

const KEPT = new Set(['website', 'labels', 'cors', 'storageClass', 'logging']);
const SERVERS = new Set(
  'kind selfLink id name projectNumber generation metageneration location locationType etag timeCreated updated hardDeleteTime rpo acl defaultObjectAcl owner'.split(
    ' ',
  ),
);

/** The settings after a patch, in which null removes. Refuses settings that the emulator does not implement. */
export function readBucket(sent: Record<string, unknown>, before: BucketSettings = {}): BucketSettings {
  const result: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(sent)) {
    if (SERVERS.has(field)) continue;
    if (value === null) delete result[field];
    else if (field === 'labels') result.labels = merged(before.labels, value as Record<string, string | null>);
    else if (KEPT.has(field)) result[field] = value;
    else if (field === 'iamConfiguration') result[field] = accessSettings(value as IamConfiguration);
    else if (!isOff(value)) throw bad(`The emulator does not support the field '${field}' of a bucket.`);
  }
  return result;
}

interface IamConfiguration {
  uniformBucketLevelAccess?: { enabled?: boolean };
  bucketPolicyOnly?: { enabled?: boolean };
  publicAccessPrevention?: string;
}

function accessSettings({ uniformBucketLevelAccess, publicAccessPrevention = 'inherited' }: IamConfiguration) {
  if (uniformBucketLevelAccess?.enabled === false) {
    throw bad('The emulator only has buckets with uniform bucket-level access.');
  }
  if (!['inherited', 'enforced'].includes(publicAccessPrevention)) {
    throw bad(`Invalid value '${publicAccessPrevention}' for publicAccessPrevention.`);
  }
  return { publicAccessPrevention };
}

function merged(before: Record<string, string> = {}, sent: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...before, ...sent }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** A disabled feature: `{enabled: false}`, `{retentionDurationSeconds: '0'}`, an empty list of rules. */
const isOff = (value: unknown): boolean =>
  value === false ||
  value === '' ||
  Number(value) === 0 ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isOff));

export function bucketResource(bucket: Bucket, base: string) {
  const created = new Date(bucket.created).toISOString();
  const { iamConfiguration, storageClass = 'STANDARD', ...settings } = bucket.settings;
  return {
    kind: 'storage#bucket',
    selfLink: `${base}/storage/v1/b/${bucket.name}`,
    id: bucket.name,
    name: bucket.name,
    projectNumber: bucket.projectNumber,
    generation: String(bucket.created * 1000),
    metageneration: String(bucket.metageneration),
    location: bucket.location,
    locationType: 'region',
    storageClass,
    etag: Buffer.from(`${bucket.created}/${bucket.metageneration}`).toString('base64'),
    timeCreated: created,
    updated: new Date(bucket.updated).toISOString(),
    iamConfiguration: {
      uniformBucketLevelAccess: { enabled: true, lockedTime: created },
      publicAccessPrevention: iamConfiguration?.publicAccessPrevention ?? 'inherited',
    },
    ...Object.fromEntries(Object.entries(settings).filter(([, value]) => Object.keys(value as object).length > 0)),
  };
}
