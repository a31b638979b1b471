/** Inputs of deploy-run that name something that does not exist or is not allowed in Google Cloud. Nothing is changed. */
import { describe } from 'vitest';
import { SERVICE } from '../deploy-run.fixture.ts';
import { type BadInput, good, onService, testBadInput } from './bad-input.ts';

const CASES: readonly BadInput[] = [
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
    manifest: (fixture) => good(fixture).replace('name: database-url', 'name: no-such-secret'),
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
    manifest: (fixture) => good(fixture).replace('containerConcurrency: 250', 'containerConcurrency: 2500'),
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
    prepare: (fixture) => {
      fixture.emulator.core.access.deny('run.services.get');
      return () => fixture.emulator.core.access.allow('run.services.get');
    },
    says: /403 PERMISSION_DENIED.*Missing permission for serviceAccount:deployer@.*: run\.services\.get\. Grant it, for instance with roles\/run\.viewer/,
  },
  {
    name: 'no permission to update the service',
    with: onService,
    prepare: (fixture) => {
      fixture.emulator.core.access.deny('run.services.update');
      return () => fixture.emulator.core.access.allow('run.services.update');
    },
    says: /run\.services\.update\. Grant it, for instance with roles\/run\.developer/,
  },
  {
    name: "no permission to act as the service's account",
    with: onService,
    prepare: (fixture) => {
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
    prepare: (fixture) => {
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

describe('what does not exist or is not allowed', () => {
  testBadInput(CASES);
});
