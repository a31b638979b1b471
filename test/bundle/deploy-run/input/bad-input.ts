/** Runs a case of invalid input: it gets one clear message, and nothing is changed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StepOptions } from '../../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf, SERVICE } from '../deploy-run.fixture.ts';

const [A, B] = COMMITS;
const DIGEST = `us-central1-docker.pkg.dev/orchestra-dev/orchestra/server@sha256:${'0'.repeat(64)}`;

export interface BadInput {
  readonly name: string;
  /** `IMAGE` stands for an image that exists, `MISSING` for one that does not. */
  readonly with: Record<string, string>;
  /** Text of `m.yaml`. */
  readonly manifest?: (fixture: Fixture) => string;
  readonly env?: Record<string, string | undefined>;
  readonly prepare?: (fixture: Fixture) => (() => void) | undefined;
  readonly says: RegExp;
  /** Expected in the annotation. */
  readonly line?: number;
}

export const onService = { service: SERVICE, image: 'IMAGE' };
export const good = (fixture: Fixture) => fixture.manifest();

/** Declares a test for each case, on a service with one release. Returns the fixture, for further tests. */
export function testBadInput(cases: readonly BadInput[]): () => Fixture {
  let fixture: Fixture;
  let image: string;
  beforeAll(async () => {
    fixture = await createFixture();
    await fixture.release(SERVICE, [A]);
    image = await fixture.image('two');
  });
  afterAll(() => fixture.stop());

  test.each(cases)('$name', async ({ with: given, manifest, env, prepare, says, line }) => {
    const missing = `${image.split('@')[0]}@${DIGEST.split('@')[1]}`;
    const inputs = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replaceAll('IMAGE', image).replace('MISSING', missing),
      ]),
    );
    if (manifest) fixture.file('m.yaml', manifest(fixture));
    const services = () => JSON.stringify([...fixture.emulator.run.services.values()].map(({ doc }) => doc));
    const before = services();
    const undo = prepare?.(fixture);
    const options: Partial<StepOptions> = env ? { env } : {};
    const result = await fixture.deploy(B, inputs, options).finally(undo);
    expect(result.exitCode, logOf(result)).toBe(1);
    expect(result.errors, logOf(result)).toHaveLength(1);
    expect(result.errors[0]?.message).toMatch(says);
    expect(result.log).not.toContain('This is a bug');
    if (line !== undefined) expect(result.errors[0]).toMatchObject({ file: 'm.yaml', line });
    expect(services()).toBe(before);
    expect(fixture.emulator.run.jobs.size).toBe(0);
  });
  return () => fixture;
}
