/** Reports policy violations: in the log, in an error, and as notes of a plan. */
import type { Log } from '../runtime/log.ts';
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
  for (const { rule, message, location, lenient, exception } of violations)
    if (!exception && (policy === 'warn' || lenient)) log.warning(`${rule}: ${message}`, location);
  if (policy === 'enforce') enforce(violations);
  return describeExceptions(violations);
}

/** The exceptions in force, a sentence each. */
export const describeExceptions = (violations: readonly PolicyViolation[]): string[] => [
  ...new Set(violations.filter(({ exception }) => exception).map(describeException)),
];

/** `Exception to no-plain-secrets for MAPS_KEY until 2027-06-30: restricted to our domains.` */
function describeException({ rule, exception }: PolicyViolation): string {
  const { target, until, reason = '' } = exception ?? {};
  const term = until ? ` until ${until}` : ' without an expiry date';
  return `Exception to ${rule}${target ? ` for ${target}` : ''}${term}: ${reason.replace(/\.?$/, '.')}`;
}
