/** All pairs, one file an API. */
import type { Pair } from '../pair.ts';
import { storage } from './storage.ts';

export const PAIRS: readonly Pair[] = [...storage];
