/** Whether previews are still to be removed: a pull request may have been reopened or pushed to since. */
import type { GitHub, PullRequest } from '../../../src/github/api.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { pullNow } from '../comment/pull.ts';
import type { PreviewInputs } from '../inputs.ts';
import { stalePreviews } from '../plan/stale.ts';

export async function stillGone(
  inputs: Pick<PreviewInputs, 'gone' | 'maxAge' | 'number' | 'commit'>,
  context: Context,
  github: GitHub | undefined,
): Promise<PreviewInputs['gone']> {
  const { gone, maxAge = 0 } = inputs;
  if (isOfEvent(inputs)) return (await pullNow(inputs, context, github)).open ? new Map() : gone;
  if (!github) return gone;
  const now = stalePreviews([...gone.keys()], await github.openPulls(), context.clock.now(), maxAge);
  return new Map([...gone].filter(([number, why]) => now.get(number) === why || now.get(number) === 'closed'));
}

/**
 * Tells of each pull request whether its preview is still to be removed: the removal of many takes minutes, and a new run may create a
 * database or pages meanwhile. The runs of the pull request of an event wait for its clean-up.
 */
export function gonePulls(
  inputs: Pick<PreviewInputs, 'gone' | 'maxAge' | 'number'>,
  { clock, log }: Pick<Context, 'clock' | 'log'>,
  github: GitHub | undefined,
): { readonly isGone: (number: number) => Promise<boolean>; readonly returned: ReadonlySet<number> } {
  const { gone, maxAge = 0 } = inputs;
  const returned = new Set<number>();
  const isGone = async (number: number): Promise<boolean> => {
    if (!github || isOfEvent(inputs)) return true;
    if (returned.has(number)) return false;
    let pull: PullRequest | undefined;
    try {
      pull = await github.pull(number);
    } catch (error) {
      // It was gone when all of them were read.
      if (error instanceof CloudError) return true;
      throw error;
    }
    const why = stalePreviews([number], pull?.open ? [pull] : [], clock.now(), maxAge).get(number);
    if (why === 'closed' || why === gone.get(number)) return true;
    returned.add(number);
    log.notice(`#${number}: open or active again, so the rest of its preview stays.`);
    return false;
  };
  return { isGone, returned };
}

const isOfEvent = ({ gone, number }: Pick<PreviewInputs, 'gone' | 'number'>): boolean =>
  gone.size === 1 && gone.get(number) === 'closed';
