/** The tags of others, which every write of ours keeps. */

import type { Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { type TrafficTag, tagsInEffect, tagsPending } from '../plan/traffic.ts';
import { getRevision, type RegionalService } from './regional-service.ts';

/**
 * Tags in effect, and those of revisions that still start (a preview that is being made). A tag whose revision failed is
 * left out: one target that cannot serve makes Cloud Run refuse the whole list.
 */
export async function keptTags(
  regional: RegionalService,
  service: Service,
  ...without: readonly (string | undefined)[]
): Promise<TrafficTag[]> {
  const pending = tagsPending(service).filter(({ tag }) => !without.includes(tag));
  const alive = await Promise.all(
    pending.map(async ({ revision }) => {
      const found = await getRevision(regional, revision);
      return found !== undefined && readiness(found).state !== 'failed';
    }),
  );
  const starting = pending.filter((_, i) => alive[i]);
  const moving = new Set(starting.map(({ tag }) => tag));
  const effective = tagsInEffect(service).filter(({ tag }) => !without.includes(tag) && !moving.has(tag));
  return [...effective, ...starting];
}
