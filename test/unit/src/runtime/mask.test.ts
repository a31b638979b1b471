/** What is hidden of a secret, and what must stay readable, since the runner drops outputs that hold a masked text. */
import { describe, expect, it } from 'vitest';
import { textsToMask } from '../../../../src/runtime/output/mask.ts';

const KEY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC';
const ACCOUNT = JSON.stringify(
  {
    type: 'service_account',
    project_id: 'acme-prod',
    private_key_id: '0123456789abcdef0123456789abcdef01234567',
    private_key: `-----BEGIN PRIVATE ${'KEY'}-----\n${KEY}\nq8Zr1vT0xYb7Lm3N\n-----END PRIVATE ${'KEY'}-----\n`,
    client_email: 'deployer@acme-prod.iam.gserviceaccount.com',
    universe: { domain: 'googleapis.com', retries: 1, strict: true },
  },
  null,
  2,
);

/** Outputs and lines that a step prints beside the secret. */
const HARMLESS = [
  '{',
  '}',
  '[',
  ']',
  '},',
  '{}',
  '1',
  'true',
  '"type": {',
  'acme-prod',
  'strict',
  '3f78685',
  'private_key',
  '---',
];
const hidden = (secret: string, text: string) => textsToMask(secret).some((mask) => text.includes(mask));

describe.each([
  ['a JSON document of several lines', ACCOUNT, [KEY, 'q8Zr1vT0xYb7Lm3N']],
  ['a JSON document in one line', JSON.stringify(JSON.parse(ACCOUNT)), [KEY]],
  ['YAML', 'db:\n  user: app\n  password: hunter2hunter2\n  retries: 1\nother:\n', ['hunter2hunter2']],
  ['lines of KEY=VALUE', 'A=1\nDEBUG=true\nAPI_KEY=abc123def456\n', ['abc123def456']],
  ['a PEM file', `-----BEGIN PRIVATE ${'KEY'}-----\n${KEY}\nab==\n-----END PRIVATE ${'KEY'}-----\n`, [KEY]],
  ['an address with a password', 'postgres://app:hunter2hunter2@db:5432/app', ['password=hunter2hunter2 host=db']],
  ['an address with an encoded password', 'mysql://app:p%40ss%2Fw0rd9x@db/app', ['p%40ss%2Fw0rd9x', 'p@ss/w0rd9x']],
  ['a connection string', 'host=db user=app password=hunter2hunter2 dbname=app', ['for "hunter2hunter2"']],
  ['one line', 'hunter2', ['hunter2']],
  ['one line of marks', '!@#$%^&*', ['!@#$%^&*']],
])('%s', (_, secret, values) => {
  it('is hidden in what it holds', () => {
    for (const value of values) expect(hidden(secret, value), value).toBe(true);
  });
  it('hides nothing else', () => {
    for (const text of HARMLESS) expect(hidden(secret, text), text).toBe(false);
  });
});

it.each(['', ' ', '1', 'on', 'yes', '{}', 'true', 'NULL', '\n}\n{\n'])('%j is too little to hide', (secret) => {
  expect(textsToMask(secret)).toEqual([]);
});

it.each(['postgres://postgres:postgres@localhost/app', 'postgres://app:${PASSWORD}@db/app', 'mysql://root:root@db/a'])(
  '%s has no password that could be hidden',
  (secret) => {
    expect(textsToMask(secret)).toEqual([secret]);
  },
);

it('a line is hidden with its indent and without', () => {
  expect(textsToMask('first line\n   second line')).toEqual(['first line', '   second line', 'second line']);
});
