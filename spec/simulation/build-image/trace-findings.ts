/** The findings of the trace check for a schedule of images: each run tags its output with its commit. */
import type { Call, Success } from '../../trace/calls.ts';
import { unexpectedCalls } from '../../trace/check.ts';
import { IMAGE_COMMITS } from './cloud.ts';
import { type ImageSchedule, PLATFORMS, platformStep } from './schedule.ts';

export const imageFindings = (
  { actors }: ImageSchedule,
  writes: readonly Call[],
  succeeded: readonly Success[],
): readonly string[] =>
  unexpectedCalls(writes, {
    complete: true,
    succeeded,
    tagsOf(by) {
      const of = actors.find(({ name }) => by.startsWith(name));
      const isPlatformStep = PLATFORMS.some((platform) => of && by.startsWith(platformStep(of.name, platform)));
      const commit =
        of && 'commit' in of.action && !isPlatformStep && !by.endsWith('.post')
          ? IMAGE_COMMITS[of.action.commit]
          : undefined;
      return commit === undefined ? [] : [commit, commit.slice(0, 7)];
    },
  });
