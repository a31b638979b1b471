/** What a job of a release is once it was read and checked. */
import type { Candidate } from '../release/phases.ts';

export interface RunnableJob {
  /** Runs it once in each of its regions, with the URLs there. Throws unless it succeeds. Without candidates it says what would run. */
  run(candidates: readonly Candidate[], urlsIn: (region: string) => ReadonlyMap<string, string>): Promise<void>;
}
