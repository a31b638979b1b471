/**
 * Records ended requests: a request log for each (https://cloud.google.com/run/docs/logging#request-logs),
 * and metrics for those that reached an instance. A client that disconnects before the response is a 499.
 */
import { timestamp } from '../../core/ids.ts';
import type { LogEntry } from '../../logging/index.ts';
import type { Context } from '../context.ts';
import type { Owner, RevisionRecord } from '../services/records.ts';

export interface AccessedRequest {
  readonly method: string;
  readonly url: string;
  readonly userAgent: string;
  readonly owner: Owner;
  /** Undefined if it was refused before a revision was chosen. */
  readonly revision: RevisionRecord | undefined;
  /** Time at which it reached the instance; undefined if it reached none. */
  readonly reached: number | undefined;
  readonly began: number;
  /** Why the platform refused it. */
  readonly refusal?: string;
}

/** 0: the connection ended without a response. */
export function recordAccess({ core, deps }: Context, request: AccessedRequest, status: number): void {
  const { owner, revision, reached } = request;
  const now = core.clock.now();
  const shown = status === 0 ? 499 : status;
  const resource = revision?.workload.resource ?? unrouted(owner);
  if (revision && reached !== undefined)
    deps.metrics.request({ project: owner.project, resource, status: shown, latencyMs: now - reached });
  deps.logs.write({ ...entry(request, shown, now), resource });
}

/** A request that was refused before a revision was chosen only names the service. */
const unrouted = ({ kind, project, location, id }: Owner): LogEntry['resource'] => ({
  type: kind.logType,
  labels: { project_id: project, location, service_name: id, configuration_name: id, revision_name: '' },
});

function entry({ method, url, userAgent, owner, began, refusal }: AccessedRequest, status: number, now: number) {
  return {
    project: owner.project,
    logName: `projects/${owner.project}/logs/run.googleapis.com%2Frequests`,
    severity: status >= 500 ? 'ERROR' : status >= 400 ? 'WARNING' : 'INFO',
    timestamp: timestamp(began),
    httpRequest: {
      requestMethod: method,
      requestUrl: url,
      status,
      userAgent,
      latency: `${(now - began) / 1000}s`,
    },
    ...(refusal !== undefined && { textPayload: refusal }),
  };
}
