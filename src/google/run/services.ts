/**
 * Cloud Run services over the REST API, as the server's own JSON: what is read, changed and written back keeps every
 * field, those that are newer than us included (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services).
 */
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import { type WriteTarget, write } from './calls.ts';
import type { LongRunningOperation, Service } from './resources.ts';

/** https://cloud.google.com/iam/docs/reference/rest/v1/Policy */
export interface IamPolicy {
  version?: number;
  etag?: string;
  bindings?: IamBinding[];
}

export interface IamBinding {
  role?: string;
  members?: string[];
  condition?: unknown;
}

export interface Services {
  /** Undefined if it does not exist. `name` is `projects/P/locations/L/services/S` everywhere. */
  get(name: string): Promise<Service | undefined>;
  /** Sends the write once. `validateOnly` checks alone. */
  create(name: string, service: Service, options?: { validateOnly?: boolean }): Promise<LongRunningOperation>;
  /** Sends the write once; `service.etag` fences it (409 ABORTED) and `mask` names the top-level fields that change. */
  update(
    name: string,
    service: Service,
    mask: readonly string[],
    options?: { validateOnly?: boolean },
  ): Promise<LongRunningOperation>;
  /** Deletes it with all its revisions; `etag` fences it (409 ABORTED). One that no longer exists is no error. */
  remove(name: string, etag: string): Promise<void>;
  getIamPolicy(name: string): Promise<IamPolicy>;
  /** Sends the write once; the policy's own etag fences it. */
  setIamPolicy(name: string, policy: IamPolicy): Promise<IamPolicy>;
}

export function createServices(http: HttpClient, endpoint: string): Services {
  const target: WriteTarget = { http, endpoint, collection: 'services', word: 'service', permission: 'run.services' };
  const url = (name: string) => `${endpoint}/v2/${name}`;
  const facts = (name: string, verb: string, role: string) => ({
    resource: `service ${name}`,
    permission: `run.services.${verb}`,
    role,
  });
  return {
    get: (name) =>
      absent(http.json<Service>({ method: 'GET', url: url(name), ...facts(name, 'get', 'roles/run.viewer') })),
    create: (name, service, options = {}) => write(target, 'create', name, service, [], options.validateOnly),
    update: (name, service, mask, options = {}) => write(target, 'update', name, service, mask, options.validateOnly),
    async remove(name, etag) {
      await absent(
        http.json({
          method: 'DELETE',
          url: `${url(name)}?${new URLSearchParams({ etag })}`,
          ...facts(name, 'delete', 'roles/run.developer'),
        }),
      );
    },
    // Version 3 shows conditional bindings as they are, so that none is lost in the write
    // (https://cloud.google.com/iam/docs/policies#versions).
    getIamPolicy: (name) =>
      http.json<IamPolicy>({
        method: 'GET',
        url: `${url(name)}:getIamPolicy?options.requestedPolicyVersion=3`,
        ...facts(name, 'getIamPolicy', 'roles/run.viewer'),
      }),
    setIamPolicy: (name, policy) =>
      http.json<IamPolicy>({
        method: 'POST',
        url: `${url(name)}:setIamPolicy`,
        json: { policy },
        ...facts(name, 'setIamPolicy', 'roles/run.admin'),
      }),
  };
}
