/** deploy-run: makes a revision at 0 %, checks its health, moves traffic to it in steps, and can roll back. */

import { checkContainerImages } from '../../src/container/image-repositories.ts';
import type { Service } from '../../src/google/run/resources.ts';
import { containersOf, containersPath } from '../../src/manifest/image.ts';
import type { Manifest } from '../../src/manifest/index.ts';
import { withPinnedImages } from '../../src/policy/pinned-images.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { withDeadline } from '../../src/runtime/time-limit.ts';
import { deployJob } from './job/deploy-job.ts';
import { loadManifest } from './manifest/load-manifest.ts';
import { withImages } from './plan/desired-service.ts';
import type { DeployInputs, DeployRequest, ServiceReference } from './plan/request.ts';
import { withStartupProbe } from './plan/settings/startup-probe.ts';
import { checkPolicy } from './policy/check-policy.ts';
import { planDeploy } from './preflight/deploy.ts';
import { planRollbackTo } from './preflight/rollback.ts';
import { deployPreview, removeTag } from './preview/preview.ts';
import { setDeployOutputs } from './report/outputs.ts';
import { reportOn } from './report/report.ts';
import { summarizeService } from './report/summary.ts';
import { deployAllRegions, type RegionalDeploy } from './rollout/all-regions.ts';
import { releaseServiceHold } from './rollout/release-hold.ts';
import { setHold } from './rollout/set-hold.ts';
import type { RegionalResult, ServiceEvent } from './service/outcome.ts';
import { identityOf, type RegionalService } from './service/regional-service.ts';
import { createStepContext, type StepContext } from './service/step-context.ts';
import { toService } from './service/worker-pools.ts';

export async function run(inputs: DeployInputs, context: Context): Promise<void> {
  const step = createStepContext(timed(inputs, context), inputs);
  const { request } = inputs;
  switch (request.kind) {
    case 'deploy':
      return await deploy(request, step);
    case 'rollback': {
      const services = await findServices(request.target, step);
      const deploys = services.map((regional) => ({
        regional,
        prepare: () => planRollbackTo(regional, step, request.to),
      }));
      return await reported('Rollback', step, services, (events) => deployAllRegions(deploys, step, events));
    }
    case 'remove-tag': {
      const services = await findServices(request.target, step);
      return await reported('Tag removed', step, services, (events) => removeTag(services, step, request.tag, events));
    }
    case 'hold': {
      const services = await findServices(request.target, step);
      return await reported('Hold set', step, services, (events) => setHold(services, step, events));
    }
    case 'release-hold': {
      const services = await findServices(request.target, step);
      return await reported('Hold released', step, services, (events) => releaseServiceHold(services, step, events));
    }
  }
}

/** `timeout` is for the work of the whole step; the times that a canary is watched are planned, and come on top. */
function timed({ rollout: { timeout, steps, stepInterval }, regions }: DeployInputs, context: Context): Context {
  const watched = steps.filter((percent) => percent < 100).length * stepInterval * regions.length;
  return withDeadline(context, timeout + watched, timeout);
}

async function deploy(request: DeployRequest, step: StepContext): Promise<void> {
  const { inputs, context } = step;
  const { source } = request;
  if (source.from === 'service') {
    const services = inputs.regions.map((region) => step.regionalService('Service', region, source.service));
    return await deployServices(
      request,
      step,
      services.map((regional) => ({ regional, resource: undefined, judged: [] })),
    );
  }
  const manifests = inputs.regions.map((region) => ({
    region,
    manifest: withDerivedProbe(loadManifest(source, region, inputs, context), inputs),
  }));
  for (const { subject, message, location } of manifests[0]?.manifest.warnings ?? [])
    context.log.warning(`${subject}: ${message}`, location);
  const pinned = await Promise.all(
    manifests.map(async ({ region, manifest }) => {
      const whole = withTheirImages(manifest, request);
      checkContainerImages(containersOf(whole.resource), request.imageRepositories, (i) =>
        manifest.locate([...containersPath(manifest.kind), i, 'image']),
      );
      return { region, ...(await withPinnedImages(whole, step.clients)) };
    }),
  );
  const checked = [];
  for (const { region, subject: manifest, notes } of pinned)
    checked.push({ region, manifest, judged: [...notes, ...(await checkPolicy(manifest, request, step))] });
  const jobs = checked.flatMap(({ region, manifest, judged }) =>
    manifest.kind === 'Job' ? [{ region, manifest, judged }] : [],
  );
  if (jobs.length > 0) return await deployJob(jobs, request, step);
  if (request.execute) throw notFor('execute', 'goes with a manifest of kind Job only.');
  const services = checked.flatMap(({ region, manifest, judged }) => {
    if (manifest.kind === 'Job') return [];
    const resource = manifest.kind === 'WorkerPool' ? toService(manifest.resource) : manifest.resource;
    const { locate } = manifest;
    return [{ regional: step.regionalService(manifest.kind, region, manifest.name), resource, judged, locate }];
  });
  return await deployServices(request, step, services);
}

interface DeployTarget {
  readonly regional: RegionalService;
  /** Of a manifest; undefined for service and image. */
  readonly resource: Service | undefined;
  /** What the policy has to say about the manifest, for the reader. */
  readonly judged: readonly string[];
  readonly locate?: Manifest['locate'];
}

async function deployServices(request: DeployRequest, step: StepContext, all: readonly DeployTarget[]): Promise<void> {
  const { inputs } = step;
  const services = all.map(({ regional }) => regional);
  if (services.some(({ kind }) => kind === 'WorkerPool')) {
    const [given] = inputs.rollout.probe.given;
    if (given) throw notFor(given, 'is not allowed with a WorkerPool: it takes no requests.');
    if (request.allowUnauthenticated !== undefined)
      throw notFor('allow-unauthenticated', 'is not allowed with a WorkerPool: it has no URL to invoke.');
  }
  const deploys: RegionalDeploy[] = all.map(({ regional, resource, judged, locate }) => ({
    regional,
    prepare: () => planDeploy(regional, step, request, resource, judged, locate),
  }));
  if (request.preview)
    return await reported('Preview', step, services, (events) => deployPreview(deploys, step, events));
  return await reported(inputs.dryRun ? 'Plan' : 'Deploy', step, services, (events) =>
    deployAllRegions(deploys, step, events),
  );
}

/** The manifest with the startup probe that follows from `probe-path`. */
function withDerivedProbe(manifest: Manifest, { rollout }: DeployInputs): Manifest {
  if (manifest.kind !== 'Service') return manifest;
  return { ...manifest, resource: withStartupProbe(manifest.resource, rollout.probe) };
}

/** The manifest as it will be deployed, for the policy. */
function withTheirImages(manifest: Manifest, { images }: DeployRequest): Manifest {
  return { ...manifest, resource: withImages(manifest.resource as Service, images) } as Manifest;
}

/** The services that exist already: whether service or worker pool is looked up where only a name is known. */
async function findServices(target: ServiceReference, step: StepContext): Promise<RegionalService[]> {
  const { inputs, context, clients } = step;
  if (target.from === 'manifest')
    return inputs.regions.map((region) => {
      const { kind, name } = loadManifest(target, region, inputs, context);
      if (kind === 'Job') throw notFor('manifest', 'is of kind Job, which has no traffic.');
      return step.regionalService(kind, region, name);
    });
  return await Promise.all(
    inputs.regions.map(async (region) => {
      const service = step.regionalService('Service', region, target.service);
      if (await service.api.get(service.name)) return service;
      const pool = step.regionalService('WorkerPool', region, target.service);
      if (await clients.workerPools.get(pool.name)) return pool;
      throw notFor(
        'service',
        `there is no service or worker pool ${target.service} in ${region} of ${inputs.project}.`,
      );
    }),
  );
}

/** Does the work, then writes the outputs, and the summary of what happened whether it succeeded or not. */
async function reported(
  title: string,
  { context }: StepContext,
  services: readonly RegionalService[],
  work: (events: ServiceEvent[]) => Promise<readonly RegionalResult[]>,
): Promise<void> {
  const events: ServiceEvent[] = [];
  try {
    setDeployOutputs(context, await work(events));
  } finally {
    for (const regional of services) summarizeService(context.summary, reportOn(identityOf(regional), events), title);
  }
}

const notFor = (input: string, message: string) => new InputError([{ subject: `Input ${input}`, message }]);
