/** Shared inputs and the workflows' allowed keys are those of scripts/docs/shared-inputs.yml (npm run docs). */
import { expect, test } from 'vitest';
import { renderKeys, renderManifest, shared } from '../../scripts/docs/shared-inputs.ts';
import { ACTIONS, manifestOf, read } from './sources.ts';

test.each(ACTIONS)('%s has the shared inputs in the words of the shared manifest', (action) => {
  const text = read(`actions/${action}/action.yml`);
  expect(renderManifest(text)).toBe(text);
});

test("the workflows' lists allow the keys of the shared manifest", () => {
  expect(read('actions/pipeline/plan/keys.ts')).toBe(renderKeys());
});

test('a key that is passed to an action is an input of it', () => {
  const unknown = [shared.pipeline, shared.rollback].flatMap((lists) =>
    Object.entries(lists).flatMap(([list, { own: _, ...sources }]) =>
      Object.entries(sources).flatMap(([source, keys]) => {
        const action = source === 'release' ? 'deploy-run' : source;
        return keys
          .split(' ')
          .filter((key) => !((key === 'dockerfile' ? 'file' : key) in manifestOf(action).inputs))
          .map((key) => `${list}: ${action} has no input ${key}`);
      }),
    ),
  );
  expect(unknown).toEqual([]);
});

test('an input of every action is added where it is missing, and a drifted one is replaced', () => {
  const text = read('actions/migrate/action.yml');
  const [name = ''] = Object.keys(shared.every);
  const without = text.replace(new RegExp(`^  ${name}:\\n(?:    .*\\n)+`, 'm'), '');
  expect(without).not.toBe(text);
  expect(renderManifest(without)).toContain(`  ${name}:\n    description: `);
  expect(renderManifest(text.replace('With `true`, read and check', 'Reads and checks'))).toBe(text);
});
