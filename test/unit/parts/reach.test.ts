/** What of a machine's environment a step gets. */
import { expect, test } from 'vitest';
import { reach } from '../../../scripts/parts/registry-environment.ts';

test.each([
  ...['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'GIT_SSL_CAINFO'],
  ...[
    'PIP_CERT',
    'PIP_INDEX_URL',
    'GOPROXY',
    'GOFLAGS',
    'GONOSUMDB',
    'CARGO_HTTP_CAINFO',
    'CARGO_REGISTRIES_ACME_INDEX',
  ],
  ...[
    'npm_config_registry',
    'NPM_CONFIG_REGISTRY',
    'npm_config_cafile',
    'npm_config_@acme:registry',
    'npm_config_cache',
  ],
  ...[
    'npm_config_//npm.acme.com/:_authToken',
    'NPM_CONFIG_STRICT_SSL',
    'npm_config_https_proxy',
    'pnpm_config_registry',
  ],
])('%s is kept', (name) => {
  expect(reach({ [name]: 'x' })).toEqual({ [name]: 'x' });
});

test.each([
  ...['GITHUB_TOKEN', 'GITHUB_ACTIONS', 'AWS_SECRET_ACCESS_KEY', 'GOOGLE_APPLICATION_CREDENTIALS', 'CARGO_TARGET_DIR'],
  ...[
    'npm_config_prefix',
    'npm_config_local_prefix',
    'npm_config_user_agent',
    'npm_config_dry_run',
    'npm_package_name',
  ],
  ...['INPUT_REGISTRY', 'DATABASE_URL', 'VITEST', 'TEST'],
])('%s is not', (name) => {
  expect(reach({ [name]: 'x' })).toEqual({});
});

test('an empty variable counts as unset', () => {
  expect(reach({ HTTPS_PROXY: '', GOPROXY: undefined })).toEqual({});
});

test('loopback is not reached through the proxy, and who was excepted stays so', () => {
  expect(reach({ https_proxy: 'http://proxy:3128', NO_PROXY: 'npm.acme.com, 127.0.0.1' })).toEqual({
    https_proxy: 'http://proxy:3128',
    NO_PROXY: 'npm.acme.com,127.0.0.1,localhost,.localhost,::1',
    no_proxy: 'npm.acme.com,127.0.0.1,localhost,.localhost,::1',
  });
});

test('of NODE_OPTIONS only what concerns trust stays', () => {
  expect(reach({ NODE_OPTIONS: '--import ./x.ts --use-system-ca --max-old-space-size=4096' })).toEqual({
    NODE_OPTIONS: '--use-system-ca',
  });
});
