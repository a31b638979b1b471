/** What the owner of a runner wrote wrongly is named as theirs, with the fix. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountInFile, checkCredentialFile } from '../../../../src/google/credential-file.ts';
import { readProxies } from '../../../../src/google/http/proxies.ts';

describe('proxy variables', () => {
  it.each([
    [{ HTTPS_PROXY: 'http://proxy.internal:3128' }, { http: undefined, https: 'http://proxy.internal:3128' }],
    [
      { https_proxy: 'http://user:secret@proxy:3128', HTTP_PROXY: ' http://p/ ' },
      { http: 'http://p/', https: 'http://user:secret@proxy:3128' },
    ],
    [
      { HTTPS_PROXY: '', https_proxy: 'http://p:1' },
      { http: undefined, https: 'http://p:1' },
    ],
    [{ HTTPS_PROXY: ' ' }, { http: undefined, https: undefined }],
    [{}, { http: undefined, https: undefined }],
  ])('%j', (env, proxies) => expect(readProxies(env)).toEqual(proxies));

  it.each([
    ['proxy.internal:3128', 'has no scheme'],
    ['user:hunter2@proxy.internal:3128', 'has no scheme'],
    ['http://proxy.internal:port', 'is not an address'],
    ['http://user:hunter2@proxy:99999', 'is not an address'],
    ['socks5://proxy:1080', 'is not an HTTP proxy'],
    ['"http://user:hunter2@proxy:3128"', 'has quotes around it'],
  ])('%s is refused, and named as the runner’s', (HTTPS_PROXY, problem) => {
    let message = '';
    try {
      readProxies({ HTTPS_PROXY });
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toMatch(/^Variable HTTPS_PROXY: ".*" /);
    expect(message).toContain(problem);
    expect(message).toContain('Write http://HOST:PORT');
    expect(message).not.toContain('hunter2');
  });

  it('all are reported together', () => {
    expect(() => readProxies({ HTTP_PROXY: 'a:1', https_proxy: 'b:2' })).toThrow(/HTTP_PROXY.*\n.*https_proxy/);
  });
});

const USER = '{"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"r"}';
const FEDERATION =
  '{"type":"external_account","audience":"a","subject_token_type":"t","token_url":"u","credential_source":';

describe('the credential file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credential-file-'));
  let count = 0;
  const check = (text: string) => {
    const file = join(folder, `${++count}.json`);
    writeFileSync(file, text);
    checkCredentialFile({ GOOGLE_APPLICATION_CREDENTIALS: file });
  };
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const account = (key: unknown) => JSON.stringify({ type: 'service_account', client_email: 'a@b', private_key: key });

  it.each([
    ['as it is', account('hunter2hunter2')],
    ['in base64', Buffer.from(account('hunter2hunter2hunter2hunter2hunter2')).toString('base64')],
  ])('in place of its path, %s, is not shown', (_, content) => {
    let message = '';
    try {
      checkCredentialFile({ GOOGLE_APPLICATION_CREDENTIALS: content });
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toMatch(
      /^Variable GOOGLE_APPLICATION_CREDENTIALS: contains credentials, but must be the path of a file/,
    );
    expect(message).not.toContain(content.slice(0, 20));
  });
  it.each([
    ['{"type":"authorized_user","client_id":"c"}', 'no client_secret, refresh_token'],
    ['{"type":"external_account"}', 'no audience, subject_token_type, token_url, credential_source'],
    ['{"type":"external_account_authorized_user"}', 'no audience, client_id, client_secret, token_url, refresh_token'],
    ['{"type":"gdch_service_account"}', 'no project, private_key_id, private_key, name, token_uri'],
    [
      '{"type":"impersonated_service_account","service_account_impersonation_url":"u","source_credentials":{"type":"service_account"}}',
      'has source_credentials; that part has no client_email and private_key',
    ],
    ['{"type":"impersonated_service_account","source_credentials":{}}', 'no service_account_impersonation_url'],
  ])('%s is not complete', (text, problem) => expect(() => check(text)).toThrow(problem));

  it.each([
    ['of a service account', account(privateKey)],
    ['of a user', USER],
    ['of a federation', `${FEDERATION}{"url":"http://127.0.0.1/"}}`],
    [
      'of an impersonation',
      `{"type":"impersonated_service_account","service_account_impersonation_url":"u","source_credentials":${USER}}`,
    ],
  ])('%s is taken', (_, text) => expect(() => check(text)).not.toThrow());

  it.each([
    ['', 'is empty'],
    ['hunter2', 'is not valid JSON'],
    ['[]', 'has an unknown type of credentials'],
    ['null', 'is not a JSON object'],
    ['{"type":"none"}', 'has an unknown type of credentials'],
    ['{"type":"service_account"}', 'has no client_email and private_key'],
    [account('hunter2'), 'has a private_key that cannot be read'],
    [account(privateKey.replaceAll('\n', ' ')), 'has a private_key that cannot be read'],
    [`${FEDERATION}{"file":"/nowhere/token"}}`, 'takes its token from /nowhere/token'],
  ])('%j is refused, and named as the runner’s', (text, problem) => {
    let message = '';
    try {
      check(text);
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toMatch(/^Variable GOOGLE_APPLICATION_CREDENTIALS: names .*\d+\.json, which /);
    expect(message).toContain(problem);
    expect(message).toContain('It was set on the runner or by an earlier step');
    expect(message).not.toContain('hunter2');
  });

  const impersonation =
    'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/deployer@p.iam.gserviceaccount.com:generateAccessToken';
  it.each([
    [{ type: 'service_account', client_email: 'key@p.iam.gserviceaccount.com' }, 'key@p.iam.gserviceaccount.com'],
    [
      { type: 'external_account', service_account_impersonation_url: impersonation },
      'deployer@p.iam.gserviceaccount.com',
    ],
    [
      { type: 'impersonated_service_account', service_account_impersonation_url: impersonation },
      'deployer@p.iam.gserviceaccount.com',
    ],
    [{ type: 'external_account' }, undefined],
    [{ type: 'authorized_user', refresh_token: 'r' }, undefined],
    [null, undefined],
  ])('%j is of a service account or not', (json, account) => {
    const file = join(folder, `${++count}.json`);
    writeFileSync(file, JSON.stringify(json));
    expect(accountInFile({ GOOGLE_APPLICATION_CREDENTIALS: file })).toBe(account);
    expect(accountInFile({})).toBeUndefined();
  });

  it('that does not exist, or is no file, is named', () => {
    const named = (file: string) => () => checkCredentialFile({ GOOGLE_APPLICATION_CREDENTIALS: file });
    expect(named(join(folder, 'none'))).toThrow('which does not exist');
    expect(named(folder)).toThrow('which is a folder');
    expect(named('/dev/zero')).toThrow('which cannot be read');
    expect(() => checkCredentialFile({})).not.toThrow();
  });
});
