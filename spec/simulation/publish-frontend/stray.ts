/** What the trace check says of a schedule of a site: nobody is forced in it, and each commit is the parent of the next. */
import type { Call, Success } from '../../trace/calls.ts';
import { strayCalls } from '../../trace/check.ts';
import { SITE_COMMITS } from './cloud.ts';

export const strayOf = (writes: readonly Call[], succeeded: readonly Success[]): string[] =>
  strayCalls(writes, {
    complete: true,
    unforced: true,
    succeeded,
    releases: (by) => by.includes('releas'),
    ageOf: (release) => (SITE_COMMITS.includes(release) ? SITE_COMMITS.indexOf(release) : undefined),
  });
