/** `init` from a service, worker pool or job that is deployed. */

import type { Container, Job, Json, Service } from '../../src/google/run/resources.ts';
import { createServices } from '../../src/google/run/services.ts';
import { toManifest } from '../../src/manifest/encode/index.ts';
import { manifestText } from '../../src/manifest/encode/text.ts';
import { containersOf, differences, readManifest } from '../../src/manifest/index.ts';
import type { Cloud } from '../../src/runtime/context.ts';
import { CloudError } from '../../src/runtime/errors.ts';
import { type LiveResource, readLiveResource } from '../core/live-resource.ts';
import type { Found } from './plan.ts';

interface Place {
  readonly project: string;
  readonly region: string;
}

/** Undefined if nothing of that name is deployed. */
export async function findLive(cloud: Cloud, place: Place, name: string): Promise<Found | undefined> {
  const location = `projects/${place.project}/locations/${place.region}`;
  for (const kind of ['Service', 'Job', 'WorkerPool'] as const) {
    const live = await readLiveResource(cloud, kind, location, name);
    if (live) return fromLive(live, name, place, await isOpen(cloud, live));
  }
  return undefined;
}

/** Pure. `open` is undefined if it is not known. */
export function fromLive(live: LiveResource, name: string, place: Place, open: boolean | undefined): Found {
  const { kind, resource } = live;
  const described = configurationOf(resource);
  const document = toManifest(kind, name, described, place);
  const text = manifestText(document);
  const again = readManifest({ text, file: `${name}.yaml`, ...place, substitutions: new Map() });
  const lost = differences(kind, described, again.resource).map(({ field }) => field);
  const words = { Service: 'service', WorkerPool: 'worker pool', Job: 'job' }[kind];
  return {
    kind,
    name,
    ...place,
    document,
    inputs: {},
    open,
    origin: `the live ${words} ${name}`,
    notes:
      lost.length > 0
        ? [`The manifest has no key for ${lost.join(', ')}. Deploys leave these settings as they are.`]
        : [],
  };
}

/** The configuration without what only the server sets, or what it does anyway. */
function configurationOf(resource: Service | Job): Json {
  const copy = structuredClone(resource) as Json;
  for (const field of ['client', 'clientVersion', 'traffic', 'buildConfig', 'launchStage'])
    if (field !== 'launchStage' || copy.launchStage === 'GA') delete copy[field];
  const { template } = copy as Service;
  if (template) for (const field of ['revision', 'client', 'clientVersion']) delete template[field];
  for (const container of containersOf(copy as Service)) {
    delete container.sourceCode;
    delete container.buildInfo;
    if (isDefaultProbe(container)) delete container.startupProbe;
  }
  return copy;
}

/** https://cloud.google.com/run/docs/configuring/healthchecks#default-startup-probe */
const isDefaultProbe = ({ startupProbe: probe }: Container): boolean =>
  probe?.tcpSocket !== undefined && probe.timeoutSeconds === 240 && probe.failureThreshold === 1;

/** Without the permission to read the policy this is not known. */
async function isOpen(
  { http, endpoints }: Cloud,
  { kind, name, resource }: LiveResource,
): Promise<boolean | undefined> {
  if (kind !== 'Service') return undefined;
  if ((resource as Service).invokerIamDisabled) return true;
  try {
    const { bindings = [] } = await createServices(http, endpoints.run).getIamPolicy(name);
    return bindings.some(
      ({ role, members = [], condition }) => role === 'roles/run.invoker' && !condition && members.includes('allUsers'),
    );
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return undefined;
    throw error;
  }
}
