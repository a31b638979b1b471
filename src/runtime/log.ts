/**
 * The step's log and its commands to the runner: the only place that writes to standard output. All text goes through
 * `breakCommands`. While output of others is printed, commands are stopped with a random word
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions#stopping-and-starting-workflow-commands);
 * a command of ours, such as the mask of a new token, starts them again first.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Location } from './errors.ts';
import { breakCommands } from './output/foreign-text.ts';
import { textsToMask } from './output/mask.ts';

export interface Log {
  info(message: string): void;
  debug(message: string): void;
  notice(message: string, location?: Location): void;
  warning(message: string, location?: Location): void;
  error(message: string, location?: Location): void;
  /** Whole lines that a program, a container or a server wrote. */
  output(lines: string): void;
  /** A fold in the log around `work`. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Commands to the runner: on standard output and, for outputs and state, in its command files. */
export interface Runner {
  readonly log: Log;
  /** Sets an output, state for `post`, or a variable of later steps: text as it is, all else as JSON. */
  set(kind: 'output' | 'state' | 'env', name: string, value: unknown): void;
  /** Hides a value in all logs from now on, each line of it that says something, also as `output` would print it. */
  mask(value: string): void;
  /** Starts commands again, if output of others stopped them. To be called at the end. */
  end(): void;
}

type CommandFile = (env: Readonly<Record<string, string | undefined>>) => {
  readonly file: string | undefined;
  /** Of runners without command files. */
  readonly command: string;
};

const COMMAND_FILES: Readonly<Record<'output' | 'state' | 'env', CommandFile>> = {
  output: ({ GITHUB_OUTPUT: file }) => ({ file, command: 'set-output' }),
  state: ({ GITHUB_STATE: file }) => ({ file, command: 'save-state' }),
  env: ({ GITHUB_ENV: file }) => ({ file, command: 'set-env' }),
};

/** `write` takes whole lines, with their ends; `env` names the command files. */
export function createRunner(env: Readonly<Record<string, string | undefined>>, write: (text: string) => void): Runner {
  let word: string | undefined;
  let open = false;
  const masked = new Set<string>();

  const stop = () => {
    if (word !== undefined) return;
    word = randomBytes(16).toString('hex');
    write(`::stop-commands::${word}\n`);
  };
  const resume = () => {
    if (word === undefined) return;
    write(`::${word}::\n`);
    word = undefined;
  };
  const command = (name: string, data: string, properties: Readonly<Record<string, string | number>> = {}) => {
    resume();
    const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    write(`::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(data)}\n`);
  };
  const annotate = (level: string) => (message: string, location?: Location) =>
    command(level, breakCommands(message), annotation(location));
  const mask = (line: string) => {
    if (masked.has(line)) return;
    masked.add(line);
    command('add-mask', line);
  };

  return {
    log: {
      info: (message) => write(`${breakCommands(message)}\n`),
      debug: annotate('debug'),
      notice: annotate('notice'),
      warning: annotate('warning'),
      error: annotate('error'),
      output(lines) {
        stop();
        write(`${breakCommands(lines)}\n`);
      },
      async group(title, work) {
        // The runner knows no group within another: work at the same time goes into the one that is open.
        if (open) {
          write(`${breakCommands(title)}\n`);
          return await work();
        }
        open = true;
        command('group', breakCommands(title));
        try {
          return await work();
        } finally {
          open = false;
          command('endgroup', '');
        }
      },
    },
    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings
    set(kind, name, value) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const { file, command: instead } = COMMAND_FILES[kind](env);
      // Random, so that no value can end early and set another name.
      const delimiter = `end_${randomBytes(16).toString('hex')}`;
      if (file) appendFileSync(file, `${name}<<${delimiter}\n${text}\n${delimiter}\n`);
      else command(instead, text, { name });
    },
    mask(value) {
      for (const text of textsToMask(value)) {
        mask(text);
        mask(breakCommands(text));
      }
    },
    end: resume,
  };
}

function annotation(location: Location | undefined): Record<string, string | number> {
  if (!location) return {};
  return {
    file: breakCommands(location.file),
    ...(location.line !== undefined && { line: location.line }),
    ...(location.column !== undefined && { col: location.column }),
  };
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
