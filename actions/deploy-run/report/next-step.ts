/** Advice after a failure, in one sentence at the end. Pure. */
import { BlockedError } from '../../../src/freeze/freeze.ts';
import {
  CloudError,
  InputError,
  isAbort,
  OutcomeError,
  PolicyError,
  TimedOutError,
} from '../../../src/runtime/errors.ts';
import { isTransient } from '../../../src/runtime/retry.ts';
import type { StepRequest } from '../plan/request.ts';
import { OvertakenError } from '../service/ownership.ts';

/** Undefined if the message itself says what to change. `kind` is that of the step. */
export function nextStep(error: unknown, kind: StepRequest['kind']): string | undefined {
  if (error instanceof InputError || error instanceof PolicyError || error instanceof BlockedError) return undefined;
  if (error instanceof OvertakenError) return 'No action is needed unless that run fails.';
  if (error instanceof TimedOutError)
    return 'Run this step again: it continues where this one stopped. Or increase the input timeout.';
  if (isAbort(error)) return 'Run this step again if the deploy is still wanted.';
  if (kind === 'rollback' && isTransient(error))
    return 'Run the rollback again now: of several services, it leaves out those that do not respond, and rolls back the others.';
  if (error instanceof CloudError) return 'Fix the cause that the message names, then run this step again.';
  if (error instanceof OutcomeError && /failed its health check/.test(error.message))
    return 'Check the last response and the log of the revision. If the application has an error, push a fix. If it was slow to start, increase probe-timeout. If the path is wrong, correct probe-path.';
  return 'Fix the cause that the message names, then run this step again. This is always safe.';
}
