/** The tokens that docker logs in with. */
import type { Cloud, Context } from '../../../src/runtime/context.ts';

export interface Logins {
  token(): Promise<string>;
  /** The last token was refused, though it should be good. */
  refused(): void;
}

/** A fresh token each time, and another after one was refused; none before `allowed` is fulfilled. */
export function createLogins(cloud: Cloud, context: Context, allowed: Promise<unknown>): Logins {
  let last: string | undefined;
  let refused: string | undefined;
  return {
    refused: () => {
      refused = last;
    },
    token: async () => {
      await allowed;
      last = await cloud.auth.accessToken(refused);
      context.mask(last);
      return last;
    },
  };
}
