/** Application Default Credentials of a user (`gcloud auth application-default login`), and files that the library refuses. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuth } from '../../../../../src/google/auth.ts';
import { readEndpoints } from '../../../../../src/google/endpoints.ts';
import { systemClock } from '../../../../../src/runtime/clock.ts';
import { InputError } from '../../../../../src/runtime/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'user-credentials-'));
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += String(chunk);
  });
  request.on('end', () => {
    const expired = body.includes('expired');
    response.writeHead(expired ? 400 : 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(
      JSON.stringify(
        expired
          ? { error: 'invalid_grant', error_description: 'reauth related error (invalid_rapt)' }
          : { access_token: 'ya29.user', expires_in: 3599, token_type: 'Bearer' },
      ),
    );
  });
});
const before = process.env.GOOGLE_APPLICATION_CREDENTIALS;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(async () => {
  if (before === undefined) delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
  else process.env.GOOGLE_APPLICATION_CREDENTIALS = before;
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

function token(credentials: object): Promise<string> {
  const file = join(folder, 'credentials.json');
  writeFileSync(file, JSON.stringify(credentials));
  // The library reads the variable of the process.
  process.env.GOOGLE_APPLICATION_CREDENTIALS = file;
  const env = {
    GOOGLE_APPLICATION_CREDENTIALS: file,
    CLOUDSDK_AUTH_TOKEN_HOST: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
  };
  const inputs = { workloadIdentityProvider: undefined, serviceAccount: undefined };
  return createAuth(inputs, readEndpoints({}), env, () => {}, systemClock).accessToken();
}
const user = (refresh_token: string) => ({
  type: 'authorized_user',
  client_id: 'id',
  client_secret: 'hunter2',
  refresh_token,
});

test('a login is exchanged for a token', async () => {
  expect(await token(user('1//valid'))).toBe('ya29.user');
});

test('an expired login is named, with the command that renews it', async () => {
  await expect(token(user('1//expired'))).rejects.toMatchObject({
    status: 400,
    message: 'reauth related error (invalid_rapt)',
    advice: 'The login has expired or was revoked. Run gcloud auth application-default login again.',
  });
});

test('a program without permission to run is named with the file, and not retried', async () => {
  const refused = token({
    type: 'external_account',
    audience: '//iam.googleapis.com/x',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    credential_source: { executable: { command: '/bin/true' } },
  });
  await expect(refused).rejects.toBeInstanceOf(InputError);
  await expect(refused).rejects.toThrow(
    /GOOGLE_APPLICATION_CREDENTIALS: names \S+credentials\.json, which cannot be used: .*GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES.*It was set on the runner/,
  );
});
