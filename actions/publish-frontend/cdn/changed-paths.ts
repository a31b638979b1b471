/** Decides what the CDN is to forget after a switch. Pure. */
import type { CdnInputs } from '../inputs.ts';
import { addresses, type Cdn } from './load-balancer.ts';
import { groupPaths } from './path-patterns.ts';

/** `changed` are names of objects. Gives the paths to invalidate: the user's own, or exactly what changed. */
export function pathsToInvalidate(
  cdn: Cdn | undefined,
  inputs: CdnInputs | undefined,
  changed: readonly string[],
): string[] {
  if (!cdn?.cached || !inputs || changed.length === 0) return [];
  return groupPaths(inputs.invalidate ?? addresses(cdn, changed));
}
