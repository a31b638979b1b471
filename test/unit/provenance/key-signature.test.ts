/** Provenance that a key signed: what counts, and forgeries. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyBundle, keyHint, parsePublicKey, preAuthEncoding } from '../../../src/provenance/key-signature.ts';
import { slsaPredicate } from '../../../src/provenance/slsa.ts';
import { SLSA_PROVENANCE, STATEMENT_TYPE } from '../../../src/provenance/statement.ts';
import { createVerifier } from '../../../src/provenance/verifier.ts';
import { claims, DIGEST, HEX, IDENTITY } from './fixture.ts';

const pemOf = (key: KeyObject) => String(key.export({ type: 'spki', format: 'pem' }));
const [ours, other] = [
  generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  generateKeyPairSync('ec', { namedCurve: 'P-256' }),
];
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

const COMMIT = 'd'.repeat(40);
const statement = (
  over = {},
  { serverUrl = 'https://github.com', hex = HEX, predicateType = SLSA_PROVENANCE } = {},
) => ({
  _type: STATEMENT_TYPE,
  subject: [{ name: 'server', digest: { sha256: hex } }],
  predicateType,
  predicate: slsaPredicate(claims(over) as never, serverUrl, COMMIT, []),
});
function bundle(content: object, { publicKey, privateKey }: Pair = ours): string {
  const payload = Buffer.from(JSON.stringify(content));
  return keyBundle(payload, sign('sha256', preAuthEncoding(payload), privateKey), publicKey);
}
const judge = (text: string, keys = [pemOf(ours.publicKey)], identity = IDENTITY) =>
  createVerifier([], keys)(Buffer.from(text), { digest: DIGEST, predicateType: SLSA_PROVENANCE, identity });

describe('counts', () => {
  test('as built by what the statement says', () => {
    expect(judge(bundle(statement()))).toEqual({
      verified: true,
      build: expect.objectContaining({
        repository: 'https://github.com/acme/shop',
        repositoryId: '1001',
        ref: 'refs/heads/main',
        commit: COMMIT,
        trigger: 'push',
        runUrl: 'https://github.com/acme/shop/actions/runs/42/attempts/1',
      }),
    });
  });

  test('by an RSA key', () => {
    expect(judge(bundle(statement(), rsa), [pemOf(rsa.publicKey)])).toMatchObject({ verified: true });
  });

  test('by each of two keys, while one is replaced', () => {
    const keys = [pemOf(ours.publicKey), pemOf(other.publicKey)];
    for (const pair of [ours, other]) expect(judge(bundle(statement(), pair), keys)).toMatchObject({ verified: true });
  });

  test('on GitHub Enterprise Server', () => {
    const serverUrl = 'https://ghes.internal';
    const signed = bundle(statement({ iss: `${serverUrl}/_services/token` }, { serverUrl }));
    expect(judge(signed, undefined, { ...IDENTITY, serverUrl })).toMatchObject({ verified: true });
    expect(judge(signed)).toMatchObject({
      verified: false,
      reason: expect.stringContaining('of https://ghes.internal'),
    });
  });
});

/** The bundle of a true statement with some parts changed. */
const changed = (edit: (json: Record<string, never>) => unknown) => {
  const json = JSON.parse(bundle(statement()));
  edit(json);
  return JSON.stringify(json);
};
const encoded = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64');

// biome-ignore lint/suspicious/noExplicitAny: bundles of forgers have any shape
const FORGERIES: readonly (readonly [string, string | ((json: any) => unknown), RegExp])[] = [
  ['another key', bundle(statement(), other), /key that does not count \(none of provenance-key/],
  [
    'another key under the hint of ours',
    bundle(statement(), other).replace(keyHint(other.publicKey), keyHint(ours.publicKey)),
    /signature verification failed/,
  ],
  ['another repository', bundle(statement({ repository: 'evil/shop', repository_id: '7' })), /of repository/],
  ['a branch', bundle(statement({ ref: 'refs/heads/x' })), /of refs\/heads\/x/],
  [
    'another workflow',
    bundle(statement({ workflow_path: '.github/workflows/other.yml' })),
    /of the workflow .github\/workflows\/other.yml/,
  ],
  ['a pull request', bundle(statement({ event_name: 'pull_request' })), /started by pull_request/],
  ['another image', bundle(statement({}, { hex: '0'.repeat(64) })), /about another image/],
  ['another predicate', bundle(statement({}, { predicateType: 'https://slsa.dev/provenance/v0.2' })), /of type/],
  [
    'another server',
    bundle(statement({}, { serverUrl: 'https://github.com.evil.example' })),
    /of https:\/\/github.com.evil.example/,
  ],
  [
    'a swapped payload',
    (json) => Object.assign(json.dsseEnvelope, { payload: encoded({ ...statement(), extra: true }) }),
    /signature verification failed/,
  ],
  [
    'another payload type',
    (json) => Object.assign(json.dsseEnvelope, { payloadType: 'text/plain' }),
    /its payload is text\/plain/,
  ],
  ['no signature', (json) => Object.assign(json.dsseEnvelope, { signatures: [] }), /malformed/],
  ['an empty signature', (json) => Object.assign(json.dsseEnvelope.signatures[0], { sig: '' }), /./],
  ['two signatures', (json) => json.dsseEnvelope.signatures.unshift({ sig: 'AAAA' }), /./],
  ['no hint', (json) => Object.assign(json.verificationMaterial, { publicKey: {} }), /./],
  ['nothing that signed', (json) => Object.assign(json, { verificationMaterial: {} }), /malformed/],
  [
    'an entry of a log that we do not know',
    (json) => Object.assign(json.verificationMaterial, { tlogEntries: [{ logIndex: '1' }] }),
    /./,
  ],
];

describe('does not count:', () => {
  test.each(FORGERIES)('%s', (_, make, reason) => {
    const text = typeof make === 'string' ? make : changed(make);
    expect(judge(text)).toEqual({ verified: false, reason: expect.stringMatching(reason) });
  });

  test('a true bundle, where no key is trusted', () => {
    expect(judge(bundle(statement()), [])).toEqual({
      verified: false,
      reason: 'signed with a key, and the input provenance-key names none',
    });
  });
});

test('a signature that is not the key of the server makes no bundle', () => {
  const payload = Buffer.from('{}');
  expect(() => keyBundle(payload, sign('sha256', payload, ours.privateKey), ours.publicKey)).toThrow(
    'Run this step again',
  );
});

test.each([
  ['a private key', String(ours.privateKey.export({ type: 'pkcs8', format: 'pem' })), 'holds a private key'],
  ['no key', 'hello', 'holds no public key in PEM'],
  ['another curve', pemOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey), 'of type ec secp384r1'],
  ['a short key', pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey), 'of type rsa 1024'],
  ['Ed25519', pemOf(generateKeyPairSync('ed25519').publicKey), 'of type ed25519'],
])('%s is no key that can be trusted', (_, text, message) => {
  expect(() => parsePublicKey(text)).toThrow(message);
});
