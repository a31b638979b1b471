/** Shows canaries as statuses of GitHub deployments: those of their commits to the environment of the input. */

import type { GitHub } from '../../../src/github/api.ts';
import { shortCommit } from '../../../src/github/commit.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { servicePlace } from '../../../src/records/holds.ts';
import { CloudError } from '../../../src/runtime/errors.ts';
import { releasesOf } from '../plan/records.ts';
import { canaryOn, timesOf } from '../plan/release/long-canary.ts';
import type { RegionalService } from '../service/regional-service.ts';
import type { StepContext } from '../service/step-context.ts';

/** State of a canary after this run. */
export interface CanaryStage {
  readonly state: 'in_progress' | 'success' | 'failure';
  readonly description: string;
}

/** The beginning of all descriptions of a lead's canaries, by which later runs find those that have ended. */
const markOf = (name: string): string => `Canary of ${servicePlace(name)}: `;

const ENDED: CanaryStage = { state: 'failure', description: 'The canary ended before it had all traffic.' };
const PROMOTED: CanaryStage = { state: 'success', description: 'The canary has all traffic.' };

/** What the lead of the canary says after this run: a rollback may have ended it meanwhile. */
export function stageOf(lead: Service | undefined, name: string, id: string, failure: Error | undefined): CanaryStage {
  const found = canaryOn(lead, id);
  if (found) {
    const { percent, since, due } = timesOf(found.canary);
    const times = `${percent} % since ${new Date(since).toISOString()}, next step ${new Date(due).toISOString()}`;
    return { state: 'in_progress', description: markOf(name) + (failure?.message ?? times) };
  }
  const promoted = releasesOf(lead).some(({ rollout }) => rollout === id);
  // As for a deploy without a canary, GitHub shows that its run failed.
  if (failure && promoted) return { state: 'failure', description: `${PROMOTED.description} ${failure.message}` };
  if (failure) return { state: 'failure', description: failure.message };
  return promoted ? PROMOTED : ENDED;
}

/** Sets the status of the newest deployment of a canary's commit. */
export async function reportStage(commit: string, stage: CanaryStage, step: StepContext): Promise<void> {
  await withGitHub(step, async (github, environment, logUrl) => {
    if (await github.addDeploymentStatus(commit, environment, { ...stage, logUrl })) return;
    step.context.log.info(
      `Commit ${shortCommit(commit)} has no deployment to ${environment} whose status could be set.`,
    );
  });
}

/**
 * Sets the status of deployments that still show a canary of these services, although a rollback, a newer commit or a run that was killed
 * has ended it: those runs have no permission to set it, or no time.
 */
export async function reportEnded(leads: readonly RegionalService[], step: StepContext): Promise<void> {
  await withGitHub(step, async (github, environment, logUrl) => {
    // Nothing is known about a service that cannot be read.
    const reads = await Promise.allSettled(
      leads.map(async ({ api, name }) => ({ name, service: await api.get(name) })),
    );
    const services = reads.flatMap((read) => (read.status === 'fulfilled' ? [read.value] : []));
    await github.endDeployments(environment, (description, commit) => {
      const lead = services.find(({ name }) => description.startsWith(markOf(name)));
      if (!lead || canaryOn(lead.service)?.record.commit === commit) return undefined;
      const promoted = releasesOf(lead.service).some((release) => release.commit === commit);
      return { ...(promoted ? PROMOTED : ENDED), logUrl };
    });
  });
}

/** If GitHub refuses it, a line in the log says why, and the step continues. */
async function withGitHub(
  { openGitHub, context, inputs }: StepContext,
  work: (github: GitHub, environment: string, logUrl: string) => Promise<void>,
): Promise<void> {
  const environment = inputs.deploymentEnvironment;
  if (!openGitHub || environment === undefined || inputs.dryRun) return;
  try {
    await work(await openGitHub(), environment, context.github.runUrl);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    context.log.notice(
      `The status of the deployment to ${environment} was not set: ${error.message} (needs deployments: write).`,
    );
  }
}
