/** A freeze is judged by Google's clock, even if the runner's clock is wrong. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { runStep, type StepResult } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, logOf, SERVICE } from '../deploy-run/deploy-run.fixture.ts';

const [A, B] = COMMITS;
const DAY = 86_400_000;
/** Days by which the runner's clock is ahead. */
const AHEAD = 10;

let fixture: Fixture;
let image: string;
beforeAll(async () => {
  fixture = await createFixture();
  await fixture.release(SERVICE, [A]);
  image = await fixture.image('two');
  fixture.emulator.seed.bucket('acme-shop');
  mkdirSync(join(fixture.workspace, 'dist'));
  writeFileSync(join(fixture.workspace, 'dist/index.html'), '<p>shop');
  fixture.file(
    'job.yaml',
    'apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: { name: nightly }\nspec: { template: { spec: { template: { spec: { containers: [{ image: x }] } } } } }\n',
  );
});
afterAll(() => fixture.stop());

/** A freeze of a few days around the day `days` from now, by Google's clock. */
function around(days: number): string {
  const date = (offset: number) => new Date(Date.now() + (days + offset) * DAY).toISOString().slice(0, 10);
  return `${date(-2)} - ${date(3)}: inventory`;
}

const run = (action: string, inputs: Record<string, string>): Promise<StepResult> =>
  runStep(action, {
    workspace: fixture.workspace,
    with: {
      'workload-identity-provider': DEFAULTS.provider,
      'service-account': DEFAULTS.serviceAccount,
      project: DEFAULTS.project,
      region: DEFAULTS.region,
      'github-token': fixture.emulator.github.token,
      'dry-run': 'true',
      ...inputs,
    },
    env: {
      ...fixture.emulator.env,
      GITHUB_SHA: B,
      NODE_OPTIONS: `--require ${join(import.meta.dirname, '../../harness/fast-clock.cjs')}`,
      CLOCK_AHEAD: String(AHEAD * DAY),
    },
  });

const services = `us-central1/${SERVICE}`;
describe.each<[string, string, () => Record<string, string>]>([
  ['a service', 'deploy-run', () => ({ service: SERVICE, image, 'probe-path': '/health' })],
  ['a job', 'deploy-run', () => ({ manifest: 'job.yaml', image })],
  ['a migration', 'migrate', () => ({ job: 'migrate', image, command: 'migrate', services })],
  ['a migration without services', 'migrate', () => ({ job: 'migrate', image, command: 'migrate' })],
  ['a frontend', 'publish-frontend', () => ({ path: 'dist', bucket: 'acme-shop', services })],
])('%s', (_, action, inputs) => {
  test('is frozen on the days of Google, and not on those of the runner', async () => {
    const frozen = await run(action, { ...inputs(), freeze: around(0) });
    expect(frozen.exitCode, logOf(frozen)).toBe(1);
    expect(frozen.errors[0]?.message).toMatch(/Deploys are frozen .*: inventory\./);
    expect(frozen.warnings.map(({ message }) => message).join()).toMatch(/clock is \S+ ahead of Google's/);
    const free = await run(action, { ...inputs(), freeze: around(AHEAD) });
    expect(free.exitCode, logOf(free)).toBe(0);
  });
});
