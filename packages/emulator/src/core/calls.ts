/** The log of all calls to the emulated APIs, for assertions, and a hook with which tests act at the n-th call. */
import type { Clock } from './clock.ts';

export interface Call {
  /** Number of the call, from 1, over all APIs. */
  readonly number: number;
  readonly api: string;
  readonly method: string;
  readonly path: string;
  /** With its leading `?`, or empty. */
  readonly query: string;
  readonly startedAt: number;
  /** HTTP status of the response; 0 for a reset connection; undefined while the call is in progress. */
  status?: number;
}

export interface Calls {
  readonly list: readonly Call[];
  /** Called with each call before it is executed; the call waits for the promise. Returns a function that removes the hook. */
  onCall(hook: (call: Call) => void | Promise<void>): () => void;
  clear(): void;
  begin(call: Pick<Call, 'api' | 'method' | 'path' | 'query'>): Call;
  announce(call: Call): Promise<void>;
  end(call: Call, status: number): void;
}

export function createCalls(clock: Clock): Calls {
  const list: Call[] = [];
  const hooks = new Set<(call: Call) => void | Promise<void>>();
  let count = 0;
  return {
    list,
    onCall(hook) {
      hooks.add(hook);
      return () => hooks.delete(hook);
    },
    clear() {
      list.length = 0;
      count = 0;
    },
    begin(call) {
      const entry: Call = { ...call, number: ++count, startedAt: clock.now() };
      list.push(entry);
      return entry;
    },
    async announce(call) {
      for (const hook of hooks) await hook(call);
    },
    end(call, status) {
      call.status = status;
    },
  };
}
