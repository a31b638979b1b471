/** Defaults that the server fills in and returns in the resource. */
import type { Container, Job, Probe, Service, TaskTemplate, Template } from '../types.ts';
import { SPLITS, TRAFFIC } from './traffic.ts';

const DEFAULT_PORT = 8080;
/** https://cloud.google.com/run/docs/configuring/healthchecks */
const DEFAULT_STARTUP_PROBE = { timeoutSeconds: 240, periodSeconds: 240, failureThreshold: 1 };

export const defaultServiceAccount = (projectNumber: string) =>
  `${projectNumber}-compute@developer.gserviceaccount.com`;

export function serviceDefaults(service: Service, projectNumber: string): Service {
  const template = service.template ?? {};
  const containers = template.containers ?? [];
  const ingress = ingressIndex(containers);
  return {
    ...service,
    ingress: service.ingress ?? 'INGRESS_TRAFFIC_ALL',
    launchStage: service.launchStage ?? 'GA',
    template: {
      ...revisionDefaults(template, projectNumber),
      maxInstanceRequestConcurrency:
        template.maxInstanceRequestConcurrency ?? (cpus(containers[ingress]?.resources?.limits?.cpu) < 1 ? 1 : 80),
      timeout: template.timeout ?? '300s',
      scaling: { ...template.scaling, maxInstanceCount: template.scaling?.maxInstanceCount ?? 100 },
      containers: named(containers).map((container, i) => {
        const ports = i === ingress ? portsWithDefaults(container.ports) : container.ports;
        const port = ports?.[0]?.containerPort;
        const startup = container.startupProbe;
        return withDefaults({
          ...container,
          ...(ports && { ports }),
          ...(i === ingress &&
            !startup && { startupProbe: { ...DEFAULT_STARTUP_PROBE, tcpSocket: { port: port ?? DEFAULT_PORT } } }),
        });
      }),
    },
    traffic: service.traffic ?? [{ type: TRAFFIC.latest, percent: 100 }],
  };
}

export function workerPoolDefaults(pool: Service, projectNumber: string): Service {
  return {
    ...pool,
    launchStage: pool.launchStage ?? 'GA',
    template: {
      ...revisionDefaults(pool.template ?? {}, projectNumber),
      containers: named(pool.template?.containers ?? []).map(withDefaults),
    },
    scaling: { ...pool.scaling, manualInstanceCount: pool.scaling?.manualInstanceCount ?? 1 },
    instanceSplits: pool.instanceSplits ?? [{ type: SPLITS.latest, percent: 100 }],
  };
}

export function jobDefaults(job: Job, projectNumber: string): Job {
  const execution = job.template ?? {};
  const task: TaskTemplate = execution.template ?? {};
  return {
    ...job,
    launchStage: job.launchStage ?? 'GA',
    template: {
      ...execution,
      taskCount: execution.taskCount ?? 1,
      template: {
        ...task,
        containers: named(task.containers ?? []).map(withDefaults),
        maxRetries: task.maxRetries ?? 3,
        timeout: task.timeout ?? '600s',
        serviceAccount: task.serviceAccount ?? defaultServiceAccount(projectNumber),
        executionEnvironment: task.executionEnvironment ?? 'EXECUTION_ENVIRONMENT_GEN2',
      },
    },
  };
}

/** The container that takes requests: the one with ports, or the only one. */
export const ingressIndex = (containers: readonly Container[]) =>
  containers.length === 1 ? 0 : containers.findIndex(({ ports }) => ports && ports.length > 0);

/** With several containers each has a name, by default that of its image with a number. */
function named(containers: readonly Container[]): readonly Container[] {
  if (containers.length < 2) return containers;
  return containers.map((container, i) => {
    const image = /([^/:@]+)(?::[^/@]*)?(?:@.*)?$/.exec(container.image ?? '')?.[1] ?? 'container';
    const label = image
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-')
      .slice(0, 60);
    return { ...container, name: container.name ?? `${label}-${i + 1}` };
  });
}

/** `1`, `0.5` and `500m` → CPUs; 1 if absent. */
export const cpus = (value = '1'): number => (value.endsWith('m') ? Number(value.slice(0, -1)) / 1000 : Number(value));

function revisionDefaults(template: Template, projectNumber: string): Template {
  return {
    ...template,
    serviceAccount: template.serviceAccount ?? defaultServiceAccount(projectNumber),
    ...(template.volumes && {
      volumes: template.volumes.map((volume) =>
        volume.secret
          ? { ...volume, secret: { ...volume.secret, defaultMode: volume.secret.defaultMode ?? 0o444 } }
          : volume,
      ),
    }),
  };
}

function withDefaults(container: Container): Container {
  const { resources } = container;
  const port = container.ports?.[0]?.containerPort;
  return {
    ...container,
    resources: {
      // cpuIdle is true by default only if a client sends no `resources`.
      ...(resources ?? { cpuIdle: true }),
      limits: { cpu: '1000m', memory: '512Mi', ...resources?.limits },
    },
    ...(container.startupProbe && { startupProbe: probeDefaults(container.startupProbe, port) }),
    ...(container.livenessProbe && { livenessProbe: probeDefaults(container.livenessProbe, port) }),
    ...(container.readinessProbe && { readinessProbe: probeDefaults(container.readinessProbe, port) }),
  };
}

function portsWithDefaults(ports: Container['ports']): NonNullable<Container['ports']> {
  return (ports ?? [{}]).map(({ name, containerPort }) => ({
    name: name ?? 'http1',
    containerPort: containerPort ?? DEFAULT_PORT,
  }));
}

function probeDefaults(probe: Probe, containerPort: number | undefined): Probe {
  const { httpGet, tcpSocket, grpc } = probe;
  const port = (own: number | undefined) => {
    const chosen = own ?? containerPort;
    return chosen === undefined ? {} : { port: chosen };
  };
  return {
    ...probe,
    timeoutSeconds: probe.timeoutSeconds ?? 1,
    periodSeconds: probe.periodSeconds ?? 10,
    failureThreshold: probe.failureThreshold ?? 3,
    ...(httpGet && { httpGet: { ...httpGet, path: httpGet.path ?? '/', ...port(httpGet.port) } }),
    ...(tcpSocket && { tcpSocket: { ...tcpSocket, ...port(tcpSocket.port) } }),
    ...(grpc && { grpc: { ...grpc, ...port(grpc.port) } }),
  };
}
