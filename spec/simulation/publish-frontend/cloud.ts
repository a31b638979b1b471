/** The initial state: the bucket, the load balancer with its CDN, and GitHub. */
import { createInProcessEmulator, type InProcessEmulator } from '../../../packages/emulator/src/in-process.ts';
import { addressOf } from '../engine/network.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { SiteSettings } from './schedule.ts';

/** Each the parent of the next. The first two have been published. */
export const SITE_COMMITS = ['a', 'b', 'c', 'd', 'e', 'f'].map((digit) => digit.repeat(40));

export function createSiteCloud(scheduler: Scheduler, { operationMs }: SiteSettings): InProcessEmulator {
  // Whole milliseconds, from which generations of objects are derived.
  const clock = { now: () => Math.floor(scheduler.now()), sleep: (ms: number) => scheduler.sleep(ms) };
  const cloud = createInProcessEmulator({ clock }, addressOf);
  const { emulator } = cloud;
  emulator.seed.serviceAccount();
  emulator.seed.bucket();
  emulator.seed.site();
  emulator.compute.operationDelay = operationMs;
  for (const [i, commit] of SITE_COMMITS.entries()) emulator.github.commit(commit, SITE_COMMITS.slice(0, i).slice(-1));
  emulator.core.report = (error) => {
    throw error;
  };
  return cloud;
}

/** Whether a step has two sites. */
export const hasTwoSites = ({ shape }: SiteSettings): boolean => shape === 'sites' || shape === 'uneven';

/** Prefixes of the sites in the bucket. */
export const prefixesOf = (site: SiteSettings): readonly string[] => (hasTwoSites(site) ? ['', 'admin/'] : ['']);
