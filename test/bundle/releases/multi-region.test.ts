/** Multi-region services through the bundle: written at the location `global`, checked in every region. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaultRule } from '../../../packages/emulator/src/core/faults.ts';
import { createFixture, type Fixture, logOf } from '../deploy-run/deploy-run.fixture.ts';
import { A, B, REGIONS } from './release.fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.stop());

const REVISION = { [A]: 'aaaaaaaaaaaa', [B]: 'bbbbbbbbbbbb' };

/** A service with the image `one` of commit A in both regions, deployed by the action. */
async function createScenario(service: string) {
  const annotation = (regions: string) => `\n    run.googleapis.com/regions: ${regions}`;
  const manifest = (regions: string = REGIONS.join(',')) =>
    fixture.file(`${service}.yaml`, fixture.manifest({ name: service, annotations: annotation(regions) }));
  const deploy = (commit: string, image: string, more: Record<string, string> = {}) =>
    fixture.deploy(commit, { manifest: manifest(), image, 'allow-unauthenticated': 'true', ...more });
  const serves = (commit: string) => {
    const shares = [...REGIONS, 'global'].map((region) => fixture.serves(service, region));
    expect(new Set(shares)).toEqual(new Set([`${service}-${REVISION[commit]}-1=100`]));
  };
  const first = await deploy(A, await fixture.image('one'));
  expect(first.exitCode, logOf(first)).toBe(0);
  serves(A);
  return { first, manifest, deploy, serves };
}

test('a first deploy, the next one, and rollbacks by manifest and by name', async () => {
  const service = 'm-all';
  const { first, manifest, deploy, serves } = await createScenario(service);
  for (const region of REGIONS) {
    const owner = fixture.emulator.run.services.get(`projects/orchestra-dev/locations/${region}/services/${service}`);
    expect(JSON.stringify(owner?.policy)).toContain('allUsers');
  }
  expect(first.outputs.url).toContain('m-all-');
  fixture.probes.length = 0;
  const next = await deploy(B, await fixture.image('two'));
  expect(next.exitCode, logOf(next)).toBe(0);
  serves(B);
  // At 0 % and at 100 %, twice each, in both regions.
  expect(fixture.probes.filter(({ revision }) => revision.includes(REVISION[B] ?? ''))).toHaveLength(8);
  const back = await fixture.deploy(B, { manifest: manifest(), 'rollback-to': 'previous' });
  expect(back.exitCode, logOf(back)).toBe(0);
  serves(A);
  const released = await fixture.deploy(B, { service, region: 'global', 'rollback-to': `${service}-${REVISION[B]}-1` });
  expect(released.exitCode, logOf(released)).toBe(0);
  serves(B);
});

test('a revision that is unhealthy in one region gets traffic in none', async () => {
  const { deploy, serves } = await createScenario('m-sick');
  const image = await fixture.image('sick in europe');
  fixture.emulator.fakeDriver.setBehavior(image, {
    http: ({ headers }) => (String(headers.host).includes('europe-west1') ? 500 : 200),
  });
  const result = await deploy(B, image);
  expect(result.exitCode, logOf(result)).toBe(1);
  expect(result.errors[0]?.message).toMatch(/europe-west1.*failed its health check/);
  serves(A);
});

test('a revision that does not start leaves every region as it was', async () => {
  const { deploy, serves } = await createScenario('m-dead');
  const image = await fixture.image('dead');
  fixture.emulator.fakeDriver.setBehavior(image, { startup: 'exits', exitCode: 3 });
  const result = await deploy(B, image);
  expect(result.exitCode, logOf(result)).toBe(1);
  expect(result.errors[0]?.message).toMatch(/did not become ready/);
  serves(A);
});

test.each<[string, FaultRule]>([
  ['fails with 503', { status: 503 }],
  ['loses its response', { dropResponse: true }],
  ['meets another write', { status: 409 }],
])('a write that %s is made again', async (_, fault) => {
  const service = `m-${Object.keys(fault)[0]?.toLowerCase()}-${Object.values(fault)[0]}`;
  const { deploy, serves } = await createScenario(service);
  fixture.emulator.core.faults.add({ method: 'PATCH', path: 'updateMask=annotations', times: 2, ...fault });
  const result = await deploy(B, await fixture.image('two'));
  fixture.emulator.core.faults.clear();
  expect(result.exitCode, logOf(result)).toBe(0);
  serves(B);
});

describe('is refused, and nothing was changed', () => {
  test('other regions than those that serve', async () => {
    const { manifest, serves } = await createScenario('m-moved');
    const inputs = { manifest: manifest('us-central1,asia-east1'), image: await fixture.image('two') };
    const result = await fixture.deploy(B, inputs);
    expect(result.errors[0]?.message, logOf(result)).toMatch(/A deploy does not change the regions/);
    serves(A);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['several regions beside those of the manifest', { region: REGIONS.join('\n') }, /the manifest names its own/],
    ['global beside a manifest', { region: 'global' }, /A manifest names its regions itself/],
  ])('%s', async (_, more, message) => {
    const text = fixture.manifest({ name: 'm-none', annotations: '\n    run.googleapis.com/regions: us-central1' });
    const inputs = { manifest: fixture.file('m-none.yaml', text), image: await fixture.image('two'), ...more };
    const result = await fixture.deploy(B, inputs);
    expect(result.errors[0]?.message, logOf(result)).toMatch(message);
    expect(fixture.serves('m-none', 'global')).toBe('nothing');
  });

  test('a name that no multi-region service has', async () => {
    const result = await fixture.deploy(B, { service: 'm-none', region: 'global', 'rollback-to': 'previous' });
    expect(result.errors[0]?.message, logOf(result)).toMatch(/there is no multi-region service m-none/);
  });
});
