/** The command line: finds the command, runs it, and prints its result or error. */

import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { closest } from 'fastest-levenshtein';
import type { ActionProcess } from '../src/runtime/action.ts';
import { CancelledError, InputError } from '../src/runtime/errors.ts';
import { reportError } from '../src/runtime/report.ts';
import { COMMANDS } from './commands/index.ts';
import { readArguments } from './core/arguments.ts';
import { EXIT } from './core/command.ts';
import { createTerminalContext } from './core/context.ts';
import { inOptions } from './core/deploy-run.ts';
import { helpOf, overview } from './core/help.ts';
import { createTerminalLog, printable } from './core/terminal.ts';

/** Set by the build. */
declare const ORCHESTRA_VERSION: string | undefined;
const version = typeof ORCHESTRA_VERSION === 'undefined' ? 'from source' : ORCHESTRA_VERSION;

export interface CliProcess extends Pick<ActionProcess, 'env' | 'stdout' | 'stderr' | 'exit'> {
  readonly argv: readonly string[];
  cwd(): string;
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

export async function runCli(host: CliProcess): Promise<void> {
  const [, program = '', name, ...words] = host.argv;
  const print = (text: string) => host.stdout.write(`${text}\n`);
  const log = createTerminalLog((text) => void host.stderr.write(text), words.includes('--debug'));
  const end = (code: number) => host.exit(code);
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    const about = COMMANDS.find((command) => command.name === words[0]);
    print(about ? helpOf(about) : overview(COMMANDS, version));
    return end(name === undefined ? EXIT.usage : EXIT.done);
  }
  if (name === '--version' || name === 'version') {
    print(version);
    return end(EXIT.done);
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const near = closest(
      name,
      COMMANDS.map((one) => one.name),
    );
    log.error(`"${name}" is not a command. Did you mean ${near}? orchestra --help lists all commands.`);
    return end(EXIT.usage);
  }
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) host.on(signal, () => cancel.abort(new CancelledError(signal)));
  try {
    const args = readArguments(command, words);
    if (args.has('help')) {
      print(helpOf(command));
      return end(EXIT.done);
    }
    const folder = host.cwd();
    const context = createTerminalContext({ env: host.env, folder, user: userName(), log, signal: cancel.signal });
    const result = await command.run(args, { context, folder, program, stdin: () => readFileSync(0, 'utf8') });
    print(args.has('json') ? JSON.stringify(result.data, null, 2) : printable(result.text));
    return end(result.exitCode ?? EXIT.done);
  } catch (error) {
    reportError(error, { ...log, error: (message, at) => log.error(inOptions(message), at) }, 'orchestra');
    return end(error instanceof InputError ? EXIT.usage : EXIT.failed);
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
