/** The commands of gcloud that `init` reads, with the flags of each. */
import { containerFlags } from './flags/containers.ts';
import { jobFlags, serviceFlags, sharedFlags } from './flags/resources.ts';
import type { FlagTable } from './flags/row.ts';

export interface GcloudCommand {
  readonly words: readonly string[];
  readonly kind: 'Service' | 'Job';
  readonly flags: FlagTable;
}

const forServices: FlagTable = { ...sharedFlags, ...containerFlags, ...serviceFlags };
const { port: _, 'use-http2': __, 'readiness-probe': ___, 'liveness-probe': ____, ...ofTasks } = containerFlags;
const forJobs: FlagTable = { ...sharedFlags, ...ofTasks, ...jobFlags };

export const GCLOUD_COMMANDS: readonly GcloudCommand[] = [
  { words: ['run', 'deploy'], kind: 'Service', flags: forServices },
  { words: ['run', 'services', 'update'], kind: 'Service', flags: forServices },
  { words: ['run', 'jobs', 'deploy'], kind: 'Job', flags: forJobs },
  { words: ['run', 'jobs', 'create'], kind: 'Job', flags: forJobs },
  { words: ['run', 'jobs', 'update'], kind: 'Job', flags: forJobs },
];
