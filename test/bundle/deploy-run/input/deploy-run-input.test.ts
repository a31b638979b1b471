/** Invalid inputs of deploy-run, through the bundle: one clear message for each, and nothing is changed. */
import { describe, expect, test } from 'vitest';
import { COMMITS, SERVICE } from '../deploy-run.fixture.ts';
import { type BadInput, good, onService, testBadInput } from './bad-input.ts';

const B = COMMITS[1];

const CASES: readonly BadInput[] = [
  {
    name: 'an input that does not exist',
    with: onService,
    env: { INPUT_SEVICE: 'web' },
    says: /^Input sevice: is not an input of this action\. Did you mean service\?$/,
  },
  { name: 'no service and no manifest', with: { image: 'IMAGE' }, says: /^Input service: is missing\. Set manifest/ },
  {
    name: 'no image',
    with: { service: SERVICE },
    says: /^Input image: is missing\. Set manifest, or service and image\. If it comes from another job: .* Pass the digest/,
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
    says: /^Input steps: is only allowed with strategy: canary/,
  },
  {
    name: 'steps that fall',
    with: { ...onService, strategy: 'canary', steps: '50,25,100' },
    says: /^Input steps: "50,25,100" is not increasing/,
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
    says: /^Input probe-path: is only allowed with probe: http/,
  },
  { name: 'a line without "="', with: { ...onService, env: 'A=1\n\nB' }, says: /^Input env: line 3: "B" has no "="/ },
  {
    name: 'a key twice',
    with: { ...onService, env: 'A=1\nA=2' },
    says: /^Input env: line 2: the key "A" appears twice/,
  },
  {
    name: 'a variable that is a secret, too',
    with: { ...onService, env: 'A=1', secrets: 'A=jwt-secret:1' },
    says: /^Input secrets: A is also in env/,
  },
  {
    name: 'a secret that is no name',
    with: { ...onService, secrets: 'A=jwt secret' },
    says: /^Input secrets: A: this is not a secret's name/,
  },
  {
    name: 'an image without a registry',
    with: { service: SERVICE, image: `server@sha256:${'0'.repeat(64)}` },
    says: /^Input image: "server" contains no registry/,
  },
  {
    name: 'a tag where a digest is required',
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
    says: /^Input service: cannot be combined with manifest/,
  },
  {
    name: 'env beside manifest',
    with: { manifest: 'm.yaml', env: 'A=1' },
    manifest: good,
    says: /^Input env: cannot be combined with manifest\. Write it in the manifest/,
  },
  {
    name: 'substitutions without manifest',
    with: { ...onService, substitutions: 'A=1' },
    says: /^Input substitutions: is only allowed with manifest/,
  },
  {
    name: 'image beside rollback-to',
    with: { ...onService, 'rollback-to': 'previous' },
    says: /^Input image: cannot be combined with rollback-to/,
  },
  {
    name: 'release-hold beside rollback-to',
    with: { service: SERVICE, 'rollback-to': 'previous', 'release-hold': 'true' },
    says: /^Input release-hold: cannot be combined with rollback-to/,
  },
  {
    name: 'execute without a Job',
    with: { manifest: 'm.yaml', image: 'IMAGE', execute: 'true' },
    manifest: good,
    says: /^Input execute: is only allowed with a manifest of kind Job/,
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
];

describe('bad input', () => {
  const fixture = testBadInput(CASES);

  test('all problems at once', async () => {
    const result = await fixture().deploy(B, {
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
