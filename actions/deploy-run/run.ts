/** deploy-run: makes a revision at 0 %, proves it healthy, moves traffic to it in steps, and can go back. */

import type { Service } from '../../src/google/run/resources.ts';
import type { Manifest } from '../../src/manifest/index.ts';
import type { Context } from '../../src/runtime/context.ts';
import { InputError } from '../../src/runtime/errors.ts';
import { withDeadline } from '../../src/runtime/time-limit.ts';
import { deployJob } from './job/deploy-job.ts';
import { loadManifest } from './manifest/load-manifest.ts';
import { withImages } from './plan/desired-service.ts';
import type { DeployTask, Inputs, Target } from './plan/request.ts';
import { checkPolicy } from './policy/check-policy.ts';
import { prepareDeploy } from './preflight/deploy.ts';
import { prepareRollback } from './preflight/rollback.ts';
import { deployPreview, removeTag } from './preview/preview.ts';
import { type Result, setOutputs } from './report/outputs.ts';
import { summarize } from './report/summary.ts';
import { carryOut, type Leg } from './rollout/all-regions.ts';
import { releaseHold } from './rollout/release-hold.ts';
import type { Site } from './service/regional-service.ts';
import { createSession, type Session } from './service/session.ts';
import { toService } from './service/worker-pools.ts';

export async function run(inputs: Inputs, context: Context): Promise<void> {
  const session = createSession(timed(inputs, context), inputs);
  const { task } = inputs;
  switch (task.kind) {
    case 'deploy':
      return await deploy(task, session);
    case 'rollback': {
      const sites = await findSites(task.target, session);
      const legs = sites.map((site) => ({ site, prepare: () => prepareRollback(site, session, task.to) }));
      return await reported('Rollback', session, sites, () => carryOut(legs, session));
    }
    case 'remove-tag': {
      const sites = await findSites(task.target, session);
      return await reported('Tag removed', session, sites, () => removeTag(sites, session, task.tag));
    }
    case 'release-hold': {
      const sites = await findSites(task.target, session);
      return await reported('Hold released', session, sites, () => releaseHold(sites, session));
    }
  }
}

/** `timeout` is for the work of the whole step; the times that a canary is watched are planned, and come on top. */
function timed({ rollout: { timeout, steps, stepInterval }, regions }: Inputs, context: Context): Context {
  const watched = steps.filter((percent) => percent < 100).length * stepInterval * regions.length;
  return withDeadline(context, timeout + watched, timeout);
}

async function deploy(task: DeployTask, session: Session): Promise<void> {
  const { inputs, context } = session;
  const { source } = task;
  if (source.from === 'service') {
    const sites = inputs.regions.map((region) => session.site('Service', region, source.service));
    return await deploySites(
      task,
      session,
      sites.map((site) => ({ site, resource: undefined })),
    );
  }
  const manifests = inputs.regions.map((region) => ({
    region,
    manifest: loadManifest(source, region, inputs, context),
  }));
  for (const { subject, message, location } of manifests[0]?.manifest.warnings ?? [])
    context.log.warning(`${subject}: ${message}`, location);
  for (const { manifest } of manifests) await checkPolicy(withTheirImages(manifest, task), task, session);
  const jobs = manifests.flatMap(({ region, manifest }) => (manifest.kind === 'Job' ? [{ region, manifest }] : []));
  if (jobs.length > 0) return await deployJob(jobs, task, session);
  if (task.execute) throw notFor('execute', 'goes with a manifest of kind Job only.');
  const sites = manifests.flatMap(({ region, manifest }) => {
    if (manifest.kind === 'Job') return [];
    const resource = manifest.kind === 'WorkerPool' ? toService(manifest.resource) : manifest.resource;
    return [{ site: session.site(manifest.kind, region, manifest.name), resource }];
  });
  return await deploySites(task, session, sites);
}

async function deploySites(
  task: DeployTask,
  session: Session,
  all: readonly { readonly site: Site; readonly resource: Service | undefined }[],
): Promise<void> {
  const { inputs } = session;
  const sites = all.map(({ site }) => site);
  if (sites.some(({ kind }) => kind === 'WorkerPool')) {
    const [given] = inputs.rollout.probe.given;
    if (given) throw notFor(given, 'does not go with a WorkerPool: nothing can send it a request.');
    if (task.allowUnauthenticated !== undefined)
      throw notFor('allow-unauthenticated', 'does not go with a WorkerPool: nobody calls it.');
  }
  const legs: Leg[] = all.map(({ site, resource }) => ({
    site,
    prepare: () => prepareDeploy(site, session, task, resource),
  }));
  if (task.preview) return await reported('Preview', session, sites, () => deployPreview(legs, session));
  return await reported(inputs.dryRun ? 'Plan' : 'Deploy', session, sites, () => carryOut(legs, session));
}

/** The manifest as it will be deployed, for the policy. */
function withTheirImages(manifest: Manifest, { images }: DeployTask): Manifest {
  return { ...manifest, resource: withImages(manifest.resource as Service, images) } as Manifest;
}

/** The sites of a service that exists already: its kind is looked up where only a name is known. */
async function findSites(target: Target, session: Session): Promise<Site[]> {
  const { inputs, context, clients } = session;
  if (target.from === 'manifest')
    return inputs.regions.map((region) => {
      const { kind, name } = loadManifest(target, region, inputs, context);
      if (kind === 'Job') throw notFor('manifest', 'is of kind Job, which has no traffic.');
      return session.site(kind, region, name);
    });
  return await Promise.all(
    inputs.regions.map(async (region) => {
      const service = session.site('Service', region, target.service);
      if (await service.api.get(service.name)) return service;
      const pool = session.site('WorkerPool', region, target.service);
      if (await clients.workerPools.get(pool.name)) return pool;
      throw notFor(
        'service',
        `there is no service or worker pool ${target.service} in ${region} of ${inputs.project}.`,
      );
    }),
  );
}

/** Does the work, and writes the summary and the outputs whatever became of it. */
async function reported(
  title: string,
  { context }: Session,
  sites: readonly Site[],
  work: () => Promise<readonly Result[]>,
): Promise<void> {
  try {
    setOutputs(context, await work());
  } finally {
    for (const { report } of sites) summarize(context.summary, report, title);
  }
}

const notFor = (input: string, message: string) => new InputError([{ subject: `Input ${input}`, message }]);
