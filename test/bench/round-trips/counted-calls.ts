/** Which calls to the emulated cloud are the step's. */
import type { Call } from '../../../packages/emulator/src/core/calls.ts';

/** Not the emulator's own: it reads the issuer's keys for each token (Google keeps them), and its proxy logs each probe request. */
export const isStepsCall = ({ api, path }: Call): boolean => api !== 'proxy' && !path.startsWith('/.well-known/');
