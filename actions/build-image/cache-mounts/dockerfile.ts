/**
 * Reads the instructions of a Dockerfile, as far as its cache mounts depend on them. Pure.
 * https://docs.docker.com/reference/dockerfile/#format
 */

export interface Instruction {
  /** In capitals, such as `RUN`. */
  readonly keyword: string;
  /** `--mount=type=cache,…` and so on, as they stand there. */
  readonly flags: readonly string[];
  /** What follows, on one line. */
  readonly rest: string;
}

const DIRECTIVE = /^#\s*(\w+)\s*=\s*(.*?)\s*$/;
/**
 * `<<EOF`, `3<<-"EOF"`: the instructions that take a heredoc, which is a word (https://docs.docker.com/reference/dockerfile/#here-documents).
 * `<<<"text"` and `$((1<<N))` are none.
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
      // Lines are joined as they are: a flag may continue at the start of the next one.
      const line = (lines[at] as string).trimEnd();
      // Comments and empty lines may stand between the lines of one instruction.
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

/** Directives stand before everything else, each on a comment line of its own. */
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
 * The line that ends a heredoc; tabs before it count only without `<<-`, and no Dockerfile that builds has both. What has no end is
 * none, such as text in quotes.
 */
function endOfHeredoc(lines: readonly string[], from: number, end: string): number {
  const found = lines.findIndex((line, i) => i >= from && line.replace(/^\t+/, '') === end);
  return found < 0 ? from - 1 : found;
}
