/** The comment of a preview says what there is, and nothing that there is not. */
import { describe, expect, test } from 'vitest';
import { commentLines, failuresOf, type ShownPart } from '../../../actions/preview/comment/lines.ts';

const PART: ShownPart = {
  name: 'api',
  where: 'us-central1',
  url: 'https://pr-7---api',
  version: 'api-1',
  current: true,
};
const textOf = (state: Parameters<typeof commentLines>[0], ...parts: readonly ShownPart[]) =>
  commentLines(state, { commit: 'a'.repeat(40), runUrl: 'https://run', parts }).join('\n');

describe('while it is built', () => {
  test('there is no URL, unless an earlier one is still there', () => {
    const none = { ...PART, url: undefined, version: undefined, current: false };
    expect(textOf({ phase: 'building' }, none)).not.toContain('api');
    expect(textOf({ phase: 'building' }, { ...PART, current: false })).toMatch(/⏳[\s\S]*still shows `api-1`/);
  });

  test('a part that is ready is shown as such', () => {
    expect(textOf({ phase: 'building' }, PART)).not.toContain('still shows');
  });
});

test('a failed one says why and what to do, and what there is of each part', () => {
  const text = textOf(
    { phase: 'failed', reasons: failuresOf({ images: 'success', migrate: 'failure', deploy: 'skipped' }) },
    { ...PART, current: false },
    { ...PART, name: 'web', url: undefined },
    { ...PART, name: 'site', url: undefined, unknown: true },
  );
  expect(text).toMatch(/❌[^\n]*The migration failed, and no service was deployed\. Fix it and push/);
  expect(text).toMatch(
    /api[^\n]*still shows[^\n]*\n[^\n]*web[^\n]*no preview[^\n]*\n[^\n]*site[^\n]*could not be read/,
  );
});

test('what failed and is not known is named', () => {
  expect(failuresOf({ other: 'failure' })).toEqual([expect.stringContaining('The step other failed.')]);
  expect(failuresOf({ images: 'skipped', deploy: 'success' })).toEqual([]);
});

test.each([
  { images: 'cancelled', lists: 'skipped', deploy: 'skipped' },
  { images: 'success', lists: 'success', deploy: 'cancelled' },
])('one that was cancelled is not shown as ready: %j', (results) => {
  const reasons = failuresOf(results);
  expect(reasons).toEqual([expect.stringMatching(/^The run was cancelled or exceeded its time limit\./)]);
  expect(textOf({ phase: 'failed', reasons }, { ...PART, current: false })).toMatch(/❌[\s\S]*still shows/);
});
