/**
 * Signatures by a key of Cloud KMS, which never leaves it
 * (https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys.cryptoKeyVersions/asymmetricSign).
 */
import type { HttpClient } from './http/client.ts';

export interface SigningKey {
  /** SubjectPublicKeyInfo in PEM. */
  readonly pem: string;
  /** `EC_SIGN_P256_SHA256`, …: https://cloud.google.com/kms/docs/reference/rest/v1/CryptoKeyVersionAlgorithm */
  readonly algorithm: string;
}

export interface Kms {
  /** The public half of a key version, `projects/P/locations/L/keyRings/R/cryptoKeys/K/cryptoKeyVersions/N`. */
  publicKey(version: string): Promise<SigningKey>;
  /** Signs a SHA-256 digest. */
  sign(version: string, digest: Uint8Array): Promise<Buffer>;
}

const ROLE = 'roles/cloudkms.signerVerifier';

export function createKms(http: HttpClient, endpoint: string): Kms {
  const about = (version: string, permission: string) => ({
    resource: `key version ${version}`,
    permission: `cloudkms.cryptoKeyVersions.${permission}`,
    role: ROLE,
  });
  return {
    async publicKey(version) {
      const { pem = '', algorithm = '' } = await http.json<Partial<SigningKey>>({
        method: 'GET',
        url: `${endpoint}/v1/${version}/publicKey`,
        ...about(version, 'viewPublicKey'),
      });
      return { pem, algorithm };
    },
    async sign(version, digest) {
      const { signature = '' } = await http.json<{ signature?: string }>({
        method: 'POST',
        url: `${endpoint}/v1/${version}:asymmetricSign`,
        json: { digest: { sha256: Buffer.from(digest).toString('base64') } },
        // A second signature of the same digest is as good as the first.
        idempotent: true,
        ...about(version, 'useToSign'),
      });
      return Buffer.from(signature, 'base64');
    },
  };
}
