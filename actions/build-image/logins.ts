/** The tokens that docker logs in with. */
import type { Cloud, Context } from '../../src/context.ts';

/** Tokens for docker: a fresh one each time, and another after one was refused that should be good. */
export function createLogins(cloud: Cloud, context: Context): { token: () => Promise<string>; refused: () => void } {
  let last: string | undefined;
  let refused: string | undefined;
  return {
    refused: () => {
      refused = last;
    },
    token: async () => {
      last = await cloud.auth.accessToken(refused);
      context.mask(last);
      return last;
    },
  };
}
