/**
 * Undoes what the conversion does at the end of a mapping (`finish…` in `kinds/`): fields of each container that are one
 * annotation in v1, volumes of a driver, and the policy of Binary Authorization.
 */
import type { Container, Json, Volume } from '../../google/run/resources.ts';
import { containersPath, ingressIndex } from '../image.ts';
import type { Manifest } from '../tables.ts';

export interface Gathered {
  /** The resource without what stands in `annotations`; volumes of a driver are under `csi`. */
  readonly resource: Json;
  /** Annotations that no field of its own represents, by key, with their text. */
  readonly annotations: ReadonlyMap<string, string>;
}

const RUN = 'run.googleapis.com/';

export function gather(kind: Manifest['kind'], resource: object): Gathered {
  const copy = structuredClone(resource) as Json;
  const annotations = new Map<string, string>();
  const path = containersPath(kind).slice(0, -1);
  const holder = path.reduce<Json | undefined>((at, key) => at?.[key] as Json | undefined, copy);
  const containers = (holder?.containers ?? []) as Container[];
  if (kind === 'Service') {
    // The first is what v1 does by default, so it is left out.
    forAll(containers, 'cpuIdle', true, `${RUN}cpu-throttling`, annotations);
    forAll(containers, 'startupCpuBoost', false, `${RUN}startup-cpu-boost`, annotations);
  }
  if (holder) gatherCloudSql(holder, containers, annotations);
  byContainer(containers, 'dependsOn', `${RUN}container-dependencies`, annotations, (value) => value);
  byContainer(containers, 'baseImageUri', `${RUN}base-images`, annotations, (value) => value);
  byContainer(containers, 'sourceCode', `${RUN}sources`, annotations, sourceUri);
  for (const volume of (holder?.volumes ?? []) as Volume[]) toDriver(volume);
  gatherBinaryAuthorization(copy, annotations);
  return { resource: copy, annotations };
}

/** One annotation for all containers: only what all of them have alike can be said. */
function forAll(
  containers: readonly Container[],
  field: 'cpuIdle' | 'startupCpuBoost',
  standard: boolean,
  annotation: string,
  annotations: Map<string, string>,
): void {
  const values = new Set(containers.map(({ resources }) => resources?.[field] ?? false));
  const value = containers[Math.max(0, ingressIndex(containers))]?.resources?.[field] ?? false;
  if (containers.length > 0 && (value !== standard || values.size > 1)) annotations.set(annotation, String(value));
  for (const { resources } of containers) delete resources?.[field];
}

/** The annotation mounts the instances in every container, as its last volume; anything else stays a volume. */
function gatherCloudSql(holder: Json, containers: readonly Container[], annotations: Map<string, string>): void {
  const volumes = (holder.volumes ?? []) as Volume[];
  const last = volumes.at(-1);
  const mounted = (container: Container) => {
    const mount = container.volumeMounts?.at(-1);
    return mount?.name === last?.name && (mount?.mountPath ?? '/cloudsql') === '/cloudsql' && !mount?.subPath;
  };
  if (last?.name !== 'cloudsql' || !last.cloudSqlInstance || !containers.every(mounted)) return;
  if (volumes.filter(({ cloudSqlInstance }) => cloudSqlInstance).length > 1) return;
  annotations.set(`${RUN}cloudsql-instances`, (last.cloudSqlInstance.instances ?? []).join(','));
  withoutLast(holder, 'volumes');
  for (const container of containers) withoutLast(container, 'volumeMounts');
}

function withoutLast(object: Json, field: string): void {
  const items = (object[field] as unknown[]).slice(0, -1);
  if (items.length > 0) object[field] = items;
  else delete object[field];
}

/** JSON by the name of each container; `""` is the one that takes requests. */
function byContainer(
  containers: readonly Container[],
  field: string,
  annotation: string,
  annotations: Map<string, string>,
  word: (value: unknown) => unknown,
): void {
  const entries = containers.flatMap((container) => {
    const value = container[field];
    delete container[field];
    return value === undefined ? [] : [[container.name ?? '', word(value)]];
  });
  if (entries.length > 0) annotations.set(annotation, JSON.stringify(Object.fromEntries(entries)));
}

function sourceUri(value: unknown): string {
  const { bucket, object, generation } = ((value as Json).cloudStorageSource ?? {}) as Record<string, string>;
  return `gs://${bucket}/${object}${generation ? `#${generation}` : ''}`;
}

function toDriver(volume: Volume): void {
  const { gcs, cloudSqlInstance } = volume;
  if (gcs) volume.csi = { driver: 'gcs', ...gcs };
  else if (cloudSqlInstance) volume.csi = { driver: 'cloudSqlInstance', ...cloudSqlInstance };
  delete volume.gcs;
  delete volume.cloudSqlInstance;
}

function gatherBinaryAuthorization(resource: Json, annotations: Map<string, string>): void {
  const { useDefault, policy, breakglassJustification } = (resource.binaryAuthorization ?? {}) as Record<
    string,
    unknown
  >;
  delete resource.binaryAuthorization;
  if (useDefault === true) annotations.set(`${RUN}binary-authorization`, 'default');
  else if (typeof policy === 'string') annotations.set(`${RUN}binary-authorization`, policy);
  if (typeof breakglassJustification === 'string')
    annotations.set(`${RUN}binary-authorization-breakglass`, breakglassJustification);
}
