/** What Cloud Run refuses in a Service, WorkerPool or Job before it stores anything; all violations of a request at once. */
import { ApiError } from '../errors.ts';
import { cpus } from './defaults.ts';
import { SPLITS, TRAFFIC, targetViolations } from './traffic.ts';
import type { Container, Job, Probe, Service, Template, Volume } from './types.ts';

export interface Violation {
  readonly field: string;
  readonly description: string;
}

/** Throws INVALID_ARGUMENT with the violations in the API's own shape, if there are any. */
export function refuse(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  throw new ApiError(
    400,
    violations.map(({ field, description }) => `Violation in ${field}: ${description}`).join('\n'),
    {},
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: violations.map(({ field, description }) => ({
            field: `Violation in ${field}`,
            description,
          })),
        },
      ],
    },
  );
}

/** `limit` is exclusive: service names must have fewer than 50 characters. */
export function nameViolations(name: string, field: string, limit = 50): Violation[] {
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name) && name.length < limit) return [];
  return [
    {
      field,
      description: `Resource name must use only lowercase letters, numbers and '-'. Must begin with a letter and cannot end with a '-'. Must contain fewer than ${limit} characters.`,
    },
  ];
}

export function serviceViolations(id: string, service: Service, at: string): Violation[] {
  return [
    ...metadataViolations(service, at),
    ...((service.description ?? '').length > 512
      ? [{ field: `${at}.description`, description: 'description must be at most 512 characters.' }]
      : []),
    ...revisionViolations(id, service.template, `${at}.template`, 'service'),
    ...(service.traffic ? targetViolations(id, service.traffic, TRAFFIC, `${at}.traffic`) : []),
  ];
}

export function workerPoolViolations(id: string, pool: Service, at: string): Violation[] {
  return [
    ...metadataViolations(pool, at),
    ...revisionViolations(id, pool.template, `${at}.template`, 'workerPool'),
    ...(pool.instanceSplits ? targetViolations(id, pool.instanceSplits, SPLITS, `${at}.instance_splits`) : []),
  ];
}

export function jobViolations(job: Job, at: string): Violation[] {
  const task = job.template?.template;
  const path = `${at}.template.template`;
  if (!job.template || !task)
    return [{ field: job.template ? path : `${at}.template`, description: 'required field not present.' }];
  const found = [
    ...metadataViolations(job, at),
    ...metadataViolations(job.template, `${at}.template`),
    ...containersViolations(task.containers ?? [], task.volumes ?? [], path, 'job'),
  ];
  const { taskCount = 1, parallelism = 0 } = job.template;
  if (taskCount < 1 || taskCount > 10_000)
    found.push({ field: `${at}.template.task_count`, description: 'task_count must be between 1 and 10000.' });
  if (parallelism < 0)
    found.push({ field: `${at}.template.parallelism`, description: 'parallelism must not be negative.' });
  if ((task.maxRetries ?? 0) < 0 || (task.maxRetries ?? 0) > 10)
    found.push({ field: `${path}.max_retries`, description: 'max_retries must be between 0 and 10.' });
  const timeout = seconds(task.timeout);
  if (timeout !== undefined && (timeout < 1 || timeout > 604_800))
    found.push({ field: `${path}.timeout`, description: 'timeout must be between 1 and 604800 seconds.' });
  return found;
}

/** `300s` → 300. */
export const seconds = (duration: string | undefined) =>
  duration === undefined ? undefined : Number(duration.slice(0, -1));

const SYSTEM =
  /^(?:[a-z0-9.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|serving\.knative\.dev|autoscaling\.knative\.dev)\//;

function metadataViolations(
  of: { labels?: Record<string, string>; annotations?: Record<string, string> },
  at: string,
): Violation[] {
  const found: Violation[] = [];
  for (const [key, value] of Object.entries(of.labels ?? {})) {
    const field = `${at}.labels`;
    if (SYSTEM.test(key))
      found.push({
        field,
        description: `Label '${key}' is not supported in v2: system labels are set through fields of their own.`,
      });
    else if (!/^[a-z][a-z0-9_./-]{0,62}$/.test(key))
      found.push({
        field,
        description: `Label key '${key}' must start with a lowercase letter, contain only lowercase letters, numbers, '-' and '_', and have at most 63 characters.`,
      });
    if (!/^[a-z0-9_-]{0,63}$/.test(value))
      found.push({
        field,
        description: `Label value '${value}' must contain only lowercase letters, numbers, '-' and '_', and have at most 63 characters.`,
      });
  }
  let size = 0;
  for (const [key, value] of Object.entries(of.annotations ?? {})) {
    const field = `${at}.annotations`;
    size += key.length + value.length;
    if (SYSTEM.test(key))
      found.push({
        field,
        description: `Annotation '${key}' is not supported in v2: system annotations are set through fields of their own.`,
      });
    else if (!/^(?:[a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(key))
      found.push({ field, description: `Annotation key '${key}' is not a qualified name.` });
  }
  // Kubernetes allows 256 KiB for all annotations of an object together.
  if (size > 262_144)
    found.push({ field: `${at}.annotations`, description: 'annotations must have at most 262144 bytes in total.' });
  return found;
}

function revisionViolations(
  id: string,
  template: Template | undefined,
  at: string,
  kind: 'service' | 'workerPool',
): Violation[] {
  if (!template) return [{ field: at, description: 'required field not present.' }];
  const found = [
    ...metadataViolations(template, at),
    ...containersViolations(template.containers ?? [], template.volumes ?? [], at, kind),
  ];
  const bad = (field: string, description: string) => found.push({ field: `${at}.${field}`, description });
  const { revision, scaling, maxInstanceRequestConcurrency: concurrency } = template;
  if (revision !== undefined) {
    if (!revision.startsWith(`${id}-`))
      bad(
        'revision',
        `The revision name must be prefixed by the name of the enclosing Service or Configuration with a trailing -`,
      );
    else if (revision.length > 63 || !/^[a-z]([a-z0-9-]*[a-z0-9])$/.test(revision))
      bad(
        'revision',
        `Resource name must use only lowercase letters, numbers and '-'. Must begin with a letter and cannot end with a '-'. Maximum length is 63 characters.`,
      );
  }
  const timeout = seconds(template.timeout);
  if (timeout !== undefined && (timeout < 1 || timeout > 3600))
    bad('timeout', 'timeout must be between 1 and 3600 seconds.');
  if (concurrency !== undefined && (concurrency < 1 || concurrency > 1000))
    bad('max_instance_request_concurrency', 'max_instance_request_concurrency must be between 1 and 1000.');
  if (scaling?.minInstanceCount !== undefined && scaling.minInstanceCount < 0)
    bad('scaling.min_instance_count', 'min_instance_count must not be negative.');
  if (scaling?.maxInstanceCount !== undefined && scaling.maxInstanceCount < 1)
    bad('scaling.max_instance_count', 'max_instance_count must be greater than 0.');
  if ((scaling?.minInstanceCount ?? 0) > (scaling?.maxInstanceCount ?? Number.POSITIVE_INFINITY))
    bad('scaling', 'min_instance_count must not be greater than max_instance_count.');
  const vpc = template.vpcAccess as { connector?: string; networkInterfaces?: unknown[] } | undefined;
  if (vpc?.connector && vpc.networkInterfaces)
    bad('vpc_access', 'connector and network_interfaces are mutually exclusive.');
  if ((vpc?.networkInterfaces?.length ?? 0) > 1)
    bad('vpc_access.network_interfaces', 'only one network interface is supported.');
  return found;
}

type Kind = 'service' | 'workerPool' | 'job';

function containersViolations(
  containers: readonly Container[],
  volumes: readonly Volume[],
  at: string,
  kind: Kind,
): Violation[] {
  if (containers.length === 0)
    return [{ field: `${at}.containers`, description: 'must contain at least one container.' }];
  const found: Violation[] = [];
  const names = containers.map(({ name }) => name ?? '');
  if (containers.length > 1) {
    const listening = containers.filter(({ ports }) => ports && ports.length > 0).length;
    if (kind === 'service' && listening !== 1) {
      found.push({
        field: `${at}.containers`,
        description: `Revision template should contain exactly one container with an exposed port; found ${listening}.`,
      });
    }
    if (names.includes(''))
      found.push({
        field: `${at}.containers`,
        description: 'each container must have a name when there is more than one.',
      });
    if (new Set(names).size < names.length)
      found.push({ field: `${at}.containers`, description: 'container names must be unique.' });
  }
  containers.forEach((container, i) => {
    found.push(...containerViolations(container, names, volumes, `${at}.containers[${i}]`, kind));
  });
  volumes.forEach((volume, i) => {
    const field = `${at}.volumes[${i}]`;
    if (!volume.name) found.push({ field: `${field}.name`, description: 'required field not present.' });
    else if (volumes.findIndex(({ name }) => name === volume.name) !== i)
      found.push({ field: `${field}.name`, description: `Volume name '${volume.name}' is used more than once.` });
    if (Object.keys(volume).length !== (volume.name ? 2 : 1))
      found.push({ field, description: 'exactly one volume type must be set.' });
    if (volume.secret && !volume.secret.secret)
      found.push({ field: `${field}.secret.secret`, description: 'required field not present.' });
    volume.secret?.items?.forEach((item, n) => {
      if (!item.path || item.path.startsWith('/') || item.path.split('/').includes('..'))
        found.push({
          field: `${field}.secret.items[${n}].path`,
          description: 'path must be relative and must not contain "..".',
        });
      if (!item.version)
        found.push({ field: `${field}.secret.items[${n}].version`, description: 'required field not present.' });
    });
  });
  return found;
}

const SET_BY_THE_SYSTEM = new Set([
  'K_SERVICE',
  'K_REVISION',
  'K_CONFIGURATION',
  'CLOUD_RUN_JOB',
  'CLOUD_RUN_EXECUTION',
  'CLOUD_RUN_TASK_INDEX',
  'CLOUD_RUN_TASK_ATTEMPT',
  'CLOUD_RUN_TASK_COUNT',
]);

function containerViolations(
  container: Container,
  names: readonly string[],
  volumes: readonly Volume[],
  at: string,
  kind: Kind,
): Violation[] {
  const found: Violation[] = [];
  const bad = (field: string, description: string) => found.push({ field: `${at}.${field}`, description });
  const { name, image, ports = [], env = [], dependsOn = [], volumeMounts = [], resources } = container;
  if (!image && !container.sourceCode) bad('image', 'required field not present.');
  else if (image && !/^[a-zA-Z0-9][\w.:/@-]*$/.test(image))
    bad('image', `Container image '${image}' is not a valid reference.`);
  if (name !== undefined && !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name))
    bad('name', `Container name '${name}' must be a DNS label.`);
  if (ports.length > 1) bad('ports', 'ports should contain 0 or 1 port.');
  for (const { name: protocol, containerPort } of ports) {
    if (protocol !== undefined && protocol !== 'http1' && protocol !== 'h2c')
      bad('ports[0].name', `Port name must be 'http1' or 'h2c'.`);
    if (containerPort !== undefined && (containerPort < 1 || containerPort > 65535))
      bad('ports[0].container_port', 'container_port must be between 1 and 65535.');
  }
  const takesRequests = kind === 'service' && (names.length === 1 || ports.length > 0);
  const reserved = env
    .map((entry) => entry.name ?? '')
    .filter((key) => SET_BY_THE_SYSTEM.has(key) || (takesRequests && key === 'PORT'));
  if (reserved.length > 0)
    bad(
      'env',
      `The following reserved env names were provided: ${reserved.join(', ')}. These values are automatically set by the system.`,
    );
  env.forEach((entry, i) => {
    if (!entry.name) bad(`env[${i}].name`, 'required field not present.');
    else if (env.findIndex(({ name: other }) => other === entry.name) !== i)
      bad(`env[${i}].name`, `Environment variable '${entry.name}' is set more than once.`);
    if ((entry.value ?? '').length > 32_768) bad(`env[${i}].value`, 'value must be at most 32768 bytes.');
    if (!entry.valueSource) return;
    const { secret, version } = entry.valueSource.secretKeyRef ?? {};
    if (!secret) bad(`env[${i}].value_source.secret_key_ref.secret`, 'required field not present.');
    if (!version) bad(`env[${i}].value_source.secret_key_ref.version`, 'required field not present.');
  });
  dependsOn.forEach((other, i) => {
    if (!names.includes(other) || other === name)
      bad(`depends_on[${i}]`, `Container '${other}' does not exist or is this container itself.`);
  });
  volumeMounts.forEach((mount, i) => {
    const volume = volumes.find((one) => one.name === mount.name);
    if (!volume) bad(`volume_mounts[${i}].name`, `Volume '${mount.name ?? ''}' does not exist.`);
    if (volume?.cloudSqlInstance) {
      if (mount.mountPath !== undefined && mount.mountPath !== '/cloudsql')
        bad(`volume_mounts[${i}].mount_path`, 'Cloud SQL volumes must be mounted at /cloudsql.');
    } else if (!mount.mountPath?.startsWith('/') || mount.mountPath.includes(':'))
      bad(`volume_mounts[${i}].mount_path`, "mount_path must be absolute and must not contain ':'.");
    if (volume?.secret && mount.subPath)
      bad(`volume_mounts[${i}].sub_path`, 'sub_path is not supported for secret volumes.');
  });
  found.push(...resourceViolations(resources?.limits ?? {}, `${at}.resources.limits`));
  if (container.startupProbe) found.push(...probeViolations(container.startupProbe, `${at}.startup_probe`, 240));
  if (container.livenessProbe) {
    found.push(...probeViolations(container.livenessProbe, `${at}.liveness_probe`, 3600));
    if (kind === 'job') bad('liveness_probe', 'liveness probes are not supported for jobs.');
    if (container.livenessProbe.tcpSocket) bad('liveness_probe.tcp_socket', 'TCP liveness probes are not supported.');
  }
  return found;
}

function resourceViolations(limits: Record<string, string>, at: string): Violation[] {
  const found: Violation[] = [];
  for (const key of Object.keys(limits)) {
    if (!['cpu', 'memory', 'nvidia.com/gpu'].includes(key))
      found.push({
        field: at,
        description: `Resource '${key}' is not supported; only cpu, memory and nvidia.com/gpu are.`,
      });
  }
  const cpu = cpus(limits.cpu);
  if (
    limits.cpu !== undefined &&
    !(/^\d+(\.\d+)?$|^\d+m$/.test(limits.cpu) && (cpu <= 1 ? cpu >= 0.08 : [2, 4, 6, 8].includes(cpu)))
  ) {
    found.push({
      field: at,
      description: `Invalid value specified for cpu: '${limits.cpu}'. Must be between 0.08 and 1, or 2, 4, 6 or 8.`,
    });
  }
  if (limits.memory !== undefined) {
    const bytes = quantity(limits.memory);
    if (bytes === undefined)
      found.push({ field: at, description: `Invalid value specified for memory: '${limits.memory}'.` });
    else if (bytes < 128 * 2 ** 20 || bytes > 32 * 2 ** 30)
      found.push({
        field: at,
        description: `Invalid value specified for memory: '${limits.memory}'. Must be between 128Mi and 32Gi.`,
      });
    else if (cpu >= 4 && bytes < (cpu >= 6 ? 4 : 2) * 2 ** 30)
      found.push({
        field: at,
        description: `Invalid value specified for memory: ${limits.cpu} CPUs need at least ${cpu >= 6 ? '4Gi' : '2Gi'}.`,
      });
  }
  return found;
}

/** Kubernetes quantity → bytes. */
export function quantity(value: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/.exec(value);
  if (!match) return undefined;
  const units: Record<string, number> = {
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
  };
  return Number(match[1]) * (units[match[2] ?? ''] ?? 1);
}

function probeViolations(probe: Probe, at: string, limit: number): Violation[] {
  const found: Violation[] = [];
  const {
    initialDelaySeconds: delay = 0,
    timeoutSeconds: timeout = 1,
    periodSeconds: period = 10,
    failureThreshold: threshold = 3,
  } = probe;
  const bad = (field: string, description: string) => found.push({ field: `${at}${field}`, description });
  if ([probe.httpGet, probe.tcpSocket, probe.grpc].filter(Boolean).length !== 1)
    bad('', 'Exactly one of http_get, tcp_socket or grpc must be specified.');
  if (delay < 0 || delay > limit)
    bad('.initial_delay_seconds', `initial_delay_seconds must be between 0 and ${limit}.`);
  if (timeout < 1 || timeout > 3600) bad('.timeout_seconds', 'timeout_seconds must be between 1 and 3600.');
  if (period < 1 || period > limit) bad('.period_seconds', `period_seconds must be between 1 and ${limit}.`);
  if (timeout > period) bad('.timeout_seconds', 'timeout_seconds must not be greater than period_seconds.');
  if (threshold < 1) bad('.failure_threshold', 'failure_threshold must be at least 1.');
  if (limit === 240 && threshold * period > 240)
    bad('', 'failure_threshold * period_seconds must not be greater than 240 seconds.');
  const port = probe.httpGet?.port ?? probe.tcpSocket?.port ?? probe.grpc?.port;
  if (port !== undefined && (port < 1 || port > 65535)) bad('.port', 'port must be between 1 and 65535.');
  if (probe.httpGet?.path !== undefined && !probe.httpGet.path.startsWith('/'))
    bad('.http_get.path', 'path must start with "/".');
  return found;
}
