/** Operations of Compute Engine: changes begin at once and take effect when their operation ends. https://cloud.google.com/compute/docs/reference/rest/v1/globalOperations */
import { randomBytes } from 'node:crypto';
import type { Core } from '../core/core.ts';
import { ApiError } from '../http/errors.ts';
import { type ApiRequest, type Handler, type Reply, type Route, route } from '../http/routes.ts';
import { listRoute } from './lists.ts';
import { GLOBAL, link, may, notFound, numericId } from './resources.ts';

/** https://cloud.google.com/compute/docs/reference/rest/v1/globalOperations/wait */
const LONGEST_WAIT = 120_000;

interface Operation {
  readonly project: string;
  readonly resource: Record<string, unknown>;
  readonly finished: Promise<void>;
}

export interface Operations {
  readonly routes: readonly Route[];
  /** Milliseconds from a request to the end of its operation. Default 0. */
  delay: number;
  /**
   * A route whose handler begins an operation. A request with the `requestId` of an earlier one gets the same response, and nothing
   * else happens. https://cloud.google.com/compute/docs/api/how-tos/api-requests-responses#handling_duplicate_requests
   */
  route(method: string, template: string, handler: Handler): Route;
  /** Returns an operation on `target` (`urlMaps/NAME`) and runs `effect` at its end. */
  begin(request: ApiRequest, operationType: string, target: string, effect: () => void): Reply;
}

export function createOperations(core: Core): Operations {
  const all = new Map<string, Operation>();
  const byRequest = new Map<string, Operation>();

  function find(request: ApiRequest, permission: string): Operation {
    const { project = '', name = '' } = request.params;
    const resource = `projects/${project}/global/operations/${name}`;
    may(core, request, `compute.globalOperations.${permission}`, resource);
    const found = all.get(name);
    if (!found || found.project !== project) throw notFound(resource);
    return found;
  }
  const requestKey = (request: ApiRequest): string | undefined => {
    const id = request.query.get('requestId');
    if (id === null) return undefined;
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || /^[0-]+$/.test(id)) {
      throw new ApiError(400, `Invalid value for field 'requestId': '${id}'. It must be a UUID that is not zero.`);
    }
    return `${request.method} ${request.path} ${id}`;
  };

  const operations: Operations = {
    delay: 0,
    route: (method, template, handler) =>
      route(
        method,
        template,
        (request) => {
          const before = byRequest.get(requestKey(request) ?? '');
          return before ? { body: { ...before.resource } } : handler(request);
        },
        { query: ['requestId'] },
      ),
    begin(request, operationType, target, effect) {
      const name = `operation-${core.clock.now()}-${randomBytes(6).toString('hex')}`;
      const { project = '' } = request.params;
      const started = new Date(core.clock.now()).toISOString();
      const resource: Record<string, unknown> = {
        kind: 'compute#operation',
        id: numericId(),
        name,
        operationType,
        targetLink: link(project, target),
        status: 'RUNNING',
        user: request.principal?.member.replace(/^serviceAccount:/, ''),
        progress: 0,
        insertTime: started,
        startTime: started,
        selfLink: link(project, `operations/${name}`),
      };
      const first = { ...resource };
      const finish = () => {
        effect();
        Object.assign(resource, { status: 'DONE', progress: 100, endTime: new Date(core.clock.now()).toISOString() });
      };
      const finished =
        operations.delay === 0 ? Promise.resolve(finish()) : core.clock.sleep(operations.delay).then(finish);
      const operation = { project, resource, finished };
      all.set(name, operation);
      const key = requestKey(request);
      if (key !== undefined) byRequest.set(key, operation);
      return { body: first };
    },
    routes: [
      listRoute(core, 'operation', (project) => {
        const own = [...all.values()].filter((one) => one.project === project);
        return own.map(({ resource }) => resource);
      }),
      route('GET', `${GLOBAL}/operations/{name}`, (request) => ({ body: find(request, 'get').resource })),
      route('POST', `${GLOBAL}/operations/{name}/wait`, async (request) => {
        const found = find(request, 'get');
        // After two minutes the API returns the operation in its current state.
        await Promise.race([found.finished, core.clock.sleep(LONGEST_WAIT)]);
        return { body: found.resource };
      }),
      route('DELETE', `${GLOBAL}/operations/{name}`, (request) => {
        find(request, 'delete');
        all.delete(request.params.name ?? '');
        return { status: 204 };
      }),
    ],
  };
  return operations;
}
