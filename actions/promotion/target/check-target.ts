/** Whether the target may take the commit: read before anything is copied to it, or migrated there. */
import { createGitHub } from '../../../src/github/api.ts';
import { checkFreshness } from '../../../src/github/freshness.ts';
import { createServices } from '../../../src/google/run/services.ts';
import { findHolds, holdMessage } from '../../../src/records/holds.ts';
import type { Cloud, Context } from '../../../src/runtime/context.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import type { PromotionInputs } from '../inputs.ts';
import { liveCommits } from '../source/read-members.ts';
import { readSiteState } from '../source/site-records.ts';

type Check = Pick<PromotionInputs, 'target' | 'commit' | 'githubToken'>;

/**
 * Throws `OutcomeError` if a service or site of the target is on hold, or has a newer commit than the promoted one. What deploy-run and
 * publish-frontend check again before they change anything.
 */
export async function checkTarget(
  { target, commit = '', githubToken }: Check,
  context: Context,
  { http, endpoints }: Pick<Cloud, 'http' | 'endpoints'>,
): Promise<void> {
  const services = createServices(http, endpoints.run);
  const [held, live, sites] = await Promise.all([
    findHolds(http, endpoints.run, target.services),
    Promise.all(target.services.filter(isService).map((name) => services.get(name))),
    Promise.all(target.sites.map((site) => readSiteState({ http, endpoint: endpoints.storage }, site, undefined))),
  ]);
  if (held.length > 0) throw new OutcomeError(holdMessage(held, 'Nothing was copied or changed.'));
  const heldSites = sites.flatMap(({ label, hold }) =>
    hold === undefined ? [] : [`The ${label} is on hold: ${hold}`],
  );
  if (heldSites.length > 0)
    throw new OutcomeError(
      `${heldSites.join(' ')} Nothing was copied or changed. To release the hold, run the rollback workflow with release-hold: true, and then run this again.`,
    );
  const known = [
    ...live.flatMap((service) => (service ? liveCommits(service) : [])),
    ...sites.flatMap(({ choice }) => (choice.kind === 'chosen' ? [choice.commit] : [])),
  ];
  const { github: run, signal, clock, deadline } = context;
  await checkFreshness(
    commit,
    known.filter((one) => /^[0-9a-f]{40}$/.test(one)),
    {
      github: githubToken ? async () => createGitHub(run, githubToken, { signal, clock, deadline }) : undefined,
      log: context.log,
      force: false,
      onUnknownHistory: 'warn',
      words: { live: 'serves', done: 'deployed' },
      wayBack: 'To go back on purpose, run the rollback workflow at the target.',
    },
  );
}

const isService = (name: string): boolean => name.includes('/services/');
