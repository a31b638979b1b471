/**
 * Reads the instructions of a Dockerfile that determine its cache mounts. Pure.
 * https://docs.docker.com/reference/dockerfile/#format
 */

export interface Instruction {
  /** In capitals, such as `RUN`. */
  readonly keyword: string;
  /** Such as `--mount=type=cache,…`, unchanged. */
  readonly flags: readonly string[];
  /** The rest of the instruction, on one line. */
  readonly rest: string;
}

const DIRECTIVE = /^#\s*(\w+)\s*=\s*(.*?)\s*$/;
/**
 * `<<EOF`, `3<<-"EOF"` (https://docs.docker.com/reference/dockerfile/#here-documents). `<<<"text"` and `$((1<<N))` are not heredocs.
 */
const HEREDOC = /(?<=^|\s)\d*<<-?(["']?)([^\s<"'`$();&|]+)\1(?=\s|$)/g;
const WITH_HEREDOC = ['RUN', 'COPY', 'ADD'];

export function readInstructions(text: string): Instruction[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const escapeCharacter = readDirectives(lines).get('escape') === '`' ? '`' : '\\';
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; at++) {
    let logical = '';
    for (; at < lines.length; at++) {
      // Lines are joined without a space: a flag can continue at the start of the next line.
      const line = (lines[at] as string).trimEnd();
      // An instruction can contain comments and empty lines.
      if (line.trimStart().startsWith('#') || (line === '' && logical !== '')) continue;
      if (!line.endsWith(escapeCharacter)) {
        logical += line;
        break;
      }
      logical += line.slice(0, -1);
    }
    const instruction = readInstruction(logical);
    if (!instruction) continue;
    instructions.push(instruction);
    if (!WITH_HEREDOC.includes(instruction.keyword)) continue;
    for (const [, , end] of instruction.rest.matchAll(HEREDOC)) at = endOfHeredoc(lines, at + 1, end as string);
  }
  return instructions;
}

/** Directives are comments at the start of the file, one per line. */
function readDirectives(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const match = DIRECTIVE.exec(line.trim());
    if (!match) break;
    found.set((match[1] as string).toLowerCase(), match[2] as string);
  }
  return found;
}

function readInstruction(line: string): Instruction | undefined {
  const [, keyword, after = ''] = /^(\w+)(?:\s+([\s\S]*))?$/.exec(line.trim()) ?? [];
  if (keyword === undefined) return undefined;
  const flags: string[] = [];
  let rest = after;
  for (let match = FLAG.exec(rest); match; match = FLAG.exec(rest)) {
    flags.push(match[1] as string);
    rest = rest.slice(match[0].length);
  }
  return { keyword: keyword.toUpperCase(), flags, rest: rest.trim() };
}

/** A flag ends with a space outside of quotes. */
const FLAG = /^(--[a-z][\w-]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'])*)?)(?:\s+|$)/;

/**
 * The line that ends a heredoc. Leading tabs are only allowed with `<<-`, but no Dockerfile that builds has a line where that matters.
 * Text without an end is not a heredoc, for instance in quotes.
 */
function endOfHeredoc(lines: readonly string[], from: number, end: string): number {
  const found = lines.findIndex((line, i) => i >= from && line.replace(/^\t+/, '') === end);
  return found < 0 ? from - 1 : found;
}
