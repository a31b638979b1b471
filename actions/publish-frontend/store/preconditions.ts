/** Writes that Cloud Storage refused because a precondition failed (412), and their errors. */
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { ABSENT, type Generation, type StoredObject } from './stored-object.ts';

export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof CloudError && error.status === status;
}

/** What a precondition compares with: the object's generation, `0` without an object. */
export function generationOf(object: Pick<StoredObject, 'generation'> | undefined): Generation {
  return object?.generation ?? ABSENT;
}

/**
 * The error for a write that was refused with 412. `explained`: the object is not what it was when this run read it. Otherwise
 * the reason is the server's own, such as an organization policy (https://cloud.google.com/storage/docs/json_api/v1/status-codes).
 */
export function preconditionFailure(error: unknown, name: string, explained: boolean): OutcomeError {
  const { message, code } = error as CloudError;
  return new OutcomeError(
    explained
      ? `Object ${name} was changed by another run or user while this step ran. Every page still loads; run this step again to finish.`
      : `Cloud Storage refused to write object ${name} (412${code === undefined ? '' : ` ${code}`}): ${message} The object has not changed since this step read it, so no other run is the reason. Check the policies of the bucket and of its organization.`,
    { cause: error },
  );
}
