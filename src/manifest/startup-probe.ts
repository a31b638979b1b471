/** The startup probe that Cloud Run gives to a container without one. */
import type { Probe } from '../google/run/resources.ts';

/**
 * True for the default TCP probe, as the server and exported manifests write it
 * (https://cloud.google.com/run/docs/configuring/healthchecks#tcp-startup-probe).
 */
export const isDefaultStartupProbe = (probe: Probe | undefined): boolean =>
  probe?.tcpSocket !== undefined &&
  probe.timeoutSeconds === 240 &&
  probe.periodSeconds === 240 &&
  probe.failureThreshold === 1 &&
  !probe.initialDelaySeconds;
