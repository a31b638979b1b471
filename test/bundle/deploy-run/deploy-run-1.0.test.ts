/**
 * Services in the state of version 1.0.0: `test/fixtures/1.0.0/` holds the annotations, labels and traffic that its bundle wrote
 * (`held`: A and B released, then a rollback from B to A; `killed`: A and B released, killed while C had half of the traffic).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Service } from '../../../packages/emulator/src/run/types.ts';
import { COMMITS, createFixture, type Fixture, logOf, SERVICE } from './deploy-run.fixture.ts';

const [A, B, C, D] = COMMITS;
const revision = (commit: string) => `${SERVICE}-${commit.slice(0, 12)}-1`;
const ALL = (commit: string) => `${revision(commit)}=100`;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture.stop());

interface Recorded extends Pick<Service, 'labels' | 'annotations' | 'traffic'> {
  readonly state?: Readonly<Record<string, string>>;
}

/** The service with the revisions of these commits, in the state of 1.0.0. */
async function left(name: 'held' | 'killed', commits: readonly string[]): Promise<NonNullable<Recorded['state']>> {
  const path = join(import.meta.dirname, `../../fixtures/1.0.0/deploy-run-${name}.json`);
  const { state = {}, labels, annotations, traffic } = JSON.parse(readFileSync(path, 'utf8')) as Recorded;
  await fixture.release(SERVICE, commits);
  const response = await fetch(`${fixture.emulator.urls.run}/v2/${fixture.doc().name}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...fixture.doc(), labels, annotations, traffic, etag: undefined }),
  });
  expect(response.status, await response.text()).toBe(200);
  await fixture.settled();
  return state;
}

const records = (name: string) => JSON.parse(fixture.doc().annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');
const deploy = async (commit: string, more: Record<string, string> = {}) =>
  fixture.deploy(commit, {
    manifest: fixture.file('service.yaml', fixture.manifest()),
    image: await fixture.image(commit),
    'allow-unauthenticated': 'true',
    ...more,
  });
const rollback = (to: string, more: Record<string, string> = {}) =>
  fixture.deploy(D, { service: SERVICE, 'rollback-to': to, ...more });

test('its hold blocks a deploy until it is released, and its releases are kept', async () => {
  await left('held', [A, B]);
  const refused = await deploy(C);
  expect(refused.exitCode).toBe(1);
  expect(logOf(refused)).toMatch(/on hold.*octocat.*rollback to web-a+-1/s);
  expect(fixture.serves()).toBe(ALL(A));
  const released = await fixture.deploy(C, { service: SERVICE, 'release-hold': 'true' });
  expect(released.exitCode, logOf(released)).toBe(0);
  const deployed = await deploy(C);
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  expect(fixture.serves()).toBe(ALL(C));
  expect(records('releases').map((release: { commit: string }) => release.commit)).toEqual([A, B, C]);
  // The release that 1.0.0 rolled back from is skipped.
  const back = await rollback('previous');
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(fixture.serves()).toBe(ALL(A));
});

test('an earlier release of it is rolled back to by its commit', async () => {
  await left('held', [A, B]);
  const back = await rollback(B.slice(0, 8));
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(fixture.serves()).toBe(ALL(B));
});

test('post restores the traffic of its rollout', async () => {
  const state = await left('killed', [A, B, C]);
  expect(fixture.serves()).toBe(`${revision(B)}=50 ${revision(C)}=50`);
  const post = await fixture.post(C, { service: SERVICE, image: await fixture.image('three') }, state);
  expect(post.exitCode, logOf(post)).toBe(0);
  expect(fixture.serves()).toBe(ALL(B));
  expect(records('rollout')).toBeNull();
});

test('a rollback in the middle of its rollout goes to its baseline', async () => {
  await left('killed', [A, B, C]);
  const back = await rollback('previous', { reason: 'it hangs' });
  expect(back.exitCode, logOf(back)).toBe(0);
  expect(fixture.serves()).toBe(ALL(B));
  expect(records('rollout')).toBeNull();
});

test('a deploy takes its rollout over', async () => {
  await left('killed', [A, B, C]);
  const deployed = await deploy(D);
  expect(deployed.exitCode, logOf(deployed)).toBe(0);
  expect(fixture.serves()).toBe(ALL(D));
  expect(records('rollout')).toBeNull();
});

test('a deploy that fails over it restores its baseline', async () => {
  await left('killed', [A, B, C]);
  fixture.emulator.fakeDriver.setBehavior(await fixture.image(D), { startup: 'exits' });
  const failed = await deploy(D);
  expect(failed.exitCode).toBe(1);
  expect(fixture.serves()).toBe(ALL(B));
});

test('a commit that is older than the one it was deploying is refused', async () => {
  await left('killed', [A, B, C]);
  const refused = await deploy(A);
  expect(refused.exitCode).toBe(1);
  expect(fixture.serves()).toBe(`${revision(B)}=50 ${revision(C)}=50`);
});
