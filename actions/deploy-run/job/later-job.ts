/** A job that a later run executes: its plan is made and validated at the start. */
import { md, plain } from '../../../src/runtime/summary.ts';
import type { LaterJobPlace } from '../plan/release/canary-record.ts';
import type { DeployRequest } from '../plan/request.ts';
import type { StepContext } from '../service/step-context.ts';
import { executeJob, jobClients, overridesOf } from './execute-job.ts';
import { fullJobName, type RegionalJob, resolveJob, withVariables, writeJob } from './write-job.ts';

/** The plan for a later run. The server validates it now, and nothing is changed. */
export async function planLaterJob(
  { region, manifest, judged }: RegionalJob,
  request: DeployRequest,
  step: StepContext,
): Promise<LaterJobPlace> {
  for (const note of judged) step.context.log.notice(note);
  const name = fullJobName(step, region, manifest.name);
  const resource = await resolveJob({ region, manifest }, request, step);
  const dry = { ...step, inputs: { ...step.inputs, dryRun: true } };
  await writeJob(name, resource, { ...request, jobs: jobClients(step).jobs, manifest }, dry);
  return { name, resource, execute: request.execute };
}

/** Writes what an earlier run has planned, and runs it. */
export async function runPlannedJob(
  { name, resource, execute }: LaterJobPlace,
  variables: ReadonlyMap<string, string>,
  step: StepContext,
): Promise<void> {
  const { jobs } = jobClients(step);
  const [, , , region = '', , job = ''] = name.split('/');
  step.context.summary.heading(md`Job: ${plain(job)} in ${plain(region)}`);
  if (resource) {
    const manifest = { name: job, locate: () => ({ file: '' }) };
    await writeJob(name, withVariables(resource, variables), { imageRepositories: JUDGED, jobs, manifest }, step);
  }
  if (execute)
    await executeJob(name, step, { overrides: resource ? [] : overridesOf(await jobs.get(name), variables) });
}

/** The repositories of images were checked at the start. */
const JUDGED: DeployRequest['imageRepositories'] = { allowed: [], scope: 'all' };
