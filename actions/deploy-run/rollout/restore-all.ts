/** Restores the traffic after a failure: in `main` at once, and in `post` where `main` was killed. */
import type { Context } from '../../../src/runtime/context.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { expiring, RESTORE_GRACE, withDeadline } from '../../../src/runtime/time-limit.ts';
import { listShares, type TrafficShare } from '../plan/records.ts';
import type { DeployInputs } from '../plan/request.ts';
import { createClients } from '../service/clients.ts';
import { createRegionalService, type RegionalService, withClients } from '../service/regional-service.ts';
import { type RestoreOutcome, restore } from './restore.ts';

/** Name of the state that `post` gets from `main`. */
export const ROLLOUT_STATE = 'rollout';

export interface RolloutState {
  readonly id: string;
  /** Under the name that version 1.0 gave them. */
  readonly sites: readonly {
    readonly kind: RegionalService['kind'];
    readonly region: string;
    readonly service: string;
  }[];
}

/** Milliseconds after a cancellation: the runner gives 7.5 s from SIGINT until SIGTERM, and 2.5 s more. */
const HURRY = 6500;
/** Milliseconds that are taken where the step has them left. */
const LEISURE = 120_000;

export function saveRolloutState(context: Context, id: string, services: readonly RegionalService[]): void {
  const remembered: RolloutState = {
    id,
    sites: services.map(({ kind, region, service }) => ({ kind, region, service })),
  };
  context.saveState(ROLLOUT_STATE, remembered);
}

export const clearRolloutState = (context: Context): void => context.saveState(ROLLOUT_STATE, '');

/** A service that the rollout has begun to change. */
export interface BegunService {
  readonly regional: RegionalService;
  /** The live revisions before the step; undefined where `main` was killed, and only the service's record knows them. */
  readonly before: readonly TrafficShare[] | undefined;
}

export interface RestoredService {
  /** Full resource name. */
  readonly name: string;
  /** The live revisions; undefined where the service could not be restored. */
  readonly shares: readonly TrafficShare[] | undefined;
  /** For the reader; empty where another run has taken the service over. */
  readonly sentence: string;
}

/**
 * Restores the service in every region; all at once, so that one region that does not answer takes no time from the others.
 * What cannot be restored is in the log and in its sentence; it throws nothing.
 */
export async function restoreAll(
  context: Context,
  inputs: DeployInputs,
  id: string,
  services: readonly BegunService[],
): Promise<RestoredService[]> {
  // A time of its own: that of the rollout is over, or cut off by a cancellation.
  const left = Math.min(LEISURE, context.deadline - context.clock.now());
  const limit = context.cancelled.aborted ? HURRY : Math.max(RESTORE_GRACE, left);
  const signal = AbortSignal.any([
    expiring(context.clock, limit, 'Restoring the traffic'),
    // A restore that is under way when the step is cancelled has the time until the runner ends the process.
    graceAfter(context.cancelled, HURRY, context.clock),
  ]);
  const own: Context = { ...context, signal, deadline: context.clock.now() + limit };
  const clients = createClients(own, inputs, signal);
  return await Promise.all(
    [...services].reverse().map(async ({ regional, before }) => {
      const { name } = regional;
      const where = `${regional.service} in ${regional.region}`;
      try {
        const restored = await restore(withClients({ ...regional, context: own }, clients), id);
        return { name, shares: restored.shares, sentence: describe(where, restored) };
      } catch (error) {
        const message = `The traffic of ${where} could not be restored: ${(error as Error).message.replace(/\.?$/, '.')}`;
        context.log.error(message);
        const known = before ? `; before this step it was ${listShares(before)}` : '';
        const sentence = `${message} Which revision serves ${where} is unknown${known}. ${before ? 'The post step tries again.' : 'Check it in the console now.'}`;
        return { name, shares: undefined, sentence };
      }
    }),
  );
}

function describe(where: string, restored: RestoreOutcome): string {
  if (restored.kind === 'restored') {
    const verb = restored.shares.length > 1 ? 'serve' : 'serves';
    return `${listShares(restored.shares)} ${verb} ${where} as before.`;
  }
  if (restored.kind === 'nothing-before')
    return `Nothing served ${where} before, so there is nothing to restore. The new revision stays, with the access it was created with.`;
  return '';
}

/** `post`: restores the traffic where `main` was killed. */
export async function post(inputs: DeployInputs | undefined, context: Context): Promise<void> {
  const text = context.state(ROLLOUT_STATE);
  if (text === '' || !inputs) return;
  const { id, sites } = JSON.parse(text) as RolloutState;
  const timed = withDeadline(context, inputs.rollout.timeout);
  const clients = createClients(timed, inputs, timed.signal);
  const all = sites.map(({ kind, region, service }) => ({
    regional: createRegionalService({ context: timed, clients, kind, project: inputs.project, region, service }),
    before: undefined,
  }));
  for (const { sentence } of await restoreAll(timed, inputs, id, all))
    if (sentence !== '') context.log.notice(sentence);
}
