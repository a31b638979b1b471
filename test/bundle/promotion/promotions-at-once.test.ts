/** Promotions of two commits to one target at once, as from two repositories: no concurrency group keeps them apart. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import type { StepResult } from '../../harness/runner.ts';
import { logOf } from '../deploy-run/deploy-run.fixture.ts';
import { createFleet, type Fleet } from '../releases/release.fixture.ts';
import { A, B, C, createPromotionFixture, type PromotionFixture } from './promotion.fixture.ts';

let fixture: PromotionFixture;
beforeEach(async () => {
  fixture = await createPromotionFixture();
});
afterEach(() => fixture.stop());

const SOURCES = ['staging-api', 'staging-web'] as const;
const EXTRA = { 'probe-passes': '1', 'probe-interval': '1ms', 'probe-path': '/health' };

interface Promotion {
  readonly commit: string;
  readonly digest: string;
  readonly digests: string;
}

const live = () => fixture.repository.replace(/[^/]+$/, 'live');
/** Both services run the image of the first. */
const entriesOf = ([api, web]: readonly string[]) =>
  JSON.stringify([
    { name: 'server', service: api },
    { name: 'web', service: web, image: 'server' },
  ]);
const sources = (fleet: Fleet) => ({
  services: entriesOf(fleet.names),
  'from-services': `server=${SOURCES[0]}\nweb=${SOURCES[1]}`,
});

/** What the job `source` passes on. */
async function readSource(fleet: Fleet): Promise<Promotion> {
  const read = await fixture.promote(sources(fleet), C);
  expect(read.exitCode, logOf(read)).toBe(0);
  const { commit = '', digests = '' } = read.outputs;
  return { commit, digests, digest: (JSON.parse(digests) as Record<string, string>).s0 ?? '' };
}

/** The steps of the job `release` that change the target. */
async function release(fleet: Fleet, { commit, digests, digest }: Promotion, run: string): Promise<StepResult> {
  const fetched = await fixture.promote(
    {
      task: 'fetch',
      ...sources(fleet),
      'image-repository': live(),
      digests,
      commit,
      project: DEFAULTS.project,
      'target-services': fleet.names.map((name) => `${DEFAULTS.region}/${name}`).join('\n'),
    },
    C,
  );
  if (fetched.exitCode !== 0) return fetched;
  return await push(fleet, commit, `${live()}/server@${digest}`, run);
}

const push = (fleet: Fleet, commit: string, image: string, run: string): Promise<StepResult> =>
  fixture.deploy(
    commit,
    { ...EXTRA, services: JSON.stringify(fleet.names.map((service) => ({ service, image }))) },
    { env: { GITHUB_RUN_ID: run } },
  );

/** The digest that each service serves. */
const digestsOf = (fleet: Fleet) =>
  fleet.names.map((name) => {
    const { template } = fixture.doc(name);
    return template?.containers?.[0]?.image?.split('@')[1];
  });

/** All services serve one commit, by its digest: that of a release, or the baseline if both were refused. */
function expectWhole(fleet: Fleet, log: string, digests: Readonly<Record<string, string | undefined>>): void {
  const digest = digests[fleet.together()];
  expect(digest, `${fleet.together()}\n${log}`).toBeDefined();
  expect(digestsOf(fleet), log).toEqual([digest, digest]);
}

const baseline = async () => (await fixture.image('one')).split('@')[1];

/** Deploys commit C at the source. */
async function moveSource(image: string): Promise<void> {
  const services = JSON.stringify(SOURCES.map((service) => ({ service, image })));
  const moved = await fixture.deploy(C, { ...EXTRA, services });
  expect(moved.exitCode, logOf(moved)).toBe(0);
}

test('leave one whole release, and the newest commit wins', async () => {
  for (const name of SOURCES) await fixture.release(name, [A, B]);
  const fleet = await createFleet(fixture, { regions: [DEFAULTS.region] });
  const older = await readSource(fleet);
  expect(older.commit).toBe(B);
  const image = await fixture.image('three');
  await moveSource(image);
  const newer = await readSource(fleet);
  expect(newer).toMatchObject({ commit: C, digest: image.split('@')[1] });

  const both = await Promise.all([release(fleet, older, '1'), release(fleet, newer, '2')]);
  const log = both.map(logOf).join('\n');
  expect(log).not.toContain('This is a bug');
  expectWhole(fleet, log, { a: await baseline(), b: older.digest, c: newer.digest });
  expect(fleet.records(), log).toEqual([]);

  // The one that was refused is run again, and then the older one.
  const again = await release(fleet, newer, '3');
  expect(again.exitCode, logOf(again)).toBe(0);
  expect(fleet.together()).toBe('c');
  const late = await release(fleet, older, '4');
  expect(late.exitCode, logOf(late)).toBe(1);
  expect(late.errors[0]?.message).toMatch(/Commit b{12} is older than c{12}/);
  expect(fleet.together()).toBe('c');
  expect(digestsOf(fleet)).toEqual([newer.digest, newer.digest]);
});

test('and a push to the target, at once', async () => {
  for (const name of SOURCES) await fixture.release(name, [A, B]);
  await moveSource(await fixture.image('three'));
  const fleet = await createFleet(fixture, { regions: [DEFAULTS.region] });
  const newer = await readSource(fleet);
  const image = await fixture.image('pushed');
  const both = await Promise.all([release(fleet, newer, '5'), push(fleet, B, image, '6')]);
  const log = both.map(logOf).join('\n');
  expect(log).not.toContain('This is a bug');
  expectWhole(fleet, log, { a: await baseline(), b: image.split('@')[1], c: newer.digest });
  expect(fleet.records(), log).toEqual([]);
});
