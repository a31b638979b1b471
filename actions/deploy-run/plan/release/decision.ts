/**
 * The record of a release of several services, and its decision. Pure. `spec/release` models the protocol: the write
 * that removes the lead's record and adds the release is the commit point.
 */
import type { Json, Service } from '../../../../src/google/run/resources.ts';
import { InputError, OutcomeError } from '../../../../src/runtime/errors.ts';
import { LATE_FIELDS, WITHHELD_FIELDS } from '../desired-service.ts';
import {
  CANARY_FORMAT,
  describeRollout,
  LATER_JOBS_FORMAT,
  RELEASE_FORMAT,
  type RecordedMember,
  type ReleaseClaim,
  releasesOf,
  rolloutOf,
  type TrafficShare,
} from '../records.ts';
import type { RolloutPlan, ServiceIdentity } from '../rollout-plan.ts';
import { serving } from '../traffic.ts';
import type { CanaryPlan } from './canary-record.ts';

/** `REGION/services/NAME`, or `REGION/workerPools/NAME`; members of a release are of one project. */
export const memberKey = (name: string): string => name.split('/').slice(3).join('/');

/** The parts of a member's key. */
export function parseMemberKey(key: string): Pick<ServiceIdentity, 'kind' | 'region' | 'service'> {
  const [region = '', collection, service = ''] = key.split('/');
  return { kind: collection === 'workerPools' ? 'WorkerPool' : 'Service', region, service };
}

/** `web in us-central1`. */
export function describeMember(key: string): string {
  const { region, service } = parseMemberKey(key);
  return `${service} in ${region}`;
}

export type ReleaseDecision = 'undecided' | 'committed' | 'aborted';

/** The decision about a release, from its lead. */
export function decisionOf(lead: Service | undefined, id: string): ReleaseDecision {
  const record = rolloutOf(lead);
  if (record?.id === id) return record.release?.aborted ? 'aborted' : 'undecided';
  const recorded = releasesOf(lead).some(({ rollout, restoredBy }) => rollout === id || restoredBy?.id === id);
  return recorded ? 'committed' : 'aborted';
}

/** A release that a service belongs to. */
export interface FoundRelease {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly members: readonly string[];
  /** Commit and user of the release, for messages. */
  readonly by: string;
  /** What it would restore on the service on which it was found. */
  readonly baseline?: readonly TrafficShare[];
  /** A canary that outlasts its run, and was not aborted. */
  readonly outlasts?: true;
}

/** The undecided release that a service is a member of. Throws `OutcomeError` for the record of a newer version. */
export function releaseOn(service: Service | undefined): FoundRelease | undefined {
  const record = rolloutOf(service);
  if (!record?.release) return undefined;
  const { format, members, aborted } = record.release;
  if (format > LATER_JOBS_FORMAT)
    throw new OutcomeError(
      `The record of the release ${record.id} has format ${format}, and this version reads formats up to ${LATER_JOBS_FORMAT}. Use the version of deploy-run that wrote it, or a newer one.`,
    );
  return {
    id: record.id,
    kind: record.kind,
    members,
    by: describeRollout(record),
    baseline: record.baseline,
    ...(format >= CANARY_FORMAT && !aborted && { outlasts: true }),
  };
}

/** The newest releases that this service led. Other members may still be unfinished. */
export function lastLed(service: Service | undefined): Pick<FoundRelease, 'id' | 'kind' | 'members'>[] {
  const releases = releasesOf(service);
  const deployed = releases.findLast(({ members }) => members);
  const restored = releases.findLast(({ restoredBy }) => restoredBy)?.restoredBy;
  return [
    ...(deployed?.members
      ? [{ id: deployed.rollout, kind: 'deploy' as const, members: Object.keys(deployed.members) }]
      : []),
    ...(restored ? [{ ...restored, kind: 'rollback' as const }] : []),
  ];
}

/** True if the live revision was released together with other services. */
export function wasReleasedTogether(service: Service): boolean {
  const [main] = serving(service);
  const newest = releasesOf(service).findLast(({ revision }) => revision === main?.revision);
  return newest?.lead !== undefined || Object.keys(newest?.members ?? {}).length > 1;
}

/** The part of a member's record about its release. */
export function planClaim(plan: RolloutPlan, members: readonly string[], canary?: CanaryPlan): ReleaseClaim {
  const { current = {}, desired, hold, releaseChange, allowUnauthenticated } = plan;
  const isLead = members[0] === memberKey(plan.service.name);
  const format = !canary ? RELEASE_FORMAT : canary.jobs ? LATER_JOBS_FORMAT : CANARY_FORMAT;
  const fields = plan.current ? LATE_FIELDS : WITHHELD_FIELDS;
  if (releaseChange.kind === 'withdraw')
    return { format, members, end: { kind: 'rollback', reason: releaseChange.reason } };
  const differing = fields.filter(
    (field) => JSON.stringify(current[field]) !== JSON.stringify(desired?.service[field]),
  );
  const pick = (service: Json) =>
    Object.fromEntries(differing.flatMap((field) => (field in service ? [[field, service[field]]] : []))) as Json;
  return {
    format,
    members,
    ...(canary && isLead && { canary: { plan: canary } }),
    end: {
      kind: 'deploy',
      image: releaseChange.image,
      before: differenceOf(pick(current), pick(desired?.service ?? {})),
      after: differenceOf(pick(desired?.service ?? {}), pick(current)),
      ...(hold === null && { releasesHold: true as const }),
      ...(canary && allowUnauthenticated !== undefined && { access: allowUnauthenticated }),
      ...(releaseChange.found && { found: releaseChange.found }),
    },
  };
}

/** Only the labels and annotations that differ, because the annotations contain this record itself. */
function differenceOf(one: Json, other: Json): Json {
  const entries = Object.entries(one).map(([field, value]) => {
    if (field !== 'labels' && field !== 'annotations') return [field, value];
    const others = (other[field] ?? {}) as Readonly<Record<string, string>>;
    return [field, Object.fromEntries(Object.entries(value as object).filter(([key, text]) => others[key] !== text))];
  });
  return Object.fromEntries(entries) as Json;
}

/** The combination that is live after the release, for the lead's list of releases. */
export function planSnapshot(
  members: readonly { readonly plan: RolloutPlan; readonly revision: string }[],
): Readonly<Record<string, RecordedMember>> {
  return Object.fromEntries(
    members.map(({ plan, revision }) => {
      const [main, ...others] = plan.baseline;
      const before = main && others.length === 0 ? main.revision : undefined;
      return [memberKey(plan.service.name), { revision, ...(before && { before }) }];
    }),
  );
}

/** A member of a release, for the order of its traffic. */
interface LayerMember {
  readonly service: string;
  /** The name of its entry, which `after` of others can use. */
  readonly alias?: string | undefined;
  /** Names of services or of entries. */
  readonly after: readonly string[];
}

/**
 * Members in layers: members of a layer get their traffic together, after all earlier layers. Throws `InputError` for a name in
 * `after` that is not a member, and for a cycle.
 */
export function planLayers<M extends LayerMember>(members: readonly M[]): M[][] {
  const refuse = (message: string) => new InputError([{ subject: 'Input services', message }]);
  const named = (name: string) => {
    const services = members.filter(({ service }) => service === name);
    return services.length > 0 ? services : members.filter(({ alias }) => alias === name);
  };
  for (const { service, after } of members) {
    const unknown = after.find((name) => named(name).length === 0);
    if (unknown) throw refuse(`${service} has after: ${unknown}, which is not in the list.`);
  }
  const layers: M[][] = [];
  const done = new Set<string>();
  for (let left = [...members]; left.length > 0; ) {
    const layer = left.filter(({ after }) =>
      after.every((name) => named(name).every(({ service }) => done.has(service))),
    );
    if (layer.length === 0)
      throw refuse(`after: ${left.map(({ service }) => service).join(', ')} wait for each other. Remove an after.`);
    layers.push(layer);
    left = left.filter((member) => !layer.includes(member));
    for (const { service } of layer) if (left.every((member) => member.service !== service)) done.add(service);
  }
  return layers;
}
