/** Ends a failed release: in `main`, or in `post` if `main` was killed. */
import type { Context } from '../../../src/runtime/context.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { withDeadline } from '../../../src/runtime/time-limit.ts';
import { readLeft } from '../job/left-state.ts';
import { cancelLeft, EXECUTIONS_STATE } from '../job/running-executions.ts';
import { describeServing, listShares, type TrafficShare } from '../plan/records.ts';
import { canaryOn } from '../plan/release/long-canary.ts';
import type { DeployInputs } from '../plan/request.ts';
import { isRollbackUndo, type RollbackUndo } from '../rollout/undo.ts';
import { createClients, extraTime } from '../service/clients.ts';
import { createRegionalService, type RegionalService, withClients } from '../service/regional-service.ts';
import { conclude, type MemberOutcome } from './finish-or-restore.ts';

/** Name of the state that `main` saves for `post`. */
export const ROLLOUT_STATE = 'rollout';

/** How far the release has come. */
export interface RolloutStage {
  /** The commit of the release was sent, so its lead shows whether it goes forward. */
  readonly committing?: boolean;
  /** The last write of a rollback was planned. */
  readonly undo?: RollbackUndo | undefined;
}

interface RolloutState extends RolloutStage {
  readonly id: string;
  /** Named as in version 1.0. The first is the lead of the release. */
  readonly sites: readonly {
    readonly kind: RegionalService['kind'];
    readonly region: string;
    readonly service: string;
    /** Its place in the order of traffic, from 0. */
    readonly layer?: number;
  }[];
}

/** A service that the release has begun to change. */
export interface BegunService {
  readonly regional: RegionalService;
  readonly layer: number;
  /** The live revisions before the step; undefined if `main` was killed, and only the service's record has them. */
  readonly before: readonly TrafficShare[] | undefined;
}

/** Saves for `post` which services were changed. */
export function saveRolloutState(
  context: Context,
  id: string,
  services: readonly Pick<BegunService, 'regional' | 'layer'>[],
  { committing = false, undo }: RolloutStage = {},
): void {
  const several = services.length > 1;
  const state: RolloutState = {
    id,
    sites: services.map(({ regional: { kind, region, service }, layer }) => ({
      kind,
      region,
      service,
      ...(several && { layer }),
    })),
    ...(committing && { committing }),
    ...(undo && { undo }),
  };
  context.saveState(ROLLOUT_STATE, state);
}

export const clearRolloutState = (context: Context): void => context.saveState(ROLLOUT_STATE, '');

export interface EndedMember {
  /** Full resource name. */
  readonly name: string;
  /** The live revisions; undefined if unknown. */
  readonly shares: readonly TrafficShare[] | undefined;
  /** For messages. */
  readonly sentence: string;
  /** `SERVICE in REGION` without a baseline; all of them share a sentence, see `describeEnded`. */
  readonly unserved?: string;
}

/** The result of each member, in whole sentences. */
export function describeEnded(members: readonly EndedMember[]): string[] {
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

export interface EndOptions {
  /** False if the commit was never sent. */
  readonly mayBeCommitted: boolean;
  readonly undo?: RollbackUndo | undefined;
  /** What comes after a service that could not be restored, in one sentence. */
  readonly again: string;
}

/**
 * Restores all services, or completes them if the release was committed. Services that do not respond take no time
 * from the others. Failures are logged and in the sentences; nothing is thrown. The first service is the lead.
 */
export async function endRelease(
  context: Context,
  inputs: DeployInputs,
  id: string,
  services: readonly BegunService[],
  { mayBeCommitted, undo, again }: EndOptions,
): Promise<EndedRelease> {
  const { context: own, clients } = extraTime(context, inputs, 'Restoring the traffic');
  const members = services.map((service) => ({
    ...service,
    regional: withClients({ ...service.regional, context: own }, clients),
  }));
  const layers: RegionalService[][] = [];
  for (const { regional, layer } of members) layers[layer] = [...(layers[layer] ?? []), regional];
  const { decision, members: outcomes } = await conclude(
    id,
    members.map(({ regional }) => regional),
    { layers: layers.filter(Boolean), mayBeCommitted, undo },
  );
  const ended = members.map(({ regional, before }) => {
    const outcome = outcomes.find((one) => one.regional === regional) as MemberOutcome;
    return { name: regional.name, ...describeOutcome(outcome, before, { log: context.log, again }) };
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
  { log, again }: Pick<Context, 'log'> & Pick<EndOptions, 'again'>,
): Omit<EndedMember, 'name'> {
  const { regional } = outcome;
  const where = `${regional.service} in ${regional.region}`;
  switch (outcome.kind) {
    case 'restored':
      return { shares: outcome.shares, sentence: `${describeServing(outcome.shares, regional)} as before.` };
    case 'finished':
      return {
        shares: outcome.shares,
        sentence: `The release was committed: ${describeServing(outcome.shares, regional)}.`,
      };
    case 'nothing-before':
      return {
        shares: outcome.shares,
        sentence: nothingBefore([where]),
        unserved: where,
      };
    case 'not-ours':
      return { shares: outcome.shares, sentence: `${describeServing(outcome.shares, regional)}.` };
    case 'left':
    case 'failed': {
      const what =
        outcome.kind === 'left'
          ? `It is unknown whether the release was committed, so ${where} was not changed:`
          : `The traffic of ${where} could not be restored:`;
      const { error } = outcome;
      const why = error instanceof CloudError ? describeCloudError(error) : error.message.replace(/\.?$/, '.');
      const message = `${what} ${why}`;
      log.error(message);
      const known = before ? `; before this step it was ${listShares(before)}` : '';
      return { shares: undefined, sentence: `${message} Which revision serves ${where} is unknown${known}. ${again}` };
    }
  }
}

/** Whether `main` left anything for `post`. */
export const leftWork = (context: Context): boolean =>
  [ROLLOUT_STATE, EXECUTIONS_STATE].some((name) => context.state(name) !== '');

/** `post`: ends the release if `main` was killed, then cancels the jobs that it left running. */
export async function post(inputs: DeployInputs | undefined, context: Context): Promise<void> {
  if (!inputs) return;
  try {
    await endLeft(inputs, context);
  } finally {
    await cancelLeft(inputs, context);
  }
}

/** Names become part of addresses. What belongs to a release is decided by the record of each service. */
const isRolloutState = (value: unknown): value is RolloutState => {
  const { id, sites, undo } = (value ?? {}) as Partial<RolloutState>;
  const isName = (text: unknown) => typeof text === 'string' && /^[a-z0-9-]+$/.test(text);
  const isKind = (kind: unknown) => kind === 'Service' || kind === 'WorkerPool';
  return (
    typeof id === 'string' &&
    (undo === undefined || isRollbackUndo(undo)) &&
    Array.isArray(sites) &&
    sites.every((site) => isKind(site?.kind) && isName(site?.region) && isName(site?.service))
  );
};

async function endLeft(inputs: DeployInputs, context: Context): Promise<void> {
  const left = readLeft(context, ROLLOUT_STATE, isRolloutState);
  if (!left) return;
  const { id, sites, committing = false, undo } = left;
  const timed = withDeadline(context, inputs.rollout.timeout);
  const clients = createClients(timed, inputs, timed.signal);
  const all = sites.map(({ kind, region, service, layer = 0 }) => ({
    regional: createRegionalService({ context: timed, clients, kind, project: inputs.project, region, service }),
    layer,
    before: undefined,
  }));
  const [lead] = all;
  // The canary continues without a runner. The killed run had only to report that.
  if (lead && canaryOn(await lead.regional.api.get(lead.regional.name), id)) return;
  const options = { mayBeCommitted: committing, undo, again: 'Check it in the console now.' };
  for (const sentence of describeEnded((await endRelease(timed, inputs, id, all, options)).members))
    context.log.notice(sentence);
}
