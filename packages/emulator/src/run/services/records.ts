/** Internal state of services, worker pools and revisions, in addition to the resources of the API. */
import type { Policy } from '../../identity/iam-policy.ts';
import type { Failure } from '../conditions.ts';
import type { RunningInstance, Workload } from '../instances/runtime.ts';
import type { Location } from '../requests/resource-names.ts';
import type { Revision, Service, TargetStatus } from '../types.ts';
import type { Kind } from './resource-kinds.ts';

/** A service or a worker pool. */
export interface Owner extends Location {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  doc: Service;
  generation: number;
  /** By short name, in order of creation. */
  readonly revisions: Map<string, RevisionRecord>;
  /** The revision that the last write requested, and its source. */
  current: RevisionRecord | undefined;
  config: string;
  latestReady: RevisionRecord | undefined;
  policy: Policy;
  /** The routing of the proxy; it can lag behind the statuses. */
  routed: TargetStatus[];
  /** Resolves when a later write or a deletion supersedes the current reconciliation. */
  overtaken: PromiseWithResolvers<void>;
}

export interface RevisionRecord {
  /** Short name. */
  readonly name: string;
  readonly sequence: number;
  /** Canonical template without the revision's name. */
  readonly config: string;
  readonly doc: Revision;
  readonly workload: Workload;
  readonly protocol: 'http1' | 'h2c';
  state: 'pending' | 'ready' | { readonly failed: Failure };
  /** Resolves when it is known whether the revision is ready. */
  readonly settled: Promise<void>;
  instance: Promise<RunningInstance> | undefined;
}

/** Owners by full resource name. */
export type Owners = Map<string, Owner>;
