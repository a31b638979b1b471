/** One service (or worker pool) in one region, with its clients. */

import { revisionResource } from '../../../src/google/logging.ts';
import type { Revision, Service } from '../../../src/google/run/resources.ts';
import { readiness } from '../../../src/google/run/revisions.ts';
import type { Services } from '../../../src/google/run/services.ts';
import { revisionName } from '../../../src/records/revision-names.ts';
import type { Context } from '../../../src/runtime/context.ts';
import type { ServiceIdentity } from '../plan/rollout-plan.ts';
import type { RunClients } from './clients.ts';
import { regionalNames } from './multi-region.ts';
import { poolsAsServices } from './worker-pools.ts';

export interface RegionalService extends ServiceIdentity {
  readonly context: Context;
  readonly clients: RunClients;
  /** Reads and writes of the resource itself. */
  readonly api: Pick<Services, 'get' | 'create' | 'update'>;
  /** Called with the resource, and its full name, after each read and change. */
  readonly onAccess?: ((name: string, resource: Service | undefined) => void) | undefined;
}

export function createRegionalService(regional: Omit<RegionalService, 'name' | 'api'>): RegionalService {
  const collection = regional.kind === 'Service' ? 'services' : 'workerPools';
  return {
    ...regional,
    name: `projects/${regional.project}/locations/${regional.region}/${collection}/${regional.service}`,
    api: apiOf(regional, regional.clients),
  };
}

/** Identity of the service, as a plain value. */
export const identityOf = ({ kind, project, region, service, name }: RegionalService): ServiceIdentity => ({
  kind,
  project,
  region,
  service,
  name,
});

/** The same service with other clients, for work that must continue after a cancellation. */
export const withClients = (regional: RegionalService, clients: RunClients): RegionalService => ({
  ...regional,
  clients,
  api: apiOf(regional, clients),
});

function apiOf(
  { kind, onAccess }: Pick<RegionalService, 'kind' | 'onAccess'>,
  clients: Pick<RunClients, 'services' | 'workerPools'>,
): RegionalService['api'] {
  const api = kind === 'Service' ? clients.services : poolsAsServices(clients.workerPools);
  if (!onAccess) return api;
  return {
    ...api,
    get: async (name) => {
      const resource = await api.get(name);
      onAccess(name, resource);
      return resource;
    },
    update: async (name, resource, mask, options) => {
      const operation = await api.update(name, resource, mask, options);
      if (!options?.validateOnly) onAccess(name, resource);
      return operation;
    },
  };
}

/**
 * The revision; for a multi-region service the least advanced one: one that failed, else undefined if a region has none, else one
 * that is not ready.
 */
export async function getRevision(regional: RegionalService, revision: string): Promise<Revision | undefined> {
  const found = await revisionsIn(regional, revision);
  const inState = (state: string) => found.find((one) => one && readiness(one).state === state);
  return inState('failed') ?? (found.includes(undefined) ? undefined : (inState('pending') ?? found[0]));
}

async function revisionsIn(regional: RegionalService, revision: string): Promise<(Revision | undefined)[]> {
  const { api, clients } = regional;
  const places = await regionalNames(regional, api.get);
  return await Promise.all(places.map((name) => clients.revisions.get(`${name}/revisions/${revision}`)));
}

/** The first name that no revision has. */
export async function freeRevision(regional: RegionalService, commit: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = revisionName(regional.service, commit, n);
    if ((await revisionsIn(regional, name)).every((found) => found === undefined)) return name;
  }
}

/** Page of the service in the console. */
export function consoleUrl({ kind, project, region, service }: ServiceIdentity): string {
  const path = kind === 'Service' ? 'detail' : 'worker-pools/detail';
  return `https://console.cloud.google.com/run/${path}/${region}/${service}/revisions?project=${project}`;
}

/** The log lines of a revision in the console. */
export function logsUrl(place: ServiceIdentity, revision: string): string {
  const query = revisionResource(place, revision).join('\n');
  return `https://console.cloud.google.com/logs/query;query=${encodeURIComponent(query)}?project=${place.project}`;
}

/** The changed fields of the service, which are the update mask. */
export function changedFields(current: Service, next: Service): string[] {
  const fields = new Set([...Object.keys(current), ...Object.keys(next)]);
  return [...fields].filter((field) => JSON.stringify(current[field]) !== JSON.stringify(next[field]));
}
