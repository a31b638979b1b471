/**
 * Multi-region services: one service at the location `global`, deployed as a service in each of its regions. Each region has its
 * own revisions, URL and IAM policy; the global service is ready once all regions are.
 * https://cloud.google.com/run/docs/multiple-regions#deploy,
 * https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services#MultiRegionSettings. The conditions are those that
 * gcloud reads: `MultiRegionReady/REGION`, with the URL of the region as message.
 */
import type { Principal } from '../../core/core.ts';
import { etag, uuid } from '../../core/ids.ts';
import { condition, type Failure, failures } from '../conditions.ts';
import { type Context, now } from '../context.ts';
import type { Operation } from '../operations.ts';
import { GLOBAL, isRegion } from '../requests/resource-names.ts';
import type { Violation } from '../rules/violations.ts';
import type { Service, TargetStatus } from '../types.ts';
import { configOf, dismantle, newOwner, preview } from './owners.ts';
import { generatedName, write } from './reconcile.ts';
import type { Owner, Owners } from './records.ts';

const regionsOf = ({ multiRegionSettings }: Service): readonly string[] => multiRegionSettings?.regions ?? [];
const nameIn = ({ project, kind, id }: Owner, region: string) =>
  `projects/${project}/locations/${region}/${kind.collection}/${id}`;

/** The services that a multi-region service has in its regions. */
export const membersOf = (owners: Owners, owner: Owner): Owner[] =>
  owner.location !== GLOBAL ? [] : regionsOf(owner.doc).flatMap((region) => owners.get(nameIn(owner, region)) ?? []);

export function multiRegionViolations({ location }: Owner, wish: Service, at: string): Violation[] {
  const field = `${at}.multi_region_settings.regions`;
  const regions = regionsOf(wish);
  if (location !== GLOBAL)
    return regions.length === 0
      ? []
      : [{ field, description: `multi-region services are created at the location 'global', not in '${location}'.` }];
  if (regions.length === 0) return [{ field, description: 'required field not present.' }];
  const wrong = regions.filter((region, i) => !isRegion(region) || regions.indexOf(region) !== i);
  return wrong.map((region) => ({ field, description: `'${region}' is not a valid region, or is named twice.` }));
}

/** Executes a validated write in all regions in parallel; the operation ends when each is reconciled. */
export function writeEverywhere(
  context: Context,
  owners: Owners,
  owner: Owner,
  desired: Service,
  principal: Principal | undefined,
  options: { method: string; forceNewRevision?: boolean },
): Operation {
  const { multiRegionSettings, ...rest } = desired;
  const before = membersOf(owners, owner);
  const doc = preview(context, owner, desired, principal);
  // The URLs are those of the regions.
  delete doc.uri;
  doc.multiRegionSettings = { multiRegionId: uuid(), ...owner.doc.multiRegionSettings, ...multiRegionSettings };
  const generation = ++owner.generation;
  owner.overtaken.resolve();
  owner.overtaken = Promise.withResolvers();
  owner.doc = doc;
  // The same name in all regions.
  const known = before[0]?.doc.latestCreatedRevision?.split('/').at(-1);
  const [any] = before;
  const fresh = !any || options.forceNewRevision || configOf(rest) !== any.config;
  const named = rest.template?.revision ?? (fresh ? generatedName(any ?? owner) : undefined);
  const wish = { ...rest, template: { ...rest.template, ...(named !== undefined && { revision: named }) } };
  const members = regionsOf(desired).map((region) => {
    const name = nameIn(owner, region);
    const member = owners.get(name) ?? newOwner(owner.kind, { project: owner.project, location: region }, owner.id);
    owners.set(name, member);
    return { member, operation: write(context, member, structuredClone(wish), principal, options) };
  });
  for (const member of before) {
    if (members.some((one) => one.member === member)) continue;
    owners.delete(member.name);
    void dismantle(member);
  }
  const at = now(context);
  const current = members[0]?.member.current?.name ?? named ?? known ?? '';
  Object.assign(doc, {
    urls: members.flatMap(({ member }) => member.doc.uri ?? []),
    latestCreatedRevision: `${owner.name}/revisions/${current}`,
    reconciling: true,
    terminalCondition: condition('Ready', 'CONDITION_RECONCILING', at),
    conditions: members.map(({ member }) => condition(conditionOf(member), 'CONDITION_PENDING', at)),
  });
  return context.operations.start(
    options.method,
    owner.kind.message,
    owner.name,
    () => owner.doc,
    async () => {
      await Promise.race([Promise.all(members.map(({ operation }) => operation.finished)), owner.overtaken.promise]);
      if (owner.generation !== generation) return failures.superseded();
      return settle(context, owner, generation, members);
    },
  );
}

interface Member {
  readonly member: Owner;
  readonly operation: Operation;
}

function settle(context: Context, owner: Owner, generation: number, members: readonly Member[]): Failure | undefined {
  const { doc, kind } = owner;
  const at = now(context);
  const outcomes = members.map(({ member, operation }) => ({ member, error: operation.result?.error }));
  const [failed] = outcomes.filter(({ error }) => error !== undefined);
  const failure: Failure | undefined = failed?.error && {
    code: failed.error.code,
    message: `Region ${failed.member.location}: ${failed.error.message}`,
  };
  const statuses = members.map(({ member }) => member.doc[kind.statuses] ?? []);
  // A condition of the service is true if it is true in all regions.
  const [first] = statuses;
  if (first && statuses.every((one) => keyOf(one) === keyOf(first)))
    doc[kind.statuses] = first.map(({ uri: _, ...status }) => status);
  const ready = new Set(members.map(({ member }) => member.doc.latestReadyRevision?.split('/').at(-1)));
  const [latest] = ready;
  if (ready.size === 1 && latest) doc.latestReadyRevision = `${owner.name}/revisions/${latest}`;
  delete doc.reconciling;
  Object.assign(doc, {
    terminalCondition: condition('Ready', failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failure),
    conditions: outcomes.map(({ member, error }) =>
      condition(conditionOf(member), error ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, {
        code: error?.code ?? 0,
        message: error?.message ?? member.doc.uri ?? '',
      }),
    ),
    ...(!failure && { observedGeneration: String(generation) }),
    etag: etag(),
  });
  return failure;
}

const conditionOf = ({ location }: Owner) => `MultiRegionReady/${location}`;

const keyOf = (statuses: readonly TargetStatus[]): string =>
  JSON.stringify(statuses.map(({ revision, percent = 0, tag }) => [revision, percent, tag]));
