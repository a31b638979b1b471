/** The findings of the trace check for a schedule of a site: no run is forced, and each commit is the parent of the next. */
import type { Call, Success } from '../../trace/calls.ts';
import { unexpectedCalls } from '../../trace/check.ts';
import { SITE_COMMITS } from './cloud.ts';

export const siteFindings = (writes: readonly Call[], succeeded: readonly Success[]): string[] =>
  unexpectedCalls(writes, {
    complete: true,
    unforced: true,
    succeeded,
    releases: (by) => by.includes('releas'),
    ageOf: (release) => (SITE_COMMITS.includes(release) ? SITE_COMMITS.indexOf(release) : undefined),
  });
