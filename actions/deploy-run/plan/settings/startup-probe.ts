/**
 * Derives the startup probe from the input `probe-path` if a service has none, or only Cloud Run's default TCP probe
 * (https://cloud.google.com/run/docs/configuring/healthchecks#tcp-startup-probe). Pure.
 */
import type { Container, Probe, RevisionTemplate, Service } from '../../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../../src/manifest/index.ts';
import { isDefaultStartupProbe } from '../../../../src/manifest/startup-probe.ts';
import type { ProbeOptions } from '../request.ts';

/** 240 s, like the default TCP probe. These numbers identify a derived probe later. */
const TIMES = { timeoutSeconds: 5, periodSeconds: 10, failureThreshold: 24 } as const;

/** True if there is no startup probe, or only the default one. */
export const lacksStartupProbe = (probe: Probe | undefined): boolean => !probe || isDefaultStartupProbe(probe);

/** True if an earlier deploy derived it, so that it follows `probe-path`. */
function isDerived(probe: Probe | undefined): boolean {
  const { httpGet, ...times } = probe ?? {};
  if (!httpGet || httpGet.httpHeaders) return false;
  return Object.entries(TIMES).every(([key, value]) => times[key] === value) && !times.initialDelaySeconds;
}

/** The statuses that Cloud Run's probe accepts; they cannot be configured. */
const PASSES = { from: 200, to: 399 };

/** The container that takes requests, if its startup probe follows from `probe`. */
function derivedProbe(container: Container | undefined, probe: ProbeOptions): Probe | undefined {
  const { kind, path, statuses } = probe;
  if (!container || kind !== 'http' || path === undefined) return undefined;
  // Cloud Run's probe supports only HTTP/1 and a fixed range of statuses.
  if (container.ports?.[0]?.name === 'h2c') return undefined;
  if (!statuses.every(({ from, to }) => from >= PASSES.from && to <= PASSES.to)) return undefined;
  const old = container.startupProbe;
  if (!lacksStartupProbe(old) && !isDerived(old)) return undefined;
  const port = old?.tcpSocket?.port ?? old?.httpGet?.port;
  // A query would become part of the path.
  const httpGet = { path: path.replace(/[?#].*$/, ''), ...(port !== undefined && { port }) };
  return { ...TIMES, httpGet };
}

/** A copy of the service with the derived startup probe; the service itself where none follows. */
export function withStartupProbe<R extends Service>(service: R, probe: ProbeOptions): R {
  const containers = service.template?.containers ?? [];
  const index = ingressIndex(containers);
  const startupProbe = derivedProbe(containers[index], probe);
  if (!startupProbe) return service;
  const changed = containers.map((container, i) => (i === index ? { ...container, startupProbe } : container));
  return { ...service, template: { ...service.template, containers: changed } };
}

/** A sentence of the plan about the startup probe of the template; `before` is the previous template. */
export function startupProbeNote(
  template: RevisionTemplate,
  before: RevisionTemplate | undefined,
  { path }: ProbeOptions,
): string | undefined {
  const of = ({ containers = [] }: RevisionTemplate) => containers[ingressIndex(containers)]?.startupProbe;
  const own = of(template);
  if (!isDerived(own) || isDerived(before && of(before))) return undefined;
  return `The startup probe requests ${path}, from the input probe-path: the service ${before && of(before) ? 'had only the default TCP probe, which passes as soon as the port is open' : 'had none'}. To use another one, write startupProbe in a manifest.`;
}
