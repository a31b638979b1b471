/** Ends the hold of a site without publishing. */
import type { SiteClients } from '../clients.ts';
import type { ReleaseHoldInputs } from '../inputs.ts';
import { NO_CHANGES, type PublishOutcome } from '../report/outcome.ts';
import { noteSite } from '../report/standing.ts';
import { isLeftByThisRun, takeClaim, untilClaimed, waitUntilFree } from '../store/claim.ts';
import { endOfHold, withoutHold } from '../store/site-state.ts';

export async function releaseSiteHold(inputs: ReleaseHoldInputs, clients: SiteClients): Promise<PublishOutcome> {
  const { claims, context } = clients;
  return await untilClaimed(async () => {
    const stored = await waitUntilFree(claims);
    const { current, hold } = stored.state;
    noteSite(context, inputs.layout, stored.state);
    const outcome: PublishOutcome = {
      ...NO_CHANGES,
      task: 'release-hold',
      release: current,
      previous: undefined,
      ...(hold && { holdEnded: endOfHold(hold, inputs.reason) }),
    };
    if (!hold) context.log.info('This site has no hold.');
    // An earlier attempt of this run may have released the hold and stopped before it released its claim.
    if ((!hold && !isLeftByThisRun(stored.state, context.github)) || inputs.dryRun) return outcome;
    const held = await takeClaim(claims, stored, 'upload', withoutHold);
    if (!held) return undefined;
    await held.release();
    return outcome;
  });
}
