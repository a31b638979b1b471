/**
 * The job summary: one section per action, written as Markdown at the end of the step. Text that is not ours gets into it, or
 * into a comment, only through the function of its context: `plain`, `code`, `link`, `mermaidLabel`, or `block` of a summary.
 */
import { appendFileSync } from 'node:fs';

declare const escaped: unique symbol;

/** Markdown in which text of others is escaped. Only `md`, `plain`, `code` and `link` make it, so nothing else compiles. */
export type Markdown = string & { readonly [escaped]: true };

/** A cell of a table; an undefined one shows as empty. */
export type Cell = Markdown | number | undefined;

export interface Summary {
  heading(text: Markdown): void;
  paragraph(text: Markdown): void;
  /** A table; cells are kept on one line. The header is plain text. */
  table(header: readonly string[], rows: readonly (readonly Cell[])[]): void;
  /** A fenced block, for instance a mermaid diagram (`language` `mermaid`) or log lines. */
  block(text: string, language?: string): void;
  /** What `write` adds, behind a title that opens it. */
  collapsed(title: string, write: () => void): void;
  /** A paragraph after everything else, an error included. The last text under a key counts; undefined removes it. */
  closing(key: string, text: Markdown | undefined): void;
  /** The Markdown so far. */
  text(): string;
}

export function createSummary(): Summary {
  const parts: string[] = [];
  const closing = new Map<string, string | undefined>();
  return {
    heading: (text) => void parts.push(`## ${text}`),
    paragraph: (text) => void parts.push(text),
    table(header, rows) {
      const line = (cells: readonly Cell[]) =>
        `| ${cells.map((cell) => oneLine(String(cell ?? '')).replaceAll('|', '&#124;')).join(' | ')} |`;
      parts.push([line(header.map(plain)), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n'));
    },
    block(text, language = '') {
      const shown = text.length > LONGEST_BLOCK ? `…${text.slice(-LONGEST_BLOCK)}` : text;
      const longest = Math.max(2, ...[...shown.matchAll(/`{3,}/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      parts.push(`${fence}${language}\n${shown.replace(/\r\n?/g, '\n')}\n${fence}`);
    },
    collapsed(title, write) {
      parts.push(`<details><summary>${inert(title)}</summary>`);
      write();
      parts.push('</details>');
    },
    closing: (key, text) => void closing.set(key, text),
    text: () =>
      withinLimit([...parts, ...closing.values()].filter((part) => part !== undefined))
        .map((part) => `${part}\n`)
        .join('\n'),
  };
}

/** The runner shows nothing of a larger summary (https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs). */
const MOST_BYTES = 1024 * 1024;
/** Characters of a block, of which the end is shown, and of a text within a sentence or a cell. */
const LONGEST_BLOCK = 64 * 1024;
const LONGEST_TEXT = 8 * 1024;
const LEFT_OUT = '⚠️ A part of this summary was too large and is left out. The log of the step has it.';

/** The parts, without the largest ones where all together are too large. */
function withinLimit(parts: readonly string[]): readonly string[] {
  const kept = [...parts];
  const size = (part: string) => Buffer.byteLength(part) + 2;
  while (size(LEFT_OUT) + kept.reduce((sum, part) => sum + size(part), 0) >= MOST_BYTES)
    kept.splice(kept.map(size).indexOf(Math.max(...kept.map(size))), 1);
  return kept.length < parts.length ? [...kept, LEFT_OUT] : parts;
}

/** Appends to the file that the runner shows; without one (another runner) there is nothing to show it on. */
export function writeSummary(summary: Summary, file: string | undefined): void {
  const text = summary.text();
  if (file && text !== '') appendFileSync(file, `${text}\n`);
}

/** What Markdown, HTML, math, mentions (`@NAME`, `#1`, `GH-1`) and links without brackets are made of. */
const ACTIVE = /[&<>`*[\]\\|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\bGH-(?=\d)|:(?=\/\/)|www\./gi;
/** Addresses that our own errors name: they stay links, and lead nowhere else. */
const LINKED =
  /(https:\/\/(?:console\.cloud\.google\.com|cloud\.google\.com|docs\.github\.com)\/[^\s<>"'`()[\]{}|\\]*(?<![.,;:!?*_~]))/;
/** A mark without width. It is copied with the text, so it stands only where nothing else helps. */
const APART = '&#8203;';
/** A place for a line break, which is not copied. It ends a text node, and links to mail addresses are found within one. */
const BREAK = '<wbr>';

/** Markdown of ours, written out here: md`❌ ${plain(message)}`. Its values are escaped already. */
export const md = (ours: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown =>
  String.raw({ raw: ours }, ...values) as Markdown;

/** The parts in one line. */
export const listed = (parts: readonly Markdown[], separator: ' ' | ', '): Markdown =>
  parts.join(separator) as Markdown;

/** Text of others within a sentence, a heading or a cell: shown as it is, and neither Markdown, HTML, a link nor a mention. */
export function plain(text: string): Markdown {
  return lines(shortened(text), (line) =>
    line
      .split(LINKED)
      .map((part, i) => (i % 2 === 1 ? link(part, part) : inert(part)))
      .join(''),
  ) as Markdown;
}

/** Text as code, in a sentence, a heading or a cell. */
export function code(text: string): Markdown {
  if (text === '') return md``;
  const shown = oneLine(showDirections(shortened(text)));
  if (!/[`|\\]|^\s|\s$/.test(shown)) return `\`${shown}\`` as Markdown;
  // Nothing is Markdown or HTML in what is written as character references only.
  return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, entity).replaceAll('&#64;', `&#64;${BREAK}`)}</code>` as Markdown;
}

/** A link to `url`; its text alone if that is no address of the web. */
export function link(text: string, url: string): Markdown {
  if (!/^https?:\/\/[^\s]+$/.test(url)) return lines(text, inert) as Markdown;
  const target = url
    .replace(/[()<>[\]`|\\"'*]/g, encodeURIComponent)
    .replace(/[()'*]/g, percent)
    .replaceAll('&', '&amp;');
  return `[${lines(text, inert)}](${target})` as Markdown;
}

/** Text of a node or an edge of a mermaid diagram, to stand in double quotes (https://mermaid.js.org/syntax/flowchart.html). */
export function mermaidLabel(text: string): string {
  return oneLine(showDirections(text)).replace(/[^\p{L}\p{N} .,:/_%+–-]/gu, (char) => `#${char.codePointAt(0)};`);
}

/** Takes the meaning from each character that may have one. Mentions are looked for in the text nodes of what is rendered. */
function inert(text: string): string {
  return showDirections(text).replace(ACTIVE, (found, at: number, whole: string) => {
    // What follows a letter is no mention, but maybe the end of an address: of a service account, or `IMAGE@sha256:…`.
    if (found === '@') return `&#64;${/[A-Za-z0-9_]/.test(whole[at - 1] ?? '') ? BREAK : APART}`;
    if (found === '#') return `&#35;${/\d/.test(whole[at + 1] ?? '') ? APART : ''}`;
    if (/^GH-$/i.test(found)) return `${[...found].map(entity).join('')}${APART}`;
    return found.slice(0, -1) + entity(found.slice(-1));
  });
}

/** Each line by itself, without what begins a list, a heading or a rule at its start. */
const lines = (text: string, render: (line: string) => string): string =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      render(line.trim()).replace(
        /^(?:[-+=:]|\d+[.)](?=\s|$))/,
        (start) => start.slice(0, -1) + entity(start.slice(-1)),
      ),
    )
    .join('<br>');

/** Characters that reverse the text around them, ours too, by their names (https://trojansource.codes). */
const showDirections = (text: string): string =>
  text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase()}`);

const shortened = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);
const entity = (char: string): string => `&#${char.codePointAt(0)};`;
const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
const oneLine = (text: string): string => text.replace(/\s*[\r\n]\s*/g, ' ');
