/** Applies the settings that have an input, as gcloud's flags of the same names do. Pure. */
import type { Container, Probe, RevisionTemplate, Service } from '../../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../../src/manifest/index.ts';

/** Absent means unchanged, or Cloud Run's default for a new service. */
export interface ServiceSettings {
  readonly port?: number;
  /** `1`, `0.5` or `500m`. */
  readonly cpu?: string;
  /** `512Mi`. */
  readonly memory?: string;
  /** Of each revision; 0 removes the minimum. */
  readonly minInstances?: number;
  readonly maxInstances?: number;
  readonly concurrency?: number;
  /** Email of the account that the service runs as. */
  readonly runtimeServiceAccount?: string;
  /** `INGRESS_TRAFFIC_…`. */
  readonly ingress?: string;
}

/** A copy of the service with the settings. They concern the container that takes requests. */
export function withSettings(service: Service, settings: ServiceSettings): Service {
  const { template = {} } = service;
  const containers = template.containers ?? [];
  const index = Math.max(0, ingressIndex(containers));
  const { concurrency, runtimeServiceAccount, ingress } = settings;
  return {
    ...service,
    ...(ingress !== undefined && { ingress }),
    template: {
      ...template,
      ...scalingOf(template, settings),
      ...(concurrency !== undefined && { maxInstanceRequestConcurrency: concurrency }),
      ...(runtimeServiceAccount !== undefined && { serviceAccount: runtimeServiceAccount }),
      containers: containers.map((container, i) => (i === index ? withResources(container, settings) : container)),
    },
  };
}

function scalingOf(
  { scaling }: RevisionTemplate,
  { minInstances, maxInstances }: ServiceSettings,
): Pick<RevisionTemplate, 'scaling'> {
  if (minInstances === undefined && maxInstances === undefined) return {};
  const { minInstanceCount, ...rest } = scaling ?? {};
  const min = minInstances ?? minInstanceCount ?? 0;
  return {
    scaling: {
      ...rest,
      ...(min > 0 && { minInstanceCount: min }),
      ...(maxInstances !== undefined && { maxInstanceCount: maxInstances }),
    },
  };
}

function withResources(container: Container, { port, cpu, memory }: ServiceSettings): Container {
  const { resources } = container;
  return {
    ...(port === undefined ? container : withPort(container, port)),
    ...((cpu !== undefined || memory !== undefined) && {
      resources: {
        // The default of true is lost as soon as a client sends `resources` (https://cloud.google.com/run/docs/configuring/cpu-allocation).
        ...(resources ?? { cpuIdle: true }),
        limits: { ...resources?.limits, ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) },
      },
    }),
  };
}

/** Sets the port, also in probes that use the previous one, as gcloud's `--port` does. */
function withPort(container: Container, port: number): Container {
  const [old, ...others] = container.ports ?? [];
  const before = old?.containerPort;
  const moved = { ...container, ports: [{ ...old, containerPort: port }, ...others] };
  for (const kind of ['startupProbe', 'livenessProbe', 'readinessProbe'] as const) {
    const probe = container[kind];
    if (probe) moved[kind] = withProbePort(probe, before, port);
  }
  return moved;
}

function withProbePort(probe: Probe, before: number | undefined, port: number): Probe {
  const moved = { ...probe };
  for (const check of ['httpGet', 'tcpSocket', 'grpc'] as const) {
    const given = probe[check];
    if (given && given.port !== undefined && given.port === before) moved[check] = { ...given, port } as never;
  }
  return moved;
}
