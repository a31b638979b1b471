/** What the policy is evaluated on, and what it finds. */
import type { Job, Service, WorkerPool } from '../../../src/google/run/resources.ts';
import type { Path } from '../../../src/manifest/index.ts';
import type { Location } from '../../../src/runtime/errors.ts';

export type PolicyRule =
  | 'no-latest'
  | 'digest-only'
  | 'startup-probe'
  | 'no-plain-secrets'
  | 'no-public-database'
  | 'min-instances'
  | 'no-health-check-disabled'
  | 'required-checks';

export interface PolicyFinding {
  readonly message: string;
  /** Of the value in the v2 resource; absent if the rule is not about the resource. */
  readonly path?: Path;
}

/** A `Manifest`, or a resource without one; then nothing has a location. */
export type PolicySubject = (
  | { readonly kind: 'Service'; readonly resource: Service }
  | { readonly kind: 'Job'; readonly resource: Job }
  | { readonly kind: 'WorkerPool'; readonly resource: WorkerPool }
) & { locate?(path: Path): Location };

export interface PolicyFacts {
  /** False for a preview, and for anything else that takes no production traffic. */
  readonly production: boolean;
  /** What GitHub says about the input `required-checks` on the commit. */
  readonly checks?: readonly RequiredCheck[];
}

export interface RequiredCheck {
  readonly name: string;
  /** A check run's conclusion or a status's state: `success`, `failure`, `skipped`, …; `pending` if it still runs; `missing` if there is none. */
  readonly outcome: string;
}

export interface PolicyViolation {
  readonly rule: PolicyRule | 'policy-exception';
  readonly message: string;
  readonly location?: Location;
  /** The reason of a documented exception: reported, and no obstacle. */
  readonly excuse?: string;
}
