/** Holds that block a publish: that of the site, and those of the services that the site belongs to. */

import { noteServices } from '../../../src/freeze/standing.ts';
import { type UndecidedCanary, undecidedCanary } from '../../../src/records/canaries.ts';
import { checkHolds, readNamedServices } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { SiteClients } from '../clients.ts';
import type { PublishInputs } from '../inputs.ts';
import { describeHold, type State } from '../store/site-state.ts';

/** Throws `OutcomeError` if the site is on hold, unless this run releases the hold. */
export function checkSiteHold(inputs: PublishInputs, { hold }: State): void {
  if (!hold || inputs.releaseHold) return;
  throw new OutcomeError(
    `This site is on hold at release ${describeHold(hold)}. Nothing was published. To release the hold, run this action once with release-hold: true.`,
  );
}

/**
 * Throws `OutcomeError` if one of the services is on hold, unless forced; the site's own hold is another one. Gives the undecided canary
 * of this commit, for which the release is staged.
 */
export async function checkServiceHolds(
  inputs: PublishInputs,
  { http, context, googleClock }: SiteClients,
): Promise<UndecidedCanary | undefined> {
  let ours: UndecidedCanary | undefined;
  await checkHolds({
    http,
    endpoint: context.endpoints.run,
    names: inputs.services,
    freeze: inputs.freeze,
    clock: googleClock,
    force: inputs.force,
    consequence: 'Nothing was published.',
    log: context.log,
    onRead: noteServices({ summary: context.summary, clock: googleClock }, inputs.freeze),
    waitsFor: (canary) => {
      const isOurs = inputs.onCanary !== 'refuse' && canary.commit === inputs.commit;
      if (isOurs) ours = canary;
      return isOurs;
    },
  });
  return ours;
}

/** The canary of this commit that is undecided on one of the services. */
export async function readOwnCanary(
  { services, commit }: PublishInputs,
  { http, context }: Pick<SiteClients, 'http' | 'context'>,
): Promise<UndecidedCanary | undefined> {
  const read = await readNamedServices(http, context.endpoints.run, services);
  return read.map(({ name, resource }) => undecidedCanary(name, resource)).find((canary) => canary?.commit === commit);
}
