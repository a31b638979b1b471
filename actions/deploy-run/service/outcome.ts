/**
 * Results of effects: the result of each service, for the outputs, and its events, for the summary.
 * Events are appended as they happen, so that a step that fails shows what came before.
 */
import type { RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import type { Observation } from '../analysis/watch.ts';
import type { TrafficShare } from '../plan/records.ts';
import type { RolloutPlan, ServiceIdentity } from '../plan/rollout-plan.ts';
import type { TrafficTag } from '../plan/traffic.ts';

/** One service in one region after the step. */
export interface RegionalResult {
  readonly target: ServiceIdentity;
  /** The live revisions before the step; empty if they were not read. */
  readonly before: readonly TrafficShare[];
  /** As it was read last. */
  readonly service: Service;
  readonly revision: string;
  readonly template: RevisionTemplate;
  readonly tag: string | undefined;
  readonly changed: boolean;
  /** The name of its entry in `services`; of previews. */
  readonly alias?: string | undefined;
  /** The undecided canary, on each of its members. */
  readonly canary?: CanaryStatus | undefined;
  /** True if this deploy changed nothing because a canary is undecided. */
  readonly waiting?: boolean;
}

/** State of a canary, for the output `canary`. */
export interface CanaryStatus {
  readonly release: string;
  readonly commit: string;
  /** Full name of the service that has the record of its decision. */
  readonly lead: string;
  /** From 1. */
  readonly step: number;
  readonly percent: number;
  /** RFC 3339, as `due`. */
  readonly since: string;
  readonly due: string;
  readonly overdue: boolean;
  /** The step is over, and the next one needs an approval. */
  readonly approval: boolean;
  /** The commit that waits for the decision. */
  readonly next: string | undefined;
}

/** Names the step of a canary, from 1, for an approval. */
export const approvalName = (release: string, step: number): string => `${release}@${step}`;

/** Health checks that a revision passed. */
export interface ProbeRecord {
  readonly url: string;
  readonly passes: number;
  readonly attempts: number;
  /** Milliseconds. */
  readonly took: number;
  readonly lastResponse: string;
}

/** The last log lines of a revision that failed. */
export interface RevisionLogs {
  readonly revision: string;
  /** All of them, in the console. */
  readonly url: string;
  readonly text: string;
}

/** How the step ended for one service. */
export type Ending =
  /** The revision has all traffic; `first` is true where none had passed its health checks before. */
  | { readonly kind: 'deployed'; readonly revision: string; readonly first: boolean }
  /** The revision was already as desired; only the commit was recorded. */
  | { readonly kind: 'commit-recorded'; readonly revision: string }
  /** The canary continues without a runner; the sentence has its state and next step. */
  | { readonly kind: 'canary'; readonly revision: string; readonly state: string }
  | { readonly kind: 'previewed'; readonly revision: string; readonly url: string }
  /** `unchanged` is the live revision where the deploy would create none. */
  | { readonly kind: 'dry-run'; readonly previewTag?: string; readonly unchanged?: string }
  /** The result of a run that deploys nothing (a hold released, a tag removed), in whole sentences. */
  | { readonly kind: 'done'; readonly did: string }
  /** The live revisions and anything that was not restored, in whole sentences; the reason, and advice. */
  | { readonly kind: 'failed'; readonly state: string; readonly reason?: string; readonly next?: string | undefined };

/** An event of the service with this full resource name. */
export type ServiceEvent = { readonly name: string } /** A later plan takes the place of the one before. */ & (
  | { readonly kind: 'planned'; readonly plan: RolloutPlan }
  | { readonly kind: 'created'; readonly revision: string }
  | { readonly kind: 'phase'; readonly phase: string; readonly ms: number }
  | { readonly kind: 'probed'; readonly probe: ProbeRecord }
  /** The last evaluation of a step of a canary. */
  | { readonly kind: 'judged'; readonly observation: Observation }
  | { readonly kind: 'logs'; readonly logs: RevisionLogs }
  /** The live revisions, as they were read last; `before` only where no plan says it. */
  | {
      readonly kind: 'serves';
      readonly shares: readonly TrafficShare[];
      readonly tags: readonly TrafficTag[];
      readonly before?: readonly TrafficShare[];
    }
  | { readonly kind: 'ended'; readonly ending: Ending }
);

/** The list of events, append-only. */
export type EventSink = Pick<ServiceEvent[], 'push'>;

/** The live revisions when the last plan for the service was made; empty without a plan. */
export function sharesBefore(events: readonly ServiceEvent[], name: string): readonly TrafficShare[] {
  const planned = events.findLast((event) => event.kind === 'planned' && event.name === name);
  return planned?.kind === 'planned' ? planned.plan.serving : [];
}

/** The candidate revision that this step created or chose, if any. */
export function createdRevision(events: readonly ServiceEvent[], name: string): string | undefined {
  const created = events.findLast((event) => event.kind === 'created' && event.name === name);
  return created?.kind === 'created' ? created.revision : undefined;
}

const knownResults = new WeakMap<Error, readonly RegionalResult[]>();

/** Adds what is known of services, although the step fails. */
export function withResults<T>(error: T, known: readonly RegionalResult[]): T {
  if (error instanceof Error) knownResults.set(error, known);
  return error;
}

export const resultsAfter = (error: unknown): readonly RegionalResult[] =>
  (error instanceof Error && knownResults.get(error)) || [];
