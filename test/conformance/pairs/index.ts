/** All pairs, one file an API. */
import type { Pair } from '../pair.ts';
import { attestations } from './attestations.ts';
import { auth } from './auth.ts';
import { compute } from './compute.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { promotion } from './promotion.ts';
import { registry } from './registry.ts';
import { runJobs } from './run/jobs.ts';
import { runManifests } from './run/manifests.ts';
import { runServices } from './run/services.ts';
import { steps } from './run/steps.ts';
import { storage } from './storage.ts';
import { storagePython } from './storage-python.ts';

export const PAIRS: readonly Pair[] = [
  ...storage,
  ...storagePython,
  ...compute,
  ...runServices,
  ...runJobs,
  ...runManifests,
  ...auth,
  ...steps,
  ...google,
  ...registry,
  ...attestations,
  ...promotion,
  ...github,
];
