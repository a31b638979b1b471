/** One service (or worker pool) in one region, with what is needed to act on it. */

import type { Revision, Service } from '../../../src/google/run/resources.ts';
import type { Services } from '../../../src/google/run/services.ts';
import type { WorkerPools } from '../../../src/google/run/worker-pools.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { Clients } from './clients.ts';
import type { Report } from './rollout-report.ts';
import { poolsAsServices } from './worker-pools.ts';

export interface Site {
  readonly context: Context;
  readonly clients: Clients;
  readonly kind: 'Service' | 'WorkerPool';
  readonly project: string;
  readonly region: string;
  /** Short name. */
  readonly service: string;
  /** `projects/P/locations/L/services/S`. */
  readonly name: string;
  /** Reads and writes of the resource itself. */
  readonly api: Pick<Services, 'get' | 'create' | 'update'>;
  readonly report: Report;
}

export function createSite(site: Omit<Site, 'name' | 'api'>): Site {
  const collection = site.kind === 'Service' ? 'services' : 'workerPools';
  return {
    ...site,
    name: `projects/${site.project}/locations/${site.region}/${collection}/${site.service}`,
    api: apiOf(site.kind, site.clients),
  };
}

/** The same site through other clients, for what must go on after a cancellation. */
export const through = (site: Site, clients: Clients): Site => ({ ...site, clients, api: apiOf(site.kind, clients) });

const apiOf = (kind: Site['kind'], clients: { services: Services; workerPools: WorkerPools }): Site['api'] =>
  kind === 'Service' ? clients.services : poolsAsServices(clients.workerPools);

export const getRevision = (site: Site, revision: string): Promise<Revision | undefined> =>
  site.clients.revisions.get(`${site.name}/revisions/${revision}`);

/** Page of the service in the console. */
export function consoleUrl({
  kind,
  project,
  region,
  service,
}: Pick<Site, 'kind' | 'project' | 'region' | 'service'>): string {
  const path = kind === 'Service' ? 'detail' : 'worker-pools/detail';
  return `https://console.cloud.google.com/run/${path}/${region}/${service}/revisions?project=${project}`;
}

/** What of the service changes; these fields make the mask. */
export function changedFields(current: Service, next: Service): string[] {
  const fields = new Set([...Object.keys(current), ...Object.keys(next)]);
  return [...fields].filter((field) => JSON.stringify(current[field]) !== JSON.stringify(next[field]));
}
