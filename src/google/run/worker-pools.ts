/** Cloud Run worker pools, as the server's own JSON (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.workerPools). */
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import { type WriteTarget, write } from './calls.ts';
import type { LongRunningOperation, WorkerPool } from './resources.ts';

export interface WorkerPools {
  /** Undefined if it does not exist. `name` is `projects/P/locations/L/workerPools/W` everywhere. */
  get(name: string): Promise<WorkerPool | undefined>;
  /** Sends the write once. */
  create(name: string, pool: WorkerPool, options?: { validateOnly?: boolean }): Promise<LongRunningOperation>;
  /** Sends the write once; `pool.etag` fences it and `mask` names the top-level fields that change. */
  update(
    name: string,
    pool: WorkerPool,
    mask: readonly string[],
    options?: { validateOnly?: boolean },
  ): Promise<LongRunningOperation>;
}

export function createWorkerPools(http: HttpClient, endpoint: string): WorkerPools {
  const target: WriteTarget = {
    http,
    endpoint,
    collection: 'workerPools',
    word: 'worker pool',
    permission: 'run.workerpools',
  };
  return {
    get: (name) =>
      absent(
        http.json<WorkerPool>({
          method: 'GET',
          url: `${endpoint}/v2/${name}`,
          resource: `worker pool ${name}`,
          permission: 'run.workerpools.get',
          role: 'roles/run.viewer',
        }),
      ),
    create: (name, pool, options = {}) => write(target, 'create', name, pool, [], options.validateOnly),
    update: (name, pool, mask, options = {}) => write(target, 'update', name, pool, mask, options.validateOnly),
  };
}
