/** A job of a release that was read and checked. */
import type { LaterJobPlace } from '../plan/release/canary-record.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import type { Candidate } from '../release/phases.ts';

export interface RunnableJob {
  /** Runs it once in each of its regions, with the URLs there. Throws unless it succeeds. Without candidates it logs what would run. */
  run(candidates: readonly Candidate[], urlsIn: (region: string) => ReadonlyMap<string, string>): Promise<void>;
  /** Its plan for a later run, in each of its regions. The server validates the write; nothing is changed. */
  plan(services: readonly RolloutPlan[]): Promise<readonly LaterJobPlace[]>;
}
