/** Images that version 1.0.0 built: `test/fixtures/1.0.0/` holds the tags and labels that its bundle gave one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorld } from './build-image.fixture.ts';

const fixture = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/1.0.0/build-image-built.json'), 'utf8'),
) as { with: Record<string, string>; labels: Record<string, string>; tags: string[] };
const OTHER = 'c'.repeat(40);
const FOREVER = { 'reuse-max-age': '87600h' };

test('an image of the same inputs is reused', async () => {
  await using world = await createWorld();
  const image = await world.emulator.seed.image({
    name: 'server',
    labels: fixture.labels,
    tags: fixture.tags,
    index: true,
  });
  const result = await world.step({ commit: OTHER, with: { ...fixture.with, ...FOREVER } });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.outputs).toMatchObject({ reused: 'true', digest: image.split('@')[1] });
  expect(await world.digest(OTHER)).toBe(image.split('@')[1]);
  expect(world.builds()).toEqual([]);
});

test('an image of other build arguments is not', async () => {
  await using world = await createWorld();
  await world.emulator.seed.image({ name: 'server', labels: fixture.labels, tags: fixture.tags, index: true });
  const result = await world.step({ commit: OTHER, with: { ...fixture.with, ...FOREVER, 'build-args': 'TENANT=two' } });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.outputs.reused).toBe('false');
  expect(world.builds()).toHaveLength(1);
});
