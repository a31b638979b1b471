/** Signed trusted roots: Sigstore's own metadata, as its repository served it, and forgeries. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalize } from '@tufjs/canonical-json';
import { describe, expect, test } from 'vitest';
import { loadVerifier } from '../../../src/provenance/require-provenance.ts';
import { verifySignedRoots } from '../../../src/provenance/signed-roots.ts';
import { expiryOf, isSignedRoots, SIGNED_ROOTS, type SignedRoots } from '../../../src/provenance/signed-roots-file.ts';
import released from '../../../src/provenance/tuf-roots.json' with { type: 'json' };
import { createVerifier } from '../../../src/provenance/verifier.ts';

const url = 'https://tuf-repo-cdn.sigstore.dev';
const fixture = JSON.parse(readFileSync(new URL('../../fixtures/trusted-root/sigstore.json', import.meta.url), 'utf8'));
const roots = (from: number, to = 16) => Array.from({ length: to - from + 1 }, (_, i) => fixture.roots[from + i]);
const file = (over: object = {}): SignedRoots => ({
  mediaType: SIGNED_ROOTS,
  sources: [{ url, roots: roots(13), targets: fixture.targets, trustedRoot: fixture.trustedRoot, ...over }],
});
const pinned = { [url]: fixture.roots[12] };
const copy = <T>(value: T): T => structuredClone(value);

describe('the metadata of Sigstore', () => {
  test('leads from an old root over the newer ones to its trusted root', () => {
    expect(verifySignedRoots(file(), pinned)).toEqual([JSON.parse(fixture.trustedRoot)]);
  });

  test('leads from the root that is released with the actions', () => {
    expect(verifySignedRoots(file({ roots: roots(16) }))).toEqual([JSON.parse(fixture.trustedRoot)]);
  });

  test('ends when its first signature does', () => {
    expect(new Date(expiryOf(file())).toISOString()).toBe('2027-04-22T19:27:31.000Z');
    expect(isSignedRoots(file())).toBe(true);
    expect(isSignedRoots(JSON.parse(fixture.trustedRoot))).toBe(false);
    expect(() => expiryOf({ mediaType: SIGNED_ROOTS, sources: [] })).toThrow('does not say when');
  });
});

test('the roots that are released are signed by themselves', () => {
  for (const [one, root] of Object.entries(released)) {
    const before = copy(root);
    before.signed.version -= 1;
    // The chain demands that the root before, which has the same keys here, signed it, and then that it signed itself.
    const source = { url: one, roots: [root], targets: fixture.targets, trustedRoot: '' };
    const verified = () =>
      verifySignedRoots({ mediaType: SIGNED_ROOTS, sources: [source] } as never, { [one]: before });
    expect(verified).not.toThrow(/^root/);
  }
});

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
/** A root of a forger: the same keys under the same names, but one of theirs in each role. */
function forged() {
  const root = copy(fixture.roots[16]);
  root.signed.version = 17;
  root.signed.keys.evil = { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: pem } };
  for (const role of Object.values(root.signed.roles) as { keyids: string[]; threshold: number }[]) {
    role.keyids = ['evil'];
    role.threshold = 1;
  }
  const sig = sign('sha256', Buffer.from(canonicalize(root.signed)), privateKey).toString('hex');
  return { ...root, signatures: [{ keyid: 'evil', sig }] };
}
const signedByForger = (metadata: { signed: object }) => {
  const sig = sign('sha256', Buffer.from(canonicalize(metadata.signed)), privateKey).toString('hex');
  return { ...metadata, signatures: [{ keyid: 'evil', sig }] };
};
const changedTargets = (edit: (targets: typeof fixture.targets) => void) => {
  const targets = copy(fixture.targets);
  edit(targets);
  return targets;
};
const own = '{"certificateAuthorities":[]}';

test('the verifier takes the file, and refuses one that is forged as an input', async () => {
  expect(() => createVerifier([file({ roots: roots(16) })])).not.toThrow();
  const load = loadVerifier({ trustedRoots: [file({ roots: roots(16), trustedRoot: own })], keys: [] });
  await expect(load).rejects.toThrow('Input trusted-root: contains no usable trusted root: trusted_root.json of');
});

describe('is refused:', () => {
  test.each<[string, object, RegExp]>([
    ['another trusted root', { trustedRoot: own }, /is not the file that was signed/],
    [
      'a trusted root with one more byte',
      { trustedRoot: `${fixture.trustedRoot} ` },
      /is not the file that was signed/,
    ],
    [
      'a list of files that was changed',
      { targets: changedTargets(({ signed }) => Object.assign(signed, { version: 99 })) },
      /has 0 of 3 signatures/,
    ],
    [
      'a list of files with too few signatures',
      { targets: changedTargets((targets) => targets.signatures.splice(2)) },
      /has \d of 3 signatures/,
    ],
    [
      'one signature three times',
      { targets: changedTargets((targets) => targets.signatures.fill(targets.signatures[0])) },
      /has 1 of 3 signatures/,
    ],
    ['a list of files that a forger signed', { targets: signedByForger(fixture.targets) }, /has 0 of 3 signatures/],
    ['a root that a forger signed', { roots: [...roots(13), forged()] }, /root 17 of .* has 0 of 3 signatures/],
    ['a root in place of the list of files', { targets: fixture.roots[16] }, /is of type root/],
    [
      'a list of files in place of a root',
      { roots: [...roots(13), { ...fixture.targets, signed: { ...fixture.targets.signed, version: 17 } }] },
      /is of type targets/,
    ],
    [
      'a root that is left out',
      { roots: [...roots(13, 14), ...roots(16)] },
      /root 16 of .* does not follow on root 14/,
    ],
    [
      'a later date in the newest root',
      {
        roots: [
          ...roots(13, 15),
          { ...fixture.roots[16], signed: { ...fixture.roots[16].signed, expires: '2099-01-01T00:00:00Z' } },
        ],
      },
      /root 16 of .* has 0 of 3 signatures/,
    ],
    ['no root', { roots: [] }, /the newest root of .* is not in the file/],
    ['another repository', { url: 'https://tuf.evil.example' }, /no root was released for https:\/\/tuf.evil.example/],
    ['a name of every object', { url: 'constructor' }, /no root was released/],
  ])('%s', (_, over, reason) => {
    expect(() => verifySignedRoots(file(over), pinned)).toThrow(reason);
  });

  test('a root of the released version that is another one', () => {
    const other = copy(fixture.roots[16]);
    other.signed.expires = '2099-01-01T00:00:00Z';
    expect(() => verifySignedRoots(file({ roots: [other] }))).toThrow('is not the one that was released');
  });

  test('a root that only the keys of the one before have signed', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keyOf = (key: KeyObject) => ({ keyval: { public: String(key.export({ type: 'spki', format: 'pem' })) } });
    const keys = { ours: keyOf(publicKey), theirs: keyOf(other.publicKey) };
    const rootOf = (version: number, keyid: string) => {
      const signed = { _type: 'root', version, keys, roles: { root: { keyids: [keyid], threshold: 1 } } };
      const sig = sign('sha256', Buffer.from(canonicalize(signed)), privateKey).toString('hex');
      return { signed, signatures: [{ keyid: 'ours', sig }] };
    };
    const sources = [{ url, roots: [rootOf(2, 'theirs')], targets: fixture.targets, trustedRoot: own }];
    const verified = () =>
      verifySignedRoots({ mediaType: SIGNED_ROOTS, sources } as never, { [url]: rootOf(1, 'ours') });
    expect(verified).toThrow(/root 2 of .* has 0 of 1 signatures/);
  });

  test('a file that is older than the actions', () => {
    expect(() => verifySignedRoots(file({ roots: roots(13, 15) }))).toThrow('may be older than these actions');
  });

  test('a file that names nothing', () => {
    expect(() => verifySignedRoots({ mediaType: SIGNED_ROOTS, sources: [] })).toThrow('names no authority');
  });
});
