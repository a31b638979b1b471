/** Tags of other tools, which every write keeps. */

import type { Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import { type TrafficTag, tagsInEffect, tagsPending } from '../plan/traffic.ts';
import { getRevision, type RegionalService } from './regional-service.ts';

/**
 * Tags in effect, and tags of starting revisions (a preview that is being created). A tag whose revision failed is
 * left out: Cloud Run refuses a list with a target that cannot serve.
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
