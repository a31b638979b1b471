/** status, diff, rollback, hold and release-hold as processes, on services that deploy-run and others made. */

import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { A, B, C } from '../deploy-run/deploy-run.cases.ts';
import { createWorld, SERVICE, said, type World } from '../deploy-run/deploy-run.fixture.ts';
import { type Cli, createCli, told } from './cli.fixture.ts';

let world: World;
let cli: Cli;
beforeEach(async () => {
  world = await createWorld();
  cli = createCli(world.emulator);
});
afterEach(async () => {
  cli.remove();
  await world.stop();
});

const revision = (commit: string) => `${SERVICE}-${commit.slice(0, 12)}-1`;
const record = (name: string) => JSON.parse(world.doc().annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');

describe('status', () => {
  test('shows what serves, of which commit, and what to go back to', async () => {
    await world.release(SERVICE, [A, B]);
    const result = await cli.here('status', '--json');
    expect(result.exitCode, told(result)).toBe(0);
    expect(result.json()).toMatchObject({
      project: 'orchestra-dev',
      services: [
        {
          service: SERVICE,
          kind: 'Service',
          region: 'us-central1',
          serving: [{ revision: revision(B), percent: 100, commit: B, image: await world.image('two') }],
          hold: null,
          rollout: null,
          releases: [
            { revision: revision(B), commit: B },
            { revision: revision(A), commit: A },
          ],
        },
      ],
      schemas: [],
    });
    const text = await cli.here('status', SERVICE);
    expect(text.stdout).toContain(`100 %  ${revision(B)}  commit ${B.slice(0, 12)}`);
    expect(text.stdout).not.toContain('\u001b');
  });

  test('a service that does not exist is named, with the way to see all', async () => {
    await world.release(SERVICE, [A]);
    const result = await cli.here('status', 'wbe');
    expect(told(result)).toMatch(/exit 2[\s\S]*no service or worker pool wbe in us-central1 of orchestra-dev/);
  });

  test('a permission that is missing is named with its role', async () => {
    world.emulator.core.access.deny('run.services.list');
    const result = await cli.here('status');
    expect(told(result)).toMatch(/exit 1[\s\S]*run\.services\.list[\s\S]*roles\/run\.viewer/);
  });
});

describe('rollback', () => {
  test('moves traffic back, and sets a hold with reason and user that blocks the next deploy', async () => {
    await world.release(SERVICE, [A, B]);
    const result = await cli.here('rollback', SERVICE, '--reason', 'checkout fails', '--probe-path', '/health');
    expect(result.exitCode, told(result)).toBe(0);
    expect(world.serves()).toBe(`${revision(A)}=100`);
    expect(result.stdout).toContain(`serves ${revision(A)} (commit ${A.slice(0, 12)}) again`);
    expect(record('hold')).toMatchObject({
      reason: 'checkout fails',
      by: userInfo().username,
      runUrl: 'command line',
      revision: revision(A),
      commit: A,
    });
    const deploy = { service: SERVICE, image: await world.image('three'), 'probe-path': '/health' };
    const refused = await world.deploy(C, deploy);
    expect(said(refused)).toMatch(/is on hold.*checkout fails \(command line\)/s);

    const released = await cli.here('release-hold', SERVICE);
    expect(released.exitCode, told(released)).toBe(0);
    expect(record('hold')).toBeNull();
    const deployed = await world.deploy(C, deploy);
    expect(deployed.exitCode, said(deployed)).toBe(0);
  });

  test('--dry-run names the target and changes nothing', async () => {
    await world.release(SERVICE, [A, B]);
    const before = JSON.stringify(world.doc());
    const result = await cli.here('rollback', SERVICE, '--dry-run', '--json');
    expect(result.exitCode, told(result)).toBe(0);
    expect(JSON.stringify(world.doc())).toBe(before);
  });

  test('errors name the options of the command line', async () => {
    await world.release(SERVICE, [A]);
    const result = await cli.here('rollback', SERVICE, '--to', 'web-unknown');
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(/Option --to: the revision web-unknown is not recorded as healthy.* --force/);
    expect(result.stderr).not.toMatch(/rollback-to|force: true/);
  });
});

describe('hold', () => {
  test('without a rollback: traffic stays, deploys are refused', async () => {
    await world.release(SERVICE, [A]);
    const result = await cli.here('hold', SERVICE, '--reason', 'incident 4711', '--json');
    expect(result.exitCode, told(result)).toBe(0);
    expect(record('hold')).toMatchObject({ reason: 'incident 4711', revision: revision(A), commit: A });
    expect(world.serves()).toBe(`${revision(A)}=100`);
    const shown = await cli.here('status', SERVICE);
    expect(shown.stdout).toContain('incident 4711');
    const again = await cli.here('hold', SERVICE, '--reason', 'another');
    expect(told(again)).toMatch(/exit 1[\s\S]*on hold already[\s\S]*incident 4711/);
    expect(record('hold')).toMatchObject({ reason: 'incident 4711' });
  });

  test('needs a reason', async () => {
    const result = await cli.here('hold', SERVICE);
    expect(told(result)).toMatch(/exit 2[\s\S]*Option --reason: is missing/);
  });

  test('an answer that is lost sets one hold', async () => {
    await world.release(SERVICE, [A]);
    world.emulator.core.faults.add({
      api: 'run',
      method: 'PATCH',
      path: `services/${SERVICE}$`,
      nth: 1,
      dropAnswer: true,
    });
    const result = await cli.here('hold', SERVICE, '--reason', 'incident');
    expect(result.exitCode, told(result)).toBe(0);
    expect(record('hold')).toMatchObject({ reason: 'incident' });
  });
});

describe('diff', () => {
  test('names what a deploy would change, in the keys of the manifest; its own image is no difference', async () => {
    const image = await world.image('one');
    const manifest = world.file('web.yaml', world.manifest());
    const first = await world.deploy(A, { manifest, image });
    expect(first.exitCode, said(first)).toBe(0);
    writeFileSync(join(cli.folder, 'web.yaml'), world.manifest());
    const same = await cli.here('diff', 'web.yaml');
    expect(told(same)).toMatch(/exit 0\nService web in us-central1: no difference/);
    writeFileSync(
      join(cli.folder, 'web.yaml'),
      world.manifest().replace('containerConcurrency: 250', 'containerConcurrency: 10'),
    );
    const other = await cli.here('diff', 'web.yaml', '--json');
    expect(other.exitCode, told(other)).toBe(3);
    expect(other.json()).toMatchObject({
      differs: true,
      results: [{ changes: [{ field: 'spec.template.spec.containerConcurrency', before: '250', after: '10' }] }],
    });
  });

  test('a file that is not there is a usage error', async () => {
    expect(told(await cli.here('diff', 'nothing.yaml'))).toMatch(/exit 2[\s\S]*the file nothing.yaml does not exist/);
  });
});

test('without credentials it says how to get them', async () => {
  const bare = createCli();
  const result = await bare.run(['status', '--project', 'acme-prod', '--region', 'us-central1'], {
    env: { METADATA_SERVER_DETECTION: 'none' },
  });
  bare.remove();
  expect(told(result)).toMatch(/exit 2[\s\S]*gcloud auth application-default login/);
});
