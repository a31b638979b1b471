/** The methods of services and worker pools, and of their revisions. */
import type { Principal } from '../../core/core.ts';
import { timestamp } from '../../core/ids.ts';
import { ApiError, invalid } from '../../http/errors.ts';
import { page } from '../../http/pagination.ts';
import { wantsNumbers } from '../../http/query-parameters.ts';
import { type ApiRequest, type Route, route } from '../../http/routes.ts';
import { type Context, projectNumber } from '../context.ts';
import { validated } from '../operations.ts';
import { alreadyExists, checkEtag, flag, maskOf } from '../requests/requests.ts';
import { doesNotExist, GLOBAL, locationOf, parentOf } from '../requests/resource-names.ts';
import { nameViolations, refuse } from '../rules/rules.ts';
import type { Service } from '../types.ts';
import { membersOf, multiRegionViolations, writeEverywhere } from './multi-region.ts';
import { checkRevisionName, dismantle, newOwner, preview, removeRevision } from './owners.ts';
import { write } from './reconcile.ts';
import type { Owner, Owners, RevisionRecord } from './records.ts';
import { type Kind, SERVICE } from './resource-kinds.ts';

export function ownerRoutes(context: Context, kind: Kind, owners: Owners): Route[] {
  const { core, schema, operations } = context;
  const base = `/v2/projects/{project}/locations/{location}/${kind.collection}`;
  const one = `${base}/{id}`;

  const placeOf = ({ params }: ApiRequest) => locationOf(core, params, kind === SERVICE);
  const nameOf = (request: ApiRequest) => `${parentOf(placeOf(request))}/${kind.collection}/${request.params.id}`;
  const find = (request: ApiRequest, permission: string): Owner => {
    const name = nameOf(request);
    core.access.check(request.principal, `${kind.permission}.${permission}`, name);
    const owner = owners.get(name);
    if (!owner) throw doesNotExist(kind.word, name);
    return owner;
  };
  const show = (request: ApiRequest, doc: object, message: string = kind.message) => ({
    body: schema.render(message, doc, wantsNumbers(request.query)),
  });
  const showOperation = (request: ApiRequest, operation: Parameters<typeof operations.render>[0]) => ({
    body: operations.render(operation, wantsNumbers(request.query)),
  });

  /** All validation is done here, before anything changes. */
  function judge(owner: Owner, wish: Service, verb: 'Create' | 'Update', principal: Principal | undefined): Service {
    const at = `${verb}${kind.message}Request.${kind.field}`;
    refuse([...kind.violations(owner.id, wish, at), ...multiRegionViolations(owner, wish, at)]);
    const desired = kind.defaults(wish, projectNumber(context, owner.project));
    for (const one of [owner, ...membersOf(owners, owner)]) checkRevisionName(one, desired);
    checkActAs(context, principal, desired.template?.serviceAccount ?? '');
    return desired;
  }

  function carryOut(request: ApiRequest, owner: Owner, wish: Service, verb: 'Create' | 'Update') {
    const { principal } = request;
    const desired = judge(owner, wish, verb, principal);
    if (flag(request, 'validateOnly')) {
      return showOperation(request, validated(owner, kind.message, preview(context, owner, desired, principal)));
    }
    owners.set(owner.name, owner);
    const method = `${kind.collection}.${verb.toLowerCase()}`;
    const options = { method, forceNewRevision: flag(request, 'forceNewRevision') };
    return showOperation(
      request,
      owner.location === GLOBAL
        ? writeEverywhere(context, owners, owner, desired, principal, options)
        : write(context, owner, desired, principal, options),
    );
  }

  const body = async (request: ApiRequest): Promise<Service> =>
    schema.parse(kind.message, await request.json(), kind.field) as Service;

  function create(request: ApiRequest, owner: Owner, given: Service) {
    core.access.check(request.principal, `${kind.permission}.create`, owner.name);
    refuse(nameViolations(owner.id, `Create${kind.message}Request.${kind.idParameter}`));
    if (owners.has(owner.name)) throw alreadyExists(owner.id);
    const { etag: _, name: __, ...wish } = schema.writable(kind.message, given) as Service;
    return carryOut(request, owner, wish, 'Create');
  }

  return [
    route(
      'POST',
      base,
      async (request) => {
        const where = placeOf(request);
        const id = request.query.get(kind.idParameter);
        if (!id)
          throw invalid(`Violation in Create${kind.message}Request.${kind.idParameter}: required field not present.`);
        return create(request, newOwner(kind, where, id), await body(request));
      },
      { query: [kind.idParameter, 'validateOnly'] },
    ),
    route(
      'GET',
      base,
      (request) => {
        const parent = parentOf(placeOf(request));
        core.access.check(request.principal, `${kind.permission}.list`, parent);
        const all = [...owners.values()].filter(({ name }) => name.startsWith(`${parent}/`)).reverse();
        const { items, ...token } = page(request, all);
        const docs = items.map(({ doc }) => schema.render(kind.message, doc, wantsNumbers(request.query)));
        return { body: { ...(docs.length > 0 && { [kind.collection]: docs }), ...token } };
      },
      { query: ['pageSize', 'pageToken', 'showDeleted=false'] },
    ),
    route('GET', one, (request) => {
      return show(request, find(request, 'get').doc);
    }),
    route(
      'PATCH',
      one,
      async (request) => {
        const given = await body(request);
        const name = nameOf(request);
        core.access.check(request.principal, `${kind.permission}.update`, name);
        const owner = owners.get(name);
        if (!owner) {
          if (!flag(request, 'allowMissing')) throw doesNotExist(kind.word, name);
          return create(request, newOwner(kind, placeOf(request), request.params.id ?? ''), given);
        }
        checkEtag(given.etag, owner.doc.etag, name);
        const mask = maskOf(request);
        const current = schema.writable(kind.message, owner.doc);
        const {
          etag: _,
          name: __,
          ...wish
        } = (
          mask.length > 0 ? schema.merge(kind.message, current, given, mask) : schema.writable(kind.message, given)
        ) as Service;
        return carryOut(request, owner, wish, 'Update');
      },
      { query: ['updateMask', 'validateOnly', 'allowMissing', 'forceNewRevision'] },
    ),
    route(
      'DELETE',
      one,
      (request) => {
        const owner = find(request, 'delete');
        checkEtag(request.query.get('etag') ?? undefined, owner.doc.etag, owner.name);
        const at = core.clock.now();
        const doc = { ...owner.doc, deleteTime: timestamp(at), expireTime: timestamp(at + 30 * 86_400_000) };
        if (flag(request, 'validateOnly')) {
          return showOperation(request, validated(owner, kind.message, doc));
        }
        owners.delete(owner.name);
        const operation = operations.start(
          `${kind.collection}.delete`,
          kind.message,
          owner.name,
          () => doc,
          async () => {
            const members = membersOf(owners, owner);
            for (const member of members) owners.delete(member.name);
            await Promise.all([owner, ...members].map(dismantle));
            return undefined;
          },
        );
        return showOperation(request, operation);
      },
      { query: ['validateOnly', 'etag'] },
    ),
    ...revisionRoutes(context, kind, owners),
  ];
}

function revisionRoutes(context: Context, kind: Kind, owners: Owners): Route[] {
  const { core, schema, operations } = context;
  const base = `/v2/projects/{project}/locations/{location}/${kind.collection}/{id}/revisions`;
  const ownerName = ({ params }: ApiRequest) => `${parentOf(locationOf(core, params))}/${kind.collection}/${params.id}`;
  const find = (request: ApiRequest, permission: string): { owner: Owner; revision: RevisionRecord } => {
    const name = `${ownerName(request)}/revisions/${request.params.revision}`;
    core.access.check(request.principal, `run.revisions.${permission}`, name);
    const owner = owners.get(ownerName(request));
    const revision = owner?.revisions.get(request.params.revision ?? '');
    if (!owner || !revision) throw doesNotExist('REVISION', name);
    return { owner, revision };
  };
  return [
    route(
      'GET',
      base,
      (request) => {
        const name = ownerName(request);
        core.access.check(request.principal, 'run.revisions.list', name);
        // `-` lists the revisions of all services, like the real API.
        const matching = [...owners.values()].filter((owner) =>
          request.params.id === '-' ? owner.name.startsWith(name.slice(0, -1)) : owner.name === name,
        );
        if (matching.length === 0 && request.params.id !== '-') throw doesNotExist(kind.word, name);
        const all = matching
          .flatMap(({ revisions }) => [...revisions.values()])
          .sort((a, b) => b.sequence - a.sequence);
        const { items, ...token } = page(request, all);
        const docs = items.map(({ doc }) => schema.render('Revision', doc, wantsNumbers(request.query)));
        return { body: { ...(docs.length > 0 && { revisions: docs }), ...token } };
      },
      { query: ['pageSize', 'pageToken', 'showDeleted=false'] },
    ),
    route('GET', `${base}/{revision}`, (request) => {
      return { body: schema.render('Revision', find(request, 'get').revision.doc, wantsNumbers(request.query)) };
    }),
    route(
      'DELETE',
      `${base}/{revision}`,
      async (request) => {
        const { owner, revision } = find(request, 'delete');
        checkEtag(request.query.get('etag') ?? undefined, revision.doc.etag, revision.doc.name ?? '');
        const doc = { ...revision.doc, deleteTime: timestamp(core.clock.now()) };
        await removeRevision(owner, revision, flag(request, 'validateOnly'));
        const operation = operations.start(
          'revisions.delete',
          'Revision',
          owner.name,
          () => doc,
          async () => undefined,
        );
        return { body: operations.render(operation, wantsNumbers(request.query)) };
      },
      { query: ['validateOnly', 'etag'] },
    ),
  ];
}

/** Deploying with a service account requires the permission to act as it. */
export function checkActAs({ core }: Context, principal: Principal | undefined, email: string): void {
  try {
    core.access.check(principal, 'iam.serviceaccounts.actAs', `serviceAccounts/${email}`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(
      403,
      `Permission 'iam.serviceaccounts.actAs' denied on service account ${email} (or it may not exist).`,
    );
  }
}
