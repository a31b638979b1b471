/**
 * Multi-region services (https://cloud.google.com/run/docs/multiple-regions#deploy): one service at the location `global` that Cloud
 * Run runs in each of its regions. It is written at `global`; revisions, URLs and IAM policies are regional.
 */
import type { Service } from '../../../src/google/run/resources.ts';
import type { ServiceIdentity } from '../plan/rollout-plan.ts';

export const GLOBAL = 'global';

/** The regions in which the service runs. `current` is the service as it was read. */
export const serviceRegions = (region: string, current: Service | undefined): readonly string[] =>
  region === GLOBAL ? (current?.multiRegionSettings?.regions ?? []) : [region];

/** The full names under which it runs: its own, or that of each region. Reads the service if it has several. */
export async function regionalNames(
  { region, name }: Pick<ServiceIdentity, 'region' | 'name'>,
  get: (name: string) => Promise<Service | undefined>,
): Promise<readonly string[]> {
  if (region !== GLOBAL) return [name];
  return serviceRegions(region, await get(name)).map((one) =>
    name.replace(`/locations/${GLOBAL}/`, `/locations/${one}/`),
  );
}
