/** From a template to a running instance: images, secrets, environment, start order, startup probes, log lines. */
import { ApiError } from '../../http/errors.ts';
import { type Failure, failures, logsUrl } from '../conditions.ts';
import { type Context, now, projectNumber } from '../context.ts';
import type { ContainerSpec, Exit, FileMount, Instance, InstanceSpec } from '../drivers/driver.ts';
import { type Location, shortName, suffix } from '../requests/resource-names.ts';
import { ingressIndex } from '../rules/defaults.ts';
import type { Container, Volume } from '../types.ts';
import { runStartupProbe } from './probes.ts';

/** The revision or task of an instance, with the labels of its log entries. */
export interface Workload extends Location {
  /** Prefix of the containers' names. */
  readonly id: string;
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly serviceAccount: string;
  /** Environment variables that the platform adds. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether the first (or only) container with a port takes requests and gets `PORT`. */
  readonly takesRequests: boolean;
  readonly resource: { type: string; labels: Record<string, string> };
  readonly logLabels: Readonly<Record<string, string>>;
}

export interface RunningInstance extends Instance {
  /** The first container that ends or is stopped. */
  readonly exited: Promise<Exit>;
}

/** Thrown if a workload cannot run. */
export class StartFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The account with which Cloud Run pulls images. https://cloud.google.com/run/docs/securing/service-identity#service-agents */
const serviceAgent = (context: Context, project: string) =>
  `service-${projectNumber(context, project)}@serverless-robot-prod.iam.gserviceaccount.com`;

/** Looks up all images. Throws StartFailure for one that does not exist or that the service agent has no permission to read. */
export async function findImages(context: Context, project: string, containers: readonly Container[]) {
  const agent = serviceAgent(context, project);
  return Promise.all(
    containers.map(async ({ image = '' }) => {
      try {
        const member = `serviceAccount:${agent}`;
        context.core.access.check({ member }, 'artifactregistry.repositories.downloadArtifacts', image);
      } catch {
        throw new StartFailure(failures.imageDenied(image, agent));
      }
      const found = await context.deps.images.find(image);
      if (!found) throw new StartFailure(failures.imageMissing(image));
      return found;
    }),
  );
}

/** The instance for the driver. Throws StartFailure if an image, a secret or a version is missing or forbidden. */
export async function prepare(context: Context, workload: Workload): Promise<InstanceSpec> {
  const images = await findImages(context, workload.project, workload.containers);
  const problems: string[] = [];
  const secret = (name: string, version: string, where: string): Buffer => {
    const [project, id] = name.includes('/') ? [name.split('/')[1] ?? '', shortName(name)] : [workload.project, name];
    const path = `projects/${projectNumber(context, project)}/secrets/${id}/versions/${version}`;
    try {
      const member = `serviceAccount:${workload.serviceAccount}`;
      context.core.access.check({ member }, 'secretmanager.versions.access', path);
      return context.deps.secrets.access(project, id, version).value;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problems.push(
        error.status === 403
          ? `${where}: Permission denied on secret: ${path} for Revision service account ${workload.serviceAccount}. The service account used must be granted the 'Secret Manager Secret Accessor' role (roles/secretmanager.secretAccessor) at the secret, project or higher level.`
          : `${where}: Secret ${path} was not found`,
      );
      return Buffer.alloc(0);
    }
  };
  const ingress = workload.takesRequests ? ingressIndex(workload.containers) : -1;
  const containers = workload.containers.map((container, i): ContainerSpec => {
    const at = `spec.template.spec.containers[${i}]`;
    const port = container.ports?.[0]?.containerPort;
    const env: Record<string, string> = { ...workload.env, ...(i === ingress && { PORT: String(port ?? 8080) }) };
    container.env?.forEach(({ name = '', value = '', valueSource }, n) => {
      const ref = valueSource?.secretKeyRef;
      env[name] = ref
        ? secret(ref.secret ?? '', ref.version ?? 'latest', `${at}.env[${n}].value_from.secret_key_ref.name`).toString(
            'utf8',
          )
        : value;
    });
    return {
      name: containerName(workload, i),
      image: container.image ?? '',
      digest: images[i]?.digest ?? '',
      command: container.command ?? [],
      args: container.args ?? [],
      env,
      workingDir: container.workingDir,
      port: i === ingress ? (port ?? 8080) : port,
      startupProbe: container.startupProbe,
      dependsOn: container.dependsOn ?? [],
      files: secretFiles(container, workload.volumes, (name, version) =>
        secret(name, version, 'spec.template.spec.volumes'),
      ),
    };
  });
  if (problems.length > 0) throw new StartFailure(failures.secrets(problems));
  for (const volume of workload.volumes.filter(({ secret }) => !secret)) {
    const type = Object.keys(volume).find((key) => key !== 'name');
    systemLine(context, workload, '', 'WARNING', `Volume "${volume.name}" (${type}) is not emulated, and not mounted.`);
  }
  const id = `${workload.id}-${suffix(6)}`;
  return {
    id,
    labels: { 'dev.orchestra.emulator': 'run', 'dev.orchestra.workload': workload.id, ...workload.resource.labels },
    containers,
    pullToken: context.core.tokens.mint({ member: `serviceAccount:${serviceAgent(context, workload.project)}` }, 600),
    log: (container, stream, line) => writeLine(context, workload, id, container, stream, line),
  };
}

/** A container without a name is called after its revision. */
export const containerName = ({ id, containers }: Workload, index: number) =>
  containers[index]?.name ?? `${id}-${index + 1}`;

/** Starts the containers in the order of their dependencies, each after the startup probes of those it depends on. */
export async function start(context: Context, workload: Workload, spec: InstanceSpec): Promise<RunningInstance> {
  const logs = logsUrl(workload.project, workload.resource.type, workload.resource.labels);
  const instance = await context.deps.driver.create(spec).catch((error: unknown) => {
    throw new StartFailure(failures.imagePull(spec.containers[0]?.image ?? '', (error as Error).message));
  });
  const { promise: exited, resolve: ended } = Promise.withResolvers<Exit>();
  try {
    for (const container of inStartOrder(spec.containers)) {
      const running = await instance.launch(container.name);
      void running.exited.then(ended);
      const probe = container.startupProbe;
      if (!probe) continue;
      const outcome = await runStartupProbe(
        probe,
        {
          dial: (port) => instance.dial(container.name, port),
          ...(instance.send && { get: (path: string) => statusOf(instance, container.name, path) }),
          defaultPort: container.port,
        },
        container.name,
        {
          secondMs: context.settings.secondMs,
          minTimeoutMs: context.settings.minProbeTimeoutMs,
          sleep: context.core.clock.sleep,
          givenUp: exited,
        },
      );
      systemLine(context, workload, spec.id, outcome.passed ? 'INFO' : 'ERROR', outcome.detail);
      if (!outcome.passed)
        throw new StartFailure(failures.startupProbe(!isDefaultProbe(container), container.port, logs));
    }
    return { ...instance, exited };
  } catch (error) {
    await instance.stop();
    throw error instanceof StartFailure
      ? error
      : new StartFailure(failures.exited(1, `${logs} (${(error as Error).message})`));
  }
}

async function statusOf(instance: Instance, container: string, path: string): Promise<number> {
  const response = await instance.send?.(container, { method: 'GET', path, headers: { 'user-agent': 'GoogleHC/1.0' } });
  return response?.status ?? 200;
}

/** The default TCP probe that the server adds. */
function isDefaultProbe({ startupProbe }: ContainerSpec): boolean {
  return (
    startupProbe?.tcpSocket !== undefined && startupProbe.timeoutSeconds === 240 && startupProbe.failureThreshold === 1
  );
}

/** Dependencies first; containers of a cycle come last, in their declared order. */
function inStartOrder(containers: readonly ContainerSpec[]): ContainerSpec[] {
  const order: ContainerSpec[] = [];
  const waiting = [...containers];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ dependsOn }) =>
      dependsOn.every((name) => order.some((done) => done.name === name)),
    );
    order.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return order;
}

function secretFiles(
  container: Container,
  volumes: readonly Volume[],
  secret: (name: string, version: string) => Buffer,
): FileMount[] {
  const files: FileMount[] = [];
  for (const { name, mountPath = '' } of container.volumeMounts ?? []) {
    const source = volumes.find((volume) => volume.name === name)?.secret;
    if (!source?.secret) continue;
    const items = source.items ?? [{ path: shortName(source.secret), version: 'latest' }];
    for (const { path = '', version = 'latest', mode } of items) {
      files.push({
        path: `${mountPath}/${path}`,
        data: secret(source.secret, version),
        mode: mode || source.defaultMode || 0o444,
      });
    }
  }
  return files;
}

/** Stores one line of output like Cloud Logging: JSON lines as `jsonPayload` with their severity, others as text. */
function writeLine(
  context: Context,
  workload: Workload,
  instanceId: string,
  container: string,
  stream: 'stdout' | 'stderr',
  line: string,
): void {
  const parsed = line.startsWith('{') ? tryJson(line) : undefined;
  const { severity, time, timestamp, ...rest } = parsed ?? {};
  context.deps.logs.write({
    project: workload.project,
    logName: `projects/${workload.project}/logs/run.googleapis.com%2F${stream}`,
    resource: workload.resource,
    timestamp: typeof timestamp === 'string' ? timestamp : typeof time === 'string' ? time : now(context),
    ...(typeof severity === 'string' && { severity: severity.toUpperCase() }),
    ...(parsed ? { jsonPayload: rest } : { textPayload: line }),
    labels: { ...workload.logLabels, instanceId, container_name: container },
  });
}

function systemLine(
  context: Context,
  workload: Workload,
  instanceId: string,
  severity: string,
  textPayload: string,
): void {
  context.deps.logs.write({
    project: workload.project,
    logName: `projects/${workload.project}/logs/run.googleapis.com%2Fvarlog%2Fsystem`,
    resource: workload.resource,
    severity,
    timestamp: now(context),
    textPayload,
    labels: { ...workload.logLabels, instanceId },
  });
}

function tryJson(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
