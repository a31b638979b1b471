/** Our records on Cloud Run resources: annotations with a prefix of ours, whose values are JSON. */
export const ANNOTATION_PREFIX = 'actions.orchestra.dev/';

/** Label of services, worker pools, jobs, revisions and executions: the commit that they are from. */
export const COMMIT_LABEL = 'commit-sha';

/** Paths of the settings that the last run named. Settings that the next one does not name are removed. */
export const NAMED_ANNOTATION = `${ANNOTATION_PREFIX}named`;

/** Of the annotations with our prefix, those that users write: documented exceptions from policy rules, and times of a freeze. */
const FOR_USERS = [`${ANNOTATION_PREFIX}policy-exception.`, `${ANNOTATION_PREFIX}freeze`];
/** Labels that every deploy and migration sets, and freshness, rollback and re-runs read. */
const RESERVED_LABELS: ReadonlySet<string> = new Set([COMMIT_LABEL, 'managed-by']);

/** Whether only these actions write this label or annotation. Manifests and inputs cannot carry it. */
export const isReserved = (kind: 'labels' | 'annotations', key: string): boolean =>
  (key.startsWith(ANNOTATION_PREFIX) && !FOR_USERS.some((name) => key.startsWith(name))) ||
  (kind === 'labels' && RESERVED_LABELS.has(key));

/** The same for a path of a resource: `labels.commit-sha`, `template.annotations.actions.orchestra.dev/digest`. */
export function isReservedPath(path: string): boolean {
  const [, kind, key] = /(?:^|\.)(labels|annotations)\.(.+)$/.exec(path) ?? [];
  return key !== undefined && isReserved(kind as 'labels' | 'annotations', key);
}

/** What can carry a record: a service, a worker pool, a job or an execution. */
export interface Annotated {
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The record under `key`. One that is not ours in form is as if it were not there: people can write annotations too. */
export function readAnnotation<T>(
  resource: Annotated | undefined,
  key: string,
  valid: (value: T) => boolean,
): T | undefined {
  const text = resource?.annotations?.[key];
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as T;
    return value !== null && typeof value === 'object' && valid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The paths that the last run named. Version 1.0 listed records among them, which no manifest removes. */
export function namedBefore(resource: Annotated | undefined): ReadonlySet<string> {
  const paths = readAnnotation<unknown[]>(resource, NAMED_ANNOTATION, Array.isArray) ?? [];
  return new Set(paths.map(String).filter((path) => !isReservedPath(path)));
}
