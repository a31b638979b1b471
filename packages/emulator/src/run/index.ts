/**
 * Cloud Run v2, emulated: services, revisions, worker pools, jobs, executions, operations, IAM policies, and the proxy behind
 * the URLs of services. https://cloud.google.com/run/docs/reference/rest
 */
import type { Core } from '../core/core.ts';
import { type DualServer, listenDual } from '../http/dual-server.ts';
import type { Route } from '../http/routes.ts';
import type { Context, RunDependencies } from './context.ts';
import type { FakeResponse } from './drivers/image-behavior.ts';
import { executionRoutes } from './jobs/execution-routes.ts';
import { jobRoutes } from './jobs/jobs.ts';
import type { Jobs } from './jobs/records.ts';
import { createOperations, type Operations } from './operations.ts';
import { policyRoutes } from './policies.ts';
import { createMemoryProxy, createProxy, type ServiceRequest } from './proxy/proxy.ts';
import { doesNotExist } from './requests/resource-names.ts';
import { createSchema, type Schema } from './requests/schema.ts';
import { ownerRoutes } from './services/owner-routes.ts';
import { dismantle } from './services/owners.ts';
import type { Owners } from './services/records.ts';
import { SERVICE, WORKER_POOL } from './services/resource-kinds.ts';
import { defaultSettings, type RunSettings } from './settings.ts';

export type { RunDependencies } from './context.ts';
export { createDockerDriver, type DockerOptions, engineResponds } from './drivers/docker-driver.ts';
export type { ContainerSpec, Driver } from './drivers/driver.ts';
export { createFakeDriver, type FakeDriver } from './drivers/fake-driver.ts';
export type { ImageBehavior } from './drivers/image-behavior.ts';
export { createMemoryDriver } from './drivers/memory-driver.ts';
export type { OperationRule, RunSettings } from './settings.ts';

export interface Run {
  readonly routes: readonly Route[];
  /** Starts the proxy for the URLs of services. Call it before the first service is created. */
  listen(): Promise<{ port: number }>;
  /** A request to the URL of a service, for drivers without connections. */
  send(request: ServiceRequest): Promise<FakeResponse>;
  /** Can be changed at any time. */
  readonly settings: RunSettings;
  /** For assertions. */
  readonly services: Owners;
  readonly workerPools: Owners;
  readonly jobs: Jobs;
  readonly operations: Operations;
  /** Adds a field that the published client does not know: `extend('RevisionTemplate', 'futureKnob', 'string')`. */
  readonly extend: Schema['extend'];
  /** Stops the proxy and all containers of the driver. */
  stop(): Promise<void>;
}

export function createRun(core: Core, deps: RunDependencies, settings: Partial<RunSettings> = {}): Run {
  const all: RunSettings = { ...defaultSettings, ...settings };
  const schema = createSchema();
  const operations = createOperations(core, schema, all);
  let proxy: DualServer | undefined;
  const context: Context = { core, deps, settings: all, schema, operations, proxyPort: () => proxy?.port ?? 0 };
  const services: Owners = new Map();
  const workerPools: Owners = new Map();
  const jobs: Jobs = new Map();
  const finder =
    <T>(of: Map<string, T>, word: string) =>
    (name: string): T => {
      const found = of.get(name);
      if (!found) throw doesNotExist(word, name);
      return found;
    };
  return {
    routes: [
      ...policyRoutes(context, 'services', 'run.services', finder(services, 'SERVICE')),
      ...policyRoutes(context, 'jobs', 'run.jobs', finder(jobs, 'JOB')),
      ...policyRoutes(context, 'workerPools', 'run.workerpools', finder(workerPools, 'WORKER_POOL')),
      ...ownerRoutes(context, SERVICE, services),
      ...ownerRoutes(context, WORKER_POOL, workerPools),
      ...jobRoutes(context, jobs),
      ...executionRoutes(context, jobs),
      ...operations.routes,
    ],
    async listen() {
      proxy = await listenDual(createProxy(context, services), deps.proxyPort ?? 0, deps.address);
      return { port: proxy.port };
    },
    send: createMemoryProxy(context, services),
    settings: all,
    services,
    workerPools,
    jobs,
    operations,
    extend: schema.extend,
    async stop() {
      for (const job of jobs.values()) for (const execution of job.executions.values()) execution.cancel();
      await Promise.all([...services.values(), ...workerPools.values()].map(dismantle));
      await deps.driver.stop();
      await proxy?.close();
    },
  };
}
