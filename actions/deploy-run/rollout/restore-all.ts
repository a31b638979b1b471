/** What is done after a failure, in `main` at once and in `post` where `main` could not: the old traffic is brought back. */
import type { Context } from '../../../src/runtime/context.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { expiring, RESTORE_GRACE, withDeadline } from '../../../src/runtime/time-limit.ts';
import { listShares } from '../plan/records.ts';
import type { Inputs } from '../plan/request.ts';
import { createClients } from '../service/clients.ts';
import { createSite, type Site, through } from '../service/regional-service.ts';
import { createReport } from '../service/rollout-report.ts';
import { type Restored, restore } from './restore.ts';

/** State that `post` gets from `main`. */
export const STATE = 'rollout';

export interface Remembered {
  readonly id: string;
  readonly sites: readonly { readonly kind: Site['kind']; readonly region: string; readonly service: string }[];
}

/** Milliseconds after a cancellation: the runner gives 7.5 s from SIGINT until SIGTERM, and 2.5 s more. */
const HURRY = 6500;
/** Milliseconds that are taken where the step has them left. */
const LEISURE = 120_000;

export function remember(context: Context, id: string, sites: readonly Site[]): void {
  const remembered: Remembered = {
    id,
    sites: sites.map(({ kind, region, service }) => ({ kind, region, service })),
  };
  context.saveState(STATE, remembered);
}

export const forget = (context: Context): void => context.saveState(STATE, '');

/**
 * Restores every site and says for each what serves now; all at once, so that one region that does not answer takes no time
 * from the others.
 */
export async function undo(context: Context, inputs: Inputs, id: string, sites: readonly Site[]): Promise<string[]> {
  // A time of its own: that of the rollout is over, or cut off by a cancellation.
  const left = Math.min(LEISURE, context.deadline - context.clock.now());
  const limit = context.cancelled.aborted ? HURRY : Math.max(RESTORE_GRACE, left);
  const signal = AbortSignal.any([
    expiring(limit, 'Restoring the traffic'),
    // A restore that is under way when the step is cancelled has the time until the runner ends the process.
    graceAfter(context.cancelled, HURRY),
  ]);
  const own: Context = { ...context, signal, deadline: context.clock.now() + limit };
  const clients = createClients(own, inputs, signal);
  const sentences = await Promise.all(
    [...sites].reverse().map(async (site) => {
      const where = `${site.service} in ${site.region}`;
      try {
        const restored = await restore(through({ ...site, context: own }, clients), id);
        site.report.after = restored.kind === 'restored' ? restored.shares : site.report.before;
        return describe(where, restored);
      } catch (error) {
        const message = `The traffic of ${where} could not be restored: ${(error as Error).message.replace(/\.?$/, '.')}`;
        context.log.error(message);
        const unknown = `What serves ${where} is unknown; before this step it was ${listShares(site.report.before)}.`;
        return `${message} ${unknown} The post step tries again.`;
      }
    }),
  );
  return sentences.filter((sentence) => sentence !== '');
}

function describe(where: string, restored: Restored): string {
  if (restored.kind === 'restored') {
    const verb = restored.shares.length > 1 ? 'serve' : 'serves';
    return `${listShares(restored.shares)} ${verb} ${where} as before.`;
  }
  if (restored.kind === 'nothing-before')
    return `Nothing served ${where} before, so there is nothing to return to: the new revision stays, as closed as it was made.`;
  return '';
}

/** `post`: brings back what `main` was killed over. */
export async function post(inputs: Inputs | undefined, context: Context): Promise<void> {
  const text = context.state(STATE);
  if (text === '' || !inputs) return;
  const { id, sites } = JSON.parse(text) as Remembered;
  const timed = withDeadline(context, inputs.rollout.timeout);
  const clients = createClients(timed, inputs, timed.signal);
  const all = sites.map(({ kind, region, service }) =>
    createSite({
      context: timed,
      clients,
      kind,
      project: inputs.project,
      region,
      service,
      report: createReport(region, service),
    }),
  );
  for (const sentence of await undo(timed, inputs, id, all)) context.log.notice(sentence);
}
