/** RSA keys of the emulated issuers (GitHub and Google), created once per process, since creating one takes longer than a test. */
import { createHash, KeyObject, verify } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly jwk: JWK;
  /** A compact RS256 JWT of the unchanged claims. */
  sign(claims: Record<string, unknown>): Promise<string>;
  /** The unchecked claims of a token that this key signed; undefined for any other text. */
  verify(token: string): Record<string, unknown> | undefined;
}

const keys = new Map<string, Promise<SigningKey>>();

export function signingKey(issuer: 'github' | 'google' | 'stranger'): Promise<SigningKey> {
  const made = keys.get(issuer) ?? makeKey();
  keys.set(issuer, made);
  return made;
}

async function makeKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const exported = await exportJWK(publicKey);
  const kid = createHash('sha256')
    .update(exported.n ?? '')
    .digest('hex')
    .slice(0, 40);
  const key = KeyObject.from(publicKey);
  return {
    kid,
    jwk: { ...exported, kid, alg: 'RS256', use: 'sig' },
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey),
    verify(token) {
      const [header = '', payload = '', signature = ''] = token.split('.');
      const signed = verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${payload}`),
        key,
        Buffer.from(signature, 'base64url'),
      );
      return signed ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>) : undefined;
    },
  };
}
