/** RSA keys of the emulated issuers (GitHub's and Google's). Made once a process: a key takes longer than a whole test. */
import { createHash } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
  /** A compact RS256 JWT of the claims as they are. */
  sign(claims: Record<string, unknown>): Promise<string>;
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
  return {
    kid,
    publicKey,
    jwk: { ...exported, kid, alg: 'RS256', use: 'sig' },
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey),
  };
}
