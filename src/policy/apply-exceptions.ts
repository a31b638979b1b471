/** Puts what the rules found and the exceptions together. Knows the rules by what they are, not by what they look for. Pure. */
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
  /** False if an exception is not possible. */
  readonly excusable: boolean;
  /** True if it is about the resource as a whole, so that an exception has no variable or container. */
  readonly whole: boolean;
}

const ONE = { excusable: true, whole: false };
const WHOLE = { excusable: true, whole: true };

export const RULE_KINDS: Readonly<Record<PolicyRule, RuleKind>> = {
  'no-latest': ONE,
  'digest-only': ONE,
  'startup-probe': ONE,
  'no-plain-secrets': ONE,
  'no-public-database': ONE,
  'min-instances': WHOLE,
  'no-health-check-disabled': WHOLE,
  'required-checks': { excusable: false, whole: true },
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
    const parsed = problem ? { problem } : parseException(text, RULE_KINDS[text.rule as PolicyRule].whole);
    if ('problem' in parsed) say(`${text.where} ${parsed.problem}`, text, false);
    else if (isExpired(parsed, now))
      say(`${nameOf(parsed)} expired on ${parsed.until}. Fix what it was for, or extend it in a review.`, text, true);
    else exceptions.push(parsed);
  }
  const isOpen = ({ rule, finding }: RuleFinding): boolean =>
    RULE_KINDS[rule].excusable && !finding.lenient && !exceptions.some((one) => covers(one, rule, finding));
  const refused = found.filter(isOpen);
  /** A manifest has one annotation for each rule: an exception is added to those that are there. */
  const wayOut = (rule: PolicyRule, finding: PolicyFinding): string => {
    const where = place === 'manifest' ? 'in metadata.annotations' : 'in the input policy-exceptions';
    const present = place === 'manifest' ? exceptions.filter((one) => one.rule === rule && one.path).map(textOf) : [];
    const lines = (findings: readonly PolicyFinding[]) =>
      exceptionLines(rule, [...present, ...findings.map((one) => allowingText(one, now))], place);
    const alike = refused.filter((one) => one.rule === rule).map((one) => one.finding);
    const all =
      place === 'manifest' && alike.length > 1 && alike.at(-1) === finding
        ? `If all ${alike.length} must stay, write ${where}: ${lines(alike)} `
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
      return { ...base, message, excuse: { reason, target, until } };
    }
    if (!RULE_KINDS[rule].excusable || lenient) return { ...base, message };
    return { ...base, message: `${message} ${wayOut(rule, finding)}` };
  });
  for (const exception of exceptions) {
    const findings = used.get(exception) ?? [];
    if (exception.former) say(formerAdvice(exception, findings, place, now), exception, true);
    // Those of an input may be for another action of the same workflow.
    else if (findings.length === 0 && exception.path)
      say(`${nameOf(exception)} no longer applies to anything. Remove it.`, exception, true);
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
  if (!RULE_KINDS[rule as PolicyRule].excusable)
    return 'is not possible: this rule is about the commit, not about the manifest.';
  return undefined;
}
