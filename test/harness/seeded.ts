/**
 * The only source of random values in tests: equal in every run, so that no test fails at random. Other
 * values: `ORCHESTRA_TEST_SEED=NUMBER npm test`. fast-check prints the seed of a failing property.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';

const seed = Number(process.env.ORCHESTRA_TEST_SEED || 20_260_101);
if (!Number.isSafeInteger(seed)) throw new Error('ORCHESTRA_TEST_SEED must be an integer.');
fc.configureGlobal({ seed });

export default fc;

/** Numbers in [0, 1) (mulberry32), equal for equal names. */
export function seededRandom(name: string): () => number {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `size` random bytes, equal for equal names. */
export function seededBytes(name: string, size: number): Buffer {
  return createHash('shake256', { outputLength: size }).update(`${seed} ${name}`).digest();
}
