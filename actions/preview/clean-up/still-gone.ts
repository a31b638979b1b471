/** Whether previews are still to be removed: a pull request may have been reopened or pushed to since. */
import type { GitHub } from '../../../src/github/api.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { pullNow } from '../comment/pull.ts';
import type { PreviewInputs } from '../inputs.ts';
import { stalePreviews } from '../plan/stale.ts';

export async function stillGone(
  inputs: Pick<PreviewInputs, 'gone' | 'maxAge' | 'number' | 'commit'>,
  context: Context,
  github: GitHub | undefined,
): Promise<PreviewInputs['gone']> {
  const { gone, maxAge = 0, number } = inputs;
  const isOfEvent = gone.size === 1 && gone.get(number) === 'closed';
  if (isOfEvent) return (await pullNow(inputs, context, github)).open ? new Map() : gone;
  if (!github) return gone;
  const now = stalePreviews([...gone.keys()], await github.openPulls(), context.clock.now(), maxAge);
  return new Map([...gone].filter(([number, why]) => now.get(number) === why || now.get(number) === 'closed'));
}
