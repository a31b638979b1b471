/**
 * The job summary: one section per action, written as Markdown at the end of the step. Text that is not ours gets into it, or
 * into a comment, only through the function of its context: `plain`, `code`, `link`, `mermaidLabel`, or `block` of a summary.
 */
import { appendFileSync } from 'node:fs';

export interface Summary {
  heading(text: string): void;
  paragraph(text: string): void;
  /** A table; cells are Markdown that is kept on one line. Rows of undefined cells show as empty. */
  table(header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): void;
  /** A fenced block, for instance a mermaid diagram (`language` `mermaid`) or log lines. */
  block(text: string, language?: string): void;
  /** The Markdown so far. */
  text(): string;
}

export function createSummary(): Summary {
  const parts: string[] = [];
  return {
    heading: (text) => void parts.push(`## ${text}`),
    paragraph: (text) => void parts.push(text),
    table(header, rows) {
      const line = (cells: readonly (string | number | undefined)[]) =>
        `| ${cells.map((cell) => oneLine(String(cell ?? '')).replaceAll('|', '&#124;')).join(' | ')} |`;
      parts.push([line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n'));
    },
    block(text, language = '') {
      const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      parts.push(`${fence}${language}\n${text.replace(/\r\n?/g, '\n')}\n${fence}`);
    },
    text: () => parts.map((part) => `${part}\n`).join('\n'),
  };
}

/** Appends to the file that the runner shows; without one (another runner) there is nothing to show it on. */
export function writeSummary(summary: Summary, file: string | undefined): void {
  const text = summary.text();
  if (file && text !== '') appendFileSync(file, `${text}\n`);
}

/** What Markdown, HTML, math, mentions (`@NAME`, `#1`, `GH-1`) and links without brackets begin with. */
const ACTIVE =
  /[&<>`*[\]\\|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\bGH-(?=\d)|\b(?:https?|ftp|mailto|xmpp):|\bwww\./gi;
/** Links to these are of use in errors, and lead nowhere else. */
const LINKED = /^https:\/\/(?:console\.cloud\.google\.com|cloud\.google\.com|docs\.github\.com)\//;

/** Text of others within a sentence, a heading or a cell: shown as it is, and neither Markdown, HTML, a link nor a mention. */
export function plain(text: string): string {
  const inert = text.replace(ACTIVE, (found, at: number) => {
    if (LINKED.test(text.slice(at, at + 100))) return found;
    // Names and numbers are looked for in what is rendered: a mark without width keeps them apart.
    if (/^[@#]$|^GH-$/i.test(found)) return `${[...found].map(entity).join('')}&#8203;`;
    return found.slice(0, -1) + entity(found.slice(-1));
  });
  return (
    inert
      .split(/\r\n|\n|\r/)
      // What begins a list, a heading or a rule at the start of a line.
      .map((line) =>
        line.trim().replace(/^(?:[-+=:]|\d+[.)])/, (start) => start.slice(0, -1) + entity(start.slice(-1))),
      )
      .join('<br>')
  );
}

/** Text as code, in a sentence, a heading or a cell. */
export function code(text: string): string {
  if (text === '') return '';
  if (!/[`|\\\r\n]|^\s|\s$/.test(text)) return `\`${text}\``;
  // Nothing is Markdown or HTML in what is written as character references only.
  return `<code>${oneLine(text).replace(/[^A-Za-z0-9 ]/gu, entity)}</code>`;
}

/** A link to `url`; its text alone if that is no address of the web. */
export function link(text: string, url: string): string {
  if (!/^https?:\/\/[^\s]+$/.test(url)) return plain(text);
  return `[${plain(text)}](${url.replace(/[()<>[\]`|\\"'*\s]/g, encodeURIComponent).replace(/[()'*]/g, percent)})`;
}

/** Text of a node or an edge of a mermaid diagram, to stand in double quotes (https://mermaid.js.org/syntax/flowchart.html). */
export function mermaidLabel(text: string): string {
  return oneLine(text).replace(/[^\p{L}\p{N} .,:/_%+–-]/gu, (char) => `#${char.codePointAt(0)};`);
}

const entity = (char: string): string => `&#${char.codePointAt(0)};`;
const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
const oneLine = (text: string): string => text.replace(/\s*[\r\n]\s*/g, ' ');
