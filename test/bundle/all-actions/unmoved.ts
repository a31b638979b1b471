/** Checks of a step whose log contains foreign text: the runner executed only our workflow commands. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { type Reading, readLog } from '../../harness/runner-model.ts';

/** The values of the commands in hostile text. */
const FORGED = ['x', 'y', 'on', '/tmp/victim'];

/** Only our annotations, groups and masks, and only our content in the command files. */
export function expectUnmoved(result: StepResult): void {
  expectInert(result.summary);
  const reading = readLog(result.log);
  // Foreign text is escaped, and commands are stopped while it is printed; either alone must be enough.
  const unstopped = readLog(result.log.replaceAll(/^::stop-commands::\w{7,}$/gm, ''));
  for (const one of [reading, unstopped]) expectNothingForged(one);
  expect(reading.shown.filter((shown) => shown.includes('add-mask::ya29'))).toEqual([]);
  const tokens = reading.masks.filter((mask) => mask.startsWith('ya29.'));
  const all = [reading.shown.join('\n'), result.summary, JSON.stringify([result.outputs, result.state])];
  for (const token of tokens) for (const text of all) expect(text).not.toContain(token);
  expect([result.environment, result.path]).toEqual(['', '']);
  for (const values of [result.outputs, result.state])
    expect(Object.values(values).filter((value) => FORGED.includes(value))).toEqual([]);
}

function expectNothingForged(reading: Reading): void {
  expect(reading).toMatchObject({ outputs: {}, state: {}, env: {}, stopped: false });
  const ours = /^(debug|notice|warning|error|group|endgroup): /;
  expect(reading.commands.filter((command) => !ours.test(command))).toEqual([]);
  // A forged command starts with its value, which our texts never do; an empty line of a program becomes an empty debug line.
  const forged = /^(?!(?:endgroup|debug): $)\w+: (?:$|x\b|\/tmp\/victim|on\b|%0A|\n::)/;
  expect(reading.commands.filter((command) => forged.test(command))).toEqual([]);
  expect(reading.masks.filter((mask) => FORGED.includes(mask) || mask.startsWith('/tmp/victim'))).toEqual([]);
}

/** In the summary that GitHub renders, foreign text is plain text. */
function expectInert(summary: string): void {
  const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
  const html = micromark(summary, options);
  expect(html).not.toMatch(/<img|<script|<a [^>]*evil/);
  // Users are mentioned only within code.
  expect(html.replace(/<code[^>]*>[^<]*(?:<wbr>[^<]*)*<\/code>/g, '')).not.toMatch(/@octocat|&#64;octocat/);
}
