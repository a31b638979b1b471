/**
 * Cloud KMS v1: public keys and signatures of asymmetric key versions.
 * https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys.cryptoKeyVersions
 */
import { constants, createPublicKey, generateKeyPairSync, type KeyObject, privateEncrypt } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { ApiError, invalid } from '../http/errors.ts';
import { type ApiRequest, type Route, route } from '../http/routes.ts';
import { crc32c } from '../storage/content/crc32c.ts';
import { signDigest } from './ecdsa.ts';

/** Algorithms of keys. P-256 and RSA keys can sign; for P-384 only the public key is available. */
type Algorithm = 'EC_SIGN_P256_SHA256' | 'EC_SIGN_P384_SHA384' | 'RSA_SIGN_PKCS1_2048_SHA256';

interface KeyVersion {
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  state: 'ENABLED' | 'DISABLED' | 'DESTROYED';
}

export interface Kms {
  readonly routes: readonly Route[];
  /** Creates a key version, `projects/…/cryptoKeyVersions/N`, or imports a private key; returns its public key in PEM. */
  create(name: string, algorithm?: Algorithm, imported?: KeyObject): string;
  setState(name: string, state: KeyVersion['state']): void;
  delete(name: string): void;
}

/** DER of DigestInfo for SHA-256: https://www.rfc-editor.org/rfc/rfc8017#section-9.2 */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export function createKms(core: Core): Kms {
  const versions = new Map<string, KeyVersion>();
  const found = ({ params, principal }: ApiRequest, permission: string): [string, KeyVersion] => {
    const { project, location, ring, key, version } = params;
    const name = `projects/${project}/locations/${location}/keyRings/${ring}/cryptoKeys/${key}/cryptoKeyVersions/${version}`;
    core.access.check(principal, `cloudkms.cryptoKeyVersions.${permission}`, name);
    const one = versions.get(name);
    if (!one) throw new ApiError(404, `CryptoKeyVersion ${name} not found.`);
    if (one.state !== 'ENABLED')
      throw new ApiError(
        400,
        `${name} is not enabled, current state is: ${one.state}.`,
        {},
        { reason: 'FAILED_PRECONDITION' },
      );
    return [name, one];
  };
  const path =
    '/v1/projects/{project}/locations/{location}/keyRings/{ring}/cryptoKeys/{key}/cryptoKeyVersions/{version}';
  return {
    create(name, algorithm = 'EC_SIGN_P256_SHA256', imported) {
      const pair = imported
        ? { privateKey: imported, publicKey: createPublicKey(imported) }
        : algorithm === 'RSA_SIGN_PKCS1_2048_SHA256'
          ? generateKeyPairSync('rsa', { modulusLength: 2048 })
          : generateKeyPairSync('ec', { namedCurve: algorithm === 'EC_SIGN_P256_SHA256' ? 'P-256' : 'P-384' });
      versions.set(name, { algorithm, ...pair, state: 'ENABLED' });
      return pem(pair.publicKey);
    },
    setState(name, state) {
      const one = versions.get(name);
      if (one) one.state = state;
    },
    delete: (name) => void versions.delete(name),
    routes: [
      route('GET', `${path}/publicKey`, (request) => {
        const [name, { publicKey, algorithm }] = found(request, 'viewPublicKey');
        const text = pem(publicKey);
        const pemCrc32c = String(crc32c(Buffer.from(text)));
        return { body: { name, pem: text, algorithm, pemCrc32c, protectionLevel: 'SOFTWARE' } };
      }),
      route('POST', `${path}:asymmetricSign`, async (request) => {
        const [name, { privateKey, algorithm }] = found(request, 'useToSign');
        const { digest, data } = await request.json<{ digest?: { sha256?: string }; data?: string }>();
        if ((digest === undefined) === (data === undefined))
          throw invalid('Exactly one of digest and data is required.');
        const bytes = Buffer.from(digest?.sha256 ?? '', 'base64');
        if (bytes.length !== 32 || !algorithm.endsWith('_SHA256'))
          throw invalid(`The digest of the request does not fit the algorithm ${algorithm}.`);
        const signature = algorithm.startsWith('EC')
          ? signDigest(privateKey, bytes)
          : privateEncrypt(
              { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
              Buffer.concat([SHA256_INFO, bytes]),
            );
        const signatureCrc32c = String(crc32c(signature));
        return {
          body: { name, signature: signature.toString('base64'), signatureCrc32c, protectionLevel: 'SOFTWARE' },
        };
      }),
    ],
  };
}

const pem = (key: KeyObject): string => String(key.export({ type: 'spki', format: 'pem' }));
