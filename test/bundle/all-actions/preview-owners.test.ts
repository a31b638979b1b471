/** Previews of two repositories on one service: pull requests with the same number have the same tag. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StepResult } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';

let fixture: Fixture;
let image: string;
beforeAll(async () => {
  fixture = await createFixture();
  image = await fixture.image('two');
});
afterAll(() => fixture.stop());

const [A, B, C] = COMMITS;
const TAG = 'pr-7';
const messages = ({ errors }: StepResult) => errors.map(({ message }) => message).join('\n');
const step = (repository: string, service: string, inputs: Record<string, string>, commit = B) =>
  fixture.deploy(commit, { service, ...inputs }, { env: { GITHUB_REPOSITORY: repository } });
const preview = (repository: string, service: string, commit = B, more: Record<string, string> = {}) =>
  step(repository, service, { image, tag: TAG, 'no-traffic': 'true', ...more }, commit);
const owners = (service: string) =>
  JSON.parse(fixture.doc(service).annotations?.['actions.orchestra.dev/previews'] ?? 'null') as unknown;
const revisionOf = (service: string) => fixture.doc(service).traffic?.find(({ tag }) => tag === TAG)?.revision;

test('a preview belongs to its repository: another one neither takes it over nor removes it', async () => {
  await fixture.release('shared', [A]);
  const first = await preview('acme/shop', 'shared');
  expect(first.exitCode, logOf(first)).toBe(0);
  expect(owners('shared')).toEqual({ [TAG]: 'acme/shop' });
  const before = structuredClone(fixture.doc('shared'));

  const refusal = `${TAG} is a preview of the repository acme/shop, but this run belongs to acme/blog. Nothing was changed.`;
  for (const attempt of [
    preview('acme/blog', 'shared', C),
    preview('acme/blog', 'shared', C, { 'dry-run': 'true' }),
    // With traffic, too.
    step('acme/blog', 'shared', { image, tag: TAG }, C),
  ]) {
    const result = await attempt;
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(messages(result)).toContain(`Input tag: ${refusal}`);
    expect(messages(result)).toContain('force: true');
  }
  // The pull request of the other repository is closed, and has nothing here.
  for (const more of [{}, { 'dry-run': 'true' }]) {
    const result = await step('acme/blog', 'shared', { 'remove-tag': TAG, ...more });
    expect(result.exitCode, logOf(result)).toBe(0);
    expect(result.log).toContain(`The tag ${TAG} stays: it is a preview of the repository acme/shop.`);
    expect(result.log).toContain('force: true');
  }
  expect(fixture.doc('shared')).toEqual(before);

  // The owning repository may deploy, whatever the case of its name.
  const next = await preview('Acme/Shop', 'shared', C);
  expect(next.exitCode, logOf(next)).toBe(0);
  expect(revisionOf('shared')).not.toBe(before.traffic?.find(({ tag }) => tag === TAG)?.revision);
  const removed = await step('acme/shop', 'shared', { 'remove-tag': TAG });
  expect(removed.exitCode, logOf(removed)).toBe(0);
  expect(revisionOf('shared')).toBeUndefined();
  expect(owners('shared')).toBeNull();
  // Now the tag is free.
  expect((await preview('acme/blog', 'shared', B)).exitCode).toBe(0);
  expect(owners('shared')).toEqual({ [TAG]: 'acme/blog' });
});

test('force takes the preview of another repository over, and removes it', async () => {
  await fixture.release('forced', [A]);
  expect((await preview('acme/shop', 'forced')).exitCode).toBe(0);
  const taken = await preview('acme/blog', 'forced', C, { force: 'true' });
  expect(taken.exitCode, logOf(taken)).toBe(0);
  expect(owners('forced')).toEqual({ [TAG]: 'acme/blog' });
  const removed = await step('acme/shop', 'forced', { 'remove-tag': TAG, force: 'true' });
  expect(removed.exitCode, logOf(removed)).toBe(0);
  expect(owners('forced')).toBeNull();
});

test('a tag without a record, as version 1.0 left it, is anyone’s; other records stay as they are', async () => {
  await fixture.release('old', [A]);
  expect((await preview('acme/shop', 'old')).exitCode).toBe(0);
  delete fixture.doc('old').annotations?.['actions.orchestra.dev/previews'];
  const result = await preview('acme/blog', 'old', C);
  expect(result.exitCode, logOf(result)).toBe(0);
  expect(owners('old')).toEqual({ [TAG]: 'acme/blog' });
  // The record of a manually removed tag does not count, and a malformed record is ignored.
  const other = await step('acme/shop', 'old', { image, tag: 'pr-8', 'no-traffic': 'true' });
  expect(other.exitCode, logOf(other)).toBe(0);
  expect(owners('old')).toEqual({ [TAG]: 'acme/blog', 'pr-8': 'acme/shop' });
  const annotations = fixture.doc('old').annotations as Record<string, string>;
  annotations['actions.orchestra.dev/previews'] = '[]';
  expect((await step('acme/shop', 'old', { 'remove-tag': TAG })).exitCode).toBe(0);
  expect(revisionOf('old')).toBeUndefined();
});

test('a first deploy as a preview is recorded, and a preview that fails leaves no record', async () => {
  fixture.file('new.yaml', fixture.manifest({ name: 'fresh' }));
  const inputs = { manifest: 'new.yaml', image, tag: TAG, 'no-traffic': 'true', probe: 'startup' };
  const made = await fixture.deploy(B, inputs, { env: { GITHUB_REPOSITORY: 'acme/shop' } });
  expect(made.exitCode, logOf(made)).toBe(0);
  expect(owners('fresh')).toEqual({ [TAG]: 'acme/shop' });
  const broken = await fixture.image('broken');
  fixture.emulator.fakeDriver.setBehavior(broken, { startup: 'exits', exitCode: 1 });
  const failed = await step('acme/shop', 'fresh', { image: broken, tag: 'pr-8', 'no-traffic': 'true' }, C);
  expect(failed.exitCode, logOf(failed)).toBe(1);
  expect(owners('fresh')).toEqual({ [TAG]: 'acme/shop' });
});
