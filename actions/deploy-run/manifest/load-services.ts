/** The services of a step, from its inputs: one, or those of the input `services`; each in every region. */

import { checkContainerImages } from '../../../src/container/image-repositories.ts';
import { checkNamespace } from '../../../src/google/project-number.ts';
import type { Service } from '../../../src/google/run/resources.ts';
import { containersOf, containersPath } from '../../../src/manifest/image.ts';
import type { Manifest } from '../../../src/manifest/index.ts';
import { withPinnedImages } from '../../../src/policy/pinned-images.ts';
import { allAtOnce, CloudError, InputError, mergeErrors } from '../../../src/runtime/errors.ts';
import type { RegionalJob } from '../job/write-job.ts';
import { withImages } from '../plan/desired-service.ts';
import { linkedRequest, linkedResource, linksIn } from '../plan/preview-links.ts';
import { memberKey } from '../plan/release/decision.ts';
import { planReleaseRollback } from '../plan/release/target.ts';
import { type DeployInputs, type DeployRequest, goesOnWithout, type ServiceReference } from '../plan/request.ts';
import { withStartupProbe } from '../plan/settings/startup-probe.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { planDeploy } from '../preflight/deploy.ts';
import { doneBefore, planRollbackTo, type RollbackReads, readForRollback } from '../preflight/rollback.ts';
import type { RegionalDeploy } from '../release/plan-members.ts';
import { GLOBAL } from '../service/multi-region.ts';
import type { RegionalService } from '../service/regional-service.ts';
import { readIfReachable, type StepContext } from '../service/step-context.ts';
import { toService } from '../service/worker-pools.ts';
import { loadManifest } from './load-manifest.ts';

/** One entry of `services`, or the one service of the step. */
interface StepPart {
  /** With the entry's inputs. */
  readonly step: StepContext;
  /** The name of the entry. */
  readonly alias?: string | undefined;
  readonly after: readonly string[];
}

export function partsOf(step: StepContext): StepPart[] {
  const { services } = step.inputs;
  if (services.length === 0) return [{ step, after: [] }];
  return services.map(({ inputs, name, after }) => ({ step: { ...step, inputs }, alias: name, after }));
}

/** What an entry deploys. */
export interface LoadedPart {
  readonly deploys: readonly RegionalDeploy[];
  readonly jobs: readonly RegionalJob[];
}

/** Reads the manifest of a part, if it has one, and judges it by the policy. Throws `InputError` for inputs that cannot be combined with its kind. */
export async function loadPart({ step, alias, after }: StepPart): Promise<LoadedPart> {
  const { inputs, context } = step;
  const request = inputs.request as DeployRequest;
  const { source } = request;
  const deployOf = (
    regional: RegionalService,
    resource: Service | undefined,
    judged: readonly string[] = [],
    locate?: Manifest['locate'],
  ): RegionalDeploy => ({
    regional,
    inputs,
    alias,
    after,
    prepare: () => planDeploy({ regional, step, request, resource, judged, locate }),
    links: request.preview ? linksIn(request, resource) : [],
    prepareLinked: (urls) =>
      planDeploy({
        regional,
        step,
        request: linkedRequest(request, urls, regional.region),
        resource: resource && linkedResource(resource, urls, regional.region),
        judged,
        locate,
      }),
  });
  if (source.from === 'service')
    return {
      deploys: inputs.regions.map((region) =>
        deployOf(step.regionalService('Service', region, source.service), undefined),
      ),
      jobs: [],
    };
  const manifests = inputs.regions.map((region) => {
    const manifest = withDerivedProbe(loadManifest(source, region, inputs, context), inputs);
    return { region: locationOf(manifest, region, inputs), manifest };
  });
  for (const { subject, message, location } of manifests[0]?.manifest.warnings ?? [])
    context.log.warning(`${subject}: ${message}`, location);
  // The manifest is one file, so its namespace is the same in every region.
  const [first] = manifests;
  if (first)
    await checkNamespace(
      first.manifest,
      { project: inputs.project, region: first.region },
      step.clients.cloud,
      context.log,
    );
  const pinned = await allAtOnce(
    manifests.map(async ({ region, manifest }) => {
      const whole = withTheirImages(manifest, request);
      checkContainerImages(containersOf(whole.resource), request.imageRepositories, context.log, (i) =>
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
  if (jobs.length > 0) return { deploys: [], jobs };
  if (request.execute) throw notFor('execute', 'is only allowed with a manifest of kind Job.');
  return {
    deploys: checked.flatMap(({ region, manifest, judged }) => {
      if (manifest.kind === 'Job') return [];
      if (manifest.kind === 'WorkerPool') checkWorkerPool(inputs, request);
      const resource = manifest.kind === 'WorkerPool' ? toService(manifest.resource) : manifest.resource;
      return [deployOf(step.regionalService(manifest.kind, region, manifest.name), resource, judged, manifest.locate)];
    }),
    jobs: [],
  };
}

/** A manifest that names its regions describes one service at the location `global`. */
function locationOf(manifest: Manifest, region: string, { regions }: DeployInputs): string {
  const own = manifest.kind === 'Service' ? manifest.resource.multiRegionSettings?.regions : undefined;
  if (!own) return region;
  if (regions.length > 1)
    throw new InputError([
      {
        subject: 'Input region',
        message: `names several regions, and the manifest names its own in run.googleapis.com/regions. Set one region, or remove the annotation to have a service in each region.`,
        location: manifest.locate(['multiRegionSettings']),
      },
    ]);
  return GLOBAL;
}

/** The manifest with the startup probe that follows from `probe-path`. */
function withDerivedProbe(manifest: Manifest, { rollout }: DeployInputs): Manifest {
  if (manifest.kind !== 'Service') return manifest;
  return { ...manifest, resource: withStartupProbe(manifest.resource, rollout.probe) };
}

function checkWorkerPool({ rollout }: DeployInputs, request: DeployRequest): void {
  const [given] = rollout.probe.given;
  if (given) throw notFor(given, 'is not allowed with a WorkerPool: it takes no requests.');
  if (request.allowUnauthenticated !== undefined)
    throw notFor('allow-unauthenticated', 'is not allowed with a WorkerPool: it has no URL to invoke.');
}

/** Throws `InputError` if a service is named twice in one region. */
export function checkDistinct(deploys: readonly RegionalDeploy[]): void {
  const seen = new Set<string>();
  for (const { regional } of deploys) {
    if (seen.has(regional.name)) throw notFor('services', `${regional.service} in ${regional.region} is named twice.`);
    seen.add(regional.name);
  }
}

/** The manifest as it will be deployed, for the policy. */
function withTheirImages(manifest: Manifest, { images }: DeployRequest): Manifest {
  return { ...manifest, resource: withImages(manifest.resource as Service, images) } as Manifest;
}

/** An existing service, with the step's inputs for it. */
export interface FoundService {
  readonly regional: RegionalService;
  readonly part: StepPart;
  /** The resource that was read to find its kind; undefined if a manifest states the kind. */
  readonly read: Service | undefined;
  /** For a rollback, what is read beside the service. */
  readonly beside?: RollbackReads | undefined;
}

/** If only a name is known, looks up whether it is a service or a worker pool. */
export async function findServices(step: StepContext): Promise<FoundService[]> {
  const found = await allAtOnce(
    partsOf(step).map(async (part) => {
      const { request } = part.step.inputs;
      const services =
        request.kind === 'deploy' || request.kind === 'jobs' ? [] : await findPart(request.target, part.step);
      return services.map((found) => ({ ...found, part }));
    }),
  );
  return found.flat();
}

async function findPart(target: ServiceReference, step: StepContext): Promise<Omit<FoundService, 'part'>[]> {
  const { inputs, context, clients } = step;
  const readBeside = (regional: RegionalService) =>
    inputs.request.kind === 'rollback' ? readForRollback(regional, inputs) : undefined;
  if (target.from === 'manifest')
    return inputs.regions.map((region) => {
      const manifest = loadManifest(target, region, inputs, context);
      const { kind, name } = manifest;
      if (kind === 'Job') throw notFor('manifest', 'is of kind Job, which has no traffic.');
      const regional = step.regionalService(kind, locationOf(manifest, region, inputs), name);
      return { regional, read: undefined, beside: readBeside(regional) };
    });
  const missing: { readonly region: string; readonly error: InputError }[] = [];
  const found = await allAtOnce(
    inputs.regions.map(async (region) => {
      const service = step.regionalService('Service', region, target.service);
      const { kind } = inputs.request;
      const beside = readBeside(service);
      const read = await readIfReachable(service, step.unreachable);
      if (read instanceof CloudError) {
        // Where regions respond, a canary is judged, a service rolled back, and its hold set or released. The record in each region names
        // the kind.
        if (kind === 'advance' || goesOnWithout(inputs.request)) return { regional: service, read: undefined };
        throw read;
      }
      if (read) return { regional: service, read, beside };
      if (region === GLOBAL)
        throw notFor('service', `there is no multi-region service ${target.service} in ${inputs.project}.`);
      // The service was deleted with its last preview, or never existed.
      if (kind === 'remove-tag' || kind === 'preview-failure') return { regional: service, read };
      const pool = step.regionalService('WorkerPool', region, target.service);
      if (await clients.workerPools.get(pool.name)) return { regional: pool, read: undefined };
      // A service that does not exist yet has no canary.
      if (inputs.request.kind === 'advance' && inputs.request.waits) return { regional: service, read };
      const error = notFor(
        'service',
        `there is no service or worker pool ${target.service} in ${region} of ${inputs.project}.`,
      );
      if (!goesOnWithout(inputs.request)) throw error;
      missing.push({ region, error });
      return undefined;
    }),
  );
  const there = found.filter((one) => one !== undefined);
  if (there.length === 0) throw mergeErrors(missing.map(({ error }) => error));
  // A region may be listed before the first deploy to it. A name that no region knows is a mistake.
  for (const { region } of missing)
    context.log.warning(`${target.service} does not exist in ${region} of ${inputs.project}, so it is left out there.`);
  return there;
}

/**
 * A rollback of one service uses its own releases; that of several services a combination that was live. `missing` says which of them
 * did not respond.
 */
export function planRollbacks(
  services: readonly FoundService[],
  to: string,
  step: StepContext,
  missing?: string,
): RegionalDeploy[] {
  const alone = services.length < 2 && missing === undefined;
  const combinations = new Map<number, Promise<ReadonlyMap<string, string | undefined>>>();
  /** Read once per planning. */
  const combination = (): Promise<ReadonlyMap<string, string | undefined>> => {
    const round = step.settledReleases.size;
    const found =
      combinations.get(round) ??
      readCombination(
        services.map(({ regional }) => regional),
        to,
        step,
      );
    combinations.set(round, found);
    return found;
  };
  return services.map(({ regional, part, read, beside }) => {
    // Only the first plan is made from them.
    let first: Pick<FoundService, 'read' | 'beside'> = { read, beside };
    return {
      regional,
      inputs: part.step.inputs,
      alias: part.alias,
      after: part.after,
      prepare: (restored) => {
        const own = alone || (to === 'previous' && restored.size > 0);
        const target = async () => {
          if (own) return { to };
          const revisions = await combination();
          if (revisions.size === 0) return { to, note: NEVER_TOGETHER };
          const revision = revisions.get(memberKey(regional.name));
          return revision === undefined ? { to: undefined, note: newSince(regional) } : { to: revision };
        };
        const known = first;
        first = { read: undefined };
        return planRollbackTo(regional, part.step, { target, restored, alone, missing, ...known });
      },
    };
  });
}

const NEVER_TOGETHER =
  'No earlier combination of these services is recorded, so each returns to its own previous release. These may never have run together. To return all of them to one commit, set the commit.';

const newSince = ({ service, region }: RegionalService): string =>
  `${service} in ${region} was released for the first time after the combination that the others return to. It stays as it is.`;

async function readCombination(
  services: readonly RegionalService[],
  to: string,
  { inputs, context }: StepContext,
): Promise<ReadonlyMap<string, string | undefined>> {
  const members = await Promise.all(
    services.map(async ({ api, name }) => ({ key: memberKey(name), service: (await api.get(name)) ?? {} })),
  );
  const chosen = new Map(
    members.flatMap(({ key, service }) => {
      const revision = doneBefore(service, context.github);
      return revision === undefined ? [] : [[key, revision] as const];
    }),
  );
  return planReleaseRollback(members, to, inputs.onUnknownCombination, chosen);
}

const notFor = (input: string, message: string) => new InputError([{ subject: `Input ${input}`, message }]);
