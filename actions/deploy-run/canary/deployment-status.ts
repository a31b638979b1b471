/** Shows a canary as the status of a GitHub deployment: that of its commit to the environment of the input. */
import { shortCommit } from '../../../src/github/commit.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import type { StepContext } from '../service/step-context.ts';

/** Where the canary stands after this run. */
export interface CanaryStage {
  readonly state: 'in_progress' | 'success' | 'failure';
  readonly description: string;
}

/** If the status cannot be set, a line in the log says why, and the step continues. */
export async function reportStage(commit: string, stage: CanaryStage, step: StepContext): Promise<void> {
  const { openGitHub, context, inputs } = step;
  const environment = inputs.deploymentEnvironment;
  if (!openGitHub || environment === undefined || inputs.dryRun) return;
  try {
    const logUrl = context.github.runUrl;
    const github = await openGitHub();
    if (await github.addDeploymentStatus(commit, environment, { ...stage, logUrl })) return;
    context.log.info(`Commit ${shortCommit(commit)} has no deployment to ${environment} whose status could be set.`);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    context.log.notice(
      `The status of the deployment to ${environment} was not set: ${error.message} (needs deployments: write).`,
    );
  }
}
