/** All schedules that once failed, for the tests and for the mutants. */
import type { SomeSchedule } from './action-names.ts';
import { IMAGE_REGRESSIONS } from './build-image/regressions.ts';
import { CANARY_REGRESSIONS } from './deploy-run/regressions/canaries.ts';
import { JOB_REGRESSIONS } from './deploy-run/regressions/jobs.ts';
import { REGRESSIONS } from './deploy-run/regressions/services.ts';
import { SITE_REGRESSIONS } from './publish-frontend/regressions.ts';

export const ALL_REGRESSIONS: readonly { readonly name: string; readonly schedule: SomeSchedule }[] = [
  ...REGRESSIONS,
  ...CANARY_REGRESSIONS,
  ...JOB_REGRESSIONS,
  ...SITE_REGRESSIONS,
  ...IMAGE_REGRESSIONS,
];
