/** Settings of the Cloud Run emulator and rules for its operations; tests may change both while it runs. */

export interface RunSettings {
  /** How long an operation stays unfinished after its work is done. */
  operationDelayMs: number;
  /** How long the scheduler takes before a new revision's or task's first container is started. */
  readyDelayMs: number;
  /** How long the proxy continues routing by the old split after the API shows the new one. */
  trafficDelayMs: number;
  /** How long one second of a probe's periods or a task's timeout lasts; tests shorten it. */
  secondMs: number;
  /** The shortest time that an attempt at a probe is given, however short a second is, because the machine may be busy. */
  minProbeTimeoutMs: number;
  /** Revisions beyond this number that no target names are deleted, the oldest first. */
  revisionLimit: number;
  /** An image index is reported in a Revision as the digest of its linux/amd64 child, as Cloud Run does, or as requested. */
  reportedDigest: 'child' | 'asked';
  /** An organisation policy that forbids `allUsers` and `allAuthenticatedUsers` in IAM policies. */
  domainRestrictedSharing: boolean;
  /** Members that hold roles/run.invoker on the project, which every service inherits. */
  projectInvokers: readonly string[];
  /** Seed of the traffic split. */
  seed: number;
}

export const defaultSettings: RunSettings = {
  operationDelayMs: 0,
  readyDelayMs: 0,
  trafficDelayMs: 0,
  secondMs: 1000,
  minProbeTimeoutMs: 1000,
  revisionLimit: 1000,
  reportedDigest: 'child',
  domainRestrictedSharing: false,
  projectInvokers: [],
  seed: 1,
};

/** How the next operations that match behave. Each rule is used `times` times (default once). */
export interface OperationRule {
  /** Name of the method, such as `services.update` or `jobs.run`; any if absent. */
  readonly method?: string;
  /** Part of the target's resource name; any if absent. */
  readonly target?: string;
  readonly times?: number;
  readonly delayMs?: number;
  /** The work is done, but the operation never says so. */
  readonly never?: boolean;
  /** Neither the work nor the operation ever ends: the resource stays reconciling. */
  readonly stuck?: boolean;
  /** The work is done, but the operation ends with this error (canonical gRPC code). */
  readonly error?: { readonly code: number; readonly message: string };
}
