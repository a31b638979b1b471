/** What `post` undoes: the builder that was made for this step, and the private Docker configuration. */
import type { Context } from '../../src/context.ts';
import { createDocker } from '../../src/docker.ts';
import { removeDockerConfig } from '../../src/docker-config.ts';
import { STATE } from './run.ts';

export async function cleanUp(context: Context): Promise<void> {
  const dir = context.state(STATE.dockerConfig);
  const builder = context.state(STATE.builder);
  try {
    if (builder) {
      const docker = createDocker(context.env, context.github.workspace || '.', context.signal);
      const env: Record<string, string> = dir ? { DOCKER_CONFIG: dir } : {};
      const { exitCode, stderr } = await docker(['buildx', 'rm', '--force', builder], { env });
      if (exitCode !== 0) context.log.warning(`The builder ${builder} could not be removed: ${stderr.trim()}`);
    }
  } finally {
    if (dir) removeDockerConfig(dir);
  }
}
