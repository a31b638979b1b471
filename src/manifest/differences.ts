/**
 * The differences between two v2 resources, as paths of the manifest, for summaries. Values that the server
 * fills in by itself, and what only it sets, are no difference; traffic is drawn elsewhere. Secrets are not shown.
 */
import type { Container, EnvVar, Service } from '../google/run/resources.ts';
import { findSecretInWords, looksLikeSecret } from '../policy/secrets/looks-like-secret.ts';
import { isDefaultAccount, withServerDefaults } from './defaults.ts';
import { containersOf } from './image.ts';
import type { Manifest } from './tables.ts';
import { wordsOf } from './v1-names.ts';
import { v1Text, v1Variable } from './v1-values.ts';

export interface Change {
  /** `spec.template.spec.containers[server].env[LOG_LEVEL]`. */
  readonly field: string;
  /** `''` if it was not set. */
  readonly before: string;
  readonly after: string;
}

type Kind = Manifest['kind'];
type Path = readonly (string | number)[];

/** `before` is undefined for a resource that is new. */
export function differences(kind: Kind, before: object | undefined, after: object): Change[] {
  const changes: Change[] = [];
  /** `above`: the objects that have `a` and `b` as a field. */
  const compare = (
    a: unknown,
    b: unknown,
    path: Path,
    labels: Path,
    above: readonly [unknown?, unknown?] = [],
  ): void => {
    if (isIgnored(path)) return;
    const key = path.at(-1);
    if (isList(key, a) && isList(key, b)) {
      const [before, after] = [itemsOf(key as string, a, b), itemsOf(key as string, b, a)];
      for (const name of new Set([...before.keys(), ...after.keys()])) {
        compare(before.get(name), after.get(name), [...path, '*'], [...labels, name]);
      }
    } else if (!isLeaf(path) && (isObject(a) || isObject(b)) && isObjectOrNothing(a) && isObjectOrNothing(b)) {
      for (const field of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]))
        compare(a?.[field], b?.[field], [...path, field], [...labels, field], [a, b]);
    } else if (!same(path, a, b)) {
      const [before, after] = [show(kind, path, a, above[0]), show(kind, path, b, above[1])];
      changes.push({ field: wordsOf(kind, path, labels), before, after });
    }
  };
  if (before) compare(withServerDefaults(kind, before), withServerDefaults(kind, after), [], []);
  // What the server would fill in is no news of a new resource: it is not even there yet.
  else compare(undefined, withoutV1Defaults(after), [], []);
  return changes;
}

/** Lists whose items are told apart by a name. */
const KEYED: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
};
const isList = (key: Path[number] | undefined, value: unknown): value is object[] | undefined =>
  typeof key === 'string' && Object.hasOwn(KEYED, key) && (value === undefined || Array.isArray(value));

/** The items of a list by their names. */
function itemsOf(
  key: string,
  list: readonly object[] = [],
  other: readonly object[] = [],
): Map<string | number, object> {
  const by = KEYED[key] as string;
  const name = (item: object, i: number) => (item as Record<string, string | undefined>)[by] ?? i;
  if (key === 'containers') return containersByName(list as Container[], other as Container[]);
  return new Map(list.map((item, i) => [name(item, i), item]));
}

/**
 * A single container may be without a name, and is the same one when it gets one. Of several, the server names those that were
 * given none: the one at the same place in the other list is the same.
 */
function containersByName(list: readonly Container[], other: readonly Container[]): Map<string | number, object> {
  const paired = list.length === other.length;
  const known = new Set(list.map(({ name }) => name));
  return new Map(
    list.map((item, i): [string | number, object] => {
      const twin = paired ? other[i]?.name : undefined;
      if (list.length === 1) return [[item.name, twin].filter((name) => name !== undefined).sort()[0] ?? i, item];
      const name = item.name ?? (known.has(twin) ? undefined : twin);
      return [name ?? i, { ...item, ...(name !== undefined && { name }) }];
    }),
  );
}

/** One line of a summary each, however much they hold. */
const isLeaf = (path: Path): boolean =>
  path.at(-1) === '*' && ['env', 'volumes', 'volumeMounts'].includes(String(path.at(-2)));

const OUTPUT = new Set(
  [
    ['name', 'uid', 'generation', 'observedGeneration', 'etag', 'uri', 'urls', 'reconciling', 'satisfiesPzs'],
    ['createTime', 'updateTime', 'deleteTime', 'expireTime', 'creator', 'lastModifier', 'client', 'clientVersion'],
    ['conditions', 'terminalCondition', 'latestReadyRevision', 'latestCreatedRevision', 'latestCreatedExecution'],
    [
      'executionCount',
      'threatDetectionEnabled',
      'traffic',
      'trafficStatuses',
      'instanceSplits',
      'instanceSplitStatuses',
    ],
    // The server reports the lowest stage that is needed, not the requested one.
    ['launchStage', 'template.revision', 'template.client', 'template.clientVersion'],
  ].flat(),
);
/** Our own book-keeping; exceptions to the policy are the user's. */
const isOurs = (path: Path): boolean =>
  path.at(-2) === 'annotations' && /^actions\.orchestra\.dev\/(?!policy-exception\.)/.test(String(path.at(-1)));
const isIgnored = (path: Path): boolean => OUTPUT.has(path.join('.')) || isOurs(path);

/** Fields in which zero is not the same as nothing. */
const PRESENCE = new Set(['scaling.manualInstanceCount', 'template.template.maxRetries']);

function same(path: Path, a: unknown, b: unknown): boolean {
  if (path.at(-1) === 'serviceAccount' && (a === undefined || b === undefined)) return isDefaultAccount(a ?? b);
  const zeroes = PRESENCE.has(path.join('.'));
  return canonical(a, zeroes) === canonical(b, zeroes);
}

/** JSON with sorted keys, without what protobuf leaves out. */
function canonical(value: unknown, zeroes: boolean): string {
  const isNothing = (item: unknown): boolean =>
    item === undefined ||
    item === null ||
    (!zeroes && (item === false || item === 0 || item === '')) ||
    (Array.isArray(item) && item.length === 0);
  if (isNothing(value)) return '';
  return JSON.stringify(value, (_, item: unknown) =>
    isObject(item)
      ? Object.fromEntries(
          Object.entries(item)
            .filter(([, field]) => !isNothing(field))
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : item,
  );
}

const LONGEST = 160;

function show(kind: Kind, path: Path, value: unknown, above: unknown): string {
  if (value === undefined || value === null) return '';
  if (
    isObject(value) &&
    'name' in value &&
    ('valueSource' in value || 'value' in value || Object.keys(value).length === 1)
  )
    return v1Variable(value as EnvVar, hidesVariable(value as EnvVar));
  if (hidesValue(path, value, above)) return '(hidden)';
  const text = v1Text(kind, path, value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** By what it is, by the name of its label or annotation, or as words of a command, of which one may be the name of another. */
function hidesValue(path: Path, value: unknown, above: unknown): boolean {
  const field = path.at(-1);
  // Names and versions of secrets, like valueFrom of a variable: https://cloud.google.com/run/docs/reference/rest/v2/Volume
  if (path.at(-2) === 'volumes' && isObject(value) && isObject(value.secret)) return false;
  const name = ['labels', 'annotations'].includes(String(path.at(-2))) ? String(field).replace(/^.*\//, '') : '';
  if (looksLikeSecret(name, typeof value === 'string' ? value : JSON.stringify(value))) return true;
  if (!Array.isArray(value) || (field !== 'command' && field !== 'args')) return false;
  const command = field === 'args' ? (above as Container | undefined)?.command : undefined;
  return findSecretInWords(value.map(String), command) !== undefined;
}

const hidesVariable = ({ name = '', value = '' }: EnvVar): boolean => looksLikeSecret(name, value) !== undefined;

/** The conversion writes the defaults of v1 out, since v2 has others beside `resources`. */
function withoutV1Defaults(resource: object): object {
  const copy = structuredClone(resource) as Service;
  for (const { resources } of containersOf(copy)) {
    if (resources?.cpuIdle === true) delete resources.cpuIdle;
    if (resources?.startupCpuBoost === false) delete resources.startupCpuBoost;
  }
  return copy;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const isObjectOrNothing = (value: unknown): value is Record<string, unknown> | undefined =>
  value === undefined || isObject(value);
