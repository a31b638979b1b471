/** Judges what inputs name, such as build arguments, by the rules for manifests. */
import type { InputReader } from '../runtime/inputs.ts';
import { judgeFindings, type RuleFinding } from './apply-exceptions.ts';
import { parseExceptionLine } from './exceptions.ts';
import { describeExceptions } from './report.ts';
import type { ExceptionText } from './types.ts';

/** Reads the input `policy-exceptions`. */
export const readExceptions = (reader: InputReader): readonly ExceptionText[] =>
  reader.parseList('policy-exceptions', parseExceptionLine);

export interface JudgedInputs {
  /** The exceptions in force, a sentence each. */
  readonly exceptions: readonly string[];
  readonly warnings: readonly string[];
}

/** Adds a problem of the input for each violation that no exception allows. `found` says which input each is of. */
export function judgeInputs(
  reader: InputReader,
  found: readonly (RuleFinding & { readonly input: string })[],
  texts: readonly ExceptionText[],
  now: number,
  policy: 'enforce' | 'warn' = 'enforce',
): JudgedInputs {
  const sources = { place: 'input', texts } as const;
  const { exceptionProblems, violations } = judgeFindings(found, sources, now, () => undefined);
  const warnings = exceptionProblems.filter(({ lenient }) => lenient).map(({ message }) => message);
  violations.forEach(({ rule, exception, message }, i) => {
    if (exception) return;
    if (policy === 'warn') warnings.push(`${rule}: ${message}`);
    else reader.problem(found[i]?.input ?? '', message);
  });
  for (const { message, lenient } of exceptionProblems) if (!lenient) reader.problem('policy-exceptions', message);
  return { exceptions: describeExceptions(violations), warnings };
}
