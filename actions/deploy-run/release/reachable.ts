/** A rollback of several services rolls back those that respond. It fails at its end, naming the others, which the next one rolls back. */
import { CloudError, mergeErrors, OutcomeError } from '../../../src/runtime/errors.ts';
import { describeCloudError } from '../../../src/runtime/report.ts';
import type { FoundService } from '../manifest/load-services.ts';
import type { EventSink } from '../service/outcome.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { readIfReachable, type StepContext } from '../service/step-context.ts';

export interface Reached {
  readonly reachable: readonly FoundService[];
  readonly silent: readonly { readonly regional: RegionalService; readonly error: CloudError }[];
}

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

/** Reports each service that did not respond. */
export function reportSilent(
  { silent }: Reached,
  { context: { log }, inputs: { dryRun } }: StepContext,
  events: EventSink,
) {
  for (const { regional, error } of silent) {
    const state = `${describeSilent([{ regional }])} ${dryRun ? 'would not be' : 'was not'} rolled back: it did not respond.`;
    log.warning(`${state} ${describeCloudError(error)}`);
    events.push({
      name: regional.name,
      kind: 'ended',
      ending: { kind: 'failed', state, reason: describeCloudError(error), next: AGAIN },
    });
  }
}

/** What the record of the others says about them; undefined if all responded. */
export const missingNote = ({ silent }: Reached): string | undefined =>
  silent.length === 0 ? undefined : `${describeSilent(silent)} did not respond, and ${were(silent)} not rolled back`;

/** The error of a rollback that left services out; undefined if all responded. */
export function incompleteRollback({ silent }: Reached): OutcomeError | undefined {
  const [first] = silent;
  if (!first) return undefined;
  return new OutcomeError(
    `${describeSilent(silent)} did not respond, and ${were(silent)} not rolled back. The others were. ${describeCloudError(first.error)} What to do: ${AGAIN}`,
    { cause: first.error },
  );
}

const AGAIN = 'Run the rollback again once the region responds: it leaves the others as they are.';

const describeSilent = (silent: readonly { readonly regional: RegionalService }[]): string =>
  silent.map(({ regional: { service, region } }) => `${service} in ${region}`).join(', ');

const were = ({ length }: readonly unknown[]): string => (length === 1 ? 'was' : 'were');
