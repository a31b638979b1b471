/**
 * The record of schema changes that migrate keeps on its job, so that a rollback of a service can tell whether it would go
 * behind a migration that took something away.
 */

/** Annotation of the job. Its value is a `SchemaRecord` as JSON. */
export const SCHEMA_ANNOTATION = 'actions.orchestra.dev/schema';

export interface SchemaRecord {
  /** Newest first, one entry a commit whose migrations ran; at most 50. */
  readonly history: readonly SchemaEntry[];
}

export interface SchemaEntry {
  readonly commit: string;
  /** Version of the schema afterwards; absent if nothing tells it. */
  readonly version?: string;
  /** True if code from before this commit may not work any more. */
  readonly contracting: boolean;
  /** `started` counts like `applied`: the runner may have been lost between the two. `failed` does not. */
  readonly state: 'started' | 'applied' | 'failed';
  /** When it started, RFC 3339. */
  readonly at: string;
}

/** An annotation that is absent, or none of ours, reads as an empty record. */
export function readRecord(annotation: string | undefined): SchemaRecord {
  if (annotation === undefined) return { history: [] };
  try {
    const { history } = JSON.parse(annotation) as Partial<SchemaRecord>;
    return { history: Array.isArray(history) ? history : [] };
  } catch {
    return { history: [] };
  }
}
