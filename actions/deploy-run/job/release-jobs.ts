/** Jobs of a release: run before its traffic moves, with the URLs of the candidates, or once all have 100 %. */
import { urlVariable } from '../../../src/records/preview-names.ts';
import { allAtOnce, InputError } from '../../../src/runtime/errors.ts';
import { loadPart } from '../manifest/load-services.ts';
import type { LaterJob } from '../plan/release/canary-record.ts';
import type { DeployRequest, JobInputs } from '../plan/request.ts';
import { isFirst, type RolloutPlan } from '../plan/rollout-plan.ts';
import { tagUrl } from '../plan/traffic.ts';
import type { Candidate } from '../release/phases.ts';
import type { StepContext } from '../service/step-context.ts';
import { loadCommand, type NamedService } from './command-job.ts';
import { deployJob } from './deploy-job.ts';
import { loadExisting } from './existing-job.ts';
import { planLaterJob } from './later-job.ts';
import type { RunnableJob } from './runnable-job.ts';

export interface ReleaseJob extends Pick<JobInputs, 'list' | 'when' | 'onFailure'>, RunnableJob {
  readonly step: StepContext;
}

/**
 * Reads the jobs in the inputs `verify` and `jobs`, and checks the policy. Throws `InputError` for a manifest that is no job, a job
 * that does not exist, and a service that is not in `services`.
 */
export async function loadReleaseJobs(step: StepContext, services: readonly NamedService[]): Promise<ReleaseJob[]> {
  return await allAtOnce(
    step.inputs.jobs.map(async (job) => {
      const { source, inputs, list, when, onFailure } = job;
      // A freeze stops a release before it begins: once it moves, its jobs judge it, and a freeze that begins meanwhile is no failure of theirs.
      const own = { ...step, inputs: services.length > 0 ? { ...inputs, freeze: [] } : inputs };
      const runnable =
        source.kind === 'manifest'
          ? await loadWritten(job, own)
          : source.kind === 'existing'
            ? await loadExisting(job, source, own)
            : await loadCommand(job, source, own, services);
      return { ...runnable, list, when, onFailure, step: own };
    }),
  );
}

async function loadWritten({ list }: JobInputs, step: StepContext): Promise<RunnableJob> {
  const { jobs, deploys } = await loadPart({ step, after: [] });
  const [service] = deploys;
  if (service)
    throw new InputError([
      { subject: `Input ${list}`, message: `${service.regional.service} is not a Job. Put it into services.` },
    ]);
  return {
    plan: async () =>
      await Promise.all(jobs.map((job) => planLaterJob(job, step.inputs.request as DeployRequest, step))),
    async run(_, urlsIn) {
      for (const job of jobs)
        await deployJob([job], step.inputs.request as DeployRequest, step, { env: urlsIn(job.region) });
    },
  };
}

/**
 * Runs the jobs of a phase, in the order of the list. Throws the error of a failed job. The error of a job that only fails the step is
 * returned after the others have run. A job that has not ended when the step's time is over has failed, and so has each after it.
 */
export async function runJobs(
  all: readonly ReleaseJob[],
  when: ReleaseJob['when'],
  candidates: readonly Candidate[],
): Promise<unknown> {
  let failure: unknown;
  for (const { run, list, step, onFailure } of all.filter((one) => one.when === when)) {
    try {
      step.context.signal.throwIfAborted();
      await run(candidates, (region) => urlsIn(region, candidates, list === 'verify' && when === 'before-traffic'));
    } catch (error) {
      const restores = when === 'before-traffic' || onFailure === 'restore';
      if (restores || step.context.cancelled.aborted) throw error;
      step.context.log.warning(
        `A job after traffic failed, and the services stay on the new revisions: ${(error as Error).message}`,
      );
      failure ??= error;
    }
  }
  return failure;
}

/** Plans the jobs after traffic for a later run. Throws if the server refuses one. Nothing is changed. */
export const planLaterJobs = (all: readonly ReleaseJob[], services: readonly RolloutPlan[]): Promise<LaterJob[]> =>
  Promise.all(
    all
      .filter(({ when }) => when === 'after-traffic')
      .map(async ({ onFailure, plan }) => ({ onFailure, places: await plan(services) })),
  );

/**
 * `URL_NAME` of each service, in the region of the job or else the first: the candidate's own URL if it has one. With
 * `ownOnly` a service without one gets no variable, because the service's URL leads to the previous version.
 */
export function urlsIn(
  region: string,
  candidates: readonly Candidate[],
  ownOnly: boolean,
): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  const near = [...candidates].sort((a, b) => Number(regionOf(b) === region) - Number(regionOf(a) === region));
  for (const { progress, unchanged } of near) {
    const { planned, service } = progress;
    const { tag } = planned.plan;
    const serves = !ownOnly || unchanged || isFirst(planned.plan);
    const url = (tag && tagUrl(service, tag)) || (serves ? service.uri : undefined);
    const name = urlVariable(planned.regional.service);
    if (url && !urls.has(name)) urls.set(name, url);
  }
  return urls;
}

const regionOf = ({ progress }: Candidate): string => progress.planned.regional.region;
