/**
 * Settings of which a manifest has one for all containers (`cpu-throttling`, `startup-cpu-boost`), and v2 one for each: other
 * tools set them on the container that takes requests alone. Pure.
 */
import type { Container, RevisionTemplate, Service } from '../../../../src/google/run/resources.ts';
import { ingressIndex } from '../../../../src/manifest/index.ts';

const FIELDS = ['cpuIdle', 'startupCpuBoost'] as const;

/**
 * The manifest's resource, in which sidecars keep what is deployed where the manifest says of the container that takes requests
 * what is deployed. `named` are the paths that the last manifest named: what that one set on a sidecar is set again.
 */
export function withSidecarSettings(
  wanted: Service,
  deployed: RevisionTemplate | undefined,
  named: ReadonlySet<string>,
): Service {
  const containers = wanted.template?.containers ?? [];
  const live = deployed?.containers ?? [];
  const main = ingressIndex(containers);
  const mainLive = live[ingressIndex(live)];
  if (containers.length < 2 || !containers[main] || !mainLive) return wanted;
  const kept = FIELDS.filter((field) => settingOf(containers[main], field) === settingOf(mainLive, field));
  const twin = (container: Container, i: number) =>
    live.find(({ name }) => name !== undefined && name === container.name) ??
    (container.name === undefined ? live[i] : undefined);
  return {
    ...wanted,
    template: {
      ...wanted.template,
      containers: containers.map((container, i) => {
        const other = i === main ? undefined : twin(container, i);
        if (!other) return container;
        const own = kept.filter(
          (field) => !named.has(`template.containers[${container.name ?? i}].resources.${field}`),
        );
        return own.reduce((all, field) => withSetting(all, field, other.resources?.[field]), container);
      }),
    },
  };
}

type Field = (typeof FIELDS)[number];

const settingOf = (container: Container | undefined, field: Field): boolean => container?.resources?.[field] === true;

function withSetting(container: Container, field: Field, value: boolean | undefined): Container {
  const { [field]: _, ...others } = container.resources ?? {};
  return { ...container, resources: { ...others, ...(value !== undefined && { [field]: value }) } };
}
