/** Lists the settings of a service that a deploy does not change, for the plan. Pure. */
import type { Service } from '../../../../src/google/run/resources.ts';
import { type Change, differences } from '../../../../src/manifest/index.ts';

/** Maximum number of names; the rest is counted. */
const SHOWN = 12;

/**
 * The settings that are not Cloud Run's defaults and do not change, in the words of the manifest: `env[LOG_LEVEL]`,
 * `ingress`. Labels and annotations of tools are left out.
 */
export function settingsLeftAlone(current: Service, changes: readonly Change[]): readonly string[] {
  const { template: { containers = [] } = {} } = current;
  const bare = { template: { containers: containers.map(({ name, image }) => ({ name, image })) } } as Service;
  const changed = new Set(changes.map(({ field }) => field));
  const kept = differences('Service', bare, current).filter(
    ({ field }) => !changed.has(field) && !/labels|metadata\.annotations\.|\["client\.|\.image$/.test(field),
  );
  return [...new Set(kept.map(({ field }) => shortField(field)))];
}

/** One sentence for the plan; undefined if there is nothing to say. */
export function leftAloneNote(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return `Left as it is: ${names.slice(0, SHOWN).join(', ')}${more}.`;
}

/** `spec.template.spec.containers[web].env[LOG_LEVEL]` → `env[LOG_LEVEL]`; an annotation without its namespace. */
function shortField(field: string): string {
  const annotation = /annotations\["[^"/]*\/([^"]+)"\]/.exec(field)?.[1];
  return annotation ?? field.replace(/^spec\.template\.spec\.(?:containers\[[^\]]*\]\.)?/, '').replace(/^spec\./, '');
}
