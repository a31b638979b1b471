/** Our records on Cloud Run resources: annotations with a prefix of ours, whose values are JSON. */
export const ANNOTATION_PREFIX = 'actions.orchestra.dev/';

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
