/** What happened in one region, for the summary and the outputs. */

import type { Change } from '../../../src/manifest/index.ts';
import type { TrafficShare } from '../plan/records.ts';
import type { RolloutPlan } from '../plan/rollout-plan.ts';
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
  notes: readonly string[];
  /** The difference in the words of the manifest. */
  changes: readonly Change[];
  before: readonly TrafficShare[];
  after: readonly TrafficShare[];
  tags: readonly TrafficTag[];
  candidate?: string | undefined;
  /** The last log lines of a revision that failed. */
  logs?: { readonly revision: string; readonly url: string; readonly text: string } | undefined;
  consoleUrl?: string | undefined;
  outcome?: string | undefined;
}

export const createRolloutReport = (region: string, service: string): RolloutReport => ({
  region,
  service,
  phases: [],
  probes: [],
  notes: [],
  changes: [],
  before: [],
  after: [],
  tags: [],
});

/** Puts what was planned into the report; a later plan takes the place of the one before. */
export function reportPlan(report: RolloutReport, { serving, changes, notes }: RolloutPlan): void {
  report.before = serving;
  report.changes = changes;
  report.notes = notes;
}
