/** Holds that block a publish: that of the site, and those of the services that the site belongs to. */

import { noteServices } from '../../../src/freeze/standing.ts';
import { shortCommit } from '../../../src/github/commit.ts';
import { type UndecidedCanary, undecidedCanary } from '../../../src/records/canaries.ts';
import { checkHolds, holdMessage, holdsOf, readNamedServices, servicePlace } from '../../../src/records/holds.ts';
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

/** The canary of this commit that is undecided on one of the services, or that the deploy before this step has left undecided. */
export async function readOwnCanary(
  { services, commit, deployed }: PublishInputs,
  { http, context }: Pick<SiteClients, 'http' | 'context'>,
): Promise<UndecidedCanary | undefined> {
  const read = await readNamedServices(http, context.endpoints.run, services);
  const undecided = read.map(({ name, resource }) => undecidedCanary(name, resource));
  return [...undecided, deployed].find((canary) => canary?.commit === commit);
}

/**
 * Reads the services again before the switch: throws `OutcomeError` if one of them has got a hold, or a canary, while files were uploaded.
 * A freeze that has begun does not stop what was begun before it.
 */
export async function checkServicesAgain(
  { services, force }: PublishInputs,
  { http, context }: Pick<SiteClients, 'http' | 'context'>,
): Promise<void> {
  const read = await readNamedServices(http, context.endpoints.run, services);
  for (const { name, resource } of read) {
    const canary = undecidedCanary(name, resource);
    if (canary !== undefined)
      throw new OutcomeError(
        `A canary of ${shortCommit(canary.commit)} on ${servicePlace(name)} was started while this step was running. Nothing was published. Run this step again: it does what on-canary says.`,
      );
  }
  const held = holdsOf(read);
  if (held.length > 0 && !force) throw new OutcomeError(holdMessage(held, 'Nothing was published.'));
}
