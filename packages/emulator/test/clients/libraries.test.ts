/** Google's client libraries for Python and Node against the emulator: clients independent of our code. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensurePythonClients } from '../../../../scripts/parts/tools.ts';
import { DEFAULTS } from '../../src/defaults.ts';
import { type Emulator, startEmulator } from '../../src/start.ts';
import { runClient } from './run-client.ts';

const clients = join(import.meta.dirname, 'programs');
let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

test("Python's google-cloud-storage", async () => {
  const python = await ensurePythonClients();
  const args = [join(clients, 'storage.py'), emulator.urls.storage, emulator.token(), DEFAULTS.bucket];
  expect(await runClient(python, args)).toEqual([
    'upload_small',
    'upload_large_in_chunks',
    'upload_large_of_unknown_size',
    'ranges',
    'lists',
    'compose_copy_rewrite_move',
    'patch_and_preconditions',
    'batches',
    'access',
    'buckets',
  ]);
});

test("Python's clients of Secret Manager, Artifact Registry and Cloud Run", async () => {
  const python = await ensurePythonClients();
  const args = [emulator.token(), JSON.stringify(emulator.urls), await emulator.seed.image()];
  expect(await runClient(python, [join(clients, 'apis.py'), ...args])).toEqual([
    'secret_manager',
    'artifact_registry',
    'cloud_run_services',
    'cloud_run_jobs',
  ]);
});

test("Node's @google-cloud/storage, by workload identity federation", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'node-client-'));
  try {
    const key = join(folder, 'credentials.json');
    await writeFile(key, JSON.stringify(emulator.seed.credentials(DEFAULTS.serviceAccount)));
    const args = [join(clients, 'storage.ts'), emulator.urls.storage, key, DEFAULTS.bucket];
    expect(await runClient(process.execPath, args)).toEqual([
      'uploadSmall',
      'uploadLargeInChunks',
      'ranges',
      'lists',
      'composeCopyMove',
      'patchAndPreconditions',
      'access',
      'buckets',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
