/** What a job of a release is once it was read and checked. */
import type { LaterJobPlace } from '../plan/release/canary-record.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import type { Candidate } from '../release/phases.ts';

export interface RunnableJob {
  /** Runs it once in each of its regions, with the URLs there. Throws unless it succeeds. Without candidates it says what would run. */
  run(candidates: readonly Candidate[], urlsIn: (region: string) => ReadonlyMap<string, string>): Promise<void>;
  /** What a later run needs to run it, in each of its regions. The server judges what would be written; nothing is changed. */
  plan(services: readonly RolloutPlan[]): Promise<readonly LaterJobPlace[]>;
}
