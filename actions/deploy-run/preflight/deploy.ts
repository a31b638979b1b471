/** Preflight of a deploy: finds errors before anything is changed. */

import type { Service } from '../../../src/google/run/resources.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { ahead } from '../../../src/runtime/retry.ts';
import { GLOBAL, serviceRegions } from '../service/multi-region.ts';
import type { PlannedRollout } from '../service/planned-rollout.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { checkAge, checkHold, checkNames, commitsKnown } from './checks.ts';
import { prefetchImages } from './images.ts';
import { type DeploySubject, planFromReads, readAround } from './plan-from-reads.ts';
import { readSettledService } from './read-stable-service.ts';

/** Reads the service and plans its rollout. */
export async function planDeploy(subject: DeploySubject): Promise<PlannedRollout> {
  const { regional, step, request, resource } = subject;
  const { inputs } = step;
  checkNames(regional, request);
  prefetchImages(regional.clients.registry, request.images, regional.region);
  // A preview takes no traffic, so the live revisions do not matter.
  const { service: current, notes: settling } = request.preview
    ? { service: await regional.api.get(regional.name), notes: [] }
    : await readSettledService(regional, step.settledReleases);
  if (!current && !resource && regional.region !== GLOBAL) await checkNoWorkerPool(regional);
  if (current && resource) checkSameRegions(regional, current, resource);
  // A preview takes no traffic, so neither a hold nor an older commit blocks it.
  const { hold: holdBefore, notes: overriding } = request.preview
    ? { hold: undefined, notes: [] }
    : checkHold(regional, current, inputs);
  const reads = readAround(regional, step, current);
  const mainRevision = await reads.mainRevision;
  const fresh = request.preview
    ? Promise.resolve()
    : ahead(checkAge(inputs.commit, commitsKnown(current, mainRevision), step.freshness));
  const planned = ahead(planFromReads({ ...subject, current, mainRevision, settling, holdBefore, overriding, reads }));
  // An older commit is reported before errors of its configuration. Both are awaited, so that a run makes
  // the same calls whichever completes first.
  const [age, plan] = await Promise.allSettled([fresh, planned]);
  if (age.status === 'rejected') throw age.reason;
  if (plan.status === 'rejected') throw plan.reason;
  return plan.value;
}

/** Throws if a deploy would change the regions of a multi-region service: in a new region no revision would serve. */
function checkSameRegions({ region, service }: RegionalService, current: Service, wanted: Service): void {
  const list = (one: Service) => [...serviceRegions(region, one)].sort().join(', ');
  if (region !== GLOBAL || list(current) === list(wanted)) return;
  throw new InputError([
    {
      subject: 'Input manifest',
      message: `run.googleapis.com/regions is ${list(wanted)}, and ${service} runs in ${list(current)}. A deploy does not change the regions, because a new region would have no revision for its requests. Change them first, with gcloud run multi-region-services update ${service} --add-regions or --remove-regions.`,
    },
  ]);
}

/** Throws if the name is that of a worker pool, which needs a manifest. */
async function checkNoWorkerPool({ clients, project, region, service }: RegionalService): Promise<void> {
  if (!(await clients.workerPools.get(`projects/${project}/locations/${region}/workerPools/${service}`))) return;
  throw new InputError([
    {
      subject: 'Input service',
      message: `${service} is a worker pool in ${region}, and there is no service of this name. Deploy it with a manifest of kind WorkerPool.`,
    },
  ]);
}
