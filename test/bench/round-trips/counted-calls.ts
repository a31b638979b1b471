/** Which calls to the emulated cloud belong to the step. */
import type { Call } from '../../../packages/emulator/src/core/calls.ts';

/** Excludes the emulator's own: it reads the issuer's keys for each token (Google caches them), and its proxy logs each probe request. */
export const isStepsCall = ({ api, path }: Call): boolean => api !== 'proxy' && !path.startsWith('/.well-known/');
