/** The grammar of inputs with several lines: lists (one item a line) and maps (`KEY=VALUE` a line). */

/** A line that breaks the grammar; lines count from 1. */
export class LineError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** One item a line. Blank lines and lines starting with `#` are skipped; commas are data. */
export function parseList(text: string): string[] {
  return meaningfulLines(text).map(({ content }) => content);
}

/**
 * `KEY=VALUE` a line: split at the first `=`, the rest is literal; a value may be quoted with `"…"` or `'…'` (nothing is
 * escaped inside). Throws `LineError` for a line without `=`, an empty or repeated key, or a quote that is not closed.
 */
export function parseMap(text: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const { number, content } of meaningfulLines(text)) {
    const at = content.indexOf('=');
    if (at < 0) throw new LineError(number, `"${shorten(content)}" has no "=". Write KEY=VALUE, one per line.`);
    const key = content.slice(0, at).trim();
    if (key === '') throw new LineError(number, 'there is no key before "=". Write KEY=VALUE, one per line.');
    if (map.has(key)) throw new LineError(number, `the key "${key}" was given before. Each key may stand once.`);
    map.set(key, unquote(content.slice(at + 1), number));
  }
  return map;
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

function meaningfulLines(text: string): { number: number; content: string }[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ number: i + 1, content: line.trim() }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
}

/** The key alone, so that an error message cannot show what might be a secret. */
function shorten(line: string): string {
  return line.length > 24 ? `${line.slice(0, 24)}…` : line;
}
