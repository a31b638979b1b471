/** Where the APIs are: their own addresses, and gcloud's variables that override them. */
import { describe, expect, test } from 'vitest';
import { type Api, readEndpoints, readTokenEndpoint } from '../../../../src/google/endpoints.ts';
import { InputError } from '../../../../src/runtime/errors.ts';

const read = (api: Api, value: string) =>
  readEndpoints({ [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${api.toUpperCase()}`]: value })[api];

describe('an override', () => {
  // The defaults of gcloud: `BASE_URL` in googlecloudsdk/generated_clients/apis/API/VERSION/resources.py.
  test.each<[Api, string]>([
    ['storage', 'https://storage.googleapis.com/storage/v1/'],
    ['compute', 'https://compute.googleapis.com/compute/v1/'],
    ['compute', 'https://compute.googleapis.com/compute/beta/'],
    ['run', 'https://run.googleapis.com/v1/'],
    ['run', 'https://run.googleapis.com/v2/'],
    ['run', 'https://run.googleapis.com/v1alpha1/'],
    ['artifactregistry', 'https://artifactregistry.googleapis.com/v1/'],
    ['artifactregistry', 'https://artifactregistry.googleapis.com/v1beta2/'],
    ['secretmanager', 'https://secretmanager.googleapis.com/v1/'],
    ['iamcredentials', 'https://iamcredentials.googleapis.com/v1/'],
    ['sts', 'https://sts.googleapis.com/v1/'],
    ['logging', 'https://logging.googleapis.com/v2/'],
    ['monitoring', 'https://monitoring.googleapis.com/v3/'],
    ['iam', 'https://iam.googleapis.com/v1/'],
    ['cloudresourcemanager', 'https://cloudresourcemanager.googleapis.com/v3/'],
    ['serviceusage', 'https://serviceusage.googleapis.com/v1/'],
  ])('%s: gcloud’s own default %s is the API’s own address', (api, value) => {
    const standard = readEndpoints({})[api];
    expect(read(api, value)).toBe(standard);
    expect(read(api, value.replace(/\/$/, ''))).toBe(standard);
    expect(read(api, `${standard}/`)).toBe(standard);
    const elsewhere = value.replace(/^https:\/\/[^/]+/, 'http://127.0.0.1:8080/gcp');
    expect(read(api, elsewhere)).toBe('http://127.0.0.1:8080/gcp');
  });

  test.each<[Api, string, string]>([
    ['run', 'https://us-central1-run.googleapis.com/', 'https://us-central1-run.googleapis.com'],
    ['storage', 'https://storage-private.p.googleapis.com', 'https://storage-private.p.googleapis.com'],
    ['storage', 'https://www.googleapis.com/storage/v1/', 'https://www.googleapis.com'],
    ['compute', 'https://gateway.example.com/v1/', 'https://gateway.example.com/v1'],
    ['storage', 'https://gateway.example.com/storage/', 'https://gateway.example.com/storage'],
    ['logging', '  http://127.0.0.1:9/  ', 'http://127.0.0.1:9'],
    ['sts', '', 'https://sts.googleapis.com'],
  ])('%s: %s', (api, value, expected) => expect(read(api, value)).toBe(expected));

  test('that is not a URL is refused, all at once', () => {
    const variables = { CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: 'run', CLOUDSDK_API_ENDPOINT_OVERRIDES_STS: 'ftp://sts' };
    expect(() => readEndpoints(variables)).toThrow(InputError);
    expect(() => readEndpoints(variables)).toThrow(/_RUN: "run" is not a URL.*\n.*_STS: "ftp:\/\/sts" is not a URL/);
  });

  test.each([
    'http://127.0.0.1:8780',
    'http://127.8.0.1',
    'http://localhost:8780',
    'http://run.localhost',
    'http://[::1]:8780',
    'https://run-private.p.googleapis.com',
  ])('%s is accepted', (url) => {
    expect(read('run', url)).toBe(url);
    expect(readTokenEndpoint({ CLOUDSDK_AUTH_TOKEN_HOST: url })).toBe(url);
  });

  test.each([
    ['http://run.googleapis.com/', 'run.googleapis.com'],
    ['http://10.128.0.2:8780', '10.128.0.2:8780'],
    ['HTTP://google-cloud:8780', 'google-cloud:8780'],
    ['http://127.0.0.1.example.com', '127.0.0.1.example.com'],
    ['http://127.0.0.1@example.com', 'example.com'],
    ['http://[::2]', '[::2]'],
  ])('%s is refused: tokens would be sent without encryption', (url, host) => {
    const message = `"${url}" would send credentials to ${host} without encryption. Expected an https URL; http is allowed only for a host of this machine, such as 127.0.0.1. Write https://${host}, or make the server reachable at a port of this machine.`;
    expect(() => read('run', url)).toThrow(`Variable CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: ${message}`);
    const variables = { CLOUDSDK_AUTH_TOKEN_HOST: url };
    expect(() => readTokenEndpoint(variables)).toThrow(InputError);
    expect(() => readTokenEndpoint(variables)).toThrow(`Variable CLOUDSDK_AUTH_TOKEN_HOST: ${message}`);
  });
});
