/** Reads a command line against the options of its command. All problems are reported together, each with a hint. */
import { parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { InputError, type Problem } from '../../src/runtime/errors.ts';
import { type Arguments, COMMON, type Command } from './command.ts';

export function readArguments(command: Command, words: readonly string[]): Arguments {
  const options = { ...command.options, ...COMMON };
  const { own, pasted } = split(words);
  const { tokens, positionals } = parseArgs({
    args: [...own],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems: Problem[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const subject = `Option ${token.rawName}`;
    if (!option) problems.push({ subject, message: unknownOption(token.name, command.name, Object.keys(options)) });
    else if (option.value !== undefined && (token.value === undefined || token.value === ''))
      problems.push({ subject, message: `needs a value. Write --${token.name} ${option.value}.` });
    else if (option.value === undefined && token.value !== undefined)
      problems.push({ subject, message: `takes no value, got "${token.value}".` });
    else if (given.has(token.name) && option.value !== undefined && !option.many)
      problems.push({ subject, message: 'is given twice. Keep one of the two.' });
    else given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
  }
  if (positionals.length > command.mostOperands)
    problems.push({
      subject: 'Arguments',
      message: `${command.name} takes ${command.mostOperands === 0 ? 'none' : `at most ${command.mostOperands}`}, got ${positionals.map((word) => `"${word}"`).join(' ')}. Usage: orchestra ${command.name} ${command.operands}`,
    });
  if (pasted.length > 0 && command.name !== 'init')
    problems.push({ subject: 'Arguments', message: 'only init takes a gcloud command line.' });
  if (problems.length > 0 && !given.has('help')) throw new InputError(problems);
  return {
    text: (option) => given.get(option)?.at(-1),
    list: (option) => (given.get(option) ?? []).flatMap((value) => value.split(',')).filter((value) => value !== ''),
    all: (option) => given.get(option) ?? [],
    has: (option) => given.has(option),
    positionals,
    pasted,
  };
}

/** Words from `gcloud` or after `--` are the command line that was pasted. */
function split(words: readonly string[]): { own: readonly string[]; pasted: readonly string[] } {
  const at = words.findIndex((word) => word === '--' || word === 'gcloud');
  if (at < 0) return { own: words, pasted: [] };
  return { own: words.slice(0, at), pasted: words.slice(words[at] === '--' ? at + 1 : at) };
}

function unknownOption(name: string, command: string, known: readonly string[]): string {
  const near = known.find((one) => one.startsWith(name)) ?? closest(name, [...known]);
  const alike = distance(name, near) <= Math.max(2, name.length / 3) || near.startsWith(name);
  return `is not an option of ${command}. ${alike ? `Did you mean --${near}?` : `See orchestra ${command} --help.`}`;
}
