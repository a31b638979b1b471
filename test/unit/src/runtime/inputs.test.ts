import { describe, expect, test } from 'vitest';
import { InputError } from '../../../../src/runtime/errors.ts';
import { createInputReader } from '../../../../src/runtime/inputs.ts';

const problems = (
  env: Record<string, string>,
  read: (reader: ReturnType<typeof createInputReader>) => void,
): string[] => {
  const reader = createInputReader(env);
  read(reader);
  try {
    reader.done();
    return [];
  } catch (error) {
    return (error as InputError).problems.map(({ subject, message }) => `${subject}: ${message}`);
  }
};

describe('reading inputs', () => {
  test('an absent input is undefined, and so is one that is empty or blank', () => {
    const reader = createInputReader({ 'INPUT_SERVICE-ACCOUNT': '', INPUT_TAG: '  \n' });
    expect([reader.text('service'), reader.text('service-account'), reader.text('tag')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    reader.done();
  });

  test('an empty input takes the fallback', () => {
    const reader = createInputReader({ INPUT_TIMEOUT: '' });
    expect(reader.duration('timeout', '5m')).toBe(300_000);
    reader.done();
  });

  test.each([
    ['true', true],
    ['True', true],
    ['FALSE', false],
    ['false', false],
  ])('boolean %s', (text, value) => {
    expect(createInputReader({ INPUT_FORCE: text }).boolean('force', 'false')).toBe(value);
  });

  test('all problems are reported together, each with its input, the given and the expected value', () => {
    const env = {
      INPUT_FORCE: 'yes',
      INPUT_STRATEGY: 'blue-green',
      'INPUT_PROBE-PASSES': '0',
      INPUT_TIMEOUT: '5 minutes',
      INPUT_ENV: 'A=1\n\nB',
      INPUT_SERVCE: 'shop',
    };
    expect(
      problems(env, (reader) => {
        reader.required('service');
        reader.boolean('force', 'false');
        reader.oneOf('strategy', ['direct', 'canary'], 'direct');
        reader.integer('probe-passes', '3', { min: 1, max: 100 });
        reader.duration('timeout', '15m');
        reader.map('env');
      }),
    ).toEqual([
      'Input service: is missing. It is required.',
      'Input force: "yes" is not a boolean. Write true or false.',
      'Input strategy: "blue-green" is not known. Write one of: direct, canary.',
      'Input probe-passes: "0" is not a whole number from 1 to 100.',
      'Input timeout: "5 minutes" is not a duration. Write for instance 500ms, 90s, 5m, 1h30m or 7d.',
      'Input env: line 3: "B" has no "=". Write KEY=VALUE, one per line.',
      'Input servce: is not an input of this action. Did you mean service?',
    ]);
  });

  test('a parser sees each line of a list, and its complaint names the input', () => {
    const parser = (text: string) => {
      if (text === 'b') throw new Error('"b" is not allowed.');
      return text.toUpperCase();
    };
    expect(createInputReader({ INPUT_TAGS: 'a\nc' }).parseList('tags', parser)).toEqual(['A', 'C']);
    expect(problems({ INPUT_TAGS: 'b\na\nb' }, (reader) => reader.parseList('tags', parser))).toHaveLength(2);
    expect(problems({ INPUT_TAGS: 'a\nb' }, (reader) => reader.parseList('tags', parser))).toEqual([
      'Input tags: "b" is not allowed.',
    ]);
  });

  test('an input error is one error', () => {
    const reader = createInputReader({});
    reader.required('service');
    expect(() => reader.done()).toThrow(InputError);
  });

  const key = JSON.stringify({ type: 'service_account', private_key: '-----BEGIN PRIVATE KEY-----\nLEAK' }, null, 2);
  test.each([
    ['a key in place of an account', key],
    ['a token', `ghp_${'LEAK'.repeat(9)}`],
    ['one of several lines', `web\nsk_live_${'LEAK'.repeat(6)}\n`],
    ['a password in an address', 'postgres://app:LEAKLEAK99@db/shop'],
  ])('%s is not shown in a message', (_, text) => {
    const refuse = (given: string) => {
      throw new Error(`"${given}" is not a service account: ${JSON.stringify({ given })}`);
    };
    const found = problems({ 'INPUT_SERVICE-ACCOUNT': text, INPUT_ENV: text, INPUT_LIST: text }, (reader) => {
      reader.parse('service-account', refuse);
      reader.map('env');
      reader.parseList('list', refuse);
    });
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.join('\n')).not.toContain('LEAK');
    expect(found.join('\n')).toContain('(hidden)');
  });
});
