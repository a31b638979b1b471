/** The rollback of deploy-run reads the record of migrate. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
  fixture.file('web.yaml', fixture.manifest());
});
afterEach(() => fixture.stop());

const migrate = async (commit: string, content: string, contracting: boolean) => {
  const image = await fixture.image(content);
  const migrated = await runStep('migrate', {
    env: { ...fixture.emulator.env, GITHUB_SHA: commit },
    with: {
      image,
      job: 'web-migrate',
      project: DEFAULTS.project,
      region: DEFAULTS.region,
      contracting: String(contracting),
      'workload-identity-provider': DEFAULTS.provider,
      'service-account': DEFAULTS.serviceAccount,
    },
  });
  expect(migrated.exitCode, migrated.log).toBe(0);
  return image;
};
const release = async (commit: string, content: string, contracting: boolean) => {
  const image = await migrate(commit, content, contracting);
  const deployed = await fixture.deploy(commit, { manifest: 'web.yaml', image });
  expect(deployed.exitCode, deployed.log).toBe(0);
};

it('a rollback across a contracting migration is refused, and continues with force', async () => {
  const [a, b, c] = COMMITS;
  await release(a, 'a', false);
  await release(b, 'b', false);
  const harmless = await fixture.deploy(b, { service: 'web', 'rollback-to': a });
  expect(harmless.exitCode, harmless.log).toBe(0);

  // The hold would refuse its deploy, but the schema has changed.
  await migrate(c, 'c', true);
  const back = (force: string) => fixture.deploy(c, { service: 'web', 'rollback-to': a, force });
  const refused = await back('false');
  expect(refused.exitCode).toBe(1);
  expect(refused.errors.map(({ message }) => message).join()).toMatch(
    /migrations of c{12} contracted the database schema/,
  );
  const forced = await back('true');
  expect(forced.exitCode, forced.log).toBe(0);
});

it('without permission to read jobs a rollback continues, and names what it could not check', async () => {
  const [a, b] = COMMITS;
  await release(a, 'a', false);
  await release(b, 'b', true);
  fixture.emulator.core.access.deny('run.jobs.list');
  const result = await fixture.deploy(b, { service: 'web', 'rollback-to': a });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.warnings.map(({ message }) => message).join()).toContain('run.jobs.list');
});
