/** Decides what to invalidate after a switch, and does it. */
import type { CdnInputs } from '../inputs.ts';
import { addresses, type Cdn, invalidate } from './cdn.ts';
import { groupPaths } from './paths.ts';

/** `changed` are names of objects. Gives the paths that were invalidated: the user's own, or exactly what changed. */
export async function invalidateChanged(
  cdn: Cdn | undefined,
  inputs: CdnInputs | undefined,
  changed: readonly string[],
): Promise<string[]> {
  if (!cdn?.cached || !inputs || changed.length === 0) return [];
  const paths = groupPaths(inputs.invalidate ?? addresses(cdn, changed));
  await invalidate(cdn, paths, inputs.wait);
  return paths;
}
