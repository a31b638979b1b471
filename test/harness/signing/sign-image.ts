/** Signs an image in a registry like build-image, with a local Sigstore. */

import { type KeyObject, sign } from 'node:crypto';
import { parseImageDigest } from '../../../src/container/image-reference.ts';
import { createRegistry } from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { createAttestationStore } from '../../../src/provenance/attestation-store.ts';
import { keyBundle, preAuthEncoding } from '../../../src/provenance/key-signature.ts';
import { type JobClaims, slsaPredicate } from '../../../src/provenance/slsa.ts';
import { SLSA_PROVENANCE, STATEMENT_TYPE } from '../../../src/provenance/statement.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { claims, type StatementParts, statement } from '../../unit/provenance/fixture.ts';
import type { Claims, Sigstore } from './sigstore.ts';

/** `image` by digest; `over` overrides claims of the signer, `parts` parts of the statement. */
export async function signAs(
  sigstore: Sigstore,
  image: string,
  token: string,
  over: Claims = {},
  parts: StatementParts = {},
): Promise<void> {
  const { digest } = parseImageDigest(image);
  const ref = over.ref ?? 'refs/heads/main';
  const repository = `https://github.com/${over.repository ?? 'acme/shop'}`;
  const payload = statement({ digest: digest.replace('sha256:', ''), ref, repository, ...parts });
  await attach(image, token, JSON.stringify(await sigstore.sign(payload, { claims: claims(over) })));
}

/** The same with a key, as with `sign-key`. */
export async function signWithKey(key: KeyPair, image: string, token: string, over: Claims = {}): Promise<void> {
  const name = parseImageDigest(image);
  const predicate = slsaPredicate(claims(over) as unknown as JobClaims, 'https://github.com', 'c'.repeat(40), []);
  const subject = [{ name: image, digest: { sha256: name.digest.replace('sha256:', '') } }];
  const content = { _type: STATEMENT_TYPE, subject, predicateType: SLSA_PROVENANCE, predicate };
  const payload = Buffer.from(JSON.stringify(content));
  await attach(
    image,
    token,
    keyBundle(payload, sign('sha256', preAuthEncoding(payload), key.privateKey), key.publicKey),
  );
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

async function attach(image: string, token: string, bundle: string): Promise<void> {
  const name = parseImageDigest(image);
  const http = createHttpClient({
    clock: systemClock,
    signal: new AbortController().signal,
    userAgent: 'test',
    accessToken: async () => token,
  });
  const registry = createRegistry(http);
  const manifest = await registry.manifest(name, name.digest);
  if (!manifest) throw new Error(`there is no ${image}`);
  const subject = { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
  await createAttestationStore(registry, createRegistryArtifacts(http)).write(name, subject, [name.digest], {
    bundle,
    predicateType: SLSA_PROVENANCE,
    created: new Date().toISOString(),
  });
}
