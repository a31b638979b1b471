/**
 * Applies a manifest to the deployed resource. Settings that the manifest does not name stay, unknown fields
 * included; settings that only an earlier manifest named are removed (a three-way merge, as `kubectl apply`
 * does). Lists of things with a name are merged by name and hold exactly what the manifest lists; other lists are values.
 */
import type { Json } from '../google/run/resources.ts';

/** By which field the items of a list are told apart, where the server adds to an item. */
const KEYS: Readonly<Record<string, string>> = { containers: 'name', volumes: 'name', ports: 'containerPort' };
/** Objects whose settings stand each for itself, and may come from others; any other object is one setting. */
const SHARED = new Set(['template', 'scaling', 'labels', 'annotations', 'resources', 'limits']);
/** Of which only one may be set: naming one takes the others away. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['httpGet', 'tcpSocket', 'grpc'],
  ['secret', 'cloudSqlInstance', 'emptyDir', 'nfs', 'gcs'],
  ['connector', 'networkInterfaces'],
  ['useDefault', 'policy'],
];

/** `wanted` over `deployed`; `named` are the paths that the last manifest named. */
export function merge<T extends Json>(deployed: T, wanted: T, named: ReadonlySet<string>, at = ''): T {
  const result: Json = {};
  for (const [key, value] of Object.entries(deployed)) {
    const path = at + key;
    if (key in wanted || !(named.has(path) || alternativeOf(key, wanted))) result[key] = value;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const path = at + key;
    const old = result[key];
    if (isObject(value) && isObject(old)) result[key] = merge(old, value, named, `${path}.`);
    else if (isNamedList(key, value) && Array.isArray(old))
      result[key] = mergeList(key, old as Json[], value, named, path);
    else result[key] = value;
  }
  // An object that has only removed settings is removed.
  for (const [key, value] of Object.entries(result))
    if (!(key in wanted) && isObject(value)) result[key] = without(value, named, `${at}${key}.`);
  return result as T;
}

/** The paths of all that a manifest names, down to values; items of lists by their names. */
export function namedPaths(wanted: Json, at = ''): string[] {
  return Object.entries(wanted).flatMap(([key, value]) => {
    const path = at + key;
    if (isObject(value)) return [...(SHARED.has(key) ? [] : [path]), ...namedPaths(value, `${path}.`)];
    if (isNamedList(key, value))
      return [
        path,
        ...value.flatMap((item, i) => namedPaths(item, `${itemPath(path, item, KEYS[key] as string, i)}.`)),
      ];
    return [path];
  });
}

function mergeList(key: string, deployed: Json[], wanted: Json[], named: ReadonlySet<string>, path: string): Json[] {
  const by = KEYS[key] as string;
  return wanted.map((item, i) => {
    const twin =
      deployed.find((other) => (other[by] ?? '') === (item[by] ?? '')) ??
      (key === 'containers' ? sameContainer(deployed, wanted, i) : undefined);
    return twin ? merge(twin, item, named, `${itemPath(path, item, by, i)}.`) : item;
  });
}

/**
 * A single container may be without a name, and is the same one when it gets one. Of several, the server names those that were
 * given none: such a one is the deployed container at its place, unless the manifest names that one elsewhere.
 */
function sameContainer(deployed: Json[], wanted: Json[], i: number): Json | undefined {
  if (deployed.length !== wanted.length) return undefined;
  if (wanted.length === 1) return deployed[0];
  const candidate = deployed[i];
  return wanted[i]?.name === undefined && wanted.every(({ name }) => name !== candidate?.name) ? candidate : undefined;
}

const itemPath = (path: string, item: Json, by: string, i: number): string => `${path}[${String(item[by] ?? i)}]`;

function without(value: Json, named: ReadonlySet<string>, at: string): Json {
  const kept = Object.entries(value).filter(([key]) => !named.has(at + key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, isObject(item) ? without(item, named, `${at}${key}.`) : item]),
  );
}

const alternativeOf = (key: string, wanted: Json): boolean =>
  ALTERNATIVES.some((group) => group.includes(key) && group.some((other) => other !== key && other in wanted));

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function isNamedList(key: string, value: unknown): value is Json[] {
  return key in KEYS && Array.isArray(value) && value.every(isObject);
}
