/** `init` from a live service, worker pool or job. */
import { VERSION } from '../../actions/deploy-run/plan/desired-service.ts';
import type { Container, Job, Json, Service } from '../../src/google/run/resources.ts';
import { createServices } from '../../src/google/run/services.ts';
import { toManifest } from '../../src/manifest/encode/index.ts';
import { manifestText } from '../../src/manifest/encode/text.ts';
import { containersOf, differences, isDefaultAccount, readManifest } from '../../src/manifest/index.ts';
import { COMMIT_LABEL } from '../../src/records/annotations.ts';
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
  const { described, otherNames } = withoutCommit(configurationOf(resource), commitOf(live));
  const document = toManifest(kind, name, described, place);
  const text = manifestText(document, [], new Set(otherNames));
  const substitutions = new Map(otherNames.map((name) => [name, `\${${name}}`]));
  const again = readManifest({ text, file: `${name}.yaml`, ...place, substitutions });
  const lost = differences(kind, described, again.resource)
    .map(({ field }) => field)
    .filter((field) => !SET_BY_TOOLS.test(field));
  const words = { Service: 'service', WorkerPool: 'worker pool', Job: 'job' }[kind];
  return {
    kind,
    name,
    ...place,
    document,
    inputs: {},
    otherNames,
    open,
    origin: `the live ${words} ${name}`,
    notes:
      lost.length > 0
        ? [`The manifest has no key for ${lost.join(', ')}. Deploys leave these settings as they are.`]
        : [],
  };
}

/** Labels of users are in the manifest. All others are set by Cloud Run, gcloud and deploys. */
const SET_BY_TOOLS = /^(?:spec\.template\.)?metadata\.labels[.[]/;

/** The commit that the containers were deployed with. */
function commitOf({ kind, resource }: LiveResource): string | undefined {
  return (kind === 'Job' ? resource : resource.template)?.labels?.[COMMIT_LABEL];
}

/**
 * The configuration without the commit that is live: a deploy sets `APP_VERSION` to its own, and values that contain the commit
 * follow it as `${COMMIT}`, which is then in `otherNames`. Where `${COMMIT}` is a text of the service's own they do not: it could not
 * be told from that.
 */
function withoutCommit(resource: Json, commit: string | undefined): { described: Json; otherNames: readonly string[] } {
  const literal = JSON.stringify(resource).includes('${COMMIT}');
  let used = false;
  for (const container of commit ? containersOf(resource as Service) : []) {
    const env = container.env?.filter(({ name, value }) => name !== VERSION || value !== commit);
    for (const entry of env ?? [])
      if (commit && !literal && entry.value?.includes(commit)) {
        used = true;
        entry.value = entry.value.replaceAll(commit, '${COMMIT}');
      }
    if (env && env.length > 0) container.env = env;
    else delete container.env;
  }
  return { described: resource, otherNames: used ? ['COMMIT'] : [] };
}

/** The configuration without fields that only the server sets, and without defaults. */
function configurationOf(resource: Service | Job): Json {
  const copy = structuredClone(resource) as Json;
  for (const field of ['client', 'clientVersion', 'traffic', 'buildConfig', 'launchStage'])
    if (field !== 'launchStage' || copy.launchStage === 'GA') delete copy[field];
  const { template } = copy as Service;
  if (template) for (const field of ['revision', 'client', 'clientVersion']) delete template[field];
  // Its name has the number of the project: without it, one manifest fits staging and production.
  for (const runner of [template, (copy as Job).template?.template])
    if (runner && isDefaultAccount(runner.serviceAccount)) delete runner.serviceAccount;
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

/** Whether the service of this name allows unauthenticated invocations; undefined if it does not exist or cannot be read. */
export async function isServiceOpen(
  cloud: Cloud,
  { project, region }: Place,
  name: string,
): Promise<boolean | undefined> {
  try {
    const live = await readLiveResource(cloud, 'Service', `projects/${project}/locations/${region}`, name);
    return live && (await isOpen(cloud, live));
  } catch (error) {
    if (error instanceof CloudError && error.status === 403) return undefined;
    throw error;
  }
}

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
