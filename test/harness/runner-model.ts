/**
 * A model of how the runner reads a step's output: https://github.com/actions/runner, ActionCommand.cs (what is a command),
 * ActionCommandManager.cs (stop-commands), OutputManager.cs (which lines are parsed), ActionCommandManager's extensions
 * (what a command does). Written from those sources; imports nothing of the actions.
 *
 * The runner uses culture-sensitive comparison. The ignored characters depend on its machine, so the model is stricter than any: it
 * parses each line unchanged, without all characters that may be ignored, and with wide forms normalized.
 */

/** Registered commands: `Command` of each extension, and stop-commands. */
const REGISTERED = new Set([
  ...['stop-commands', 'internal-set-repo-path', 'set-env', 'set-output', 'save-state', 'add-mask', 'add-path'],
  ...['add-matcher', 'remove-matcher', 'debug', 'error', 'warning', 'notice', 'group', 'endgroup', 'echo'],
]);

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface Reading {
  /** Lines of the log, masked by what was known when each was printed. */
  readonly shown: readonly string[];
  readonly masks: readonly string[];
  /** Outputs, state, environment and path that were set by commands in the log. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Every executed command except masks and stops, as `name: data`. */
  readonly commands: readonly string[];
  /** Whether commands are stopped at the end of the log. */
  readonly stopped: boolean;
}

/** `String.TrimStart()`: all that `Char.IsWhiteSpace` says (https://learn.microsoft.com/dotnet/api/system.char.iswhitespace). */
const trimStart = (text: string): string =>
  text.replace(/^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '');

/** `StreamReader.ReadLine`. */
const linesOf = (log: string): string[] => log.split(/\r\n|\r|\n/);

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
const unescapeOld = (text: string): string => unescapeData(text.replaceAll('%3B', ';').replaceAll('%5D', ']'));

function properties(text: string, separator: string, decode: (value: string) => string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pair of text.split(separator)) {
    const at = pair.indexOf('=');
    if (at > 0 && at < pair.length - 1) found[pair.slice(0, at).toLowerCase()] = decode(pair.slice(at + 1));
  }
  return found;
}

/** `TryParseV2`, then `TryParse`; names compare without case. */
function parse(message: string, stopWord: string | undefined): Command | undefined {
  const known = (name: string) => REGISTERED.has(name.toLowerCase()) || name.toLowerCase() === stopWord?.toLowerCase();
  const line = trimStart(message);
  const end = line.startsWith('::') ? line.indexOf('::', 2) : -1;
  if (end >= 0) {
    const info = line.slice(2, end);
    const name = info.split(' ', 1)[0] as string;
    if (known(name))
      return {
        name: name.toLowerCase(),
        properties: properties(info.slice(name.length + 1).trim(), ',', unescapeProperty),
        data: unescapeData(line.slice(end + 2)),
      };
  }
  const start = message.indexOf('##[');
  const close = start < 0 ? -1 : message.indexOf(']', start);
  if (close < 0) return undefined;
  const info = message.slice(start + 3, close);
  const name = info.split(' ', 1)[0] as string;
  if (!known(name)) return undefined;
  return {
    name: name.toLowerCase(),
    properties: properties(info.slice(name.length + 1), ';', unescapeOld),
    data: unescapeOld(message.slice(close + 1)),
  };
}

/** Characters that culture-sensitive comparison may ignore or normalize. */
const skipped = /[\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u115f\u1160\u3164\uffa0\ufffc\ufffd]/gu;
const wide: Readonly<Record<string, string>> = {
  '：': ':',
  '﹕': ':',
  '︓': ':',
  '＃': '#',
  '﹟': '#',
  '［': '[',
  '﹇': '[',
};

function* readings(line: string): Generator<string> {
  yield line;
  const bare = line.replace(skipped, '');
  yield bare;
  yield bare
    .replace(/[：﹕︓＃﹟［﹇]/g, (char) => wide[char] as string)
    .replaceAll('∷', '::')
    .replaceAll('⩴', '::=');
}

/** Reads a whole log. `registered` masks are those of earlier steps and of secrets. */
export function readLog(log: string, registered: readonly string[] = []): Reading {
  const masks = [...registered];
  const shown: string[] = [];
  const commands: string[] = [];
  const sets: Record<'set-output' | 'save-state' | 'set-env', Record<string, string>> = {
    'set-output': {},
    'save-state': {},
    'set-env': {},
  };
  let stopWord: string | undefined;
  const show = (line: string) => shown.push(masks.reduce((text, mask) => text.replaceAll(mask, '***'), line));
  for (const line of linesOf(log)) {
    let command: Command | undefined;
    for (const reading of readings(line)) command ??= parse(reading, stopWord);
    if (!command) show(line);
    else if (stopWord !== undefined) {
      if (command.name === stopWord.toLowerCase()) stopWord = undefined;
      show(line);
    } else if (command.name === 'stop-commands') {
      stopWord = command.data;
      // "The stop token is masked if it has more than six characters."
      if (stopWord.length > 6) masks.push(stopWord);
      show(line);
    } else if (command.name === 'add-mask') {
      if (command.data !== '') masks.push(command.data);
    } else {
      if (command.name === 'set-output' || command.name === 'save-state' || command.name === 'set-env')
        sets[command.name][command.properties.name ?? ''] = command.data;
      commands.push(`${command.name}: ${command.data}`);
    }
  }
  return {
    shown,
    masks,
    outputs: sets['set-output'],
    state: sets['save-state'],
    env: sets['set-env'],
    commands,
    stopped: stopWord !== undefined,
  };
}
