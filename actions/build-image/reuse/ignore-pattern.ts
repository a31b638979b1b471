/**
 * One pattern of `.dockerignore`, with the meaning that BuildKit's matcher gives it
 * (https://github.com/moby/patternmatcher/blob/1d6a3f429bf0541b7f69372adecc787fabc0c701/patternmatcher.go): some forms are compared
 * as text, the others become a regular expression of Go. Go's take time in proportion to the length of the path and JavaScript's
 * do not, so all but simple expressions are executed here, all their ways at once.
 */

/** Compiles a cleaned pattern to a predicate on a path with slashes, relative to the context. Pure. */
export function compilePattern(pattern: string): (path: string) => boolean {
  const { type, expression } = translate(pattern);
  switch (type) {
    case 'exact':
      return (path) => path === pattern;
    case 'prefix':
      return (path) => path.startsWith(pattern.slice(0, -2));
    case 'suffix': {
      const suffix = pattern.slice(2);
      return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
    }
    case 'expression':
      return isSimple(pattern) ? simpleExpression(expression) : compileExpression(expression);
  }
}

/** With two stars at most a backtracking engine stays quick, and it is ten times as fast as ours. */
const isSimple = (pattern: string): boolean =>
  !/[[\]\\^{|}]/.test(pattern) && (pattern.match(/\*+/g) ?? []).length <= 2 && !pattern.includes('***');

function simpleExpression(expression: string): (path: string) => boolean {
  const compiled = new RegExp(`^${expression.replaceAll('.*', '[^\\n]*')}$`, 'u');
  return (path) => compiled.test(path);
}

type MatchType = 'exact' | 'prefix' | 'suffix' | 'expression';

/**
 * As `compile` of the matcher does it, its oddities included: what is in brackets is translated, too, and `{`, `|` and `}` keep
 * their meaning, since its table of characters to escape is too small for them.
 */
function translate(pattern: string): { type: MatchType; expression: string } {
  let type: MatchType = 'exact';
  let expression = '';
  const chars = [...pattern];
  for (let i = 0, first = true; i < chars.length; i++, first = false) {
    const char = chars[i] ?? '';
    if (char === '*' && chars[i + 1] === '*') {
      i++;
      if (chars[i + 1] === '/') i++;
      if (i + 1 < chars.length) {
        expression += '(.*/)?';
        type = 'expression';
      } else if (type === 'exact') type = 'prefix';
      else {
        expression += '.*';
        type = 'expression';
      }
      if (first) type = 'suffix';
    } else if (char === '*' || char === '?') {
      expression += char === '*' ? '[^/]*' : '[^/]';
      type = 'expression';
    } else if ('.+()$'.includes(char)) expression += `\\${char}`;
    else if (char === '\\' && i + 1 < chars.length) {
      expression += `\\${chars[++i]}`;
      type = 'expression';
    } else {
      expression += char === '\\' ? '\\\\' : char;
      if (char === '[' || char === ']') type = 'expression';
    }
  }
  return { type, expression };
}

type CharTest = (char: string) => boolean;
type Assertion = (before: string, after: string) => boolean;
type Token =
  | { readonly kind: 'one' | 'many'; readonly test: CharTest }
  /** The next `over` tokens may be left out. */
  | { readonly kind: 'optional'; readonly over: number }
  /** Takes no character; looks at those around, `''` at an end. */
  | { readonly kind: 'assert'; readonly holds: Assertion };

const atStart: Assertion = (before) => before === '';
const isWord: CharTest = (char) => /^\w$/.test(char);
const notLineEnd: CharTest = (char) => char !== '\n';
const SETS: Readonly<Record<string, CharTest>> = {
  d: (char) => /^\d$/.test(char),
  w: isWord,
  s: (char) => /^[\t\n\f\r ]$/.test(char),
};
const CONTROLS: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** What follows a backslash, in or outside brackets. */
function escaped(char: string): CharTest {
  const set = SETS[char.toLowerCase()];
  if (set) return SETS[char] ? set : (one) => !set(one);
  const plain = CONTROLS[char] ?? char;
  return (one) => one === plain;
}

/** Reads what `translate` wrote, after the `^` that comes before it: the tokens of each alternative. */
function parse(expression: string): Token[][] {
  const chars = ['^', ...expression];
  let tokens: Token[] = [];
  const alternatives = [tokens];
  const assert = (holds: Assertion, at: number): number => {
    const { length, least } = repetition(chars, at + 1);
    // What need not hold asserts nothing.
    if (least > 0) tokens.push({ kind: 'assert', holds });
    return at + length;
  };
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    if (char === '(') {
      // Only `(.*/)?` is written with parentheses.
      tokens.push(
        { kind: 'optional', over: 2 },
        { kind: 'many', test: notLineEnd },
        { kind: 'one', test: (one) => one === '/' },
      );
      i += '(.*/)?'.length - 1;
      continue;
    }
    if (char === '|') {
      tokens = [];
      alternatives.push(tokens);
      continue;
    }
    if (char === '^') {
      i = assert(atStart, i);
      continue;
    }
    let test: CharTest = (one) => one === char;
    if (char === '.') test = notLineEnd;
    else if (char === '\\') {
      const next = chars[++i] ?? '';
      if (next === 'b' || next === 'B') {
        const wanted = next === 'b';
        i = assert((before, after) => (isWord(before) !== isWord(after)) === wanted, i);
        continue;
      }
      test = escaped(next);
    } else if (char === '[') {
      const set = parseSet(chars, i);
      ({ test } = set);
      i = set.end;
    }
    const { length, least, most } = repetition(chars, i + 1);
    i += length;
    for (let n = 0; n < least; n++) tokens.push({ kind: 'one', test });
    if (most === Number.POSITIVE_INFINITY) tokens.push({ kind: 'many', test });
    else for (let n = least; n < most; n++) tokens.push({ kind: 'optional', over: 1 }, { kind: 'one', test });
  }
  return alternatives;
}

/** `*`, or `{2}`, `{2,}` or `{2,5}`; braces around anything else are characters. Go refuses more than 1000. */
function repetition(chars: readonly string[], at: number): { length: number; least: number; most: number } {
  if (chars[at] === '*') return { length: 1, least: 0, most: Number.POSITIVE_INFINITY };
  const [text, least = '', comma, most = ''] =
    chars[at] === '{' ? (/^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(chars.slice(at, at + 11).join('')) ?? []) : [];
  if (text === undefined || Number(least) > 1000 || Number(most) > 1000) return { length: 0, least: 1, most: 1 };
  const end = comma === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return { length: text.length, least: Number(least), most: end };
}

/** The brackets that open at `start`. A closing one right after the opening is a member, as Go has it. */
function parseSet(chars: readonly string[], start: number): { test: CharTest; end: number } {
  let i = start + 1;
  const negated = chars[i] === '^';
  if (negated) i++;
  const members: CharTest[] = [];
  for (let first = true; i < chars.length && (first || chars[i] !== ']'); i++, first = false) {
    let from = chars[i] ?? '';
    if (from === '\\') {
      from = chars[++i] ?? '';
      if (SETS[from.toLowerCase()]) {
        members.push(escaped(from));
        continue;
      }
      from = CONTROLS[from] ?? from;
    }
    const ranges = chars[i + 1] === '-' && i + 2 < chars.length && chars[i + 2] !== ']';
    if (!ranges) {
      members.push((one) => one === from);
      continue;
    }
    i += 2;
    let to = chars[i] ?? '';
    if (to === '\\') to = chars[++i] ?? '';
    const [low, high] = [codeOf(from), codeOf(to)];
    members.push((one) => codeOf(one) >= low && codeOf(one) <= high);
  }
  return { test: (one) => members.some((member) => member(one)) !== negated, end: i };
}

const codeOf = (char: string): number => char.codePointAt(0) ?? -1;

/** Of `^A|B|C$` the last alternative alone is tied to the end of the path. */
function compileExpression(expression: string): (path: string) => boolean {
  const alternatives = parse(expression);
  const ending = alternatives.length === 1 ? (/(?:^|[\]*?])([\w/-]+)$/.exec(expression)?.[1] ?? '') : '';
  return (path) => {
    if (!path.endsWith(ending)) return false;
    const chars = [...path];
    return alternatives.some((tokens, i) => matches(tokens, chars, i === alternatives.length - 1));
  };
}

/** All ways through the tokens go forward together, so each character is looked at once by each token at most. */
function matches(tokens: readonly Token[], chars: readonly string[], atEnd: boolean): boolean {
  const last = tokens.length;
  const [first] = tokens;
  const anchored = first?.kind === 'assert' && first.holds === atStart;
  const enter = (into: Set<number>, from: number, before: string, after: string): void => {
    const waiting = [from];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (into.has(at)) continue;
      into.add(at);
      const token = tokens[at];
      if (token?.kind === 'optional') waiting.push(at + 1, at + 1 + token.over);
      else if (token?.kind === 'many' || (token?.kind === 'assert' && token.holds(before, after))) waiting.push(at + 1);
    }
  };
  let ways = new Set<number>();
  enter(ways, 0, '', chars[0] ?? '');
  for (const [i, char] of chars.entries()) {
    if (!atEnd && ways.has(last)) return true;
    const next = new Set<number>();
    const after = chars[i + 1] ?? '';
    for (const at of ways) {
      const token = tokens[at];
      if ((token?.kind === 'one' || token?.kind === 'many') && token.test(char))
        enter(next, token.kind === 'one' ? at + 1 : at, char, after);
    }
    if (!anchored) enter(next, 0, char, after);
    if (next.size === 0) return false;
    ways = next;
  }
  return ways.has(last);
}
