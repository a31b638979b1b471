/** The API clients of a deploy, for one identity and deadline. */

import { createRegistry, type Registry } from '../../../src/container/registry.ts';
import { createLogReader, type LogReader } from '../../../src/google/logging.ts';
import { createMetricReader, type MetricReader } from '../../../src/google/monitoring.ts';
import { createOperations, type Operations } from '../../../src/google/run/operations.ts';
import { createRevisions, type Revisions } from '../../../src/google/run/revisions.ts';
import { createServices, type Services } from '../../../src/google/run/services.ts';
import { createWorkerPools, type WorkerPools } from '../../../src/google/run/worker-pools.ts';
import { createSecretManager, type SecretManager } from '../../../src/google/secret-manager.ts';
import { createServerClock } from '../../../src/google/server-clock.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { type Cloud, type Context, connect } from '../../../src/runtime/context.ts';
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
  /** By which requests are counted, and the steps of a canary last. */
  readonly googleClock: Clock;
}

export function createClients(
  context: Context,
  inputs: Pick<DeployInputs, 'auth' | 'project'>,
  signal: AbortSignal,
): RunClients {
  const { run, monitoring } = context.endpoints;
  const google = createServerClock(context.clock, [run, monitoring], context.log);
  const cloud = connect(context, inputs.auth, { signal, onAnswer: google.hear });
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
    googleClock: google.clock,
  };
}
