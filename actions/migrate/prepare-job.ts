/** Gathers what a migration in a Cloud Run job needs. */
import { createExecutions } from '../../src/cloud-run/executions.ts';
import { createJobs } from '../../src/cloud-run/jobs.ts';
import type { Cloud, Context } from '../../src/context.ts';
import { InputError } from '../../src/errors.ts';
import { createLogReader } from '../../src/logging.ts';
import { readManifest } from '../../src/manifest/index.ts';
import type { Following } from './follow.ts';
import { DEFAULT_TIMEOUT, type Inputs } from './inputs.ts';
import { planJob } from './job-plan.ts';
import { manifestSource, readSource } from './source.ts';
import type { Starting, Target } from './start.ts';

/** All that the steps of a migration in a job need. */
export interface Work extends Following, Starting {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly cloud: Cloud;
  readonly target: Target;
  /** Milliseconds that a migration may take, by its own timeout and for the start of its container. */
  readonly limit: number;
  readonly timeout: string;
}

/** Milliseconds for scheduling and pulling the image. */
const START_UP = 300_000;

/** Reads manifest and service, and plans the job. Nothing is written yet. */
export async function prepareJob(inputs: Inputs, context: Context, cloud: Cloud): Promise<Work> {
  const caller = { clock: context.clock, signal: context.signal, auth: cloud.auth };
  const manifest = inputs.manifest && readManifest(manifestSource(inputs, inputs.manifest));
  if (manifest && manifest.kind !== 'Job')
    throw new InputError([
      {
        subject: 'Input manifest',
        message: `is a ${manifest.kind}. A Job is due here.`,
        location: { file: inputs.manifest?.file ?? '' },
      },
    ]);
  for (const warning of manifest?.warnings ?? [])
    context.log.warning(`${warning.subject}: ${warning.message}`, warning.location);
  if (manifest && inputs.job && inputs.job !== manifest.name)
    throw new InputError([
      {
        subject: 'Input job',
        message: `is ${inputs.job}, and the manifest is of ${manifest.name}. Leave one of the two out.`,
      },
    ]);
  const job = planJob(
    inputs,
    await readSource(inputs, cloud),
    manifest?.kind === 'Job' ? manifest.resource : undefined,
  );
  const name = `projects/${inputs.project}/locations/${inputs.region}/jobs/${manifest?.name ?? inputs.job}`;
  const timeout = job.template?.template?.timeout ?? `${DEFAULT_TIMEOUT / 1000}s`;
  const args = job.template?.template?.containers?.[0]?.args ?? [];
  return {
    inputs,
    context,
    cloud,
    clock: context.clock,
    signal: context.signal,
    log: context.log,
    jobs: await createJobs(caller, context.endpoints.run),
    executions: await createExecutions(caller, context.endpoints.run),
    logs: createLogReader({
      http: cloud.http,
      endpoints: context.endpoints,
      clock: context.clock,
      project: inputs.project,
    }),
    target: { name, job, wanted: { commit: inputs.commit, digest: inputs.image.digest, args } },
    limit: Number.parseInt(timeout, 10) * 1000 + START_UP,
    timeout,
  };
}
