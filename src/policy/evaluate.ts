/**
 * Evaluates the policy rules on the resource that is about to be deployed (after `image` and `substitutions` were put
 * in), with the file and line of the manifest where there is one. What each rule requires is in `rules.ts`, how exceptions are
 * written in `exceptions.ts`. Pure.
 */
import type { Path } from '../manifest/index.ts';
import { type Location, PolicyError } from '../runtime/errors.ts';
import {
  allowingLine,
  covers,
  exceptionsIn,
  hasSubstance,
  isExpired,
  type PolicyException,
  parseException,
} from './exceptions.ts';
import { RULES } from './rules.ts';
import type { ExceptionText, PolicyFacts, PolicyFinding, PolicyRule, PolicySubject, PolicyViolation } from './types.ts';

export interface ExceptionSources {
  /** Where a new exception is to be written. */
  readonly place: 'manifest' | 'input';
  readonly texts: readonly ExceptionText[];
}

/** All violations, excused ones included. Without `sources`, exceptions are those of the resource's annotations. */
export function judge(
  subject: PolicySubject,
  facts: PolicyFacts,
  sources: ExceptionSources = { place: 'manifest', texts: exceptionsIn(subject.resource.annotations) },
): PolicyViolation[] {
  const found = Object.entries(RULES).flatMap(([rule, { judge }]) =>
    judge(subject, facts).map((finding) => ({ rule: rule as PolicyRule, finding })),
  );
  return judgeFindings(found, sources, facts.now, (path) => subject.locate?.(path));
}

export interface RuleFinding {
  readonly rule: PolicyRule;
  readonly finding: PolicyFinding;
}

/** Puts findings and exceptions together. */
export function judgeFindings(
  found: readonly RuleFinding[],
  { place, texts }: ExceptionSources,
  now: number,
  locate: (path: Path) => Location | undefined,
): PolicyViolation[] {
  const at = (path: Path | undefined): { location?: Location } => {
    const location = path && locate(path);
    return location ? { location } : {};
  };
  const exceptions: PolicyException[] = [];
  const about: PolicyViolation[] = [];
  const say = (message: string, { path }: Pick<ExceptionText, 'path'>, lenient: boolean) =>
    about.push({ rule: 'policy-exception', message, ...at(path), ...(lenient && { lenient }) });
  for (const text of texts) {
    const problem = ruleProblem(text.rule);
    const parsed = problem ? { problem } : parseException(text, RULES[text.rule as PolicyRule].whole);
    if ('problem' in parsed) say(`${text.where} ${parsed.problem}`, text, false);
    else if (isExpired(parsed, now))
      say(`${nameOf(parsed)} expired on ${parsed.until}. Fix what it was for, or extend it in a review.`, text, true);
    else exceptions.push(parsed);
  }
  const used = new Map<PolicyException, RuleFinding[]>();
  const violations = found.map(({ rule, finding }): PolicyViolation => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path, lenient } = finding;
    const base = { rule, ...at(path), ...(lenient && { lenient }) };
    if (exception) {
      used.set(exception, [...(used.get(exception) ?? []), { rule, finding }]);
      const { reason, target, until } = exception;
      return { ...base, message, excuse: { reason, target, until } };
    }
    if (!RULES[rule].excusable || lenient) return { ...base, message };
    const where = place === 'manifest' ? 'in metadata.annotations' : 'in the input policy-exceptions';
    return {
      ...base,
      message: `${message} If it must stay, write ${where}: ${allowingLine(rule, finding, place, now)}`,
    };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) say(formerAdvice(exception, findings, place, now), exception, true);
    // Those of an input may be for another action of the same workflow.
    else if (findings.length === 0 && exception.path)
      say(`${nameOf(exception)} excuses nothing any more. Remove it.`, exception, true);
  }
  return [...about, ...violations];
}

/** An exception as version 1.0 took it: what to write instead. */
function formerAdvice(
  { where, reason, rule }: PolicyException,
  findings: readonly RuleFinding[],
  place: 'manifest' | 'input',
  now: number,
): string {
  if (findings.length === 0) return `${where} excuses nothing. Remove it.`;
  const lines = findings.map(({ finding }) => allowingLine(rule, finding, place, now, reason));
  const missing = findings.some(({ finding }) => finding.targets) ? 'no variable or container and no' : 'no';
  const weak = hasSubstance(reason) ? '' : ' Its reason tells a reviewer nothing, either.';
  return `${where} names ${missing} expiry date, which version 2 requires.${weak} Write: ${[...new Set(lines)].join(' and ')}`;
}

const nameOf = ({ where, target }: PolicyException): string => (target ? `${where} for ${target}` : where);

function ruleProblem(rule: string): string | undefined {
  if (!Object.hasOwn(RULES, rule)) return `names an unknown policy rule. The rules: ${Object.keys(RULES).join(', ')}.`;
  if (!RULES[rule as PolicyRule].excusable)
    return 'is not possible: this rule is about the commit, not about the manifest.';
  return undefined;
}

/** Throws `PolicyError` with the violations that have no excuse, if there are any. */
export function enforce(violations: readonly PolicyViolation[]): void {
  const open = violations.filter(({ excuse, lenient }) => excuse === undefined && !lenient);
  if (open.length === 0) return;
  throw new PolicyError(
    open.map(({ rule, message, location }) => ({ subject: rule, message, ...(location && { location }) })),
  );
}
