/** Bad input of deploy-run: one clear message each, through the bundle, and nothing changed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepOptions } from '../../harness/runner.ts';
import { COMMITS, createFixture, type Fixture, SERVICE, said } from './deploy-run.fixture.ts';

const [A, B] = COMMITS;
const DIGEST = `us-central1-docker.pkg.dev/orchestra-dev/orchestra/server@sha256:${'0'.repeat(64)}`;

let fixture: Fixture;
let image: string;
beforeAll(async () => {
  fixture = await createFixture();
  await fixture.release(SERVICE, [A]);
  image = await fixture.image('two');
});
afterAll(() => fixture.stop());

interface Case {
  readonly name: string;
  /** `IMAGE` stands for an image that exists. */
  readonly with: Record<string, string>;
  readonly manifest?: string;
  readonly env?: Record<string, string | undefined>;
  readonly prepare?: () => (() => void) | undefined;
  readonly says: RegExp;
  /** Of the annotation. */
  readonly line?: number;
}

const onService = { service: SERVICE, image: 'IMAGE' };
const good = () => fixture.manifest();

const CASES: readonly (Omit<Case, 'manifest'> & { readonly manifest?: () => string })[] = [
  {
    name: 'an input that does not exist',
    with: onService,
    env: { INPUT_SEVICE: 'web' },
    says: /^Input sevice: is not an input of this action\. Did you mean service\?$/,
  },
  { name: 'no service and no manifest', with: { image: 'IMAGE' }, says: /^Input service: is missing\. Give manifest/ },
  {
    name: 'no image',
    with: { service: SERVICE },
    says: /^Input image: is missing\. Give manifest, or service and image/,
  },
  { name: 'no region', with: { ...onService, region: '' }, says: /^Input region: is missing/ },
  { name: 'no project', with: { ...onService, project: '' }, says: /^Input project: is missing/ },
  {
    name: 'a project by number',
    with: { ...onService, project: '123456' },
    says: /^Input project: "123456" is not a project id/,
  },
  {
    name: 'a region that is none',
    with: { ...onService, region: 'europe' },
    says: /^Input region: "europe" is not a region/,
  },
  {
    name: 'a region twice',
    with: { ...onService, region: 'us-central1\nus-central1' },
    says: /^Input region: names a region twice/,
  },
  {
    name: 'a commit that is short',
    with: { ...onService, commit: 'abc1234' },
    says: /^Input commit: "abc1234" is not a commit/,
  },
  {
    name: 'a boolean that is yes',
    with: { ...onService, 'dry-run': 'yes' },
    says: /^Input dry-run: "yes" is not a boolean\. Write true or false/,
  },
  {
    name: 'a duration without a unit',
    with: { ...onService, timeout: '10' },
    says: /^Input timeout: "10" is not a duration/,
  },
  {
    name: 'zero passes',
    with: { ...onService, 'probe-passes': '0' },
    says: /^Input probe-passes: "0" is not a whole number from 1 to 100/,
  },
  {
    name: 'a strategy that is not known',
    with: { ...onService, strategy: 'blue-green' },
    says: /^Input strategy: "blue-green" is not known\. Write one of: direct, canary/,
  },
  {
    name: 'steps without a canary',
    with: { ...onService, steps: '5,100' },
    says: /^Input steps: goes with strategy: canary only/,
  },
  {
    name: 'steps that fall',
    with: { ...onService, strategy: 'canary', steps: '50,25,100' },
    says: /^Input steps: "50,25,100" does not rise/,
  },
  {
    name: 'steps that end too early',
    with: { ...onService, strategy: 'canary', steps: '5,50' },
    says: /^Input steps: "5,50" does not end at 100/,
  },
  {
    name: 'a step that is no percentage',
    with: { ...onService, strategy: 'canary', steps: '5,x,100' },
    says: /^Input steps: "x" is not a percentage/,
  },
  {
    name: 'a status that is none',
    with: { ...onService, 'probe-status': '2xx' },
    says: /^Input probe-status: "2xx" is not an HTTP status/,
  },
  {
    name: 'a probe path without a slash',
    with: { ...onService, 'probe-path': 'health' },
    says: /^Input probe-path: "health" is not a path/,
  },
  {
    name: 'a probe path for a gRPC probe',
    with: { ...onService, probe: 'grpc', 'probe-path': '/x' },
    says: /^Input probe-path: goes with probe: http only/,
  },
  { name: 'a line without "="', with: { ...onService, env: 'A=1\n\nB' }, says: /^Input env: line 3: "B" has no "="/ },
  {
    name: 'a key twice',
    with: { ...onService, env: 'A=1\nA=2' },
    says: /^Input env: line 2: the key "A" was given before/,
  },
  {
    name: 'a variable that is a secret, too',
    with: { ...onService, env: 'A=1', secrets: 'A=jwt-secret:1' },
    says: /^Input secrets: A is in env, too/,
  },
  {
    name: 'a secret that is no name',
    with: { ...onService, secrets: 'A=jwt secret' },
    says: /^Input secrets: A: this is not a secret's name/,
  },
  {
    name: 'an image without a registry',
    with: { service: SERVICE, image: `server@sha256:${'0'.repeat(64)}` },
    says: /^Input image: "server" names no registry/,
  },
  {
    name: 'a tag where a digest is due',
    with: { service: SERVICE, image: 'gcr.io/acme/server:v1' },
    says: /^Input image: .* is a tag, and a tag can be moved\. A digest is required/,
  },
  {
    name: 'latest',
    with: { service: SERVICE, image: 'gcr.io/acme/server:latest' },
    says: /^Input image: .* is the tag latest/,
  },
  {
    name: 'a digest that is cut off',
    with: { service: SERVICE, image: 'gcr.io/acme/server@sha256:12' },
    says: /^Input image: .* has a malformed digest/,
  },
  {
    name: 'a service name in upper case',
    with: { service: 'Web', image: 'IMAGE' },
    says: /^Input service: "Web" is not a service name/,
  },
  {
    name: 'no-traffic without a tag',
    with: { ...onService, 'no-traffic': 'true' },
    says: /^Input no-traffic: needs tag/,
  },
  { name: 'a tag that is too short', with: { ...onService, tag: 'pr' }, says: /^Input tag: "pr" is too short/ },
  {
    name: 'a tag that is too long for the service',
    with: { ...onService, tag: `pr-${'x'.repeat(45)}` },
    says: /^Input tag: .* together they may have 46 characters, and have 51/,
  },
  {
    name: 'service beside manifest',
    with: { service: SERVICE, manifest: 'm.yaml' },
    manifest: good,
    says: /^Input service: does not go with manifest/,
  },
  {
    name: 'env beside manifest',
    with: { manifest: 'm.yaml', env: 'A=1' },
    manifest: good,
    says: /^Input env: does not go with manifest\. Write it in the manifest/,
  },
  {
    name: 'substitutions without manifest',
    with: { ...onService, substitutions: 'A=1' },
    says: /^Input substitutions: goes with manifest only/,
  },
  {
    name: 'image beside rollback-to',
    with: { ...onService, 'rollback-to': 'previous' },
    says: /^Input image: does not go with rollback-to/,
  },
  {
    name: 'release-hold beside rollback-to',
    with: { service: SERVICE, 'rollback-to': 'previous', 'release-hold': 'true' },
    says: /^Input release-hold: does not go with rollback-to/,
  },
  {
    name: 'execute without a Job',
    with: { manifest: 'm.yaml', image: 'IMAGE', execute: 'true' },
    manifest: good,
    says: /^Input execute: goes with a manifest of kind Job only/,
  },
  {
    name: 'a provider by project id',
    with: {
      ...onService,
      'workload-identity-provider': 'projects/acme/locations/global/workloadIdentityPools/a/providers/b',
    },
    says: /^Input workload-identity-provider: .* needs the number of the project/,
  },
  {
    name: 'a service account that is none',
    with: { ...onService, 'service-account': 'me@example.com' },
    says: /^Input service-account: "me@example.com" is not a service account/,
  },
  {
    name: 'a manifest that does not exist',
    with: { manifest: 'nowhere.yaml' },
    says: /^Input manifest: the file nowhere\.yaml does not exist.*actions\/checkout/,
  },
  { name: 'a manifest that is a folder', with: { manifest: '.' }, says: /^Input manifest: the file \. is a folder/ },
  {
    name: 'a manifest that is not YAML',
    with: { manifest: 'm.yaml' },
    manifest: () => 'kind: Service\n\tname: web\n',
    says: /^manifest: /,
    line: 2,
  },
  {
    name: 'a manifest that is no Service',
    with: { manifest: 'm.yaml' },
    manifest: () => good().replace('kind: Service', 'kind: Deployment'),
    says: /^manifest: has the kind "Deployment"\. Expected Service, Job, WorkerPool/,
    line: 3,
  },
  {
    name: 'the namespace of another project, by its number',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => good().replace('\nmetadata:\n', "\nmetadata:\n  namespace: '987654321098'\n"),
    says: /^metadata\.namespace: is 987654321098, but the number of the project to deploy to, orchestra-dev, is 123456789012\./,
    line: 5,
  },
  {
    name: 'a key that is not known',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => good().replace('containerConcurrency', 'containerConcurency'),
    says: /containerConcurency.*Did you mean containerConcurrency/,
    line: 14,
  },
  {
    name: 'a substitution without a value',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => good().replace('shop', '${TEAM}'),
    says: /TEAM/,
    line: 7,
  },
  {
    name: 'a plain secret',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => fixture.manifest({ env: '\n            - name: API_TOKEN\n              value: hunter2hunter2' }),
    says: /^no-plain-secrets: .*API_TOKEN/,
    line: 27,
  },
  {
    name: 'no startup probe',
    with: { manifest: 'm.yaml', image: 'IMAGE', probe: 'startup' },
    manifest: () => good().replace(/ {10}startupProbe:[\s\S]*/, ''),
    says: /^startup-probe: .*The container that takes requests has no startup probe/,
  },
  {
    name: 'a TCP startup probe',
    with: { manifest: 'm.yaml', image: 'IMAGE', probe: 'startup' },
    manifest: () => fixture.manifest({ probe: '            tcpSocket:\n              port: 3000' }),
    says: /^startup-probe: /,
  },
  {
    name: 'latest in the manifest and no image',
    with: { manifest: 'm.yaml' },
    manifest: good,
    says: /^no-latest: .*can be another image at any moment/,
    line: 17,
  },
  {
    name: 'a name that leaves no room for a tag',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => fixture.manifest({ name: 'w'.repeat(45) }),
    says: /^Service name: w+ leaves no room for a traffic tag/,
  },
  {
    name: 'traffic in the manifest',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => `${good()}  traffic:\n    - revisionName: web-1\n      percent: 100\n`,
    says: /^manifest: spec\.traffic names revisions or tags/,
  },
  {
    name: 'an image for a container that does not exist',
    with: { service: SERVICE, image: 'nginx=IMAGE' },
    says: /^Input image: is for the container "nginx", which does not exist/,
  },
  {
    name: 'an image that is not in the registry',
    with: { service: SERVICE, image: 'MISSING' },
    says: /^Image: .* does not exist in the registry\. Was it built/,
  },
  {
    name: 'a secret that does not exist',
    with: { ...onService, secrets: 'A=nothing' },
    says: /^Environment variable A: the secret projects\/orchestra-dev\/secrets\/nothing, version latest, does not exist/,
  },
  {
    name: 'a secret of the manifest that does not exist',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => good().replace('name: database-url', 'name: no-such-secret'),
    says: /^Environment variable DATABASE_URL: the secret .*no-such-secret, version latest, does not exist/,
    line: 23,
  },
  {
    name: 'a version of a secret that does not exist',
    with: { ...onService, secrets: 'A=jwt-secret:7' },
    says: /^Environment variable A: .*version 7, does not exist/,
  },
  {
    name: 'several containers of a service that does not exist',
    with: { service: 'nowhere', image: 'app=IMAGE\nside=IMAGE' },
    says: /^Input image: is for several containers of a service that does not exist yet\. Its first deploy needs a manifest/,
  },
  {
    name: 'rolling back a service that does not exist',
    with: { service: 'nowhere', 'rollback-to': 'previous' },
    says: /^Input service: there is no service or worker pool nowhere in us-central1/,
  },
  {
    name: 'rolling back where nothing was released before',
    with: { service: SERVICE, 'rollback-to': 'previous' },
    says: /^Input rollback-to: there is no earlier release to go back to\. Recorded: web-aaaaaaaaaaaa-1/,
  },
  {
    name: 'rolling back to a commit that never was released',
    with: { service: SERVICE, 'rollback-to': 'c'.repeat(40) },
    says: /^Input rollback-to: no release of the commit c+ is recorded/,
  },
  {
    name: 'rolling back to a revision that never was healthy',
    with: { service: SERVICE, 'rollback-to': 'web-00001-abc' },
    says: /^Input rollback-to: the revision web-00001-abc is not recorded as healthy/,
  },
  {
    name: 'a configuration that Cloud Run refuses',
    with: { manifest: 'm.yaml', image: 'IMAGE' },
    manifest: () => good().replace('containerConcurrency: 250', 'containerConcurrency: 2500'),
    says: /^Service web: Cloud Run refuses this configuration\. .*max_instance_request_concurrency/,
    line: 14,
  },
  {
    name: 'a project that does not exist',
    with: { ...onService, project: 'no-such-project' },
    says: /service projects\/no-such-project.*403.*run\.services\.get/s,
  },
  {
    name: 'no permission to read the service',
    with: onService,
    prepare: () => {
      fixture.emulator.core.access.deny('run.services.get');
      return () => fixture.emulator.core.access.allow('run.services.get');
    },
    says: /403 PERMISSION_DENIED.*Missing permission for serviceAccount:deployer@.*: run\.services\.get\. Grant it, for instance with roles\/run\.viewer/,
  },
  {
    name: 'no permission to update the service',
    with: onService,
    prepare: () => {
      fixture.emulator.core.access.deny('run.services.update');
      return () => fixture.emulator.core.access.allow('run.services.update');
    },
    says: /run\.services\.update\. Grant it, for instance with roles\/run\.developer/,
  },
  {
    name: "no permission to act as the service's account",
    with: onService,
    prepare: () => {
      fixture.emulator.core.access.deny('iam.serviceaccounts.actAs');
      return () => fixture.emulator.core.access.allow('iam.serviceaccounts.actAs');
    },
    says: /iam\.serviceaccounts\.actAs.*roles\/iam\.serviceAccountUser/i,
  },
  {
    name: 'no OIDC token from the runner',
    with: onService,
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined },
    says: /^Permission id-token: .*id-token: write/,
  },
  {
    name: 'a token for another audience',
    with: {
      ...onService,
      'workload-identity-provider':
        'projects/123456789012/locations/global/workloadIdentityPools/github/providers/other',
    },
    says: /workload identity provider projects\/123456789012.*providers\/other/,
  },
  {
    name: 'a token that has expired',
    with: onService,
    prepare: () => {
      fixture.emulator.oidc.lifetimeSeconds = -60;
      return () => {
        fixture.emulator.oidc.lifetimeSeconds = 300;
      };
    },
    says: /is stale|expired/,
  },
  {
    name: 'no credentials at all',
    with: { ...onService, 'workload-identity-provider': '', 'service-account': '' },
    env: { GCE_METADATA_HOST: '127.0.0.1:9', HOME: '/nonexistent' },
    says: /^Credentials: none were found/,
  },
  {
    name: 'an endpoint that is no URL',
    with: onService,
    env: { CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: 'run.example' },
    says: /^Variable CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: "run\.example" is not a URL/,
  },
];

describe('bad input', () => {
  test.each(CASES)('$name', async ({ with: given, manifest, env, prepare, says, line }) => {
    const inputs = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replaceAll('IMAGE', image).replace('MISSING', `${image.split('@')[0]}@${DIGEST.split('@')[1]}`),
      ]),
    );
    if (manifest) fixture.file('m.yaml', manifest());
    const before = JSON.stringify([...fixture.emulator.run.services.values()].map(({ doc }) => doc));
    const undo = prepare?.();
    const options: Partial<StepOptions> = env ? { env } : {};
    const result = await fixture.deploy(B, inputs, options).finally(undo);
    expect(result.exitCode, said(result)).toBe(1);
    expect(result.errors, said(result)).toHaveLength(1);
    expect(result.errors[0]?.message).toMatch(says);
    expect(result.log).not.toContain('This is a bug');
    if (line !== undefined) expect(result.errors[0]).toMatchObject({ file: 'm.yaml', line });
    expect(JSON.stringify([...fixture.emulator.run.services.values()].map(({ doc }) => doc))).toBe(before);
    expect(fixture.emulator.run.jobs.size).toBe(0);
  });

  test('all problems at once', async () => {
    const result = await fixture.deploy(B, {
      service: 'Web',
      image: 'server:latest',
      env: 'A',
      steps: '5',
      region: '',
    });
    expect(result.errors.map(({ message }) => message.split(':')[0])).toEqual([
      'Input region',
      'Input service',
      'Input image',
      'Input env',
      'Input steps',
      'Input steps',
    ]);
  });
});
