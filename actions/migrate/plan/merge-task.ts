/**
 * Puts the settings that inputs name over the task of a job that exists. Environment, volumes and mounts are told apart by
 * name; all that the inputs do not name survives, but for what an earlier run named. Pure.
 */
import type { Container, Json, TaskTemplate, Volume } from '../../../src/google/run/resources.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { filePaths, withOtherFiles, withoutNamedFiles } from './secret-folders.ts';

/** Single settings of a task and of its container. */
const TASK_SETTINGS = ['serviceAccount', 'vpcAccess', 'timeout'] as const;
const CONTAINER_SETTINGS = ['command', 'args'] as const;
/** Lists by what tells their items apart. */
const LISTS = { env: 'name', volumeMounts: 'mountPath', volumes: 'name' } as const;

const path = (list: keyof typeof LISTS, item: Json): string => `inputs:${list}[${String(item[LISTS[list]] ?? '')}]`;

/** The paths of all that a task of one container names. */
export function namedSettings(task: TaskTemplate): string[] {
  const [container = {}] = task.containers ?? [];
  const single = (from: Json, keys: readonly string[]) =>
    keys.filter((key) => from[key] !== undefined).map((key) => `inputs:${key}`);
  return [
    ...single(task, TASK_SETTINGS),
    ...single(container, CONTAINER_SETTINGS),
    ...(container.env ?? []).map((item) => path('env', item)),
    ...((container.volumeMounts ?? []) as Json[]).map((item) => path('volumeMounts', item)),
    ...(task.volumes ?? []).flatMap((item) => [path('volumes', item), ...filePaths(item)]),
  ];
}

/** `wanted` has one container; `named` are the paths that the last run named. Throws `InputError` if it fits no container. */
export function overTask(
  deployed: TaskTemplate,
  wanted: TaskTemplate,
  before: ReadonlySet<string>,
  imageName: string,
): TaskTemplate {
  const containers = deployed.containers ?? [];
  const at = containerAt(containers, imageName);
  if (containers.filter((container) => runsImage(container, imageName)).length > 1)
    throw severalContainers(containers, `more than one of them runs ${imageName}`);
  const mounts = containers[at]?.volumeMounts;
  const { task, named } = withoutNamedFiles(deployed, mounts, before);
  const [settings = {}] = wanted.containers ?? [];
  const volumes = wanted.volumes?.map((volume) => {
    const folder = settings.volumeMounts?.find(({ name }) => name === volume.name)?.mountPath;
    return withOtherFiles(volume, folder, task, mounts, named);
  });
  const sql = sameMount(task, containers[at], wanted);
  const container = {
    ...withSingle(containers[at] ?? {}, settings, CONTAINER_SETTINGS, named),
    image: settings.image,
    env: mergeList('env', containers[at]?.env, settings.env, named),
    volumeMounts: mergeList('volumeMounts', containers[at]?.volumeMounts, settings.volumeMounts, named).map((mount) =>
      sql && mount.name === sql.wanted ? { ...mount, name: sql.existing } : mount,
    ),
  } as Container;
  const all = containers.length === 0 ? [withoutEmpty(container)] : containers.with(at, withoutEmpty(container));
  return {
    ...withSingle(task, wanted, TASK_SETTINGS, named),
    containers: all,
    volumes: mergeList('volumes', task.volumes, renamed(volumes, sql, task.volumes), named).filter(
      ({ name, secret }) => !secret || !isMounted(containers, name) || isMounted(all, name),
    ),
  };
}

const isMounted = (containers: readonly Container[], volume: string | undefined): boolean =>
  containers.some(({ volumeMounts = [] }) => volumeMounts.some(({ name }) => name === volume));

/** Whether the container runs a tag or digest of the image. */
export const runsImage = ({ image }: Container, imageName: string): boolean =>
  image?.replace(/[@:][^/]*$/, '') === imageName;

/** The container that runs our image, or the only one. */
export function containerAt(containers: readonly Container[], imageName: string): number {
  if (containers.length <= 1) return 0;
  const at = containers.findIndex((container) => runsImage(container, imageName));
  if (at >= 0) return at;
  throw severalContainers(containers, `none of them runs ${imageName}`);
}

function severalContainers(containers: readonly Container[], why: string): InputError {
  const names = containers.map(({ name, image }) => name ?? image).join(', ');
  return new InputError([
    {
      subject: 'Input job',
      message: `the job has several containers (${names}), and ${why}. Describe the job in a manifest, and pass it in the input manifest.`,
    },
  ]);
}

function withSingle<T extends Json>(from: T, wanted: Json, keys: readonly string[], named: ReadonlySet<string>): T {
  const result: Json = { ...from };
  for (const key of keys) {
    if (wanted[key] !== undefined) result[key] = wanted[key];
    else if (named.has(`inputs:${key}`)) delete result[key];
  }
  return result as T;
}

function mergeList<T extends object>(
  list: keyof typeof LISTS,
  deployed: readonly T[] = [],
  wanted: readonly T[] = [],
  named: ReadonlySet<string>,
): T[] {
  const key = (item: T) => path(list, item as Json);
  const byKey = new Map(wanted.map((item) => [key(item), item]));
  const known = new Set(deployed.map(key));
  return [
    // An item is replaced as a whole: a variable that becomes a secret must not keep its value.
    ...deployed
      .filter((item) => byKey.has(key(item)) || !named.has(key(item)))
      .map((item) => byKey.get(key(item)) ?? item),
    ...wanted.filter((item) => !known.has(key(item))),
  ];
}

/** A Cloud SQL volume that is mounted at the path of a wanted one: a path takes one volume, so they are merged. */
function sameMount(task: TaskTemplate, container: Container | undefined, wanted: TaskTemplate) {
  for (const { name = '', cloudSqlInstance } of wanted.volumes ?? []) {
    const mountPath = wanted.containers?.[0]?.volumeMounts?.find((mount) => mount.name === name)?.mountPath;
    const existing = container?.volumeMounts?.find((mount) => mount.mountPath === mountPath)?.name;
    const volume = task.volumes?.find((one) => one.name === existing);
    if (cloudSqlInstance && existing && existing !== name && volume?.cloudSqlInstance)
      return { wanted: name, existing };
  }
  return undefined;
}

/** The wanted volumes, with the instances of both in the one that becomes one. */
function renamed(
  volumes: readonly Volume[] = [],
  sql: { readonly wanted: string; readonly existing: string } | undefined,
  deployed: readonly Volume[] = [],
): Volume[] {
  return volumes.map((volume) => {
    if (!sql || volume.name !== sql.wanted) return volume;
    const before = deployed.find(({ name }) => name === sql.existing)?.cloudSqlInstance?.instances ?? [];
    const instances = [...new Set([...before, ...(volume.cloudSqlInstance?.instances ?? [])])];
    return { ...volume, name: sql.existing, cloudSqlInstance: { ...volume.cloudSqlInstance, instances } };
  });
}

function withoutEmpty(container: Container): Container {
  const { env = [], volumeMounts = [], ...rest } = container;
  return { ...rest, ...(env.length > 0 && { env }), ...(volumeMounts.length > 0 && { volumeMounts }) };
}
