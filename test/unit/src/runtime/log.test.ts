import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRunner } from '../../../../src/runtime/log.ts';
import { breakCommands, createLines } from '../../../../src/runtime/output/foreign-text.ts';
import { hostileLines, hostileText } from '../../../harness/hostile-text.ts';
import { processorTime } from '../../../harness/processor-time.ts';
import { readLog } from '../../../harness/runner-model.ts';
import fc from '../../../harness/seeded.ts';

const MANY = { numRuns: 2000 };
const TOKEN = 'ya29.token-of-the-deploy';

function record(env: Record<string, string> = {}) {
  let text = '';
  const runner = createRunner(env, (chunk) => {
    text += chunk;
  });
  return { ...runner, text: () => text };
}

describe('text of others', () => {
  test('the model carries out what is not broken, so that the tests below can fail', () => {
    for (const line of hostileLines) {
      const { commands, masks, stopped } = readLog(line);
      expect(commands.length + masks.length + Number(stopped), JSON.stringify(line)).toBeGreaterThan(0);
    }
  });

  test('contains no workflow command, whatever the text around it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const reading = readLog(breakCommands(text));
        expect(reading.commands).toEqual([]);
        expect(reading.masks).toEqual([]);
        expect(reading.stopped).toBe(false);
      }),
      MANY,
    );
  });

  test('each form of a command is broken behind each white space', () => {
    for (const line of hostileLines)
      expect(readLog(breakCommands(line)), JSON.stringify(line)).toMatchObject({
        commands: [],
        masks: [],
        stopped: false,
      });
  });

  test('changes only by backslashes, and not at all where nothing could be a command', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replaceAll('\\', '').replaceAll('\u2237', '::').replaceAll('\u2a74', '::=');
        expect(breakCommands(text).replaceAll('\\', '')).toBe(plain);
      }),
      MANY,
    );
    for (const text of ['https://example.com/a:b', '# heading ## [x]', 'a: b', '10:30:00', 'C:\\dir', '[[x]]'])
      expect(breakCommands(text)).toBe(text);
  });

  test('takes time in proportion to its length', () => {
    const time = processorTime(() => {
      for (const part of [':', '#', '[', '\u200b', ':\u200b', '#\u200b', '##[', '::', '#\u200b['])
        breakCommands(part.repeat(100_000));
    });
    expect(time).toBeLessThan(5000);
  });
});

describe('lines', () => {
  test('are the same wherever the output is cut', () => {
    fc.assert(
      fc.property(hostileText, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const whole: string[] = [];
        const once = createLines((line) => whole.push(line));
        once.write(Buffer.from(text));
        once.end();
        const parts: string[] = [];
        const cut = createLines((line) => parts.push(line));
        let rest = Buffer.from(text);
        for (const at of cuts) {
          cut.write(rest.subarray(0, at));
          rest = rest.subarray(at);
        }
        cut.write(rest);
        cut.end();
        expect(parts).toEqual(whole);
        expect(parts.join('\n')).not.toMatch(/\r/);
      }),
      MANY,
    );
  });

  test('without an end are handed on in parts, cut at white space', () => {
    const lines: string[] = [];
    const output = createLines((line) => lines.push(line));
    output.write(`${'x'.repeat(60_000)} ${'y'.repeat(60_000)}`);
    expect(lines).toEqual([`${'x'.repeat(60_000)} `]);
    output.end();
    expect(lines.at(-1)).toBe('y'.repeat(60_000));
  });

  test('a long document on one line is split between its values, so that masked values are not split', () => {
    const lines: string[] = [];
    const output = createLines((line) => lines.push(line));
    // The token is where a line would be cut by its length alone.
    output.write(`{"a":"${'x'.repeat(64 * 1024 - 20)}","token":"${TOKEN}","b":"${'y'.repeat(60_000)}"}`);
    output.end();
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.includes(TOKEN))).toHaveLength(1);
  });
});

describe('the log', () => {
  test('no text in any place of it sets, stops or masks anything, and tokens minted during it are masked', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const { log, mask, end, text: printed } = record();
        log.info(text);
        log.output(text);
        mask(TOKEN);
        log.output(`${text}${TOKEN}`);
        log.debug(text);
        log.notice(text, { file: text, line: 3 });
        log.warning(text, { file: text });
        log.output(text);
        log.error(`${text}${TOKEN}`);
        await log.group(text, async () => log.output(text));
        log.output(text);
        end();
        const reading = readLog(printed());
        expect(reading).toMatchObject({ outputs: {}, state: {}, env: {}, stopped: false });
        expect(reading.commands.map((command) => command.split(':')[0])).toEqual([
          'debug',
          'notice',
          'warning',
          'error',
          'group',
          'endgroup',
        ]);
        // Its words are random and of this length; nothing else was added.
        expect(reading.masks.filter((one) => !/^[0-9a-f]{32}$/.test(one))).toEqual([TOKEN]);
        expect(reading.shown.join('\n')).not.toContain(TOKEN);
      }),
      { numRuns: 500 },
    );
  });

  test('a group within another, or beside it, is a line in the one that is open', async () => {
    const { log, text } = record();
    await log.group('outer', async () => {
      await Promise.all([log.group('a', async () => log.info('in a')), log.group('b', async () => log.info('in b'))]);
    });
    await log.group('next', async () => {});
    expect(text()).toBe('::group::outer\na\nin a\nb\nin b\n::endgroup::\n::group::next\n::endgroup::\n');
  });

  test('commands are stopped while output of others streams, with another word each time', () => {
    const { log, mask, end, text } = record();
    log.output('one');
    log.output('two');
    mask('secret');
    log.output('three');
    end();
    const lines = text().trimEnd().split('\n');
    const [, first] = /^::stop-commands::([0-9a-f]{32})$/.exec(lines[0] as string) ?? [];
    const [, second] = /^::stop-commands::([0-9a-f]{32})$/.exec(lines[5] as string) ?? [];
    expect(first).not.toBe(second);
    expect(lines).toEqual([
      `::stop-commands::${first}`,
      'one',
      'two',
      `::${first}::`,
      '::add-mask::secret',
      `::stop-commands::${second}`,
      'three',
      `::${second}::`,
    ]);
  });

  test('a secret is masked line by line, and as its broken form would be printed', () => {
    const { mask, log, end, text } = record();
    mask('alpha::beta\r\nline two\n\n');
    log.output('it is alpha::beta, and line two');
    end();
    const { shown, masks } = readLog(text());
    expect(masks.slice(0, 3)).toEqual(['alpha::beta', 'alpha:\\:beta', 'line two']);
    expect(shown).toContain('it is ***, and ***');
  });
});

describe('outputs and state', () => {
  test('a value of several lines sets only its own name', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'files-')), 'output');
    writeFileSync(file, '');
    const { set, text } = record({ GITHUB_OUTPUT: file });
    set('output', 'a', 'one\nb<<EOF\nforged\nEOF\n');
    set('output', 'list', ['x', 1]);
    const [, delimiter] = /^a<<(\S+)\n/.exec(readFileSync(file, 'utf8')) ?? [];
    expect(delimiter).toMatch(/^end_[0-9a-f]{32}$/);
    expect(readFileSync(file, 'utf8')).toContain(`a<<${delimiter}\none\nb<<EOF\nforged\nEOF\n\n${delimiter}\n`);
    expect(readFileSync(file, 'utf8')).toMatch(/list<<(\S+)\n\["x",1\]\n\1\n$/);
    expect(text()).toBe('');
  });
});
