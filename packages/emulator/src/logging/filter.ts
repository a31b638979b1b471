/**
 * The parts of the Logging query language that deployment clients use: comparisons, `AND`, `OR`, `NOT`, parentheses, text search.
 * https://cloud.google.com/logging/docs/view/logging-query-language
 */
import { invalid } from '../http/errors.ts';

type Entry = Readonly<Record<string, unknown>>;
export type Predicate = (entry: Entry) => boolean;

const SEVERITIES = ['DEFAULT', 'DEBUG', 'INFO', 'NOTICE', 'WARNING', 'ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY'];
const TOKEN = /\s*(?:(--[^\n]*)|("(?:[^"\\]|\\.)*")|(>=|<=|!=|=~|!~|[=:<>()-])|([^\s"=:<>()!~]+))/y;

const OPERATOR = /^(=|!=|>=|<=|>|<|:|=~|!~)$/;

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

export function parseFilter(text: string): Predicate {
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => tokens[at];
  const is = (word: string) => !peek()?.quoted && peek()?.text === word;
  const take = (): Token => {
    const token = tokens[at++];
    if (!token) throw invalid('Unparseable filter: unexpected end of the filter.');
    return token;
  };
  const expect = (word: string) => {
    const { text: found } = take();
    if (found !== word) throw invalid(`Unparseable filter: expected ${word}, found ${found}.`);
  };

  // OR binds closer than AND in this language.
  const conjunction = (): Predicate => {
    const parts = [disjunction()];
    while (peek() && !is(')')) {
      if (is('AND')) at++;
      parts.push(disjunction());
    }
    return (entry) => parts.every((part) => part(entry));
  };
  const disjunction = (): Predicate => {
    const parts = [unary()];
    while (is('OR')) {
      at++;
      parts.push(unary());
    }
    return (entry) => parts.some((part) => part(entry));
  };
  const unary = (): Predicate => {
    if (is('NOT') || is('-')) {
      at++;
      const inner = unary();
      return (entry) => !inner(entry);
    }
    if (is('(')) {
      at++;
      const inner = conjunction();
      expect(')');
      return inner;
    }
    return comparison();
  };
  const comparison = (): Predicate => {
    const { text: first, quoted } = take();
    if (!quoted && (OPERATOR.test(first) || /^(AND|OR|\))$/.test(first)))
      throw invalid(`Unparseable filter: unexpected ${first}.`);
    let path = first;
    if (path === 'log_id' && is('(')) {
      at++;
      const id = take().text;
      expect(')');
      return ({ logName }) => String(logName).endsWith(`/logs/${encodeURIComponent(id)}`);
    }
    const segments = quoted ? [path] : splitPath(path);
    // labels."a/b".c is several tokens: a path that ends with a dot continues with a quoted segment.
    while (!quoted && path.endsWith('.') && peek()?.quoted) {
      segments.push(take().text);
      path = peek() && !peek()?.quoted && peek()?.text.startsWith('.') ? take().text : '';
      segments.push(...splitPath(path));
    }
    const operator = peek();
    if (!operator || operator.quoted || !OPERATOR.test(operator.text)) {
      if (segments.length > 1) throw invalid(`Unparseable filter: ${path} is not compared with anything.`);
      return (entry) => textOf(entry).includes((segments[0] ?? '').toLowerCase());
    }
    at++;
    const values = is('(') ? list() : [take().text];
    const some = (entry: Entry) =>
      values.some((value) => compare(valueAt(entry, segments), operator.text, value, segments));
    return operator.text.startsWith('!')
      ? (entry) => values.every((value) => compare(valueAt(entry, segments), operator.text, value, segments))
      : some;
  };
  const list = (): string[] => {
    expect('(');
    const values = [take().text];
    while (is('OR')) {
      at++;
      values.push(take().text);
    }
    expect(')');
    return values;
  };

  if (tokens.length === 0) return () => true;
  const predicate = conjunction();
  if (at < tokens.length) throw invalid(`Unparseable filter: unexpected ${tokens[at]?.text}.`);
  return predicate;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      if (text.slice(start).trim() === '') break;
      throw invalid(`Unparseable filter: syntax error at column ${start + 1}: ${text.slice(start, start + 20)}`);
    }
    const [, comment, quoted, operator, word] = match;
    if (comment !== undefined) continue;
    tokens.push(
      quoted !== undefined
        ? { text: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), quoted: true }
        : { text: operator ?? word ?? '', quoted: false },
    );
  }
  return tokens;
}

const splitPath = (path: string): string[] => path.split('.').filter((segment) => segment !== '');

function valueAt(entry: Entry, path: readonly string[]): unknown {
  let value: unknown = entry;
  for (const segment of path) value = (value as Record<string, unknown> | undefined)?.[segment];
  return value;
}

function compare(actual: unknown, operator: string, wanted: string, path: readonly string[]): boolean {
  // An absent field equals nothing, so `!=` is true for it.
  if (actual === undefined) return operator === '!=' || operator === '!~';
  switch (operator) {
    case ':':
      return (
        wanted === '*' ||
        String(typeof actual === 'object' ? JSON.stringify(actual) : actual)
          .toLowerCase()
          .includes(wanted.toLowerCase())
      );
    case '=~':
      return new RegExp(wanted).test(String(actual));
    case '!~':
      return !new RegExp(wanted).test(String(actual));
    default: {
      const order = rank(actual, wanted, path);
      if (operator === '=') return order === 0;
      if (operator === '!=') return order !== 0;
      if (operator === '>') return order > 0;
      if (operator === '>=') return order >= 0;
      return operator === '<' ? order < 0 : order <= 0;
    }
  }
}

/** Negative, zero or positive, like a comparison function; severities, times and numbers have their own order. */
function rank(actual: unknown, wanted: string, path: readonly string[]): number {
  if (path.at(-1) === 'severity' && path.length === 1) {
    const at = (name: string) => {
      const index = SEVERITIES.indexOf(name.toUpperCase());
      if (index < 0) throw invalid(`Unparseable filter: ${name} is not a severity.`);
      return index;
    };
    return at(String(actual)) - at(wanted);
  }
  if (/^(timestamp|receiveTimestamp)$/.test(path.join('.'))) {
    const time = Date.parse(wanted);
    if (Number.isNaN(time)) throw invalid(`Unparseable filter: ${wanted} is not a timestamp.`);
    return Date.parse(String(actual)) - time || subMillisecond(String(actual)) - subMillisecond(wanted);
  }
  if (typeof actual === 'number') return actual - Number(wanted);
  return String(actual) === wanted ? 0 : String(actual) < wanted ? -1 : 1;
}

/** Digits after the milliseconds, as a fraction of a millisecond: RFC 3339 goes to nanoseconds. */
const subMillisecond = (time: string): number => Number(`0.${/\.\d{3}(\d+)/.exec(time)?.[1] ?? '0'}`);

const textOf = (entry: Entry): string => JSON.stringify(entry).toLowerCase();
