/**
 * The record of schema changes that migrate keeps on its job, so that a rollback can detect that it would go
 * behind a contracting migration.
 */

import type { HttpClient } from '../google/http/client.ts';
import { createJobs } from '../google/run/jobs.ts';
import { ANNOTATION_PREFIX } from './annotations.ts';

/** Annotation of the job. Its value is a `SchemaRecord` as JSON. */
export const SCHEMA_ANNOTATION = `${ANNOTATION_PREFIX}schema`;

export interface SchemaRecord {
  /** Newest first, one entry for each commit and database whose migrations ran; at most 50. */
  readonly history: readonly SchemaEntry[];
  /** By database, the one written last first: versions of the migration files that were there when it was last migrated. */
  readonly files?: readonly SchemaFiles[];
}

export interface SchemaFiles {
  readonly database: string;
  readonly versions: readonly string[];
}

export interface SchemaEntry {
  readonly commit: string;
  /** Hash of what tells the database (see `databaseOf` of migrate); absent in entries of version 1.0. */
  readonly database?: string;
  /** Version of the schema afterwards; absent if nothing tells it. */
  readonly version?: string;
  /** True if code from before this commit possibly no longer works. */
  readonly contracting: boolean;
  /** It ran once the release of its commit had all traffic. Absent for one before the traffic. */
  readonly when?: 'after-traffic';
  /**
   * `started` counts like `applied`: the runner may have been lost between the two. `failed` counts only after traffic: half of it may
   * be applied, and releases before its commit never ran with that.
   */
  readonly state: 'started' | 'applied' | 'failed';
  /** When it started, RFC 3339. */
  readonly at: string;
}

/** An annotation that is absent, or none of ours, reads as an empty record. */
export function readRecord(annotation: string | undefined): SchemaRecord {
  if (annotation === undefined) return { history: [] };
  try {
    const { history, files } = JSON.parse(annotation) as Partial<SchemaRecord>;
    return { history: Array.isArray(history) ? history : [], ...(Array.isArray(files) && { files }) };
  } catch {
    return { history: [] };
  }
}

/** The records of all jobs in a location, `projects/P/locations/L`. `endpoint` is a base URL of `Endpoints`. */
export async function readSchemaRecords(http: HttpClient, endpoint: string, location: string): Promise<SchemaRecord[]> {
  const jobs = await createJobs(http, endpoint).list(location);
  return jobs.flatMap(({ annotations }) =>
    annotations?.[SCHEMA_ANNOTATION] ? [readRecord(annotations[SCHEMA_ANNOTATION])] : [],
  );
}

/**
 * Changes after a commit, newest first: after its own entry, or, where its migrations left none, after it was released
 * (RFC 3339). What failed before the traffic moved is left out.
 */
export function migratedSince(
  { history }: SchemaRecord,
  commit: string,
  released: string | undefined,
): readonly SchemaEntry[] {
  // The first of its entries: a commit has one for each database that it migrated, and another may stand between them.
  const own = history.findLastIndex((entry) => entry.commit === commit);
  const newer = own >= 0 ? history.slice(0, own) : history.filter(({ at }) => released !== undefined && at > released);
  return newer.filter(
    (entry) => (entry.state !== 'failed' || entry.when === 'after-traffic') && entry.commit !== commit,
  );
}
