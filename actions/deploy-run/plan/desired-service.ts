/** The desired state of a service: the manifest or the inputs, applied to the deployed configuration. Pure. */

import { formatImageDigest } from '../../../src/container/image-reference.ts';
import type { Container, EnvVar, Json, RevisionTemplate, Service } from '../../../src/google/run/resources.ts';
import { mountSecretFiles } from '../../../src/google/run/secret-files.ts';
import { type Change, differences, ingressIndex, withImage } from '../../../src/manifest/index.ts';
import { merge, namedPaths } from '../../../src/manifest/merge.ts';
import { COMMIT_LABEL, isReservedPath, NAMED_ANNOTATION, namedBefore } from '../../../src/records/annotations.ts';
import { InputError } from '../../../src/runtime/errors.ts';
import { MANAGED_BY } from './records.ts';
import type { NamedImage, ServiceSource } from './request.ts';
import type { ServingTemplate } from './serving-template.ts';
import { withSettings } from './settings/service-settings.ts';
import { withSidecarSettings } from './settings/sidecar-settings.ts';

/**
 * Settings of the service take effect at once, also for the live revisions. They are written after the new revision has passed
 * its health checks, so that a failed deploy changes none of them.
 */
export const LATE_FIELDS = [
  'labels',
  'annotations',
  'description',
  'ingress',
  'scaling',
  'invokerIamDisabled',
  'iapEnabled',
  'defaultUriDisabled',
  'customAudiences',
] as const;

/**
 * Settings that the first write of a new service omits: until its revision has passed its health checks, nobody but the probe may
 * invoke it, and the probe needs its URL.
 */
export const WITHHELD_FIELDS = ['invokerIamDisabled', 'defaultUriDisabled'] as const;

/** A new service as its first write creates it. */
export function withoutWithheld({ invokerIamDisabled: _, defaultUriDisabled: __, ...service }: Service): Service {
  return service;
}

export interface DesiredService {
  /** The whole service without traffic, its template without a name. */
  readonly service: Service;
  readonly template: RevisionTemplate;
}

/** Images put into the containers that they are for. Throws `InputError` for a container that does not exist. */
export function withImages<R extends Service>(resource: R, images: readonly NamedImage[]): R {
  return images.reduce((all, { container, image }) => withImage(all, container, formatImageDigest(image)), resource);
}

/** The variable with the commit, for logs and error reports. */
export const VERSION = 'APP_VERSION';

/** Sets `APP_VERSION` in containers whose image comes from the input, unless they set it. */
export function withVersion<R extends Service>(resource: R, images: readonly NamedImage[], commit: string): R {
  const copy = structuredClone(resource);
  const containers = copy.template?.containers ?? [];
  for (const { container } of images) {
    const target =
      container === undefined
        ? containers[ingressIndex(containers)]
        : containers.find(({ name }) => name === container);
    if (target && !target.env?.some(({ name }) => name === VERSION))
      target.env = [...(target.env ?? []), { name: VERSION, value: commit }];
  }
  return copy;
}

/** Applies the resource of the manifest to the deployed one. */
export function desireManifest(
  current: Service | undefined,
  base: ServingTemplate | undefined,
  resource: Service,
  commit: string,
): DesiredService {
  const named = namedBefore(current);
  const { traffic: _, ...wanted } = withSidecarSettings(resource, base?.template, named);
  const { template: __, ...settings } = current ?? {};
  const merged = merge<Service>({ ...settings, ...(base && { template: base.template }) }, wanted, named);
  const annotations = { ...merged.annotations, [NAMED_ANNOTATION]: JSON.stringify(namedPaths(wanted)) };
  return stamp({ ...merged, annotations }, commit);
}

/**
 * The deployed service with image, environment, secrets, labels and settings of the inputs; without `base` a new service with Cloud
 * Run's defaults for all else.
 */
export function desireService(
  current: Service | undefined,
  base: ServingTemplate | undefined,
  source: ServiceSource,
  images: readonly NamedImage[],
  commit: string,
): DesiredService {
  const found: RevisionTemplate = base ? structuredClone(base.template) : { containers: newContainers(images) };
  const changed = withSettings(
    withVersion(withImages({ ...current, template: found }, images), images, commit),
    source.settings,
  );
  const containers = changed.template?.containers ?? [];
  const index = Math.max(0, ingressIndex(containers));
  const container = containers[index];
  if (container) setEnv(container, source, found.labels?.[COMMIT_LABEL], commit);
  const template = mountSecretFiles(changed.template ?? {}, index, source.secretFiles);
  const labels = Object.fromEntries(source.labels);
  return stamp(
    {
      ...changed,
      labels: { ...changed.labels, ...labels },
      template: { ...template, labels: { ...template.labels, ...labels } },
    },
    commit,
  );
}

/** One container, with the name that its image was given. */
function newContainers(images: readonly NamedImage[]): Container[] {
  if (images.length > 1)
    throw new InputError([
      {
        subject: 'Input image',
        message: 'is for several containers of a service that does not exist yet. Its first deploy needs a manifest.',
      },
    ]);
  const name = images[0]?.container;
  return [name === undefined ? {} : { name }];
}

function setEnv(container: Container, source: ServiceSource, oldCommit: string | undefined, commit: string): void {
  const env = new Map<string, EnvVar>((container.env ?? []).map((entry) => [entry.name ?? '', entry]));
  // A variable whose value was the commit, such as APP_VERSION, gets the new commit.
  for (const [name, entry] of env)
    if (oldCommit !== undefined && entry.value === oldCommit) env.set(name, { ...entry, value: commit });
  // The whole entry is replaced, because a variable has either a value or a secret.
  for (const [name, value] of source.env) env.set(name, { name, value });
  for (const [name, secretKeyRef] of source.secrets) env.set(name, { name, valueSource: { secretKeyRef } });
  if (env.size > 0) container.env = [...env.values()];
}

function stamp(service: Service, commit: string): DesiredService {
  const { revision: _, ...given } = service.template ?? {};
  const template = marked(given, commit);
  return { service: { ...marked(service, commit), template }, template };
}

/** With the labels that every deploy sets. */
function marked<T extends Pick<Service, 'labels'>>(resource: T, commit: string): T {
  return { ...resource, labels: { ...resource.labels, ...MANAGED_BY, [COMMIT_LABEL]: commit } };
}

/**
 * A preview of an existing service creates only a revision and changes no other setting. The launch stage is included,
 * because the server refuses some templates without it. `left` are the changes that are not applied.
 */
export function desirePreview(
  current: Service,
  wanted: DesiredService,
): { desired: DesiredService; left: readonly Change[] } {
  const { launchStage } = wanted.service;
  const service = { ...current, ...(launchStage && { launchStage }), template: wanted.template };
  const left = differences('Service', { ...current, template: {} }, { ...wanted.service, template: {} });
  return {
    desired: { service, template: wanted.template },
    left: left.filter(({ field }) => !isReservedPath(field.replace(/^metadata\./, ''))),
  };
}

/** The part of the desired state that is written with the new revision: settings that affect live revisions are left out. */
export function withEarlyFields(now: Service, before: Service, desired: Service): Service {
  const late = new Set<string>([...LATE_FIELDS, 'template', 'traffic']);
  return withChanges(now, before, desired, (field) => !late.has(field));
}

/** The rest of it. */
export function withLateFields(now: Service, before: Service, desired: Service): Service {
  const late = new Set<string>(LATE_FIELDS);
  return withChanges(now, before, desired, (field) => late.has(field));
}

/** Applies our changes from `before` to `desired` to `now`; concurrent changes of others stay. */
function withChanges(now: Service, before: Service, desired: Service, chosen: (field: string) => boolean): Service {
  const result: Json = { ...now };
  for (const field of new Set([...Object.keys(before), ...Object.keys(desired)])) {
    if (!chosen(field) || JSON.stringify(before[field]) === JSON.stringify(desired[field])) continue;
    if (field === 'labels' || field === 'annotations')
      result[field] = changeMap(now[field] ?? {}, before[field] ?? {}, desired[field] ?? {});
    else if (field in desired) result[field] = desired[field];
    else delete result[field];
  }
  return result;
}

type TextMap = Readonly<Record<string, string>>;

function changeMap(now: TextMap, before: TextMap, desired: TextMap): Record<string, string> {
  const result = { ...now };
  for (const key of Object.keys(before)) if (!(key in desired)) delete result[key];
  for (const [key, value] of Object.entries(desired)) if (before[key] !== value) result[key] = value;
  return result;
}

export interface CommittedTemplate {
  readonly template: RevisionTemplate;
  readonly commit: string | undefined;
}

/**
 * True if `live` differs from the desired state at most in values that depend on the commit. Resources of other tools lack our labels and
 * `APP_VERSION`, which do not require a new revision.
 */
export function servesAlready(wanted: { template: RevisionTemplate; commit: string }, live: RevisionTemplate): boolean {
  const own = live.labels?.[COMMIT_LABEL];
  if (own !== undefined) return sameButCommit(wanted, { template: live, commit: own });
  const { template, commit } = wanted;
  return sameButCommit(
    { template: withoutAddedVersion(template, live, commit), commit },
    { template: marked(live, commit), commit },
  );
}

/** Without the `APP_VERSION` of containers that have none in `live`. */
function withoutAddedVersion(template: RevisionTemplate, live: RevisionTemplate, commit: string): RevisionTemplate {
  const containers = template.containers?.map((container, i) => {
    if (live.containers?.[i]?.env?.some(({ name }) => name === VERSION)) return container;
    const env = container.env?.filter(({ name, value }) => name !== VERSION || value !== commit);
    return { ...container, ...(env && { env }) };
  });
  return { ...template, ...(containers && { containers }) };
}

/** True if two templates differ at most in values that depend on the commit. */
export function sameButCommit(a: CommittedTemplate, b: CommittedTemplate): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ template, commit }: CommittedTemplate): string {
  const { revision: _, ...rest } = template;
  const text = JSON.stringify(rest, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, item]) => !isDefault(item))
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : value,
  );
  return commit ? text.replaceAll(commit, '${COMMIT}') : text;
}

/** The server omits default values of a type (https://protobuf.dev/programming-guides/json). */
const isDefault = (value: unknown): boolean =>
  value === false || value === 0 || value === '' || (Array.isArray(value) && value.length === 0);
