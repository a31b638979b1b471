/** Describes the exceptions in force. */
import type { PolicyViolation } from './types.ts';

/** The exceptions in force, a sentence each. */
export const describeExcuses = (violations: readonly PolicyViolation[]): string[] => [
  ...new Set(violations.filter(({ excuse }) => excuse).map(describeExcuse)),
];

/** `Exception to no-plain-secrets for MAPS_KEY until 2027-06-30: restricted to our domains.` */
function describeExcuse({ rule, excuse }: PolicyViolation): string {
  const { target, until, reason = '' } = excuse ?? {};
  const term = until ? ` until ${until}` : ' without an expiry date';
  return `Exception to ${rule}${target ? ` for ${target}` : ''}${term}: ${reason.replace(/\.?$/, '.')}`;
}
