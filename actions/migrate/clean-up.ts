/** What `post` does: waits for a cancelled execution, and removes the private Docker configuration. */
import type { Context } from '../../src/context.ts';
import { removeDockerConfig } from '../../src/docker-config.ts';
import { awaitCancelled } from './cancel.ts';
import { CONFIG_STATE } from './docker-mode.ts';
import type { Inputs } from './inputs.ts';

export async function cleanUp(inputs: Inputs, context: Context): Promise<void> {
  const dir = context.state(CONFIG_STATE);
  if (dir) removeDockerConfig(dir);
  await awaitCancelled(inputs, context);
}
