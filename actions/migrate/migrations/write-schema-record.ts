/** Writes an entry into the schema record of the job, and leaves everything else of the job as it is. */
import type { Jobs } from '../../../src/google/run/jobs.ts';
import type { Job } from '../../../src/google/run/resources.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaEntry } from '../../../src/records/schema.ts';
import { withEntry } from './schema-version.ts';

/**
 * The job may be another commit's by now, so it travels as the server's own JSON, fenced by its etag. `known` is an earlier read of it: an
 * entry that was in the record then still is, because every writer keeps the entries of others.
 */
export async function recordEntry(
  jobs: Jobs,
  name: string,
  entry: SchemaEntry,
  files: readonly string[] | undefined,
  known?: Job,
): Promise<void> {
  const recordIn = (job: Job) => JSON.stringify(withEntry(readRecord(recordOf(job)), entry, files));
  if (known && recordIn(known) === recordOf(known)) return;
  const job = await jobs.get(name);
  if (!job) return;
  const after = recordIn(job);
  if (after === recordOf(job)) return;
  await jobs.update(name, { ...job, annotations: { ...job.annotations, [SCHEMA_ANNOTATION]: after } }, false);
}

const recordOf = ({ annotations }: Job): string | undefined => annotations?.[SCHEMA_ANNOTATION];
