/** One call, made by our code and by an official client against the same server. */
import type { Wire } from './normalize.ts';
import type { Respond } from './recorder.ts';

export interface Pair {
  /** `API: what the call does`. */
  readonly name: string;
  /** True if the requests go out at the same time, so that their order is chance. */
  readonly unordered?: boolean;
  /** Which requests are compared, where the official client makes more than the call needs. Default all. */
  readonly only?: (request: Wire) => boolean;
  /** How many of them, from the first on. Default all. */
  readonly first?: number;
  readonly respond: Respond;
  /** Makes the call through the code that the actions use. `url` is the server's base URL. */
  readonly ours: (url: string) => Promise<unknown>;
  /** Makes the same call through the official client. */
  readonly official: (url: string) => Promise<unknown>;
}
