/** Checks the target before anything is copied or migrated. */

import { checkFreeze, freezeOn } from '../../../src/freeze/freeze.ts';
import { noteService, noteStanding } from '../../../src/freeze/standing.ts';
import { isCommit } from '../../../src/github/commit.ts';
import { checkFreshness } from '../../../src/github/freshness.ts';
import { openGitHub } from '../../../src/github/open.ts';
import { holdMessage, holdsOf, readNamedServices } from '../../../src/records/holds.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { PromotionInputs } from '../inputs.ts';
import { liveCommits } from '../source/read-members.ts';
import { readSourceSite } from '../source/source-site.ts';

type Check = Pick<PromotionInputs, 'target' | 'commit' | 'githubToken'>;

/**
 * Throws `OutcomeError` if a service or site of the target is on hold or in a freeze, or has a newer commit than the promoted one. What deploy-run and
 * publish-frontend check again before they change anything.
 */
export async function checkTarget(
  { target, commit = '', githubToken }: Check,
  context: Context,
  { http, endpoints, clock }: Pick<Cloud, 'http' | 'endpoints' | 'clock'>,
): Promise<void> {
  const { log, summary } = context;
  const [services, sites] = await Promise.all([
    readNamedServices(http, endpoints.run, target.services),
    Promise.all(target.sites.map((site) => readSourceSite({ http, endpoint: endpoints.storage }, site, undefined))),
  ]);
  for (const service of services) noteService(summary, service, clock);
  for (const { label, hold } of sites) noteStanding(summary, { place: label, hold }, clock);
  const frozen = services.map(({ resource }) => freezeOn(resource, [], clock));
  checkFreeze(
    frozen.find((text) => text !== undefined),
    { force: false, consequence: 'Nothing was copied or changed.', log },
  );
  const held = holdsOf(services);
  if (held.length > 0) throw new OutcomeError(holdMessage(held, 'Nothing was copied or changed.'));
  const heldSites = sites.flatMap(({ label, hold }) =>
    hold === undefined ? [] : [`The ${label} is on hold: ${hold}`],
  );
  if (heldSites.length > 0)
    throw new OutcomeError(
      `${heldSites.join(' ')} Nothing was copied or changed. To release the hold, run the rollback workflow with release-hold: true, and then run this again.`,
    );
  const known = [
    ...services.flatMap(({ resource }) => (resource ? liveCommits(resource) : [])),
    ...sites.flatMap(({ choice }) => (choice.kind === 'chosen' ? [choice.commit] : [])),
  ];
  await checkFreshness(commit, known.filter(isCommit), {
    github: openGitHub(githubToken, context),
    log,
    force: false,
    onUnknownHistory: 'warn',
    done: 'deployed',
    wayBack: 'To go back on purpose, run the rollback workflow at the target.',
  });
}
