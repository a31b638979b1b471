/**
 * Evaluates the policy rules on the resource that is about to be deployed (after `image` and `substitutions` were put
 * in), with the file and line of the manifest where there is one. What each rule requires is in `rules.ts`.
 *
 * An exception is written down where the rule is broken, in `metadata.annotations`, with its reason:
 * `actions.orchestra.dev/policy-exception.startup-probe: "speaks only MQTT; moves to gRPC in May"`.
 */
import type { Path } from '../../../src/manifest/index.ts';
import { type Location, PolicyError } from '../../../src/runtime/errors.ts';
import { RULES } from './rules.ts';
import type { PolicyFacts, PolicyRule, PolicySubject, PolicyViolation } from './types.ts';

const EXCEPTION = 'actions.orchestra.dev/policy-exception.';

/** All violations, excused ones included. */
export function judge(subject: PolicySubject, facts: PolicyFacts): PolicyViolation[] {
  const place = (path: Path): { location?: Location } => {
    const location = subject.locate?.(path);
    return location ? { location } : {};
  };
  const exceptions = new Map<string, string>();
  const wrong: PolicyViolation[] = [];
  for (const [key, reason] of Object.entries(subject.resource.annotations ?? {})) {
    if (!key.startsWith(EXCEPTION)) continue;
    const rule = key.slice(EXCEPTION.length);
    const problem = exceptionProblem(rule, reason);
    if (problem) wrong.push({ rule: 'policy-exception', message: `${key} ${problem}`, ...place(['annotations', key]) });
    else exceptions.set(rule, reason.trim());
  }
  const violations = Object.entries(RULES).flatMap(([id, { judge }]) =>
    judge(subject, facts).map(({ message, path }): PolicyViolation => {
      const excuse = exceptions.get(id);
      return { rule: id as PolicyRule, message, ...(path && place(path)), ...(excuse !== undefined && { excuse }) };
    }),
  );
  return [...wrong, ...violations];
}

function exceptionProblem(rule: string, reason: string): string | undefined {
  if (!Object.hasOwn(RULES, rule)) return `names an unknown policy rule. The rules: ${Object.keys(RULES).join(', ')}.`;
  if (!RULES[rule as PolicyRule].excusable)
    return 'is not possible: this rule is about the commit, not about the manifest.';
  if (reason.trim() === '') return 'gives no reason. Write why, and until when.';
  return undefined;
}

/** Throws `PolicyError` with the violations that have no excuse, if there are any. */
export function enforce(violations: readonly PolicyViolation[]): void {
  const open = violations.filter(({ excuse }) => excuse === undefined);
  if (open.length === 0) return;
  throw new PolicyError(
    open.map(({ rule, message, location }) => ({ subject: rule, message, ...(location && { location }) })),
  );
}
