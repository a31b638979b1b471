/**
 * Text that others wrote (containers, builders, servers, users' commands), made safe for the runner's log.
 *
 * The runner reads a command in every line that it gets: `::NAME …::` after white space, and `##[NAME …]` anywhere
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). Its searches compare by culture, so they
 * skip characters without weight, such as a soft hyphen or a zero width space, and may take a wide form for the plain one.
 */
import { StringDecoder } from 'node:string_decoder';

/** Anything that a comparison by culture may skip: controls, formats, marks, fillers, unassigned; but not the ends of lines. */
const SKIPPED = String.raw`(?:[^\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n]|[\u115f\u1160\u3164\uffa0\ufffc\ufffd])*`;
const COLON = '[:\ufe13\ufe55\uff1a]';
const HASH = '[#\ufe5f\uff03]';
const BRACKET = '[[\ufe47\uff3b]';

const COLONS = new RegExp(`(${COLON}${SKIPPED})(?=${COLON})`, 'gu');
const PREFIX = new RegExp(`(${HASH}${SKIPPED}${HASH}${SKIPPED})(?=${BRACKET})`, 'gu');
/** One character that represents two colons, or for two and more. */
const DOUBLE = /[\u2237\u2a74]/gu;

/**
 * Puts a backslash into every `::` and `##[`, wherever it stands: the runner itself breaks a command this way
 * (`##[\start-action`), and no comparison skips a backslash.
 */
export function breakCommands(text: string): string {
  return text
    .replace(DOUBLE, (char) => (char === '\u2a74' ? ':\\:=' : ':\\:'))
    .replace(COLONS, '$1\\')
    .replace(PREFIX, '$1\\');
}

/** Longer lines are handed on in parts, so that output without line ends cannot fill the memory. */
const LONGEST = 64 * 1024;

/** White space, or else what separates the values of JSON, XML, lists and queries. */
const SEPARATORS = [/[ \t]/g, /["'`,;<>{}()[\]|&]/g];

/** Where a longer line is cut: between two values, if it has several, so that no masked value is printed in two halves. */
function endOfPart(line: string): number {
  const half = LONGEST / 2;
  const second = line.slice(half, LONGEST);
  for (const separator of SEPARATORS) {
    const last = [...second.matchAll(separator)].at(-1);
    if (last) return half + last.index + 1;
  }
  return LONGEST;
}

export interface Lines {
  /** Takes output as it arrives, cut anywhere, in the middle of a character too. */
  write(chunk: Buffer | string): void;
  /** Takes the end of the output: what is left is a line. */
  end(): void;
}

/** Cuts output into lines where the runner cuts it: at `\n`, `\r\n` and `\r`. Only whole lines are handed on. */
export function createLines(onLine: (line: string) => void): Lines {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
    while (rest.length > LONGEST) {
      const end = endOfPart(rest);
      onLine(rest.slice(0, end));
      rest = rest.slice(end);
    }
  };
  return {
    write: (chunk) => take(typeof chunk === 'string' ? chunk : decoder.write(chunk)),
    end() {
      take(decoder.end());
      if (rest !== '') onLine(rest.replace(/\r$/, ''));
      rest = '';
    },
  };
}
