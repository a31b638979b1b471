/** Applies the exceptions to what the rules found. Pure. */
import { closest, distance } from 'fastest-levenshtein';
import type { Path } from '../manifest/index.ts';
import type { Location } from '../runtime/errors.ts';
import {
  allowingText,
  covers,
  exceptionLines,
  hasSubstance,
  isExpired,
  type PolicyException,
  parseException,
  textOf,
} from './exceptions.ts';
import type { ExceptionText, PolicyFinding, PolicyRule, PolicyViolation } from './types.ts';

interface RuleKind {
  readonly allowsExceptions: boolean;
  /** True if it is about the resource as a whole, so that an exception has no variable or container. */
  readonly whole: boolean;
}

const ONE = { allowsExceptions: true, whole: false };
const WHOLE = { allowsExceptions: true, whole: true };

export const RULE_KINDS: Readonly<Record<PolicyRule, RuleKind>> = {
  'no-latest': ONE,
  'digest-only': ONE,
  'startup-probe': ONE,
  'no-plain-secrets': ONE,
  'no-public-database': ONE,
  'min-instances': WHOLE,
  'no-health-check-disabled': WHOLE,
  'required-checks': { allowsExceptions: false, whole: true },
};

export interface ExceptionSources {
  /** Where a new exception is to be written. */
  readonly place: 'manifest' | 'input';
  readonly texts: readonly ExceptionText[];
}

export interface RuleFinding {
  readonly rule: PolicyRule;
  readonly finding: PolicyFinding;
}

export interface JudgedFindings {
  /** What is wrong with the exceptions themselves. */
  readonly exceptionProblems: readonly PolicyViolation[];
  /** One for each finding, in the same order. */
  readonly violations: readonly PolicyViolation[];
}

export function judgeFindings(
  found: readonly RuleFinding[],
  { place, texts }: ExceptionSources,
  now: number,
  locate: (path: Path) => Location | undefined,
): JudgedFindings {
  const at = (path: Path | undefined): { location?: Location } => {
    const location = path && locate(path);
    return location ? { location } : {};
  };
  const exceptions: PolicyException[] = [];
  const exceptionProblems: PolicyViolation[] = [];
  const addProblem = (message: string, { path }: Pick<ExceptionText, 'path'>, lenient: boolean) =>
    exceptionProblems.push({ rule: 'policy-exception', message, ...at(path), ...(lenient && { lenient }) });
  for (const text of texts) {
    const problem = ruleProblem(text.rule);
    const parsed = problem ? { problem } : parseException(text, RULE_KINDS[text.rule as PolicyRule].whole);
    if ('problem' in parsed) addProblem(`${text.where} ${parsed.problem}`, text, false);
    else if (isExpired(parsed, now))
      addProblem(
        `${nameOf(parsed)} expired on ${parsed.until}. Fix what it was for, or extend it in a review.`,
        text,
        true,
      );
    else exceptions.push(parsed);
  }
  const isRefused = ({ rule, finding }: RuleFinding): boolean =>
    RULE_KINDS[rule].allowsExceptions && !finding.lenient && !exceptions.some((one) => covers(one, rule, finding));
  const refused = found.filter(isRefused);
  // A manifest has one annotation for each rule: an exception is added to those that are there.
  const howToAllow = (rule: PolicyRule, finding: PolicyFinding): string => {
    const where = place === 'manifest' ? 'in metadata.annotations' : 'in the input policy-exceptions';
    const present = place === 'manifest' ? exceptions.filter((one) => one.rule === rule && one.path).map(textOf) : [];
    const lines = (findings: readonly PolicyFinding[]) =>
      exceptionLines(rule, [...present, ...findings.map((one) => allowingText(one, now))], place);
    const ofRule = refused.filter((one) => one.rule === rule).map((one) => one.finding);
    const all =
      place === 'manifest' && ofRule.length > 1 && ofRule.at(-1) === finding
        ? `If all ${ofRule.length} must stay, write ${where}: ${lines(ofRule)} `
        : '';
    return `${all}If ${all ? 'only this one' : 'it'} must stay, write ${where}: ${lines([finding])}`;
  };
  const used = new Map<PolicyException, RuleFinding[]>();
  const violations = found.map(({ rule, finding }): PolicyViolation => {
    const exception = exceptions.find((one) => covers(one, rule, finding));
    const { message, path, lenient } = finding;
    const base = { rule, ...at(path), ...(lenient && { lenient }) };
    if (exception) {
      used.set(exception, [...(used.get(exception) ?? []), { rule, finding }]);
      const { reason, target, until } = exception;
      return { ...base, message, exception: { reason, target, until } };
    }
    if (!RULE_KINDS[rule].allowsExceptions || lenient) return { ...base, message };
    return { ...base, message: `${message} ${howToAllow(rule, finding)}` };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) addProblem(formerAdvice(exception, findings, place, now), exception, true);
    // An exception in an input may be for another action of the same workflow.
    else if (findings.length === 0 && exception.path)
      addProblem(`${nameOf(exception)} no longer applies to anything. Remove it.`, exception, true);
  }
  return { exceptionProblems, violations };
}

/** What to write instead of an exception in the format of version 1.0. */
function formerAdvice(
  { where, reason, rule }: PolicyException,
  findings: readonly RuleFinding[],
  place: 'manifest' | 'input',
  now: number,
): string {
  if (findings.length === 0) return `${where} applies to nothing. Remove it.`;
  const texts = new Set(findings.map(({ finding }) => allowingText(finding, now, reason)));
  const missing = findings.some(({ finding }) => finding.targets) ? 'no variable or container and no' : 'no';
  const weak = hasSubstance(reason) ? '' : ' Its reason is not meaningful, either.';
  return `${where} names ${missing} expiry date, which version 2 requires.${weak} Write: ${exceptionLines(rule, [...texts], place)}`;
}

const nameOf = ({ where, target }: PolicyException): string => (target ? `${where} for ${target}` : where);

function ruleProblem(rule: string): string | undefined {
  if (!Object.hasOwn(RULE_KINDS, rule)) {
    const rules = Object.keys(RULE_KINDS);
    const near = closest(rule, rules);
    const hint = distance(rule, near) <= 3 ? ` Did you mean ${near}?` : '';
    return `names an unknown policy rule.${hint} The rules: ${rules.join(', ')}.`;
  }
  if (!RULE_KINDS[rule as PolicyRule].allowsExceptions)
    return 'is not possible: this rule is about the commit, not about the manifest.';
  return undefined;
}
