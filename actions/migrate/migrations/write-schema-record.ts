/** Writes an entry into the schema record of the job, and leaves everything else of the job as it is. */
import type { Jobs } from '../../../src/google/run/jobs.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaEntry } from '../../../src/records/schema.ts';
import { withEntry } from './schema-version.ts';

/** The job may be another commit's by now, so it travels as the server's own JSON, fenced by its etag. */
export async function recordEntry(
  jobs: Jobs,
  name: string,
  entry: SchemaEntry,
  files: readonly string[] | undefined,
): Promise<void> {
  const job = await jobs.get(name);
  if (!job) return;
  const before = job.annotations?.[SCHEMA_ANNOTATION];
  const after = JSON.stringify(withEntry(readRecord(before), entry, files));
  if (before === after) return;
  await jobs.update(name, { ...job, annotations: { ...job.annotations, [SCHEMA_ANNOTATION]: after } }, false);
}
