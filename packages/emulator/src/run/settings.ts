/** Settings of the Cloud Run emulator and rules for its operations; tests may change both while it runs. */

export interface RunSettings {
  /** Delay from the end of the work to the end of the operation. */
  operationDelayMs: number;
  /** Delay before the first container of a new revision or task starts. */
  readyDelayMs: number;
  /** Delay from a new split in the API to its use by the proxy. */
  trafficDelayMs: number;
  /** Duration of one second of probe periods and task timeouts; tests shorten it. */
  secondMs: number;
  /** Minimum time of a probe attempt, however short a second is, because the machine can be busy. */
  minProbeTimeoutMs: number;
  /** Limit of revisions; beyond it, the oldest without a target are deleted. */
  revisionLimit: number;
  /** Whether a Revision shows the digest of the linux/amd64 child of an image index, like Cloud Run, or the requested one. */
  reportedDigest: 'child' | 'requested';
  /** The organization policy that forbids `allUsers` and `allAuthenticatedUsers` in IAM policies. */
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

/** The behavior of the next matching operations. Each rule is used `times` times (default: once). */
export interface OperationRule {
  /** Name of the method, such as `services.update` or `jobs.run`; any if absent. */
  readonly method?: string;
  /** Part of the target's resource name; any if absent. */
  readonly target?: string;
  readonly times?: number;
  readonly delayMs?: number;
  /** The work is done, but the operation never ends. */
  readonly never?: boolean;
  /** Neither the work nor the operation ends: the resource stays reconciling. */
  readonly stuck?: boolean;
  /** The work is done, but the operation ends with this error (canonical gRPC code). */
  readonly error?: { readonly code: number; readonly message: string };
}
