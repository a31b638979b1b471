/** Describes the startup probes of a revision, which Cloud Run's own messages do not. Pure. */
import type { Probe, Revision } from '../../../src/google/run/resources.ts';
import { formatDuration } from '../../../src/inputs/duration.ts';

/** https://cloud.google.com/run/docs/configuring/healthchecks#startup-probes */
const PERIOD = 10;
const FAILURES = 3;

/** `The startup probe requests /health, for up to 240s.`; empty without a probe other than the default TCP one. */
export function describeStartupProbes(revision: Revision | undefined): string {
  const containers = revision?.containers ?? [];
  const probes = containers.flatMap(({ name, startupProbe }) => {
    const request = startupProbe && requestOf(startupProbe);
    return request === undefined ? [] : [{ name, request, time: formatDuration(windowOf(startupProbe as Probe)) }];
  });
  return probes
    .map(({ name, request, time }) => {
      const whose = containers.length > 1 && name ? ` of container ${name}` : '';
      return `The startup probe${whose} ${request}, for up to ${time}.`;
    })
    .join(' ');
}

function requestOf({ httpGet, grpc }: Probe): string | undefined {
  const on = (port: number | undefined) => (port === undefined ? '' : ` on port ${port}`);
  if (httpGet) return `requests ${httpGet.path || '/'}${on(httpGet.port)} and takes a status from 200 to 399`;
  if (grpc) return `calls the gRPC health service${on(grpc.port)}`;
  return undefined;
}

const windowOf = ({ initialDelaySeconds = 0, periodSeconds = PERIOD, failureThreshold = FAILURES }: Probe): number =>
  (initialDelaySeconds + periodSeconds * failureThreshold) * 1000;
