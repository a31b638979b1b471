/** The command line's own language: options, hints, help. */
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../cli/commands/index.ts';
import { readArguments } from '../../../cli/core/arguments.ts';
import type { Command } from '../../../cli/core/command.ts';
import { helpOf, overview } from '../../../cli/core/help.ts';
import { printable } from '../../../cli/core/terminal.ts';
import { InputError } from '../../../src/runtime/errors.ts';

const command = (name: string) => COMMANDS.find((one) => one.name === name) as Command;
const problems = (name: string, ...words: string[]) => {
  try {
    readArguments(command(name), words);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
};

describe('arguments', () => {
  it('takes options before and after operands, with = and without', () => {
    const args = readArguments(command('rollback'), ['--to=previous', 'web', '--region', 'a1,b1', '--region', 'c1']);
    expect([args.text('to'), args.positionals, args.list('region')]).toEqual(['previous', ['web'], ['a1', 'b1', 'c1']]);
  });
  it.each([
    [['--reson', 'x'], 'Option --reson: is not an option of rollback. Did you mean --reason?'],
    [['--dry'], 'Option --dry: is not an option of rollback. Did you mean --dry-run?'],
    [['--xyzzy'], 'See orchestra rollback --help'],
    [['--to'], 'Option --to: needs a value. Write --to TARGET.'],
    [['--force=yes'], 'Option --force: takes no value, got "yes".'],
    [['--to', 'a', '--to', 'b'], 'Option --to: is given twice.'],
    [['web', 'api'], 'rollback takes at most 1, got "web" "api". Usage: orchestra rollback SERVICE'],
    [['gcloud', 'run', 'deploy'], 'only init takes a gcloud command line'],
  ])('%j: %s', (words, says) => {
    expect(problems('rollback', ...words)).toContain(says);
  });
  it('reports all problems together', () => {
    expect(problems('rollback', '--reson', 'x', '--to').split('\n')).toHaveLength(2);
  });
});

describe('help', () => {
  it('of the program', async () => {
    await expect(overview(COMMANDS, '1.0.0')).toMatchFileSnapshot('golden/help.txt');
  });
  it.each(COMMANDS.map(({ name }) => name))('of %s', async (name) => {
    await expect(helpOf(command(name))).toMatchFileSnapshot(`golden/help-${name}.txt`);
  });
  it('is no wider than a terminal', () => {
    for (const one of COMMANDS)
      for (const line of helpOf(one).split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

it('text of servers cannot drive the terminal', () => {
  expect(printable('a\u001b[2Jb\rc\u0007\u202e')).toBe('a\\u{1b}[2Jb\nc\\u{7}\\u{202e}');
});
