/**
 * Services and worker pools: what they are while they live here, and their reconciliation — a new revision is made and
 * brought up, then the targets are resolved, and the outcome shows in conditions, statuses and the operation.
 */
import type { Principal } from '../core.ts';
import { ApiError } from '../errors.ts';
import { etag, uuid } from '../ids.ts';
import { condition, type Failure, failures } from './conditions.ts';
import { type Context, emailOf, now } from './context.ts';
import { type Kind, SERVICE } from './kinds.ts';
import type { Operation } from './operations.ts';
import { canonical, failedPrecondition } from './requests.ts';
import { type Location, serviceHost, suffix } from './resource-names.ts';
import { createRevision, ensureInstance, type RevisionRecord, releaseInstance, setActive } from './revisions.ts';
import { resolveTargets } from './traffic.ts';
import type { Policy, Service, TargetStatus } from './types.ts';

export interface Owner extends Location {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  doc: Service;
  generation: number;
  /** By short name, in order of creation. */
  readonly revisions: Map<string, RevisionRecord>;
  /** The revision that the last write asked for, and what it was made from. */
  current: RevisionRecord | undefined;
  config: string;
  latestReady: RevisionRecord | undefined;
  policy: Policy;
  /** What the proxy routes by; it may lag behind the statuses. */
  routed: TargetStatus[];
  /** Resolves when a later write or a deletion overtakes the current reconciliation. */
  overtaken: PromiseWithResolvers<void>;
}

export function newOwner(kind: Kind, where: Location, id: string): Owner {
  return {
    kind,
    ...where,
    id,
    name: `projects/${where.project}/locations/${where.location}/${kind.collection}/${id}`,
    doc: {},
    generation: 0,
    revisions: new Map(),
    current: undefined,
    config: '',
    latestReady: undefined,
    policy: {},
    routed: [],
    overtaken: Promise.withResolvers(),
  };
}

/** Throws if the template names a revision that exists with another configuration. */
export function checkRevisionName(owner: Owner, desired: Service): void {
  const name = desired.template?.revision;
  const existing = name === undefined ? undefined : owner.revisions.get(name);
  if (existing && existing.config !== configOf(desired)) {
    throw new ApiError(409, `Revision named '${name}' with different configuration already exists.`);
  }
}

/** The resource as the API would show it after the write, without writing it. */
export function preview(context: Context, owner: Owner, desired: Service, principal: Principal | undefined): Service {
  const at = now(context);
  const { doc } = owner;
  const uri = owner.kind === SERVICE && !desired.defaultUriDisabled ? serviceUri(context, owner) : undefined;
  return {
    ...desired,
    name: owner.name,
    uid: doc.uid ?? uuid(),
    generation: String(owner.generation + 1),
    createTime: doc.createTime ?? at,
    updateTime: at,
    creator: doc.creator ?? emailOf(principal),
    lastModifier: emailOf(principal),
    ...(uri !== undefined && { uri, urls: [uri] }),
    ...(doc.observedGeneration !== undefined && { observedGeneration: doc.observedGeneration }),
    ...(doc.latestReadyRevision !== undefined && { latestReadyRevision: doc.latestReadyRevision }),
    ...(doc.latestCreatedRevision !== undefined && { latestCreatedRevision: doc.latestCreatedRevision }),
    ...(doc[owner.kind.statuses] !== undefined && { [owner.kind.statuses]: doc[owner.kind.statuses] }),
    etag: etag(),
  };
}

/** Carries a validated write out; the operation ends when the resource is reconciled. */
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
  if (owner.generation !== generation) return failures.superseded();
  const { doc, kind } = owner;
  const failed = typeof current.state === 'object' ? failures.notReady(current.name, current.state.failed) : undefined;
  const resolved = resolveTargets(doc[kind.targets] ?? [], revisionsOf(owner), kind.types, (tag) =>
    tagUri(context, owner, tag),
  );
  const at = now(context);
  if ('statuses' in resolved) await route(context, owner, resolved.statuses);
  const unrouted = 'failure' in resolved ? resolved.failure : undefined;
  const failure = failed ?? unrouted;
  const [configuration, routes] = kind.conditions;
  Object.assign(doc, {
    reconciling: false,
    terminalCondition: condition('Ready', failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failure),
    conditions: [
      condition(routes, unrouted ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, unrouted),
      condition(configuration, failed ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', at, failed),
    ],
    ...(!failure && { observedGeneration: String(generation) }),
    etag: etag(),
  });
  delete (doc as { reconciling?: boolean }).reconciling;
  prune(context, owner);
  return failure;
}

/** Makes the statuses fact, brings up what they name and lets go of what they no longer name. */
async function route(context: Context, owner: Owner, statuses: TargetStatus[]): Promise<void> {
  const { doc, kind } = owner;
  doc[kind.statuses] = statuses;
  // `latestReadyRevision` follows only revisions that targets send something to: it stays behind for one deployed at 0 %.
  const serving = statuses.filter(({ percent = 0 }) => percent > 0).map(({ revision }) => revision);
  if (owner.latestReady && serving.includes(owner.latestReady.name)) {
    doc.latestReadyRevision = `${owner.name}/revisions/${owner.latestReady.name}`;
  }
  const apply = () => {
    owner.routed = statuses;
    const named = new Set(
      statuses.filter(({ percent = 0, tag }) => percent > 0 || tag !== undefined).map(({ revision }) => revision),
    );
    for (const revision of owner.revisions.values()) {
      const active = named.has(revision.name);
      setActive(context, revision, active);
      if (!active) releaseInstance(revision);
      else if (kind !== SERVICE) void ensureInstance(context, owner, revision).catch(() => {});
    }
  };
  if (context.settings.trafficDelayMs > 0) void context.core.clock.sleep(context.settings.trafficDelayMs).then(apply);
  else apply();
}

/** Called by a revision that became ready. */
export function becameReady(owner: Owner, revision: RevisionRecord): void {
  if (!owner.latestReady || revision.sequence > owner.latestReady.sequence) owner.latestReady = revision;
}

/** Deletes a revision; refused while it is needed. */
export async function removeRevision(owner: Owner, revision: RevisionRecord, validateOnly: boolean): Promise<void> {
  if (namedBy(owner).has(revision.name)) {
    throw failedPrecondition(`Revision '${revision.name}' cannot be deleted because it is able to receive traffic.`);
  }
  if (owner.current === revision) {
    throw failedPrecondition(
      `Revision '${revision.name}' cannot be deleted because it is the latest revision of its service.`,
    );
  }
  if (!validateOnly) await forget(owner, revision);
}

/** Revisions that the wish or the fact names. */
const namedBy = ({ doc, kind }: Owner) =>
  new Set([...(doc[kind.targets] ?? []), ...(doc[kind.statuses] ?? [])].map(({ revision }) => revision));

async function forget(owner: Owner, revision: RevisionRecord): Promise<void> {
  owner.revisions.delete(revision.name);
  if (owner.latestReady === revision) {
    owner.latestReady = [...owner.revisions.values()].filter(({ state }) => state === 'ready').at(-1);
  }
  await releaseInstance(revision);
}

/** Old revisions beyond the limit vanish, unless a target names them. */
function prune(context: Context, owner: Owner): void {
  const named = new Set(
    [...(owner.doc[owner.kind.targets] ?? []), ...(owner.doc[owner.kind.statuses] ?? [])].map(
      ({ revision }) => revision,
    ),
  );
  for (const revision of owner.revisions.values()) {
    if (owner.revisions.size <= context.settings.revisionLimit) return;
    if (!named.has(revision.name) && revision !== owner.current && revision !== owner.latestReady)
      void forget(owner, revision);
  }
}

export async function dismantle(owner: Owner): Promise<void> {
  owner.generation++;
  owner.overtaken.resolve();
  owner.routed = [];
  await Promise.all([...owner.revisions.values()].map(releaseInstance));
}

function revisionsOf(owner: Owner) {
  return {
    latestReady: owner.latestReady?.name,
    state: (name: string) => owner.revisions.get(name)?.state ?? ('gone' as const),
  };
}

function configOf({ template }: Service): string {
  const { revision: _, ...rest } = template ?? {};
  return canonical(rest);
}

const generatedName = (owner: Owner) =>
  `${owner.id.slice(0, 63 - 10)}-${String(owner.revisions.size + 1).padStart(5, '0')}-${suffix(3)}`;

const serviceUri = (context: Context, owner: Owner) => `http://${serviceHost(owner, owner.id)}:${context.proxyPort()}`;
const tagUri = (context: Context, owner: Owner, tag: string) =>
  owner.kind === SERVICE ? `http://${tag}---${serviceHost(owner, owner.id)}:${context.proxyPort()}` : undefined;
