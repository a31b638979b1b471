/** The plan for one region, with the clients that execute it. */
import type { RolloutPlan } from '../plan/rollout-plan.ts';
import type { RegionalService } from './regional-service.ts';

/** Returns an identity token for an audience. */
export type IdentityTokenSource = (audience: string) => Promise<string>;

/** What is known of the target of a rollback once it has been checked. */
export type TargetConfiguration = Pick<RolloutPlan, 'template' | 'accepted'>;

export interface PlannedRollout {
  readonly regional: RegionalService;
  readonly plan: RolloutPlan;
  /** The name for a new revision, while preflight reads it. */
  readonly freeRevision?: Promise<string> | undefined;
  /** The configuration of a rollback's target, while it is read and checked. Undefined if the plan has it. */
  readonly target?: Promise<TargetConfiguration> | undefined;
  /** Identity tokens for the probe; undefined for a public service. */
  readonly identityToken: IdentityTokenSource | undefined;
  /** Whether the service allows unauthenticated invocations; undefined if that cannot be read. */
  readonly open: boolean | undefined;
}
