/** What happened in one region, for the summary and the outputs. */

import type { TrafficShare } from '../plan/records.ts';
import type { TrafficTag } from '../plan/traffic.ts';

/** Health checks that a revision passed. */
export interface ProbeRecord {
  readonly url: string;
  readonly passes: number;
  readonly attempts: number;
  /** Milliseconds. */
  readonly took: number;
  readonly lastAnswer: string;
}

export interface RolloutReport {
  readonly region: string;
  readonly service: string;
  readonly phases: { name: string; ms: number }[];
  readonly probes: ProbeRecord[];
  /** Sentences that the reader must see: forced, hold released, kept settings. */
  readonly notes: string[];
  /** The difference in the words of the manifest. */
  diff: readonly DiffRow[];
  before: readonly TrafficShare[];
  after: readonly TrafficShare[];
  tags: readonly TrafficTag[];
  candidate?: string | undefined;
  /** The last log lines of a revision that failed. */
  logs?: { readonly revision: string; readonly url: string; readonly text: string } | undefined;
  consoleUrl?: string | undefined;
  outcome?: string | undefined;
}

export interface DiffRow {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export const createRolloutReport = (region: string, service: string): RolloutReport => ({
  region,
  service,
  phases: [],
  probes: [],
  notes: [],
  diff: [],
  before: [],
  after: [],
  tags: [],
});
