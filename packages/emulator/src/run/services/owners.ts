/** Stored services and worker pools. reconcile.ts executes writes. */
import type { Principal } from '../../core/core.ts';
import { etag, uuid } from '../../core/ids.ts';
import { ApiError } from '../../http/errors.ts';
import { type Context, emailOf, now } from '../context.ts';
import { canonical, failedPrecondition } from '../requests/requests.ts';
import { type Location, serviceHost } from '../requests/resource-names.ts';
import type { Service } from '../types.ts';
import type { Owner, RevisionRecord } from './records.ts';
import { type Kind, SERVICE } from './resource-kinds.ts';
import { releaseInstance } from './revisions.ts';

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

/** The resource after the write, without writing it. */
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

/** Deletes a revision; refused while it is in use. */
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

/** Revisions in requested or effective targets. */
export const namedBy = ({ doc, kind }: Owner) =>
  new Set([...(doc[kind.targets] ?? []), ...(doc[kind.statuses] ?? [])].map(({ revision }) => revision));

/** Removes a revision and ends its instance. */
export async function forget(owner: Owner, revision: RevisionRecord): Promise<void> {
  owner.revisions.delete(revision.name);
  if (owner.latestReady === revision) {
    owner.latestReady = [...owner.revisions.values()].filter(({ state }) => state === 'ready').at(-1);
  }
  await releaseInstance(revision);
}

/** Stops all instances of a deleted owner. */
export async function dismantle(owner: Owner): Promise<void> {
  owner.generation++;
  owner.overtaken.resolve();
  owner.routed = [];
  await Promise.all([...owner.revisions.values()].map(releaseInstance));
}

/** The parts that distinguish templates: everything except the revision name. */
export function configOf({ template }: Service): string {
  const { revision: _, ...rest } = template ?? {};
  return canonical(rest);
}

export const serviceUri = (context: Context, owner: Owner) =>
  `http://${serviceHost(owner, owner.id)}:${context.proxyPort()}`;
