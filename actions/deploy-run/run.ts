/** deploy-run: creates a revision at 0 %, checks its health, moves traffic to it in steps, and can roll back. */

import { noteFreeze } from '../../src/freeze/standing.ts';
import type { Context } from '../../src/runtime/context.ts';
import { allAtOnce, InputError, withState } from '../../src/runtime/errors.ts';
import { withDeadline } from '../../src/runtime/time-limit.ts';
import { advanceAll, waitForDecision } from './canary/undecided-canary.ts';
import { releaseServiceHold } from './hold/release-hold.ts';
import { setHold } from './hold/set-hold.ts';
import { deployJob } from './job/deploy-job.ts';
import { loadReleaseJobs, runJobs } from './job/release-jobs.ts';
import { cancelRunning } from './job/running-executions.ts';
import {
  checkDistinct,
  type FoundService,
  findServices,
  loadPart,
  partsOf,
  planRollbacks,
} from './manifest/load-services.ts';
import { listShares } from './plan/records.ts';
import type { DeployInputs, DeployRequest } from './plan/request.ts';
import { serving } from './plan/traffic.ts';
import { deployPreview, reportFailure } from './preview/preview.ts';
import { removeTags } from './preview/remove.ts';
import { deployRelease } from './release/deploy-release.ts';
import { UndecidedCanaryError } from './release/earlier-release.ts';
import { findReachable, missingNote, type Reached, refuseIncomplete, reportSilent } from './release/reachable.ts';
import { setCanaryOutputs, setDeployOutputs } from './report/outputs.ts';
import { summarizeRelease } from './report/release-summary.ts';
import { reportOn } from './report/report.ts';
import { summarizeService } from './report/summary.ts';
import { type RegionalResult, resultsAfter, type ServiceEvent } from './service/outcome.ts';
import { identityOf, type RegionalService } from './service/regional-service.ts';
import { createStepContext, type StepContext } from './service/step-context.ts';

export async function run(inputs: DeployInputs, context: Context): Promise<void> {
  const step = createStepContext(timed(inputs, context), inputs);
  const { request } = inputs;
  try {
    await carryOut(request, step);
  } finally {
    noteFreeze(context.summary, inputs.freeze, step.clients.googleClock);
    await cancelRunning(step);
  }
}

async function carryOut(request: DeployInputs['request'], step: StepContext): Promise<void> {
  if (request.kind === 'deploy') return await deploy(request, step);
  if (request.kind === 'jobs') return await deployJobs(step);
  const found = await findServices(step);
  const services = found.map(({ regional }) => regional);
  switch (request.kind) {
    case 'rollback':
      return await withReachable('Rollback', found, step, (reached, events) =>
        deployRelease(planRollbacks(reached.reachable, request.to, step, missingNote(reached, step)), step, events),
      );
    case 'hold':
      return await withReachable('Hold set', found, step, (reached, events) => setHold(reached, step, events));
    case 'release-hold':
      return await withReachable('Hold released', found, step, (reached, events) =>
        releaseServiceHold(reached, step, events),
      );
    case 'remove-tag':
      return await reported('Tag removed', step, services, (events) =>
        removeTags(services, step, request.tags, events),
      );
    case 'preview-failure':
      return await reported('Preview', step, services, (events) => reportFailure(services, step, request, events));
    case 'advance':
      return await reported('Canary', step, services, (events) => advanceAll(services, step, events));
  }
}

/** Works on the services that respond, and throws at the end if there are others. */
async function withReachable(
  title: string,
  found: readonly FoundService[],
  step: StepContext,
  work: (reached: Reached, events: ServiceEvent[]) => Promise<readonly RegionalResult[]>,
): Promise<void> {
  const reached = await findReachable(found, step);
  await reported(
    title,
    step,
    found.map(({ regional }) => regional),
    (events) => {
      reportSilent(reached.silent, step, events);
      return work(reached, events);
    },
  );
  refuseIncomplete(reached, step);
}

/** Jobs without a service, in the order of their phases. */
async function deployJobs(step: StepContext): Promise<void> {
  const jobs = await loadReleaseJobs(step, []);
  const failures = [await runJobs(jobs, 'before-traffic', []), await runJobs(jobs, 'after-traffic', [])];
  const failure = failures.find((one) => one !== undefined);
  if (failure !== undefined) throw failure;
}

/** `timeout` limits the work of the whole step. The intervals of a canary are added to it. */
function timed({ rollout: { timeout, steps, held, stepInterval, analysis } }: DeployInputs, context: Context): Context {
  if (held.length > 0) return withDeadline(context, timeout);
  const intervals = analysis.conditions.length > 0 && analysis.onInconclusive === 'extend' ? 2 : 1;
  const watched = steps.filter((percent) => percent < 100).length * intervals * stepInterval;
  return withDeadline(context, timeout + watched, timeout);
}

async function deploy(request: DeployRequest, step: StepContext): Promise<void> {
  const { inputs } = step;
  const loaded = await allAtOnce(partsOf(step).map((part) => loadPart(part))).catch((error: unknown) => {
    throw withState(error, 'Nothing was changed.');
  });
  const jobs = loaded.flatMap((part) => part.jobs);
  if (jobs.length > 0 && inputs.services.length > 0)
    throw new InputError([
      {
        subject: 'Input services',
        message: `${jobs[0]?.manifest.name} is a Job, which serves nothing. Deploy it in a step of its own.`,
      },
    ]);
  // As in 1.0, a job that is deployed by itself is not the step's own: it continues.
  if (jobs.length > 0) return await deployJob(jobs, request, step, { alone: true });
  const deploys = loaded.flatMap((part) => part.deploys);
  checkDistinct(deploys);
  const services = deploys.map(({ regional }) => regional);
  const releaseJobs = await loadReleaseJobs(step, deploys);
  if (request.preview)
    return await reported('Preview', step, services, (events) => deployPreview(deploys, request, step, events));
  return await reported(inputs.dryRun ? 'Plan' : 'Deploy', step, services, async (events) => {
    try {
      return await deployRelease(deploys, step, events, releaseJobs);
    } catch (error) {
      if (!(error instanceof UndecidedCanaryError)) throw error;
      return await waitForDecision(error.found, services[0] as RegionalService, step, events);
    }
  });
}

/** Does the work, then sets the outputs. Writes the summary even if the work failed. */
async function reported(
  title: string,
  { context, inputs, id }: StepContext,
  services: readonly RegionalService[],
  work: (events: ServiceEvent[]) => Promise<readonly RegionalResult[]>,
): Promise<void> {
  const events: ServiceEvent[] = [];
  try {
    const results = await work(events);
    setDeployOutputs(context, results, inputs.force);
    if (!inputs.dryRun) for (const result of results) context.log.info(describeResult(result));
  } catch (error) {
    setCanaryOutputs(context, resultsAfter(error), inputs.force);
    throw error;
  } finally {
    const reports = services.map((regional) => reportOn(identityOf(regional), events));
    if (services.length > 1) summarizeRelease(context.summary, reports, { title, id });
    for (const report of reports) summarizeService(context.summary, report, title, context.github);
  }
}

/** The last line of the log: the live revisions, and their URL. */
function describeResult({ target, service }: RegionalResult): string {
  if (serving(service).length === 0) return `Nothing serves ${target.service} in ${target.region} yet.`;
  const urls = service.uri ? [service.uri] : (service.urls ?? []);
  const where = urls.length > 0 ? ` at ${urls.join(' and ')}` : '';
  return `${listShares(serving(service))} serves ${target.service} in ${target.region}${where}.`;
}
