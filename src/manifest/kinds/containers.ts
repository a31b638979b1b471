/**
 * What concerns the containers of one template together: annotations of v1 that are fields of each container in v2, and
 * references that must lead somewhere.
 */
import type { Container, Volume } from '../../google/run/resources.ts';
import type { Kept, Scope } from '../decode/table.ts';
import { ingressIndex } from '../image.ts';
import { circleIn } from './dependency-circle.ts';

const CLOUD_SQL = 'run.googleapis.com/cloudsql-instances';
/** Name and mount path are fixed in v1, and gcloud uses them in v2 too. */
const CLOUD_SQL_VOLUME = { name: 'cloudsql', mountPath: '/cloudsql' };

/** `scope` is the template whose `containers` and `volumes` were read; `words` names the v1 mapping that holds them. */
export function finishContainers(scope: Scope, words: string, kind: 'Service' | 'Job' | 'WorkerPool'): void {
  const containers = scope.get<Container[]>('containers') ?? [];
  if (containers.length === 0) {
    scope.problem(scope.locate('containers'), words, 'has no containers. Expected at least one, with an image.');
    return;
  }
  const all: Containers = { scope, words, containers };
  checkNames(all);
  checkEnvironment(all);
  if (kind === 'Service') {
    checkIngress(all);
    // With a GPU, billing is by instance (https://cloud.google.com/run/docs/configuring/services/gpu#pricing-impact).
    setForEach(all, 'run.googleapis.com/cpu-throttling', 'resources.cpuIdle', !containers.some(hasGpu));
    setForEach(all, 'run.googleapis.com/startup-cpu-boost', 'resources.startupCpuBoost', false);
  }
  mountCloudSql(all);
  dissolveAliases(all);
  setDependencies(all);
  setBaseImages(all);
  setSources(all);
  checkImages(all);
  checkVolumes(all);
}

interface Containers {
  readonly scope: Scope;
  readonly words: string;
  readonly containers: Container[];
}

function checkNames({ scope, words, containers }: Containers): void {
  if (containers.length < 2) return;
  containers.forEach(({ name }, i) => {
    const at = scope.locate(['containers', i, 'name']);
    const here = `${words}.containers[${i}]`;
    // The server names those without (https://github.com/hashicorp/terraform-provider-google/issues/21035).
    if (name !== undefined && containers.findIndex((other) => other.name === name) !== i)
      scope.problem(at, `${here}.name`, `is "${name}" again. Container names must be unique.`);
  });
}

function checkEnvironment({ scope, words, containers }: Containers): void {
  containers.forEach(({ env = [] }, i) => {
    const first = new Map<string, number>();
    env.forEach(({ name }, n) => {
      if (name === undefined) return;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, n);
      else
        scope.problem(
          scope.locate(['containers', i, 'env', n]),
          `${words}.containers[${i}].env[${n}]`,
          `sets ${name}, which line ${scope.locate(['containers', i, 'env', earlier]).line} sets already. Keep one of the two.`,
        );
    });
  });
}

/** Requests go to the container with a port; with one container, to that. */
function checkIngress({ scope, words, containers }: Containers): void {
  if (containers.length < 2) return;
  const listening = containers.filter(({ ports }) => ports && ports.length > 0).length;
  if (listening !== 1)
    scope.problem(
      scope.locate('containers'),
      `${words}.containers`,
      `has ${listening} containers with ports. Exactly one takes the requests: set ports on that one only.`,
    );
}

const hasGpu = ({ resources }: Container): boolean => Number(resources?.limits?.['nvidia.com/gpu'] ?? 0) > 0;

/** The default of v1 is written out, since v2 takes another one as soon as a container has `resources`. */
function setForEach({ scope, containers }: Containers, annotation: string, field: string, fallback: boolean): void {
  const given = scope.kept<boolean>(annotation);
  containers.forEach((_, i) => {
    scope.set(
      ['containers', i, ...field.split('.')],
      given?.value ?? fallback,
      given?.at ?? scope.locate(['containers', i]),
    );
  });
}

function mountCloudSql({ scope, containers }: Containers): void {
  const given = scope.kept<string[]>(CLOUD_SQL);
  if (!given) return;
  const volumes = scope.get<Volume[]>('volumes') ?? [];
  if (volumes.some(({ cloudSqlInstance }) => cloudSqlInstance)) {
    scope.problem(given.at, given.words, 'repeats the setting of a volume. Keep one of the two.');
    return;
  }
  scope.set(
    ['volumes', volumes.length],
    { name: CLOUD_SQL_VOLUME.name, cloudSqlInstance: { instances: given.value } },
    given.at,
  );
  containers.forEach(({ volumeMounts = [] }, i) => {
    if (!volumeMounts.some(({ name }) => name === CLOUD_SQL_VOLUME.name))
      scope.set(['containers', i, 'volumeMounts', volumeMounts.length], { ...CLOUD_SQL_VOLUME }, given.at);
  });
}

/** v1 names a secret of another project by an alias; v2 by its full name. */
function dissolveAliases({ scope, containers }: Containers): void {
  const aliases = scope.kept<Map<string, string>>('run.googleapis.com/secrets');
  if (!aliases) return;
  const unused = new Set(aliases.value.keys());
  const dissolve = (path: readonly (string | number)[]) => {
    const name = scope.get<string>(path);
    const secret = name === undefined ? undefined : aliases.value.get(name);
    if (name === undefined || secret === undefined) return;
    unused.delete(name);
    scope.set(path, secret, scope.locate(path));
  };
  containers.forEach(({ env = [] }, i) => {
    env.forEach((_, n) => {
      dissolve(['containers', i, 'env', n, 'valueSource', 'secretKeyRef', 'secret']);
    });
  });
  (scope.get<Volume[]>('volumes') ?? []).forEach((_, i) => {
    dissolve(['volumes', i, 'secret', 'secret']);
  });
  if (unused.size > 0)
    scope.warn(aliases.at, aliases.words, `has aliases that nothing uses: ${[...unused].join(', ')}.`);
}

function setDependencies(all: Containers): void {
  const given = all.scope.kept<Record<string, string[]>>('run.googleapis.com/container-dependencies');
  forContainers(all, given, (i, name, others, at) => {
    const lost = others.find((other) => other === name || !all.containers.some((one) => one.name === other));
    if (lost === undefined) all.scope.set(['containers', i, 'dependsOn'], others, at.at);
    else
      all.scope.problem(
        at.at,
        at.words,
        `lets ${name} wait for "${lost}", which is ${lost === name ? 'itself' : 'not a container here'}.`,
      );
  });
  const circle = given && circleIn(given.value);
  if (given && circle)
    all.scope.problem(
      given.at,
      given.words,
      `is a cycle: ${circle.join(' waits for ')}, so none of them could start. Remove one of these dependencies.`,
    );
}

function setBaseImages(all: Containers): void {
  const given = all.scope.kept<Record<string, string>>('run.googleapis.com/base-images');
  forContainers(all, given, (i, _, image, { at }) => all.scope.set(['containers', i, 'baseImageUri'], image, at));
}

function setSources(all: Containers): void {
  const given = all.scope.kept<Record<string, string>>('run.googleapis.com/sources');
  forContainers(all, given, (i, _, uri, { at, words }) => {
    const [, bucket, object, generation] = /^gs:\/\/([^/]+)\/([^#]+)(?:#(\d+))?$/.exec(uri) ?? [];
    if (!bucket || !object) all.scope.problem(at, words, `has "${uri}". Expected gs://BUCKET/OBJECT.`);
    else
      all.scope.set(
        ['containers', i, 'sourceCode'],
        { cloudStorageSource: { bucket, object, ...(generation && { generation }) } },
        at,
      );
  });
}

/** Calls `use` with the index of each container that an annotation names; `""` is the one that takes requests. */
function forContainers<T>(
  { scope, containers }: Containers,
  given: Kept<Record<string, T>> | undefined,
  use: (index: number, name: string, value: T, given: Kept<unknown>) => void,
): void {
  if (!given) return;
  for (const [name, value] of Object.entries(given.value)) {
    const index = name === '' ? ingressIndex(containers) : containers.findIndex((container) => container.name === name);
    if (index >= 0) use(index, name, value, given);
    else scope.problem(given.at, given.words, `names the container "${name}", which does not exist.`);
  }
}

function checkImages({ scope, words, containers }: Containers): void {
  containers.forEach((container, i) => {
    if (container.image === undefined && container.sourceCode === undefined)
      scope.problem(scope.locate(['containers', i]), `${words}.containers[${i}]`, 'has no image.');
  });
}

function checkVolumes({ scope, words, containers }: Containers): void {
  const volumes = scope.get<Volume[]>('volumes') ?? [];
  volumes.forEach(({ name }, i) => {
    if (name !== undefined && volumes.findIndex((other) => other.name === name) !== i)
      scope.problem(
        scope.locate(['volumes', i, 'name']),
        `${words}.volumes[${i}].name`,
        `is "${name}" again. Volume names must be unique.`,
      );
  });
  containers.forEach(({ volumeMounts = [] }, i) => {
    volumeMounts.forEach((mount, n) => {
      const at = scope.locate(['containers', i, 'volumeMounts', n]);
      const here = `${words}.containers[${i}].volumeMounts[${n}]`;
      const volume = volumes.find(({ name }) => name === mount.name);
      if (mount.name !== undefined && !volume)
        scope.problem(at, here, `names the volume "${mount.name}", which does not exist.`);
      if (volume?.secret && mount.subPath !== undefined)
        scope.problem(
          at,
          here,
          'has a subPath, which cannot be combined with a secret. Choose files by the items of the volume.',
        );
      if (
        volume?.cloudSqlInstance
          ? (mount.mountPath ?? '/cloudsql') !== '/cloudsql'
          : mount.mountPath === undefined && volume
      )
        scope.problem(
          at,
          here,
          volume?.cloudSqlInstance ? 'is not at /cloudsql, the only place for Cloud SQL.' : 'has no mountPath.',
        );
      if (
        mount.mountPath !== undefined &&
        volumeMounts.findIndex(({ mountPath }) => mountPath === mount.mountPath) !== n
      )
        scope.problem(
          at,
          here,
          `mounts a second volume at ${mount.mountPath}. Mount each volume in a separate directory.`,
        );
    });
  });
}
