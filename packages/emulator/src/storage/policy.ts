/** The IAM policy of a bucket with uniform bucket-level access. https://cloud.google.com/storage/docs/json_api/v1/buckets/setIamPolicy */
import { changedPolicy, type Policy, shownPolicy } from '../identity/iam-policy.ts';
import { preconditionFailed } from './errors.ts';
import type { Bucket } from './records.ts';

/** The initial policy of a bucket: the project's basic roles. */
const initial = (project: string): Policy => ({
  bindings: [
    { role: 'roles/storage.legacyBucketOwner', members: [`projectEditor:${project}`, `projectOwner:${project}`] },
    { role: 'roles/storage.legacyBucketReader', members: [`projectViewer:${project}`] },
  ],
});

const current = ({ policy, projectNumber }: Bucket): Policy => policy ?? initial(projectNumber);

export const bucketPolicy = (bucket: Bucket) => ({
  kind: 'storage#policy',
  resourceId: `projects/_/buckets/${bucket.name}`,
  version: 1,
  ...shownPolicy(current(bucket)),
});

/** An outdated etag is a failed precondition; public members are refused if the bucket prevents public access. */
export function setBucketPolicy(bucket: Bucket, wanted: Policy) {
  bucket.policy = changedPolicy(current(bucket), wanted, {
    conflict: preconditionFailed,
    checkMember(member) {
      const prevented = bucket.settings.iamConfiguration?.publicAccessPrevention === 'enforced';
      if (prevented && /^all(Users|AuthenticatedUsers)$/.test(member)) throw preconditionFailed();
    },
  });
  return bucketPolicy(bucket);
}
