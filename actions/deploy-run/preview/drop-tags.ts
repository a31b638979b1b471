/** Removes tags of previews, and deletes a service that a preview created with its last tag. */
import { REVISION, type Service } from '../../../src/google/run/resources.ts';
import { isLeftOver, otherOwner, type TagClaim, withoutTagOwners } from '../../../src/records/preview-owners.ts';
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { rolloutOf } from '../plan/records.ts';
import { serving } from '../plan/traffic.ts';
import { writeService } from '../service/fenced-write.ts';
import { pollService } from '../service/poll.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { keptTags } from '../service/tags.ts';

/** Removes the tags in one write, but for those of other repositories; with `revision` only those of that revision. */
export async function dropTags(
  regional: RegionalService,
  claims: readonly TagClaim[],
  revision?: string,
): Promise<Service> {
  const tagsOf = (now: Service) => claims.filter((claim) => otherOwner(now, claim) === undefined).map(({ tag }) => tag);
  const has = (now: Service) =>
    taggedTargets(now, tagsOf(now)).some((one) => revision === undefined || one === revision);
  const { service } = await writeService(regional, {
    landed: (now) => !has(now),
    plan: async (now) => {
      if (!has(now)) return undefined;
      const tags = tagsOf(now);
      return { ...now, traffic: await sharesOf(regional, now, tags), annotations: withoutTagOwners(now, tags) };
    },
  });
  return service;
}

/** Revisions of the tags, requested or in effect. */
const taggedTargets = (service: Service, tags: readonly string[]): (string | undefined)[] =>
  [...(service.traffic ?? []), ...(service.trafficStatuses ?? [])]
    .filter(({ tag }) => tag !== undefined && tags.includes(tag))
    .map(({ revision }) => revision);

/**
 * All targets but those of the tags. Requested traffic of a rollout stays, and so does traffic that Cloud Run has not yet
 * executed, such as restored traffic; otherwise the live revisions stay.
 */
export async function sharesOf(regional: RegionalService, now: Service, without: readonly string[]) {
  const wish = (rolloutOf(now) || now.reconciling) && now.traffic?.every(({ revision }) => revision);
  const shares = wish
    ? (now.traffic ?? []).filter(({ percent = 0 }) => percent > 0).map(({ tag: _, ...target }) => target)
    : serving(now).map((share) => ({ type: REVISION, ...share }));
  const tags = (await keptTags(regional, now, ...without)).map((one) => ({ type: REVISION, ...one }));
  return [...shares, ...tags];
}

/**
 * Deletes the service if a preview created it and nothing uses it. True if it was deleted. The etag fences the deletion: a
 * concurrent preview keeps its service.
 */
export async function removeLeftOver(regional: RegionalService): Promise<boolean> {
  const { name, service, region, api, clients } = regional;
  const gone = await pollService(regional, async () => {
    const now = await api.get(name);
    if (!now) return true;
    if (now.deleteTime) return undefined;
    if (!isLeftOver(now)) return false;
    try {
      await clients.services.remove(name, now.etag ?? '');
    } catch (error) {
      // Another run wrote to it: it is read again.
      if (!(error instanceof CloudError) || error.status !== 409) throw error;
    }
    return undefined;
  });
  if (gone !== undefined) return gone;
  throw new OutcomeError(`The service ${service} in ${region} is still being deleted. Run this step again.`);
}
