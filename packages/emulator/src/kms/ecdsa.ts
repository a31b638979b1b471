/**
 * ECDSA on P-256 over a digest (FIPS 186-5, section 6.4.1). Node hashes the data that it signs, but Cloud KMS receives a digest.
 * Only for tests: it is not protected against timing attacks.
 */
import { type KeyObject, randomBytes } from 'node:crypto';

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
type Point = readonly [x: bigint, y: bigint];
const G: Point = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
];

const mod = (a: bigint, m: bigint): bigint => ((a % m) + m) % m;

function inverse(a: bigint, m: bigint): bigint {
  let [r, next, s, t] = [m, mod(a, m), 0n, 1n];
  while (next !== 0n) [r, next, s, t] = [next, r % next, t, s - (r / next) * t];
  return mod(s, m);
}

function add(a: Point | undefined, b: Point | undefined): Point | undefined {
  if (!a || !b) return a ?? b;
  const [[ax, ay], [bx, by]] = [a, b];
  if (ax === bx && ay !== by) return undefined;
  const slope = ax === bx ? (3n * ax * ax - 3n) * inverse(2n * ay, P) : (by - ay) * inverse(bx - ax, P);
  const x = mod(slope * slope - ax - bx, P);
  return [x, mod(slope * (ax - x) - ay, P)];
}

function times(k: bigint, point: Point): Point | undefined {
  let sum: Point | undefined;
  let doubled: Point | undefined = point;
  for (let rest = k; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

/** The signature in DER, like from Cloud KMS. */
export function signDigest(key: KeyObject, digest: Uint8Array): Buffer {
  const d = number(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
  const z = number(digest.subarray(0, 32));
  for (;;) {
    const k = mod(number(randomBytes(40)), N - 1n) + 1n;
    const r = mod(times(k, G)?.[0] ?? 0n, N);
    const s = mod(inverse(k, N) * (z + r * d), N);
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s));
  }
}

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([2, positive.length]), positive]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
};
