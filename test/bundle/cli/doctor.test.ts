/** doctor as a process: the setup page creates everything that is needed, and each gap is named with its command. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../../packages/emulator/src/defaults.ts';
import { createFixture, type Fixture } from '../deploy-run/deploy-run.fixture.ts';
import { type Cli, createCli, outputOf } from './cli.fixture.ts';

let fixture: Fixture;
let cli: Cli;
const DEPLOYER = `serviceAccount:${DEFAULTS.serviceAccount}`;
const RUNTIME = 'runtime@orchestra-dev.iam.gserviceaccount.com';
const POOL = 'principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github';

/** The project after docs/setup/one-service.md, and a secret with its readers. */
async function setUp(): Promise<void> {
  const { emulator } = fixture;
  emulator.seed.provider({
    attributeCondition: "assertion.repository_id == '1001' && assertion.ref == 'refs/heads/main'",
  });
  emulator.iam.serviceAccounts.set(DEFAULTS.serviceAccount, {
    email: DEFAULTS.serviceAccount,
    uniqueId: '1',
    disabled: false,
    bindings: {
      'roles/iam.workloadIdentityUser': [`${POOL}/attribute.track/production`, `${POOL}/*`],
      'roles/iam.serviceAccountOpenIdTokenCreator': [DEPLOYER],
    },
  });
  emulator.iam.serviceAccounts.set(RUNTIME, {
    email: RUNTIME,
    uniqueId: '2',
    disabled: false,
    bindings: { 'roles/iam.serviceAccountUser': [DEPLOYER] },
  });
  emulator.projectAdmin.policies.set(DEFAULTS.project, {
    bindings: ['run.developer', 'run.invoker', 'logging.viewer'].map((role) => ({
      role: `roles/${role}`,
      members: [DEPLOYER],
    })),
  });
  emulator.seed.repository({ id: 'web' });
  await policy('artifactregistry', 'locations/us-central1/repositories/web', [
    { role: 'roles/artifactregistry.writer', members: [DEPLOYER] },
  ]);
  await policy('secretmanager', 'secrets/database-url', [
    { role: 'roles/secretmanager.viewer', members: [DEPLOYER] },
    { role: 'roles/secretmanager.secretAccessor', members: [`serviceAccount:${RUNTIME}`] },
  ]);
}

async function policy(api: 'artifactregistry' | 'secretmanager', resource: string, bindings: object[]): Promise<void> {
  const url = `${fixture.emulator.urls[api]}/v1/projects/${DEFAULTS.project}/${resource}:setIamPolicy`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${fixture.emulator.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ policy: { bindings } }),
  });
  expect(response.status, await response.text()).toBe(200);
}

const MANIFEST = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: web }
spec:
  template:
    spec:
      serviceAccountName: ${RUNTIME}
      containers:
        - image: us-central1-docker.pkg.dev/orchestra-dev/web/web
          env:
            - name: DATABASE_URL
              valueFrom: { secretKeyRef: { name: database-url, key: latest } }
          startupProbe: { httpGet: { path: /health } }
`;

beforeEach(async () => {
  fixture = await createFixture();
  await setUp();
  cli = createCli(fixture.emulator);
  writeFileSync(join(cli.folder, 'web.yaml'), MANIFEST);
});
afterEach(async () => {
  cli.remove();
  await fixture.stop();
});

interface Report {
  readonly complete: boolean;
  readonly checks: readonly {
    readonly state: string;
    readonly what: string;
    readonly detail: string;
    readonly command: string;
  }[];
}
const gaps = async (...words: string[]) => {
  const result = await cli.here('doctor', 'web.yaml', '--json', ...words);
  expect(result.stdout, outputOf(result)).not.toBe('');
  const { checks } = result.json<Report>();
  return {
    result,
    gaps: checks.filter(({ state }) => state !== 'ok').map(({ state, what, detail }) => `${state} ${what}: ${detail}`),
    commands: checks.map(({ command }) => command).filter((command) => command !== ''),
  };
};

test('nothing is missing after the setup of one service', async () => {
  const found = await gaps();
  expect(found.gaps, outputOf(found.result)).toEqual([]);
  expect(found.result.exitCode).toBe(0);
});

describe('a gap', () => {
  test.each<[string, () => void | Promise<void>, string, RegExp]>([
    [
      'an API',
      () => void fixture.emulator.projectAdmin.disabled.add('sts.googleapis.com'),
      'missing APIs: not enabled: sts.googleapis.com',
      /gcloud services enable/,
    ],
    [
      'the provider',
      () => void fixture.emulator.iam.providers.delete(DEFAULTS.provider),
      'missing provider github of pool github: does not exist',
      /providers create-oidc github/,
    ],
    [
      'the pool',
      () => void fixture.emulator.iam.providers.delete(DEFAULTS.provider),
      'missing pool github: does not exist',
      /workload-identity-pools create github [\s\S]*providers create-oidc github/,
    ],
    [
      'a provider open to all repositories',
      () => void fixture.emulator.seed.provider({}),
      'missing provider github of pool github: has no condition on the repository, so it accepts the tokens of every repository on GitHub',
      /providers update-oidc github [\s\S]*attribute-condition/,
    ],
    [
      'a disabled provider',
      () => void fixture.emulator.seed.provider({ disabled: true }),
      'missing provider github of pool github: is disabled',
      /providers update-oidc github .*--no-disabled/,
    ],
    [
      'a role of the project',
      () =>
        void fixture.emulator.projectAdmin.policies.set(DEFAULTS.project, {
          bindings: [
            { role: 'roles/run.invoker', members: [DEPLOYER] },
            { role: 'roles/logging.viewer', members: [DEPLOYER] },
          ],
        }),
      `missing roles/run.developer for ${DEFAULTS.serviceAccount} on the project: is not granted`,
      /gcloud projects add-iam-policy-binding .*roles\/run\.developer/,
    ],
    [
      'a secret',
      () => fixture.emulator.secrets.delete(DEFAULTS.project, 'database-url'),
      'missing secret database-url: does not exist',
      /gcloud secrets create database-url/,
    ],
    [
      'a reader of a secret',
      () =>
        policy('secretmanager', 'secrets/database-url', [{ role: 'roles/secretmanager.viewer', members: [DEPLOYER] }]),
      `missing roles/secretmanager.secretAccessor for ${RUNTIME} on secret database-url: is not granted`,
      /gcloud secrets add-iam-policy-binding database-url .*secretAccessor/,
    ],
    [
      'the writer of images',
      () => policy('artifactregistry', 'locations/us-central1/repositories/web', []),
      `missing roles/artifactregistry.writer for ${DEFAULTS.serviceAccount} on Artifact Registry web in us-central1: is not granted`,
      /gcloud artifacts repositories add-iam-policy-binding web/,
    ],
  ])('%s is named with its command', async (_, take, gap, command) => {
    await take();
    const found = await gaps();
    expect(found.gaps).toContain(gap);
    expect(found.commands.join('\n')).toMatch(command);
    expect(found.result.exitCode).toBe(3);
  });

  test('of the analysis of a canary: the role, and the API', async () => {
    fixture.emulator.projectAdmin.disabled.add('monitoring.googleapis.com');
    expect((await gaps()).gaps).toEqual([]);
    const found = await gaps('--canary');
    expect(found.gaps).toEqual([
      'missing APIs: not enabled: monitoring.googleapis.com',
      `missing roles/monitoring.viewer for ${DEFAULTS.serviceAccount} on the project: is not granted`,
    ]);
    expect(found.commands.join('\n')).toMatch(
      /gcloud services enable .*monitoring\.googleapis\.com[\s\S]*gcloud projects add-iam-policy-binding .*roles\/monitoring\.viewer/,
    );
  });

  test('of Cloud SQL: the role of the containers in the project of each instance, and the API', async () => {
    const instances = `${DEFAULTS.project}:us-central1:shop,acme-data:us-central1:reports`;
    const annotations = `{ run.googleapis.com/cloudsql-instances: '${instances}' }`;
    writeFileSync(
      join(cli.folder, 'web.yaml'),
      MANIFEST.replace('  template:', `  template:\n    metadata: { annotations: ${annotations} }`),
    );
    fixture.emulator.projectAdmin.disabled.add('sqladmin.googleapis.com');
    const found = await gaps();
    expect(found.gaps).toEqual([
      'missing APIs: not enabled: sqladmin.googleapis.com',
      `unknown roles/cloudsql.client for ${RUNTIME} on the project acme-data: needs resourcemanager.projects.getIamPolicy`,
      `missing roles/cloudsql.client for ${RUNTIME} on the project: is not granted`,
    ]);
    expect(found.commands.join('\n')).toMatch(
      new RegExp(
        `projects add-iam-policy-binding acme-data --member="serviceAccount:${RUNTIME}" --role=roles/cloudsql.client --condition=None\n` +
          `gcloud projects add-iam-policy-binding "\\$PROJECT" --member="serviceAccount:${RUNTIME}" --role=roles/cloudsql.client`,
      ),
    );
    fixture.emulator.seed.project('acme-data', '987654321098');
    fixture.emulator.projectAdmin.policies.set('acme-data', {
      bindings: [{ role: 'roles/cloudsql.admin', members: [`serviceAccount:${RUNTIME}`] }],
    });
    expect((await gaps()).gaps).toHaveLength(2);
  });

  test('of mounted buckets: the role of the containers on each', async () => {
    for (const name of ['uploads', 'models']) fixture.emulator.seed.bucket(name);
    const volume = (name: string, settings: string) =>
      `        - { name: ${name}, csi: { driver: gcsfuse.run.googleapis.com, ${settings}volumeAttributes: { bucketName: ${name} } } }\n`;
    const volumes = `${volume('uploads', '')}${volume('models', 'readOnly: true, ')}`;
    writeFileSync(
      join(cli.folder, 'web.yaml'),
      MANIFEST.replace('      containers:', `      volumes:\n${volumes}      containers:`),
    );
    const found = await gaps();
    expect(found.gaps).toEqual([
      `missing roles/storage.objectUser for ${RUNTIME} on bucket uploads: is not granted`,
      `missing roles/storage.objectViewer for ${RUNTIME} on bucket models: is not granted`,
    ]);
    expect(found.commands).toContain(
      `gcloud storage buckets add-iam-policy-binding gs://models --member="serviceAccount:${RUNTIME}" --role=roles/storage.objectViewer`,
    );
  });

  test('of a bucket, and of a service that deploys open', async () => {
    const found = await gaps('--bucket', 'no-such-bucket', '--allow-unauthenticated');
    expect(found.gaps).toContain('missing bucket no-such-bucket: does not exist');
    expect(found.gaps).toContain(
      `missing roles/run.admin for ${DEFAULTS.serviceAccount} on the project: is not granted`,
    );
  });

  test('the printed commands are a program that bash takes', async () => {
    fixture.emulator.iam.providers.delete(DEFAULTS.provider);
    fixture.emulator.seed.provider({});
    const result = await cli.here('doctor', 'web.yaml', '--repository', 'acme/web');
    const [, fix = ''] = result.stdout.split('To fix:');
    execFileSync('bash', ['-n'], { input: fix });
    expect(fix).toContain('REPOSITORY=acme/web');
  });

  test('the repository is that of the checkout, if there is one', async () => {
    fixture.emulator.seed.provider({});
    expect((await cli.here('doctor', 'web.yaml')).stdout).toContain('# Replace OWNER/REPOSITORY with your repository');
    mkdirSync(join(cli.folder, '.git'));
    writeFileSync(join(cli.folder, '.git/config'), '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n');
    expect((await cli.here('doctor', 'web.yaml')).stdout).toContain('REPOSITORY=acme/shop');
  });
});

test('what cannot be read is unknown, with the permission, and no gap', async () => {
  fixture.emulator.core.access.deny('secretmanager.secrets.getIamPolicy');
  const found = await gaps();
  expect(found.gaps).toContain('unknown secret database-url: needs secretmanager.secrets.getIamPolicy');
  expect(found.result.exitCode).toBe(0);
});

test('a manifest of another project is refused', async () => {
  const file = join(cli.folder, 'web.yaml');
  writeFileSync(file, MANIFEST.replace('{ name: web }', "{ name: web, namespace: '987654321098' }"));
  expect(outputOf(await cli.here('doctor', 'web.yaml'))).toMatch(
    /exit 2[\s\S]*metadata\.namespace: is 987654321098, but the number .* is 123456789012/,
  );
});

test('a wider role is enough', async () => {
  fixture.emulator.projectAdmin.policies.set(DEFAULTS.project, {
    bindings: [
      { role: 'roles/run.admin', members: [DEPLOYER] },
      { role: 'roles/editor', members: [DEPLOYER] },
    ],
  });
  const found = await gaps();
  expect(found.gaps).toEqual([]);
});

test('a service that is open needs no roles for an identity token, as init says', async () => {
  await setUp();
  fixture.emulator.projectAdmin.policies.set(DEFAULTS.project, {
    bindings: ['run.developer', 'logging.viewer'].map((role) => ({ role: `roles/${role}`, members: [DEPLOYER] })),
  });
  writeFileSync(join(cli.folder, 'web.yaml'), MANIFEST);
  const closed = await cli.here('doctor', 'web.yaml');
  expect(outputOf(closed)).toMatch(/MISSING {2}roles\/run\.invoker/);
  await fixture.release('web', ['a'.repeat(40)]);
  const open = await cli.here('doctor', 'web.yaml');
  expect(outputOf(open)).toMatch(/exit 0[\s\S]*Nothing is missing/);
});
