/** Conditions and failures with Cloud Run's messages. https://cloud.google.com/run/docs/troubleshooting */
import { shortName } from './requests/resource-names.ts';
import type { Condition } from './types.ts';

export type State = 'CONDITION_PENDING' | 'CONDITION_RECONCILING' | 'CONDITION_FAILED' | 'CONDITION_SUCCEEDED';

/** Why a resource did not become ready. `code` is the canonical gRPC code of the operation's error. */
export interface Failure {
  readonly message: string;
  readonly code: number;
  readonly reason?: string;
  readonly revisionReason?: string;
  readonly executionReason?: string;
}

export function condition(type: string, state: State, at: string, failure?: Failure): Condition {
  const { message, reason, revisionReason, executionReason } = failure ?? {};
  return {
    type,
    state,
    ...(message !== undefined && { message }),
    lastTransitionTime: at,
    ...(reason && { reason }),
    ...(revisionReason && { revisionReason }),
    ...(executionReason && { executionReason }),
  };
}

export const failures = {
  imageMissing: (image: string): Failure => ({
    code: 5,
    reason: 'CONTAINER_MISSING',
    message: `Image '${image}' not found.`,
  }),
  imageDenied: (image: string, agent: string): Failure => ({
    code: 7,
    reason: 'CONTAINER_PERMISSION_DENIED',
    message: `Google Cloud Run Service Agent ${agent} must have permission to read the image, ${image}. Ensure that the provided container image URL is correct and that the above account has permission to access the image. If you just enabled the Cloud Run API, the permissions might take a few minutes to propagate.`,
  }),
  imagePull: (image: string, detail: string): Failure => ({
    code: 9,
    reason: 'CONTAINER_MISSING',
    message: `Failed to pull image '${image}': ${detail}`,
  }),
  secrets: (messages: readonly string[]): Failure => ({
    code: 9,
    reason: 'SECRETS_ACCESS_CHECK_FAILED',
    message: messages.join('\n'),
  }),
  startupProbe: (configured: boolean, port: number | undefined, logs: string): Failure => ({
    code: 9,
    revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR',
    message: configured
      ? `The user-provided container failed the configured startup probe checks. Logs for this revision might contain more information.\n\nLogs URL: ${logs}\nFor more troubleshooting guidance, see https://cloud.google.com/run/docs/troubleshooting#container-failed-to-start`
      : `The user-provided container failed to start and listen on the port defined provided by the PORT=${port} environment variable within the allocated timeout. This can happen when the container port is misconfigured or if the timeout is too short. The health check timeout can be extended. Logs for this revision might contain more information.\n\nLogs URL: ${logs}\nFor more troubleshooting guidance, see https://cloud.google.com/run/docs/troubleshooting#container-failed-to-start`,
  }),
  exited: (code: number, logs: string): Failure => ({
    code: 9,
    revisionReason: 'HEALTH_CHECK_CONTAINER_ERROR',
    message: `The container exited with an error (exit code ${code}). Logs for this revision might contain more information.\n\nLogs URL: ${logs}`,
  }),
  notReady: (revision: string, cause: Failure): Failure => ({
    ...cause,
    message: `Revision '${shortName(revision)}' is not ready and cannot serve traffic. ${cause.message}`,
  }),
  revisionGone: (revision: string): Failure => ({
    code: 9,
    reason: 'REVISION_FAILED',
    message: `Revision '${revision}' does not exist or is deleted. Update all traffic to route to currently available revisions.`,
  }),
  noReadyRevision: (): Failure => ({
    code: 9,
    reason: 'REVISION_FAILED',
    message: 'There is no ready revision to route traffic to.',
  }),
  superseded: (): Failure => ({
    code: 10,
    reason: 'UNKNOWN',
    message: 'The operation was superseded by a later change of the resource.',
  }),
};

/** Console page of a revision's or execution's logs, as the API gives it. */
export function logsUrl(project: string, type: string, labels: Record<string, string>): string {
  const filter = [`resource.type="${type}"`, ...Object.entries(labels).map(([key, value]) => `${key}="${value}"`)].join(
    '\n',
  );
  return `https://console.cloud.google.com/logs/viewer?project=${project}&advancedFilter=${encodeURIComponent(filter)}`;
}
