/** The commands of gcloud that `init` reads, with the flags of each. */
import { containerFlags } from './flags/containers.ts';
import { jobFlags, poolFlags, serviceFlags, sharedFlags } from './flags/resources.ts';
import type { FlagTable } from './flags/row.ts';
import type { DraftKind } from './manifest-draft.ts';

export interface GcloudCommand {
  readonly words: readonly string[];
  readonly kind: DraftKind;
  readonly flags: FlagTable;
}

const forServices: FlagTable = { ...sharedFlags, ...containerFlags, ...serviceFlags };
const { port: _, 'use-http2': __, 'readiness-probe': ___, 'liveness-probe': ____, ...ofTasks } = containerFlags;
const forJobs: FlagTable = { ...sharedFlags, ...ofTasks, ...jobFlags };
const forPools: FlagTable = { ...sharedFlags, ...ofTasks, ...poolFlags };

export const GCLOUD_COMMANDS: readonly GcloudCommand[] = [
  { words: ['run', 'deploy'], kind: 'Service', flags: forServices },
  { words: ['run', 'services', 'update'], kind: 'Service', flags: forServices },
  { words: ['run', 'jobs', 'deploy'], kind: 'Job', flags: forJobs },
  { words: ['run', 'jobs', 'create'], kind: 'Job', flags: forJobs },
  { words: ['run', 'jobs', 'update'], kind: 'Job', flags: forJobs },
  { words: ['run', 'worker-pools', 'deploy'], kind: 'WorkerPool', flags: forPools },
  { words: ['run', 'worker-pools', 'update'], kind: 'WorkerPool', flags: forPools },
];
