/**
 * Statements that a key signs, without a certificate, a log or a timestamp: the other way for repositories whose builds must not
 * be named anywhere (https://docs.sigstore.dev/about/bundle/). The verifier knows the key's public half.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { INTOTO_PAYLOAD } from './statement.ts';

/** https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto */
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** Algorithms of Cloud KMS whose signatures verifiers know: over SHA-256, by a key on P-256 or an RSA key with PKCS #1. */
export const KEY_ALGORITHMS = /^(EC_SIGN_P256_SHA256|RSA_SIGN_PKCS1_(2048|3072|4096)_SHA256)$/;

/**
 * A public key in PEM. Throws an Error with a message for the user for any other text, and for keys that sign in other ways.
 */
export function parsePublicKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw new Error('holds no public key in PEM');
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (pem.includes('PRIVATE KEY')) throw new Error('holds a private key. Use its public key');
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return key;
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return key;
  throw new Error(`holds a key of type ${type} ${details?.namedCurve ?? details?.modulusLength ?? ''}`.trim());
}

/** What a bundle names the key by: SHA-256 of its SubjectPublicKeyInfo, in base64. */
export const keyHint = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64');

/** The bytes that are signed (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md). */
export function preAuthEncoding(payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${INTOTO_PAYLOAD.length} ${INTOTO_PAYLOAD} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The bundle of a signed payload, in JSON. Throws if the signature is not the key's. */
export function keyBundle(payload: Uint8Array, signature: Uint8Array, key: KeyObject): string {
  if (!verify('sha256', preAuthEncoding(payload), key, signature))
    throw new Error('the signature is not of the key that the server names. Run this step again');
  return JSON.stringify({
    mediaType: BUNDLE,
    verificationMaterial: { publicKey: { hint: keyHint(key) } },
    dsseEnvelope: {
      payload: Buffer.from(payload).toString('base64'),
      payloadType: INTOTO_PAYLOAD,
      signatures: [{ sig: Buffer.from(signature).toString('base64') }],
    },
  });
}
