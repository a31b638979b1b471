/** deploy-run's main job through the committed bundle: deploy, refuse, shift, roll back, hold. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMITS, createWorld, SERVICE, said, type World } from './deploy-run.world.ts';

const [A, B, C] = COMMITS;
const revision = (commit: string, n = 1) => `${SERVICE}-${commit.slice(0, 12)}-${n}`;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

async function deployed(commit: string, content: string, inputs: Record<string, string> = {}) {
  const manifest = world.file('server.yaml', world.manifest());
  const result = await world.deploy(commit, {
    manifest,
    image: await world.image(content),
    'allow-unauthenticated': 'true',
    ...inputs,
  });
  return result;
}

describe('a service from a manifest', () => {
  test('first deploy: a named revision, probed while closed, then open to all, recorded', async () => {
    const result = await deployed(A, 'one');
    expect(result.exitCode, said(result)).toBe(0);
    expect(world.serves()).toBe(`${revision(A)}=100`);
    expect(result.outputs).toMatchObject({ revision: revision(A), changed: 'true' });
    const { body, status } = await world.fetch(`${result.outputs.url}/version`);
    expect([status, JSON.parse(body)]).toMatchObject([200, { revision: revision(A), version: A }]);
  });
});
