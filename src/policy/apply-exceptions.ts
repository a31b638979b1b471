/** Puts what the rules found and the exceptions together. Knows the rules by what they are, not by what they look for. Pure. */
import { closest, distance } from 'fastest-levenshtein';
import type { Path } from '../manifest/index.ts';
import type { Location } from '../runtime/errors.ts';
import { allowingLine, covers, hasSubstance, isExpired, type PolicyException, parseException } from './exceptions.ts';
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
  const lines = findings.map(({ finding }) => allowingLine(rule, finding, place, now, reason));
  const missing = findings.some(({ finding }) => finding.targets) ? 'no variable or container and no' : 'no';
  const weak = hasSubstance(reason) ? '' : ' Its reason is not meaningful, either.';
  return `${where} names ${missing} expiry date, which version 2 requires.${weak} Write: ${[...new Set(lines)].join(' and ')}`;
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
