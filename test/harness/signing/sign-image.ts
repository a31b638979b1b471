/** Signs an image of a registry as build-image does, by a Sigstore of our own. */

import { parseImageDigest } from '../../../src/container/image-reference.ts';
import { createRegistry } from '../../../src/container/registry.ts';
import { createRegistryArtifacts } from '../../../src/container/registry-artifacts.ts';
import { createHttpClient } from '../../../src/google/http/client.ts';
import { createAttestationStore } from '../../../src/provenance/attestation-store.ts';
import { SLSA_PROVENANCE } from '../../../src/provenance/statement.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { claims, type StatementParts, statement } from '../../unit/provenance/fixture.ts';
import type { Claims, Sigstore } from './sigstore.ts';

/** `image` by digest; `over` are claims of who signs, `parts` what the statement says. */
export async function signAs(
  sigstore: Sigstore,
  image: string,
  token: string,
  over: Claims = {},
  parts: StatementParts = {},
): Promise<void> {
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
  const ref = over.ref ?? 'refs/heads/main';
  const repository = `https://github.com/${over.repository ?? 'acme/shop'}`;
  const payload = statement({ digest: name.digest.replace('sha256:', ''), ref, repository, ...parts });
  const bundle = JSON.stringify(await sigstore.sign(payload, { claims: claims(over) }));
  const subject = { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
  await createAttestationStore(registry, createRegistryArtifacts(http)).write(name, subject, [name.digest], {
    bundle,
    predicateType: SLSA_PROVENANCE,
    created: new Date().toISOString(),
  });
}
