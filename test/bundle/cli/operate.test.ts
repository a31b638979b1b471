/** status, diff, rollback, hold and release-hold as processes, on services of deploy-run and of other tools. */

import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { A, B, C } from '../deploy-run/deploy-run.cases.ts';
import { createFixture, type Fixture, logOf, SERVICE } from '../deploy-run/deploy-run.fixture.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

let fixture: Fixture;
let cli: Cli;
beforeEach(async () => {
  fixture = await createFixture();
  cli = createCli(fixture.emulator);
});
afterEach(async () => {
  cli.remove();
  await fixture.stop();
});

const revision = (commit: string) => `${SERVICE}-${commit.slice(0, 12)}-1`;
const record = (name: string) => JSON.parse(fixture.doc().annotations?.[`actions.orchestra.dev/${name}`] ?? 'null');

describe('status', () => {
  test('shows the live revisions, their commits, and what to go back to', async () => {
    await fixture.release(SERVICE, [A, B]);
    const result = await cli.here('status', '--json');
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(result.json()).toMatchObject({
      project: 'orchestra-dev',
      services: [
        {
          service: SERVICE,
          kind: 'Service',
          region: 'us-central1',
          serving: [{ revision: revision(B), percent: 100, commit: B, image: await fixture.image('two') }],
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
    await fixture.release(SERVICE, [A]);
    const result = await cli.here('status', 'wbe');
    expect(outputOf(result)).toMatch(/exit 2[\s\S]*no service or worker pool wbe in us-central1 of orchestra-dev/);
  });

  test('a permission that is missing is named with its role', async () => {
    fixture.emulator.core.access.deny('run.services.list');
    const result = await cli.here('status');
    expect(outputOf(result)).toMatch(/exit 1[\s\S]*run\.services\.list[\s\S]*roles\/run\.viewer/);
  });
});

describe('rollback', () => {
  test('moves traffic back, and sets a hold with reason and user that blocks the next deploy', async () => {
    await fixture.release(SERVICE, [A, B]);
    const result = await cli.here('rollback', SERVICE, '--reason', 'checkout fails', '--probe-path', '/health');
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    expect(result.stdout).toContain(`serves ${revision(A)} (commit ${A.slice(0, 12)}) again`);
    expect(result.stderr).toContain('until orchestra release-hold. Reason: checkout fails');
    expect(record('hold')).toMatchObject({
      reason: 'checkout fails',
      by: userInfo().username,
      runUrl: 'command line',
      revision: revision(A),
      commit: A,
    });
    const deploy = { service: SERVICE, image: await fixture.image('three'), 'probe-path': '/health' };
    const refused = await fixture.deploy(C, deploy);
    expect(logOf(refused)).toMatch(/is on hold.*checkout fails \(command line\)/s);

    const released = await cli.here('release-hold', SERVICE);
    expect(released.exitCode, outputOf(released)).toBe(0);
    expect(record('hold')).toBeNull();
    const deployed = await fixture.deploy(C, deploy);
    expect(deployed.exitCode, logOf(deployed)).toBe(0);
  });

  describe('of a private service', () => {
    const words = ['rollback', SERVICE, '--probe-path', '/health'];
    beforeEach(async () => {
      await fixture.release(SERVICE, [A, B]);
      for (const service of fixture.emulator.run.services.values()) service.policy = {};
      fixture.emulator.run.settings.projectInvokers = [`serviceAccount:${DEFAULTS.serviceAccount}`];
    });

    test('with credentials of a service account that may invoke it', async () => {
      const file = fixture.file(
        'deployer.json',
        JSON.stringify(fixture.emulator.seed.credentials(DEFAULTS.serviceAccount)),
      );
      const env = { GOOGLE_APPLICATION_CREDENTIALS: join(fixture.workspace, file) };
      const place = ['--project', DEFAULTS.project, '--region', DEFAULTS.region];
      const result = await cli.run([...words, ...place], { env });
      expect(result.exitCode, outputOf(result)).toBe(0);
      expect(fixture.serves()).toBe(`${revision(A)}=100`);
    });

    test('by a user, who names such an account and may create its identity tokens', async () => {
      const result = await cli.here(...words);
      expect(outputOf(result)).toMatch(
        /exit 2[\s\S]*Option --probe-service-account: is missing: .*Pass --probe-service-account: .*roles\/run\.invoker.*roles\/iam\.serviceAccountOpenIdTokenCreator/,
      );
      const named = [...words, '--probe-service-account', DEFAULTS.serviceAccount];
      const user = '/locations/global/workloadIdentityPools/people/*';
      const email = DEFAULTS.serviceAccount;
      fixture.emulator.seed.serviceAccount({ email, users: [] });
      const refused = await cli.here(...named);
      expect(outputOf(refused)).toMatch(
        /exit 1[\s\S]*iam\.serviceAccounts\.getOpenIdToken[\s\S]*roles\/iam\.serviceAccountOpenIdTokenCreator/,
      );
      expect(fixture.serves()).toBe(`${revision(B)}=100`);
      const users = [`principalSet://iam.googleapis.com/projects/${DEFAULTS.projectNumber}${user}`];
      fixture.emulator.seed.serviceAccount({ email, users });
      const result2 = await cli.here(...named);
      expect(result2.exitCode, outputOf(result2)).toBe(0);
      expect(fixture.serves()).toBe(`${revision(A)}=100`);
    });
  });

  test('--dry-run names the target and changes nothing', async () => {
    await fixture.release(SERVICE, [A, B]);
    const before = JSON.stringify(fixture.doc());
    const result = await cli.here('rollback', SERVICE, '--dry-run', '--json');
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(JSON.stringify(fixture.doc())).toBe(before);
  });

  test('errors name the options of the command line', async () => {
    await fixture.release(SERVICE, [A]);
    const result = await cli.here('rollback', SERVICE, '--to', 'web-unknown');
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toMatch(/Option --to: the revision web-unknown is not recorded as healthy.* --force/);
    expect(result.stderr).not.toMatch(/rollback-to|force: true/);
  });
});

describe('hold', () => {
  test('without a rollback: traffic stays, deploys are refused', async () => {
    await fixture.release(SERVICE, [A]);
    const result = await cli.here('hold', SERVICE, '--reason', 'incident 4711', '--json');
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(record('hold')).toMatchObject({ reason: 'incident 4711', revision: revision(A), commit: A });
    expect(fixture.serves()).toBe(`${revision(A)}=100`);
    const shown = await cli.here('status', SERVICE);
    expect(shown.stdout).toContain('incident 4711');
    const again = await cli.here('hold', SERVICE, '--reason', 'another');
    expect(outputOf(again)).toMatch(/exit 1[\s\S]*on hold already[\s\S]*incident 4711/);
    expect(record('hold')).toMatchObject({ reason: 'incident 4711' });
  });

  test('needs a reason', async () => {
    const result = await cli.here('hold', SERVICE);
    expect(outputOf(result)).toMatch(/exit 2[\s\S]*Option --reason: is missing/);
  });

  test('a lost response sets one hold', async () => {
    await fixture.release(SERVICE, [A]);
    fixture.emulator.core.faults.add({
      api: 'run',
      method: 'PATCH',
      path: `services/${SERVICE}$`,
      nth: 1,
      dropResponse: true,
    });
    const result = await cli.here('hold', SERVICE, '--reason', 'incident');
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(record('hold')).toMatchObject({ reason: 'incident' });
  });
});

describe('diff', () => {
  test('names what a deploy would change, in the keys of the manifest; its own image is no difference', async () => {
    const image = await fixture.image('one');
    const manifest = fixture.file('web.yaml', fixture.manifest());
    const first = await fixture.deploy(A, { manifest, image });
    expect(first.exitCode, logOf(first)).toBe(0);
    writeFileSync(join(cli.folder, 'web.yaml'), fixture.manifest());
    writeFileSync(join(cli.folder, 'other.yaml'), fixture.manifest().replace('shop', '${TEAM}'));
    expect(outputOf(await cli.here('diff', 'other.yaml'))).toContain('Pass --set TEAM=VALUE, or');
    const same = await cli.here('diff', 'web.yaml');
    expect(outputOf(same)).toMatch(/exit 0\nService web in us-central1: no difference/);
    writeFileSync(
      join(cli.folder, 'web.yaml'),
      fixture.manifest().replace('containerConcurrency: 250', 'containerConcurrency: 10'),
    );
    const other = await cli.here('diff', 'web.yaml', '--json');
    expect(other.exitCode, outputOf(other)).toBe(3);
    expect(other.json()).toMatchObject({
      differs: true,
      results: [{ changes: [{ field: 'spec.template.spec.containerConcurrency', before: '250', after: '10' }] }],
    });
  });

  test('an image by digest is a difference, unless images are ignored', async () => {
    const image = await fixture.image('one');
    const manifest = fixture.file('web.yaml', fixture.manifest());
    const first = await fixture.deploy(A, { manifest, image });
    expect(first.exitCode, logOf(first)).toBe(0);
    const other = image.replace(/@.*/, `@sha256:${'0'.repeat(64)}`);
    writeFileSync(join(cli.folder, 'web.yaml'), fixture.manifest().replace(/image: .*/, `image: ${other}`));
    expect(outputOf(await cli.here('diff', 'web.yaml'))).toMatch(/exit 3\n[\s\S]*image\n/);
    expect(outputOf(await cli.here('diff', 'web.yaml', '--ignore-images'))).toMatch(/exit 0\n.*no difference/);
  });

  test('a manifest of another project is refused, as by a deploy', async () => {
    await fixture.release(SERVICE, [A]);
    const exported = (number: string) =>
      writeFileSync(
        join(cli.folder, 'web.yaml'),
        fixture.manifest().replace('metadata:\n', `metadata:\n  namespace: '${number}'\n`),
      );
    exported('987654321098');
    expect(outputOf(await cli.here('diff', 'web.yaml'))).toMatch(
      /exit 2[\s\S]*metadata\.namespace: is 987654321098, but the number .* is 123456789012/,
    );
    exported('123456789012');
    expect(outputOf(await cli.here('diff', 'web.yaml'))).toMatch(/exit [03]\n/);
  });

  test('a file that is not there is a usage error', async () => {
    expect(outputOf(await cli.here('diff', 'nothing.yaml'))).toMatch(
      /exit 2[\s\S]*the file nothing.yaml does not exist/,
    );
  });
});

test('without credentials it says how to get them', async () => {
  const bare = createCli();
  const result = await bare.run(['status', '--project', 'acme-prod', '--region', 'us-central1'], {
    env: { METADATA_SERVER_DETECTION: 'none' },
  });
  bare.remove();
  expect(outputOf(result)).toMatch(/exit 2[\s\S]*gcloud auth application-default login/);
});
