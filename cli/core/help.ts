/** The help texts, generated from the commands. Pure. */
import { COMMON, type Command, type CommandOption } from './command.ts';

export const PROGRAM = 'orchestra';
const WIDTH = 96;

export function overview(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    `orchestra ${version}: deploys to Cloud Run from the command line, with the same checks, holds and records as the actions.`,
    '',
    `Usage: ${PROGRAM} COMMAND [OPTIONS]`,
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    `${PROGRAM} COMMAND --help shows the options of a command.`,
    'Credentials are Application Default Credentials: gcloud auth application-default login.',
  ].join('\n');
}

export function helpOf({ name, operands, description, options, examples }: Command): string {
  return [
    `Usage: ${PROGRAM} ${[name, operands, '[OPTIONS]'].filter(Boolean).join(' ')}`,
    '',
    wrap(description, 0),
    ...(Object.keys(options).length > 0 ? ['', 'Options:', ...table(options)] : []),
    '',
    'Common options:',
    ...table(COMMON),
    ...(examples.length > 0 ? ['', 'Examples:', ...examples.map((example) => `  ${PROGRAM} ${example}`)] : []),
  ].join('\n');
}

const COLUMN = 34;

function table(options: Readonly<Record<string, CommandOption>>): string[] {
  return Object.entries(options).map(([name, { value, short, about }]) => {
    const flag = `  ${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
    const text = wrap(about, COLUMN).trimStart();
    return flag.length < COLUMN - 1 ? flag.padEnd(COLUMN) + text : `${flag}\n${' '.repeat(COLUMN)}${text}`;
  });
}

function wrap(text: string, indent: number): string {
  const paragraphs = text.split('\n').map((paragraph) => {
    const lines: string[] = [''];
    for (const word of paragraph.split(' ')) {
      const line = lines.at(-1) ?? '';
      if (line !== '' && line.length + word.length + 1 > WIDTH - indent) lines.push(word);
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return lines;
  });
  return paragraphs
    .flat()
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
}
