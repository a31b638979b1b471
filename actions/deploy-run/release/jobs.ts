/** Jobs of a release: run before its traffic moves, with the URLs of the candidates, or once all have 100 %. */
import { InputError, isAbort, TimedOutError } from '../../../src/runtime/errors.ts';
import { deployJob, type RegionalJob } from '../job/deploy-job.ts';
import { loadPart } from '../manifest/load-services.ts';
import type { DeployRequest, JobInputs } from '../plan/request.ts';
import { tagUrl } from '../plan/traffic.ts';
import type { StepContext } from '../service/step-context.ts';
import type { Candidate } from './phases.ts';

export interface ReleaseJob extends Pick<JobInputs, 'when' | 'onFailure'> {
  /** One per region. */
  readonly jobs: readonly RegionalJob[];
  /** With the inputs of the job. */
  readonly step: StepContext;
}

/** Reads the manifests of the input `jobs`, and judges them by the policy. Throws `InputError` for one that is no Job. */
export async function loadReleaseJobs(step: StepContext): Promise<ReleaseJob[]> {
  return await Promise.all(
    step.inputs.jobs.map(async ({ inputs, when, onFailure }) => {
      const own = { ...step, inputs };
      const { jobs, deploys } = await loadPart({ step: own, after: [] });
      const [service] = deploys;
      if (service)
        throw new InputError([
          { subject: 'Input jobs', message: `${service.regional.service} is no Job. Put it into services.` },
        ]);
      return { jobs, step: own, when, onFailure };
    }),
  );
}

/**
 * Runs the jobs of a phase, in the order of the list. Throws the error of one that fails; of one that only fails the step it is
 * given back instead, once the others have run.
 */
export async function runJobs(
  all: readonly ReleaseJob[],
  when: ReleaseJob['when'],
  candidates: readonly Candidate[],
): Promise<unknown> {
  let failure: unknown;
  for (const { jobs, step, onFailure } of all.filter((one) => one.when === when)) {
    try {
      for (const job of jobs)
        await deployJob([job], step.inputs.request as DeployRequest, step, urlsIn(job.region, candidates));
    } catch (error) {
      const restores = when === 'before-traffic' || onFailure === 'restore';
      if (restores || isAbort(error) || error instanceof TimedOutError) throw error;
      step.context.log.warning(
        `A job after traffic failed, and the services stay on the new revisions: ${(error as Error).message}`,
      );
      failure ??= error;
    }
  }
  return failure;
}

/** `URL_NAME` of each service, in the region of the job or else the first: the candidate's own URL while it has one. */
function urlsIn(region: string, candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  const near = [...candidates].sort((a, b) => Number(regionOf(b) === region) - Number(regionOf(a) === region));
  for (const { progress } of near) {
    const { planned, service } = progress;
    const { tag } = planned.plan;
    const url = (tag && tagUrl(service, tag)) || service.uri;
    const name = `URL_${planned.regional.service.toUpperCase().replaceAll('-', '_')}`;
    if (url && !urls.has(name)) urls.set(name, url);
  }
  return urls;
}

const regionOf = ({ progress }: Candidate): string => progress.planned.regional.region;
