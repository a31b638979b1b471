/** What the server fills in where a resource says nothing, so that its response can be compared with what was sent. */
import type { Container, Job, Probe, RevisionTemplate, Service, Volume } from '../google/run/resources.ts';
import { ingressIndex } from './image.ts';
import type { Manifest } from './tables.ts';

const DEFAULT_PORT = 8080;
/** https://cloud.google.com/run/docs/securing/service-identity */
const DEFAULT_ACCOUNT = /^\d+-compute@developer\.gserviceaccount\.com$/;

/** Whether a resource without an account gets this one. That of another project is not told apart. */
export const isDefaultAccount = (account: unknown): boolean =>
  account === undefined || DEFAULT_ACCOUNT.test(String(account));

/** A copy of the resource with the defaults of its kind. The account stays: its default has the number of the project. */
export function withServerDefaults(kind: Manifest['kind'], resource: object): object {
  const copy = structuredClone(resource);
  if (kind === 'Job') return jobDefaults(copy as Job);
  const { template = {}, ...rest } = copy as Service;
  if (kind === 'WorkerPool')
    return {
      ...rest,
      scaling: { manualInstanceCount: 1, ...rest.scaling },
      template: templateDefaults(template, false),
    };
  return {
    ingress: 'INGRESS_TRAFFIC_ALL',
    ...rest,
    scaling: { scalingMode: 'AUTOMATIC', ...rest.scaling },
    template: templateDefaults(template, true),
  };
}

function templateDefaults(template: RevisionTemplate, takesRequests: boolean): RevisionTemplate {
  const { containers = [] } = template;
  const ingress = takesRequests ? ingressIndex(containers) : -1;
  const cpu = milli(containers[ingress]?.resources?.limits?.cpu ?? '1');
  return {
    ...(takesRequests && { timeout: '300s', maxInstanceRequestConcurrency: cpu < 1000 ? 1 : 80 }),
    ...template,
    ...(takesRequests && { scaling: { maxInstanceCount: 100, ...template.scaling } }),
    ...networkDefaults(template),
    containers: containers.map((container, i) => containerDefaults(container, i === ingress, takesRequests)),
    volumes: (template.volumes ?? []).map(volumeDefaults),
  };
}

function jobDefaults(job: Job): Job {
  const task = job.template?.template ?? {};
  return {
    ...job,
    template: {
      taskCount: 1,
      ...job.template,
      template: {
        maxRetries: 3,
        timeout: '600s',
        executionEnvironment: 'EXECUTION_ENVIRONMENT_GEN2',
        ...task,
        ...networkDefaults(task),
        containers: (task.containers ?? []).map((container) => containerDefaults(container, false, false)),
        volumes: (task.volumes ?? []).map(volumeDefaults),
      },
    },
  };
}

const networkDefaults = ({ vpcAccess }: Pick<RevisionTemplate, 'vpcAccess'>) =>
  vpcAccess ? { vpcAccess: { egress: 'PRIVATE_RANGES_ONLY', ...vpcAccess } } : {};

const volumeDefaults = (volume: Volume): Volume =>
  volume.secret ? { ...volume, secret: { defaultMode: 0o444, ...volume.secret } } : volume;

function containerDefaults(container: Container, ingress: boolean, takesRequests: boolean): Container {
  const { resources, ports, startupProbe, livenessProbe, readinessProbe } = container;
  const port = ports?.[0]?.containerPort ?? DEFAULT_PORT;
  const limits = { cpu: '1', memory: '512Mi', ...resources?.limits };
  const probed = (probe: Probe | undefined) => probe && probeDefaults(probe, port);
  const checks = {
    startupProbe: probed(startupProbe ?? (ingress ? defaultStartupProbe(port) : undefined)),
    livenessProbe: probed(livenessProbe),
    readinessProbe: probed(readinessProbe),
  };
  return {
    ...container,
    resources: {
      // Only requests leave a CPU idle. The default is lost as soon as a client sends `resources`.
      ...(takesRequests && (resources ?? { cpuIdle: true })),
      limits: { ...limits, cpu: `${milli(limits.cpu)}m` },
    },
    ...(ingress && { ports: [{ name: 'http1', ...ports?.[0], containerPort: port }] }),
    ...Object.fromEntries(Object.entries(checks).filter(([, probe]) => probe)),
  };
}

/** https://cloud.google.com/run/docs/configuring/healthchecks */
const defaultStartupProbe = (port: number): Probe => ({
  timeoutSeconds: 240,
  periodSeconds: 240,
  failureThreshold: 1,
  tcpSocket: { port },
});

function probeDefaults({ httpGet, tcpSocket, grpc, ...rest }: Probe, port: number): Probe {
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    failureThreshold: 3,
    ...rest,
    ...(httpGet && { httpGet: { path: '/', port, ...httpGet } }),
    ...(tcpSocket && { tcpSocket: { port, ...tcpSocket } }),
    ...(grpc && { grpc: { port, ...grpc } }),
  };
}

/** `1`, `0.5` and `500m` → thousandths of a CPU. */
const milli = (cpu: string): number => (cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Math.round(Number(cpu) * 1000));
