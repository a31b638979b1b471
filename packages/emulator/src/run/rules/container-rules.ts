/** Validation of containers and volumes: names, ports, environment, mounts, resources, probes. */
import type { Container, Probe, Volume } from '../types.ts';
import { resourceViolations } from './cpu-memory-rules.ts';
import type { Violation } from './violations.ts';

type Kind = 'service' | 'workerPool' | 'job';

/** All violations in the containers and volumes of a template. */
export function containersViolations(
  containers: readonly Container[],
  volumes: readonly Volume[],
  at: string,
  kind: Kind,
  accelerator?: string,
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
    // The server adds missing names.
    const given = names.filter((name) => name !== '');
    if (new Set(given).size < given.length)
      found.push({ field: `${at}.containers`, description: 'container names must be unique.' });
  }
  containers.forEach((container, i) => {
    found.push(...containerViolations(container, containers, volumes, `${at}.containers[${i}]`, kind, accelerator));
  });
  volumes.forEach((volume, i) => {
    const field = `${at}.volumes[${i}]`;
    if (!volume.name) found.push({ field: `${field}.name`, description: 'required field not present.' });
    else if (volumes.findIndex(({ name }) => name === volume.name) !== i)
      found.push({ field: `${field}.name`, description: `Volume name '${volume.name}' is used more than once.` });
    if (Object.keys(volume).length !== (volume.name ? 2 : 1))
      found.push({ field, description: 'exactly one volume type must be set.' });
    if (volume.emptyDir?.medium === 'DISK' && !volume.emptyDir.sizeLimit)
      found.push({ field: `${field}.empty_dir.size_limit`, description: 'an ephemeral disk needs a size.' });
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

/** Seconds that a container may take to start. https://cloud.google.com/run/docs/configuring/jobs/healthchecks#probe-requirements-behavior */
const WINDOW = { usual: 600, gpu: 1800 };

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
  all: readonly Container[],
  volumes: readonly Volume[],
  at: string,
  kind: Kind,
  accelerator: string | undefined,
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
  const takesRequests = kind === 'service' && (all.length === 1 || ports.length > 0);
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
    const needed = all.find((one) => one.name === other);
    if (!needed || other === name)
      bad(`depends_on[${i}]`, `Container '${other}' does not exist or is this container itself.`);
    // The server adds one to the container that takes requests. https://cloud.google.com/run/docs/configuring/services/containers#container-ordering
    else if (!needed.startupProbe && !(kind === 'service' && needed.ports?.length))
      bad(
        `depends_on[${i}]`,
        `Container '${other}' must have a startup probe, since container '${name ?? ''}' depends on it.`,
      );
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
  found.push(...resourceViolations(resources?.limits ?? {}, accelerator, `${at}.resources.limits`));
  // https://cloud.google.com/run/docs/configuring/services/gpu#pricing-impact
  if (resources?.limits?.['nvidia.com/gpu'] === '1' && resources.cpuIdle)
    bad('resources.cpu_idle', 'A GPU requires instance-based billing: cpu_idle must be false.');
  if (container.startupProbe) {
    const window = resources?.limits?.['nvidia.com/gpu'] === '1' ? WINDOW.gpu : WINDOW.usual;
    found.push(...probeViolations(container.startupProbe, `${at}.startup_probe`, 240, window));
  }
  if (container.livenessProbe) {
    found.push(...probeViolations(container.livenessProbe, `${at}.liveness_probe`, 3600));
    if (kind === 'job') bad('liveness_probe', 'liveness probes are not supported for jobs.');
    if (container.livenessProbe.tcpSocket) bad('liveness_probe.tcp_socket', 'TCP liveness probes are not supported.');
  }
  return found;
}

/** `limit` and `window` are in seconds: of one interval, and of all until the probe has failed. */
function probeViolations(probe: Probe, at: string, limit: number, window = Number.POSITIVE_INFINITY): Violation[] {
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
  if (threshold * period > window)
    bad('', `failure_threshold * period_seconds must not be greater than ${window} seconds.`);
  const port = probe.httpGet?.port ?? probe.tcpSocket?.port ?? probe.grpc?.port;
  if (port !== undefined && (port < 1 || port > 65535)) bad('.port', 'port must be between 1 and 65535.');
  if (probe.httpGet?.path !== undefined && !probe.httpGet.path.startsWith('/'))
    bad('.http_get.path', 'path must start with "/".');
  return found;
}
