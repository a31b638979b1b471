/** What `post` does: waits for a cancelled execution, and removes the private Docker configuration. */

import { temporaryFolder } from '../../src/container/docker-config.ts';
import type { Context } from '../../src/runtime/context.ts';
import { claimedFolder, removeFolder } from '../../src/runtime/temporary-folder.ts';
import { awaitCancelled } from './cancel.ts';
import { CONFIG_STATE } from './docker-mode.ts';
import type { Inputs } from './inputs.ts';

export async function cleanUp(inputs: Inputs, context: Context): Promise<void> {
  const dir = claimedFolder(context, CONFIG_STATE, temporaryFolder(context.github.temp));
  if (dir) removeFolder(dir);
  await awaitCancelled(inputs, context);
}
