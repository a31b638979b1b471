/** What preflight found out about one site, and what the rollout goes by. */
import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import type { ServiceHold } from '../../../src/records/holds.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { CandidatePlan } from './candidate.ts';
import type { DesiredService } from './desired-service.ts';
import type { AcceptedDigests } from './image-digests.ts';
import type { RecordedRelease, TrafficShare } from './records.ts';
import type { ServingTemplate } from './serving-template.ts';

export interface PlannedRollout {
  readonly regional: RegionalService;
  readonly kind: 'deploy' | 'rollback';
  /** As it was read; undefined for a service that is to be created. */
  readonly current: Service | undefined;
  readonly base: ServingTemplate | undefined;
  readonly baseline: readonly TrafficShare[];
  readonly candidate: CandidatePlan;
  /** The service as it shall be; undefined for a rollback, which changes traffic alone. */
  readonly desired: DesiredService | undefined;
  /** What the candidate's configuration is or will be. */
  readonly template: RevisionTemplate;
  readonly accepted: AcceptedDigests;
  /** Tag under which the candidate is probed. */
  readonly tag: string | undefined;
  readonly keepTag: boolean;
  readonly commit: string;
  /** Identity tokens for the probe; undefined for a public service. */
  readonly token: ((audience: string) => Promise<string>) | undefined;
  /** The hold that stood when the rollout began. */
  readonly holdBefore: ServiceHold | undefined;
  /** The hold that the rollout sets, `null` to release it, undefined to leave it. */
  readonly hold: ServiceHold | null | undefined;
  /** The releases that are to be recorded, given those recorded by then. */
  readonly releases: (before: readonly RecordedRelease[], revision: string) => readonly RecordedRelease[];
  readonly allowUnauthenticated: boolean | undefined;
}

/** True if nothing that ever proved healthy serves: everything goes to the candidate from the start. */
export const isFirst = (planned: PlannedRollout): boolean => planned.baseline.length === 0;
