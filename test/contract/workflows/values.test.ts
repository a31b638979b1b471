/** Values that the pipeline refuses before anything is built are those that the actions refuse, and no others. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILD_KEYS, PIPELINE_KEYS, ROLLOUT_KEYS } from '../../../actions/pipeline/plan/keys.ts';
import { CHECKED_KEYS, CHOICES } from '../../../actions/pipeline/plan/problems/values.ts';
import { readSurroundings } from '../../../src/runtime/action.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { createInputReader, type InputReader, variable } from '../../../src/runtime/inputs.ts';
import { root } from '../sources.ts';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  'build-image': BUILD_KEYS,
  'deploy-run': ROLLOUT_KEYS,
  migrate: PIPELINE_KEYS.migration,
  'publish-frontend': PIPELINE_KEYS.frontends,
};

/** What an action says of the value of one of its inputs. */
async function problemsOf(action: string, key: string, value: string): Promise<string[]> {
  const { readInputs } = (await import(join(root, 'actions', action, 'inputs.ts'))) as {
    readInputs: (reader: InputReader, context: unknown) => unknown;
  };
  try {
    readInputs(createInputReader({ [variable(key)]: value }), {
      ...readSurroundings({}),
      state: () => '',
      clock: { now: () => 0 },
      log: { warning: () => {}, info: () => {}, debug: () => {} },
    });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.filter(({ subject }) => subject === `Input ${key}`).map(({ message }) => message);
  }
}

const checked = Object.entries(LISTS).flatMap(([action, keys]) =>
  CHECKED_KEYS.filter((key) => keys.includes(key)).map((key) => ({ action, key })),
);

test('every key that is checked is an input of an action, or a key of checks', () => {
  const ofChecks = CHECKED_KEYS.filter((key) => (PIPELINE_KEYS.checks as readonly string[]).includes(key));
  expect([...new Set([...checked.map(({ key }) => key), ...ofChecks])].sort()).toEqual([...CHECKED_KEYS].sort());
});

describe.each(checked)('$key of $action', ({ action, key }) => {
  test('is refused by the action where it is nonsense', async () => {
    expect(await problemsOf(action, key, 'nonsense')).not.toEqual([]);
  });

  test.each(CHOICES[key] ?? [])('%s is a choice of the action', async (choice) => {
    expect((await problemsOf(action, key, choice)).filter((message) => message.includes('is not known'))).toEqual([]);
  });
});
