/** The API clients of a deploy, for one identity and deadline; and those for work after the end of the step's time. */

import { createRegistry, type Registry } from '../../../src/container/registry.ts';
import { createLogReader, type LogReader } from '../../../src/google/logging.ts';
import { createMetricReader, type MetricReader } from '../../../src/google/monitoring.ts';
import { createOperations, type Operations } from '../../../src/google/run/operations.ts';
import { createRevisions, type Revisions } from '../../../src/google/run/revisions.ts';
import { createServices, type Services } from '../../../src/google/run/services.ts';
import { createWorkerPools, type WorkerPools } from '../../../src/google/run/worker-pools.ts';
import { createSecretManager, type SecretManager } from '../../../src/google/secret-manager.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { type Cloud, type Context, connect } from '../../../src/runtime/context.ts';
import { graceAfter } from '../../../src/runtime/interruption.ts';
import { expiring, RESTORE_GRACE } from '../../../src/runtime/time-limit.ts';
import type { DeployInputs } from '../plan/request.ts';

export interface RunClients {
  readonly cloud: Cloud;
  readonly services: Services;
  readonly workerPools: WorkerPools;
  readonly revisions: Revisions;
  readonly operations: Operations;
  readonly secrets: SecretManager;
  readonly registry: Registry;
  readonly logs: LogReader;
  readonly metrics: MetricReader;
  /** By which freezes are judged, requests counted, and the steps of a canary last. */
  readonly googleClock: Clock;
}

export function createClients(
  context: Context,
  inputs: Pick<DeployInputs, 'auth' | 'project'>,
  signal: AbortSignal,
): RunClients {
  const cloud = connect(context, inputs.auth, { signal });
  const { http, endpoints } = cloud;
  return {
    cloud,
    services: createServices(http, endpoints.run),
    workerPools: createWorkerPools(http, endpoints.run),
    revisions: createRevisions(http, endpoints.run),
    operations: createOperations(http, endpoints.run),
    secrets: createSecretManager(http, endpoints.secretmanager),
    registry: createRegistry(http),
    metrics: createMetricReader({ http, endpoints, project: inputs.project }),
    logs: createLogReader({ http, endpoints, clock: context.clock, project: inputs.project }),
    googleClock: cloud.clock,
  };
}

/** Milliseconds after a cancellation: the runner waits 7.5 s between SIGINT and SIGTERM, and 2.5 s after it. */
const HURRY = 6500;
/** Milliseconds if the step has this much time left. */
const LEISURE = 120_000;

/**
 * A context and clients for work that must be done although the step's time is over or the step was cancelled. `what` is that work,
 * for the message where even this time is over.
 */
export function extraTime(
  context: Context,
  inputs: Pick<DeployInputs, 'auth' | 'project'>,
  what: string,
): { readonly context: Context; readonly clients: RunClients } {
  const left = Math.min(LEISURE, context.deadline - context.clock.now());
  const limit = context.cancelled.aborted ? HURRY : Math.max(RESTORE_GRACE, left);
  const signal = AbortSignal.any([
    expiring(context.clock, limit, what),
    // Work in progress when the step is cancelled has until the runner kills the process.
    graceAfter(context.cancelled, HURRY, context.clock),
  ]);
  const own: Context = { ...context, signal, deadline: context.clock.now() + limit };
  return { context: own, clients: createClients(own, inputs, signal) };
}
