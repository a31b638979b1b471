/** The secret `build-env`: what is refused, and that no message contains a value. */
import { describe, expect, test } from 'vitest';
import { parseBuildEnv } from '../../../actions/pipeline/build-env.ts';
import { readInputs } from '../../../actions/pipeline/inputs.ts';
import { run } from '../../../actions/pipeline/run.ts';
import type { Context } from '../../../src/runtime/context.ts';
import { createInputReader } from '../../../src/runtime/inputs.ts';

const SECRET = 'hunter2-hunter2';

describe('build-env', () => {
  test('has names and values, one per line', () => {
    expect([...parseBuildEnv(`NPM_TOKEN=${SECRET}\n# a comment\nOTHER="a quoted value"`)]).toEqual([
      ['NPM_TOKEN', SECRET],
      ['OTHER', 'a quoted value'],
    ]);
  });

  test.each([
    ['a short value', 'PIN=hunter2', /PIN has fewer than 8 characters, so it cannot be masked/],
    ['a line without "="', SECRET, /expected KEY=VALUE/],
    ['a name that is none', `${SECRET}=${SECRET}`, /a name is not a valid variable name/],
    ['a variable of the runner', `GITHUB_TOKEN=${SECRET}`, /GITHUB_TOKEN is a variable of the runner/],
    ['what loads code into every program', `NODE_OPTIONS=${SECRET}`, /NODE_OPTIONS is a variable of the runner/],
  ])('%s is refused', (_, text, message) => {
    expect(() => parseBuildEnv(text)).toThrow(message);
    try {
      parseBuildEnv(text);
    } catch (error) {
      expect(String(error)).not.toContain('hunter2');
    }
  });
});

describe.each([
  ['checks', { TOKEN: SECRET }],
  ['frontends', { TOKEN: SECRET }],
  ['services', {}],
])('a job of %s', (list, expected) => {
  test('masks each value separately before it exports it', async () => {
    const done: string[] = [];
    const exported: Record<string, string> = {};
    const context = {
      mask: (value: string) => done.push(`mask ${value}`),
      exportVariable: (name: string, value: string) => {
        done.push(`export ${name}`);
        exported[name] = value;
      },
      output: () => {},
    } as unknown as Context;
    const reader = createInputReader({
      INPUT_TASK: 'entry',
      INPUT_LIST: list,
      INPUT_ENTRY: 'a',
      'INPUT_BUILD-ENV': `TOKEN=${SECRET}`,
      INPUT_CHECKS: '[{"name": "a", "run": "x"}]',
    });
    await run(readInputs(reader, context), context);
    expect(done[0]).toBe(`mask ${SECRET}`);
    expect(exported).toEqual(expected);
  });
});
