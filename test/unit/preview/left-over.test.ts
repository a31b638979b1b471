/** Which services are deleted with the last tag of a preview: those that only previews used. */
import { expect, test } from 'vitest';
import { LATEST, REVISION, type Service } from '../../../src/google/run/resources.ts';
import {
  asPreviewService,
  isLeftOver,
  type TagClaim,
  withoutTagOwners,
  withTagOwner,
} from '../../../src/records/preview-owners.ts';

const claim: TagClaim = { tag: 'pr-7', repository: 'acme/shop', force: false };
const REVISIONS = ['web-cccccccccccc-1', 'web-cccccccccccc-2'] as const;
const share = { type: REVISION, revision: REVISIONS[0], percent: 100 };
const tagged = { type: REVISION, revision: REVISIONS[1], tag: 'pr-7' };

/** As a preview created it and a second push changed it. */
const bare: Service = {
  labels: { 'managed-by': 'github-actions' },
  latestCreatedRevision: `projects/p/locations/r/services/web/revisions/${REVISIONS[1]}`,
  traffic: [share, tagged],
  trafficStatuses: [share, tagged],
};
const preview: Service = { ...bare, annotations: asPreviewService(bare, claim) };

/** After the write that removes the tag. Like deploy-run, it replaces the latest revision by its name. */
const removed = (service: Service): Service => ({
  ...service,
  traffic: [share],
  trafficStatuses: [share],
  annotations: withoutTagOwners(service, ['pr-7']),
});

test('a service that only previews used is deleted, also by a second attempt', () => {
  expect(isLeftOver(preview)).toBe(false);
  expect(isLeftOver(removed(preview))).toBe(true);
  expect(isLeftOver(removed(removed(preview)))).toBe(true);
});

test('the traffic may follow the latest revision, as where the first one never started', () => {
  expect(isLeftOver({ ...removed(preview), traffic: [{ type: LATEST, percent: 100 }] })).toBe(true);
});

const untagged = { traffic: [share], trafficStatuses: [share] };
test.each<[string, Partial<Service>]>([
  ['another manager', { labels: { 'managed-by': 'terraform' } }],
  ['no manager', { labels: {} }],
  ['a revision of another tool', { latestCreatedRevision: 'web-00003-abc' }],
  ['traffic to one', { traffic: [{ type: REVISION, revision: 'web-00003-abc', percent: 100 }, tagged] }],
  ['lost the tag otherwise', untagged],
])('a service that was taken over is kept: %s', (_, change) => {
  const taken = { ...preview, ...change };
  expect(isLeftOver({ ...taken, ...untagged })).toBe(false);
  // The write that removes the tag keeps that, and so does that of another preview.
  const { labels = {}, latestCreatedRevision = '' } = preview;
  const after = { ...removed(taken), labels, latestCreatedRevision };
  expect(isLeftOver(after)).toBe(false);
  const again = { ...preview, annotations: withTagOwner(taken, claim) };
  expect(isLeftOver(removed(again))).toBe(false);
});
