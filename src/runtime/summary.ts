/** The job summary: one section per action, written as Markdown at the end of the step. */
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
        `| ${cells.map((cell) => oneLine(String(cell ?? ''))).join(' | ')} |`;
      parts.push([line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n'));
    },
    block(text, language = '') {
      const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      parts.push(`${fence}${language}\n${text}\n${fence}`);
    },
    text: () => parts.map((part) => `${part}\n`).join('\n'),
  };
}

/** Appends to the file that the runner shows; without one (another runner) there is nothing to show it on. */
export function writeSummary(summary: Summary, file: string | undefined): void {
  const text = summary.text();
  if (file && text !== '') appendFileSync(file, `${text}\n`);
}

/** Text as code in Markdown, safe in a table. */
export function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${oneLine(text)}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
