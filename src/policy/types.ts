/** The input of the policy and its findings. */
import type { Job, Service, WorkerPool } from '../google/run/resources.ts';
import type { Path } from '../manifest/index.ts';
import type { Location } from '../runtime/errors.ts';

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
  /**
   * The variable or container that an exception names, the narrowest name first (`STRIPE_KEY`, `app/STRIPE_KEY`). Absent if the
   * rule is about the resource as a whole.
   */
  readonly targets?: readonly [string, ...string[]];
  /** True if an exception for the whole rule, as version 1.0 wrote it, does not cover it. */
  readonly certain?: boolean;
  /** True if it is reported and refuses nothing. */
  readonly lenient?: boolean;
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
  /** Milliseconds since 1970, for expiry dates. */
  readonly now: number;
  /** True if deploy-run checks the health before traffic moves. */
  readonly probed: boolean;
  /** What GitHub says about the input `required-checks` on the commit. */
  readonly checks?: readonly RequiredCheck[];
}

export interface RequiredCheck {
  readonly name: string;
  /** A check run's conclusion or a status's state: `success`, `failure`, `skipped`, …; `pending` if it still runs; `missing` if it did not run. */
  readonly outcome: string;
}

export interface PolicyViolation {
  readonly rule: PolicyRule | 'policy-exception';
  readonly message: string;
  readonly location?: Location;
  /** What allows the violation, which is then reported and refuses nothing. */
  readonly exception?: ExceptionTerms;
  /** True if it is reported and refuses nothing. */
  readonly lenient?: boolean;
}

/** What an exception says, besides its rule. */
export interface ExceptionTerms {
  readonly reason: string;
  /** The variable or container; undefined if the exception is for the whole rule. */
  readonly target: string | undefined;
  /** The last day, `YYYY-MM-DD`; undefined without an end. */
  readonly until: string | undefined;
}

/** An exception as it is written, and where. */
export interface ExceptionText {
  readonly rule: string;
  /** What follows the rule: `TARGET until YYYY-MM-DD: REASON`. */
  readonly text: string;
  /** For messages: the annotation's key, or the input. */
  readonly where: string;
  readonly path?: Path;
}
