/** Differences of services and worker pools in the API: field names, rules, defaults, log labels. */
import { serviceDefaults, workerPoolDefaults } from '../rules/defaults.ts';
import { serviceViolations, workerPoolViolations } from '../rules/rules.ts';
import { SPLITS, type TargetTypes, TRAFFIC } from '../rules/traffic.ts';
import type { Violation } from '../rules/violations.ts';
import type { Service } from '../types.ts';

export interface Kind {
  readonly collection: 'services' | 'workerPools';
  readonly message: 'Service' | 'WorkerPool';
  /** Name of the request body in error messages. */
  readonly field: string;
  readonly idParameter: string;
  readonly permission: string;
  readonly word: string;
  readonly targets: 'traffic' | 'instanceSplits';
  readonly statuses: 'trafficStatuses' | 'instanceSplitStatuses';
  readonly types: TargetTypes;
  /** Condition types for the configuration and for the targets. */
  readonly conditions: readonly [string, string];
  readonly violations: (id: string, resource: Service, at: string) => Violation[];
  readonly defaults: (resource: Service, projectNumber: string) => Service;
  readonly logType: string;
  readonly logLabel: string;
}

export const SERVICE: Kind = {
  collection: 'services',
  message: 'Service',
  field: 'service',
  idParameter: 'serviceId',
  permission: 'run.services',
  word: 'SERVICE',
  targets: 'traffic',
  statuses: 'trafficStatuses',
  types: TRAFFIC,
  conditions: ['ConfigurationsReady', 'RoutesReady'],
  violations: serviceViolations,
  defaults: serviceDefaults,
  logType: 'cloud_run_revision',
  logLabel: 'service_name',
};

export const WORKER_POOL: Kind = {
  collection: 'workerPools',
  message: 'WorkerPool',
  field: 'worker_pool',
  idParameter: 'workerPoolId',
  permission: 'run.workerpools',
  word: 'WORKER_POOL',
  targets: 'instanceSplits',
  statuses: 'instanceSplitStatuses',
  types: SPLITS,
  conditions: ['ConfigurationsReady', 'InstanceSplitsReady'],
  violations: workerPoolViolations,
  defaults: workerPoolDefaults,
  logType: 'cloud_run_worker_pool',
  logLabel: 'worker_pool_name',
};
