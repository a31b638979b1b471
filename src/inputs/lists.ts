/** The grammar of inputs with several lines: lists (one item a line) and maps (`KEY=VALUE` a line). */

/** A line that breaks the grammar; lines count from 1. */
export class LineError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * One item a line. Blank lines and lines starting with `#` are skipped; commas are data. What a line cannot hold stands between
 * `<<EOF` and a line `EOF`, or any other word in place of `EOF`.
 */
export function parseList(text: string): string[] {
  const lines = text.split('\n');
  const items: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const content = (lines[i] as string).trim();
    const end = /^<<([A-Za-z_]\w*)$/.exec(content)?.[1];
    const block = end === undefined ? undefined : readBlock(lines, i, end);
    if (block) {
      items.push(block.value);
      i = block.last;
    } else if (isMeaningful(content)) items.push(content);
  }
  return items;
}

/**
 * `KEY=VALUE` a line: split at the first `=`, the rest is literal; a value may be quoted with `"…"` or `'…'` (nothing is
 * escaped inside). A value of several lines stands between `KEY<<EOF` and a line `EOF`, as in GitHub's files
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings). Throws `LineError` for a
 * line without `=`, an empty or repeated key, or a value that is not closed.
 */
export function parseMap(text: string): Map<string, string> {
  const map = new Map<string, string>();
  const add = (key: string, number: number, value: () => string) => {
    if (map.has(key)) throw new LineError(number, `the key "${key}" appears twice. Set each key once.`);
    map.set(key, value());
  };
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const number = i + 1;
    const content = (lines[i] as string).trim();
    if (!isMeaningful(content)) continue;
    const [, long, end = ''] = /^([^=<\s]+)<<([A-Za-z_]\w*)$/.exec(content) ?? [];
    if (long !== undefined) {
      const block = readBlock(lines, i, end);
      if (!block)
        throw new LineError(number, `the value of "${long}" has no end. Write ${end} on a line of its own after it.`);
      add(long, number, () => block.value);
      i = block.last;
      continue;
    }
    const at = content.indexOf('=');
    if (at < 0) throw new LineError(number, `"${shortened(content)}" has no "=". Write KEY=VALUE, one per line.`);
    const key = content.slice(0, at).trim();
    const quote = /^["']/.exec(key)?.[0];
    if (quote !== undefined)
      throw new LineError(
        number,
        `a key starts with ${quote}. Put quotes around the value only: KEY=${quote}…${quote}.`,
      );
    if (key === '') throw new LineError(number, 'there is no key before "=". Write KEY=VALUE, one per line.');
    add(key, number, () => unquote(content.slice(at + 1), number));
  }
  return map;
}

/** The list as text that `parseList` reads back as it is. */
export const writeList = (items: readonly string[]): string =>
  items
    .map((item) => (isMeaningful(item) && isOneLine(item) && !/^<<\w+$/.test(item) ? item : writeBlock('', item)))
    .join('\n');

/** The map as text that `parseMap` reads back as it is. */
export const writeMap = (entries: Iterable<readonly [string, string]>): string =>
  [...entries]
    .map(([key, value]) => {
      if (value.includes('\n')) return writeBlock(key, value);
      return `${key}=${isOneLine(value) && !/^["']/.test(value) ? value : `"${value}"`}`;
    })
    .join('\n');

/** Nothing of it is lost where lines are trimmed. */
const isOneLine = (text: string): boolean => text === text.trim() && !text.includes('\n');
const isMeaningful = (content: string): boolean => content !== '' && !content.startsWith('#');

/** The lines after `first` as they are, up to the one that is `end`. */
function readBlock(lines: readonly string[], first: number, end: string): { value: string; last: number } | undefined {
  const last = lines.findIndex((line, i) => i > first && line.trimEnd() === end);
  if (last < 0) return undefined;
  const value = lines.slice(first + 1, last);
  // With the line ends of Windows, they are not part of the value.
  const plain = lines[first]?.endsWith('\r') ? value.map((line) => line.replace(/\r$/, '')) : value;
  return { value: plain.join('\n'), last };
}

function writeBlock(key: string, value: string): string {
  const taken = new Set(value.split('\n').map((line) => line.trimEnd()));
  let end = 'EOF';
  while (taken.has(end)) end += '_';
  return `${key}<<${end}\n${value}\n${end}`;
}

function unquote(raw: string, line: number): string {
  const value = raw.trim();
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  if (value.length >= 2 && value.endsWith(quote)) return value.slice(1, -1);
  throw new LineError(
    line,
    `a value starts with ${quote} and does not end with it. Close the quote, or put the whole value in the other kind of quotes.`,
  );
}

/** The key alone, so that an error message cannot show what might be a secret. */
export function shortened(line: string): string {
  return line.length > 24 ? `${line.slice(0, 24)}…` : line;
}
