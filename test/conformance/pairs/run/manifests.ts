/** Every manifest that the unit tests accept, created by our code and by `@google-cloud/run`: all fields have the API's names and encodings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JobsClient, ServicesClient, WorkerPoolsClient } from '@google-cloud/run';
import { type WriteTarget, write } from '../../../../src/google/run/calls.ts';
import { type Manifest, readManifest } from '../../../../src/manifest/index.ts';
import { SUBSTITUTIONS } from '../../../unit/manifest/documents.ts';
import { message, named, restOptions } from '../../official.ts';
import { withHttp } from '../../ours.ts';
import type { Pair } from '../../pair.ts';
import { LOCATION, operation, RUN_PROTOS } from './services.ts';

const FOLDER = join(import.meta.dirname, '../../../unit/manifest/fixtures/accepted');
const COLLECTIONS = { Service: 'services', Job: 'jobs', WorkerPool: 'workerPools' } as const;

function read(file: string): Manifest {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return readManifest({ text, file, project: 'acme', region: 'us-central1', substitutions: SUBSTITUTIONS });
}

function create(url: string, { kind, name, resource }: Manifest): Promise<unknown> {
  const body = message(RUN_PROTOS, `google.cloud.run.v2.${kind}`, resource);
  const parent = LOCATION;
  if (kind === 'Service')
    return named(new ServicesClient(restOptions(url))).createService({ parent, serviceId: name, service: body });
  if (kind === 'Job') return named(new JobsClient(restOptions(url))).createJob({ parent, jobId: name, job: body });
  return named(new WorkerPoolsClient(restOptions(url))).createWorkerPool({
    parent,
    workerPoolId: name,
    workerPool: body,
  });
}

export const runManifests: readonly Pair[] = readdirSync(FOLDER).map((file) => {
  const manifest = read(file);
  const collection = COLLECTIONS[manifest.kind];
  return {
    name: `run: creation from the manifest ${file}`,
    respond: operation,
    ours: (url) =>
      withHttp((http) => {
        const target: WriteTarget = { http, endpoint: url, collection, word: manifest.kind, permission: 'run' };
        return write(target, 'create', `${LOCATION}/${collection}/${manifest.name}`, manifest.resource, []);
      }),
    official: (url) => create(url, manifest),
  };
});
