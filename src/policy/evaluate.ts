/**
 * Evaluates the policy rules on the resource that is about to be deployed (after `image` and `substitutions` were put
 * in), with the file and line of the manifest where there is one. What each rule requires is in `rules.ts`, how exceptions are
 * written in `exceptions.ts`. Pure.
 */
import { PolicyError } from '../runtime/errors.ts';
import { type ExceptionSources, judgeFindings } from './apply-exceptions.ts';
import { exceptionsIn } from './exceptions.ts';
import { RULES } from './rules.ts';
import type { PolicyFacts, PolicyRule, PolicySubject, PolicyViolation } from './types.ts';

/** All violations, allowed ones included. Without `sources`, exceptions are those of the resource's annotations. */
export function judge(
  subject: PolicySubject,
  facts: PolicyFacts,
  sources: ExceptionSources = { place: 'manifest', texts: exceptionsIn(subject.resource.annotations) },
): PolicyViolation[] {
  const found = Object.entries(RULES).flatMap(([rule, { judge }]) =>
    judge(subject, facts).map((finding) => ({ rule: rule as PolicyRule, finding })),
  );
  const { exceptionProblems, violations } = judgeFindings(found, sources, facts.now, (path) => subject.locate?.(path));
  return [...exceptionProblems, ...violations];
}

/** Throws `PolicyError` with the violations that no exception allows, if there are any. */
export function enforce(violations: readonly PolicyViolation[]): void {
  const open = violations.filter(({ exception, lenient }) => exception === undefined && !lenient);
  if (open.length === 0) return;
  throw new PolicyError(
    open.map(({ rule, message, location }) => ({ subject: rule, message, ...(location && { location }) })),
  );
}
