/** Writes an entry into the schema record of the job, and leaves everything else of the job as it is. */
import type { Job } from '../../src/cloud-run/resources.ts';
import type { Cloud } from '../../src/context.ts';
import { readRecord, SCHEMA_ANNOTATION, type SchemaEntry } from '../../src/schema-record.ts';
import { withEntry } from './schema.ts';

/** The job may be another commit's by now, so it travels as the server's own JSON, fenced by its etag. */
export async function recordEntry(cloud: Cloud, name: string, entry: SchemaEntry): Promise<void> {
  const url = `${cloud.endpoints.run}/v2/${name}`;
  const facts = { resource: `job ${name}`, role: 'roles/run.developer' };
  const job = await cloud.http.json<Job>({ ...facts, method: 'GET', url, permission: 'run.jobs.get' });
  const before = job.annotations?.[SCHEMA_ANNOTATION];
  const after = JSON.stringify(withEntry(readRecord(before), entry));
  if (before === after) return;
  await cloud.http.json({
    ...facts,
    method: 'PATCH',
    url,
    json: { ...job, annotations: { ...job.annotations, [SCHEMA_ANNOTATION]: after } },
    permission: 'run.jobs.update',
  });
}
