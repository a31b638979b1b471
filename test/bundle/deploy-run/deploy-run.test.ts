/** deploy-run through its bundle: deploys, refusals, traffic steps, rollbacks and holds. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMITS, createFixture, type Fixture, logOf, SERVICE } from './deploy-run.fixture.ts';

const [A, B, C] = COMMITS;
const revision = (commit: string, n = 1) => `${SERVICE}-${commit.slice(0, 12)}-${n}`;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await createFixture();
});
afterEach(() => fixture.stop());

/** Deploys the manifest with an image that has this content. */
async function deploy(commit: string, content: string, inputs: Record<string, string> = {}) {
  const manifest = fixture.file('server.yaml', fixture.manifest());
  const image = await fixture.image(content);
  return fixture.deploy(commit, { manifest, image, 'allow-unauthenticated': 'true', ...inputs });
}

async function deployed(commit: string, content: string, inputs: Record<string, string> = {}) {
  const result = await deploy(commit, content, inputs);
  expect(result.exitCode, logOf(result)).toBe(0);
  return result;
}

const records = (name: string) => JSON.parse(fixture.doc().annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');

describe('deploy', () => {
  test('first: a named revision, probed while closed, then open to all, recorded', async () => {
    const seen: string[] = [];
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('one'), {
      http: ({ headers, path }) => {
        seen.push(`${path} ${headers['x-serverless-authorization'] ? 'with' : 'without'} a token`);
        return 200;
      },
    });
    const result = await deployed(A, 'one');
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    expect(seen.filter((line) => line === '/health with a token')).toHaveLength(2);
    expect(result.outputs).toMatchObject({
      revision: revision(A),
      changed: 'true',
      image: await fixture.image('one'),
      traffic: JSON.stringify([{ region: 'us-central1', revision: revision(A), percent: 100 }]),
    });
    expect(await fixture.fetch(`${result.outputs.url}/x`)).toMatchObject({ status: 200 });
    expect(records('rollout')).toBeNull();
    expect(records('releases')).toMatchObject([
      { revision: revision(A), commit: A, image: await fixture.image('one') },
    ]);
    expect(fixture.doc().labels).toMatchObject({ 'managed-by': 'github-actions', 'commit-sha': A });
    expect(fixture.doc().template?.containers?.[0]?.env).toContainEqual({ name: 'APP_VERSION', value: A });
    expect(result.summary).toContain('there is nothing to roll back to yet');
  });

  test('second: at 0 % under a tag until it passed its health checks, then all of the traffic; the tag goes', async () => {
    await deployed(A, 'one');
    const probed: string[] = [];
    const two = await fixture.image('two');
    fixture.emulator.fakeDriver.setBehavior(two, {
      http: ({ headers }) => {
        probed.push(`${String(headers.host).split('---').length > 1 ? 'tag' : 'service'}: ${fixture.serves()}`);
        return 200;
      },
    });
    const result = await deployed(B, 'two');
    expect(probed).toEqual([
      // The first request is the container's startup probe, whose host has no tag.
      `service: ${revision(A)}=100`,
      `tag: ${revision(A)}=100`,
      `tag: ${revision(A)}=100`,
      `service: ${revision(B)}=100`,
      `service: ${revision(B)}=100`,
    ]);
    expect(fixture.serves()).toBe(`${revision(B)}=100`);
    expect(fixture.doc().traffic).toEqual([
      { type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION', revision: revision(B), percent: 100 },
    ]);
    expect(result.outputs['previous-revision']).toBe(revision(A));
    expect(records('releases').map((release: { commit: string }) => release.commit)).toEqual([A, B]);
  });

  test('a revision that fails on /health never gets traffic; the step fails with the reason and the last log lines', async () => {
    await deployed(A, 'one');
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('sick'), {
      http: { '/health': 500 },
      logs: ['starting', '{"severity":"ERROR","message":"health: no database"}'],
    });
    const result = await deploy(B, 'sick');
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toContain(`The revision ${revision(B)} did not become ready`);
    expect(result.errors[0]?.message).toContain(`${revision(A)} serves web in us-central1 as before.`);
    expect(result.log).toContain('ERROR health: no database');
    expect(result.summary).toContain('ERROR health: no database');
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    expect(records('rollout')).toBeNull();
    expect(fixture.doc().labels?.['commit-sha']).toBe(A);
  });

  test('after a failed deploy the next one works, from the live revision', async () => {
    await deployed(A, 'one');
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('sick'), { startup: 'exits' });
    await deploy(B, 'sick');
    await deployed(C, 'three');
    expect(fixture.serves()).toBe(`${revision(C)}=100`);
  });

  test('canary: each step read back and probed', async () => {
    await deployed(A, 'one');
    const shares = new Set<string>();
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('two'), {
      http: () => {
        shares.add(fixture.serves());
        return 200;
      },
    });
    await deployed(B, 'two', { strategy: 'canary', steps: '10,50,100', 'step-interval': '5ms' });
    expect([...shares]).toEqual([
      `${revision(A)}=100`,
      `${revision(A)}=90 ${revision(B)}=10`,
      `${revision(A)}=50 ${revision(B)}=50`,
      `${revision(B)}=100`,
    ]);
  });

  test('canary that becomes unhealthy at 50 %: the baseline is restored', async () => {
    await deployed(A, 'one');
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('two'), {
      http: () => (fixture.serves().includes('=50') ? 503 : 200),
    });
    const result = await deploy(B, 'two', {
      strategy: 'canary',
      steps: '10,50,100',
      'step-interval': '5ms',
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]?.message).toContain('503, expected 200');
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
  });

  test('the same image and configuration on another commit: no revision, the commit is recorded', async () => {
    await deployed(A, 'one');
    const result = await deployed(B, 'one');
    expect(result.outputs).toMatchObject({ changed: 'false', revision: revision(A) });
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    expect(records('releases').map((release: { commit: string }) => release.commit)).toEqual([A, B]);
  });

  test('after a failed deploy, the live image is recognized: no new revision', async () => {
    await deployed(A, 'one');
    fixture.emulator.fakeDriver.setBehavior(await fixture.image('sick'), { startup: 'exits' });
    await deploy(B, 'sick');
    const result = await deployed(C, 'one');
    expect(result.outputs).toMatchObject({ changed: 'false', revision: revision(A) });
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
  });

  test('dry run: the plan, and nothing changed', async () => {
    await deployed(A, 'one');
    const before = structuredClone(fixture.doc());
    fixture.emulator.core.calls.clear();
    const result = await deployed(B, 'two', { 'dry-run': 'true' });
    expect(fixture.doc()).toEqual(before);
    const writes = fixture.emulator.core.calls.list.filter(
      ({ api, method, query }) => api === 'run' && method !== 'GET' && !query.includes('validateOnly'),
    );
    expect(writes).toEqual([]);
    expect(result.summary).toContain('Dry run');
  });
});

describe('service and image', () => {
  test('what is deployed and not named survives', async () => {
    const { run } = fixture.emulator;
    run.extend('RevisionTemplate', 'futureKnob', 'string');
    run.extend('Service', 'futureSetting', 'string');
    await deployed(A, 'one');
    const doc = fixture.doc();
    doc.futureSetting = 'kept';
    doc.annotations = { ...doc.annotations, 'example.com/mine': 'kept' };
    doc.scaling = { minInstanceCount: 2 };
    const planted = await fixture.deploy(B, {
      service: SERVICE,
      image: await fixture.image('two'),
      env: 'COLOUR=a=b,c',
    });
    expect(planted.exitCode, logOf(planted)).toBe(0);
    expect(fixture.doc()).toMatchObject({ futureSetting: 'kept', scaling: { minInstanceCount: 2 } });
    expect(fixture.doc().annotations?.['example.com/mine']).toBe('kept');
    const env = fixture.doc().template?.containers?.[0]?.env;
    expect(env?.map(({ name }) => name)).toEqual(['DATABASE_URL', 'APP_VERSION', 'COLOUR']);
    expect(env?.[1]?.value).toBe(B);
    expect(env?.[2]?.value).toBe('a=b,c');
    expect(env?.[0]?.valueSource?.secretKeyRef).toEqual({ secret: 'database-url', version: '1' });
    expect(fixture.serves()).toBe(`${revision(B)}=100`);
  });
});

describe('rollback', () => {
  test('to the previous release, with a hold that the next deploy respects and that can be released', async () => {
    await deployed(A, 'one');
    await deployed(B, 'two');
    const back = await fixture.deploy(B, { service: SERVICE, 'rollback-to': 'previous', reason: 'it smells' });
    expect(back.exitCode, logOf(back)).toBe(0);
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    expect(records('hold')).toMatchObject({ reason: 'it smells', by: 'octocat', revision: revision(A) });
    expect(records('releases')[1]).toMatchObject({ revision: revision(B), withdrawn: 'it smells' });

    const refused = await deploy(C, 'three');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors[0]?.message).toMatch(/on hold.*it smells.*release-hold: true/s);
    expect(fixture.serves()).toBe(`${revision(A)}=100`);

    const released = await fixture.deploy(C, { service: SERVICE, 'release-hold': 'true' });
    expect(released.exitCode, logOf(released)).toBe(0);
    expect(records('hold')).toBeNull();
    await deployed(C, 'three');
    expect(fixture.serves()).toBe(`${revision(C)}=100`);
  });

  test('by commit, full or short, and by revision', async () => {
    await deployed(A, 'one');
    await deployed(B, 'two');
    await deployed(C, 'three');
    for (const to of [A, B.slice(0, 8), revision(C)]) {
      const back = await fixture.deploy(C, { service: SERVICE, 'rollback-to': to });
      expect(back.exitCode, logOf(back)).toBe(0);
      expect(fixture.serves()).toContain(to.startsWith('web') ? to : to.slice(0, 8));
    }
  });

  test('after a rollback an image-only deploy starts from the live revision', async () => {
    await deployed(A, 'one');
    await fixture.deploy(B, { service: SERVICE, image: await fixture.image('two'), env: 'BROKEN=yes' });
    await fixture.deploy(B, { service: SERVICE, 'rollback-to': 'previous' });
    const next = await fixture.deploy(C, {
      service: SERVICE,
      image: await fixture.image('three'),
      'release-hold': 'true',
    });
    expect(next.exitCode, logOf(next)).toBe(0);
    expect(fixture.doc().template?.containers?.[0]?.env?.map(({ name }) => name)).not.toContain('BROKEN');
    expect(records('hold')).toBeNull();
  });
});
