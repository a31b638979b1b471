/** build-image with a repository of immutable tags, through the bundle. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixture, type Fixture } from './build-image.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

describe('in a repository with immutable tags', () => {
  beforeEach(() => {
    fixture.emulator.seed.repository({ id: 'fixed', immutableTags: true });
  });
  const fixed = (more: Record<string, string> = {}) => ({
    image: fixture.image.replace('/orchestra/', '/fixed/'),
    ...more,
  });

  it('a re-run of the same commit succeeds', async () => {
    const first = await fixture.step({ with: fixed() });
    expect(first.exitCode, first.log).toBe(0);
    const second = await fixture.step({ with: fixed() });
    expect(second.exitCode, second.log).toBe(0);
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
  });

  it('a step that was interrupted after its push is run again', async () => {
    const first = await fixture.step({ with: fixed() });
    const { store } = fixture.emulator.registry;
    const name = fixed().image.replace(/^[^/]+\//, '');
    const [key] = fixture.pushes().flatMap((path) => /inputs-[0-9a-f]{40}$/.exec(path) ?? []);
    await store.remove(name, key ?? '');
    const second = await fixture.step({ with: fixed() });
    expect(second.exitCode, second.log).toBe(0);
    expect(second.outputs).toMatchObject({ reused: 'true', digest: first.outputs.digest });
    expect((await store.manifest(name, key ?? ''))?.digest).toBe(first.outputs.digest);
  });

  it('a tag that is another image is an error before the push', async () => {
    await fixture.step({ with: fixed() });
    const pushed = fixture.pushes();
    fixture.write('main.go', 'package other');
    const result = await fixture.step({ with: fixed() });
    expect(result.errors.map(({ message }) => message).join('\n')).toMatch(
      /tag a+ exists, points at sha256:.*cannot be moved: the repository has immutable tags/,
    );
    expect(fixture.pushes()).toEqual(pushed);
  });

  it('an old image is built again for a new commit', async () => {
    await fixture.step({ with: fixed() });
    const result = await fixture.step({ commit: 'b'.repeat(40), with: fixed({ 'reuse-max-age': '0s' }) });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs.reused).toBe('false');
  });
});
