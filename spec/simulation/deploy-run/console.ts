/** A person in the console: has no faults, and only etags prevent conflicts with runs. */
import type { Service } from '../../../packages/emulator/src/run/types.ts';
import { addressOf, type Network } from '../engine/network.ts';
import { COMMITS } from './cloud.ts';
import type { Watch } from './invariants.ts';
import type { Member } from './modes.ts';
import type { ActorPlan } from './schedule.ts';

/** Reads the service, waits, and writes it with the etag that was read. */
export async function useConsole(
  { name, action, at }: ActorPlan,
  { direct }: Network,
  watch: Watch,
  { name: full, id: service }: Member,
): Promise<void> {
  if (action.kind !== 'console') return;
  const url = `${addressOf('run')}/v2/${full}`;
  for (let tries = 0; tries < 20; tries++) {
    const { json } = await direct('GET', url);
    const read = json as Service;
    await new Promise((resolve) => setTimeout(resolve, action.think));
    const change: Partial<Service> =
      action.field === 'annotation'
        ? { annotations: { ...read.annotations, [`console/${name}`]: String(at) } }
        : action.field === 'freeze'
          ? {
              annotations: { ...read.annotations, 'actions.orchestra.dev/freeze': '2020-01-01 - 2999-01-01: holidays' },
            }
          : action.field === 'min-instances'
            ? { scaling: { ...read.scaling, minInstanceCount: 1 + (at % 7) } }
            : {
                traffic: [
                  {
                    type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION',
                    revision: `${service}-${COMMITS[0]?.slice(0, 12)}-1`,
                    percent: 100,
                  },
                ],
              };
    const { status } = await direct('PATCH', url, { ...read, ...change });
    if (status === 409) continue;
    if (status >= 300) throw new Error(`the console was refused: ${status}`);
    if (action.field === 'annotation')
      watch.remember(full, (now) => now.annotations?.[`console/${name}`] === String(at), 'an annotation');
    if (action.field === 'min-instances')
      watch.remember(full, (now) => now.scaling?.minInstanceCount !== undefined, 'scaling');
    return;
  }
}
