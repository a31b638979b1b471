/** Checks of a step whose log contains text from elsewhere: the runner executed only our workflow commands. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { type Reading, readLog } from '../../harness/runner-model.ts';

/** The values of the commands in hostile text. */
const FORGED = ['x', 'y', 'on', '/tmp/victim'];

/** Only our levels of annotations and folds, only masks of what we mask, and no file of commands but with what is ours. */
export function expectUnmoved(result: StepResult): void {
  expectInert(result.summary);
  const reading = readLog(result.log);
  // Text of others is broken, and commands are stopped while it comes: each must do alone.
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
  // A forged one begins with its value, which no text of ours does; an empty line of a program is an empty line of debug.
  const forged = /^(?!(?:endgroup|debug): $)\w+: (?:$|x\b|\/tmp\/victim|on\b|%0A|\n::)/;
  expect(reading.commands.filter((command) => forged.test(command))).toEqual([]);
  expect(reading.masks.filter((mask) => FORGED.includes(mask) || mask.startsWith('/tmp/victim'))).toEqual([]);
}

/** The summary, as GitHub renders it, holds nothing that the text of others put there but text. */
function expectInert(summary: string): void {
  const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
  const html = micromark(summary, options);
  expect(html).not.toMatch(/<img|<script|<a [^>]*evil/);
  // No user is mentioned outside of code.
  expect(html.replace(/<code[^>]*>[^<]*(?:<wbr>[^<]*)*<\/code>/g, '')).not.toMatch(/@octocat|&#64;octocat/);
}
