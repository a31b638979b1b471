/** Revisions: created from a template, started once to check that they become ready, then run while a target names them. */
import { etag, uuid } from '../../core/ids.ts';
import { condition, type Failure, logsUrl } from '../conditions.ts';
import { type Context, now, projectNumber } from '../context.ts';
import { findImages, prepare, type RunningInstance, StartFailure, start } from '../instances/runtime.ts';
import { pinned } from '../requests/resource-names.ts';
import { defaultServiceAccount } from '../rules/defaults.ts';
import type { Condition, Revision, Service } from '../types.ts';
import type { Owner, RevisionRecord } from './records.ts';
import { SERVICE } from './resource-kinds.ts';

let sequence = 0;

/** Creates a revision and starts its instances. */
export function createRevision(
  context: Context,
  owner: Owner,
  name: string,
  desired: Service,
  creator: string,
): RevisionRecord {
  const { revision: _, healthCheckDisabled, ...template } = desired.template ?? {};
  const at = now(context);
  const { kind, project, location, id } = owner;
  const serviceAccount = template.serviceAccount ?? defaultServiceAccount(projectNumber(context, project));
  const labels = {
    project_id: project,
    location,
    [kind.logLabel]: id,
    revision_name: name,
    ...(kind === SERVICE && { configuration_name: id }),
  };
  const doc: Revision = {
    ...template,
    name: `${owner.name}/revisions/${name}`,
    uid: uuid(),
    generation: '1',
    createTime: at,
    updateTime: at,
    launchStage: desired.launchStage ?? 'GA',
    ...(kind === SERVICE && { service: id }),
    reconciling: true,
    conditions: conditionsOf('CONDITION_RECONCILING', at),
    logUri: logsUrl(project, kind.logType, labels),
    creator,
    etag: etag(),
  };
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  const record: RevisionRecord = {
    name,
    sequence: ++sequence,
    config: owner.config,
    doc,
    workload: {
      project,
      location,
      id: name,
      containers: template.containers ?? [],
      volumes: template.volumes ?? [],
      serviceAccount,
      env: kind === SERVICE ? { K_SERVICE: id, K_REVISION: name, K_CONFIGURATION: id } : {},
      takesRequests: kind === SERVICE,
      resource: { type: kind.logType, labels },
      logLabels: {},
    },
    protocol: template.containers?.some(({ ports }) => ports?.[0]?.name === 'h2c') ? 'h2c' : 'http1',
    state: 'pending',
    settled,
    instance: undefined,
  };
  owner.revisions.set(name, record);
  void bringUp(context, owner, record, healthCheckDisabled === true || desired.scaling?.manualInstanceCount === 0)
    .then(
      () => {
        record.state = 'ready';
        becameReady(owner, record);
      },
      (error: unknown) => {
        if (!(error instanceof StartFailure)) context.core.report(error);
        record.state = {
          failed:
            error instanceof StartFailure ? error.failure : { code: 13, reason: 'INTERNAL', message: String(error) },
        };
      },
    )
    .then(() => {
      settle(context, record);
      resolve();
    });
  return record;
}

async function bringUp(context: Context, owner: Owner, record: RevisionRecord, unchecked: boolean): Promise<void> {
  const { readyDelayMs, reportedDigest } = context.settings;
  if (readyDelayMs > 0) await context.core.clock.sleep(readyDelayMs);
  const images = await findImages(context, record.workload.project, record.workload.containers);
  record.doc.containers = (record.doc.containers ?? []).map((container, i) => {
    const found = images[i];
    const digest = reportedDigest === 'child' ? (found?.children[0] ?? found?.digest) : undefined;
    return digest ? { ...container, image: pinned(container.image ?? '', digest) } : container;
  });
  if (unchecked) await prepare(context, record.workload);
  else await ensureInstance(context, owner, record);
}

/** The running instance of a revision, started if none runs. Rejects with StartFailure. */
export function ensureInstance(context: Context, owner: Owner, record: RevisionRecord): Promise<RunningInstance> {
  if (record.instance) return record.instance;
  const starting = (async () => {
    const began = context.core.clock.now();
    const spec = await prepare(context, record.workload);
    const instance = await start(context, record.workload, spec);
    const { project, resource } = record.workload;
    if (owner.kind === SERVICE) context.deps.metrics.started(project, resource, context.core.clock.now() - began);
    else {
      // Workers have no probe: one counts as started if it has not ended within a second.
      const early = await Promise.race([instance.exited, context.core.clock.sleep(context.settings.secondMs)]);
      if (early) {
        await instance.stop();
        throw new StartFailure({
          code: 9,
          revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR',
          message: `The user-provided container exited with code ${early.code} right after its start. Logs for this revision might contain more information.\n\nLogs URL: ${record.doc.logUri}`,
        });
      }
    }
    return instance;
  })();
  record.instance = starting;
  starting
    .then(
      (instance) =>
        instance.exited.then(async () => {
          if (record.instance !== starting) return;
          record.instance = undefined;
          await instance.stop();
          if (owner.kind === SERVICE) return;
          await context.core.clock.sleep(context.settings.secondMs);
          if (owner.routed.some(({ revision }) => revision === record.name))
            await ensureInstance(context, owner, record);
        }),
      () => {
        if (record.instance === starting) record.instance = undefined;
      },
    )
    .catch(() => {});
  return starting;
}

/** Stops the instance, if one is running or starting. */
export async function releaseInstance(record: RevisionRecord): Promise<void> {
  const { instance } = record;
  record.instance = undefined;
  await instance?.then((running) => running.stop()).catch(() => {});
}

/** `latest` in the traffic of its owner is the newest ready revision. */
function becameReady(owner: Owner, revision: RevisionRecord): void {
  if (!owner.latestReady || revision.sequence > owner.latestReady.sequence) owner.latestReady = revision;
}

/** Updates the condition that shows whether a target names the revision. It stays Ready if none does. */
export function setActive(context: Context, record: RevisionRecord, active: boolean): void {
  if (record.state !== 'ready') return;
  const at = now(context);
  const shown: Condition = active
    ? condition('Active', 'CONDITION_SUCCEEDED', at)
    : {
        ...condition('Active', 'CONDITION_FAILED', at, {
          code: 0,
          message: 'Revision retired.',
          revisionReason: 'RETIRED',
        }),
        severity: 'INFO',
      };
  record.doc.conditions =
    record.doc.conditions?.map((one) => (one.type === 'Active' && one.state !== shown.state ? shown : one)) ?? [];
}

function settle(context: Context, record: RevisionRecord): void {
  const failure = typeof record.state === 'object' ? record.state.failed : undefined;
  const { doc } = record;
  delete doc.reconciling;
  doc.observedGeneration = doc.generation ?? '1';
  doc.conditions = conditionsOf(failure ? 'CONDITION_FAILED' : 'CONDITION_SUCCEEDED', now(context), failure);
  doc.etag = etag();
}

type State = Parameters<typeof condition>[1];
function conditionsOf(state: State, at: string, failure?: Failure): Condition[] {
  const image = failure?.reason?.startsWith('CONTAINER_') ?? false;
  const health = failure?.revisionReason !== undefined;
  const of = (type: string, failed: boolean) =>
    failure && !failed
      ? condition(type, health ? 'CONDITION_SUCCEEDED' : 'CONDITION_PENDING', at)
      : condition(type, state, at, failure);
  return [
    condition('Ready', state, at, failure),
    condition('Active', failure ? 'CONDITION_PENDING' : state, at),
    of('ContainerHealthy', health),
    of('ContainerReady', image),
    of('ResourcesAvailable', !health && !image),
  ];
}
