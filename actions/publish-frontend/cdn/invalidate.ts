/** Invalidates paths in the CDN's caches: https://cloud.google.com/compute/docs/reference/rest/v1/urlMaps/invalidateCache */
import { CloudError, OutcomeError } from '../../../src/runtime/errors.ts';
import { transferAll } from '../store/parallel-transfers.ts';
import { type ComputeOperation, LOAD_BALANCER_ROLE, throwFailure, waitForOperation } from './compute-operations.ts';
import { type Cdn, mapUrl } from './load-balancer.ts';

export interface Invalidation {
  readonly invalidated: readonly string[];
  /** Why the other paths were not invalidated; undefined if all were. */
  readonly failure: unknown;
}

/** Invalidates the paths; with `wait` it ends when the CDN has done so. A path that is refused does not stop the others. */
export async function invalidate(cdn: Cdn, paths: readonly string[], wait: boolean): Promise<Invalidation> {
  const done = new Set<string>();
  const refused: { readonly path: string; readonly error: CloudError }[] = [];
  let failure: unknown;
  try {
    await transferAll(paths, { concurrency: 8 }, async (path) => {
      try {
        await invalidateOne(cdn, path, wait);
        done.add(path);
      } catch (error) {
        if (!(error instanceof CloudError) || error.status !== 400) throw error;
        refused.push({ path, error });
      }
    });
  } catch (error) {
    failure = error;
  }
  const invalidated = paths.filter((path) => done.has(path));
  const [first] = refused;
  if (failure !== undefined || !first) return { invalidated, failure };
  if (refused.length === 1) return { invalidated, failure: first.error };
  const list = refused.map(({ path, error }) => `${path} (${error.message})`).join(', ');
  const message = `URL map ${cdn.urlMap} refused to invalidate ${refused.length} of ${paths.length} paths: ${list}.`;
  return { invalidated, failure: new OutcomeError(message, { cause: first.error }) };
}

async function invalidateOne(cdn: Cdn, path: string, wait: boolean): Promise<void> {
  const { http, host, random } = cdn;
  const operation = await http.json<ComputeOperation>({
    method: 'POST',
    // The id makes a repetition after a lost response harmless.
    url: `${mapUrl(cdn)}/invalidateCache?requestId=${random.uuid()}`,
    json: { path, ...(host !== undefined && { host }) },
    idempotent: true,
    resource: `invalidation of ${path} in URL map ${cdn.urlMap}`,
    permission: 'compute.urlMaps.invalidateCache',
    role: LOAD_BALANCER_ROLE,
  });
  if (wait) await waitForOperation(cdn, operation, `invalidation of ${path}`);
  else throwFailure(operation, `invalidation of ${path}`);
}
