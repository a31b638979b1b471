/**
 * Exceptions from policy rules: `TARGET until YYYY-MM-DD: REASON`, where TARGET is the variable or container that the rule
 * complains about, and absent where it is about the resource as a whole. They stand in the manifest, in the annotation
 * `actions.orchestra.dev/policy-exception.RULE` (one per line), or in the input `policy-exceptions`, after the rule. Pure.
 *
 * Version 1.0 had a reason alone, for the whole rule. That still counts, with a warning, and never for what an issuer's own
 * format shows to be a secret (docs/adr/0008-policy-exceptions.md).
 */
import { ANNOTATION_PREFIX } from '../records/annotations.ts';
import type { ExceptionTerms, ExceptionText, PolicyFinding, PolicyRule } from './types.ts';

const PREFIX = `${ANNOTATION_PREFIX}policy-exception.`;

export interface PolicyException extends ExceptionTerms, Pick<ExceptionText, 'where' | 'path'> {
  readonly rule: PolicyRule;
  /** Written for version 1.0: a reason alone. */
  readonly former: boolean;
}

/** The annotations of a manifest that are exceptions. */
export const exceptionsIn = (annotations: Readonly<Record<string, string>> = {}): ExceptionText[] =>
  Object.entries(annotations).flatMap(([key, value]): ExceptionText[] => {
    if (!key.startsWith(PREFIX)) return [];
    const rule = key.slice(PREFIX.length);
    const at = { rule, where: key, path: ['annotations', key] };
    const lines = value.split('\n').filter((line) => line.trim() !== '');
    if (!lines.some((line) => DATED.test(line.trim()))) return [{ ...at, text: value }];
    return lines.map((text) => ({ ...at, text }));
  });

/** A line of the input `policy-exceptions`: `RULE TARGET until YYYY-MM-DD: REASON`. Throws an Error with a message for the user. */
export function parseExceptionLine(line: string): ExceptionText {
  const [, rule = '', text = ''] = /^([a-z][a-z-]*)\s+(.*)$/.exec(line.trim()) ?? [];
  if (!DATED.test(text))
    throw new Error(
      `"${line}" is not an exception. Write RULE TARGET until YYYY-MM-DD: REASON, for instance no-plain-secrets MAPS_KEY until 2027-06-30: restricted to our domains. TARGET is a variable or container.`,
    );
  return { rule, text, where: `input policy-exceptions: ${rule}` };
}

const DATED = /^(?:(\S+)\s+)?until\s+(\d[\d-]*)\s*:\s*(.*)$/;

/** The exception, or what is wrong with it as the rest of a sentence. `whole` tells a rule about the resource as a whole. */
export function parseException(
  { text, where, path, rule }: ExceptionText,
  whole: boolean,
): PolicyException | { readonly problem: string } {
  const base = { rule: rule as PolicyRule, where, ...(path && { path }) };
  const [dated, target, until = '', reason = ''] = DATED.exec(text.trim()) ?? [];
  if (dated === undefined) {
    if (text.trim() === '')
      return { problem: `has no reason. Write ${whole ? '' : 'TARGET '}until YYYY-MM-DD: REASON.` };
    return { ...base, reason: text.trim(), target: undefined, until: undefined, former: true };
  }
  if (!isDate(until)) return { problem: `has the date "${until}". Write it as YYYY-MM-DD.` };
  if (target === undefined && !whole)
    return { problem: 'has no variable or container. Write TARGET until YYYY-MM-DD: REASON.' };
  if (!hasSubstance(reason))
    return { problem: `has no reason that a reviewer can judge ("${reason}"). Explain in a sentence why it is safe.` };
  return { ...base, reason: reason.trim(), target, until, former: false };
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Three different words, and not only such as say nothing. */
export function hasSubstance(reason: string): boolean {
  const words = new Set(reason.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  for (const empty of EMPTY) words.delete(empty);
  return words.size >= 3;
}
const EMPTY =
  'todo tbd fixme xxx test temporary temp later reason because why exception needed ignore skip asdf foo bar none the and this that for now'.split(
    ' ',
  );

/** Whether the last day of the exception is over. Days are those of UTC. */
export const isExpired = ({ until }: ExceptionTerms, now: number): boolean =>
  until !== undefined && now >= Date.parse(`${until}T00:00:00Z`) + DAY;

const DAY = 86_400_000;
/** Long enough to fix what an exception is for. */
const SUGGESTED = 90 * DAY;

export const suggestedDate = (now: number): string => new Date(now + SUGGESTED).toISOString().slice(0, 10);

/** Whether the exception is for this finding. */
export function covers(exception: PolicyException, rule: PolicyRule, finding: PolicyFinding): boolean {
  if (exception.rule !== rule) return false;
  if (exception.former) return finding.certain !== true;
  if (finding.targets === undefined) return true;
  return exception.target !== undefined && finding.targets.includes(exception.target);
}

/** `TARGET until YYYY-MM-DD: REASON` of an exception that would allow the finding. */
export const allowingText = ({ targets }: PolicyFinding, now: number, reason = 'REASON'): string =>
  `${targets ? `${targets[0]} ` : ''}until ${suggestedDate(now)}: ${reason}`;

export const textOf = ({ target, until, reason }: PolicyException): string =>
  until === undefined ? reason : `${target === undefined ? '' : `${target} `}until ${until}: ${reason}`;

/** The exceptions as they stand in the manifest, in the one annotation that a rule has, or in the input. */
export const exceptionLines = (rule: PolicyRule, texts: readonly string[], place: 'manifest' | 'input'): string =>
  place === 'input'
    ? texts.map((text) => `${rule} ${text}`).join(' and ')
    : `${PREFIX}${rule}: ${JSON.stringify(texts.join('\n'))}`;
