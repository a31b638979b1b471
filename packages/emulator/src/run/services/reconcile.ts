/**
 * Executes a write to a service or worker pool: creates and starts a new revision, resolves the targets, and
 * reports the result in conditions, statuses and the operation.
 */
import type { Principal } from '../../core/core.ts';
import { etag } from '../../core/ids.ts';
import { condition, type Failure, failures } from '../conditions.ts';
import { type Context, emailOf, now } from '../context.ts';
import type { Operation } from '../operations.ts';
import { serviceHost, suffix } from '../requests/resource-names.ts';
import { resolveTargets } from '../rules/traffic.ts';
import type { Service, TargetStatus } from '../types.ts';
import { configOf, forget, namedBy, preview } from './owners.ts';
import type { Owner, RevisionRecord } from './records.ts';
import { SERVICE } from './resource-kinds.ts';
import { createRevision, ensureInstance, releaseInstance, setActive } from './revisions.ts';

/** Executes a validated write; the operation ends when the resource is reconciled. */
export function write(
  context: Context,
  owner: Owner,
  desired: Service,
  principal: Principal | undefined,
  options: { method: string; forceNewRevision?: boolean },
): Operation {
  const named = desired.template?.revision;
  const config = configOf(desired);
  const existing = named === undefined ? undefined : owner.revisions.get(named);
  const fresh =
    !owner.current || options.forceNewRevision || config !== owner.config || (named !== undefined && !existing);
  const doc = preview(context, owner, desired, principal);
  const generation = ++owner.generation;
  owner.overtaken.resolve();
  owner.overtaken = Promise.withResolvers();
  owner.config = config;
  owner.doc = doc;
  if (existing) owner.current = existing;
  const newcomer = !existing && fresh;
  if (newcomer)
    owner.current = createRevision(context, owner, named ?? generatedName(owner), desired, emailOf(principal));
  const current = owner.current as RevisionRecord;
  const at = now(context);
  const parts = owner.kind.conditions;
  Object.assign(doc, {
    latestCreatedRevision: `${owner.name}/revisions/${current.name}`,
    reconciling: true,
    terminalCondition: condition('Ready', 'CONDITION_RECONCILING', at),
    conditions: parts.map((type) => condition(type, 'CONDITION_PENDING', at)),
  });
  return context.operations.start(
    options.method,
    owner.kind.message,
    owner.name,
    () => owner.doc,
    () => reconcile(context, owner, generation, current),
  );
}

async function reconcile(
  context: Context,
  owner: Owner,
  generation: number,
  current: RevisionRecord,
): Promise<Failure | undefined> {
  await Promise.race([current.settled, owner.overtaken.promise]);
  if (owner.generation !== generation) {
    // Its revision may still be starting after a later write has applied the statuses.
    void current.settled.then(() => {
      if (owner.current !== current && !named(owner.routed).has(current.name)) void releaseInstance(current);
    });
    return failures.superseded();
  }
  const { doc, kind } = owner;
  const failed = typeof current.state === 'object' ? failures.notReady(current.name, current.state.failed) : undefined;
  const resolved = resolveTargets(doc[kind.targets] ?? [], revisionsOf(owner), kind.types, (tag) =>
    tagUri(context, owner, tag),
  );
  const at = now(context);
  if ('statuses' in resolved) route(context, owner, resolved.statuses);
  else if (!named(owner.routed).has(current.name)) void releaseInstance(current);
  const unrouted = 'failure' in resolved ? resolved.failure : undefined;
  const failure = failed ?? unrouted;
  const [configuration, routes] = kind.conditions;
  delete doc.reconciling;
  Object.assign(doc, {
    terminalCondition: condition('Ready', failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failure),
    conditions: [
      condition(routes, unrouted ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, unrouted),
      condition(configuration, failed ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failed),
    ],
    ...(!failure && { observedGeneration: String(generation) }),
    etag: etag(),
  });
  prune(context, owner);
  return failure;
}

/** Applies the statuses: starts the instances that they name, and stops those that they no longer name. */
function route(context: Context, owner: Owner, statuses: TargetStatus[]): void {
  const { doc, kind } = owner;
  doc[kind.statuses] = statuses;
  // `latestReadyRevision` only follows revisions with traffic, so it does not change for one deployed at 0 %.
  const serving = statuses.filter(({ percent = 0 }) => percent > 0).map(({ revision }) => revision);
  if (owner.latestReady && serving.includes(owner.latestReady.name)) {
    doc.latestReadyRevision = `${owner.name}/revisions/${owner.latestReady.name}`;
  }
  const apply = () => {
    owner.routed = statuses;
    const addressable = named(statuses);
    for (const revision of owner.revisions.values()) {
      const active = addressable.has(revision.name);
      setActive(context, revision, active);
      if (!active) void releaseInstance(revision);
      else if (kind !== SERVICE) void ensureInstance(context, owner, revision).catch(() => {});
    }
  };
  if (context.settings.trafficDelayMs > 0) void context.core.clock.sleep(context.settings.trafficDelayMs).then(apply);
  else apply();
}

/** Reachable revisions: by traffic or by a tag. */
const named = (statuses: readonly TargetStatus[]) =>
  new Set(statuses.filter(({ percent = 0, tag }) => percent > 0 || tag !== undefined).map(({ revision }) => revision));

/** Old revisions beyond the limit are deleted, unless a target names them. */
function prune(context: Context, owner: Owner): void {
  const kept = namedBy(owner);
  for (const revision of owner.revisions.values()) {
    if (owner.revisions.size <= context.settings.revisionLimit) return;
    if (!kept.has(revision.name) && revision !== owner.current && revision !== owner.latestReady)
      void forget(owner, revision);
  }
}

function revisionsOf(owner: Owner) {
  return {
    latestReady: owner.latestReady?.name,
    state: (name: string) => owner.revisions.get(name)?.state ?? ('gone' as const),
  };
}

export const generatedName = (owner: Owner) =>
  `${owner.id.slice(0, 63 - 10)}-${String(owner.revisions.size + 1).padStart(5, '0')}-${suffix(3)}`;

const tagUri = (context: Context, owner: Owner, tag: string) =>
  owner.kind === SERVICE ? `http://${tag}---${serviceHost(owner, owner.id)}:${context.proxyPort()}` : undefined;
