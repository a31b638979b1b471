/** Images that version 1.0.0 built: `test/fixtures/1.0.0/` holds the tags and labels of one that its bundle built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFixture } from './build-image.fixture.ts';

const written = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/1.0.0/build-image-built.json'), 'utf8'),
) as { with: Record<string, string>; labels: Record<string, string>; tags: string[] };
const OTHER = 'c'.repeat(40);
const FOREVER = { 'reuse-max-age': '87600h' };

test('an image of the same inputs is reused', async () => {
  await using fixture = await createFixture();
  const image = await fixture.emulator.seed.image({
    name: 'server',
    labels: written.labels,
    tags: written.tags,
    index: true,
  });
  const result = await fixture.step({ commit: OTHER, with: { ...written.with, ...FOREVER } });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.outputs).toMatchObject({ reused: 'true', digest: image.split('@')[1] });
  expect(await fixture.digest(OTHER)).toBe(image.split('@')[1]);
  expect(fixture.builds()).toEqual([]);
});

test('an image of other build arguments is not', async () => {
  await using fixture = await createFixture();
  await fixture.emulator.seed.image({ name: 'server', labels: written.labels, tags: written.tags, index: true });
  const result = await fixture.step({
    commit: OTHER,
    with: { ...written.with, ...FOREVER, 'build-args': 'TENANT=two' },
  });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.outputs.reused).toBe('false');
  expect(fixture.builds()).toHaveLength(1);
});
