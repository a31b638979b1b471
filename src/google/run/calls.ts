/** Shared code of the calls for services and worker pools. */
import type { HttpClient } from '../http/client.ts';
import type { Json, LongRunningOperation } from './resources.ts';

/** A collection of the API that is written as whole resources. */
export interface WriteTarget {
  readonly http: HttpClient;
  readonly endpoint: string;
  readonly collection: 'services' | 'workerPools' | 'jobs';
  /** For messages. */
  readonly word: string;
  /** For instance `run.services`. */
  readonly permission: string;
}

/**
 * Sends a create or update once. After a lost response the caller reads whether it was executed.
 * The mask names the fields that change; the body is complete anyway, so that nothing depends on what an absent field means.
 */
export async function write(
  target: WriteTarget,
  method: 'create' | 'update',
  name: string,
  resource: Json,
  mask: readonly string[],
  validateOnly = false,
): Promise<LongRunningOperation> {
  const { http, endpoint, collection, word, permission } = target;
  const [parent, id] = name.split(`/${collection}/`) as [string, string];
  const query = new URLSearchParams();
  if (method === 'create') query.set(`${collection.slice(0, -1)}Id`, id);
  else if (mask.length > 0) query.set('updateMask', mask.join(','));
  if (validateOnly) query.set('validateOnly', 'true');
  return await http.json<LongRunningOperation>({
    method: method === 'create' ? 'POST' : 'PATCH',
    url: `${endpoint}/v2/${method === 'create' ? `${parent}/${collection}` : name}${query.size > 0 ? `?${query}` : ''}`,
    json: resource,
    idempotent: validateOnly,
    // A write returns as soon as its operation exists.
    attemptTimeout: 30_000,
    deadline: 60_000,
    resource: `${word} ${name}`,
    permission: `${permission}.${method}`,
    role: 'roles/run.developer',
  });
}
