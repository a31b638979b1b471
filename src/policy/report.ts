/** Reports policy violations: in the log, in an error, and as notes of a plan. */
import type { Log } from '../runtime/log.ts';
import { describeExcuses } from './describe-exceptions.ts';
import { enforce } from './evaluate.ts';
import type { PolicyViolation } from './types.ts';

/**
 * Logs warnings, and throws `PolicyError` for what is refused, unless the policy is only to warn. Returns the exceptions in
 * force, a sentence each, for the log and the summary.
 */
export function reportViolations(
  violations: readonly PolicyViolation[],
  policy: 'enforce' | 'warn',
  log: Pick<Log, 'warning'>,
): string[] {
  for (const { rule, message, location, lenient, excuse } of violations)
    if (!excuse && (policy === 'warn' || lenient)) log.warning(`${rule}: ${message}`, location);
  if (policy === 'enforce') enforce(violations);
  return describeExcuses(violations);
}
