/** Fault rules: at the n-th matching call, respond with a status, reset, delay, drop the response after the work, or expire the token. */
import type { Call } from './calls.ts';

export interface FaultRule {
  /** Name of the API (`run`, `storage`, …); any if absent. */
  readonly api?: string;
  readonly method?: string;
  /** Regular expression over path and query; any if absent. */
  readonly path?: string;
  /** First matching call with the fault, from 1. Default 1. */
  readonly nth?: number;
  /** Number of matching calls with the fault from there on. Default 1; `Infinity` (or -1 in JSON) for all. */
  readonly times?: number;
  readonly delayMs?: number;
  readonly status?: number;
  /** The message of an error in the API's format. */
  readonly message?: string;
  readonly headers?: Record<string, string>;
  /** The whole body of the response, in place of an error in the API's format: JSON, or plain text. */
  readonly body?: unknown;
  /** Close the connection without doing the work. */
  readonly reset?: boolean;
  /** Break the connection once this many bytes of the request's body were read. */
  readonly resetAfterBytes?: number;
  /** Do the work, then close the connection without a response. */
  readonly dropResponse?: boolean;
  /** The caller's token is expired from this call on. */
  readonly expireToken?: boolean;
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** The rule for this call, if any. Counts the call for all rules. */
  match(call: Call): FaultRule | undefined;
}

export function createFaults(): Faults {
  let rules: { rule: FaultRule; path: RegExp; seen: number }[] = [];
  return {
    add(rule) {
      rules.push({ rule, path: new RegExp(rule.path ?? ''), seen: 0 });
    },
    clear() {
      rules = [];
    },
    match(call) {
      let hit: FaultRule | undefined;
      for (const entry of rules) {
        const { rule } = entry;
        if (rule.api !== undefined && rule.api !== call.api) continue;
        if (rule.method !== undefined && rule.method !== call.method) continue;
        if (!entry.path.test(call.path + call.query)) continue;
        entry.seen++;
        const first = rule.nth ?? 1;
        const times = rule.times === -1 ? Number.POSITIVE_INFINITY : (rule.times ?? 1);
        if (entry.seen >= first && entry.seen < first + times) hit ??= rule;
      }
      return hit;
    },
  };
}
