/** All writes of a clean-up, in their order: test/golden/clean-up-calls.calls. There is one part of each kind, so no two run in parallel. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logOf } from '../deploy-run/deploy-run.fixture.ts';
import { createPreviews, type PreviewFixture } from './preview.fixture.ts';

let previews: PreviewFixture;
beforeEach(async () => {
  previews = await createPreviews();
  await previews.seed(1, { files: ['index.html'], single: true });
  await previews.job('preview-1001-1-shop');
});
afterEach(() => previews.stop());

test('of a pull request that is closed', async () => {
  const deployed = await previews.preview(1);
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  for (const result of await previews.close(1)) expect(result.exitCode, logOf(result)).toBe(0);
  expect(previews.jobs()).toEqual([]);
  expect(previews.emulator.github.comments(1)).toHaveLength(1);
});

test('by schedule', async () => {
  previews.emulator.github.setPull(1, { state: 'closed' });
  const result = await previews.step({ task: 'clean-up', previews: '{"1": "closed"}', migrations: 'true' });
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(previews.jobs()).toEqual([]);
  expect(previews.emulator.github.comments(1)).toHaveLength(1);
});
