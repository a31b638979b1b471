/** init from a live service, as a process: a deploy of its manifest changes nothing. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { A, B } from '../deploy-run/deploy-run.cases.ts';
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

const written = (path: string) => cli.written(path);
const checkOut = (path: string) => cli.checkOut(path, fixture.workspace);

/** A service after `gcloud run deploy`: an image by tag, the default probe, traffic to the latest revision. */
async function gcloudService(
  over: { env?: object[]; mounts?: object[]; sidecars?: object[]; template?: object } = {},
): Promise<void> {
  const digest = await fixture.image('one');
  const image = `${digest.split('@')[0]}:v1`;
  await fixture.emulator.seed.image({ name: 'server', content: 'one', tags: ['v1'], index: true });
  const name = `projects/${DEFAULTS.project}/locations/${DEFAULTS.region}/services`;
  const call = async (path: string, body: object) => {
    const response = await fetch(`${fixture.emulator.urls.run}/v2/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status, await response.clone().text()).toBe(200);
  };
  await call(`${name}?serviceId=${SERVICE}`, {
    client: 'gcloud',
    clientVersion: '528.0.0',
    labels: { team: 'shop' },
    ingress: 'INGRESS_TRAFFIC_ALL',
    template: {
      maxInstanceRequestConcurrency: 40,
      timeout: '120s',
      scaling: { maxInstanceCount: 7 },
      serviceAccount: DEFAULTS.runtimeAccount,
      ...over.template,
      containers: [
        {
          image,
          ports: [{ name: 'http1', containerPort: 8080 }],
          resources: { limits: { cpu: '1000m', memory: '1Gi' }, cpuIdle: true, startupCpuBoost: true },
          env: [
            { name: 'LOG_LEVEL', value: 'info' },
            { name: 'DATABASE_URL', valueSource: { secretKeyRef: { secret: 'database-url', version: '1' } } },
            ...(over.env ?? []),
          ],
          ...(over.mounts && { volumeMounts: over.mounts }),
          startupProbe: { tcpSocket: { port: 8080 }, timeoutSeconds: 240, periodSeconds: 240, failureThreshold: 1 },
        },
        ...(over.sidecars ?? []),
      ],
    },
  });
  await fixture.settled();
  const policy = { bindings: [{ role: 'roles/run.invoker', members: ['allUsers'] }] };
  await call(`${name}/${SERVICE}:setIamPolicy`, { policy });
}

describe('from a live service that gcloud made', () => {
  test('the first deploy changes nothing and makes no revision', async () => {
    await gcloudService();
    const before = fixture.serves();
    const result = await cli.here('init', SERVICE, '--json');
    expect(result.exitCode, outputOf(result)).toBe(0);
    const manifest = written('deploy/web.yaml');
    expect(manifest).toMatch(/containerConcurrency: 40[\s\S]*timeoutSeconds: 120/);
    expect(manifest).toContain('startup-cpu-boost: "true"');
    expect(manifest).not.toContain('serviceAccountName');
    checkOut('deploy/web.yaml');
    const deployed = await fixture.deploy(A, { manifest: 'deploy/web.yaml' });
    expect(deployed.exitCode, logOf(deployed)).toBe(0);
    expect(deployed.outputs.changed, logOf(deployed)).toBe('false');
    expect(fixture.serves()).toBe(before);
    // Like the workflow: the built image already serves, so a new APP_VERSION alone makes no revision.
    const image = await fixture.image('one');
    const built = await fixture.deploy(B, { manifest: 'deploy/web.yaml', image });
    expect(built.outputs.changed, logOf(built)).toBe('false');
    expect(fixture.serves()).toBe(before);
    const difference = await cli.here('diff', 'deploy/web.yaml');
    expect(difference.exitCode, outputOf(difference)).toBe(0);
  });

  /** The manifest of `init`, deployed unchanged. */
  const firstDeploy = async (commit = A) => {
    const result = await cli.here('init', SERVICE, '--force');
    expect(result.exitCode, outputOf(result)).toBe(0);
    checkOut('deploy/web.yaml');
    return { result, deployed: await fixture.deploy(commit, { manifest: 'deploy/web.yaml' }) };
  };

  test('nor with secrets whose version is latest, until one is rotated', async () => {
    await gcloudService({
      env: [{ name: 'REDIS_URL', valueSource: { secretKeyRef: { secret: 'redis-url', version: 'latest' } } }],
      mounts: [
        { name: 'jwt', mountPath: '/secrets/jwt' },
        { name: 'whole', mountPath: '/secrets/whole' },
      ],
      template: {
        volumes: [
          { name: 'jwt', secret: { secret: 'jwt-secret', items: [{ version: 'latest', path: 'key' }] } },
          { name: 'whole', secret: { secret: 'database-url' } },
        ],
      },
    });
    const before = fixture.serves();
    const { deployed } = await firstDeploy();
    expect(deployed.outputs.changed, logOf(deployed)).toBe('false');
    expect(fixture.serves()).toBe(before);
    fixture.emulator.seed.secret('redis-url', 'redis://other');
    const rotated = await fixture.deploy(B, { manifest: 'deploy/web.yaml' });
    expect(rotated.outputs.changed, logOf(rotated)).toBe('true');
    const versions = fixture.doc().template?.containers?.[0]?.env?.map(({ valueSource }) => valueSource?.secretKeyRef);
    expect(versions).toContainEqual({ secret: 'redis-url', version: '2' });
  });

  test('nor with secrets whose version is an alias, until it is another version', async () => {
    const { secrets } = fixture.emulator;
    secrets.setAliases(DEFAULTS.project, 'redis-url', { prod: '1' });
    await gcloudService({
      env: [{ name: 'REDIS_URL', valueSource: { secretKeyRef: { secret: 'redis-url', version: 'prod' } } }],
    });
    const before = fixture.serves();
    const { deployed } = await firstDeploy();
    expect(deployed.outputs.changed, logOf(deployed)).toBe('false');
    expect(fixture.serves()).toBe(before);
    fixture.emulator.seed.secret('redis-url', 'redis://other');
    secrets.setAliases(DEFAULTS.project, 'redis-url', { prod: '2' });
    const moved = await fixture.deploy(B, { manifest: 'deploy/web.yaml' });
    expect(moved.outputs.changed, logOf(moved)).toBe('true');
    const versions = fixture.doc().template?.containers?.[0]?.env?.map(({ valueSource }) => valueSource?.secretKeyRef);
    expect(versions).toContainEqual({ secret: 'redis-url', version: '2' });
  });

  test('nor with a sidecar that has fewer settings than the container that takes requests', async () => {
    const limits = { cpu: '1', memory: '256Mi' };
    await gcloudService({
      sidecars: [{ name: 'proxy', image: await fixture.image('two'), resources: { limits } }],
    });
    const before = fixture.serves();
    const { result, deployed } = await firstDeploy();
    expect(result.stdout).toContain('Deploys leave these settings as they are.');
    expect(deployed.outputs.changed, logOf(deployed)).toBe('false');
    expect(fixture.serves()).toBe(before);
    const again = await fixture.deploy(B, { manifest: 'deploy/web.yaml', image: await fixture.image('two') });
    expect(again.outputs.changed, logOf(again)).toBe('true');
    expect(fixture.doc().template?.containers?.[1]?.resources).toEqual({ limits });
  });

  test('the setup has the roles that are needed, and no others', async () => {
    await gcloudService();
    const result = await cli.here('init', SERVICE, '--repository', 'acme/shop');
    expect(result.exitCode, outputOf(result)).toBe(0);
    const roles = [...written('deploy/web-setup.sh').matchAll(/--role=roles\/(\S+)/g)].map(([, role]) => role);
    expect(roles).toEqual([
      'iam.workloadIdentityUser',
      'run.developer',
      'iam.serviceAccountUser',
      'logging.viewer',
      'artifactregistry.writer',
      'secretmanager.viewer',
      'secretmanager.secretAccessor',
    ]);
    execFileSync('bash', ['-n', join(cli.folder, 'deploy/web-setup.sh')]);
  });

  test('a value that looks like a secret is in no file', async () => {
    await gcloudService({ env: [{ name: 'STRIPE_KEY', value: 'sk_live_4eC39HqLyjWDarjtT1zdp7dc' }] });
    const result = await cli.here('init', SERVICE);
    expect(result.exitCode, outputOf(result)).toBe(0);
    const all = `${outputOf(result)}${['deploy/web.yaml', 'deploy/web-setup.sh', '.github/workflows/deploy-web.yml'].map(written)}`;
    expect(all).not.toContain('sk_live');
    expect(written('deploy/web.yaml')).toContain('name: web-stripe-key');
    expect(written('deploy/web-setup.sh')).toContain('gcloud secrets versions add web-stripe-key');
  });

  test('a probe is added on request, and the deploy after it makes a revision', async () => {
    await gcloudService();
    const result = await cli.here('init', SERVICE, '--probe-path', '/health');
    expect(result.exitCode, outputOf(result)).toBe(0);
    expect(written('deploy/web.yaml')).toMatch(/startupProbe:\s+httpGet:\s+path: \/health/);
  });

  test('one that does not exist is named, with the way to start from nothing', async () => {
    const result = await cli.here('init', 'nothing');
    expect(outputOf(result)).toMatch(/exit 2[\s\S]*no service, job or worker pool nothing[\s\S]*--new/);
    expect(existsSync(join(cli.folder, 'deploy'))).toBe(false);
  });
});

test('from a service that our deploys made: nothing is lost, and the commit of the next deploy counts', async () => {
  await fixture.deploy(A, { service: SERVICE, image: await fixture.image('one'), 'probe-path': '/health' });
  const made = fixture.manifest({ env: '\n            - name: RELEASE\n              value: web-${COMMIT}' });
  fixture.file('made.yaml', made);
  const first = await fixture.deploy(A, { manifest: 'made.yaml', image: await fixture.image('one') });
  expect(first.exitCode, logOf(first)).toBe(0);
  const result = await cli.here('init', SERVICE);
  expect(result.exitCode, outputOf(result)).toBe(0);
  expect(result.stdout).not.toMatch(/no key for|managed-by|commit-sha/);
  expect(written('deploy/web.yaml')).not.toMatch(new RegExp(`APP_VERSION|${A}`));
  checkOut('deploy/web.yaml');
  const same = await fixture.deploy(B, { manifest: 'deploy/web.yaml', image: await fixture.image('one') });
  expect(same.outputs.changed, logOf(same)).toBe('false');
  const next = await fixture.deploy(B, { manifest: 'deploy/web.yaml', image: await fixture.image('two') });
  expect(next.exitCode, logOf(next)).toBe(0);
  expect(fixture.doc().template?.containers?.[0]?.env).toEqual(
    expect.arrayContaining([
      { name: 'APP_VERSION', value: B },
      { name: 'RELEASE', value: `web-${B}` },
    ]),
  );
});
