/** Long-running operations (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.operations). */
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import type { LongRunningOperation } from './resources.ts';

export interface Operations {
  /** Undefined once the server has forgotten it. */
  get(name: string): Promise<LongRunningOperation | undefined>;
}

export function createOperations(http: HttpClient, endpoint: string): Operations {
  return {
    get: (name) =>
      absent(
        http.json<LongRunningOperation>({
          method: 'GET',
          url: `${endpoint}/v2/${name}`,
          deadline: 5000,
          resource: `operation ${name}`,
          permission: 'run.operations.get',
          role: 'roles/run.viewer',
        }),
      ),
  };
}
