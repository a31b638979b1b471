/** Ends a release that did not succeed: in `main` at once, and in `post` where `main` was killed. */
import type { Context } from '../../../src/runtime/context.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { expiring, RESTORE_GRACE, withDeadline } from '../../../src/runtime/time-limit.ts';
import { listShares, type TrafficShare } from '../plan/records.ts';
import { canaryOn } from '../plan/release/long-canary.ts';
import type { DeployInputs } from '../plan/request.ts';
import { createClients } from '../service/clients.ts';
import { createRegionalService, type RegionalService, withClients } from '../service/regional-service.ts';
import { conclude, type MemberOutcome } from './finish-or-restore.ts';

/** Name of the state that `post` gets from `main`. */
export const ROLLOUT_STATE = 'rollout';

interface RolloutState {
  readonly id: string;
  /** Under the name that version 1.0 gave them. The first is the lead of the release. */
  readonly sites: readonly {
    readonly kind: RegionalService['kind'];
    readonly region: string;
    readonly service: string;
    /** Its place in the order of traffic, from 0. */
    readonly layer?: number;
  }[];
  /** The commit of the release was sent, so that only its lead knows whether it goes forward. */
  readonly committing?: boolean;
}

/** Milliseconds after a cancellation: the runner gives 7.5 s from SIGINT until SIGTERM, and 2.5 s more. */
const HURRY = 6500;
/** Milliseconds that are taken where the step has them left. */
const LEISURE = 120_000;

/** A service that the release has begun to change. */
export interface BegunService {
  readonly regional: RegionalService;
  readonly layer: number;
  /** The live revisions before the step; undefined where `main` was killed, and only the service's record knows them. */
  readonly before: readonly TrafficShare[] | undefined;
}

/** Remembers for `post` what was begun. */
export function saveRolloutState(
  context: Context,
  id: string,
  services: readonly Pick<BegunService, 'regional' | 'layer'>[],
  committing = false,
): void {
  const several = services.length > 1;
  const remembered: RolloutState = {
    id,
    sites: services.map(({ regional: { kind, region, service }, layer }) => ({
      kind,
      region,
      service,
      ...(several && { layer }),
    })),
    ...(committing && { committing }),
  };
  context.saveState(ROLLOUT_STATE, remembered);
}

export const clearRolloutState = (context: Context): void => context.saveState(ROLLOUT_STATE, '');

export interface EndedMember {
  /** Full resource name. */
  readonly name: string;
  /** The live revisions; undefined where they are not known. */
  readonly shares: readonly TrafficShare[] | undefined;
  /** For the reader. */
  readonly sentence: string;
  /** `SERVICE in REGION`, where nothing served before; all of them share a sentence, see `tellEnded`. */
  readonly unserved?: string;
}

/** What became of the members, in whole sentences. */
export function tellEnded(members: readonly EndedMember[]): string[] {
  const unserved = members.flatMap((member) => member.unserved ?? []);
  const others = members.flatMap(({ sentence, unserved: one }) => (sentence === '' || one ? [] : [sentence]));
  return unserved.length > 0 ? [...others, nothingBefore(unserved)] : others;
}

function nothingBefore(places: readonly string[]): string {
  const stay =
    places.length === 1 ? 'revision stays, with the access it was' : 'revisions stay, with the access they were';
  return `Nothing served ${places.join(', ')} before, so there is nothing to restore. The new ${stay} created with.`;
}

export interface EndedRelease {
  /** Every member goes forward: the release was committed. */
  readonly committed: boolean;
  /** True if nothing is left for `post`. */
  readonly complete: boolean;
  readonly members: readonly EndedMember[];
}

/**
 * Brings all services to the end that the release has: back, or forward if it was committed. Those that do not answer take no time
 * from the others. What could not be done is in the log and in its sentence; it throws nothing. The first service is the lead.
 */
export async function endRelease(
  context: Context,
  inputs: DeployInputs,
  id: string,
  services: readonly BegunService[],
  mayBeCommitted: boolean,
): Promise<EndedRelease> {
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
  const members = services.map((service) => ({
    ...service,
    regional: withClients({ ...service.regional, context: own }, clients),
  }));
  const layers: RegionalService[][] = [];
  for (const { regional, layer } of members) layers[layer] = [...(layers[layer] ?? []), regional];
  const { decision, members: outcomes } = await conclude(
    id,
    members.map(({ regional }) => regional),
    { layers: layers.filter(Boolean), mayBeCommitted },
  );
  const ended = members.map(({ regional, before }) => {
    const outcome = outcomes.find((one) => one.regional === regional) as MemberOutcome;
    return { name: regional.name, ...describeOutcome(outcome, before, context) };
  });
  return {
    committed: decision === 'committed',
    complete: outcomes.every(({ kind }) => kind !== 'failed' && kind !== 'left'),
    members: ended,
  };
}

function describeOutcome(
  outcome: MemberOutcome,
  before: readonly TrafficShare[] | undefined,
  { log }: Context,
): Omit<EndedMember, 'name'> {
  const { regional } = outcome;
  const where = `${regional.service} in ${regional.region}`;
  switch (outcome.kind) {
    case 'restored': {
      const verb = outcome.shares.length > 1 ? 'serve' : 'serves';
      return { shares: outcome.shares, sentence: `${listShares(outcome.shares)} ${verb} ${where} as before.` };
    }
    case 'finished':
      return {
        shares: outcome.shares,
        sentence: `The release was committed: ${listShares(outcome.shares)} serves ${where}.`,
      };
    case 'nothing-before':
      return {
        shares: outcome.shares,
        sentence: nothingBefore([where]),
        unserved: where,
      };
    case 'not-ours': {
      const verb = outcome.shares.length > 1 ? 'serve' : 'serves';
      return { shares: outcome.shares, sentence: `${listShares(outcome.shares)} ${verb} ${where}.` };
    }
    case 'left':
    case 'failed': {
      const what =
        outcome.kind === 'left'
          ? `It is unknown whether the release was committed, so ${where} was not changed:`
          : `The traffic of ${where} could not be restored:`;
      const message = `${what} ${outcome.error.message.replace(/\.?$/, '.')}`;
      log.error(message);
      const known = before ? `; before this step it was ${listShares(before)}` : '';
      const next = before ? 'The post step tries again.' : 'Check it in the console now.';
      return { shares: undefined, sentence: `${message} Which revision serves ${where} is unknown${known}. ${next}` };
    }
  }
}

/** `post`: ends the release where `main` was killed. */
export async function post(inputs: DeployInputs | undefined, context: Context): Promise<void> {
  const text = context.state(ROLLOUT_STATE);
  if (text === '' || !inputs) return;
  const { id, sites, committing = false } = JSON.parse(text) as RolloutState;
  const timed = withDeadline(context, inputs.rollout.timeout);
  const clients = createClients(timed, inputs, timed.signal);
  const all = sites.map(({ kind, region, service, layer = 0 }) => ({
    regional: createRegionalService({ context: timed, clients, kind, project: inputs.project, region, service }),
    layer,
    before: undefined,
  }));
  const [lead] = all;
  // The canary continues without a runner: what was killed had nothing more to do but to say so.
  if (lead && canaryOn(await lead.regional.api.get(lead.regional.name), id)) return;
  for (const sentence of tellEnded((await endRelease(timed, inputs, id, all, committing)).members))
    context.log.notice(sentence);
}
