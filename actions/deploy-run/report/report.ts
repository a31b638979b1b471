/** The report on one service, built from the events of the step. Pure. */

import type { Change } from '../../../src/manifest/index.ts';
import type { Observation } from '../analysis/watch.ts';
import type { TrafficShare } from '../plan/records.ts';
import type { ServiceIdentity } from '../plan/rollout-plan.ts';
import type { TrafficTag } from '../plan/traffic.ts';
import type { Ending, ProbeRecord, RevisionLogs, ServiceEvent } from '../service/outcome.ts';

export interface ServiceReport {
  readonly target: ServiceIdentity;
  readonly ending: Ending | undefined;
  /** Sentences for the summary: forced, hold released, kept settings. */
  readonly notes: readonly string[];
  /** Differences, as paths of the manifest. */
  readonly changes: readonly Change[];
  /** The revision that this step created or chose; undefined without one. */
  readonly candidate: string | undefined;
  readonly before: readonly TrafficShare[];
  /** False if the live revisions before the step are unknown: it failed before they were planned with. */
  readonly isRead: boolean;
  /** The live revisions after the step; undefined if they were not read. */
  readonly after: readonly TrafficShare[] | undefined;
  readonly tags: readonly TrafficTag[];
  readonly probes: readonly ProbeRecord[];
  readonly phases: readonly { readonly name: string; readonly ms: number }[];
  readonly logs: RevisionLogs | undefined;
  /** The last evaluation of the canary. */
  readonly canary: Observation | undefined;
  /** The candidate, if there is one. */
  readonly revision: string | undefined;
  readonly commit: string | undefined;
}

/** The report on one service. If an event occurs twice (a plan, the live revisions), the last one counts. */
export function reportOn(target: ServiceIdentity, events: readonly ServiceEvent[]): ServiceReport {
  const own = events.filter(({ name }) => name === target.name);
  const all = <K extends ServiceEvent['kind']>(kind: K) =>
    own.filter((event): event is Extract<ServiceEvent, { kind: K }> => event.kind === kind);
  const plan = all('planned').at(-1)?.plan;
  const ending = all('ended').at(-1)?.ending;
  const serves = all('serves').at(-1);
  return {
    target,
    ending,
    notes: plan?.notes ?? [],
    changes: plan?.changes ?? [],
    candidate:
      all('created').at(-1)?.revision ?? (plan?.candidate.kind === 'new' ? undefined : plan?.candidate.revision),
    before: plan?.serving ?? serves?.before ?? [],
    isRead: plan !== undefined || serves?.before !== undefined,
    after: serves?.shares,
    tags: serves?.tags ?? [],
    probes: all('probed').map(({ probe }) => probe),
    phases: all('phase').map(({ phase, ms }) => ({ name: phase, ms })),
    logs: all('logs').at(-1)?.logs,
    canary: all('judged').at(-1)?.observation,
    revision: ending && 'revision' in ending ? ending.revision : all('created').at(-1)?.revision,
    commit: plan?.commit,
  };
}
