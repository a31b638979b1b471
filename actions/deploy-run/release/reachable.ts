/**
 * Rollbacks and holds of several services go on with those that respond. They fail at their end, naming the others, for which they are
 * repeated.
 */
import { CloudError, mergeErrors, OutcomeError } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import type { FoundService } from '../manifest/load-services.ts';
import type { PartialKind } from '../plan/request.ts';
import type { EventSink, RegionalResult } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { readIfReachable, type StepContext } from '../service/step-context.ts';

interface SilentService {
  readonly regional: RegionalService;
  readonly error: CloudError;
}

export interface Reached {
  readonly reachable: readonly FoundService[];
  /** `eachReached` adds those that stop responding. */
  readonly silent: SilentService[];
}

interface Undone {
  readonly undone: string;
  readonly again: string;
}

/** What was not done for services that did not respond, and how to repeat it. */
const UNDONE: Readonly<Record<PartialKind, Undone>> = {
  rollback: { undone: 'rolled back', again: 'Run the rollback again' },
  hold: { undone: 'put on hold', again: 'Set the hold again' },
  'release-hold': { undone: 'released from hold', again: 'Release the hold again' },
};

/** Reads all services at once, so that several that do not respond take one deadline together. Throws if none responds. */
export async function findReachable(found: readonly FoundService[], { unreachable }: StepContext): Promise<Reached> {
  const read = await Promise.all(
    found.map(async (one): Promise<FoundService | CloudError> => {
      if (one.read) return one;
      const service = await readIfReachable(one.regional, unreachable);
      return service instanceof CloudError ? service : { ...one, read: service };
    }),
  );
  const reachable = read.flatMap((one) => (one instanceof CloudError ? [] : [one]));
  const silent = read.flatMap((one, i) =>
    one instanceof CloudError ? [{ regional: (found[i] as FoundService).regional, error: one }] : [],
  );
  if (reachable.length === 0 && silent.length > 0) throw mergeErrors(silent.map(({ error }) => error));
  return { reachable, silent };
}

/** Works on one service after another. One that stops responding meanwhile keeps no other from its turn. */
export async function eachReached(
  { reachable, silent }: Reached,
  step: StepContext,
  events: EventSink,
  work: (regional: RegionalService) => Promise<RegionalResult>,
): Promise<RegionalResult[]> {
  const results: RegionalResult[] = [];
  for (const { regional } of reachable) {
    try {
      results.push(await work(regional));
    } catch (error) {
      if (!isTransient(error)) throw error;
      silent.push({ regional, error });
      reportSilent([{ regional, error }], step, events);
    }
  }
  if (results.length === 0) throw mergeErrors(silent.map(({ error }) => error));
  return results;
}

/** Reports each service that did not respond. */
export function reportSilent(silent: readonly SilentService[], step: StepContext, events: EventSink): void {
  const { dryRun } = step.inputs;
  const { undone } = wordsOf(step);
  for (const { regional, error } of silent) {
    const state = `${describeSilent([{ regional }])} ${dryRun ? 'would not be' : 'was not'} ${undone}: it did not respond.`;
    step.context.log.warning(`${state} ${describeCloudError(error)}`);
    events.push({
      name: regional.name,
      kind: 'ended',
      ending: { kind: 'failed', state, reason: describeCloudError(error), next: repeat(step) },
    });
  }
}

/** What the record of the others says about them; undefined if all responded. */
export const missingNote = ({ silent }: Reached, step: StepContext): string | undefined =>
  silent.length === 0 ? undefined : describeUndone(silent, step);

/** Throws the error of a run that left services out. */
export function refuseIncomplete({ silent }: Reached, step: StepContext): void {
  const [first] = silent;
  if (!first || step.inputs.dryRun) return;
  throw new OutcomeError(
    `${describeUndone(silent, step)}. The others were. ${describeCloudError(first.error)} What to do: ${repeat(step)}`,
    { cause: first.error },
  );
}

const wordsOf = ({ inputs: { request } }: StepContext): Undone => UNDONE[request.kind as PartialKind];

const repeat = (step: StepContext): string =>
  `${wordsOf(step).again} once the region responds: it leaves the others as they are.`;

const describeUndone = (silent: readonly SilentService[], step: StepContext): string =>
  `${describeSilent(silent)} did not respond, and ${silent.length === 1 ? 'was' : 'were'} not ${wordsOf(step).undone}`;

const describeSilent = (silent: readonly Pick<SilentService, 'regional'>[]): string =>
  silent.map(({ regional: { service, region } }) => `${service} in ${region}`).join(', ');
