/** The kinds of manifests: what each is read into, and the table that converts it. */
import type { Job, Service, WorkerPool } from '../google/run/resources.ts';
import type { Location, Problem } from '../runtime/errors.ts';
import type { Path, Table } from './decode/table.ts';
import { job } from './kinds/job.ts';
import { service } from './kinds/service.ts';
import { workerPool } from './kinds/worker-pool.ts';

interface Common {
  /** The short name, from `metadata.name`. `resource.name` is not set. */
  readonly name: string;
  /** True if it has what only the server sets: it was exported from a live resource. */
  readonly exported: boolean;
  /** `metadata.namespace` where it is a number: that of a project, to be compared. */
  readonly namespace?: { readonly number: string; readonly location: Location };
  /** What was left out, and why. */
  readonly warnings: readonly Problem[];
  /** Where a value of `resource` comes from, by its path in v2: `['template', 'containers', 0, 'image']`; else what holds it. */
  locate(path: Path): Location;
}

export type Manifest = Common &
  (
    | { readonly kind: 'Service'; readonly resource: Service }
    | { readonly kind: 'Job'; readonly resource: Job }
    | { readonly kind: 'WorkerPool'; readonly resource: WorkerPool }
  );

/** By kind, the table that converts it. */
export const TABLES: Readonly<Record<Manifest['kind'], Table>> = { Service: service, Job: job, WorkerPool: workerPool };
