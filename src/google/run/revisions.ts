/** Revisions of services and worker pools (https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services.revisions). */
import { absent } from '../errors/not-found.ts';
import type { HttpClient } from '../http/client.ts';
import type { Condition, Revision } from './resources.ts';

export interface Revisions {
  /** Undefined if it does not exist. `name` is the owner's full name, `/revisions/` and the short name. */
  get(name: string): Promise<Revision | undefined>;
}

export function createRevisions(http: HttpClient, endpoint: string): Revisions {
  return {
    get: (name) =>
      absent(
        http.json<Revision>({
          method: 'GET',
          url: `${endpoint}/v2/${name}`,
          resource: `revision ${name}`,
          permission: 'run.revisions.get',
          role: 'roles/run.viewer',
        }),
      ),
  };
}

/** What the condition Ready says. A revision that no traffic reaches is ready, too. */
export function readiness(revision: Revision): { state: 'ready' | 'failed' | 'pending'; condition?: Condition } {
  const condition = revision.conditions?.find(({ type }) => type === 'Ready');
  if (!condition) return { state: 'pending' };
  if (condition.state === 'CONDITION_SUCCEEDED') return { state: 'ready', condition };
  if (condition.state === 'CONDITION_FAILED') return { state: 'failed', condition };
  return { state: 'pending', condition };
}

/** The last part of a resource name. */
export const shortName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
