/** Ownership of a service by a rollout. Every write of a rollout checks it first. */
import type { Service } from '../../../src/google/run/resources.ts';
import { describeServiceHold, holdOf, type ServiceHold } from '../../../src/records/holds.ts';
import { OutcomeError } from '../../../src/runtime/errors.ts';
import { describeRollout, type RolloutRecord, rolloutOf } from '../plan/records.ts';

/** Another run has taken the service over, so this run must not change it. */
export class OvertakenError extends OutcomeError {}

export const isOurs = (service: Service | undefined, id: string): boolean => rolloutOf(service)?.id === id;

/** Returns the record of the rollout if it is still this run's, else throws `OvertakenError`. */
export function ourRollout(service: Service, id: string): RolloutRecord {
  const record = rolloutOf(service);
  if (record?.id === id && record.release?.aborted)
    throw new OvertakenError('Another run has ended this release. This run stopped.');
  if (record?.id === id) return record;
  const who = record ? `${describeRollout(record)} has taken the service over.` : 'Another run has ended this rollout.';
  throw new OvertakenError(`${who} This run stopped and made no further changes.`);
}

type HoldId = Pick<ServiceHold, 'at' | 'runUrl'>;

export const isSameHold = (a: HoldId | undefined, b: HoldId | undefined): boolean =>
  a !== undefined && a.at === b?.at && a.runUrl === b.runUrl;

/** True for the hold that this rollback set with its record, and not one that a user set later. */
export function isOwnHold(
  { kind, runUrl, candidate, startedAt }: RolloutRecord,
  hold: ServiceHold | undefined,
): boolean {
  return kind === 'rollback' && hold?.runUrl === runUrl && hold.revision === candidate && hold.at <= startedAt;
}

/** The hold that a rollback restores if it fails: the one before an interrupted rollback whose own hold stands, else the standing one. */
export function holdBeforeRollback(service: Service): ServiceHold | undefined {
  const record = rolloutOf(service);
  const hold = holdOf(service);
  return record && isOwnHold(record, hold) ? record.holdBefore : hold;
}

/** The hold of the service, unless it is the one that was known when the rollout began. */
export function newHoldOn(service: Service | undefined, known: ServiceHold | undefined): ServiceHold | undefined {
  const hold = holdOf(service);
  return isSameHold(hold, known) ? undefined : hold;
}

/** Throws if a hold was set after the rollout began. */
export function checkNoNewHold(service: Service, known: ServiceHold | undefined): void {
  const hold = newHoldOn(service, known);
  if (!hold) return;
  throw new OvertakenError(`${describeServiceHold(hold)} This run stopped and made no further changes.`);
}
