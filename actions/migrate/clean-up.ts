/** `post`: waits for a cancelled execution, and removes the private Docker configuration. */

import { temporaryFolder } from '../../src/container/docker-config.ts';
import type { Context } from '../../src/runtime/context.ts';
import { claimedFolder, removeFolder } from '../../src/runtime/temporary-folder.ts';
import { CONFIG_STATE } from './docker/migrate-in-docker.ts';
import type { MigrateInputs } from './inputs.ts';
import { awaitCancelled } from './job/cancel-execution.ts';

export async function cleanUpMigration(inputs: MigrateInputs | undefined, context: Context): Promise<void> {
  const dir = claimedFolder(context, CONFIG_STATE, temporaryFolder(context.github.temp));
  if (dir) removeFolder(dir);
  if (inputs) await awaitCancelled(inputs, context);
}
