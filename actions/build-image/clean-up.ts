/** `post`: removes the builder that was created for this step, and the private Docker configuration. */

import { createDocker } from '../../src/container/docker.ts';
import { temporaryFolder } from '../../src/container/docker-config.ts';
import type { Context } from '../../src/runtime/context.ts';
import { claimedFolder, removeFolder } from '../../src/runtime/temporary-folder.ts';
import { OWN_BUILDER } from './build/builder.ts';

/** Names of what is kept for `post`. */
export const BUILD_STATE = { dockerConfig: 'docker-config', builder: 'builder' } as const;

export async function cleanUpBuild(context: Context): Promise<void> {
  // A configuration can name programs that docker runs: one that is not ours is not used either.
  const dir = claimedFolder(context, BUILD_STATE.dockerConfig, temporaryFolder(context.github.temp));
  const builder = context.state(BUILD_STATE.builder);
  try {
    if (OWN_BUILDER.test(builder)) {
      const docker = createDocker(context, context.github.workspace || '.', context.signal);
      const env: Record<string, string> = dir ? { DOCKER_CONFIG: dir } : {};
      const { exitCode, stderr } = await docker(['buildx', 'rm', '--force', builder], { env });
      if (exitCode !== 0) context.log.warning(`The builder ${builder} could not be removed: ${stderr.trim()}`);
    } else if (builder) context.log.warning(`State builder names ${builder}, which this step did not create.`);
  } finally {
    if (dir) removeFolder(dir);
  }
}
